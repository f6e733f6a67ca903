//! Starts `rejoin` and listens to it. Nothing waits for ever, and nothing is left running.

use core::time::Duration;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::JoinHandle;

/// How long anything that should happen at once may take on a busy machine.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// The program with these arguments, and no settings from the environment.
pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rejoin"));
    command
        .args(arguments)
        .env_remove("RUST_LOG")
        .env_remove("NO_COLOR");
    command
}

/// A running `rejoin`.
pub(crate) struct Process {
    child: Child,
    stdin: Option<ChildStdin>,
    stdout: Receiver<Vec<u8>>,
    stderr: Option<JoinHandle<String>>,
}

/// How a process ended.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) status: i32,
    /// What was on stdout and had not been read before.
    pub(crate) stdout: Vec<u8>,
    pub(crate) stderr: String,
}

impl Process {
    pub(crate) fn start(arguments: &[&str]) -> Self {
        Self::spawn(command(arguments))
    }

    pub(crate) fn spawn(mut command: Command) -> Self {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program is built");
        let stdout = child.stdout.take().expect("it is piped");
        let stderr = child.stderr.take().expect("it is piped");
        Self {
            stdin: child.stdin.take(),
            stdout: lines_of(stdout),
            stderr: Some(text_of(stderr)),
            child,
        }
    }

    /// `rejoin serve` on a free port, and the URL that it printed.
    pub(crate) fn serve(arguments: &[&str]) -> (Self, String) {
        let mut process = Self::start(&[&["serve", "--listen", "127.0.0.1:0"], arguments].concat());
        let line = process.line();
        let url = line.strip_prefix("listening on ").expect(&line).to_owned();
        (process, url)
    }

    /// The same with `--json`.
    pub(crate) fn serve_json(arguments: &[&str]) -> (Self, String) {
        let first = ["serve", "--listen", "127.0.0.1:0", "--json"];
        let mut process = Self::start(&[&first, arguments].concat());
        let listening = process.event("listening");
        let url = listening["url"].as_str().expect("a URL").to_owned();
        (process, url)
    }

    /// The next event of this kind; others are skipped.
    pub(crate) fn event(&mut self, kind: &str) -> serde_json::Value {
        loop {
            let line = self.line();
            let event: serde_json::Value = serde_json::from_str(&line).expect(&line);
            if event["event"] == kind {
                return event;
            }
        }
    }

    /// Runs to the end with that input.
    pub(crate) fn run(arguments: &[&str], input: &[u8]) -> Ended {
        let mut process = Self::start(arguments);
        process.write(input);
        process.finish()
    }

    /// Writes to its stdin; that nobody reads it any more is for the exit status to tell.
    pub(crate) fn write(&mut self, input: &[u8]) {
        let stdin = self.stdin.as_mut().expect("the input is not at its end");
        let _ = stdin.write_all(input).and_then(|()| stdin.flush());
    }

    /// The next line of stdout, without its line end.
    pub(crate) fn line(&mut self) -> String {
        match self.stdout.recv_timeout(PATIENCE) {
            Ok(mut line) => {
                line.pop_if(|byte| *byte == b'\n');
                String::from_utf8(line).expect("the line is UTF-8")
            }
            Err(error) => self.give_up(error),
        }
    }

    /// Ends its input, then waits for its end.
    pub(crate) fn finish(&mut self) -> Ended {
        self.stdin = None;
        self.wait()
    }

    /// Waits for its end.
    pub(crate) fn wait(&mut self) -> Ended {
        let mut stdout = Vec::new();
        loop {
            match self.stdout.recv_timeout(PATIENCE) {
                Ok(line) => stdout.extend(line),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(error @ RecvTimeoutError::Timeout) => self.give_up(error),
            }
        }
        let status = self.child.wait().expect("it was started here").code();
        let stderr = self.stderr.take().expect("it has not ended before");
        Ended {
            status: status.expect("it ended by itself"),
            stdout,
            stderr: stderr.join().expect("the reader does not fail"),
        }
    }

    /// Ends it by force and returns what it wrote to stderr.
    pub(crate) fn log(mut self) -> String {
        self.take_log()
    }

    /// The same for a process that has an owner.
    pub(crate) fn take_log(&mut self) -> String {
        let _ = self.child.kill();
        let reader = self.stderr.take().expect("it has not ended before");
        reader.join().expect("the reader does not fail")
    }

    #[cfg(unix)]
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Waits for its end, whoever else has its stdout.
    #[cfg(unix)]
    pub(crate) fn status(&mut self) -> i32 {
        let status = self.child.wait().expect("it was started here");
        status.code().expect("it ended by itself")
    }

    /// Sends it a signal.
    #[cfg(unix)]
    pub(crate) fn signal(&self, signal: rustix::process::Signal) {
        let id = i32::try_from(self.child.id()).expect("ids are small");
        let id = rustix::process::Pid::from_raw(id).expect("ids are positive");
        rustix::process::kill_process(id, signal).expect("it runs");
    }

    fn give_up(&mut self, error: RecvTimeoutError) -> ! {
        let _ = self.child.kill();
        let said = self
            .stderr
            .take()
            .and_then(|reader| reader.join().ok())
            .unwrap_or_default();
        unreachable!("no answer: {error}; stderr: {said}");
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Ended {
    /// Stdout as text.
    pub(crate) fn text(&self) -> &str {
        str::from_utf8(&self.stdout).expect("stdout is UTF-8")
    }

    /// The only line of stderr.
    pub(crate) fn error(&self) -> &str {
        let mut lines = self.stderr.lines();
        match (lines.next(), lines.next()) {
            (Some(line), None) => line,
            _ => unreachable!("not one line on stderr: {self:?}"),
        }
    }
}

fn lines_of(stdout: ChildStdout) -> Receiver<Vec<u8>> {
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        let mut stdout = BufReader::new(stdout);
        loop {
            let mut line = Vec::new();
            match stdout.read_until(b'\n', &mut line) {
                Ok(0) | Err(_) => return,
                Ok(_) if sender.send(line).is_err() => return,
                Ok(_) => {}
            }
        }
    });
    receiver
}

fn text_of(mut stderr: ChildStderr) -> JoinHandle<String> {
    std::thread::spawn(move || {
        let mut text = Vec::new();
        let _ = stderr.read_to_end(&mut text);
        String::from_utf8(text).expect("stderr is UTF-8")
    })
}
