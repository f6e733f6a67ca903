//! What a running server does when it is asked to: restart, drain, end.

use core::pin::pin;
use core::time::Duration;
use std::sync::Arc;

use rejoin::{Connections, Draining, Progress, SetupHandle};
use tokio::sync::watch;
use tokio::time::{MissedTickBehavior, interval, timeout};

use super::configuration;
use super::metrics::Metrics;
use super::page::Page;
use super::report::Reporter;
use super::signals::{Asked, ServerSignals};
use super::succession::{self, Succession, Successor};
use crate::args::{ServeArgs, Settings};

/// Everything that the signals of a running server have to do with.
#[derive(Debug)]
pub(super) struct Control {
    pub(super) signals: ServerSignals,
    pub(super) connections: Connections,
    pub(super) setup: SetupHandle,
    pub(super) succession: Succession,
    /// The new process, once there is one. It learns from the end of it that this one is gone.
    pub(super) successor: Option<Successor>,
    pub(super) metrics: Arc<Metrics>,
    pub(super) page: Arc<Page>,
    /// Whether this process is the one that serves.
    pub(super) serving: watch::Sender<bool>,
    pub(super) args: ServeArgs,
    /// What is in force.
    pub(super) settings: Settings,
    pub(super) reporter: Reporter,
    /// Whether a reload was asked for in the middle of something else.
    pub(super) reload_later: bool,
}

/// How a process ends that has nobody left to serve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// Whoever was let in at the last moment is closed properly.
    Orderly,
    /// Nobody is waited for.
    AtOnce,
}

/// What became of a drain.
enum Outcome {
    /// This process ends.
    Over(Ending),
    /// The new process has died; this one is to serve again.
    Bereft(String),
}

/// Whether this process was asked to end, whatever becomes of the others.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mortality {
    Ends,
    EndsIfReplaced,
}

impl Control {
    /// Does what is asked for, until this process has nobody left to serve.
    pub(super) async fn until_over(&mut self) -> Ending {
        loop {
            match self.signals.recv().await {
                Asked::End => return self.end().await,
                #[cfg(unix)]
                Asked::Reload => self.reload(),
                #[cfg(unix)]
                Asked::Restart => {
                    if let Some(ending) = self.restart().await {
                        return ending;
                    }
                    if core::mem::take(&mut self.reload_later) {
                        self.reload();
                    }
                }
            }
        }
    }

    /// This process ends: its last word to the new one, and to whoever looks at its files.
    pub(super) fn leave(mut self) {
        if let Some(draining) = self.connections.draining() {
            self.tell_successor(draining.progress());
        }
        self.reporter.leaving();
    }

    /// Reads the settings again, for those who come from now on. All of it, or nothing if anything is
    /// wrong.
    #[cfg(unix)]
    fn reload(&mut self) {
        succession::reloading();
        let loaded = self.args.settings().and_then(|settings| {
            let builder =
                configuration::builder(&settings, &self.reporter, &self.metrics, &self.page)?;
            Ok((settings, builder))
        });
        let (mut settings, builder) = match loaded {
            Ok(loaded) => loaded,
            Err(failure) => {
                succession::reloaded(&format!("the last reload failed: {}", failure.line));
                return self.reporter.reload_failed(&failure.line);
            }
        };
        self.setup.replace(builder);
        self.succession
            .set_ready_within(settings.drain.ready_within());
        let needs_restart = settings.keep_fixed(&self.settings);
        self.settings = settings;
        succession::reloaded("reloaded");
        self.reporter.reloaded(&needs_restart);
    }

    /// Closes everybody, then ends.
    async fn end(&mut self) -> Ending {
        let plan = self.settings.end();
        let Ok(draining) = self.connections.drain(&plan) else {
            return Ending::Orderly;
        };
        match self.follow(draining, Mortality::Ends).await {
            Outcome::Over(ending) => ending,
            Outcome::Bereft(_) => Ending::Orderly,
        }
    }

