//! `rejoin restart`: asks a server to restart, and follows it to the end.

mod process;
mod show;

use core::time::Duration;
use std::fs;
use std::path::{Path, PathBuf};

use tokio::time::{Instant, MissedTickBehavior, interval};

use crate::args::RestartArgs;
use crate::exit::{Exit, Failure};
use crate::json::{TheEnd, Told};
use crate::serve::beside;
use process::Process;
use show::Show;

/// Restarts the server; ends well only if the new process serves and the old one has ended.
pub(crate) async fn run(args: &RestartArgs) -> Result<Exit, Failure> {
    let mut watch = Watch::of(&args.server)?;
    let show = Show::new(args.json);
    watch.old.ask_for_restart()?;
    let until = Instant::now().checked_add(args.within);
    let mut looks = interval(LOOK_EVERY);
    looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        looks.tick().await;
        let ended = watch.has_ended();
        if let Some((line, told)) = watch.news() {
            show.told(&line, &told);
            if told.event == "restart_failed" {
                let why = told.error.unwrap_or_default();
                return Err(Failure::other(format!(
                    "process {} serves on: {why}",
                    watch.old.id()
                )));
            }
        }
        watch.look_for_successor(ended)?;
        if ended {
            let end = watch.end()?;
            show.done(&end);
            return Ok(Exit::Well);
        }
        if until.is_some_and(|until| until <= Instant::now()) {
            return Err(Failure::other(format!(
                "process {} has not ended within {:?}; its log says what it does, --within gives it more time",
                watch.old.id(),
                args.within
            )));
        }
    }
}

/// What can be seen of a restart from outside.
struct Watch {
    old: Process,
    /// None if only the process is known.
    pid_file: Option<PathBuf>,
    /// The number of the last thing that the old process told.
    heard: u64,
    /// What the old process was started with, and who else was before the restart.
    command: Vec<u8>,
    before: Vec<Process>,
    /// The new process, where only the processes tell of it.
    successor: Option<Process>,
    since: Instant,
}

impl Watch {
    fn of(server: &str) -> Result<Self, Failure> {
        let (id, pid_file) = if let Ok(id) = server.parse() {
            (id, None)
        } else {
            let path = PathBuf::from(server);
            (read_pid(&path)?, Some(path))
        };
        let old = Process::of(id)?;
        let command = match pid_file {
            Some(_) => Vec::new(),
            None => old.arguments()?,
        };
        let mut watch = Self {
            before: Process::started_with(&command),
            command,
            old,
            pid_file,
            heard: 0,
            successor: None,
            since: Instant::now(),
        };
        if let Some(path) = &watch.pid_file
            && !beside(path, id).exists()
        {
            return Err(Failure::other(format!(
                "process {id} does not keep {}; was it started with --pid-file {server}?",
                beside(path, id).display()
            )));
        }
        // What it told before was not of this restart.
        watch.news();
        Ok(watch)
    }

    /// What the old process told since.
    fn news(&mut self) -> Option<(String, Told)> {
        let path = beside(self.pid_file.as_deref()?, self.old.id());
        let line = fs::read_to_string(path).ok()?;
        let told: Told = serde_json::from_str(&line).ok()?;
        let is_new = told.number > self.heard;
        self.heard = told.number;
        is_new.then_some((line, told))
    }

    fn has_ended(&self) -> bool {
        let left = self
            .pid_file
            .as_ref()
            .is_some_and(|path| !beside(path, self.old.id()).exists());
        left || !self.old.runs()
    }

    /// Without a pid file: the new process is one with the same command line that was not there.
    fn look_for_successor(&mut self, ended: bool) -> Result<(), Failure> {
        if self.pid_file.is_some() {
            return Ok(());
        }
        match &self.successor {
            Some(successor) if ended || successor.runs() => Ok(()),
            Some(successor) => Err(Failure::other(format!(
                "process {} serves on: the new process {} has ended; the log says why",
                self.old.id(),
                successor.id()
            ))),
            None => {
                let mut alike = Process::started_with(&self.command).into_iter();
                self.successor = alike.find(|process| !self.before.contains(process));
                let overdue = !ended && self.since.elapsed() > UNTIL_STARTED;
                if self.successor.is_none() && overdue {
                    return Err(Failure::other(format!(
                        "process {} serves on: no new process was started; the log says why",
                        self.old.id()
                    )));
                }
                Ok(())
            }
        }
    }

    /// The old process has ended.
    fn end(&self) -> Result<TheEnd, Failure> {
        let new = match &self.pid_file {
            Some(path) => match read_pid(path) {
                Ok(id) if id != self.old.id() => Process::of(id).ok(),
                Ok(_) | Err(_) => None,
            },
            None => self.successor.clone(),
        };
        match new.filter(Process::runs) {
            Some(new) => Ok(TheEnd::new(self.old.id(), new.id())),
            None => Err(Failure::other(format!(
                "process {} has ended, and no new one serves; the log says why",
                self.old.id()
            ))),
        }
    }
}

fn read_pid(path: &Path) -> Result<u32, Failure> {
    let shown = path.display();
    let text = fs::read_to_string(path)
        .map_err(|error| Failure::other(format!("cannot read the pid file {shown}: {error}")))?;
    text.trim()
        .parse()
        .map_err(|_| Failure::other(format!("{shown} does not hold a process id")))
}

const LOOK_EVERY: Duration = Duration::from_millis(50);

/// A process is started at once, or not at all.
const UNTIL_STARTED: Duration = Duration::from_secs(5);
