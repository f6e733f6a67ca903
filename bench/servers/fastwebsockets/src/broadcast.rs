//! Everything that anyone says, to everyone: a tokio broadcast channel of shared
//! bytes, read by each connection, whose two halves run side by side.

use bytes::Bytes;
use fastwebsockets::{FragmentCollectorRead, Frame, OpCode, Payload, WebSocket, WebSocketError};
use futures_util::future::{Either, select};
use std::pin::pin;
use tokio::sync::Mutex;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::broadcast::{Sender, channel};

use crate::Stream;

/// How many messages may wait for the slowest connection.
const WAITING: usize = 64;

/// Where those who are connected hear each other.
#[derive(Clone)]
pub(crate) struct Room(Sender<Bytes>);

impl Room {
    /// An empty room.
    pub(crate) fn new() -> Self {
        Self(channel(WAITING).0)
    }

    /// Serves one connection to its end.
    pub(crate) async fn join(self, socket: WebSocket<Stream>) -> Result<(), WebSocketError> {
        let mut heard = self.0.subscribe();
        let (read, write) = socket.split(tokio::io::split);
        let mut read = FragmentCollectorRead::new(read);
        let write = Mutex::new(write);

        let incoming = async {
            let mut owed =
                async |frame: Frame<'static>| write.lock().await.write_frame(frame).await;
            loop {
                let frame = read.read_frame(&mut owed).await?;
                match frame.opcode {
                    OpCode::Close => return Ok(()),
                    OpCode::Binary => {
                        // Fails only when nobody listens, and we do.
                        let _listeners = self.0.send(Vec::from(frame.payload).into());
                    }
                    _ => {}
                }
            }
        };
        let outgoing = async {
            loop {
                match heard.recv().await {
                    Ok(bytes) => {
                        let frame = Frame::binary(Payload::Borrowed(&bytes));
                        write.lock().await.write_frame(frame).await?;
                    }
                    Err(RecvError::Lagged(_) | RecvError::Closed) => return Ok(()),
                }
            }
        };
        match select(pin!(incoming), pin!(outgoing)).await {
            Either::Left((ended, _)) | Either::Right((ended, _)) => ended,
        }
    }
}
