//! Reading and writing a socket that does not block, once each.

use std::io::{self, IoSlice, IoSliceMut};
use std::os::fd::OwnedFd;

use rustix::io::{Errno, readv, retry_on_intr, writev};
use rustix::net::{RecvFlags, SendFlags, recv, send};

/// As many slices as one system call is given.
pub(crate) const SLICES: usize = 64;

/// One read; `None` if there is nothing, 0 if the peer ended its direction.
///
/// # Errors
///
/// If the connection is gone.
pub fn receive(socket: &OwnedFd, buffer: &mut [u8]) -> io::Result<Option<usize>> {
    match retry_on_intr(|| recv(socket, &mut *buffer, RecvFlags::empty())) {
        Ok((read, _)) => Ok(Some(read)),
        Err(Errno::AGAIN) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// One read into `first`, and into `second` when that is full.
pub(crate) fn receive_two(
    socket: &OwnedFd,
    first: &mut [u8],
    second: &mut [u8],
) -> io::Result<Option<usize>> {
    let mut slices = [IoSliceMut::new(first), IoSliceMut::new(second)];
    match retry_on_intr(|| readv(socket, &mut slices)) {
        Ok(read) => Ok(Some(read)),
        Err(Errno::AGAIN) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Writes what the socket takes of `slices`, be it nothing.
///
/// # Errors
///
/// If the connection is gone.
pub fn write(socket: &OwnedFd, slices: &[IoSlice<'_>]) -> io::Result<usize> {
    let written = retry_on_intr(|| match slices {
        [only] => send(socket, only, SendFlags::NOSIGNAL),
        _ => writev(socket, slices),
    });
    match written {
        Ok(written) => Ok(written),
        Err(Errno::AGAIN) => Ok(0),
        Err(error) => Err(error.into()),
    }
}

/// Writes all `parts`: `None`, or how many bytes of them the socket took.
pub(crate) fn write_all<'a>(
    socket: &OwnedFd,
    parts: impl Iterator<Item = &'a [u8]>,
) -> io::Result<Option<usize>> {
    let mut parts = parts.peekable();
    let mut before = 0;
    while let Some(first) = parts.next() {
        let mut bytes = first.len();
        let written = if parts.peek().is_none() {
            write(socket, &[IoSlice::new(first)])?
        } else {
            let mut slices = [IoSlice::new(first); SLICES];
            let mut filled = 1;
            // The slices come first: once they are all filled, no part may be taken.
            for (slice, part) in slices[1..].iter_mut().zip(&mut parts) {
                *slice = IoSlice::new(part);
                filled += 1;
                bytes += part.len();
            }
            write(socket, &slices[..filled])?
        };
        before += written;
        if written < bytes {
            return Ok(Some(before));
        }
    }
    Ok(None)
}
