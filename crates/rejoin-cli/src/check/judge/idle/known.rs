//! The limits that are known, with their defaults.

use super::Hop;
use crate::check::facts::Idle;

/// A limit that somebody sets unless told otherwise.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) product: &'static str,
    pub(super) setting: &'static str,
    seconds: u32,
    clock: Clock,
    pub(super) end: How,
    pub(super) on: On,
    pub(super) fix: &'static str,
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
pub(super) enum How {
    /// However; what is documented does not tell.
    Any,
    /// With this code.
    Code(u16),
    /// With this code and words in the reason; the time does not matter.
    Words(u16, &'static str),
    /// Without a Close frame.
    NoClose,
}

/// Where it is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum On {
    Proxy,
    Server,
}

impl Known {
    /// Whether it explains what was seen.
    pub(super) fn fits(&self, idle: &Idle, code: Option<u16>, reason: &str) -> bool {
        let how = match self.end {
            How::Any => true,
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
    pub(super) fn is_among(&self, hops: &[Hop]) -> bool {
        hops.iter().any(|hop| hop.name == self.product)
    }

    /// Whose it is, what it is called, and how long it is.
    pub(super) fn in_words(&self) -> String {
        let (product, setting, seconds) = (self.product, self.setting, self.seconds);
        if matches!(self.end, How::Words(..)) {
            return format!("{product} ({setting})");
        }
        let of_what = match self.clock {
            Clock::Silence => "",
            Clock::Life => " of a connection's whole life",
        };
        format!("{product} ({setting}, {seconds} s{of_what} by default)")
    }
}

pub(super) const KNOWN: [Known; 16] = [
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
        end: How::Any,
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
        fix: "on most plans nothing can be set there: send a ping every minute or more often",
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
