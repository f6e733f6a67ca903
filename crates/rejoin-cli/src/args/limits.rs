//! The flags for limits and keepalive, the same for both commands.

use core::time::Duration;

use clap::Args;
use rejoin::proto::{Keepalive, Limits};
use serde::Deserialize;

use super::file::{self, merge};
use super::units::{self, PingEvery};

/// What a peer may push, and how long it may be silent.
#[derive(Clone, Debug, Default, Args, Deserialize)]
#[command(next_help_heading = "Limits")]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct LimitArgs {
    /// The largest message, after decompression; beyond it: 1009 [default: 16MiB]
    #[arg(long, value_name = "SIZE", value_parser = units::memory_size)]
    #[serde(deserialize_with = "file::memory_size")]
    max_message_bytes: Option<usize>,

    /// The largest frame; beyond it: 1009 [default: as --max-message-bytes]
    #[arg(long, value_name = "SIZE", value_parser = units::size)]
    #[serde(deserialize_with = "file::size")]
    max_frame_bytes: Option<u64>,

    /// The most frames below 64 bytes in one message; beyond it: 1008 [default: 16384]
    #[arg(long, value_name = "COUNT")]
    max_tiny_fragments: Option<u32>,

    /// Ping a peer that has been silent for so long, or "off" [default: 20s]
    #[arg(long, value_name = "TIME", value_parser = PingEvery::parse)]
    #[serde(deserialize_with = "file::ping_every")]
    ping_every: Option<PingEvery>,

    /// Give a peer up that does not answer a ping for so long [default: 20s]
    #[arg(long, value_name = "TIME", value_parser = units::duration)]
    #[serde(deserialize_with = "file::duration")]
    ping_patience: Option<Duration>,

    /// Give a peer up that takes none of what is sent for so long [default: 60s]
    #[arg(long, value_name = "TIME", value_parser = units::duration)]
    #[serde(deserialize_with = "file::duration")]
    send_timeout: Option<Duration>,

    /// How long a closing handshake may take, all in all [default: 10s]
    #[arg(long, value_name = "TIME", value_parser = units::duration)]
    #[serde(deserialize_with = "file::duration")]
    close_timeout: Option<Duration>,
}

merge!(LimitArgs {
    max_message_bytes,
    max_frame_bytes,
    max_tiny_fragments,
    ping_every,
    ping_patience,
    send_timeout,
    close_timeout,
});

impl LimitArgs {
    /// The limits of a connection. What is not set is as the library has it.
    pub(crate) fn limits(&self) -> Limits {
        let mut limits = Limits::default();
        if let Some(bytes) = self.max_message_bytes {
            limits.max_message_bytes = bytes;
            limits.max_frame_bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        }
        if let Some(bytes) = self.max_frame_bytes {
            limits.max_frame_bytes = bytes;
        }
        if let Some(most) = self.max_tiny_fragments {
            limits.max_tiny_fragments = most;
        }
        if let Some(time) = self.send_timeout {
            limits.send_budget = time;
        }
        if let Some(time) = self.close_timeout {
            limits.close_budget = time;
            limits.transport_end_budget = limits.transport_end_budget.min(time);
        }
        limits
    }

    /// When to ping and when to give up.
    pub(crate) fn keepalive(&self) -> Keepalive {
        let every = self.ping_every.unwrap_or(PingEvery::Silence(PING_EVERY));
        every.keepalive(self.ping_patience.unwrap_or(PING_PATIENCE))
    }
}

const PING_EVERY: Duration = Duration::from_secs(20);

const PING_PATIENCE: Duration = Duration::from_secs(20);
