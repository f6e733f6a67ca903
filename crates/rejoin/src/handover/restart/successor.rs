//! The new process, in charge.

use std::io;
use std::process::ExitStatus;

use super::process::Process;
use super::reloading;
use crate::handover::channel::MOST_TEXT;
use crate::handover::permit::Permit;

/// The new process, which serves while this one drains.
///
/// Keep it until this process ends: it refuses further restarts meanwhile, and the new process sees
/// from the line that ends with it when this one is gone.
#[derive(Debug)]
pub struct Successor {
    process: Process,
    permit: Option<Permit>,
}

impl Successor {
    pub(super) fn new(process: Process, permit: Permit) -> Self {
        Self {
            process,
            permit: Some(permit),
        }
    }

    /// Its process id.
    pub fn pid(&self) -> u32 {
        self.process.pid()
    }

    /// Tells it something in the application's own words: how far the drain has come, for instance,
    /// which nobody who asks the process that serves would learn otherwise. It is there for
    /// [`Predecessor::told`](crate::handover::Predecessor::told), in order, also once this process
    /// has ended.
    ///
    /// # Bounds
    ///
    /// 1024 bytes. What nobody reads takes space on the line, some 200 KiB on Linux.
    ///
    /// # Errors
    ///
    /// `InvalidInput` for a text that is too long, `WouldBlock` while there is no space for it, another
    /// kind once the new process has ended or does not listen any more. Nothing has been told then.
    pub fn tell(&mut self, text: impl Into<String>) -> io::Result<()> {
        let text = text.into();
        if text.len() > MOST_TEXT {
            return Err(io::Error::new(
                io::ErrorKind::InvalidInput,
                format!("a text of more than {MOST_TEXT} bytes; tell it in parts"),
            ));
        }
        self.process.tell(text)
    }

    /// Waits until it has ended; it should not, while this process lives.
    ///
    /// If it has, clients are not refused: connections queue up at the sockets, which
    /// [`Restart`](super::Restart) keeps open. Accept from its
    /// [`listeners`](super::Restart::listeners) again, and abort the drain. A further restart is
    /// allowed again, and a service manager is told that this process is the main one.
    ///
    /// # Errors
    ///
    /// If the operating system does not tell.
    ///
    /// # Cancel safety
    ///
    /// Nothing is lost.
    pub async fn exited(&mut self) -> io::Result<ExitStatus> {
        let status = self.process.ended().await?;
        if self.permit.take().is_some() {
            reloading::take_back();
        }
        Ok(status)
    }
}
