//! `rejoin serve`, restarted: who serves, what the clients see, and what is said of it.

use rustix::process::Signal;

use crate::process::Process;
use crate::service::Service;

const EVERYBODY_AT_ONCE: &[&str] = &["--drain-within", "0s"];

#[test]
fn clients_of_a_restarted_server_leave_with_1012_and_nobody_is_refused() {
    let mut server = Service::start(EVERYBODY_AT_ONCE);
    for _ in 0..10 {
        let mut clients: Vec<_> = (0..24).map(|_| server.client()).collect();
        let (old, new) = server.restart();
        let mut late: Vec<_> = (0..4).map(|_| server.client()).collect();
        for client in &mut clients {
            let closed = client.event("closed");
            assert_eq!(closed["code"], 1012, "{closed}");
            assert_eq!(closed["reason"], "service restart; retry=1.0-5.0");
            assert_eq!(closed["clean"], true, "{closed}");
        }
        let gone = server.event_of(new, "predecessor_gone");
        assert_eq!(gone["predecessor"], old);
        for client in &mut late {
            client.write(b"still there\n");
            assert_eq!(client.event("message")["text"], "still there");
            assert_eq!(client.finish().status, 0);
        }
    }
}

#[test]
fn the_old_process_tells_how_its_drain_ended() {
    let mut server = Service::start(EVERYBODY_AT_ONCE);
    let _clients: Vec<_> = (0..3).map(|_| server.client()).collect();
    let (old, _) = server.restart();
    let drained = server.event_of(old, "drained");
    assert_eq!(
        (&drained["code"], &drained["clean"]),
        (&1012.into(), &3.into())
    );
    assert_eq!((&drained["cut"], &drained["left"]), (&0.into(), &0.into()));
    assert_eq!(server.wait_for_the_first(), 0);
}

#[test]
fn a_new_process_that_is_missing_or_fails_changes_nothing() {
    for (breakage, why) in [
        (Service::remove_executable as fn(&Service), "No such file"),
        (Service::break_executable, "ended before it was ready"),
        (Service::crash_executable, "signal: 11"),
        (Service::mute_executable, "was not ready within 300ms"),
    ] {
        let mut server = Service::start(&["--ready-within", "300ms"]);
        let mut client = server.client();
        breakage(&server);
        for _ in 0..2 {
            server.signal(Signal::USR2);
            let failed = server.event("restart_failed");
            let error = failed["error"].as_str().expect("a reason");
            assert!(error.contains(why), "{error}");
        }
        client.write(b"hi\n");
        assert_eq!(client.event("message")["text"], "hi");
        assert_eq!(server.client().finish().status, 0);
        let log = server.log();
        let told = log.lines().filter(|line| line.contains("restart failed"));
        assert_eq!(told.filter(|line| line.contains(why)).count(), 2, "{log}");
    }
}

#[test]
fn a_certificate_that_is_gone_is_named_by_the_new_process_and_changes_nothing() {
    let pair = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a pair");
    let mut server = Service::start_with(|directory| {
        let (cert, key) = (directory.join("cert.pem"), directory.join("key.pem"));
        std::fs::write(&cert, pair.cert.pem()).expect("it can be written");
        std::fs::write(&key, pair.signing_key.serialize_pem()).expect("it can be written");
        let path = |path: std::path::PathBuf| path.to_str().expect("it is UTF-8").to_owned();
        vec![
            "--cert".to_owned(),
            path(cert),
            "--key".to_owned(),
            path(key),
        ]
    });
    std::fs::remove_file(server.directory().join("key.pem")).expect("it is there");
    server.signal(Signal::USR2);
    let failed = server.event("restart_failed");
    let error = failed["error"].as_str().expect("a reason");
    assert!(error.contains("cannot read --key"), "{error}");
    server.signal(Signal::TERM);
    assert_eq!(server.wait_for_the_first(), 0);
}

#[test]
fn a_second_restart_is_refused_while_the_first_is_under_way() {
    let mut server = Service::start(&["--ready-within", "20s"]);
    server.mute_executable();
    server.signal(Signal::USR2);
    server.event("restarting");
    server.signal(Signal::USR2);
    let failed = server.event("restart_failed");
    assert_eq!(failed["error"], "a restart is under way already");
    // The end is not held up by a new process that never gets ready.
    server.signal(Signal::TERM);
    server.event("drained");
    assert_eq!(server.wait_for_the_first(), 0);
}

#[test]
fn the_death_of_the_new_process_has_the_old_one_serve_again() {
    let mut server = Service::start(&["--drain-rate", "1", "--drain-within", "1h"]);
    // The drain is not over with the first Close.
    let _clients = [server.client(), server.client(), server.client()];
    let (old, new) = server.restart();
    Service::kill(new);
    server.current = old;
    let failed = server.event_of(old, "restart_failed");
    let error = failed["error"].as_str().expect("a reason");
    assert!(
        error.contains("died while it served") && error.contains("signal: 9"),
        "{error}"
    );
    let mut late = server.client();
    late.write(b"hi\n");
    assert_eq!(late.event("message")["text"], "hi");
    assert_eq!(late.finish().status, 0);
    // Another restart may be tried.
    let (_, newest) = server.restart();
    assert_ne!(newest, new);
}

#[test]
fn a_second_sigterm_cuts_who_is_left() {
    let mut server = Service::start(&["--drain-rate", "1", "--drain-within", "1h"]);
    let mut clients: Vec<_> = (0..4).map(|_| server.client()).collect();
    server.signal(Signal::TERM);
    let draining = server.event("draining");
    assert_eq!(draining["code"], 1001);
    let refused = Process::run(&["connect", &server.url], b"");
    assert!(refused.error().contains("503"), "{refused:?}");
    server.signal(Signal::TERM);
    let drained = server.event("drained");
    assert_eq!(drained["left"], 0);
    let cut = drained["cut"].as_u64().expect("a number");
    assert!((1..=4).contains(&cut), "{drained}");
    assert_eq!(server.wait_for_the_first(), 0);
    for client in &mut clients {
        client.event("closed");
    }
}
