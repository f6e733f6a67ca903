//! What is counted of a server, in the text format of Prometheus (`OpenMetrics`).

mod farewell;
mod figures;
mod labels;
mod predecessor;

use core::time::Duration;

use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::{Registry, Unit};
use rejoin::{Connections, ServerEvent};

use farewell::Farewell;
pub(super) use figures::Figures;
use labels::{Answered, Closed, Direction, Drain, Negotiated, Refused, number};
use predecessor::Predecessor;

/// Everything that is counted. Each label has few values, whatever peers do.
#[derive(Debug)]
pub(crate) struct Metrics {
    registry: Registry,
    connections: Connections,
    open: Gauge,
    draining: Gauge,
    drain: Family<Drain, Gauge>,
    predecessor: Predecessor,
    farewell: Farewell,
    opened: Counter,
    failed: Counter,
    answered: Family<Answered, Counter>,
    refused: Family<Refused, Counter>,
    closed: Family<Closed, Counter>,
    negotiated: Family<Negotiated, Counter>,
    messages: Family<Direction, Counter>,
    bytes: Family<Direction, Counter>,
    round_trips: Histogram,
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
        let predecessor = Predecessor::new(&mut registry);
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
        let answered = Family::<Answered, Counter>::default();
        registry.register(
            "http_requests_answered",
            "Requests for the page, and what belongs to it",
            answered.clone(),
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
            farewell: Farewell::default(),
            opened,
            failed,
            answered,
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
            ServerEvent::Answered { status, .. } => {
                let status = status.as_u16();
                self.answered.get_or_create(&Answered { status }).inc();
            }
            ServerEvent::Failed { .. } => _ = self.failed.inc(),
            ServerEvent::Refused { refusal, .. } => {
                self.refused.get_or_create(&Refused::of(refusal)).inc();
            }
            ServerEvent::Opened { extensions, .. } => {
                self.opened.inc();
                for negotiated in Negotiated::all(extensions) {
                    self.negotiated.get_or_create(&negotiated).inc();
                }
            }
            ServerEvent::Closed { closure, .. } => {
                let closed = Closed::of(closure);
                self.closed.get_or_create(&closed).inc();
                self.farewell.count(closed);
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

    /// The process before this one, whose connections it closes.
    pub(super) fn predecessor(&self) -> &Predecessor {
        &self.predecessor
    }

    /// What the next process is told of this one.
    pub(super) fn farewell(&self) -> &Farewell {
        &self.farewell
    }

    /// Everything as it is now.
    pub(super) fn exposition(&self) -> Result<String, core::fmt::Error> {
        self.open.set(number(self.connections.open()));
        let draining = self.connections.draining();
        let under_way = draining.as_ref().map(rejoin::Draining::progress);
        let closing = under_way.is_some_and(|progress| !progress.stage.is_over());
        self.draining.set(i64::from(closing));
        if let Some(progress) = under_way {
            labels::set(&self.drain, progress.into());
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
