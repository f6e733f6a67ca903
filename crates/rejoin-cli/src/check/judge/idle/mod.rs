//! Who cuts a connection on which nothing is said, and which known default that looks like.

use core::time::Duration;

use rejoin::proto::Initiator;

use super::finding::Finding;
use super::hops::Hop;
use super::talk::{code_in_words, lost_in_words};
use crate::check::facts::{Idle, Talk};

/// A connection that did not outlive its silence.
pub(super) fn judge(talk: &Talk, hops: &[Hop]) -> Vec<Finding> {
    let Some(idle) = &talk.idle else {
        return Vec::new();
    };
    let closure = &talk.end.closure;
    if let Some(fault) = closure.fault {
        return vec![
            Finding::error(
                "protocol-broken",
                format!("while nothing was said the server broke a rule: {fault}"),
            )
            .because("Clients close the connection then.")
            .against(fault.section())
            .server("check its WebSocket library"),
        ];
    }
    let lasted = idle.lasted.as_secs_f64();
    let close = closure
        .received
        .as_ref()
        .filter(|_| closure.initiator == Initiator::Peer);
    let seen = match close {
        Some(close) => format!(
            "after {lasted:.1} s of silence the server closed with {}",
            code_in_words(close.effective_code(), close.reason())
        ),
        None => format!(
            "after {lasted:.1} s of silence the connection {}",
            lost_in_words(closure)
        ),
    };
    let code = close.map(|close| close.effective_code().get());
    let reason = close.map_or("", |close| close.reason());
    let known = suspects(idle, code, reason, hops);
    let mut why = "Whoever has nothing to say for that long is disconnected.".to_owned();
    for (number, known) in known.iter().enumerate() {
        let begin = if number == 0 { " That fits " } else { "; " };
        why.push_str(begin);
        why.push_str(&known.in_words());
    }
    if !known.is_empty() {
        why.push('.');
    }
    let mut finding = Finding::error("idle-cut", seen)
        .because(why)
        .against("RFC 6455 section 5.5.2");
    let is_known = !known.is_empty();
    for known in known {
        finding = match known.on {
            On::Proxy => finding.proxy(known.fix),
            On::Server => finding.server(known.fix),
        };
    }
    // A limit that somebody has set is no default, but who has one is known all the same.
    let present = KNOWN.iter().filter(|known| known.is_among(hops));
    for known in present.filter(|known| !is_known && known.end == How::NoClose && code.is_none()) {
        let (setting, fix) = (known.setting, known.fix);
        finding = finding.proxy(format!("look at its {setting}; {fix}"));
    }
    let every = Duration::from_secs_f64((lasted / 2.0).max(1.0)).as_secs();
    vec![
        finding
            .server(format!("send a ping every {every} s or more often"))
            .client(format!(
                "if the server cannot, send a ping or a message every {every} s or more often"
            )),
    ]
}

/// Those whose defaults fit what was seen; who was seen in the answer comes first, and alone.
fn suspects(idle: &Idle, code: Option<u16>, reason: &str, hops: &[Hop]) -> Vec<&'static Known> {
    let fitting: Vec<&Known> = KNOWN
        .iter()
        .filter(|known| known.fits(idle, code, reason))
        .collect();
    let present: Vec<&Known> = fitting
        .iter()
        .copied()
        .filter(|known| known.is_among(hops))
        .collect();
    if present.is_empty() { fitting } else { present }
}

/// A limit that somebody sets unless told otherwise.
#[derive(Debug)]
struct Known {
    product: &'static str,
    setting: &'static str,
    seconds: u32,
    clock: Clock,
    end: How,
    on: On,
    fix: &'static str,
}

/// What the limit counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Clock {
    /// Since the last byte.
    Silence,
    /// Since the opening, whatever is said.
    Life,
}

