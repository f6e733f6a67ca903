//! Restarts that go well.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::PathBuf;
use std::process::{self, Command};

use crate::hammer::Hammer;
use crate::stage::{Stage, socket_at};

#[test]
fn ten_restarts_in_a_row_lose_no_connection_and_gather_no_descriptors() {
    let mut stage = Stage::new();
    let (mut server, address) = stage.server();
    let socket = socket_at(address);
    let hammer = Hammer::start(address);
    let mut pids = vec![server.pid];
    for _ in 0..10 {
        hammer.sees(server.pid);
        let new = server.restarts("plain", &stage);
        let said = new.says("serves successor ");
        assert_eq!(said, format!("{address} ws"));
        assert_eq!(new.holds(&socket), 1);
        server.says(&format!("handed over to {}", new.pid));
        hammer.sees(new.pid);
        server.tell("end");
        server.ends();
        server = new;
        pids.push(server.pid);
    }
    let count = hammer.stop();
    count.nothing_was_lost();
    assert_eq!(count.answers.len(), 11, "{count:?}");
    assert!(pids.iter().all(|pid| count.answers.contains_key(pid)));
}

#[test]
fn an_old_process_that_has_handed_over_restarts_no_more() {
    let mut stage = Stage::new();
    let (mut server, _) = stage.server();
    let mut new = server.restarts("plain", &stage);
    new.says("serves successor ");
    server.says("handed over to ");
    server.tell("restart plain");
    server.says("failed a restart is under way already ");
    // The new one can.
    let third = new.restarts("plain", &stage);
    third.says("serves successor ");
}

#[test]
fn two_restarts_at_once_are_one() {
    let mut stage = Stage::new();
    let (mut server, _) = stage.server();
    let mut new = server.restarts("held", &stage);
    new.says("holds");
    server.tell("restart plain");
    server.says("failed a restart is under way already ");
    // Nor does a process restart that does not serve yet.
    new.tell("restart");
    new.says("failed a restart is under way already");
    new.tell("ready");
    new.says("serves successor ");
    server.says(&format!("handed over to {}", new.pid));
}

#[test]
fn an_ordinary_child_takes_nothing_over() {
    let mut stage = Stage::new();
    let (mut server, address) = stage.server();
    let mut new = server.restarts("plain", &stage);
    new.says("serves successor ");
    server.says("handed over to ");
    // It has the environment of a restarted process, but nobody restarted it.
    new.tell("spawn");
    let ordinary = stage.next();
    let said = ordinary.says("serves first ");
    assert!(!said.contains(&address.to_string()), "{said}");
}

#[test]
fn a_restart_follows_the_link_by_which_the_program_was_started() {
    let releases = Releases::new("link");
    let current = releases.path("current");
    symlink(releases.add("one"), &current).unwrap();
    let mut stage = Stage::new();
    let (mut server, _) = stage.start(&mut Command::new(&current));
    let two = releases.add("two");
    fs::remove_file(&current).unwrap();
    symlink(&two, &current).unwrap();
    let new = server.restarts("plain", &stage);
    new.says("serves successor ");
    assert_eq!(new.executable(), two);
}

#[test]
fn a_restart_starts_the_file_that_has_replaced_the_program() {
    let releases = Releases::new("replaced");
    let program = releases.add("server");
    let mut stage = Stage::new();
    let (mut server, _) = stage.start(&mut Command::new(&program));
    fs::remove_file(&program).unwrap();
    server.tell("restart plain");
    server.says(&format!("failed cannot start {}", program.display()));
    assert_eq!(releases.add("server"), program);
    let new = server.restarts("plain", &stage);
    new.says("serves successor ");
    assert_eq!(new.executable(), program);
}

/// A directory with releases of this program.
struct Releases(PathBuf);

impl Releases {
    fn new(name: &str) -> Self {
        let name = format!("handover-{name}-{}", process::id());
        let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir(&directory).unwrap();
        Self(fs::canonicalize(directory).unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// The same program under another name.
    fn add(&self, name: &str) -> PathBuf {
        let release = self.path(name);
        fs::hard_link(std::env::current_exe().unwrap(), &release).unwrap();
        release
    }
}

impl Drop for Releases {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
