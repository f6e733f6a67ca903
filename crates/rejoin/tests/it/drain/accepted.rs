//! Everything that was accepted before the Close arrives, once and in order: over TCP and TLS, plain
//! and compressed, whole and in pieces, from several threads and to a group.

use core::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};

use rejoin::{
    Broadcast, Client, Compression, Drain, Error, Extensions, Kind, Limits, Server, WebSocket,
};
use rejoin_testkit::random::Random;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinSet;

use super::per_second;

/// Half of them read on; the others read nothing more until all have been sent their Close.
const CLIENTS: usize = 4;

/// Tasks that send on the same connection, or to the same group, at the same time.
const LANES: usize = 3;

/// How many messages each task sends to the group: nothing else bounds what is unsent there.
const MOST_TO_GROUP: usize = 50;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Whole,
    InPieces,
    FromThreads,
    ToGroup,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Over {
    Tcp,
    #[cfg(feature = "tls")]
    Tls,
}

#[derive(Clone, Copy, Debug)]
struct Case {
    over: Over,
    is_deflated: bool,
    way: Way,
}

/// What one lane sent as its message of this number; it compresses to about half.
fn text(lane: usize, number: usize) -> String {
    static FILLER: LazyLock<String> = LazyLock::new(|| {
        let bytes = Random::new(1).bytes(80_000);
        let letter = |byte: u8| char::from(b'a' + byte % 16);
        bytes.into_iter().map(letter).collect()
    });
    let (start, size) = ((number * 97) % 40_000, (number * 7_919 + lane) % 30_000);
    format!("{lane} {number} {}", &FILLER[start..start + size])
}

/// How many messages of each lane were accepted, or came.
type Counts = [usize; LANES];

/// What the handlers of a case share.
#[derive(Clone)]
struct Service {
    way: Way,
    room: Broadcast,
    /// Where each tells what was accepted for its client.
    told: mpsc::UnboundedSender<(usize, Counts)>,
}

impl Service {
    async fn handle(self, socket: WebSocket, client: usize) -> Result<(), Error> {
        let accepted = match self.way {
            Way::Whole | Way::InPieces => send_alone(socket, self.way).await?,
            Way::FromThreads => send_from_threads(socket).await?,
            Way::ToGroup => {
                let mut socket = socket;
                let _member = self.room.join(&socket);
                while socket.recv().await?.is_some() {}
                return Ok(());
            }
        };
        self.told.send((client, accepted)).unwrap();
        Ok(())
    }
}

async fn send_alone(mut socket: WebSocket, way: Way) -> Result<Counts, Error> {
    let mut number = 0;
    loop {
        let text = text(0, number);
        let sent = match way {
            Way::InPieces => send_in_pieces(&mut socket, &text).await,
            Way::Whole | Way::FromThreads | Way::ToGroup => socket.send(text).await,
        };
        if sent.is_err() {
            break;
        }
        number += 1;
    }
    while socket.recv().await?.is_some() {}
    Ok([number, 0, 0])
}

async fn send_from_threads(socket: WebSocket) -> Result<Counts, Error> {
    let (sender, mut receiver) = socket.split();
    let sender = Arc::new(tokio::sync::Mutex::new(sender));
    let lanes = [0, 1, 2].map(|lane| {
        let sender = Arc::clone(&sender);
        tokio::spawn(async move {
            let mut number = 0;
            while sender.lock().await.send(text(lane, number)).await.is_ok() {
                number += 1;
            }
            number
        })
    });
    while receiver.recv().await?.is_some() {}
    let mut accepted = Counts::default();
    for (accepted, lane) in accepted.iter_mut().zip(lanes) {
        *accepted = lane.await.unwrap();
    }
    Ok(accepted)
}

async fn send_in_pieces(socket: &mut WebSocket, text: &str) -> Result<(), Error> {
    let mut writer = socket.send_pieces(Kind::Text);
    for piece in text.as_bytes().chunks(7_000) {
        writer.write(piece.to_vec()).await?;
    }
    writer.finish().await
}

/// Receives to the end, but for a pause after the first messages if it is to make one. The texts, and
/// whether the end was the drain's.
async fn receive(
    mut socket: WebSocket,
    mut go_on: watch::Receiver<bool>,
    begun: Arc<AtomicUsize>,
) -> Vec<String> {
    let mut texts = Vec::new();
    while let Some(message) = socket.recv().await.unwrap() {
        texts.push(message.as_text().unwrap().to_owned());
        if texts.len() == 3 {
            begun.fetch_add(1, Ordering::Relaxed);
            go_on.wait_for(|go_on| *go_on).await.unwrap();
        }
    }
    let closure = socket.closure().unwrap();
    assert!(closure.is_clean(), "{closure}");
    assert_eq!(closure.code().get(), 1012);
    texts
}

/// How many messages of each lane came; all of them, from the first of each lane to the last.
fn received(texts: &[String], context: &str) -> Counts {
    let (mut counts, mut next) = (Counts::default(), [None::<usize>; LANES]);
    for received in texts {
        let mut words = received.split(' ').map(|word| word.parse::<usize>().ok());
        let [lane, number] = [(); 2].map(|()| words.next().flatten().expect(context));
        let expected = next[lane].unwrap_or(number);
        assert_eq!(*received, text(lane, expected), "{context}");
        next[lane] = Some(number + 1);
        counts[lane] += 1;
    }
    counts
}

