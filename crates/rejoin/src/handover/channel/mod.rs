//! The line between the old process and the new one: a pair of connected Unix sockets.
//!
//! The new process finds its end where its standard input would be. Listening sockets travel along
//! it; so does, in the end, the word which of the two serves.

mod frame;
#[cfg(test)]
mod tests;

use core::mem::MaybeUninit;
use std::io::{self, ErrorKind, IoSlice, IoSliceMut, Read};
use std::os::fd::{BorrowedFd, OwnedFd};
use std::os::unix::net::UnixStream as BlockingStream;

use rustix::io::Errno;
use rustix::net::{
    RecvAncillaryBuffer, RecvAncillaryMessage, RecvFlags, SendAncillaryBuffer,
    SendAncillaryMessage, SendFlags, recvmsg, sendmsg,
};
use tokio::net::UnixStream;

pub(super) use frame::{Frame, InvalidFrame, MOST_TEXT};
use frame::{HEAD, Head};

/// One end of the line.
#[derive(Debug)]
pub(super) struct Channel {
    stream: UnixStream,
    /// What was read and is not a whole frame yet.
    unread: Vec<u8>,
    /// The rest of a frame for which there was not enough space.
    unsent: Vec<u8>,
}

impl Channel {
    /// An end of the line, within a runtime.
    pub(super) fn new(stream: BlockingStream) -> io::Result<Self> {
        stream.set_nonblocking(true)?;
        Ok(Self {
            stream: UnixStream::from_std(stream)?,
            unread: Vec::new(),
            unsent: Vec::new(),
        })
    }

    /// The next frame; nothing once the other process has closed its end, or has ended.
    ///
    /// Cancel-safe: what was read stays.
    pub(super) async fn receive(&mut self) -> io::Result<Option<Frame>> {
        loop {
            if let Some((frame, len)) = Frame::first(&self.unread)? {
                self.unread.drain(..len);
                return Ok(Some(frame));
            }
            self.stream.readable().await?;
            let mut bytes = [0; HEAD + MOST_TEXT];
            match self.stream.try_read(&mut bytes) {
                Ok(0) => return Ok(None),
                Ok(len) => self.unread.extend_from_slice(&bytes[..len]),
                Err(error) if error.kind() == ErrorKind::WouldBlock => {}
                Err(error) if ended(&error) => return Ok(None),
                Err(error) => return Err(error),
            }
        }
    }

    /// Says something. Dropped before it returns, it may have been said in part.
    pub(super) async fn send(&self, frame: &Frame) -> io::Result<()> {
        let frame = frame.encode();
        let mut bytes = &frame[..];
        while !bytes.is_empty() {
            self.stream.writable().await?;
            match self.stream.try_write(bytes) {
                Ok(len) => bytes = &bytes[len..],
                Err(error) if error.kind() == ErrorKind::WouldBlock => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Says something if there is space for it at once, and nothing otherwise. Not to be mixed with
    /// [`send`](Self::send): the rest of a frame that fits in part goes before the next one.
    pub(super) fn try_send(&mut self, frame: &Frame) -> io::Result<()> {
        if !self.unsent.is_empty() {
            let len = self.stream.try_write(&self.unsent)?;
            self.unsent.drain(..len);
        }
        if !self.unsent.is_empty() {
            return Err(ErrorKind::WouldBlock.into());
        }
        let frame = frame.encode();
        let len = self.stream.try_write(&frame)?;
        self.unsent.extend_from_slice(&frame[len..]);
        Ok(())
    }

    /// Says something if that is possible at once; for the moment before all is given up.
    pub(super) fn send_now(&self, frame: &Frame) {
        // Whoever does not hear it hears the line end.
        let _ = self.stream.try_write(&frame.encode());
    }
}

/// Whether the other process is gone: with data that it never read, that is an error.
pub(super) fn ended(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::BrokenPipe | ErrorKind::ConnectionReset | ErrorKind::UnexpectedEof
    )
}

/// Puts sockets on the line, and word that these are all, before anybody is at its other end.
pub(super) fn hand_over<'a>(
    line: &BlockingStream,
    sockets: impl Iterator<Item = (&'a str, BorrowedFd<'a>)>,
) -> io::Result<()> {
    line.set_nonblocking(true)?;
    for (name, socket) in sockets {
        put(line, &Frame::Listener(name.to_owned()), &[socket])?;
    }
    put(line, &Frame::Complete, &[])
}

/// Puts a frame on the line, with descriptors on its first byte.
fn put(line: &BlockingStream, frame: &Frame, sockets: &[BorrowedFd<'_>]) -> io::Result<()> {
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(1))];
    let mut control = SendAncillaryBuffer::new(&mut space);
    if !sockets.is_empty() {
        let fits = control.push(SendAncillaryMessage::ScmRights(sockets));
        debug_assert!(fits, "there is space for one descriptor");
    }
    let frame = frame.encode();
    let len = sendmsg(line, &[IoSlice::new(&frame)], &mut control, SEND)?;
    if len == frame.len() {
        Ok(())
    } else {
        Err(ErrorKind::WouldBlock.into())
    }
}

/// The next frame, waited for as long as the stream's timeout allows, and the descriptors that came
/// with it. They are closed in processes started from here.
pub(super) fn receive_blocking(mut stream: &BlockingStream) -> io::Result<(Frame, Vec<OwnedFd>)> {
    let mut sockets = Vec::new();
    let mut head = [0; HEAD];
    let mut filled = 0;
    while filled < HEAD {
        match receive_with(stream, &mut head[filled..], &mut sockets) {
            Ok(0) => return Err(ErrorKind::UnexpectedEof.into()),
            Ok(len) => filled += len,
            Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let head = Head::parse(&head)?;
    let mut text = vec![0; head.text_len];
    stream.read_exact(&mut text)?;
    Ok((Frame::decode(head, &text)?, sockets))
}

fn receive_with(
    stream: &BlockingStream,
    bytes: &mut [u8],
    sockets: &mut Vec<OwnedFd>,
) -> Result<usize, Errno> {
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(8))];
    let mut control = RecvAncillaryBuffer::new(&mut space);
    let received = recvmsg(stream, &mut [IoSliceMut::new(bytes)], &mut control, RECEIVE)?;
    for message in control.drain() {
        if let RecvAncillaryMessage::ScmRights(descriptors) = message {
            sockets.extend(descriptors);
        }
    }
    #[cfg(not(target_os = "linux"))]
    for socket in &*sockets {
        rustix::io::fcntl_setfd(socket, rustix::io::FdFlags::CLOEXEC)?;
    }
    Ok(received.bytes)
}

/// No signal where the other process is gone: an error says it.
#[cfg(not(target_vendor = "apple"))]
const SEND: SendFlags = SendFlags::NOSIGNAL;
/// Rust programs ignore the signal.
#[cfg(target_vendor = "apple")]
const SEND: SendFlags = SendFlags::empty();

#[cfg(target_os = "linux")]
const RECEIVE: RecvFlags = RecvFlags::CMSG_CLOEXEC;
#[cfg(not(target_os = "linux"))]
const RECEIVE: RecvFlags = RecvFlags::empty();
