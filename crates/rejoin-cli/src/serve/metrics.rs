//! What is counted of a server, in the text format of Prometheus (`OpenMetrics`).

use core::time::Duration;

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::{Registry, Unit};
use rejoin::proto::Initiator;
use rejoin::proto::handshake::Refusal;
use rejoin::{Closure, Connections, ServerEvent};

/// Everything that is counted. Each label has few values, whatever peers do.
#[derive(Debug)]
pub(crate) struct Metrics {
    registry: Registry,
    connections: Connections,
    open: Gauge,
    draining: Gauge,
    drain: Family<Drain, Gauge>,
    predecessor: Gauge,
    opened: Counter,
    failed: Counter,
    refused: Family<Refused, Counter>,
    closed: Family<Closed, Counter>,
    negotiated: Family<Negotiated, Counter>,
    messages: Family<Direction, Counter>,
    bytes: Family<Direction, Counter>,
    round_trips: Histogram,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Drain {
    connections: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Refused {
    reason: &'static str,
    status: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Closed {
    code: String,
    began: &'static str,
    clean: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Negotiated {
    extension: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Direction {
    direction: &'static str,
}

impl Metrics {
    /// Nothing has happened yet to these connections.
    pub(super) fn new(connections: Connections) -> Self {
        let mut registry = Registry::with_prefix("rejoin");
        let open = Gauge::default();
        registry.register(
            "connections_open",
            "Connections that are open",
            open.clone(),
        );
        let draining = Gauge::default();
        registry.register(
            "draining",
            "1 while this process closes its connections",
            draining.clone(),
        );
        let drain = Family::<Drain, Gauge>::default();
        registry.register(
            "drain_connections",
            "How far the drain has come",
            drain.clone(),
        );
        let predecessor = Gauge::default();
        registry.register(
            "predecessor_draining",
            "1 while the process before this one closes its connections",
            predecessor.clone(),
        );
        let opened = Counter::default();
        registry.register(
            "connections_opened",
            "Handshakes that were accepted",
            opened.clone(),
        );
        let failed = Counter::default();
        registry.register(
            "connections_failed",
            "Connections lost before there was a request: TLS or the transport failed",
            failed.clone(),
        );
        let refused = Family::<Refused, Counter>::default();
        registry.register(
            "handshakes_refused",
            "Handshakes that were declined",
            refused.clone(),
        );
        let closed = Family::<Closed, Counter>::default();
        registry.register(
            "connections_closed",
            "Connections that are over, by close code and who began",
            closed.clone(),
        );
        let negotiated = Family::<Negotiated, Counter>::default();
        registry.register(
            "negotiations",
            "Connections that opened with this extension, or with none",
            negotiated.clone(),
        );
        let messages = Family::<Direction, Counter>::default();
        registry.register("messages", "Messages", messages.clone());
        let bytes = Family::<Direction, Counter>::default();
        registry.register_with_unit(
            "message",
            "Payload of messages, not compressed",
            Unit::Bytes,
            bytes.clone(),
        );
        let round_trips = Histogram::new(exponential_buckets(0.000_5, 2.0, 16));
        registry.register_with_unit(
            "ping_round_trip",
            "From a ping to its pong",
            Unit::Seconds,
            round_trips.clone(),
        );
        Self {
            registry,
            connections,
            open,
            draining,
            drain,
            predecessor,
            opened,
            failed,
            refused,
            closed,
            negotiated,
            messages,
            bytes,
            round_trips,
        }
    }

    /// Counts what happened to a connection.
    pub(super) fn count(&self, event: &ServerEvent<'_>) {
        match event {
            ServerEvent::Failed { .. } => _ = self.failed.inc(),
            ServerEvent::Refused { refusal, .. } => {
                let reason = reason(refusal);
                let status = refusal.status().as_u16();
                self.refused
                    .get_or_create(&Refused { reason, status })
                    .inc();
            }
            ServerEvent::Opened { extensions, .. } => {
                self.opened.inc();
                for name in names(extensions) {
                    let extension = name.to_owned();
                    self.negotiated
                        .get_or_create(&Negotiated { extension })
                        .inc();
                }
            }
            ServerEvent::Closed { closure, .. } => {
                self.closed.get_or_create(&closed(closure)).inc();
            }
            // An event that this program does not know yet.
            _ => {}
        }
    }

    /// A message of that size came.
    pub(super) fn received(&self, bytes: usize) {
        self.passed("received", bytes);
    }

    /// A message of that size was sent.
    pub(super) fn sent(&self, bytes: usize) {
        self.passed("sent", bytes);
    }

    fn passed(&self, direction: &'static str, bytes: usize) {
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        let direction = Direction { direction };
        self.messages.get_or_create(&direction).inc();
        self.bytes.get_or_create(&direction).inc_by(bytes);
    }

    /// A ping was answered.
    pub(super) fn round_trip(&self, time: Duration) {
        self.round_trips.observe(time.as_secs_f64());
    }

    /// Whether the process before this one still has connections to close.
    pub(super) fn predecessor_draining(&self, whether: bool) {
        self.predecessor.set(i64::from(whether));
    }

    /// Everything as it is now.
    pub(super) fn exposition(&self) -> Result<String, core::fmt::Error> {
        self.open.set(number(self.connections.open()));
        let draining = self.connections.draining();
        let under_way = draining.as_ref().map(rejoin::Draining::progress);
        let closing = under_way.is_some_and(|progress| !progress.stage.is_over());
        self.draining.set(i64::from(closing));
        if let Some(progress) = under_way {
            for (connections, count) in [
                ("clean", progress.clean),
                ("unclean", progress.unclean),
                ("cut", progress.cut),
                ("left", progress.left),
                ("closing", progress.closing),
            ] {
                let gauge = self.drain.get_or_create(&Drain { connections });
                gauge.set(number(count));
            }
        } else {
            self.drain.clear();
        }
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text)
    }
}

/// What the text of the format is called in HTTP.
pub(super) const CONTENT_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The names in a header, or "none".
fn names(extensions: &str) -> impl Iterator<Item = &str> {
    extensions.split(',').map(|element| {
        let (name, _) = element.split_once(';').unwrap_or((element, ""));
        match name.trim() {
            "" => "none",
            name => name,
        }
    })
}

fn closed(closure: &Closure) -> Closed {
    Closed {
        code: code(closure.code().get()),
        began: match closure.initiator {
            Initiator::Local => "server",
            Initiator::Peer => "client",
            // The enum may grow; so far these are all.
            Initiator::Transport | _ => "transport",
        },
        clean: if closure.is_clean() { "yes" } else { "no" },
    }
}

/// The ranges in which peers choose among thousands of codes are one each.
fn code(code: u16) -> String {
    match code {
        3001..=3999 => "3xxx".to_owned(),
        4000.. => "4xxx".to_owned(),
        _ => code.to_string(),
    }
}

fn reason(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::Application { .. } => "application",
        Refusal::BodyPresent => "body_present",
        Refusal::ConnectionWithoutUpgrade | Refusal::NotAnUpgrade => "not_an_upgrade",
        Refusal::EndOfStream { .. } => "end_of_stream",
        Refusal::Extensions(_) => "malformed_extensions",
        Refusal::Head(_) => "head",
        Refusal::Host => "host",
        Refusal::HttpVersionTooOld | Refusal::HttpVersionUnsupported => "http_version",
        Refusal::Key => "key",
        Refusal::Method => "method",
        Refusal::Origin => "origin",
        Refusal::RequiredExtensions { .. } => "required_extensions",
        Refusal::Subprotocols => "malformed_subprotocols",
        Refusal::TimedOut => "timed_out",
        Refusal::Unavailable { .. } => "unavailable",
        Refusal::Version => "version",
        // A reason that this program does not know yet.
        _ => "other",
    }
}
