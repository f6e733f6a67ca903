//! One timer for all connections of a runtime.
//!
//! A timer for each would take as much memory as the rest of an idle connection. A deadline that
//! moves on costs nothing here: the connection is asked again when the one that it has registered
//! has come.

mod due;

use core::cell::RefCell;
use core::future::Future;
use core::num::NonZeroU32;
use core::pin::Pin;
use core::sync::atomic::{AtomicU32, Ordering};
use core::task::{Context, Poll, Waker, ready};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use tokio::runtime::{Handle as Runtime, Id};
use tokio::time::{Instant, Sleep, sleep_until};

use crate::state::{Shared, lock};

use due::Due;

/// The keepers of the runtimes that have one.
static KEEPERS: Mutex<Vec<Arc<Keeper>>> = Mutex::new(Vec::new());

thread_local! {
    /// The one that the thread had to do with last, which is nearly always the next one, too.
    static LAST: RefCell<Option<Arc<Keeper>>> = const { RefCell::new(None) };
}

/// The deadlines of one runtime's connections.
#[derive(Debug)]
struct Keeper {
    number: NonZeroU32,
    runtime: Id,
    book: Mutex<Book>,
}

#[derive(Debug, Default)]
struct Book {
    registered: BTreeMap<Due, Weak<Shared>>,
    /// The task that waits, and until when: for the first of them, or one that was taken back since.
    task: Option<(Waker, Due)>,
    /// The task is no more.
    ended: bool,
}

/// A registered deadline, in few bytes: every connection has one. It is to be taken back.
#[derive(Debug)]
pub(crate) struct Ticket {
    /// Which keeper has it, of all that the process has had.
    keeper: NonZeroU32,
    due: [u8; 8],
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
    let id = runtime.id();
    let due = Due::of(deadline);
    let last = last(|keeper| keeper.runtime == id);
    if let Some(ticket) = last.and_then(|keeper| keeper.enter(shared, due)) {
        return Some(ticket);
    }
    let mut keepers = keepers();
    let mut of_runtime = keepers.iter().filter(|keeper| keeper.runtime == id);
    // One that has found nothing to wait for takes nothing any more, but may still be here.
    let entered = of_runtime.find_map(|keeper| Some((keeper, keeper.enter(shared, due)?)));
    if let Some((keeper, ticket)) = entered {
        remember(keeper);
        return Some(ticket);
    }
    let keeper = Arc::new(Keeper::new(id));
    // Made here, so that a runtime without a timer is the caller's panic and not the task's.
    let sleep = Box::pin(sleep_until(Instant::now()));
    // Entered before there is a task, which would end if it found nothing.
    let ticket = keeper.enter(shared, due)?;
    keepers.push(Arc::clone(&keeper));
    drop(keepers);
    remember(&keeper);
    runtime.spawn(Keeping {
        keeper: Arc::clone(&keeper),
        sleep,
    });
    // A runtime that is shutting down has dropped the task at once.
    let ended = keeper.book().ended;
    (!ended).then_some(ticket)
}

/// The keeper that the thread had to do with last, if it is the one that is wanted.
fn last(is_wanted: impl Fn(&Keeper) -> bool) -> Option<Arc<Keeper>> {
    let wanted = |keeper: &&Arc<Keeper>| is_wanted(keeper);
    // A thread that is ending remembers none.
    let last = LAST.try_with(|last| last.borrow().as_ref().filter(wanted).cloned());
    last.ok().flatten()
}

fn remember(keeper: &Arc<Keeper>) {
    let before = LAST.try_with(|last| last.replace(Some(Arc::clone(keeper))));
    drop(before);
}

/// The keeper of that number, unless its runtime is no more.
fn numbered(number: NonZeroU32) -> Option<Arc<Keeper>> {
    last(|keeper| keeper.number == number).or_else(|| {
        let keepers = keepers();
        let keeper = keepers.iter().find(|keeper| keeper.number == number)?;
        remember(keeper);
        Some(Arc::clone(keeper))
    })
}

impl Keeper {
    fn new(runtime: Id) -> Self {
        static KEEPERS_BEFORE: AtomicU32 = AtomicU32::new(0);
        let before = KEEPERS_BEFORE.fetch_add(1, Ordering::Relaxed);
        Self {
            number: NonZeroU32::MIN.saturating_add(before),
            runtime,
            book: Mutex::default(),
        }
    }

    /// Notes a deadline, or a moment just before it that is not taken, and wakes the task if it waits
    /// for a later one. `None` if nobody waits any more.
    fn enter(&self, shared: &Arc<Shared>, due: Due) -> Option<Ticket> {
        let mut book = self.book();
        if book.ended {
            return None;
        }
        let due = due.first_free(book.registered.range(..=due).rev().map(|(taken, _)| *taken));
        book.registered.insert(due, Arc::downgrade(shared));
        let woken = book.task.take_if(|(_, until)| due < *until);
        drop(book);
        if let Some((task, _)) = woken {
            task.wake();
        }
        Some(Ticket {
            keeper: self.number,
            due: due.to_bytes(),
        })
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Ticket {
    /// When it comes.
    pub(crate) fn at(&self) -> Instant {
        Due::from_bytes(self.due).instant()
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        let Some(keeper) = numbered(self.keeper) else {
            return;
        };
        let removed = keeper.book().registered.remove(&Due::from_bytes(self.due));
        // Its memory is freed outside of the lock.
        drop(removed);
    }
}

/// The task that tells connections. It ends with its runtime, or when it finds nothing to wait for.
#[derive(Debug)]
struct Keeping {
    keeper: Arc<Keeper>,
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
            let first = *first;
            book.task = Some((context.waker().clone(), first));
            drop(book);
            self.sleep.as_mut().reset(first.instant());
            ready!(self.sleep.as_mut().poll(context));
        }
    }
}

impl Keeping {
    fn next_due(&self) -> Option<Weak<Shared>> {
        let now = Due::of(Instant::now());
        let mut book = self.keeper.book();
        let first = book.registered.first_entry()?;
        (*first.key() <= now).then(|| first.remove())
    }
}

impl Drop for Keeping {
    fn drop(&mut self) {
        keepers().retain(|keeper| !Arc::ptr_eq(keeper, &self.keeper));
        let mut book = self.keeper.book();
        book.ended = true;
        // Threads may remember the keeper for longer.
        let left = core::mem::take(&mut book.registered);
        drop(book);
        drop(left);
    }
}

fn keepers() -> MutexGuard<'static, Vec<Arc<Keeper>>> {
    KEEPERS.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
