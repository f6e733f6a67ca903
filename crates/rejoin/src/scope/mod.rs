//! The scope of a handler: who writes gathered answers and says goodbye for it.
//!
//! Inside a scope, which the server wraps around every handler, that is the wrapper: each time the
//! handler's future has been polled it writes what was gathered, and it closes the sockets that the
//! handler has let go, with a code that fits how the handler ended. Elsewhere it is a short task.

use core::cell::RefCell;
use core::convert::Infallible;
use core::future::{Future, poll_fn};
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use std::sync::Arc;

use pin_project_lite::pin_project;
use rejoin_proto::{CloseCode, CloseFrame, Closure, Delivery};
use tokio::runtime::Handle as Runtime;

use crate::state::{Shared, lock};

thread_local! {
    static SCOPE: RefCell<Scope> = const { RefCell::new(Scope::NONE) };
}

/// The scopes that the thread is in.
struct Scope {
    /// How many, one inside the other.
    depth: usize,
    /// What they have to do; the innermost one's stands last.
    duties: Duties,
}

impl Scope {
    const NONE: Self = Self {
        depth: 0,
        duties: Duties::NONE,
    };
}

/// What a scope has to do after its handler was polled. What it cannot do, because the handler
/// panics or its task is cancelled, is done by tasks.
#[derive(Debug)]
struct Duties {
    /// Connections with gathered answers.
    gathered: Vec<Arc<Shared>>,
    /// Connections whose last handle was dropped.
    orphans: Vec<Orphan>,
}

impl Duties {
    const NONE: Self = Self {
        gathered: Vec::new(),
        orphans: Vec::new(),
    };
}

/// An open connection without handles, and the code to close it with if all is well.
type Orphan = (Arc<Shared>, CloseCode);

impl Drop for Duties {
    fn drop(&mut self) {
        if self.gathered.is_empty() && self.orphans.is_empty() {
            return;
        }
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
    let noted = SCOPE.try_with(|scope| {
        let mut scope = scope.borrow_mut();
        let inside = scope.depth > 0;
        if inside {
            note(&mut scope.duties);
        }
        inside
    });
    noted.unwrap_or(false)
}

/// Runs a handler and does its duties each time it waits and when it ends. `kept` is dropped after
/// all else.
pub(crate) fn run<F: Future<Output: HandlerOutput>, K>(handler: F, kept: K) -> Run<F, K> {
    Run {
        handler: Some(handler),
        rest: None,
        _kept: kept,
    }
}

pin_project! {
    /// The future of [`run`]; by hand, so that a connection's task is no larger than it must be.
    pub(crate) struct Run<F, K> {
        #[pin]
        handler: Option<F>,
        // What could not be done at once.
        rest: Option<Box<Duties>>,
        _kept: K,
    }
}

impl<F: Future<Output: HandlerOutput>, K> Future for Run<F, K> {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let mut this = self.project();
        if let Some(handler) = this.handler.as_mut().as_pin_mut() {
            let entered = Entered::enter();
            let polled = handler.poll(context);
            if polled.is_ready() {
                // A future may hold on to its socket until it is dropped itself.
                this.handler.set(None);
            }
            if polled.is_pending() && this.rest.is_none() && !entered.has_duties() {
                return Poll::Pending;
            }
            entered.write_gathered(this.rest, context);
            let left = entered.take_left();
            drop(entered);
            match polled {
                Poll::Ready(output) => begin_goodbyes(left, output.failed(), this.rest),
                // A handler that goes on without its sockets has them closed in the background.
                Poll::Pending => drop(left),
            }
        } else if let Some(rest) = this.rest {
            rest.write_gathered(context);
        }
        if this.handler.is_some() {
            return Poll::Pending;
        }
        if let Some(rest) = this.rest {
            ready!(rest.poll_goodbyes(context));
        }
        *this.rest = None;
        Poll::Ready(())
    }
}

/// All say Close before any is waited for, so that one slow peer does not hold up the others.
fn begin_goodbyes(mut of_handler: Duties, failed: bool, rest: &mut Option<Box<Duties>>) {
    for (orphan, code) in of_handler.orphans.drain(..) {
        let code = if failed {
            CloseCode::INTERNAL_ERROR
        } else {
            code
        };
        start_goodbye(&orphan, code);
        rest.get_or_insert_with(|| Box::new(Duties::NONE))
            .orphans
            .push((orphan, code));
    }
}

impl Duties {
    fn write_gathered(&mut self, context: &mut Context<'_>) {
        self.gathered
            .retain(|shared| lock(shared).poll_arranged_flush(context).is_pending());
    }

