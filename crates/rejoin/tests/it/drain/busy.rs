//! Handlers that are busy for longer than their peers are waited for: what came is theirs all the same.

use core::time::Duration;

use rejoin::proto::TransportEnd;
use rejoin::{Drain, Error, Message, WebSocket};
use rejoin_testkit::wire::Frame;
use tokio::io::{AsyncWriteExt, DuplexStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::{Service, raw_client, until_closed};
use crate::sockets::{from_client, settle};

/// What a handler received once it was no longer busy, and how that ended.
type Received = (Vec<Message>, Option<Error>);

/// A service with one handler, which receives one message, is busy until it is told to go on, and then
/// receives until the end.
struct Busy {
    service: Service,
    go_on: oneshot::Sender<()>,
    received: oneshot::Receiver<Received>,
    _serving: JoinHandle<Result<(), Error>>,
}

impl Busy {
    fn new() -> (Self, DuplexStream) {
        let service = Service::default();
        let (go_on, may_go_on) = oneshot::channel();
        let (tell, received) = oneshot::channel();
        let (transport, serving) = service.transport(|mut socket| async move {
            assert!(socket.recv().await?.is_some());
            may_go_on.await.unwrap();
            tell.send(receive_all(&mut socket).await).unwrap();
            Ok(())
        });
        let busy = Self {
            service,
            go_on,
            received,
            _serving: serving,
        };
        (busy, transport)
    }

    /// Drains to the end while the handler is busy, then lets it go on.
    async fn drained(self) -> (rejoin::Progress, Received) {
        settle().await;
        let plan = Drain::new().close_budget(Duration::from_secs(3));
        let mut draining = self.service.connections().drain(&plan).unwrap();
        let progress = draining.finished().await;
        self.go_on.send(()).unwrap();
        (progress, self.received.await.unwrap())
    }
}

async fn receive_all(socket: &mut WebSocket) -> Received {
    let mut messages = Vec::new();
    loop {
        match socket.recv().await {
            Ok(Some(message)) => messages.push(message),
            Ok(None) => return (messages, None),
            Err(error) => {
                assert_eq!(socket.recv().await.unwrap(), None);
                assert_eq!(socket.held_bytes(), 0);
                return (messages, Some(error));
            }
        }
    }
}

fn numbered(messages: core::ops::Range<u32>) -> Vec<Frame> {
    messages
        .map(|number| Frame::binary(number.to_be_bytes()))
        .collect()
}

#[track_caller]
fn are_numbered(received: &[Message], expected: core::ops::Range<u32>) {
    let expected: Vec<_> = expected
        .map(|number| Message::binary(number.to_be_bytes().to_vec()))
        .collect();
    assert_eq!(received, expected);
}

#[tokio::test(start_paused = true)]
async fn a_busy_handler_receives_what_a_silent_peer_sent_before_it_was_cut() {
    let (busy, transport) = Busy::new();
    let mut peer = raw_client(transport).await;
    peer.write_all(&from_client(&numbered(0..1))).await.unwrap();
    settle().await;
    peer.write_all(&from_client(&numbered(1..4))).await.unwrap();
    let (progress, (received, end)) = busy.drained().await;
    assert_eq!((progress.clean, progress.unclean, progress.cut), (0, 0, 1));
    are_numbered(&received, 1..4);
    let end = end.expect("the peer has not said Close");
    assert_eq!(end.closure().unwrap().transport, TransportEnd::Dropped);
}

#[tokio::test(start_paused = true)]
async fn a_peer_that_has_answered_ended_cleanly_however_busy_the_handler_was() {
    let (busy, transport) = Busy::new();
    let client = rejoin::Client::new();
    let connected = client.handshake(transport, "ws://a.example/").await;
    let mut socket = connected.unwrap().socket;
    for number in 0..4_u32 {
        socket.send(number.to_be_bytes().to_vec()).await.unwrap();
    }
    let end = until_closed(socket);
    let (progress, (received, error)) = busy.drained().await;
    assert_eq!((progress.clean, progress.unclean, progress.cut), (1, 0, 0));
    are_numbered(&received, 1..4);
    assert!(error.is_none());
    assert_eq!(end.await.unwrap().0.closure().unwrap().code().get(), 1012);
}

#[tokio::test(start_paused = true)]
async fn what_was_read_before_is_received_before_what_is_read_at_the_cut() {
    let (busy, transport) = Busy::new();
    let mut peer = raw_client(transport).await;
    // One read brings them, more than are handed out at once.
    peer.write_all(&from_client(&numbered(0..1_000)))
        .await
        .unwrap();
    settle().await;
    // And in the middle of a message it is cut.
    let mut rest = from_client(&numbered(1_000..1_011));
    rest.truncate(rest.len() - 1);
    peer.write_all(&rest).await.unwrap();
    let (progress, (received, end)) = busy.drained().await;
    assert_eq!(progress.cut, 1);
    are_numbered(&received, 1..1_010);
    assert!(end.is_some());
}

#[tokio::test(start_paused = true)]
async fn what_is_kept_of_a_peer_that_goes_on_and_on_is_bounded() {
    for (size, at_most) in [(1_000, 256 << 10), (0, 4_096)] {
        let (busy, transport) = Busy::new();
        let mut peer = raw_client(transport).await;
        peer.write_all(&from_client(&numbered(0..1))).await.unwrap();
        settle().await;
        let flood = from_client(&vec![Frame::binary(vec![7; size]); 100_000 / (size + 10)]);
        let _ = tokio::time::timeout(Duration::from_millis(1), async {
            loop {
                peer.write_all(&flood).await.unwrap();
            }
        })
        .await;
        let (progress, (received, _)) = busy.drained().await;
        assert_eq!(progress.cut, 1);
        let kept: usize = received.iter().map(|message| message.len().max(1)).sum();
        assert!(kept > at_most / 2 && kept <= at_most, "{size}: {kept}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_message_that_is_read_in_pieces_is_cut_short_and_not_continued_by_another() {
    let service = Service::default();
    let (go_on, may_go_on) = oneshot::channel::<()>();
    let (transport, serving) = service.transport(|mut socket| async move {
        let mut reader = socket.recv_pieces().await?.expect("a message has begun");
        let first = reader.next().await?.expect("its first piece");
        assert_eq!(&first[..], b"the first piece");
        may_go_on.await.unwrap();
        let error = reader.next().await.unwrap_err();
        assert!(error.is_closed(), "{error}");
        assert_eq!(socket.recv().await?, None);
        Ok(())
    });
    let mut peer = raw_client(transport).await;
    let begun = Frame::text("the first piece").not_final();
    peer.write_all(&from_client(&[begun])).await.unwrap();
    settle().await;
    let rest = [
        Frame::continuation("the last one"),
        Frame::text("another message"),
    ];
    peer.write_all(&from_client(&rest)).await.unwrap();
    let mut draining = service.connections().drain(&Drain::new()).unwrap();
    assert_eq!(draining.finished().await.cut, 1);
    go_on.send(()).unwrap();
    serving.await.unwrap().unwrap();
}
