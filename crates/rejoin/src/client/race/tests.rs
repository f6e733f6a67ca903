//! The race in virtual time: nothing here waits for a real clock.

use core::cell::RefCell;
use std::rc::Rc;

use super::*;

/// What an address does: after so many milliseconds it connects or fails.
#[derive(Clone, Copy)]
enum Fate {
    Connects(u64),
    Fails(u64),
    Silent,
}

/// What was seen, with the milliseconds since the start.
type Log = Rc<RefCell<Vec<(u64, String)>>>;

/// Notes when an attempt is given up.
struct Line {
    address: usize,
    started: Instant,
    log: Log,
    finished: bool,
}

impl Drop for Line {
    fn drop(&mut self) {
        if !self.finished {
            note(&self.log, self.started, format!("{} dropped", self.address));
        }
    }
}

fn note(log: &Log, started: Instant, what: String) {
    let millis = u64::try_from(started.elapsed().as_millis()).expect("a short test");
    log.borrow_mut().push((millis, what));
}

/// Runs a race between addresses 0, 1, 2 .. with these fates.
async fn run(fates: &[Fate]) -> (Result<usize, Vec<usize>>, Vec<(u64, String)>) {
    let started = Instant::now();
    let log = Log::default();
    let connect = |address: usize| {
        let log = Rc::clone(&log);
        let fate = fates[address];
        async move {
            note(&log, started, format!("{address} begins"));
            let mut line = Line {
                address,
                started,
                log,
                finished: false,
            };
            let millis = match fate {
                Fate::Connects(millis) | Fate::Fails(millis) => millis,
                Fate::Silent => return core::future::pending().await,
            };
            sleep(Duration::from_millis(millis)).await;
            line.finished = true;
            match fate {
                Fate::Connects(_) => Ok(()),
                Fate::Fails(_) | Fate::Silent => Err(()),
            }
        }
    };
    let outcome = race((0..fates.len()).collect(), connect).await;
    let outcome = match outcome {
        Ok((winner, ())) => Ok(winner),
        Err(failed) => Err(failed.into_iter().map(|(address, ())| address).collect()),
    };
    let events = log.borrow().clone();
    (outcome, events)
}

fn log(events: &[(u64, &str)]) -> Vec<(u64, String)> {
    events
        .iter()
        .map(|(millis, what)| (*millis, (*what).to_owned()))
        .collect()
}

#[tokio::test(start_paused = true)]
async fn rfc8305_5_a_quick_first_address_runs_alone() {
    let (winner, events) = run(&[Fate::Connects(100), Fate::Connects(1)]).await;
    assert_eq!(winner, Ok(0));
    assert_eq!(events, log(&[(0, "0 begins")]));
}

#[tokio::test(start_paused = true)]
async fn rfc8305_5_a_silent_address_delays_the_next_by_250_ms_and_is_dropped_when_beaten() {
    let (winner, events) = run(&[Fate::Silent, Fate::Silent, Fate::Connects(30)]).await;
    assert_eq!(winner, Ok(2));
    let expected = [
        (0, "0 begins"),
        (250, "1 begins"),
        (500, "2 begins"),
        (530, "0 dropped"),
        (530, "1 dropped"),
    ];
    assert_eq!(events, log(&expected));
}

#[tokio::test(start_paused = true)]
async fn rfc8305_5_a_failure_starts_the_next_address_at_once() {
    let (winner, events) = run(&[Fate::Fails(10), Fate::Fails(0), Fate::Connects(5)]).await;
    assert_eq!(winner, Ok(2));
    let begins = log(&[(0, "0 begins"), (10, "1 begins")]);
    assert_eq!(events[..2], begins);
    // A timer of no time still takes a tick.
    assert!((10..=12).contains(&events[2].0), "{events:?}");
}

#[tokio::test(start_paused = true)]
async fn the_head_start_counts_from_the_latest_attempt() {
    let (winner, events) = run(&[Fate::Fails(100), Fate::Silent, Fate::Connects(0)]).await;
    assert_eq!(winner, Ok(2));
    assert_eq!(
        events[..3],
        log(&[(0, "0 begins"), (100, "1 begins"), (350, "2 begins")])
    );
}

#[tokio::test(start_paused = true)]
async fn an_earlier_address_may_still_win_after_a_later_one_began() {
    let (winner, events) = run(&[Fate::Connects(300), Fate::Connects(100)]).await;
    assert_eq!(winner, Ok(0));
    assert_eq!(
        events,
        log(&[(0, "0 begins"), (250, "1 begins"), (300, "1 dropped")])
    );
}

#[tokio::test(start_paused = true)]
async fn when_all_fail_each_is_told_in_the_order_of_failing() {
    let (failed, _) = run(&[Fate::Fails(300), Fate::Fails(10), Fate::Fails(10)]).await;
    assert_eq!(failed, Err(vec![1, 2, 0]));
    assert_eq!(run(&[]).await.0, Err(vec![]));
}

#[test]
fn rfc8305_4_families_take_turns_beginning_with_the_preferred_one() {
    let addresses = |texts: &[&str]| -> Vec<SocketAddr> {
        texts
            .iter()
            .map(|text| format!("{text}:80").parse().expect("an address"))
            .collect()
    };
    let sorted = take_turns(addresses(&[
        "[::1]", "[::2]", "[::1]", "[::3]", "1.0.0.1", "1.0.0.2",
    ]));
    let expected = ["[::1]", "1.0.0.1", "[::2]", "1.0.0.2", "[::3]"];
    assert_eq!(sorted, addresses(&expected));
    let sorted = take_turns(addresses(&["1.0.0.1", "[::1]", "[::2]"]));
    assert_eq!(sorted, addresses(&["1.0.0.1", "[::1]", "[::2]"]));
    assert_eq!(take_turns(addresses(&[])), addresses(&[]));
}