    /// Has a new process take over, then closes everybody. `None` if this one serves on.
    #[cfg(unix)]
    async fn restart(&mut self) -> Option<Ending> {
        self.reporter.restarting();
        let successor = match self.start().await {
            Some(Ok(successor)) => successor,
            Some(Err(why)) => {
                self.reporter.restart_failed(&why);
                return None;
            }
            None => return Some(self.end().await),
        };
        self.metrics.farewell().begin();
        self.reporter.restarted(successor.pid());
        self.successor = Some(successor);
        self.serving.send_replace(false);
        let plan = self.settings.restart().elsewhere();
        let Ok(mut draining) = self.connections.drain(&plan) else {
            return Some(Ending::Orderly);
        };
        let followed = self.follow(draining.clone(), Mortality::EndsIfReplaced);
        match followed.await {
            Outcome::Over(ending) => Some(ending),
            Outcome::Bereft(why) => {
                draining.abort();
                draining.finished().await;
                self.reporter.draining(&draining);
                self.metrics.farewell().end();
                self.serving.send_replace(true);
                if let Err(failure) = self.reporter.serving() {
                    tracing::error!("{}", failure.line);
                }
                self.reporter.restart_failed(&why);
                None
            }
        }
    }

    /// Waits until the new process is ready; `None` if this one is asked to end meanwhile.
    #[cfg(unix)]
    async fn start(&mut self) -> Option<Result<Successor, String>> {
        let mut start = pin!(self.succession.start());
        loop {
            tokio::select! {
                started = &mut start => return Some(started),
                asked = self.signals.recv() => match asked {
                    Asked::End => return None,
                    Asked::Reload => self.reload_later = true,
                    Asked::Restart => self.reporter.restart_refused(UNDER_WAY),
                },
            }
        }
    }

    /// Tells how a drain gets on, until nobody is left or the new process has died.
    async fn follow(&mut self, mut draining: Draining, mut mortality: Mortality) -> Outcome {
        let mut seconds = interval(Duration::from_secs(1));
        seconds.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut told = draining.progress();
        // First: who reads the report may end this process.
        self.tell_successor(told);
        self.reporter.draining(&draining);
        loop {
            let tells = draining.clone();
            tokio::select! {
                biased;
                (pid, why) = death(&mut self.successor) => {
                    self.successor = None;
                    self.reporter.forget(pid);
                    if mortality == Mortality::EndsIfReplaced {
                        return Outcome::Bereft(why);
                    }
                }
                asked = self.signals.recv() => match asked {
                    Asked::End if mortality == Mortality::Ends => {
                        draining.cut();
                        // Handshakes that are under way are not waited for.
                        let _ = timeout(TO_CUT, draining.finished()).await;
                        self.reporter.drained(&draining);
                        return Outcome::Over(Ending::AtOnce);
                    }
                    Asked::End => {
                        tracing::info!("draining already; the next signal cuts who is left");
                        mortality = Mortality::Ends;
                    }
                    #[cfg(unix)]
                    Asked::Reload => self.reload_later = true,
                    #[cfg(unix)]
                    Asked::Restart => self.reporter.restart_refused(match mortality {
                        Mortality::Ends => "this process is about to end",
                        Mortality::EndsIfReplaced => UNDER_WAY,
                    }),
                },
                _ = draining.finished() => {
                    self.reporter.drained(&draining);
                    return Outcome::Over(Ending::Orderly);
                }
                _ = seconds.tick() => {
                    let progress = tells.progress();
                    if core::mem::replace(&mut told, progress) != progress {
                        self.tell_successor(progress);
                        self.reporter.draining(&tells);
                    }
                    if self.successor.is_none() {
                        succession::stopping(&progress.to_string());
                    }
                }
            }
        }
    }

    /// Has the new process, which is the one that is asked for metrics, know how far this one is.
    fn tell_successor(&mut self, progress: Progress) {
        let Some(successor) = &mut self.successor else {
            return;
        };
        for word in self.metrics.farewell().words(progress.into()) {
            if let Err(error) = successor.tell(word) {
                // The next one says it again.
                tracing::debug!(%error, "cannot tell the new process how far the drain is");
                return;
            }
        }
    }
}

/// Who the new process was, and how it died; waits for ever if there is none.
async fn death(successor: &mut Option<Successor>) -> (u32, String) {
    let Some(successor) = successor else {
        return core::future::pending().await;
    };
    let pid = successor.pid();
    let why = match successor.exited().await {
        Ok(status) => format!("the new process {pid} died while it served ({status})"),
        Err(error) => format!("the new process {pid} cannot be watched: {error}"),
    };
    (pid, why)
}

#[cfg(unix)]
const UNDER_WAY: &str = "a restart is under way already";

/// How long it may take to let go of everybody.
const TO_CUT: Duration = Duration::from_secs(1);
