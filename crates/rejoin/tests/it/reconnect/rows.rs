//! Every row of the policy over the wire: what a client does after a Close, measured in virtual time.

use core::time::Duration;

use rejoin::reconnect::{Event, GiveUp};
use rejoin::{DelayRange, ReceivedCode, Retry};
use rejoin_testkit::wire::Frame;
use tokio::io::AsyncWriteExt;
use tokio::time::Instant;

use super::Site;
use crate::client_peer::{read_request, switching};
use crate::sockets::from_server;

/// What a client did.
#[derive(Debug, PartialEq, Eq)]
enum Did {
    CameBackAfter { millis: u128 },
    GaveUp(GiveUp),
}

/// The clock of the runtime knows whole milliseconds, and is never early.
fn came_back_after(delay: Duration) -> Did {
    Did::CameBackAfter {
        millis: delay.as_nanos().div_ceil(1_000_000),
    }
}

/// What a client does that draws this number and whose first connection ends with that frame; without
/// one the connection is lost.
async fn after(close: Option<Frame>, draw: u64) -> Did {
    let (mut site, reconnect) = Site::new();
    let mut socket = reconnect.jitter(move || draw).start();
    let mut client = tokio::spawn(async move {
        while let Some(event) = socket.next().await {
            if let Event::GaveUp(end) = event {
                return end.why;
            }
        }
        unreachable!("a story ends with its end");
    });
    let (_, mut transport) = site.arrival().await;
    let request = read_request(&mut transport).await;
    let mut bytes = switching(&request, "").into_bytes();
    bytes.extend(from_server(&Vec::from_iter(close)));
    transport.write_all(&bytes).await.unwrap();
    transport.shutdown().await.unwrap();
    let closed = Instant::now();
    tokio::select! {
        // First: with its end nobody can arrive any more.
        biased;
        why = &mut client => Did::GaveUp(why.unwrap()),
        _ = site.arrival() => {
            client.abort();
            came_back_after(closed.elapsed())
        }
    }
}

const DRAWS: [u64; 3] = [0, 1 << 63, u64::MAX];

#[tokio::test(start_paused = true)]
async fn every_code_that_can_be_received_is_followed_as_its_row_says() {
    let coded = (1000..=4999).filter(|code| {
        // The rest of the ranges is alike, and what may not be on the wire breaks a rule.
        let edge = matches!(code, 3001 | 3999 | 4000 | 4001 | 4999);
        edge || matches!(code, 1000..=1003 | 1007..=1014 | 3000 | 3003 | 3008)
    });
    let frames = coded.map(|code| (code, Some(Frame::close(code, "because"))));
    let nothing_said = [(1005, Some(Frame::new(0x8, []))), (1006, None)];
    let mut came_back = 0;
    for (code, frame) in frames.chain(nothing_said) {
        for draw in DRAWS {
            let expected = match ReceivedCode::new(code).info().retry.verdict {
                Retry::Yes { first_delay } => came_back_after(first_delay.pick(draw)),
                Retry::Application => came_back_after(DelayRange::FIRST_RECONNECT.pick(draw)),
                Retry::WithNewInput => Did::GaveUp(GiveUp::NoNewInput),
                Retry::Never => Did::GaveUp(GiveUp::Never),
                Retry::NotNeeded => Did::GaveUp(GiveUp::Finished),
            };
            came_back += usize::from(matches!(expected, Did::CameBackAfter { .. }));
            assert_eq!(after(frame.clone(), draw).await, expected, "{code}, {draw}");
        }
    }
    assert_eq!(came_back, 13 * DRAWS.len(), "so many rows are retried");
}

#[tokio::test(start_paused = true)]
async fn codes_that_may_not_be_sent_break_a_rule_and_end_it() {
    for code in [0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65_535] {
        let did = after(Some(Frame::close(code, "")), 0).await;
        assert_eq!(did, Did::GaveUp(GiveUp::Never), "{code}");
    }
}

#[tokio::test(start_paused = true)]
async fn whatever_a_server_writes_into_its_reason_a_client_stays_away_within_bounds() {
    let whole_row = (1_000, 5_000);
    for (reason, (first, last)) in [
        ("service restart; retry=2.5-3.75", (2_500, 3_750)),
        ("retry=2-4, retry=20-40", (20_000, 40_000)),
        // Out of bounds: an hour at the most, and never one instant.
        ("retry=0-0", (0, 1_000)),
        ("retry=0-99999999999999999999999999", (0, 3_600_000)),
        (
            "retry=18446744073709551615-18446744073709551616",
            (3_599_000, 3_600_000),
        ),
        // Hostile or broken: as if nothing had been said.
        ("retry=-1--1", whole_row),
        ("retry=5-1", whole_row),
        ("retry=NaN-inf", whole_row),
        ("retry=1e9-2e9", whole_row),
        ("retry=0x1-0x2", whole_row),
        ("retry=\u{661}-\u{662}", whole_row),
        ("retry=1-2\u{202e}", whole_row),
        ("retry=1-2\0", whole_row),
        ("RETRY=1-2", whole_row),
        ("noretry=1-2", whole_row),
        ("retry=", whole_row),
        ("\u{1b}[2J\r\nRetry-After: 0", whole_row),
    ] {
        for (draw, millis) in [(0, first), (u64::MAX, last)] {
            let did = after(Some(Frame::close(1012, reason)), draw).await;
            let expected = Did::CameBackAfter { millis };
            assert_eq!(did, expected, "{reason:?}");
        }
    }
}
