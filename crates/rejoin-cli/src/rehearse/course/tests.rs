//! Whole rehearsals with a server in memory and virtual time.

use core::num::NonZeroU32;
use std::io;
use std::sync::{Arc, Mutex};

use rejoin::reconnect::Preset;
use rejoin::{Acceptor, Client, Drain, Extensions, WebSocket};
use tokio::io::DuplexStream;

use super::*;
use crate::rehearse::fleet::Echo;
use crate::rehearse::tally::Closes;

/// A service whose process can be replaced.
#[derive(Clone)]
struct Service {
    /// `None` while nobody listens.
    process: Arc<Mutex<Option<Acceptor>>>,
    restart: Restart,
    answer: Answer,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Restart {
    /// A new process is there before the old one closes everybody.
    Planned,
    /// The old process closes everybody and there is no new one.
    Ends,
    /// Nothing happens.
    Nothing,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    Once,
    Twice,
}

impl Service {
    fn new(restart: Restart, answer: Answer) -> Self {
        Self {
            process: Arc::new(Mutex::new(Some(Acceptor::default()))),
            restart,
            answer,
        }
    }

    fn dial(&self) -> io::Result<DuplexStream> {
        let process = self.process.lock().unwrap().clone();
        let process = process.ok_or(io::ErrorKind::ConnectionRefused)?;
        let (near, far) = tokio::io::duplex(1 << 10);
        let answer = self.answer;
        tokio::spawn(async move {
            let incoming = process.receive(far).await.unwrap();
            echo(incoming.accept().await.unwrap().socket, answer).await
        });
        Ok(near)
    }

    fn client(&self, policy: Preset) -> Reconnect {
        let service = self.clone();
        let client = Client::new().extensions(Extensions::new());
        let reconnect = Reconnect::new(client, "ws://site.test/").unwrap();
        reconnect
            .policy(policy)
            .dial(move |_request| core::future::ready(service.dial()))
    }
}

async fn echo(mut socket: WebSocket, answer: Answer) -> Result<(), rejoin::Error> {
    while let Some(message) = socket.recv().await? {
        if answer == Answer::Twice {
            socket.send(message.clone()).await?;
        }
        socket.send(message).await?;
    }
    Ok(())
}

impl Target for Service {
    async fn restart(&mut self) -> Result<(), Failure> {
        let new = match self.restart {
            Restart::Planned => Some(Acceptor::default()),
            Restart::Ends => None,
            Restart::Nothing => return Ok(()),
        };
        let old = core::mem::replace(&mut *self.process.lock().unwrap(), new);
        let plan = Drain::new()
            .admit(NonZeroU32::new(20).unwrap())
            .within(Duration::ZERO);
        let mut draining = old.expect("one serves").connections().drain(&plan).unwrap();
        draining.finished().await;
        Ok(())
    }

