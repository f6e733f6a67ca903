//! The scope of a handler: who writes gathered answers and says goodbye for it.
//!
//! Inside a scope, which the server wraps around every handler, that is the wrapper: each time the
//! handler's future has been polled it writes what was gathered, and it closes the sockets that the
//! handler has let go, with a code that fits how the handler ended. Elsewhere it is a short task.

use core::cell::RefCell;
use core::convert::Infallible;
use core::future::{Future, poll_fn};
use core::task::{Context, Poll, ready};
use std::pin::pin;
use std::sync::Arc;

use rejoin_proto::{CloseCode, CloseFrame, Closure, Delivery};
use tokio::runtime::Handle as Runtime;

use crate::state::{Shared, lock};

thread_local! {
    static SCOPE: RefCell<Option<Duties>> = const { RefCell::new(None) };
}

/// What a scope has to do after its handler was polled. What it cannot do, because the handler
/// panics or its task is cancelled, is done by tasks.
#[derive(Default)]
struct Duties {
    /// Connections with gathered answers.
    gathered: Vec<Arc<Shared>>,
    /// Connections whose last handle was dropped.
    orphans: Vec<Orphan>,
}

/// An open connection without handles, and the code to close it with if all is well.
type Orphan = (Arc<Shared>, CloseCode);

impl Drop for Duties {
    fn drop(&mut self) {
        let Ok(runtime) = Runtime::try_current() else {
            return;
        };
        for shared in self.gathered.drain(..) {
            runtime.spawn(write_arranged(shared));
        }
        for (shared, code) in self.orphans.drain(..) {
            runtime.spawn(say_goodbye(shared, code));
        }
    }
}

/// What a handler may return: nothing, or a result whose error closes its socket with 1011.
pub trait HandlerOutput: Send + 'static {
    /// Whether the handler failed.
    fn failed(&self) -> bool;
}

impl HandlerOutput for () {
    fn failed(&self) -> bool {
        false
    }
}

impl<T: Send + 'static, E: Send + 'static> HandlerOutput for Result<T, E> {
    fn failed(&self) -> bool {
        self.is_err()
    }
}

/// Makes sure that what this connection has gathered is going to be written. False if nobody can:
/// outside of a runtime.
pub(crate) fn arrange_flush(shared: &Arc<Shared>) -> bool {
    if in_scope(|duties| duties.gathered.push(Arc::clone(shared))) {
        return true;
    }
    arrange_flush_apart(shared)
}

/// The same, by a task of its own also where the thread is in a scope.
pub(crate) fn arrange_flush_apart(shared: &Arc<Shared>) -> bool {
    let Ok(runtime) = Runtime::try_current() else {
        return false;
    };
    runtime.spawn(write_arranged(Arc::clone(shared)));
    true
}

/// Has an open connection without handles closed with this code: by the scope, if the thread is in
/// one and not panicking, otherwise by a task. False if nobody can.
pub(crate) fn arrange_goodbye(shared: &Arc<Shared>, code: CloseCode) -> bool {
    let orphan = || (Arc::clone(shared), code);
    if !std::thread::panicking() && in_scope(|duties| duties.orphans.push(orphan())) {
        return true;
    }
    let Ok(runtime) = Runtime::try_current() else {
        return false;
    };
    runtime.spawn(say_goodbye(Arc::clone(shared), code));
    true
}

/// Notes a duty; false if the thread is not in a scope.
fn in_scope(note: impl FnOnce(&mut Duties)) -> bool {
    // Sockets may be dropped by the destructors of a thread that is ending.
    let noted = SCOPE.try_with(|scope| scope.borrow_mut().as_mut().map(note).is_some());
    noted.unwrap_or(false)
}

/// Runs a handler and does its duties each time it waits and when it ends.
pub(crate) async fn run<F: Future<Output: HandlerOutput>>(handler: F) -> F::Output {
    let mut handler = pin!(Some(handler));
    let mut duties = Duties::default();
    let output = poll_fn(|context| {
        let scope = Scope::enter();
        let Some(running) = handler.as_mut().as_pin_mut() else {
            return Poll::Pending;
        };
        let polled = running.poll(context);
        if polled.is_ready() {
            // A future may hold on to its socket until it is dropped itself.
            handler.set(None);
        }
        let mut fresh = scope.leave();
        duties.gathered.append(&mut fresh.gathered);
        write_gathered(&mut duties.gathered, context);
        if polled.is_ready() {
            duties.orphans.append(&mut fresh.orphans);
        }
        // A handler that goes on without its sockets has them closed in the background.
        polled
    })
    .await;
    // All say Close before any is waited for, so that one slow peer does not hold up the others.
    for (orphan, code) in &duties.orphans {
        let code = if output.failed() {
            CloseCode::INTERNAL_ERROR
        } else {
            *code
        };
        start_goodbye(orphan, code);
    }
    poll_fn(|context| {
        let mut all = Poll::Ready(());
        for (orphan, _) in &duties.orphans {
            if poll_to_end(orphan, context).is_pending() {
                all = Poll::Pending;
            }
        }
        all
    })
    .await;
    duties.orphans.clear();
    output
}

async fn say_goodbye(shared: Arc<Shared>, code: CloseCode) {
    start_goodbye(&shared, code);
    run_to_end(&shared).await;
}

fn start_goodbye(shared: &Shared, code: CloseCode) {
    // Refused only if a Close was sent or received already; it is then brought to its end.
    let _ = lock(shared).start_close(CloseFrame::of_code(code));
}

async fn write_arranged(shared: Arc<Shared>) {
    poll_fn(|context| lock(&shared).poll_arranged_flush(context)).await;
}

/// Receives and drops whatever comes until the connection is over.
pub(crate) async fn run_to_end(shared: &Shared) -> Closure {
    poll_fn(|context| poll_to_end(shared, context)).await
}

fn poll_to_end(shared: &Shared, context: &mut Context<'_>) -> Poll<Closure> {
    let mut state = lock(shared);
    // In pieces, so that nothing is collected only to be dropped.
    let end = state.poll_event(context, Delivery::Pieces, |_| None::<Infallible>);
    let None = ready!(end);
    let closure = state.closure();
    Poll::Ready(closure.expect("a connection that is over has noted how it came to that"))
}

fn write_gathered(unwritten: &mut Vec<Arc<Shared>>, context: &mut Context<'_>) {
    unwritten.retain(|shared| lock(shared).poll_arranged_flush(context).is_pending());
}

/// The time in which a handler is being polled; ends also when it panics.
struct Scope {
    outer: Option<Duties>,
    left: bool,
}

impl Scope {
    fn enter() -> Self {
        Self {
            outer: SCOPE.replace(Some(Duties::default())),
            left: false,
        }
    }

    fn leave(mut self) -> Duties {
        self.left = true;
        SCOPE.replace(self.outer.take()).unwrap_or_default()
    }
}

impl Drop for Scope {
    fn drop(&mut self) {
        if !self.left {
            SCOPE.set(self.outer.take());
        }
    }
}

#[cfg(test)]
mod tests;
