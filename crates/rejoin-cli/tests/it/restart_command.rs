//! `rejoin restart`, and the files from which it learns what a server does.

use std::path::Path;
use std::process::Command;

use rustix::process::Signal;

use crate::process::Process;
use crate::service::{Service, pid};

const EVERYBODY_AT_ONCE: &[&str] = &["--drain-within", "0s"];

/// A service with a pid file in its directory.
pub(crate) fn with_pid_file(more: &[&str]) -> (Service, String) {
    let server = Service::start_with(|directory| {
        let file = directory.join("rejoin.pid");
        let file = file.to_str().expect("it is UTF-8").to_owned();
        let more = more.iter().map(|&flag| flag.to_owned());
        ["--pid-file".to_owned(), file]
            .into_iter()
            .chain(more)
            .collect()
    });
    let file = server.directory().join("rejoin.pid");
    let file = file.to_str().expect("it is UTF-8").to_owned();
    (server, file)
}

#[test]
fn rejoin_restart_follows_a_restart_to_its_end() {
    let (mut server, file) = with_pid_file(EVERYBODY_AT_ONCE);
    let _clients: Vec<_> = (0..3).map(|_| server.client()).collect();
    let old = server.current;
    let ended = Process::run(&["restart", &file], b"");
    assert_eq!(ended.status, 0, "{ended:?}");
    let new = std::fs::read_to_string(&file).expect("it is there");
    server.current = new.trim().parse().expect("a process id");
    assert_ne!(server.current, old);
    let last = ended.stderr.lines().last().expect("it says so");
    let new = server.current;
    assert_eq!(
        last,
        format!("process {new} serves, process {old} has ended")
    );
    assert_eq!(server.client().finish().status, 0);

    let mut restart = Process::start(&["restart", "--json", &file]);
    let replaced = restart.event("replaced");
    assert_eq!(replaced["old"], new);
    server.current = pid(&replaced["new"]);
    assert_eq!(restart.wait().status, 0);
    server.signal(Signal::TERM);
    server.event("drained");
}

#[test]
fn rejoin_restart_tells_of_a_drain_that_was_cut_short() {
    let (mut server, file) = with_pid_file(&["--drain-rate", "1", "--drain-within", "1h"]);
    let _clients: Vec<_> = (0..5).map(|_| server.client()).collect();
    let mut restart = Process::start(&["restart", "--json", &file]);
    restart.event("draining");
    let old = server.current;
    Service::kill(old);
    let ended = restart.wait();
    server.current = pid(&server.event("restarted")["successor"]);
    assert_eq!(ended.status, 1, "{ended:?}");
    let (new, said) = (server.current, ended.error());
    let expected =
        format!("process {new} serves, but {old} ended in the middle of its drain, and ");
    assert!(said.contains(&expected), "{said}");
    let gone = server.event("predecessor_gone");
    assert_eq!(gone["predecessor"], old);
    let lost = gone["drain"]["left"].as_u64().expect("it told");
    assert!((1..=5).contains(&lost), "{gone}");
    assert!(said.contains(&format!("and {lost} connection")), "{said}");
    assert_eq!(
        pid_files(&server),
        ["rejoin.pid".to_owned(), format!("rejoin.pid.{new}")]
    );
}

#[test]
fn a_new_process_that_dies_leaves_no_file_behind() {
    let (mut server, file) = with_pid_file(&["--drain-rate", "1", "--drain-within", "1h"]);
    let _clients: Vec<_> = (0..3).map(|_| server.client()).collect();
    let (old, new) = server.restart();
    Service::kill(new);
    server.current = old;
    server.event("restart_failed");
    assert_eq!(
        pid_files(&server),
        ["rejoin.pid".to_owned(), format!("rejoin.pid.{old}")]
    );
    assert_eq!(std::fs::read_to_string(file).ok(), Some(format!("{old}\n")));
}

#[test]
fn a_server_clears_up_after_one_that_was_killed() {
    let mut killed = Command::new("true").spawn().expect("there is one");
    let dead = killed.id();
    killed.wait().expect("it was started here");
    let server = Service::start_with(|directory| {
        let file = directory.join("rejoin.pid");
        std::fs::write(&file, format!("{dead}\n")).expect("it can be written");
        std::fs::write(directory.join(format!("rejoin.pid.{dead}")), "").expect("it can be");
        let file = file.to_str().expect("it is UTF-8").to_owned();
        vec!["--pid-file".to_owned(), file]
    });
    let own = format!("rejoin.pid.{}", server.current);
    assert_eq!(pid_files(&server), ["rejoin.pid".to_owned(), own]);
}

