//! `rejoin check`: a doctor for a WebSocket.
//!
//! ```text
//!  args --> probe (I/O) --> Facts --> judge (pure) --> Findings --> report --> exit status
//!                 \---- each step as it is done ------------------>/
//! ```

mod facts;
mod head;
mod judge;
mod probe;
mod report;

use core::time::Duration;

use http::{HeaderName, header};
use rejoin::Transport;
use rejoin::proto::handshake::{ClientHandshake, ClientOptions, Security};

use crate::args::{CheckArgs, Verbosity};
use crate::exit::{Exit, Failure};
use crate::output;
use facts::{Asked, Exchange, Facts, Outcome, Sends, TlsFault};
use judge::{Finding, Severity};
use probe::{Found, Plan, Trust};
use report::{Counting, Detail, Report};

/// Looks, judges and tells.
pub(crate) async fn run(args: &CheckArgs, verbosity: Verbosity) -> Result<Exit, Failure> {
    let checkup = Checkup::from_args(args)?;
    let report = if args.json {
        Report::json()
    } else if verbosity.verbose > 0 {
        Report::text(Detail::More)
    } else {
        Report::text(Detail::Usual)
    };
    let counts = !args.json && !verbosity.quiet && Counting::is_watched();
    let (facts, report) = checkup.look(report, counts).await;
    let findings = judge::judge(&facts);
    let exit = judge::exit(&facts, &findings);
    if let Err(error) = report.finish(&facts, &findings, exit) {
        return output::stdout_failed(&error);
    }
    if exit == Exit::Well {
        return Ok(exit);
    }
    Err(Failure::new(exit, in_one_line(&findings)))
}

/// The worst of it, and what to do first.
fn in_one_line(findings: &[Finding]) -> String {
    let worst = findings
        .iter()
        .find(|finding| finding.severity == Severity::Error);
    let line = worst.map_or_else(
        || "something is wrong, see the report".to_owned(),
        |finding| {
            let fix = finding.fixes.first();
            let fix = fix.map_or_else(String::new, |fix| {
                format!("; on the {}, {}", fix.on.name(), fix.what)
            });
            format!("{}{fix}", finding.seen)
        },
    );
    crate::inert::Line(&line).to_string()
}

/// Everything that is known before the first look.
struct Checkup {
    asked: Asked,
    handshake: ClientHandshake,
    /// `None` if TLS is not asked for.
    trust: Option<Trust>,
    patience: Duration,
    message: Option<String>,
}

impl Checkup {
    fn from_args(args: &CheckArgs) -> Result<Self, Failure> {
        let extensions = args.extensions.extensions(args.offer.as_ref())?;
        let options = ClientOptions::default()
            .with_extensions(extensions)
            .with_subprotocols(&args.subprotocol);
        let mut request = http::Request::get(args.url.as_str())
            .body(())
            .map_err(|error| Failure::usage(format!("{error}; write ws://HOST or wss://HOST")))?;
        for (name, value) in args.headers() {
            request.headers_mut().append(name, value);
        }
        let has = |name: &HeaderName| request.headers().contains_key(name);
        let sends = Sends {
            credentials: has(&header::AUTHORIZATION) || has(&header::COOKIE),
            origin: has(&header::ORIGIN),
        };
        let handshake = ClientHandshake::new(request, &options, rand::random())
            .map_err(|error| Failure::usage(error.to_string()))?;
        let target = handshake.target();
        let asked = Asked {
            url: args.url.clone(),
            host: target.host().to_owned(),
            port: target.port(),
            secure: target.security() == Security::Tls,
            resource: target.resource().to_owned(),
            subprotocols: args.subprotocol.clone(),
            sends,
            insecure: args.tls.insecure,
            idle: args.idle,
        };
        let message = match (&args.message, args.no_message) {
            (_, true) => None,
            (Some(message), false) => Some(message.clone()),
            (None, false) => Some(usual_message()),
        };
        let trust = if asked.secure {
            Some(Trust::from_args(&args.tls)?)
        } else {
            None
        };
        Ok(Self {
            asked,
            handshake,
            trust,
            patience: args.timeout,
            message,
        })
    }

    /// Goes as far as it gets.
    async fn look(self, mut report: Report, counts: bool) -> (Facts, Report) {
        let Self {
            asked,
            handshake,
            trust,
            patience,
            message,
        } = self;
        let mut facts = Facts {
            asked,
            lookup: None,
            dials: Vec::new(),
            tls: None,
            exchange: None,
            second_look: None,
            talk: None,
        };
        let asked = &facts.asked;
        let lookup = probe::look_up(&asked.host, asked.port, patience).await;
        report.lookup(&asked.host, &lookup);
        let addresses = lookup.found.clone().unwrap_or_default();
        facts.lookup = Some(lookup);
        let (dials, stream) = probe::dial(&addresses, patience, |dial| report.dial(dial)).await;
        let open = dials.iter().find(|dial| dial.outcome.is_ok());
        let address = open.map(|dial| dial.address);
        facts.dials = dials;
        let (Some(stream), Some(address)) = (stream, address) else {
            return (facts, report);
        };
        let plan = Plan {
            patience,
            message,
            idle: facts.asked.idle,
        };
        let authority = handshake.target().authority();
        if let Some(trust) = &trust {
            let host = &facts.asked.host;
            let (tls, stream) = probe::shake_tls(trust, host, stream, patience).await;
            report.tls(&tls);
            if is_silent_about_tls(&tls.outcome) {
                let second = probe::speaks_plain(&authority, address, patience).await;
                facts.second_look = Some(second);
            }
            facts.tls = Some(tls);
            if let Some(stream) = stream {
                converse(&mut facts, &mut report, handshake, stream, &plan, counts).await;
            }
        } else {
            converse(&mut facts, &mut report, handshake, stream, &plan, counts).await;
            if facts.exchange.as_ref().is_some_and(is_silent) {
                let host = &facts.asked.host;
                let second = probe::speaks_tls(host, address, patience).await;
                facts.second_look = Some(second);
            }
        }
        (facts, report)
    }
}

/// The request and all that follows.
async fn converse(
    facts: &mut Facts,
    report: &mut Report,
    handshake: ClientHandshake,
    mut stream: impl Transport,
    plan: &Plan,
    counts: bool,
) {
    let (exchange, opened) = probe::exchange(handshake, &mut stream, plan.patience).await;
    report.exchange(&exchange);
    facts.exchange = Some(exchange);
    let Some(opened) = opened else {
        return;
    };
    let mut counting = None;
    let talk = probe::talk(stream, opened, plan, |found| {
        counting = match &found {
            Found::IdleBegins(time) if counts => Some(Counting::begin(*time)),
            Found::Compressed(_)
            | Found::End(_)
            | Found::Idle(_)
            | Found::IdleBegins(_)
            | Found::Ping(_)
            | Found::Plain(_) => None,
        };
        report.found(&found);
    });
    facts.talk = Some(talk.await);
}

fn is_silent_about_tls<T>(outcome: &Result<T, TlsFault>) -> bool {
    matches!(outcome, Err(TlsFault::Ended | TlsFault::TimedOut))
}

fn is_silent(exchange: &Exchange) -> bool {
    exchange.received.is_empty() && !matches!(exchange.outcome, Outcome::Opened(_))
}

/// A text that says who sends it, and is long enough for everybody to compress.
fn usual_message() -> String {
    "rejoin check: a message to see whether it comes back. ".repeat(40)
}
