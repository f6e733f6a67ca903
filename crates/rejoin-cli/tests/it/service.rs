//! `rejoin serve` as a service: an executable of its own, replaced or broken at will, and the line of
//! processes that comes of it.

use core::sync::atomic::{AtomicU32, Ordering};
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Command;

use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;

use crate::process::{PATIENCE, Process};

/// A service, old and new processes together. Nothing of it is left running.
pub(crate) struct Service {
    first: Process,
    pub(crate) url: String,
    admin: Option<String>,
    /// The process that serves.
    pub(crate) current: u32,
    /// What was read from stdout and not asked for yet.
    unread: Vec<Value>,
    place: Place,
}

/// A directory with the executable in it, and whatever else a test needs.
struct Place(PathBuf);

impl Service {
    /// With these arguments beside `serve --listen 127.0.0.1:0 --json`.
    pub(crate) fn start(arguments: &[&str]) -> Self {
        Self::start_with(|_| arguments.iter().map(|&each| each.to_owned()).collect())
    }

    /// The same with arguments that need files in the service's directory.
    pub(crate) fn start_with(arguments: impl FnOnce(&Path) -> Vec<String>) -> Self {
        Self::bare(|directory| {
            let mut all = vec!["--listen".to_owned(), "127.0.0.1:0".to_owned()];
            all.extend(arguments(directory));
            all
        })
    }

    /// The same without an address.
    pub(crate) fn bare(arguments: impl FnOnce(&Path) -> Vec<String>) -> Self {
        Self::started_by(|directory| {
            let mut command = Command::new(executable(directory));
            command.args(["serve", "--json"]).args(arguments(directory));
            command
        })
    }

    /// Whatever that command starts, as long as it is a `serve --json`.
    pub(crate) fn started_by(command: impl FnOnce(&Path) -> Command) -> Self {
        let place = Place::new();
        fs::hard_link(env!("CARGO_BIN_EXE_rejoin"), place.executable()).expect("one file system");
        let mut command = command(&place.0);
        command.env_remove("RUST_LOG").env_remove("NO_COLOR");
        let mut first = Process::spawn(command);
        let listening = first.event("listening");
        Self {
            url: listening["url"].as_str().expect("a URL").to_owned(),
            admin: listening["admin"].as_str().map(str::to_owned),
            current: pid(&listening["pid"]),
            first,
            unread: Vec::new(),
            place,
        }
    }

    /// A client that is connected.
    pub(crate) fn client(&self) -> Process {
        let mut client = Process::start(&["connect", "--json", &self.url]);
        client.event("opened");
        client
    }

    /// A peer that shakes hands and says nothing more.
    pub(crate) fn silent_peer(&self) -> TcpStream {
        let address = self.url.strip_prefix("ws://").expect("a URL");
        let mut stream = TcpStream::connect(address.trim_end_matches('/')).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("not zero");
        let request = "GET / HTTP/1.1\r\nHost: a.example\r\nUpgrade: websocket\r\n\
                       Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\
                       Sec-WebSocket-Version: 13\r\n\r\n";
        stream.write_all(request.as_bytes()).expect("it reads");
        let (mut head, mut byte) = (Vec::new(), [0]);
        while !head.ends_with(b"\r\n\r\n") {
            stream.read_exact(&mut byte).expect("an answer");
            head.push(byte[0]);
        }
        stream
    }

    /// The address for monitors.
    pub(crate) fn admin(&self) -> &str {
        self.admin.as_deref().expect("it was asked for")
    }

    pub(crate) fn directory(&self) -> &Path {
        &self.place.0
    }

    pub(crate) fn signal(&self, signal: Signal) {
        send(self.current, signal);
    }

    pub(crate) fn kill(process: u32) {
        send(process, Signal::KILL);
    }

