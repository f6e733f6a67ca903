//! What a socket did not take, and how it is written once there is room.

use std::collections::VecDeque;
use std::io::{self, IoSlice};
use std::ops::Range;
use std::os::fd::OwnedFd;

use crate::socket::{SLICES, write};
use crate::spare::Spare;

/// Bytes that wait for room in a socket, oldest first.
#[derive(Debug, Default)]
pub struct Unsent {
    pieces: VecDeque<(Vec<u8>, Range<usize>)>,
}

impl Unsent {
    /// Keeps the bytes of `buffer` that are in `range`.
    pub fn push(&mut self, buffer: Vec<u8>, range: Range<usize>) {
        if !range.is_empty() {
            self.pieces.push_back((buffer, range));
        }
    }

    /// Whether nothing waits.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Writes what the socket takes; the buffers that are done with go to `spare`.
    ///
    /// # Errors
    ///
    /// If the connection is gone.
    pub fn flush(&mut self, socket: &OwnedFd, spare: &mut Spare) -> io::Result<()> {
        while !self.pieces.is_empty() {
            let mut slices = [IoSlice::new(&[]); SLICES];
            let (mut filled, mut bytes) = (0, 0);
            for (slice, (buffer, range)) in slices.iter_mut().zip(&self.pieces) {
                *slice = IoSlice::new(&buffer[range.clone()]);
                filled += 1;
                bytes += range.len();
            }
            let written = write(socket, &slices[..filled])?;
            self.advance(written, spare);
            if written < bytes {
                break;
            }
        }
        Ok(())
    }

    fn advance(&mut self, mut written: usize, spare: &mut Spare) {
        while let Some((_, range)) = self.pieces.front_mut() {
            let step = written.min(range.len());
            range.start += step;
            written -= step;
            if range.start < range.end {
                return;
            }
            if let Some((buffer, _)) = self.pieces.pop_front() {
                spare.give(buffer);
            }
        }
    }
}
