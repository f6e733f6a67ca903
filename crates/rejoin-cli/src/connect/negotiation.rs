//! What `-v` shows of the opening handshake: the request, the answer, and what became of each offer.

use core::fmt;
use core::net::SocketAddr;

use http::HeaderMap;
use rejoin::reconnect::Opened;
use rejoin::{ConnectError, Connected, Explanation};

use crate::inert;
use crate::output;

/// Shows a handshake that succeeded.
pub(super) fn tell(connected: &Connected) {
    let Connected {
        request, response, ..
    } = connected;
    tell_agreed(connected.peer, request, response, &connected.explanation);
}

/// Shows the handshake of a connection that comes back.
pub(super) fn tell_opened(opened: &Opened) {
    let Opened {
        request, response, ..
    } = opened;
    tell_agreed(opened.peer, request, response, &opened.explanation);
}

fn tell_agreed(
    peer: Option<SocketAddr>,
    request: &http::Request<()>,
    response: &http::Response<()>,
    explanation: &Explanation,
) {
    if let Some(peer) = peer {
        output::tell("*", &format_args!("connected to {peer}"));
    }
    let target = request
        .uri()
        .path_and_query()
        .map_or("/", |resource| resource.as_str());
    output::tell(">", &format_args!("{} {target} HTTP/1.1", request.method()));
    output::tell(">", &Headers(request.headers()));
    output::tell("<", &response.status());
    output::tell("<", &Headers(response.headers()));
    output::tell("*", explanation);
}

/// Shows what is known of one that failed.
pub(super) fn tell_failure(error: &ConnectError) {
    for attempt in error.attempts() {
        output::tell("*", &format_args!("{}: {}", attempt.address, attempt.error));
    }
    if let Some(answer) = error.refusal() {
        output::tell("<", &answer.status());
        output::tell("<", &Headers(answer.headers()));
        let body = String::from_utf8_lossy(answer.body());
        output::tell("<", &format_args!("\n{}", inert::Text(&body)));
    }
    if let Some(explanation) = error.explanation() {
        output::tell("*", explanation);
    }
}

/// Header lines; secrets are left out.
struct Headers<'a>(&'a HeaderMap);

impl fmt::Display for Headers<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, value) in self.0 {
            if value.is_sensitive() {
                writeln!(f, "{name}: (not shown)")?;
            } else {
                let value = String::from_utf8_lossy(value.as_bytes());
                writeln!(f, "{name}: {}", inert::Line(&value))?;
            }
        }
        Ok(())
    }
}
