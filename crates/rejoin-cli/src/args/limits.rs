//! The flags for limits and keepalive, the same for both commands.

use core::time::Duration;

use clap::Args;
use rejoin::proto::{Keepalive, Limits};

use super::units::{self, PingEvery};

/// What a peer may push, and how long it may be silent.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Limits")]
pub(crate) struct LimitArgs {
    /// The largest message, after decompression; beyond it: 1009
    #[arg(long, value_name = "SIZE", default_value = "16MiB", value_parser = units::memory_size)]
    max_message_bytes: usize,

    /// The largest frame; beyond it: 1009 [default: as --max-message-bytes]
    #[arg(long, value_name = "SIZE", value_parser = units::size)]
    max_frame_bytes: Option<u64>,

    /// The most frames below 64 bytes in one message; beyond it: 1008
    #[arg(long, value_name = "COUNT", default_value_t = 16_384)]
    max_tiny_fragments: u32,

    /// Ping a peer that has been silent for so long, or "off"
    #[arg(long, value_name = "TIME", default_value = "20s", value_parser = PingEvery::parse)]
    ping_every: PingEvery,

    /// Give a peer up that does not answer a ping for so long
    #[arg(long, value_name = "TIME", default_value = "20s", value_parser = units::duration)]
    ping_patience: Duration,

    /// Give a peer up that takes none of what is sent for so long
    #[arg(long, value_name = "TIME", default_value = "60s", value_parser = units::duration)]
    send_timeout: Duration,

    /// How long a closing handshake may take, all in all
    #[arg(long, value_name = "TIME", default_value = "10s", value_parser = units::duration)]
    close_timeout: Duration,
}

impl LimitArgs {
    /// The limits of a connection.
    pub(crate) fn limits(&self) -> Limits {
        let mut limits = Limits::default();
        limits.max_message_bytes = self.max_message_bytes;
        limits.max_frame_bytes = self
            .max_frame_bytes
            .unwrap_or_else(|| u64::try_from(self.max_message_bytes).unwrap_or(u64::MAX));
        limits.max_tiny_fragments = self.max_tiny_fragments;
        limits.send_budget = self.send_timeout;
        limits.close_budget = self.close_timeout;
        limits.transport_end_budget = limits.transport_end_budget.min(self.close_timeout);
        limits
    }

    /// When to ping and when to give up.
    pub(crate) fn keepalive(&self) -> Keepalive {
        self.ping_every.keepalive(self.ping_patience)
    }
}