    /// Restarts it; returns once the new process accepts and the old one does not, with both ids.
    pub(crate) fn restart(&mut self) -> (u32, u32) {
        self.signal(Signal::USR2);
        let restarted = self.event("restarted");
        let old = core::mem::replace(&mut self.current, pid(&restarted["successor"]));
        let listening = self.event("listening");
        assert_eq!(listening["url"], self.url.as_str());
        assert_eq!(listening["predecessor"], old);
        self.event_of(old, "draining");
        (old, self.current)
    }

    /// The next event of this kind from the process that serves.
    pub(crate) fn event(&mut self, kind: &str) -> Value {
        self.event_of(self.current, kind)
    }

    /// The next event of this kind from that process.
    pub(crate) fn event_of(&mut self, process: u32, kind: &str) -> Value {
        self.next(|event| event["event"] == kind && event["pid"] == process)
    }

    /// The next event of this kind, whichever process it is from.
    pub(crate) fn event_of_any(&mut self, kind: &str) -> Value {
        self.next(|event| event["event"] == kind)
    }

    /// The last event of this kind from the process that serves, of those that were read and not asked
    /// for.
    pub(crate) fn latest(&mut self, kind: &str) -> Value {
        let current = self.current;
        let fits = |event: &Value| event["event"] == kind && event["pid"] == current;
        let at = self.unread.iter().rposition(fits).expect("there was one");
        self.unread.remove(at)
    }

    fn next(&mut self, fits: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.unread.iter().position(&fits) {
            return self.unread.remove(at);
        }
        loop {
            let line = self.first.line();
            let event: Value = serde_json::from_str(&line).expect(&line);
            if fits(&event) {
                return event;
            }
            self.unread.push(event);
        }
    }

    /// The exit status of the process that was started first.
    pub(crate) fn wait_for_the_first(&mut self) -> i32 {
        self.first.status()
    }

    /// Ends the process that was started first, which is the only one left, and returns its log.
    pub(crate) fn log(&mut self) -> String {
        self.first.take_log()
    }

    /// From now on nothing can be started.
    pub(crate) fn remove_executable(&self) {
        fs::remove_file(self.place.executable()).expect("it is there");
    }

    /// From now on what is started ends at once.
    pub(crate) fn break_executable(&self) {
        self.replace_executable("exit 3");
    }

    /// From now on what is started dies of a signal.
    pub(crate) fn crash_executable(&self) {
        self.replace_executable("kill -SEGV $$");
    }

    /// From now on what is started never says a word.
    pub(crate) fn mute_executable(&self) {
        self.replace_executable("exec tail -f /dev/null");
    }

    /// By another process: a file that is open for writing here cannot be run, and what another test
    /// starts meanwhile has it open for a moment too.
    fn replace_executable(&self, script: &str) {
        let written = Command::new("sh")
            .args([
                "-c",
                "printf '#!/bin/sh\\n%s\\n' \"$1\" >new && chmod +x new && mv new \"$2\"",
            ])
            .args(["sh", script])
            .arg(self.place.executable())
            .current_dir(&self.place.0)
            .status();
        assert!(written.expect("there is a shell").success());
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        if self.current != self.first.id() {
            // It may have been ended by the test.
            let id = i32::try_from(self.current).ok().and_then(Pid::from_raw);
            let _ = id.map(|id| kill_process(id, Signal::KILL));
        }
    }
}

impl Place {
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!(
            "service-{}-{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&directory).expect("a place for files");
        Self(directory)
    }

    fn executable(&self) -> PathBuf {
        executable(&self.0)
    }
}

/// The executable of a service in its directory.
pub(crate) fn executable(directory: &Path) -> PathBuf {
    directory.join("rejoin")
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

pub(crate) fn pid(value: &Value) -> u32 {
    let pid = value.as_u64().and_then(|pid| pid.try_into().ok());
    pid.expect("a process id")
}

fn send(process: u32, signal: Signal) {
    let id = i32::try_from(process).expect("ids are small");
    let id = Pid::from_raw(id).expect("ids are positive");
    kill_process(id, signal).expect("it runs");
}
