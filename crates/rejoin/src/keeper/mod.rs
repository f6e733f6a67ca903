//! One timer for all connections of a runtime.
//!
//! A timer for each would take as much memory as the rest of an idle connection. A deadline that
//! moves on costs nothing here: the connection is asked again when the one that it has registered
//! has come.

use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll, Waker, ready};
use core::time::Duration;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError, Weak};

use tokio::runtime::{Handle as Runtime, Id};
use tokio::time::{Instant, Sleep, sleep_until};

use crate::state::{Shared, lock};

/// The keepers of the runtimes that have one.
static KEEPERS: LazyLock<Mutex<HashMap<Id, Arc<Keeper>>>> = LazyLock::new(Mutex::default);

/// The deadlines of one runtime's connections.
#[derive(Debug)]
struct Keeper {
    start: Instant,
    book: Mutex<Book>,
}

#[derive(Debug, Default)]
struct Book {
    next_id: u32,
    registered: BTreeMap<Entry, Weak<Shared>>,
    /// The task that waits for the first of them.
    task: Option<Waker>,
    /// The task is no more.
    ended: bool,
}

/// When, since the keeper's start, and which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    after_ns: u64,
    id: u32,
}

/// A registered deadline. Dropping it takes it back.
#[derive(Debug)]
pub(crate) struct Ticket {
    keeper: Arc<Keeper>,
    entry: Entry,
}

/// Has the connection told when `deadline` has come, by
/// [`deadline_came`](crate::state::State::deadline_came).
///
/// `None` in a runtime that is shutting down.
///
/// # Panics
///
/// Outside of a runtime, and in one without a timer.
#[inline(never)]
pub(crate) fn register(shared: &Arc<Shared>, deadline: Instant) -> Option<Ticket> {
    let runtime = Runtime::current();
    let mut keepers = keepers();
    if let Some(keeper) = keepers.get(&runtime.id())
        && let Some((entry, task)) = keeper.enter(shared, deadline)
    {
        let keeper = Arc::clone(keeper);
        drop(keepers);
        if let Some(task) = task {
            task.wake();
        }
        return Some(Ticket { keeper, entry });
    }
    let start = Instant::now();
    let keeper = Arc::new(Keeper {
        start,
        book: Mutex::default(),
    });
    // Made here, so that a runtime without a timer is the caller's panic and not the task's.
    let sleep = Box::pin(sleep_until(start));
    // Entered before there is a task, which would end if it found nothing.
    let (entry, _) = keeper.enter(shared, deadline)?;
    keepers.insert(runtime.id(), Arc::clone(&keeper));
    drop(keepers);
    runtime.spawn(Keeping {
        keeper: Arc::clone(&keeper),
        runtime: runtime.id(),
        sleep,
    });
    // A runtime that is shutting down has dropped the task at once.
    let ended = keeper.book().ended;
    let ticket = Ticket { keeper, entry };
    (!ended).then_some(ticket)
}

impl Keeper {
    /// Notes a deadline; the task is to be woken if it waits for a later one. `None` if nobody waits
    /// any more.
    fn enter(&self, shared: &Arc<Shared>, deadline: Instant) -> Option<(Entry, Option<Waker>)> {
        let after = deadline.saturating_duration_since(self.start);
        let mut book = self.book();
        if book.ended {
            return None;
        }
        let entry = Entry {
            after_ns: u64::try_from(after.as_nanos()).unwrap_or(u64::MAX),
            id: book.next_id,
        };
        book.next_id = book.next_id.wrapping_add(1);
        let first = book.registered.first_key_value().map(|(first, _)| *first);
        book.registered.insert(entry, Arc::downgrade(shared));
        let is_first = first.is_none_or(|first| entry < first);
        let task = is_first.then(|| book.task.take()).flatten();
        Some((entry, task))
    }

    fn at(&self, entry: Entry) -> Instant {
        let after = Duration::from_nanos(entry.after_ns);
        self.start
            .checked_add(after)
            .unwrap_or_else(|| self.start + MUCH_LATER)
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Ticket {
    /// When it comes.
    pub(crate) fn at(&self) -> Instant {
        self.keeper.at(self.entry)
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        let removed = self.keeper.book().registered.remove(&self.entry);
        // Its memory is freed outside of the lock.
        drop(removed);
    }
}

/// The task that tells connections. It ends with its runtime, or when it finds nothing to wait for.
#[derive(Debug)]
struct Keeping {
    keeper: Arc<Keeper>,
    runtime: Id,
    sleep: Pin<Box<Sleep>>,
}

impl Future for Keeping {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        loop {
            while let Some(shared) = self.next_due() {
                if let Some(shared) = shared.upgrade() {
                    lock(&shared).deadline_came();
                }
            }
            let mut book = self.keeper.book();
            let Some((first, _)) = book.registered.first_key_value() else {
                book.ended = true;
                return Poll::Ready(());
            };
            let at = self.keeper.at(*first);
            book.task = Some(context.waker().clone());
            drop(book);
            self.sleep.as_mut().reset(at);
            ready!(self.sleep.as_mut().poll(context));
        }
    }
}

impl Keeping {
    fn next_due(&self) -> Option<Weak<Shared>> {
        let now = Instant::now();
        let mut book = self.keeper.book();
        let first = book.registered.first_entry()?;
        (self.keeper.at(*first.key()) <= now).then(|| first.remove())
    }
}

impl Drop for Keeping {
    fn drop(&mut self) {
        self.keeper.book().ended = true;
        let mut keepers = keepers();
        if keepers
            .get(&self.runtime)
            .is_some_and(|keeper| Arc::ptr_eq(keeper, &self.keeper))
        {
            keepers.remove(&self.runtime);
        }
    }
}

fn keepers() -> MutexGuard<'static, HashMap<Id, Arc<Keeper>>> {
    KEEPERS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Stands for deadlines that the clock cannot hold.
const MUCH_LATER: Duration = Duration::from_secs(365 * 24 * 3600);

#[cfg(test)]
mod tests;