/// The names of the files that tell of the processes of a service.
fn pid_files(server: &Service) -> Vec<String> {
    let entries = std::fs::read_dir(server.directory()).expect("it is there");
    let names = entries.map(|entry| entry.expect("it is there").file_name());
    let names = names.map(|name| name.into_string().expect("it is UTF-8"));
    let names = names.filter(|name| name.starts_with("rejoin.pid"));
    // A file that is being written has another name until it is complete.
    let whole = names.filter(|name| Path::new(name).extension().is_none_or(|end| end != "new"));
    let mut files: Vec<_> = whole.collect();
    files.sort();
    files
}

#[test]
fn rejoin_restart_says_as_much_as_it_is_asked_for() {
    let (mut server, file) = with_pid_file(EVERYBODY_AT_ONCE);
    let old = server.current;
    let ended = Process::run(&["restart", "-q", &file], b"");
    server.current = pid(&server.event("restarted")["successor"]);
    assert_eq!((ended.status, ended.stderr.as_str()), (0, ""));

    let middle = server.current;
    let ended = Process::run(&["restart", "-v", &file], b"");
    server.current = pid(&server.event("restarted")["successor"]);
    assert_eq!(ended.status, 0, "{ended:?}");
    let first = ended.stderr.lines().next();
    let expected = format!("* SIGUSR2 to process {middle}; what it does stands in {file}.{middle}");
    assert_eq!(first, Some(&*expected));
    assert_ne!(old, middle);
}

#[test]
fn rejoin_restart_says_why_there_is_no_new_process() {
    let (server, file) = with_pid_file(&["--ready-within", "300ms"]);
    let mut client = server.client();
    server.break_executable();
    let ended = Process::run(&["restart", &file], b"");
    assert_eq!(ended.status, 1);
    let said = &ended.stderr;
    assert!(
        said.contains("serves on: the new process ended before it was ready"),
        "{said}"
    );
    server.mute_executable();
    let ended = Process::run(&["restart", &file], b"");
    let said = &ended.stderr;
    assert!(said.contains("was not ready within 300ms"), "{said}");
    client.write(b"hi\n");
    assert_eq!(client.event("message")["text"], "hi");
}

#[cfg(target_os = "linux")]
#[test]
fn rejoin_restart_finds_what_was_started_by_a_relative_path() {
    let mut server = Service::started_by(|directory| {
        let mut command = Command::new("sh");
        // The same process, no whole path in its command line, and nobody else starts one like it.
        let script = "cd \"$0\" && exec ./rejoin serve --json --listen 127.0.0.1:0 --drain-within 0s \
                      --max-connections 1001";
        command.args(["-c", script]).arg(directory);
        command
    });
    // From the first to the second, whose path is whole, and from there to the third.
    for _ in 0..2 {
        let old = server.current;
        let ended = Process::run(&["restart", &old.to_string()], b"");
        server.current = pid(&server.event("restarted")["successor"]);
        assert_eq!(ended.status, 0, "{ended:?}");
        let new = server.current;
        let said = ended.error();
        assert_eq!(
            said,
            format!("process {new} serves, process {old} has ended")
        );
    }
    assert_eq!(server.client().finish().status, 0);
}

#[cfg(target_os = "linux")]
#[test]
fn rejoin_restart_needs_no_more_than_the_process_id() {
    // Nobody else starts one like it.
    let mut server = Service::start(&[EVERYBODY_AT_ONCE, &["--max-connections", "1002"]].concat());
    let mut restart = Process::start(&["restart", &server.current.to_string()]);
    let restarted = server.event("restarted");
    server.current = pid(&restarted["successor"]);
    let ended = restart.finish();
    assert_eq!(ended.status, 0, "{ended:?}");
    let said = format!("process {} serves", server.current);
    assert!(ended.error().contains(&said), "{ended:?}");

    // Other processes would end of the signal: this one has no use for it.
    let other = server.client();
    let ended = Process::run(&["restart", &other.id().to_string()], b"");
    assert_eq!(ended.status, 1);
    assert!(
        ended.error().contains("does not restart when asked to"),
        "{ended:?}"
    );
    let ended = Process::run(&["restart", "/nowhere/rejoin.pid"], b"");
    assert!(
        ended.error().contains("cannot read the pid file"),
        "{ended:?}"
    );
}