/// How the connection ends then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    /// With this code.
    Code(u16),
    /// With this code and words in the reason; the time does not matter.
    Words(u16, &'static str),
    /// Without a Close frame.
    NoClose,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum On {
    Proxy,
    Server,
}

impl Known {
    fn fits(&self, idle: &Idle, code: Option<u16>, reason: &str) -> bool {
        let how = match self.end {
            How::Code(known) => code == Some(known),
            How::NoClose => code.is_none(),
            How::Words(known, words) => return code == Some(known) && reason.contains(words),
        };
        let time = match self.clock {
            Clock::Silence => idle.lasted,
            Clock::Life => idle.since_opening,
        };
        let limit = f64::from(self.seconds);
        // Clocks of servers tick in seconds, and the way there and back takes its time.
        let late = (limit * 0.05).max(3.0);
        how && (limit - 1.0..=limit + late).contains(&time.as_secs_f64())
    }

    /// Whether it was seen in the answer.
    fn is_among(&self, hops: &[Hop]) -> bool {
        hops.iter().any(|hop| hop.name == self.product)
    }

    fn in_words(&self) -> String {
        let (product, setting, seconds) = (self.product, self.setting, self.seconds);
        let of_what = match self.clock {
            Clock::Silence => "",
            Clock::Life => " of a connection's whole life",
        };
        format!("{product} ({setting}, {seconds} s{of_what} by default)")
    }
}

const KNOWN: [Known; 16] = [
    Known {
        product: "nginx",
        setting: "proxy_read_timeout",
        seconds: 60,
        clock: Clock::Silence,
        end: How::NoClose,
        on: On::Proxy,
        fix: "in nginx's location: proxy_read_timeout 1h; proxy_send_timeout 1h; (Kubernetes: \
              the annotations nginx.ingress.kubernetes.io/proxy-read-timeout and \
              proxy-send-timeout)",
    },
    Known {
        product: "AWS load balancer",
        setting: "idle timeout of an ALB",
        seconds: 60,
        clock: Clock::Silence,
        end: How::NoClose,
        on: On::Proxy,
        fix: "raise idle_timeout.timeout_seconds of the load balancer, 4000 at most",
    },
    Known {
        product: "AWS load balancer",
        setting: "idle timeout of an NLB",
        seconds: 350,
        clock: Clock::Silence,
        end: How::NoClose,
        on: On::Proxy,
        fix: "raise tcp.idle_timeout.seconds of the listener",
    },
    Known {
        product: "AWS API Gateway",
        setting: "idle timeout, which cannot be raised",
        seconds: 600,
        clock: Clock::Silence,
        end: How::Code(1001),
        on: On::Proxy,
        fix: "nothing can be set there: send something every few minutes",
    },
    Known {
        product: "Google Cloud load balancer",
        setting: "timeout of the backend service",
        seconds: 30,
        clock: Clock::Life,
        end: How::NoClose,
        on: On::Proxy,
        fix: "raise timeoutSec of the backend service (GKE: BackendConfig): pings do not help, it \
              counts a WebSocket's whole life",
    },
    Known {
        product: "Cloudflare",
        setting: "about 100 s without traffic",
        seconds: 100,
        clock: Clock::Silence,
        end: How::NoClose,
        on: On::Proxy,
        fix: "nothing can be set there: send a ping every minute or more often",
    },
    Known {
        product: "Heroku router",
        setting: "rolling window, H15 in its log",
        seconds: 55,
        clock: Clock::Silence,
        end: How::NoClose,
        on: On::Proxy,
        fix: "nothing can be set there: send a ping every half minute",
    },
    Known {
        product: "Envoy",
        setting: "stream_idle_timeout",
        seconds: 300,
        clock: Clock::Silence,
        end: How::NoClose,
        on: On::Proxy,
        fix: "raise stream_idle_timeout of the connection manager or idle_timeout of the route",
    },
    Known {
        product: "Azure Load Balancer",
        setting: "idle timeout",
        seconds: 240,
        clock: Clock::Silence,
        end: How::NoClose,
        on: On::Proxy,
        fix: "raise the idle timeout of the rule, 30 minutes at most, and switch TCP resets on",
    },
    Known {
        product: "Jetty",
        setting: "idleTimeout",
        seconds: 30,
        clock: Clock::Silence,
        end: How::Code(1001),
        on: On::Server,
        fix: "in Jetty, raise the idle timeout of the WebSocket container",
    },
    Known {
        product: "cowboy",
        setting: "idle_timeout",
        seconds: 60,
        clock: Clock::Silence,
        end: How::Code(1000),
        on: On::Server,
        fix: "in cowboy, raise idle_timeout of the websocket handler, or send pings from it",
    },
    Known {
        product: "Bandit or Phoenix",
        setting: "timeout of the socket",
        seconds: 60,
        clock: Clock::Silence,
        end: How::Code(1002),
        on: On::Server,
        fix: "in Phoenix, send heartbeats from the client, or raise the socket's timeout",
    },
    Known {
        product: "Boost.Beast",
        setting: "idle_timeout of a server",
        seconds: 300,
        clock: Clock::Silence,
        end: How::NoClose,
        on: On::Server,
        fix: "in Beast, switch keep_alive_pings on in stream_base::timeout",
    },
    Known {
        product: "uWebSockets",
        setting: "idleTimeout",
        seconds: 120,
        clock: Clock::Silence,
        end: How::NoClose,
        on: On::Server,
        fix: "in uWebSockets, leave sendPingsAutomatically on, or raise idleTimeout (960 at most)",
    },
    Known {
        product: "Python websockets (uvicorn too)",
        setting: "ping_interval 20 s and ping_timeout 20 s; its pings or our pongs got lost",
        seconds: 40,
        clock: Clock::Silence,
        end: How::Words(1011, "keepalive ping timeout"),
        on: On::Proxy,
        fix: "look for what swallows ping and pong frames on the way, or delays them by 20 s",
    },
    Known {
        product: "Deno",
        setting: "idleTimeout; its pings or our pongs got lost",
        seconds: 120,
        clock: Clock::Silence,
        end: How::Words(1001, "No response from ping frame"),
        on: On::Proxy,
        fix: "look for what swallows ping and pong frames on the way",
    },
];

#[cfg(test)]
mod tests;
