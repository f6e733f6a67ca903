//! The conversation of a script: lines of stdin out, messages in, until both sides have closed.

use core::pin::pin;
use std::io::{self, BufRead};

use rejoin::{CloseCode, Message, Receiver, Sender, WebSocket};
use tokio::sync::mpsc;

use super::Ended;
use super::show::Show;
use crate::exit::{Exit, Failure};
use crate::output;
use crate::signals::Signals;

/// Sends lines and shows messages, at the same time, until the connection is over.
pub(super) async fn run(
    socket: WebSocket,
    binary: bool,
    show: &mut Show,
    mut signals: Signals,
) -> Result<Ended, Failure> {
    let (mut sender, mut receiver) = socket.split();
    let mut refused_input = None;
    let shown = {
        let mut feeding = pin!(feed(&mut sender, lines(binary), &mut signals));
        let mut showing = pin!(show_all(&mut receiver, show));
        loop {
            tokio::select! {
                biased;
                shown = &mut showing => break shown,
                fed = &mut feeding, if refused_input.is_none() => match fed {
                    Fed::BadInput(failure) => refused_input = Some(failure),
                    Fed::CutShort => return Err(Failure::other(
                        "interrupted before the peer had closed too",
                    )),
                },
            }
        }
    };
    if let Err(error) = shown {
        // Goodbye all the same; what still arrives has no reader. A Close that is on its way
        // already is as good.
        let _ = sender.start_close(CloseCode::GOING_AWAY, "").await;
        while let Ok(Some(_)) = receiver.recv().await {}
        return output::stdout_failed(&error).map(|_: Exit| Ended::NobodyReads);
    }
    if let Some(failure) = refused_input {
        return Err(failure);
    }
    receiver
        .closure()
        .map(Ended::Closed)
        .ok_or_else(|| Failure::other("the connection ended without saying how"))
}

/// Shows messages as they come and hands them on when no further one is at hand.
async fn show_all(receiver: &mut Receiver, show: &mut Show) -> io::Result<()> {
    loop {
        let next = tokio::select! {
            biased;
            next = receiver.recv() => next,
            () = core::future::ready(()), if show.has_unflushed() => {
                show.flush()?;
                continue;
            }
        };
        match next {
            Ok(Some(message)) => show.message(&message)?,
            // How it ended is in the closure.
            Ok(None) | Err(_) => return show.flush(),
        }
    }
}

/// Why no more lines are sent while the connection is still there.
enum Fed {
    /// A line cannot be sent. The connection is being closed.
    BadInput(Failure),
    /// A second signal: no more waiting.
    CutShort,
}

/// Sends lines; at their end closes with 1000, at a signal with 1001.
async fn feed(sender: &mut Sender, mut lines: Lines, signals: &mut Signals) -> Fed {
    let (code, refused) = loop {
        let sending = async {
            match lines.recv().await {
                None => Some((CloseCode::NORMAL_CLOSURE, None)),
                Some(Err(failure)) => Some((CloseCode::GOING_AWAY, Some(failure))),
                // That it cannot be sent is known to whoever receives.
                Some(Ok(message)) => {
                    let _ = sender.send(message).await;
                    None
                }
            }
        };
        tokio::select! {
            end = sending => if let Some(end) = end { break end },
            () = signals.recv() => break (CloseCode::GOING_AWAY, None),
        }
    };
    // Refused only if the connection is closing already.
    let _ = sender.start_close(code, "").await;
    if let Some(failure) = refused {
        return Fed::BadInput(failure);
    }
    signals.recv().await;
    Fed::CutShort
}

pub(super) type Lines = mpsc::Receiver<Result<Message, Failure>>;

/// The lines of stdin as messages, read in a thread that nobody waits for: a read of stdin cannot
/// be cut short.
pub(super) fn lines(binary: bool) -> Lines {
    let (sender, receiver) = mpsc::channel(LINES_AHEAD);
    std::thread::spawn(move || {
        let mut stdin = io::stdin().lock();
        for number in 1_u64.. {
            let mut line = Vec::new();
            let message = match stdin.read_until(b'\n', &mut line) {
                Ok(0) => return,
                Ok(_) => {
                    line.pop_if(|byte| *byte == b'\n');
                    message(line, binary, number)
                }
                Err(error) => Err(Failure::other(format!(
                    "cannot read standard input: {error}"
                ))),
            };
            let is_last = message.is_err();
            if sender.blocking_send(message).is_err() || is_last {
                return;
            }
        }
    });
    receiver
}

fn message(line: Vec<u8>, binary: bool, number: u64) -> Result<Message, Failure> {
    if binary {
        return Ok(Message::binary(line));
    }
    String::from_utf8(line).map(Message::text).map_err(|_| {
        Failure::other(format!(
            "line {number} of standard input is not UTF-8; send it with --binary"
        ))
    })
}

const LINES_AHEAD: usize = 64;
