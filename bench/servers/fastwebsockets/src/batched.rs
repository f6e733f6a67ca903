//! Answers queued while frames are ready, flushed when none is.
//!
//! The library writes each frame at once, but its documentation lets the stream
//! be a buffered one and gives `flush` for that. Reading must not be cancelled
//! (the header would be lost) and the answers must be written while a read is
//! pending, hence the two halves of the feature `unstable-split`.

use std::pin::pin;
use std::task::Poll;

use fastwebsockets::{FragmentCollectorRead, Frame, OpCode, WebSocket, WebSocketError};
use futures_util::poll;
use tokio::io::BufWriter;
use tokio::sync::Mutex;

use crate::Stream;

/// What gathers before the stream writes on its own, in bytes.
///
/// Each connection holds one. From 1 KiB a message this was the fastest of 8, 16, 32
/// and 64 KiB, below they were alike.
const BUFFER: usize = 64 * 1024;

/// Serves one connection to its end.
pub(crate) async fn echo(socket: WebSocket<Stream>) -> Result<(), WebSocketError> {
    let (read, write) = socket.split(|stream| {
        let (read, write) = tokio::io::split(stream);
        (read, BufWriter::with_capacity(BUFFER, write))
    });
    let mut read = FragmentCollectorRead::new(read);
    let mut write = Mutex::new(write);
    loop {
        let frame = {
            // Pongs and the answer to a close do not wait.
            let mut owed = async |frame: Frame<'static>| {
                let mut write = write.lock().await;
                write.write_frame(frame).await?;
                write.flush().await
            };
            let mut reading = pin!(read.read_frame(&mut owed));
            match poll!(reading.as_mut()) {
                Poll::Ready(frame) => frame?,
                Poll::Pending => {
                    write.lock().await.flush().await?;
                    reading.await?
                }
            }
        };
        match frame.opcode {
            OpCode::Close => return Ok(()),
            OpCode::Text | OpCode::Binary => write.get_mut().write_frame(frame).await?,
            _ => {}
        }
    }
}
