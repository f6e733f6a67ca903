//! What cells are called, on the command line and in tables.

use std::fmt;

use clap::ValueEnum;

use super::{Cell, Echo, Headers, History, Job, Pace, Takeover, Transport};
use crate::units::{bytes, count};

impl Cell {
    /// Names the cell on the command line and in the results.
    pub(crate) fn id(&self) -> String {
        let section = self
            .section
            .to_possible_value()
            .map_or_else(String::new, |value| value.get_name().to_owned());
        let rest = match &self.job {
            Job::Echo(echo) => echo.id(),
            Job::Broadcast { connections, size } => format!("{}/{connections}", short(*size)),
            Job::Handshakes {
                slots,
                headers,
                transport,
            } => {
                let transport = match transport {
                    Transport::Plain => "plain",
                    Transport::Tls => "tls",
                };
                let headers = match headers {
                    Headers::Bare => "bare",
                    Headers::Browser => "browser",
                };
                format!("{transport}/{headers}/{slots}")
            }
            Job::Idle {
                connections,
                deflate,
                history,
            } => {
                let deflate = deflate.map_or_else(
                    || "plain".to_owned(),
                    |takeover| format!("deflate {takeover}"),
                );
                format!("{connections}/{deflate}/{history}")
            }
        };
        format!("{section}/{rest}").replace(' ', "-")
    }

    /// Names the cell in a table.
    pub(crate) fn name(&self) -> String {
        match &self.job {
            Job::Echo(echo) => echo.name(),
            Job::Broadcast { connections, size } => {
                format!("{} to {}", bytes(*size), count(*connections))
            }
            Job::Handshakes {
                slots,
                headers,
                transport,
            } => {
                let slots = if *slots == 1 {
                    "one at a time".to_owned()
                } else {
                    format!("{slots} at a time")
                };
                format!("{transport}, {headers}, {slots}")
            }
            Job::Idle {
                connections,
                deflate,
                history,
            } => {
                let deflate =
                    deflate.map_or_else(String::new, |takeover| format!("deflate {takeover}, "));
                format!("{} idle, {deflate}{history}", count(*connections))
            }
        }
    }
}

impl Echo {
    fn id(&self) -> String {
        let deflate = self
            .deflate
            .map_or_else(String::new, |takeover| format!("/{takeover}"));
        let fragments = if self.fragments > 1 {
            format!("/{} fragments", self.fragments)
        } else {
            String::new()
        };
        let pace = match self.pace {
            Pace::Peak => "",
            Pace::HalfOfOwnPeak => "/own rate",
            Pace::HalfOfBestPeer => "/common rate",
        };
        format!(
            "{}/{}x{}{fragments}{deflate}{pace}",
            short(self.size),
            self.connections,
            self.in_flight
        )
    }

    fn name(&self) -> String {
        let fragments = if self.fragments > 1 {
            format!(" in {} fragments", self.fragments)
        } else {
            String::new()
        };
        let deflate = self
            .deflate
            .map_or_else(String::new, |takeover| format!(", {takeover}"));
        let pace = match self.pace {
            Pace::Peak => "",
            Pace::HalfOfOwnPeak => ", half of its own peak",
            Pace::HalfOfBestPeer => ", half of the best peer's peak",
        };
        format!(
            "{}{fragments}, {} × {}{deflate}{pace}",
            bytes(self.size),
            count(self.connections),
            self.in_flight
        )
    }
}

/// A size without a space.
fn short(size: u64) -> String {
    bytes(size).replace(' ', "")
}

impl fmt::Display for Takeover {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Without => "without takeover",
            Self::With => "with takeover",
        })
    }
}

impl fmt::Display for Headers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Bare => "bare",
            Self::Browser => "a browser's headers",
        })
    }
}

impl fmt::Display for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Plain => "plain",
            Self::Tls => "TLS",
        })
    }
}

impl fmt::Display for History {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NeverUsed => "never used",
            Self::AfterMessage => "after a message",
            Self::AfterBurst => "after a burst",
        })
    }
}
