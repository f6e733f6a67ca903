//! A drain under way, as those see it who look at it from outside.

use core::fmt;
use core::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::sync::Arc;

use rejoin_proto::{CloseFrame, Closure, TransportEnd};
use tokio::sync::{Notify, watch};

use super::{Drain, run};
use crate::connections::Registry;

/// A drain under way: watched, aborted, or brought to a sudden end. Dropping it changes nothing.
#[derive(Clone, Debug)]
pub struct Draining {
    registry: Arc<Registry>,
    course: Arc<Course>,
    progress: watch::Receiver<Progress>,
}

/// How far a drain has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// Where it stands.
    pub stage: Stage,
    /// Connections that said Close on both sides since it began, whoever said it first.
    pub clean: usize,
    /// Connections that ended in another way: lost, or after a broken rule.
    pub unclean: usize,
    /// Connections that were let go of because their peer did not answer the Close in time.
    pub cut: usize,
    /// Connections that are open.
    pub left: usize,
    /// How many of those have been sent their Close.
    pub closing: usize,
}

/// Where a drain stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Stage {
    /// Handlers have been told, nobody is closed yet.
    Notice,
    /// Connections are being closed.
    Closing,
    /// None is left.
    Finished,
    /// It was aborted. Connections that had been sent their Close by then end all the same.
    Aborted,
}

/// Another drain of the same connections is under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AlreadyDraining;

/// What the task of a drain and those who look at it share.
#[derive(Debug)]
pub(crate) struct Course {
    close: CloseFrame,
    progress: watch::Sender<Progress>,
    /// Whether connections have opened of which the task does not know.
    newcomers: AtomicBool,
    wish: AtomicU8,
    look_again: Notify,
}

/// What the task of a drain is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    GoOn,
    Cut,
    /// Goes before the others.
    Abort,
}

impl Draining {
    pub(crate) fn begin(registry: &Arc<Registry>, plan: &Drain) -> Result<Self, AlreadyDraining> {
        let run = run::Run::begin(registry, plan).ok_or(AlreadyDraining)?;
        let course = Arc::clone(run.course());
        tokio::spawn(run.finish());
        Ok(Self::of(registry, course))
    }

    pub(crate) fn of(registry: &Arc<Registry>, course: Arc<Course>) -> Self {
        Self {
            registry: Arc::clone(registry),
            progress: course.progress.subscribe(),
            course,
        }
    }

    /// The Close that the peers get.
    pub fn close(&self) -> &CloseFrame {
        &self.course.close
    }

    /// How far it has come.
    pub fn progress(&self) -> Progress {
        *self.progress.borrow()
    }

    /// Waits until there is progress that this handle has not returned yet, and returns it.
    ///
    /// # Cancel safety
    ///
    /// Safe: the next call returns what this one would have.
    pub async fn changed(&mut self) -> Progress {
        // The sender lives in the course.
        let _ = self.progress.changed().await;
        *self.progress.borrow_and_update()
    }

    /// Waits until it has finished or was aborted.
    ///
    /// # Cancel safety
    ///
    /// Safe: it goes on by itself.
    pub async fn finished(&mut self) -> Progress {
        let over = |progress: &Progress| progress.stage.is_over();
        // The sender lives in the course.
        let _ = self.progress.wait_for(over).await;
        self.progress()
    }

    /// Closes no more, and takes new connections again; also after it has finished. Those that have
    /// been sent their Close end all the same.
    pub fn abort(&self) {
        self.course.wish(Wish::Abort);
        if self.course.is_finished() {
            self.registry.reopen_after(&self.course);
        }
    }

    /// Lets go of everybody who is left, at once and without a word.
    pub fn cut(&self) {
        self.course.wish(Wish::Cut);
    }
}

impl Course {
    pub(super) fn new(close: CloseFrame, connections: usize) -> Self {
        let progress = Progress {
            stage: Stage::Notice,
            clean: 0,
            unclean: 0,
            cut: 0,
            left: connections,
            closing: 0,
        };
        Self {
            close,
            progress: watch::Sender::new(progress),
            newcomers: AtomicBool::new(false),
            wish: AtomicU8::new(Wish::GoOn as u8),
            look_again: Notify::new(),
        }
    }

    pub(crate) fn close(&self) -> &CloseFrame {
        &self.close
    }

    pub(crate) fn is_finished(&self) -> bool {
        self.progress.borrow().stage == Stage::Finished
    }

    /// A connection has opened in the middle of it.
    pub(crate) fn opened(&self) {
        self.progress.send_modify(|progress| progress.left += 1);
        self.newcomers.store(true, Ordering::Relaxed);
        self.look_again();
    }

    /// A connection is over; `None` if it is not known how.
    pub(crate) fn ended(&self, told: bool, closure: Option<&Closure>) {
        self.progress.send_modify(|progress| {
            progress.left -= 1;
            progress.closing -= usize::from(told);
            match closure {
                Some(closure) if closure.is_clean() => progress.clean += 1,
                Some(closure) if was_cut(closure) => progress.cut += 1,
                Some(_) | None => progress.unclean += 1,
            }
        });
        if self.progress.borrow().left == 0 {
            self.look_again();
        }
    }

    /// A connection is about to be sent its Close; or it is not, because it is closing already.
    pub(crate) fn told(&self, told: bool) {
        self.progress.send_modify(|progress| {
            if told {
                progress.closing += 1;
            } else {
                progress.closing -= 1;
            }
        });
    }

    /// Whether somebody has opened since this was last asked.
    pub(super) fn has_newcomers(&self) -> bool {
        self.newcomers.swap(false, Ordering::Relaxed)
    }

    pub(crate) fn enter(&self, stage: Stage) {
        self.progress.send_if_modified(|progress| {
            let before = core::mem::replace(&mut progress.stage, stage);
            before != stage
        });
    }

    pub(crate) fn finish(&self) {
        self.enter(Stage::Finished);
    }

    /// Has the task look at everything anew.
    pub(crate) fn look_again(&self) {
        self.look_again.notify_one();
    }

    pub(super) async fn until_looked_at(&self) {
        self.look_again.notified().await;
    }

    fn wish(&self, wish: Wish) {
        self.wish.fetch_max(wish as u8, Ordering::Relaxed);
        self.look_again();
    }

    pub(super) fn wished(&self) -> Wish {
        let wish = self.wish.load(Ordering::Relaxed);
        [Wish::GoOn, Wish::Cut, Wish::Abort]
            .into_iter()
            .find(|known| *known as u8 == wish)
            .unwrap_or(Wish::GoOn)
    }
}

/// Whether the connection was let go of because the peer did not answer the Close.
fn was_cut(closure: &Closure) -> bool {
    matches!(
        closure.transport,
        TransportEnd::CloseTimedOut | TransportEnd::Dropped
    )
}

impl Stage {
    /// Whether nothing more is going to change it.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Finished | Self::Aborted)
    }
}

impl fmt::Display for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            clean,
            unclean,
            cut,
            left,
            ..
        } = self;
        write!(
            f,
            "{clean} closed cleanly, {unclean} otherwise, {cut} cut, {left} left"
        )
    }
}

impl fmt::Display for AlreadyDraining {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a drain is under way already; abort it or wait for its end")
    }
}

impl core::error::Error for AlreadyDraining {}
