//! A server of any kind, restarted by a command of the user's.

use std::io;
use std::process::Stdio;

use tokio::process::Command;

use super::Target;
use crate::exit::Failure;

/// A server that a command restarts.
#[derive(Debug)]
pub(in crate::rehearse) struct RestartCommand(String);

impl RestartCommand {
    /// A server that is restarted by having the shell run this command.
    pub(in crate::rehearse) fn new(command: &str) -> Self {
        Self(command.to_owned())
    }

    fn shell(&self) -> Command {
        #[cfg(unix)]
        let (shell, flag) = ("sh", "-c");
        #[cfg(not(unix))]
        let (shell, flag) = ("cmd", "/C");
        let mut command = Command::new(shell);
        command.arg(flag).arg(&self.0).stdin(Stdio::null());
        // stdout is for the report.
        command.stdout(io::stderr());
        command
    }
}

impl Target for RestartCommand {
    async fn restart(&mut self) -> Result<(), Failure> {
        let status = self.shell().status().await.map_err(|error| {
            Failure::other(format!(
                "cannot run the shell for --restart-command: {error}"
            ))
        })?;
        if status.success() {
            return Ok(());
        }
        Err(Failure::other(format!(
            "the --restart-command failed ({status}); run it by hand to see why: {}",
            self.0
        )))
    }

    fn memory(&self) -> Option<u64> {
        None
    }
}
