//! The whole table, printed, against the copy that is kept beside this file.

use core::fmt::Write;

use super::{Signal, State, next};

const STATES: [State; 6] = [
    State::Open,
    State::AwaitingPeerClose,
    State::AwaitingFlush,
    State::AwaitingLastFlush,
    State::AwaitingTransportEnd,
    State::Ended,
];

const SIGNALS: [Signal; 6] = [
    Signal::LocalClose,
    Signal::PeerClose,
    Signal::Failure,
    Signal::Flushed,
    Signal::TransportEof,
    Signal::TransportLost,
];

fn printed() -> String {
    let mut text = format!(
        "{:20} {:14}    {:20} {}\n",
        "state", "signal", "next", "action"
    );
    for state in STATES {
        text.push('\n');
        for signal in SIGNALS {
            let (then, action) = next(state, signal);
            let [state, signal, then, action] = [
                format!("{state:?}"),
                format!("{signal:?}"),
                format!("{then:?}"),
                format!("{action:?}"),
            ];
            let row = writeln!(text, "{state:20} {signal:14} -> {then:20} {action}");
            row.expect("a String takes everything");
        }
    }
    text
}

/// To accept a change of the table, put what this prints in place of the file and read the diff.
#[test]
fn rfc6455_7_1_every_state_and_signal_does_what_the_kept_table_says() {
    let printed = printed();
    assert!(
        printed == include_str!("table.txt"),
        "the table is now\n{printed}"
    );
}

#[test]
fn no_state_can_be_left_for_one_that_came_before_it() {
    for (at, state) in STATES.into_iter().enumerate() {
        for signal in SIGNALS {
            let (then, _) = next(state, signal);
            let reached = STATES.iter().position(|state| *state == then);
            assert!(reached >= Some(at), "{state:?} {signal:?}");
        }
    }
}

#[test]
fn whoever_has_ended_reads_nothing_and_whoever_reads_frames_reads_the_transport() {
    assert!(!State::Ended.reads_transport());
    for state in STATES {
        assert!(
            !state.reads_frames() || state.reads_transport(),
            "{state:?}"
        );
    }
}
