//! `rejoin restart`: asks a server to restart, and follows it to the end.

mod process;
mod show;

use core::fmt;
use core::time::Duration;
use std::fs;
use std::path::{Path, PathBuf};

use tokio::time::{Instant, MissedTickBehavior, interval};

use crate::args::{RestartArgs, Verbosity};
use crate::exit::{Exit, Failure};
use crate::json::{TheEnd, Told};
use crate::output;
use crate::serve::beside;
use process::Process;
use show::Show;

/// Restarts the server; ends well only if the new process serves and the old one has ended.
pub(crate) async fn run(args: &RestartArgs, verbosity: Verbosity) -> Result<Exit, Failure> {
    let watch = Watch::of(&args.server)?;
    let show = Show::new(args.json, verbosity);
    if verbosity.verbose > 0 {
        output::tell("*", &watch);
    }
    let outcome = follow(args, watch, show).await;
    if outcome.is_err() {
        show.make_room();
    }
    outcome
}

async fn follow(args: &RestartArgs, mut watch: Watch, show: Show) -> Result<Exit, Failure> {
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
        if ended && let Some(end) = watch.end()? {
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
    /// When the old process was first seen to have ended.
    ended: Option<Instant>,
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
            ended: None,
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
        let (line, told) = told(self.pid_file.as_deref()?, &self.old)?;
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

    /// Without a pid file: the new process is one with the same command line that was not there,
    /// a child of the old one for as long as that lives.
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
                // A process whose parent has ended is somebody else's child.
                self.successor = alike.find(|process| {
                    !self.before.contains(process) && (ended || process.is_child_of(&self.old))
                });
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

    /// The old process has ended: well, if a new one serves. `None` while that one has not told yet
    /// how the old one's drain ended.
    fn end(&mut self) -> Result<Option<TheEnd>, Failure> {
        let new = match &self.pid_file {
            Some(path) => match read_pid(path) {
                Ok(id) if id != self.old.id() => Process::of(id).ok(),
                Ok(_) | Err(_) => None,
            },
            None => self.successor.clone(),
        };
        let old = self.old.id();
        let Some(new) = new.filter(Process::runs) else {
            return Err(Failure::other(format!(
                "process {old} has ended, and no new one serves; the log says why"
            )));
        };
        let end = TheEnd::new(old, new.id());
        let Some(path) = &self.pid_file else {
            return Ok(Some(end));
        };
        let Some((_, word)) = told(path, &new).filter(|(_, word)| word.predecessor == Some(old))
        else {
            // It may have told something else since.
            let ended = *self.ended.get_or_insert_with(Instant::now);
            return Ok((ended.elapsed() > UNTIL_TOLD).then_some(end));
        };
        let cut_short = |lost: &str| {
            Err(Failure::other(format!(
                "process {} serves, but {old} ended in the middle of its drain, and {lost} were lost; \
                 the log says why",
                new.id()
            )))
        };
        match word.drain.map(|drain| drain.left) {
            Some(0) => Ok(Some(end)),
            Some(1) => cut_short("1 connection"),
            Some(lost) => cut_short(&format!("{lost} connections")),
            None => cut_short("its connections"),
        }
    }
}

impl fmt::Display for Watch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let old = self.old.id();
        write!(f, "SIGUSR2 to process {old}; ")?;
        match &self.pid_file {
            Some(path) => write!(f, "what it does stands in {}", beside(path, old).display()),
            None => f.write_str("the new one is that with the same arguments"),
        }
    }
}

/// What a process told last, as it stands beside the pid file, and what it means.
fn told(pid_file: &Path, process: &Process) -> Option<(String, Told)> {
    let line = fs::read_to_string(beside(pid_file, process.id())).ok()?;
    let told = serde_json::from_str(&line).ok()?;
    Some((line, told))
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

/// The new process tells at once that the old one has ended.
const UNTIL_TOLD: Duration = Duration::from_secs(2);

/// A process is started at once, or not at all.
const UNTIL_STARTED: Duration = Duration::from_secs(5);
