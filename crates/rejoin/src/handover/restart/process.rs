//! The new process, seen from the old one.

use core::time::Duration;
use std::io;
use std::process::ExitStatus;

use tokio::process::Child;
use tokio::time::timeout;

use crate::handover::channel::{Channel, Frame};
use crate::handover::error::Failure;

/// A new process and the line to it.
#[derive(Debug)]
pub(super) struct Process {
    pid: u32,
    child: Child,
    channel: Channel,
    fate: Fate,
}

/// What becomes of it when it is dropped here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// It is not in charge: it ends.
    Killed,
    /// It lives its own life.
    LetGo,
}

impl Process {
    pub(super) fn new(child: Child, channel: Channel) -> Self {
        let pid = child.id().expect("nobody has waited for its end yet");
        Self {
            pid,
            child,
            channel,
            fate: Fate::Killed,
        }
    }

    pub(super) fn pid(&self) -> u32 {
        self.pid
    }

    pub(super) fn parts(&mut self) -> (&mut Child, &mut Channel) {
        (&mut self.child, &mut self.channel)
    }

    /// The moment of decision: once the word is on the line, the new process serves, even if this
    /// one dies before the other has read it.
    pub(super) async fn put_in_charge(mut self) -> Result<Self, Failure> {
        if let Ok(Some(status)) = self.child.try_wait() {
            return Err(Failure::Exited(status));
        }
        if let Err(error) = self.channel.send(&Frame::Proceed).await {
            return Err(match self.end().await {
                Some(status) => Failure::Exited(status),
                None => Failure::Garbled(error),
            });
        }
        self.fate = Fate::LetGo;
        Ok(self)
    }

    /// Says something to it that is lost if it does not listen.
    pub(super) fn tell(&mut self, text: String) -> io::Result<()> {
        self.channel.try_send(&Frame::Word(text))
    }

    /// How it ends by itself, as it is about to; nothing if it has to be killed.
    pub(super) async fn end(&mut self) -> Option<ExitStatus> {
        if let Ok(Ok(status)) = timeout(TO_END, self.child.wait()).await {
            return Some(status);
        }
        self.kill().await;
        None
    }

    /// Waits for its end. Cancel-safe.
    pub(super) async fn ended(&mut self) -> io::Result<ExitStatus> {
        self.child.wait().await
    }

    /// Ends it and waits until it has ended.
    pub(super) async fn kill(&mut self) {
        self.condemn();
        // It has ended, or it is somebody else's now and knows that it was given up.
        let _ = timeout(TO_END, self.child.wait()).await;
    }

    /// Tells it to end, then kills it. It hears the first even where the second is not allowed,
    /// because the executable belongs to another user and runs with that user's rights.
    fn condemn(&mut self) {
        self.channel.send_now(&Frame::GiveUp);
        // It may have ended by itself.
        let _ = self.child.start_kill();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        match self.fate {
            Fate::Killed => self.condemn(),
            Fate::LetGo => {}
        }
    }
}

/// A process that closes the line, or says that it fails, is about to end.
const TO_END: Duration = Duration::from_secs(1);