    fn poll_goodbyes(&mut self, context: &mut Context<'_>) -> Poll<()> {
        self.orphans
            .retain(|(orphan, _)| poll_to_end(orphan, context).is_pending());
        if self.orphans.is_empty() {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    }
}

/// The time in which a handler is being polled; ends also when it panics.
struct Entered {
    /// How many duties the scopes around this one have.
    gathered_before: usize,
    orphans_before: usize,
}

impl Entered {
    fn enter() -> Self {
        SCOPE.with_borrow_mut(|scope| {
            scope.depth += 1;
            Self {
                gathered_before: scope.duties.gathered.len(),
                orphans_before: scope.duties.orphans.len(),
            }
        })
    }

    /// Whether the handler has left anything to do.
    fn has_duties(&self) -> bool {
        SCOPE.with_borrow(|scope| self.has_duties_in(&scope.duties))
    }

    fn has_duties_in(&self, duties: &Duties) -> bool {
        duties.gathered.len() > self.gathered_before || duties.orphans.len() > self.orphans_before
    }

    /// Writes what was gathered; what does not leave at once is left to `rest`.
    fn write_gathered(&self, rest: &mut Option<Box<Duties>>, context: &mut Context<'_>) {
        if let Some(rest) = rest {
            rest.write_gathered(context);
        }
        // One at a time: those who are told of an end may gather something themselves.
        while let Some(shared) = SCOPE.with_borrow_mut(|scope| {
            let gathered = &mut scope.duties.gathered;
            let own = gathered.len() > self.gathered_before;
            own.then(|| gathered.pop()).flatten()
        }) {
            if lock(&shared).poll_arranged_flush(context).is_pending() {
                rest.get_or_insert_with(|| Box::new(Duties::NONE))
                    .gathered
                    .push(shared);
            }
        }
    }

    /// What is left to do.
    fn take_left(&self) -> Duties {
        SCOPE.with_borrow_mut(|scope| Duties {
            gathered: split_off(&mut scope.duties.gathered, self.gathered_before),
            orphans: split_off(&mut scope.duties.orphans, self.orphans_before),
        })
    }
}

impl Drop for Entered {
    fn drop(&mut self) {
        let left = SCOPE.with_borrow_mut(|scope| {
            scope.depth -= 1;
            self.has_duties_in(&scope.duties)
        });
        // Nothing, unless the handler panics; then it is left to tasks.
        if left {
            drop(self.take_left());
        }
    }
}

/// What stands behind the first `kept`, without an allocation where there is nothing.
fn split_off<T>(all: &mut Vec<T>, kept: usize) -> Vec<T> {
    if all.len() > kept {
        all.split_off(kept)
    } else {
        Vec::new()
    }
}

async fn say_goodbye(shared: Arc<Shared>, code: CloseCode) {
    start_goodbye(&shared, code);
    run_to_end(&shared).await;
}

fn start_goodbye(shared: &Shared, code: CloseCode) {
    let of_drain = (code == CloseCode::NORMAL_CLOSURE)
        .then(|| close_of_drain(shared))
        .flatten();
    let mut state = lock(shared);
    if of_drain.is_some_and(|close| state.start_close(close).is_ok()) {
        return;
    }
    // Refused only if a Close was sent or received already; it is then brought to its end.
    let _ = state.start_close(CloseFrame::of_code(code));
}

/// What the drain of the service says, if one has begun. A handler that ends then is likely to do so
/// because of it; 1000 would keep its client from coming back.
fn close_of_drain(shared: &Shared) -> Option<CloseFrame> {
    let registry = lock(shared).registry().map(Arc::clone)?;
    let course = registry.course()?;
    Some(course.close().clone())
}

async fn write_arranged(shared: Arc<Shared>) {
    poll_fn(|context| lock(&shared).poll_arranged_flush(context)).await;
}

/// Receives and drops whatever comes until the connection is over.
pub(crate) async fn run_to_end(shared: &Arc<Shared>) -> Closure {
    poll_fn(|context| poll_to_end(shared, context)).await
}

fn poll_to_end(shared: &Arc<Shared>, context: &mut Context<'_>) -> Poll<Closure> {
    let mut state = lock(shared);
    // In pieces, so that nothing is collected only to be dropped.
    let end = state.poll_event(shared, context, Delivery::Pieces, |_| None::<Infallible>);
    let None = ready!(end);
    let closure = state.closure();
    Poll::Ready(closure.expect("a connection that is over has noted how it came to that"))
}

#[cfg(test)]
mod tests;
