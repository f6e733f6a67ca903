//! `rejoin` as a person uses it: on a terminal, here a pseudo-terminal that does not even
//! know its size.

use std::fs::File;
use std::io::{Read, Write};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};

use rustix::fd::AsFd;
use rustix::fs::{Mode, OFlags, open};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{LocalModes, tcgetattr};

use crate::fake::Fake;
use crate::process::{PATIENCE, Process, command};
use crate::reconnect::Restartable;
use crate::restart_command::with_pid_file;
use crate::service::pid;

/// A person at a terminal on which `rejoin` runs.
struct Person {
    child: Child,
    keyboard: File,
    /// The program's end, kept open so that its modes can be looked at.
    terminal: File,
    screen: Receiver<Vec<u8>>,
    seen: String,
}

impl Person {
    fn connects(arguments: &[&str]) -> Self {
        Self::runs(&[&["connect"], arguments].concat())
    }

    fn runs(arguments: &[&str]) -> Self {
        let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
        grantpt(&ours).expect("it is ours");
        unlockpt(&ours).expect("it is ours");
        let name = ptsname(&ours, Vec::new()).expect("it has a name");
        let theirs =
            open(&name, OFlags::RDWR | OFlags::NOCTTY, Mode::empty()).expect("it is unlocked");
        let terminal = File::from(theirs);
        let stdio = || Stdio::from(terminal.try_clone().expect("a file can be cloned"));
        let child = command(arguments)
            .env("TERM", "xterm")
            .env("NO_COLOR", "1")
            .stdin(stdio())
            .stdout(stdio())
            .stderr(stdio())
            .spawn()
            .expect("the program is built");
        let keyboard = File::from(ours);
        let mut eyes = keyboard.try_clone().expect("a file can be cloned");
        let (sender, screen) = channel();
        std::thread::spawn(move || {
            let mut shown = [0; 4096];
            while let Ok(length @ 1..) = eyes.read(&mut shown) {
                if sender.send(shown[..length].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self {
            child,
            keyboard,
            terminal,
            screen,
            seen: String::new(),
        }
    }

    fn types(&mut self, keys: &str) {
        self.keyboard
            .write_all(keys.as_bytes())
            .expect("the terminal is there");
    }

    /// Waits until this is on the screen, and forgets what was shown up to there.
    fn sees(&mut self, text: &str) {
        loop {
            if let Some(position) = self.seen.find(text) {
                self.seen.drain(..position + text.len());
                return;
            }
            let more = self.screen.recv_timeout(PATIENCE);
            let more = more.unwrap_or_else(|_| unreachable!("no {text:?} in {:?}", self.seen));
            self.seen.push_str(&String::from_utf8_lossy(&more));
        }
    }

    /// Waits for the end; the terminal has to be as it was before.
    fn ends(mut self) -> Option<i32> {
        let status = self.child.wait().expect("it was started here");
        let modes = tcgetattr(self.terminal.as_fd())
            .expect("a terminal")
            .local_modes;
        assert!(modes.contains(LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG));
        status.code()
    }
}

impl Drop for Person {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_conversation_with_ping_history_and_a_close_of_ones_own() {
    let (mut server, url) = Process::serve_json(&[]);
    let mut person = Person::connects(&[&url]);
    person.sees("/help");
    person.types("zażółć 日本語\r");
    person.sees("> zażółć 日本語\r\n");
    person.sees("< zażółć 日本語\r\n");
    // Up, then a letter more.
    person.types("\u{1b}[A!\r");
    person.sees("< zażółć 日本語!\r\n");
    person.types("/ping\r");
    person.sees("* round trip ");
    person.types("/nonsense\r");
    person.sees("/nonsense; /help lists them");
    person.types("//slash\r");
    person.sees("< /slash\r\n");
    person.types("/close 1012\r");
    person.sees("1012");
    person.types("/close 4000 再見\r");
    person.sees("closed: 4000");
    assert_eq!(person.ends(), Some(0));
    let closed = server.event("closed");
    assert_eq!(
        (&closed["code"], &closed["reason"]),
        (&4000.into(), &"再見".into())
    );
}

#[test]
fn hostile_text_is_shown_and_not_obeyed() {
    let fake = Fake::closing(b"\x81\x08a\x1b[2Jb\nc\x88\x06\x03\xe8\x1b[0m");
    let mut person = Person::connects(&[&fake.url]);
    // A second line cannot pass for the program's own.
    person.sees("< a\\u{1b}[2Jb\r\n  c\r\n");
    person.sees("reason \"\\u{1b}[0m\"");
    assert_eq!(person.ends(), Some(0));
}

#[test]
fn the_peer_ends_it_in_the_middle_of_a_line() {
    let (server, url) = Process::serve(&[]);
    let mut person = Person::connects(&[&url]);
    person.sees("/help");
    person.types("unfinished");
    person.sees("unfinished");
    server.signal(rustix::process::Signal::TERM);
    person.sees("closed: 1001");
    assert_eq!(person.ends(), Some(0));
}

#[test]
fn control_d_closes_and_leaves() {
    let (_server, url) = Process::serve(&[]);
    let mut person = Person::connects(&[&url]);
    person.sees("/help");
    person.types("\u{4}");
    person.sees("closed: 1000");
    assert_eq!(person.ends(), Some(0));
}

#[test]
fn control_c_twice_does_not_wait_for_the_peer() {
    let fake = Fake::sending(b"");
    let mut person = Person::connects(&[&fake.url]);
    person.sees("/help");
    person.types("\u{3}");
    person.sees("once more");
    person.types("\u{3}");
    person.sees("interrupted");
    assert_eq!(person.ends(), Some(1));
}

#[test]
fn what_was_typed_ahead_is_sent() {
    let (_server, url) = Process::serve(&[]);
    let mut person = Person::connects(&[&url]);
    person.types("early\n");
    person.sees("< early\r\n");
    person.types("\u{4}");
    assert_eq!(person.ends(), Some(0));
}

#[test]
fn a_connection_that_comes_back_counts_down_and_goes_on() {
    let server = Restartable::start();
    let mut person = Person::connects(&["--reconnect", &server.url]);
    person.sees("connected; /help lists the commands");
    person.types("/help\r");
    person.sees("/close ");
    person.types("before\r");
    person.sees("< before\r\n");
    let second = core::time::Duration::from_secs(1);
    server.restart(rejoin::RetryWindow::new(second, second).expect("in order"));
    person.sees("closed: 1012 (Service Restart)");
    person.sees("coming back in ");
    person.sees("0.5 s > ");
    person.types("meanwhile\r");
    person.sees("connected again");
    person.sees("< meanwhile\r\n");
    person.types("\u{4}");
    assert_eq!(person.ends(), Some(0));
}

#[test]
fn a_restart_shows_a_bar_on_one_line() {
    let flags = ["--drain-rate", "2", "--drain-within", "1h"];
    let (mut server, file) = with_pid_file(&flags);
    let _clients: Vec<_> = (0..5).map(|_| server.client()).collect();
    let mut person = Person::runs(&["restart", &file]);
    person.sees("\r\u{1b}[2Kdraining [");
    person.sees("] ");
    person.sees(" of 5 closed\r\u{1b}[2K");
    let old = server.current;
    server.current = pid(&server.event("restarted")["successor"]);
    let new = server.current;
    person.sees(&format!(
        "process {new} serves, process {old} has ended\r\n"
    ));
    assert_eq!(person.ends(), Some(0));
}

#[test]
fn a_restart_that_fails_leaves_the_line_of_the_bar_to_the_error() {
    let (server, file) = with_pid_file(&[]);
    server.break_executable();
    let mut person = Person::runs(&["restart", &file]);
    person.sees("\r\u{1b}[2Kerror: process ");
    person.sees("serves on: the new process ended before it was ready");
    assert_eq!(person.ends(), Some(1));
}

#[test]
fn a_rehearsal_shows_how_far_it_is_and_then_only_the_report() {
    let arguments = [
        "--clients",
        "3",
        "--settle",
        "300ms",
        "--policy",
        "fixed:0.3",
    ];
    let mut person =
        Person::runs(&[&["rehearse", "--drain-within", "0s"], &arguments[..]].concat());
    person.sees("fixed:0.3: settling, 0 s: 3 open, 0 away\u{1b}[K");
    person.sees("restart 1 of 1");
    // The line is empty before the report is written to its place.
    person.sees("\r\u{1b}[K1 restart with 3 clients");
    assert_eq!(person.ends(), Some(0));
}

#[test]
fn a_check_counts_the_seconds_of_silence() {
    let (_server, url) = Process::serve(&[]);
    let mut person = Person::runs(&["check", &url, "--idle", "2s"]);
    person.sees("silent for 0 s of 2 s");
    person.sees("silent for 1 s of 2 s");
    // The line is gone before the next one is there.
    person.sees("\r\u{1b}[K✓ idle        still open after 2.0 s of silence");
    person.sees("nothing is wrong");
    assert_eq!(person.ends(), Some(0));
}