/// A server of the case and a client for it.
async fn server_and_client(case: Case) -> (Server, String, Client) {
    // What waits here waits behind what the operating system has taken already.
    let mut limits = Limits::default();
    (limits.send_high_bytes, limits.send_low_bytes) = (100_000, 50_000);
    let (mut builder, mut client) = (Server::builder().limits(limits), Client::new());
    if !case.is_deflated {
        builder = builder.extensions(Extensions::new());
        client = client.extensions(Extensions::new());
    }
    match case.over {
        Over::Tcp => {
            let server = builder.bind("127.0.0.1:0").await.unwrap();
            let url = format!("ws://{}", server.local_addr().unwrap());
            (server, url, client)
        }
        #[cfg(feature = "tls")]
        Over::Tls => {
            let pair = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
            let (certificate, key) = (pair.cert.pem(), pair.signing_key.serialize_pem());
            let tls = rejoin::ServerTls::from_pem(certificate.as_bytes(), key.as_bytes());
            let server = builder.tls(tls.unwrap()).bind("127.0.0.1:0").await.unwrap();
            let url = format!("wss://localhost:{}", server.local_addr().unwrap().port());
            let roots = rejoin::Tls::with_roots_pem(certificate.as_bytes());
            (server, url, client.tls(roots.unwrap()))
        }
    }
}

/// Sends to the group from several tasks; how many copies were accepted.
async fn fill(room: Broadcast, how: Compression) -> usize {
    let mut lanes = JoinSet::new();
    for lane in 0..LANES {
        let room = room.clone();
        lanes.spawn(async move {
            let (mut number, mut reached) = (0, 0);
            while number < MOST_TO_GROUP {
                let sent = room.send_with(text(lane, number), how).await;
                assert_eq!((sent.behind, sent.busy), (0, 0));
                (number, reached) = (number + 1, reached + sent.reached);
            }
            reached
        });
    }
    lanes.join_all().await.into_iter().sum()
}

async fn drain_while_sending(case: Case) {
    let (told, mut accepted) = mpsc::unbounded_channel();
    let service = Service {
        way: case.way,
        room: Broadcast::builder().max_unsent_bytes(usize::MAX).build(),
        told,
    };
    let (server, url, client) = server_and_client(case).await;
    let connections = server.connections().clone();
    let room = service.room.clone();
    let serving = tokio::spawn(server.serve(move |socket, request| {
        let client = request.uri().path()[1..].parse().unwrap();
        service.clone().handle(socket, client)
    }));

    let (go_on, may_go_on) = watch::channel(false);
    let (_always, reads_on) = watch::channel(true);
    let begun = Arc::new(AtomicUsize::new(0));
    let mut clients = Vec::new();
    for number in 0..CLIENTS {
        let socket = client
            .connect(format!("{url}/{number}"))
            .await
            .unwrap()
            .socket;
        let go_on = if number % 2 == 0 {
            &reads_on
        } else {
            &may_go_on
        };
        let receiving = receive(socket, go_on.clone(), Arc::clone(&begun));
        clients.push(tokio::spawn(receiving));
    }
    let filling = (case.way == Way::ToGroup).then(|| {
        let how = if case.is_deflated {
            Compression::Always
        } else {
            Compression::Auto
        };
        tokio::spawn(fill(room, how))
    });
    while begun.load(Ordering::Relaxed) < CLIENTS {
        tokio::task::yield_now().await;
    }

    let plan = Drain::new().rate(per_second(1_000));
    let mut draining = connections.drain(&plan).unwrap();
    while draining.progress().closing + draining.progress().clean < CLIENTS {
        let progress = draining.changed().await;
        assert!(
            progress.cut == 0 && progress.unclean == 0,
            "{case:?}: {progress}"
        );
    }
    go_on.send(true).unwrap();
    let progress = draining.finished().await;
    assert_eq!((progress.clean, progress.cut), (CLIENTS, 0), "{case:?}");

    let mut arrived = [Counts::default(); CLIENTS];
    for (number, client) in clients.into_iter().enumerate() {
        let context = format!("{case:?}, client {number}");
        arrived[number] = received(&client.await.unwrap(), &context);
    }
    if let Some(filling) = filling {
        let arrived: usize = arrived.as_flattened().iter().sum();
        assert_eq!(arrived, filling.await.unwrap(), "{case:?}");
    } else {
        for _ in 0..CLIENTS {
            let (client, accepted) = accepted.recv().await.unwrap();
            assert_eq!(arrived[client], accepted, "{case:?}, client {client}");
        }
    }
    serving.abort();
}

async fn drain_while_sending_over(over: Over) {
    for is_deflated in [false, true] {
        for way in [Way::Whole, Way::InPieces, Way::FromThreads, Way::ToGroup] {
            drain_while_sending(Case {
                over,
                is_deflated,
                way,
            })
            .await;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn everything_that_was_accepted_before_the_close_arrives_once_over_tcp() {
    drain_while_sending_over(Over::Tcp).await;
}

#[cfg(feature = "tls")]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn everything_that_was_accepted_before_the_close_arrives_once_over_tls() {
    drain_while_sending_over(Over::Tls).await;
}
