//! `rejoin rehearse`: a restart from its beginning to the verdict.

use serde_json::{Value, json};

use crate::fake::{Fake, port_of_nobody};
use crate::process::{Ended, Process};

/// Short, and with enough messages to see what becomes of them.
const SHORT: &[&str] = &[
    "--settle",
    "500ms",
    "--message-rate",
    "5",
    "--connect-rate",
    "200",
];

fn rehearse(arguments: &[&str]) -> Ended {
    Process::run(&[&["rehearse"], SHORT, arguments].concat(), b"")
}

fn report(ended: &Ended) -> Value {
    let text = ended.text();
    serde_json::from_str(text).expect(text)
}

#[cfg(unix)]
#[test]
fn everybody_leaves_a_server_of_its_own_with_1012_and_comes_back_twice() {
    let ended = rehearse(&[
        "--clients",
        "50",
        "--restarts",
        "2",
        "--policy",
        "fixed:0.3",
        "--drain-within",
        "0s",
        "--json",
    ]);
    assert_eq!(
        (ended.status, ended.stderr.as_str()),
        (0, ""),
        "{}",
        ended.text()
    );
    let report = report(&ended);
    let found = &report["rehearsals"][0];
    assert_eq!(report["held"], true);
    assert_eq!(
        found["closes"],
        json!({"1012": {"clean": 100, "unclean": 0}})
    );
    let failed = json!({"refused": 0, "reset": 0, "timed_out": 0, "declined": {}, "other": 0});
    assert_eq!(found["failed_attempts"], failed);
    assert_eq!(found["without_service"]["times"], 100);
    let arrived = |second: &Value| second.as_u64().expect("a count");
    for restart in found["arrivals"]["per_second"]
        .as_array()
        .expect("restarts")
    {
        let seconds = restart.as_array().expect("seconds");
        assert_eq!(seconds.iter().map(arrived).sum::<u64>(), 50);
    }
    let messages = &found["messages"];
    assert!(messages["answered"].as_u64() > Some(100), "{messages}");
    assert_eq!(messages["answered_twice"], 0);
    if cfg!(target_os = "linux") {
        assert!(
            found["server_memory"]["after"].as_u64() > Some(1 << 20),
            "{found}"
        );
    }
}

#[cfg(unix)]
#[test]
fn policies_are_compared_in_one_picture_and_a_limit_that_is_broken_is_named() {
    let file = std::env::temp_dir().join(format!("rejoin-rehearse-{}.svg", std::process::id()));
    let path = file.to_str().expect("it is UTF-8");
    let policies = ["--policy", "fixed:0.2,immediate", "--max-outage", "190ms"];
    let ended = rehearse(
        &[
            &["--clients", "20", "--drain-within", "0s", "--plot", path][..],
            &policies,
        ]
        .concat(),
    );
    let picture = std::fs::read_to_string(&file).expect("it was written");
    std::fs::remove_file(&file).expect("it was written");
    assert_eq!(ended.status, 1, "{}", ended.text());
    assert_eq!(ended.error(), "error: a limit was broken, see the report");
    for name in [
        "fixed:0.2: up to 20 in a second",
        "immediate: up to 20 in a second",
    ] {
        assert!(picture.contains(name), "{picture}");
    }
    let broken = ended
        .text()
        .lines()
        .filter(|line| line.starts_with("BROKEN"));
    let broken: Vec<_> = broken.collect();
    assert!(
        broken[0].contains("longest time without service"),
        "{broken:?}"
    );
}

#[cfg(unix)]
#[test]
fn a_server_of_the_users_is_restarted_by_a_command() {
    use crate::service::{Service, pid};
    let mut server = Service::start(&["--drain-within", "0s"]);
    let command = format!("kill -USR2 {}", server.current);
    let arguments = [
        "--clients",
        "10",
        "--expect-code",
        "1012",
        "--allow-declined",
        "0",
    ];
    let ended = rehearse(
        &[
            &arguments[..],
            &["--restart-command", &command, &server.url],
        ]
        .concat(),
    );
    // What is to be ended with the test.
    server.current = pid(&server.event("restarted")["successor"]);
    assert_eq!(
        (ended.status, ended.stderr.as_str()),
        (0, ""),
        "{}",
        ended.text()
    );
    assert!(
        ended
            .text()
            .contains("10 with 1012 SERVICE_RESTART, all clean"),
        "{}",
        ended.text()
    );
}

