//! The flags for how connections are closed when the server ends or is restarted.

use core::num::NonZeroU32;
use core::time::Duration;

use clap::Args;
use rejoin::Drain;
use serde::Deserialize;

use super::file::{self, merge};
use super::units;

/// How connections are closed when the server ends (1001) or is restarted (1012).
#[derive(Clone, Debug, Default, Args, Deserialize)]
#[command(next_help_heading = "Restarts and the end")]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct DrainArgs {
    /// Close the last connection within this time of the first [default: 30s]
    #[arg(long, value_name = "TIME", value_parser = units::duration)]
    #[serde(deserialize_with = "file::duration", rename = "within")]
    drain_within: Option<Duration>,

    /// Close so many connections a second, more if --drain-within asks for it [default: 200]
    #[arg(long, value_name = "COUNT")]
    #[serde(rename = "rate")]
    drain_rate: Option<NonZeroU32>,

    /// Have at most so many clients come back in a second: widens their retry window [default: 500]
    #[arg(long, value_name = "COUNT")]
    admit_rate: Option<NonZeroU32>,

    /// Cut who is left after this time; the rate is raised so that everybody is told before
    /// [default: what the pace and the time to answer come to]
    #[arg(long, value_name = "TIME", value_parser = units::duration)]
    #[serde(deserialize_with = "file::duration", rename = "deadline")]
    drain_deadline: Option<Duration>,

    /// Give a restarted server up that is not ready within this time [default: 60s]
    #[arg(long, value_name = "TIME", value_parser = units::duration)]
    #[serde(deserialize_with = "file::duration")]
    ready_within: Option<Duration>,
}

merge!(DrainArgs {
    drain_within,
    drain_rate,
    admit_rate,
    drain_deadline,
    ready_within,
});

impl DrainArgs {
    /// At which pace, and until when, connections are closed for a restart.
    pub(super) fn restart(&self) -> Drain {
        let mut plan = Drain::new();
        if let Some(within) = self.drain_within {
            plan = plan.within(within);
        }
        if let Some(rate) = self.drain_rate {
            plan = plan.rate(rate);
        }
        if let Some(rate) = self.admit_rate {
            plan = plan.admit(rate);
        }
        if let Some(deadline) = self.drain_deadline {
            plan = plan.deadline(deadline);
        }
        plan
    }

    /// How long a new process may take to get ready.
    pub(crate) fn ready_within(&self) -> Duration {
        self.ready_within.unwrap_or(READY_WITHIN)
    }
}

const READY_WITHIN: Duration = Duration::from_secs(60);
