//! A thousand clients and a restart: everybody is told 1012, everybody is back, nobody stampedes.

use core::num::NonZeroU32;
use core::time::Duration;
use std::io;
use std::sync::{Arc, Mutex};

use rejoin::reconnect::{Event, Preset};
use rejoin::{Acceptor, Client, CloseCode, Drain, Error, Extensions, Reconnect, WebSocket};
use rejoin_testkit::random::Random;
use tokio::io::DuplexStream;
use tokio::task::JoinSet;
use tokio::time::Instant;

const CLIENTS: u64 = 1_000;

/// How many of them the restarted service takes in a second.
const ADMITTED: u32 = 200;

/// A service whose process can be replaced, and the moments at which clients came to the second one.
#[derive(Clone, Default)]
struct Service {
    process: Arc<Mutex<Acceptor>>,
    arrivals: Arc<Mutex<Vec<Instant>>>,
}

impl Service {
    fn dial(&self) -> DuplexStream {
        let (near, far) = tokio::io::duplex(1 << 10);
        self.arrivals.lock().unwrap().push(Instant::now());
        let process = self.process.lock().unwrap().clone();
        tokio::spawn(async move {
            let incoming = process.receive(far).await.unwrap();
            echo(incoming.accept().await.unwrap().socket).await
        });
        near
    }

    /// The new process gets what arrives from now on; the old one closes what it has.
    async fn restart(&self) {
        let old = core::mem::take(&mut *self.process.lock().unwrap());
        self.arrivals.lock().unwrap().clear();
        let plan = Drain::new()
            .rate(NonZeroU32::new(2_000).unwrap())
            .admit(NonZeroU32::new(ADMITTED).unwrap());
        let mut draining = old.connections().drain(&plan).unwrap();
        draining.finished().await;
        assert_eq!(old.connections().open(), 0);
    }

    /// The most clients that came within one second, whenever it began.
    fn busiest_second(&self) -> usize {
        let mut arrivals = self.arrivals.lock().unwrap().clone();
        arrivals.sort_unstable();
        let within = |first: &Instant| {
            let end = *first + Duration::from_secs(1);
            arrivals.partition_point(|at| *at < end) - arrivals.partition_point(|at| at < first)
        };
        arrivals.iter().map(within).max().unwrap_or_default()
    }
}

async fn echo(mut socket: WebSocket) -> Result<(), Error> {
    while let Some(message) = socket.recv().await? {
        socket.send(message).await?;
    }
    Ok(())
}

/// Sends a message on each of two connections; the codes of the closes that it met, and its answers.
async fn client(service: Service, number: u64, preset: Preset) -> (Vec<u16>, Vec<String>) {
    let mut random = Random::new(number);
    let client = Client::new().extensions(Extensions::new());
    let mut socket = Reconnect::new(client, "ws://site.test/")
        .unwrap()
        .policy(preset)
        .jitter(move || random.number())
        .dial(move |_request| core::future::ready(Ok::<_, io::Error>(service.dial())))
        .start();
    let (mut codes, mut answers) = (Vec::new(), Vec::new());
    while let Some(event) = socket.next().await {
        match event {
            Event::Open(opened) => socket.try_send(format!("{}", opened.attempt)).unwrap(),
            Event::Message(answer) => {
                answers.push(answer.as_text().unwrap().to_owned());
                if answers.len() == 2 {
                    socket.close(CloseCode::NORMAL_CLOSURE, "").unwrap();
                }
            }
            Event::Closed(closed) => codes.push(closed.closure.code().get()),
            Event::Dropped(_) | Event::GaveUp(_) | Event::Waiting(_) | _ => {}
        }
    }
    (codes, answers)
}

/// Has all clients live through a restart; the most arrivals in a second after it.
async fn busiest_second_after_a_restart(preset: Preset) -> usize {
    let service = Service::default();
    let mut clients = JoinSet::new();
    for number in 0..CLIENTS {
        clients.spawn(client(service.clone(), number, preset));
    }
    tokio::time::sleep(Duration::from_secs(60)).await;
    service.restart().await;
    while let Some(done) = clients.join_next().await {
        let (codes, answers) = done.unwrap();
        assert_eq!(codes, [1012, 1000]);
        assert_eq!(answers, ["0", "1"]);
    }
    service.busiest_second()
}

#[tokio::test(start_paused = true)]
async fn a_drain_and_its_clients_stay_below_what_the_service_admits() {
    let busiest = busiest_second_after_a_restart(Preset::Rejoin).await;
    assert!(
        busiest * 10 <= ADMITTED as usize * 13,
        "{busiest} in one second"
    );
}

#[tokio::test(start_paused = true)]
async fn clients_that_listen_to_nobody_stampede() {
    for preset in [Preset::Immediate, Preset::Fixed(Duration::from_secs(3))] {
        let busiest = busiest_second_after_a_restart(preset).await;
        assert!(
            busiest as u64 > CLIENTS * 9 / 10,
            "{preset}: {busiest} in one second"
        );
    }
}
