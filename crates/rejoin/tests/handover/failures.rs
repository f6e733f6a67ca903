//! Restarts that come to nothing: the old process serves on, and says why.

use crate::hammer::Hammer;
use crate::stage::{Actor, Stage};

/// After a failure a restart goes well, none of those that failed ever served, and no client was
/// turned away all the while.
fn serves_on(mut server: Actor, stage: &Stage, hammer: Hammer) {
    hammer.sees(server.pid);
    server.tell("restart plain");
    let pid = server.says("handed over to ");
    let new = stage.process(&pid);
    new.says("serves successor ");
    hammer.sees(new.pid);
    hammer.stop().nothing_was_lost();
}

#[test]
fn a_program_that_is_not_there_is_reported() {
    let mut stage = Stage::new();
    let (mut server, address) = stage.server();
    let hammer = Hammer::start(address);
    server.tell("program /nowhere/server");
    let why = server.says("failed cannot start /nowhere/server: ");
    assert_eq!(
        why,
        "No such file or directory (os error 2) [started false, late false, status None, reason None]"
    );
    serves_on(server, &stage, hammer);
}

#[test]
fn another_program_with_arguments_of_its_own_can_be_started() {
    let mut stage = Stage::new();
    let (mut server, address) = stage.server();
    let hammer = Hammer::start(address);
    for (command, code) in [("true", 0), ("false", 1)] {
        server.tell(&format!("shell {command}"));
        let why = server.says("failed the new process ended before it was ready ");
        assert!(why.contains(&format!("status Some({code}),")), "{why}");
    }
    serves_on(server, &stage, hammer);
}

#[test]
fn a_process_that_crashes_is_reported_with_its_status() {
    let mut stage = Stage::new();
    let (mut server, address) = stage.server();
    let hammer = Hammer::start(address);
    server.tell("restart crash");
    let why = server.says("failed the new process ended before it was ready (exit status: 1");
    assert!(
        why.ends_with("late false, status Some(101), reason None]"),
        "{why}"
    );
    serves_on(server, &stage, hammer);
}

#[test]
fn a_process_that_declines_is_reported_with_its_reason() {
    let mut stage = Stage::new();
    let (mut server, address) = stage.server();
    let hammer = Hammer::start(address);
    let new = server.restarts("decline", &stage);
    new.ends();
    let why = server.says("failed the new process cannot serve: line 3: no such key (");
    assert!(
        why.ends_with("status Some(101), reason Some(\"line 3: no such key\")]"),
        "{why}"
    );
    serves_on(server, &stage, hammer);
}

#[test]
fn a_process_that_is_never_ready_is_killed() {
    let mut stage = Stage::new();
    let (mut server, address) = stage.server();
    let hammer = Hammer::start(address);
    for role in ["asleep", "held"] {
        server.tell(&format!("restart {role} 200"));
        let why = server.says("failed the new process was not ready within 200ms ");
        assert_eq!(why, "[started true, late true, status None, reason None]");
    }
    serves_on(server, &stage, hammer);
}

#[test]
fn a_process_that_talks_nonsense_is_killed() {
    let mut stage = Stage::new();
    let (mut server, address) = stage.server();
    let hammer = Hammer::start(address);
    for (role, said) in [
        (
            "garbage",
            "the other process does not speak the handover's language",
        ),
        ("early", "the other process said something out of turn"),
    ] {
        let new = server.restarts(role, &stage);
        let why = server.says("failed the line to the new process failed: ");
        assert!(why.starts_with(said), "{why}");
        new.ends();
    }
    serves_on(server, &stage, hammer);
}

#[test]
fn a_process_that_drops_what_it_inherited_is_killed() {
    let mut stage = Stage::new();
    let (mut server, address) = stage.server();
    let hammer = Hammer::start(address);
    let new = server.restarts("leave", &stage);
    server.says("failed the new process takes no part in the handover");
    new.ends();
    serves_on(server, &stage, hammer);
}

#[test]
fn a_restart_that_is_dropped_takes_the_new_process_with_it() {
    let mut stage = Stage::new();
    let (mut server, address) = stage.server();
    let hammer = Hammer::start(address);
    let new = server.restarts("held", &stage);
    new.says("holds");
    server.tell("cancel");
    server.says("cancelled");
    new.ends();
    serves_on(server, &stage, hammer);
}

#[test]
fn at_the_very_deadline_exactly_one_of_them_serves() {
    let mut stage = Stage::new();
    let (mut server, address) = stage.server();
    let hammer = Hammer::start(address);
    for _ in 0..10 {
        server.tell("restart late 150");
        let line = server.line();
        if let Some(pid) = line.strip_prefix("handed over to ") {
            let new = stage.process(pid);
            new.says("serves successor ");
            server.tell("end");
            server.ends();
            server = new;
        } else {
            let late = "failed the new process was not ready within 150ms ";
            assert!(line.starts_with(late), "{line}");
        }
        hammer.sees(server.pid);
    }
    serves_on(server, &stage, hammer);
}