    fn memory(&self) -> Option<u64> {
        Some(7)
    }
}

fn plan(restarts: u32) -> Plan {
    Plan {
        clients: 100,
        connect_rate: 50,
        talk: Talk {
            every: Some(Duration::from_secs(1)),
            echo: Echo::Awaited,
        },
        restarts,
        settle: Duration::from_secs(6),
        patience: Duration::from_secs(60),
    }
}

async fn rehearse(plan: &Plan, policy: Preset, mut service: Service) -> Result<Outcome, Failure> {
    let (stage, _) = watch::channel((Phase::Connecting, Instant::now()));
    let mut fleet = Fleet::new(plan.clients);
    let set_up = service.clone();
    let set_up = || set_up.client(policy);
    let outcome = run(plan, &mut fleet, &stage, &mut service, set_up).await;
    fleet.leave(Duration::from_secs(10)).await;
    outcome
}

#[tokio::test(start_paused = true)]
async fn a_planned_restart_is_seen_by_every_client_and_costs_seconds() {
    let service = Service::new(Restart::Planned, Answer::Once);
    let outcome = rehearse(&plan(3), Preset::Rejoin, service)
        .await
        .expect("it runs");
    let tally = &outcome.tally;
    let all = Closes {
        clean: 300,
        unclean: 0,
    };
    assert_eq!(tally.closes, [(1012, all)].into());
    assert_eq!((tally.attempts.all(), tally.never_back), (0, 0));
    assert_eq!(
        (&*tally.reached, &*tally.kept),
        (&[100; 3][..], &[0; 3][..])
    );
    assert_eq!(
        tally.arrivals.iter().map(Vec::len).collect::<Vec<_>>(),
        [100; 3]
    );
    let (_, peak) = tally.peak();
    // All were closed at once, and asked to come back at 20 in a second.
    assert!((20..60).contains(&peak), "{peak}");
    let worst = tally.outage(1_000).expect("everybody was away");
    assert!(
        worst >= Duration::from_secs(4) && worst <= Duration::from_secs(7),
        "{worst:?}"
    );
    let messages = &tally.messages;
    assert!(messages.sent > 3_000, "{messages:?}");
    assert_eq!(messages.answered + messages.unanswered, messages.sent);
    assert_eq!((messages.duplicated, messages.not_taken), (0, 0));
    assert_eq!(outcome.memory, Some((7, 7)));
}

#[tokio::test(start_paused = true)]
async fn clients_that_do_not_wait_arrive_in_one_second() {
    let service = Service::new(Restart::Planned, Answer::Once);
    let outcome = rehearse(&plan(1), Preset::Immediate, service).await;
    let (_, peak) = outcome.expect("it runs").tally.peak();
    assert_eq!(peak, 100);
}

#[tokio::test(start_paused = true)]
async fn a_service_that_ends_is_waited_for_with_patience_and_no_longer() {
    let service = Service::new(Restart::Ends, Answer::Once);
    let begin = Instant::now();
    let outcome = rehearse(&plan(1), Preset::Rfc6455, service)
        .await
        .expect("it runs");
    let tally = &outcome.tally;
    assert_eq!((tally.never_back, tally.outages.len()), (100, 100));
    assert!(tally.attempts.all() >= 100, "{:?}", tally.attempts);
    let shortest = tally.outages.iter().min().expect("100 of them");
    assert!(*shortest > Duration::from_secs(60), "{shortest:?}");
    assert!(
        begin.elapsed() < Duration::from_secs(120),
        "{:?}",
        begin.elapsed()
    );
}

#[tokio::test(start_paused = true)]
async fn clients_that_a_restart_leaves_alone_are_counted() {
    let service = Service::new(Restart::Nothing, Answer::Once);
    let outcome = rehearse(&plan(1), Preset::Rejoin, service)
        .await
        .expect("it runs");
    let tally = &outcome.tally;
    assert_eq!((&*tally.reached, &*tally.kept), (&[0][..], &[100][..]));
    assert_eq!(tally.outages.len(), 0);
    assert_eq!(tally.messages.unanswered, 0);
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_comes_twice_is_seen() {
    let service = Service::new(Restart::Planned, Answer::Twice);
    let outcome = rehearse(&plan(1), Preset::Rejoin, service)
        .await
        .expect("it runs");
    let messages = outcome.tally.messages;
    assert!(messages.duplicated > 500, "{messages:?}");
}

#[tokio::test(start_paused = true)]
async fn clients_that_never_come_back_are_not_waited_for() {
    let service = Service::new(Restart::Planned, Answer::Once);
    let begin = Instant::now();
    let outcome = rehearse(&plan(1), Preset::Never, service)
        .await
        .expect("it runs");
    assert_eq!(outcome.tally.never_back, 100);
    assert!(
        begin.elapsed() < Duration::from_secs(40),
        "{:?}",
        begin.elapsed()
    );
}

#[tokio::test(start_paused = true)]
async fn nothing_begins_before_everybody_is_connected() {
    let service = Service::new(Restart::Planned, Answer::Once);
    *service.process.lock().unwrap() = None;
    let failure = rehearse(&plan(1), Preset::Rejoin, service)
        .await
        .expect_err("nobody listens");
    assert_eq!(failure.exit, Exit::CouldNotConnect);
    assert!(
        failure
            .line
            .starts_with("only 0 of 100 clients could connect: "),
        "{}",
        failure.line
    );
}
