//! The flags for how connections are closed when the server ends or is restarted.

use core::num::NonZeroU32;
use core::time::Duration;

use clap::Args;
use rejoin::Drain;

use super::units;

/// How connections are closed when the server ends (1001) or is restarted (1012).
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Restarts and the end")]
pub(crate) struct DrainArgs {
    /// Close the last connection within this time of the first [default: 30s]
    #[arg(long, value_name = "TIME", value_parser = units::duration)]
    drain_within: Option<Duration>,

    /// Close so many connections a second, more if --drain-within asks for it [default: 200]
    #[arg(long, value_name = "COUNT")]
    drain_rate: Option<NonZeroU32>,

    /// Have at most so many clients come back in a second: widens their retry window [default: 500]
    #[arg(long, value_name = "COUNT")]
    admit_rate: Option<NonZeroU32>,

    /// Cut who is left after this time [default: 60s]
    #[arg(long, value_name = "TIME", value_parser = units::duration)]
    drain_deadline: Option<Duration>,

    /// Give a restarted server up that is not ready within this time [default: 60s]
    #[arg(long, value_name = "TIME", value_parser = units::duration)]
    ready_within: Option<Duration>,
}

impl DrainArgs {
    /// The plan of a restart; with 1001 it is that of an end.
    pub(crate) fn plan(&self) -> Drain {
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
