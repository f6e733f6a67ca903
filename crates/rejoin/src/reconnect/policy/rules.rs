//! Whether to come back: the rows of the close codes, a table of HTTP statuses, and the
//! application's exceptions to both.

use core::ops::RangeInclusive;

use http::StatusCode;
use rejoin_close_codes::{Class, DelayRange, Retry, lookup};

use super::{Address, Cause};
use crate::reconnect::Failure;

/// The application's exceptions, of which the last that fits counts.
#[derive(Clone, Debug, Default)]
pub(super) struct Rules {
    codes: Vec<(RangeInclusive<u16>, Retry)>,
    statuses: Vec<(StatusCode, Retry)>,
}

/// A verdict, and whether it is the application's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Verdict {
    pub(super) retry: Retry,
    pub(super) by_application: bool,
}

impl Rules {
    pub(super) fn set_codes(&mut self, codes: RangeInclusive<u16>, retry: Retry) {
        self.codes.push((codes, retry));
    }

    pub(super) fn set_status(&mut self, status: StatusCode, retry: Retry) {
        self.statuses.push((status, retry));
    }

    pub(super) fn verdict(&self, cause: &Cause) -> Verdict {
        if cause.failure() == Some(Failure::InvalidRequest) {
            // It never left: no server had a say in it.
            return Verdict {
                retry: Retry::Never,
                by_application: false,
            };
        }
        let (own, usual) = match (cause.status(), cause.code()) {
            (Some(status), _) => {
                let own = self.statuses.iter().rev().find(|(of, _)| *of == status);
                (own.map(|(_, retry)| *retry), of_status(status))
            }
            (None, Some(code)) => {
                let own = self.codes.iter().rev();
                let own = own.clone().find(|(of, _)| of.contains(&code.get()));
                (own.map(|(_, retry)| *retry), code.info().retry.verdict)
            }
            (None, None) => (None, Retry::Never),
        };
        Verdict {
            retry: own.unwrap_or(usual),
            by_application: own.is_some(),
        }
    }
}

/// What the status of a refusal means for coming back.
pub(super) fn of_status(status: StatusCode) -> Retry {
    match status.as_u16() {
        // Credentials are missing, wrong or expired: for the server, or for a proxy.
        401 | 403 | 407 => Retry::WithNewInput,
        // Too slow, too early, too often; or the server is at fault and may recover.
        408 | 425 | 429 | 500 | 502..=504 => LATER,
        // What content delivery networks say when they do not reach the server behind them.
        520..=530 => LATER,
        _ => Retry::Never,
    }
}

/// Where to try next: elsewhere after every attempt that did not reach a server which had a say, and
/// after a code of overload, whose registration asks for it.
pub(super) fn address(cause: &Cause) -> Address {
    let overloaded = cause
        .code()
        .is_some_and(|code| lookup(code.get()).class == Class::Overload);
    let out_of_order = cause
        .status()
        .is_some_and(|status| of_status(status) == LATER);
    let unreached = cause
        .failure()
        .is_some_and(|failure| failure != Failure::Setup);
    if overloaded || out_of_order || unreached {
        Address::Next
    } else {
        Address::Same
    }
}

const LATER: Retry = Retry::Yes {
    first_delay: DelayRange::FIRST_RECONNECT,
};