#[cfg(unix)]
#[test]
fn a_server_that_never_comes_back_is_a_limit_broken() {
    let (server, url) = Process::serve(&["--drain-within", "0s"]);
    let command = format!("kill -TERM {}", server.id());
    let arguments = [
        "--clients",
        "5",
        "--policy",
        "fixed:0.2",
        "--patience",
        "1s",
        "--json",
    ];
    let ended = rehearse(&[&arguments[..], &["--restart-command", &command, &url]].concat());
    assert_eq!(ended.status, 1, "{}", ended.text());
    let report = report(&ended);
    let found = &report["rehearsals"][0];
    assert_eq!(found["never_back"], 5);
    assert_eq!(found["closes"], json!({"1001": {"clean": 5, "unclean": 0}}));
    assert!(
        found["failed_attempts"]["refused"].as_u64() > Some(0),
        "{found}"
    );
    let limits = found["limits"].as_array().expect("limits");
    let broken = limits.iter().filter(|limit| limit["held"] == false);
    let broken: Vec<_> = broken.map(|limit| limit["limit"].as_str()).collect();
    assert_eq!(
        broken,
        [
            Some("clients that never came back"),
            Some("connections refused")
        ]
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_picture_that_cannot_be_written_does_not_take_the_report_with_it() {
    // A place in which nobody can write.
    let file = "/proc/self/rejoin.svg";
    let ended = rehearse(&["--clients", "2", "--drain-within", "0s", "--plot", file]);
    assert_eq!(ended.status, 1, "{ended:?}");
    assert!(ended.text().contains("2 with 1012"), "{}", ended.text());
    assert!(ended.error().contains("cannot write --plot"), "{ended:?}");
}

#[test]
fn a_picture_without_a_place_is_refused_before_anything_begins() {
    let ended = rehearse(&["--plot", "/nowhere/at/all/herd.png"]);
    assert_eq!((ended.status, ended.text()), (2, ""));
    assert!(ended.error().contains("cannot write --plot"), "{ended:?}");
}

#[test]
fn a_peak_needs_to_know_what_is_admitted() {
    let url = "ws://127.0.0.1:1";
    let ended = rehearse(&["--max-peak", "1", "--restart-command", "exit", url]);
    assert_eq!(ended.status, 2, "{ended:?}");
    assert!(ended.error().contains("--admit-rate"), "{ended:?}");
}

#[test]
fn a_server_that_is_not_there_or_declines_is_told_before_anything_begins() {
    let (_held, address) = port_of_nobody();
    let ended = rehearse(&["--restart-command", "exit", &format!("ws://{address}")]);
    assert_eq!(ended.status, 3);
    assert!(ended.error().contains("refused"), "{ended:?}");

    let fake = Fake::answering(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    let ended = rehearse(&["--restart-command", "exit", &fake.url]);
    assert_eq!(ended.status, 4);
    assert!(ended.error().contains("404"), "{ended:?}");
}

#[test]
fn a_command_that_fails_is_told_and_ends_the_rehearsal() {
    let (_server, url) = Process::serve(&[]);
    let arguments = [
        "--clients",
        "2",
        "--settle",
        "0s",
        "--restart-command",
        "exit 7",
    ];
    let ended = Process::run(&[&["rehearse"], &arguments[..], &[&url]].concat(), b"");
    assert_eq!((ended.status, ended.text()), (1, ""));
    assert!(ended.error().contains("exit status: 7"), "{ended:?}");
}

#[test]
fn a_command_that_restarts_nothing_proves_nothing() {
    let (_server, url) = Process::serve(&[]);
    let arguments = [
        "--clients",
        "2",
        "--patience",
        "200ms",
        "--restart-command",
        "exit 0",
    ];
    let ended = rehearse(&[&arguments[..], &[&url]].concat());
    assert_eq!(ended.status, 1);
    let broken = "BROKEN  restarts that reached nobody: 1, allowed 0\n";
    assert!(ended.text().contains(broken), "{}", ended.text());
    assert!(
        ended.text().contains("left alone by a restart: 2"),
        "{}",
        ended.text()
    );
}

#[test]
fn a_url_needs_a_command_and_a_command_a_url() {
    for arguments in [&["ws://127.0.0.1:1"][..], &["--restart-command", "exit"]] {
        let ended = rehearse(arguments);
        assert_eq!(ended.status, 2, "{ended:?}");
    }
}
