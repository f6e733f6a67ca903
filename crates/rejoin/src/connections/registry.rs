//! What is known of all connections of a service, behind one lock.

use core::future::{Future, poll_fn};
use core::pin::{Pin, pin};
use core::task::Poll;
use core::time::Duration;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use rejoin_proto::handshake::Refusal;
use rejoin_proto::{CloseFrame, Closure, RetryWindow};
use slab::Slab;
use tokio::sync::{Notify, watch};

use crate::drain::{Course, Leaving, Stage};
use crate::state::{Shared, lock};

/// Every connection from its acceptance by the operating system to its end.
#[derive(Debug)]
pub(crate) struct Registry {
    places: Mutex<Places>,
    /// What becomes of those who come new.
    door: watch::Sender<Door>,
    /// What handlers are told of a drain.
    notice: watch::Sender<Option<Leaving>>,
    /// Handshakes that are not done are let go of from now on.
    shut: Notify,
    emptied: Notify,
}

#[derive(Debug, Default)]
struct Places {
    taken: Slab<Taken>,
    /// How many of them are shaking hands.
    shaking: usize,
    /// How many connections are open.
    open: usize,
    /// The drain that is under way or has finished.
    course: Option<Arc<Course>>,
    /// Set once nobody is to open any more; whoever does is closed at once.
    late: Option<CloseFrame>,
    /// Whether handshakes that are not done are let go of.
    shut: bool,
}

#[derive(Debug)]
enum Taken {
    Shaking,
    Opened(Weak<Shared>),
    /// Opened, and about to be sent the Close of the drain.
    Told(Weak<Shared>),
    /// The connection is over; its handler may not be.
    Over,
}

impl Places {
    /// An open connection is over; `None` if it is not known how.
    fn ended(&mut self, before: &Taken, closure: Option<&Closure>) {
        self.open -= 1;
        if let Some(course) = &self.course {
            course.ended(matches!(before, Taken::Told(_)), closure);
        }
    }
}

/// What becomes of those who come new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Door {
    /// They are let in.
    Open,
    /// They are told to come back within this time.
    Refusing(RetryWindow),
    /// They are left to another process that listens on the same socket.
    Elsewhere,
}

impl Default for Registry {
    fn default() -> Self {
        Self {
            places: Mutex::default(),
            door: watch::Sender::new(Door::Open),
            notice: watch::Sender::new(None),
            shut: Notify::new(),
            emptied: Notify::new(),
        }
    }
}

/// What a place asks for.
impl Registry {
    /// The key of a place, `None` if `most` are taken.
    pub(super) fn take(&self, most: usize) -> Option<u32> {
        let mut places = self.lock();
        if places.taken.len() >= most {
            return None;
        }
        let entry = places.taken.vacant_entry();
        let key = u32::try_from(entry.key()).ok()?;
        entry.insert(Taken::Shaking);
        places.shaking += 1;
        Some(key)
    }

    /// The handshake is done.
    pub(super) fn opened(&self, key: u32, shared: &Arc<Shared>) {
        let mut places = self.lock();
        if let Some(taken) = places.taken.get_mut(key as usize) {
            *taken = Taken::Opened(Arc::downgrade(shared));
        }
        places.shaking -= 1;
        places.open += 1;
        if let Some(course) = &places.course {
            course.opened();
        }
        let late = places.late.clone();
        drop(places);
        if let Some(close) = late {
            close_from_outside(shared, close);
        }
    }

    /// An open connection is over.
    pub(super) fn ended(&self, key: u32, closure: &Closure) {
        let mut places = self.lock();
        let Some(taken) = places.taken.get_mut(key as usize) else {
            return;
        };
        let before = core::mem::replace(taken, Taken::Over);
        places.ended(&before, Some(closure));
    }

    pub(super) fn give_back(&self, key: u32) {
        let mut places = self.lock();
        match places.taken.try_remove(key as usize) {
            Some(Taken::Shaking) => {
                places.shaking -= 1;
                if let Some(course) = &places.course {
                    course.look_again();
                }
            }
            // A connection that was dropped outside of a runtime tells nobody how it ended.
            Some(taken @ (Taken::Opened(_) | Taken::Told(_))) => places.ended(&taken, None),
            Some(Taken::Over) | None => {}
        }
        if places.taken.is_empty() {
            drop(places);
            self.emptied.notify_waiters();
        }
    }
}

/// What a server asks for.
impl Registry {
    pub(crate) fn open(&self) -> usize {
        self.lock().open
    }

    pub(crate) fn admit(&self) -> Result<(), Refusal> {
        let door = *self.door.borrow();
        match door {
            Door::Open | Door::Elsewhere => Ok(()),
            // Whole seconds: drawn here, for many clients come back at just that moment.
            Door::Refusing(window) => Err(Refusal::Unavailable {
                retry_after: Some(Duration::from_secs(rand::random_range(
                    window.min().as_secs().max(1)..=window.max().as_secs().max(1),
                ))),
            }),
        }
    }

    pub(crate) fn door(&self) -> watch::Receiver<Door> {
        self.door.subscribe()
    }

    pub(crate) fn notice(&self) -> watch::Receiver<Option<Leaving>> {
        self.notice.subscribe()
    }

