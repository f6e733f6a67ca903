//! Large buffers that wait to be used again.

/// How many are kept, and how many bytes in all.
const MAX_BUFFERS: usize = 128;
const MAX_BYTES: usize = 128 * 1024 * 1024;

/// A short list of buffers, so that a large frame costs neither fresh pages nor zeroing.
#[derive(Debug, Default)]
pub struct Spare {
    buffers: Vec<Vec<u8>>,
    bytes: usize,
}

impl Spare {
    /// A buffer of at least `size` bytes, all of them initialized, with anything in them.
    pub fn take(&mut self, size: usize) -> Vec<u8> {
        let fits = self.buffers.iter().rposition(|buffer| buffer.len() >= size);
        match fits {
            Some(place) => {
                let buffer = self.buffers.swap_remove(place);
                self.bytes -= buffer.len();
                buffer
            }
            None => vec![0; size],
        }
    }

    /// Keeps a buffer, if there is room for it.
    pub fn give(&mut self, buffer: Vec<u8>) {
        let bytes = self.bytes + buffer.len();
        if self.buffers.len() < MAX_BUFFERS && bytes <= MAX_BYTES {
            self.bytes = bytes;
            self.buffers.push(buffer);
        }
    }
}
