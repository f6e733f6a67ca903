//! The files that are made from the rows and from the Rust library's policy.
//!
//! Set `REJOIN_UPDATE_BROWSER=1` to write them anew after a change that is meant.

use core::fmt::Write;
use core::time::Duration;
use std::path::Path;

use rejoin::reconnect::{Address, Cause, Decision, Failure, GiveUp, Policy, Situation};
use rejoin::{ReceivedCode, Retry};
use rejoin_close_codes::{Class, DelayRange, ROWS};
use serde_json::{Value, json};

/// Holds a file against what it should be.
fn check(file: &str, expected: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    if std::env::var_os("REJOIN_UPDATE_BROWSER").is_some() {
        std::fs::write(&path, expected).expect("the file can be written");
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    // It may have been checked out with other line ends.
    assert!(
        found.replace("\r\n", "\n") == expected,
        "{file} is not what the rows and the policy say; write it anew: \
         REJOIN_UPDATE_BROWSER=1 cargo test -p rejoin-browser"
    );
}

#[test]
fn the_codes_are_those_of_the_rows() {
    let mut text = String::from(HEAD);
    for row in ROWS {
        let retry = match row.retry.verdict {
            Retry::Application => "retry: 'application'".to_owned(),
            Retry::Never => "retry: 'never'".to_owned(),
            Retry::NotNeeded => "retry: 'not-needed'".to_owned(),
            Retry::WithNewInput => "retry: 'with-new-input'".to_owned(),
            Retry::Yes { first_delay } => format!(
                "retry: 'yes', delay: [{}, {}]",
                first_delay.min_millis(),
                first_delay.max_millis()
            ),
        };
        let overload = if row.class == Class::Overload {
            ", overload: true"
        } else {
            ""
        };
        // The strings of JSON are strings of JavaScript too.
        let (title, meaning) = (json!(row.title), json!(row.meaning));
        writeln!(
            text,
            "  {{ first: {}, last: {}, name: '{}', {retry}{overload},\n    title: {title},\n    \
             meaning: {meaning} }},",
            row.first, row.last, row.name
        )
        .expect("a string takes everything");
    }
    text += TAIL;
    check("js/codes.js", &text);
}

const HEAD: &str = "\
// Made from the rows of rejoin-close-codes; do not edit.
// To write it anew: REJOIN_UPDATE_BROWSER=1 cargo test -p rejoin-browser

/** Every row: single codes before the ranges around them. */
export const ROWS = Object.freeze([
";

const TAIL: &str = "\
].map(Object.freeze));

/** The row of any code. */
export function lookup(code) {
  const row = ROWS.find(({ first, last }) => first <= code && code <= last);
  if (row === undefined) throw new RangeError('a code is a whole number from 0 to 65535');
  return row;
}
";

/// What the default policy does after every code: runs of codes that it treats alike.
#[test]
fn the_verdicts_are_those_of_the_policy() {
    let policy = Policy::default();
    let of = |code| {
        let closed = Cause::closed(ReceivedCode::new(code), "");
        let decisions = [1, 2, 9].map(|attempt| decide(&policy, &closed, attempt, 0));
        json!(decisions)
    };
    let mut runs: Vec<(u16, u16, Value)> = Vec::new();
    for code in 0..=u16::MAX {
        let decisions = of(code);
        match runs.last_mut() {
            Some((_, last, same)) if *same == decisions => *last = code,
            _ => runs.push((code, code, decisions)),
        }
    }
    let lines: Vec<_> = runs.iter().map(|run| json!(run).to_string()).collect();
    check(
        "test/verdicts.json",
        &format!("[\n{}\n]\n", lines.join(",\n")),
    );
}

/// Decisions where more than the code counts: the options, the reason, the attempt and the time.
#[test]
fn the_decisions_are_those_of_the_policy() {
    let mut lines = Vec::new();
    for (options, policy) in policies() {
        for (code, reason, opened) in situations() {
            let cause = if opened {
                Cause::closed(ReceivedCode::new(code), reason)
            } else {
                Cause::failed(Failure::Connect)
            };
            for (attempt, elapsed) in [(1, 0), (2, 4_000), (5, 59_500), (40, 600_000)] {
                let decision = decide(&policy, &cause, attempt, elapsed);
                let line = json!({
                    "options": options,
                    "situation": {
                        "code": code,
                        "reason": reason,
                        "opened": opened,
                        "attempt": attempt,
                        "elapsed": elapsed,
                    },
                    "decision": decision,
                });
                lines.push(line.to_string());
            }
        }
    }
    check(
        "test/decisions.json",
        &format!("[\n{}\n]\n", lines.join(",\n")),
    );
}

/// The options of a policy in JavaScript, and the same policy in Rust.
fn policies() -> Vec<(Value, Policy)> {
    let range = |min, max| DelayRange::new(min, max).expect("in order");
    let soon = Retry::Yes {
        first_delay: range(100, 90_000),
    };
    let ordinary = Retry::Yes {
        first_delay: DelayRange::FIRST_RECONNECT,
    };
    vec![
        (json!({}), Policy::default()),
        (
            json!({ "cap": 3_000, "maxAttempts": 4 }),
            Policy::default()
                .cap(Duration::from_secs(3))
                .max_attempts(4),
        ),
        (
            json!({ "cap": 10, "obeyWithin": [2_000, 6_000] }),
            Policy::default()
                .cap(Duration::from_millis(10))
                .obey_within(range(2_000, 6_000)),
        ),
        (
            json!({ "obeyWithin": null, "maxElapsed": 60_000 }),
            Policy::default()
                .obey_nobody()
                .max_elapsed(Duration::from_secs(60)),
        ),
        (
            json!({
                "codes": [
                    { "codes": [4_000, 4_999], "retry": "never" },
                    { "codes": 4_001, "retry": "yes", "delay": [100, 90_000] },
                    { "codes": 1_012, "retry": "with-new-input" },
                    { "codes": 1_000, "retry": "yes" },
                    { "codes": [4_002, 4_003], "retry": "application" },
                    { "codes": 1_006, "retry": "not-needed" },
                ],
                "cap": 4_000,
            }),
            Policy::default()
                .on_codes(4_000..=4_999, Retry::Never)
                .on_code(4_001, soon)
                .on_code(1_012, Retry::WithNewInput)
                .on_code(1_000, ordinary)
                .on_codes(4_002..=4_003, Retry::Application)
                .on_code(1_006, Retry::NotNeeded)
                .cap(Duration::from_secs(4)),
        ),
    ]
}

/// Codes and reasons; and whether there was a connection.
fn situations() -> Vec<(u16, &'static str, bool)> {
    let mut all: Vec<_> = [
        1_000, 1_001, 1_006, 1_008, 1_010, 1_012, 1_013, 3_000, 4_000, 4_001, 4_003, 4_999,
    ]
    .map(|code| (code, "", true))
    .into();
    all.push((1_006, "", false));
    all.extend(REASONS.map(|reason| (1_012, reason, true)));
    all.push((1_000, "retry=1-2", true));
    all.push((1_011, "retry=20-30", true));
    all.push((4_001, "retry=20-30", true));
    all
}

/// Windows as servers write them, and as they should not.
const REASONS: [&str; 20] = [
    "service restart; retry=1.0-5.0",
    "retry=0-0",
    "retry=2.25-8",
    "retry=0.0009-0.5",
    "retry=007-010 please",
    "retry=9-9; retry=1-5",
    "retry=1-5, retry=5-1",
    "retry=500-900",
    "retry=3599-9999",
    "retry=18446744073709551616-18446744073709551615",
    "retry=5.001-5",
    "retry=-1-5",
    "retry=1-5-9",
    "retry=1e3-2e3",
    "retry=1.-5",
    "retry=.5-5",
    "Retry=1-5",
    "xretry=1-5",
    "retry=1-5\n",
    "retry=١-٥",
];

fn decide(policy: &Policy, cause: &Cause, attempt: u32, elapsed_millis: u64) -> Value {
    let elapsed = Duration::from_millis(elapsed_millis);
    let (action, delays, address) = match policy.decide(&Situation::new(cause, attempt, elapsed)) {
        Decision::GiveUp(why) => return json!({ "action": "give-up", "why": name(why) }),
        Decision::Retry { delays, address } => ("retry", delays, address),
        Decision::RetryWithNewInput { delays, address } => {
            ("retry-with-new-input", delays, address)
        }
    };
    let address = match address {
        Address::Next => "next",
        Address::Same => "same",
    };
    json!({
        "action": action,
        "delays": [delays.min_millis(), delays.max_millis()],
        "address": address,
    })
}

fn name(why: GiveUp) -> &'static str {
    match why {
        GiveUp::Finished => "finished",
        GiveUp::Never => "never",
        GiveUp::NoNewInput => "no-new-input",
        GiveUp::TooLong => "too-long",
        GiveUp::TooManyAttempts => "too-many-attempts",
        // A reason that the browser's client does not know yet.
        GiveUp::Asked | _ => unreachable!("{why}: no policy says so"),
    }
}

/// The client is served whole: whatever a module imports is there.
#[test]
fn every_import_is_among_the_modules() {
    let names = rejoin_browser::MODULES.map(|(name, _)| name);
    let mut imports = 0;
    for (name, source) in rejoin_browser::MODULES {
        for line in source.lines().filter(|line| line.contains(" from '")) {
            let (_, from) = line.split_once(" from './").expect(line);
            let imported = from.strip_suffix("';").expect(line);
            assert!(names.contains(&imported), "{name} imports {imported}");
            imports += 1;
        }
    }
    assert!(imports >= 4, "{imports}");
}
