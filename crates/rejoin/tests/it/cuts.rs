//! The link cut after every byte of a conversation, in either direction, from the first byte of the
//! handshake on: every wait ends, nobody panics, and both ends tell a story that fits.

use core::pin::Pin;
use core::task::{Context, Poll, ready};
use std::io::{self, ErrorKind};

use rejoin::proto::TransportEnd;
use rejoin::{Acceptor, Client, CloseCode, Closure, Message, WebSocket};
use tokio::io::{AsyncRead, AsyncWrite, DuplexStream, ReadBuf};
use tokio::time::{Duration, timeout};

/// A pipe through which only so many bytes go out; then it ends, as if the host had died: for the
/// peer at once, for this end with the next write or read.
struct Cut {
    pipe: Option<DuplexStream>,
    left: usize,
    how: Ending,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    /// Both see the end of the stream.
    Eof,
    /// This end sees a reset.
    Reset,
}

impl Cut {
    fn ended<T>(&self, at_eof: T) -> Poll<io::Result<T>> {
        Poll::Ready(match self.how {
            Ending::Eof => Ok(at_eof),
            Ending::Reset => Err(ErrorKind::ConnectionReset.into()),
        })
    }
}

impl AsyncRead for Cut {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        match &mut self.pipe {
            Some(pipe) => Pin::new(pipe).poll_read(context, buffer),
            None => self.ended(()),
        }
    }
}

impl AsyncWrite for Cut {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let most = bytes.len().min(self.left);
        let Some(pipe) = &mut self.pipe else {
            return Poll::Ready(Err(ErrorKind::BrokenPipe.into()));
        };
        let written = ready!(Pin::new(pipe).poll_write(context, &bytes[..most]))?;
        self.left -= written;
        if self.left == 0 {
            self.pipe = None;
        }
        Poll::Ready(Ok(written))
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.pipe {
            Some(pipe) => Pin::new(pipe).poll_flush(context),
            None => Poll::Ready(Ok(())),
        }
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.pipe {
            Some(pipe) => Pin::new(pipe).poll_shutdown(context),
            None => Poll::Ready(Err(ErrorKind::NotConnected.into())),
        }
    }
}

const SENT: [&str; 3] = ["one", "two, which is a little longer", "three"];

/// How one end saw it: the messages that came, and the end, unless the handshake failed.
type Story = (Vec<Message>, Option<Closure>);

/// Receives to the end; sends are allowed to fail.
async fn converse(mut socket: WebSocket, begins: bool) -> Story {
    let mut received = Vec::new();
    if begins {
        for text in SENT {
            let _ = socket.send(text).await;
        }
    }
    let mut told = None;
    loop {
        match socket.recv().await {
            Ok(Some(message)) => {
                received.push(message.clone());
                if !begins {
                    let _ = socket.send(message).await;
                } else if received.len() == SENT.len() {
                    let _ = socket.start_close(CloseCode::NORMAL_CLOSURE, "done").await;
                }
            }
            Ok(None) => break,
            Err(error) => {
                assert!(told.is_none(), "told twice");
                told = error.closure().cloned();
            }
        }
    }
    let closure = socket.closure().unwrap();
    assert_eq!(told.is_some(), !closure.is_clean(), "{closure}");
    (received, Some(closure))
}

/// One conversation, with a link that is cut after so many bytes from that end. Both stories, and
/// whether the cut came to pass.
async fn conversation(cut_client: bool, after: usize, how: Ending) -> (Story, Story) {
    let (client_pipe, server_pipe) = tokio::io::duplex(64);
    let cut = |pipe, is_cut| Cut {
        pipe: Some(pipe),
        left: if is_cut { after } else { usize::MAX },
        how,
    };
    let (client_end, server_end) = (cut(client_pipe, cut_client), cut(server_pipe, !cut_client));
    let serving = tokio::spawn(async move {
        let incoming = Acceptor::default().receive(server_end).await.ok()?;
        let accepted = incoming.accept().await.ok()?;
        Some(converse(accepted.socket, false).await)
    });
    let client = Client::new();
    let asking = async {
        match client.handshake(client_end, "ws://a.example/").await {
            Ok(connected) => converse(connected.socket, true).await,
            Err(_) => (Vec::new(), None),
        }
    };
    // A minute of virtual time is more than all budgets together.
    let asked = timeout(Duration::from_secs(60), asking).await;
    let served = timeout(Duration::from_secs(60), serving).await;
    let served = served.expect("the server comes to its end").unwrap();
    (
        asked.expect("the client comes to its end"),
        served.unwrap_or_default(),
    )
}

fn check(story: &Story, other: &Story, context: &str) {
    let (received, closure) = story;
    let texts: Vec<_> = received.iter().filter_map(Message::as_text).collect();
    assert!(SENT.starts_with(&texts), "{context}: {texts:?}");
    let Some(closure) = closure else {
        assert!(received.is_empty(), "{context}");
        return;
    };
    if closure.is_clean() {
        assert_eq!(closure.code().get(), 1000, "{context}");
        assert_eq!(texts, SENT, "{context}: a clean end loses nothing");
        let heard = other.1.as_ref().and_then(|other| other.received.as_ref());
        assert_eq!(heard, closure.sent.as_ref(), "{context}: it was said");
    } else {
        assert_eq!(closure.fault, None, "{context}: nobody broke a rule");
        if closure.received.is_some() {
            assert_eq!(closure.sent, None, "{context}: the answer was lost");
        } else {
            assert_eq!(closure.code().get(), 1006, "{context}");
        }
        let budgets = [TransportEnd::CloseTimedOut, TransportEnd::KeepaliveTimedOut];
        assert!(
            !budgets.contains(&closure.transport),
            "{context}: {closure}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_link_cut_after_any_byte_ends_every_wait_with_a_story_that_fits() {
    for how in [Ending::Eof, Ending::Reset] {
        for cut_client in [true, false] {
            let mut clean = 0;
            for after in 1.. {
                let (client, server) = conversation(cut_client, after, how).await;
                let context = format!("client {cut_client}, {how:?} after {after} bytes");
                check(&client, &server, &context);
                check(&server, &client, &context);
                let is_clean = |story: &Story| story.1.as_ref().is_some_and(Closure::is_clean);
                if is_clean(&client) && is_clean(&server) {
                    clean += 1;
                }
                // Longer than the whole conversation: nothing was cut any more.
                if clean == 3 {
                    assert!(after > 200, "the handshake alone is longer");
                    break;
                }
                assert!(after < 2000, "it never ends cleanly");
            }
        }
    }
}