    /// Does the work of a handshake; lets go of it once the registry is shut, unless all that it waits
    /// for is there already.
    pub(crate) async fn unless_shut<T>(
        &self,
        mut handshake: Pin<&mut impl Future<Output = T>>,
    ) -> Option<T> {
        let mut shut = pin!(self.until_shut());
        poll_fn(|context| match handshake.as_mut().poll(context) {
            Poll::Ready(done) => Poll::Ready(Some(done)),
            Poll::Pending => shut.as_mut().poll(context).map(|()| None),
        })
        .await
    }

    async fn until_shut(&self) {
        let notified = self.shut.notified();
        if !self.lock().shut {
            notified.await;
        }
    }

    /// Lets go of handshakes that are not done.
    pub(crate) fn shut(&self) {
        self.lock().shut = true;
        self.shut.notify_waiters();
    }

    /// Waits until no place is taken.
    pub(crate) async fn emptied(&self) {
        loop {
            let notified = self.emptied.notified();
            if self.lock().taken.is_empty() {
                return;
            }
            notified.await;
        }
    }
}

/// What a drain asks for.
impl Registry {
    pub(crate) fn course(&self) -> Option<Arc<Course>> {
        self.lock().course.clone()
    }

    /// Begins a drain that `plan` makes of the number of open connections, `None` if one is under
    /// way.
    pub(crate) fn begin(
        &self,
        plan: impl FnOnce(usize) -> (Arc<Course>, Leaving, Door),
    ) -> Option<Arc<Course>> {
        let mut places = self.lock();
        if let Some(course) = &places.course
            && !course.is_finished()
        {
            return None;
        }
        let (course, leaving, door) = plan(places.open);
        places.course = Some(Arc::clone(&course));
        places.late = None;
        self.door.send_replace(door);
        self.notice.send_replace(Some(leaving));
        Some(course)
    }

    /// Whether any handler wants to know of a drain.
    pub(crate) fn is_listened_to(&self) -> bool {
        self.notice.receiver_count() > 0
    }

    /// Ends a drain if nothing is left of what it has to close. Whoever opens after that is closed
    /// at once.
    ///
    /// Nobody is cut off in the middle of a handshake because this process ends, if it
    /// `awaits_handshakes`.
    pub(crate) fn finish_if_done(&self, course: &Course, awaits_handshakes: bool) -> bool {
        let mut places = self.lock();
        let awaited = awaits_handshakes && places.shaking > 0;
        if places.open > 0 || awaited {
            return false;
        }
        places.late = Some(course.close().clone());
        course.finish();
        true
    }

    /// Takes new connections again after that drain, if it is the last one.
    pub(crate) fn reopen_after(&self, course: &Course) {
        let mut places = self.lock();
        let last = places.course.as_deref();
        if !last.is_some_and(|last| core::ptr::eq(last, course)) {
            return;
        }
        places.course = None;
        places.late = None;
        places.shut = false;
        for (_, taken) in &mut places.taken {
            // Closed by the drain that is no more; the next one does not count it as its own.
            if let Taken::Told(shared) = taken {
                *taken = Taken::Opened(Weak::clone(shared));
            }
        }
        course.enter(Stage::Aborted);
        // Under the lock, so that it does not undo what the next drain does.
        self.notice.send_replace(None);
        self.door.send_replace(Door::Open);
    }

    /// Every open connection, with its key.
    pub(crate) fn connections(&self) -> Vec<(u32, Arc<Shared>)> {
        let places = self.lock();
        let opened = places.taken.iter().filter_map(|(key, taken)| match taken {
            Taken::Shaking | Taken::Over => None,
            Taken::Opened(shared) | Taken::Told(shared) => {
                Some((u32::try_from(key).ok()?, shared.upgrade()?))
            }
        });
        opened.collect()
    }

    /// Has a connection closed for the drain; false if it is closing or over already.
    pub(crate) fn close(&self, key: u32, shared: &Arc<Shared>, course: &Course) -> bool {
        self.mark(key, |taken| match taken {
            Taken::Opened(shared) => Some(Taken::Told(Weak::clone(shared))),
            Taken::Shaking | Taken::Told(_) | Taken::Over => None,
        });
        let begun = close_from_outside(shared, course.close().clone());
        if !begun {
            self.mark(key, |taken| match taken {
                Taken::Told(shared) => Some(Taken::Opened(Weak::clone(shared))),
                Taken::Shaking | Taken::Opened(_) | Taken::Over => None,
            });
        }
        begun
    }

    fn mark(&self, key: u32, change: impl FnOnce(&Taken) -> Option<Taken>) {
        let mut places = self.lock();
        let Some(taken) = places.taken.get_mut(key as usize) else {
            return;
        };
        let Some(changed) = change(taken) else {
            return;
        };
        let told = matches!(changed, Taken::Told(_));
        *taken = changed;
        if let Some(course) = &places.course {
            course.told(told);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Places> {
        self.places.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Queues a Close and has it written, whatever the handler waits for. False for a connection that
/// is closing already: it goes on so.
fn close_from_outside(shared: &Arc<Shared>, close: CloseFrame) -> bool {
    let mut state = lock(shared);
    let begun = state.start_close(close).is_ok();
    if begun {
        state.arrange_flush(shared);
    }
    begun
}
