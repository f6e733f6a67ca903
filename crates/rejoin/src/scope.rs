//! The scope of a handler: who writes gathered answers and says goodbye for it.
//!
//! Inside a scope, which the server wraps around every handler, that is the wrapper: each time the
//! handler's future has been polled it writes what was gathered, and it closes the sockets that the
//! handler has let go, with a code that fits how the handler ended. Elsewhere it is a short task.

use core::cell::RefCell;
use core::future::poll_fn;
use core::task::{Context, Poll};
use std::pin::pin;
use std::sync::Arc;

use rejoin_proto::{CloseCode, CloseFrame, Closure, Delivery};
use tokio::runtime::Handle as Runtime;

use crate::state::{Shared, lock};

thread_local! {
    static SCOPE: RefCell<Option<Duties>> = const { RefCell::new(None) };
}

/// What a scope has to do after its handler was polled.
#[derive(Default)]
struct Duties {
    /// Connections with gathered answers.
    gathered: Vec<Arc<Shared>>,
    /// Connections whose last handle was dropped.
    orphans: Vec<(Arc<Shared>, CloseCode)>,
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
    let scoped = SCOPE.with_borrow_mut(|scope| {
        scope
            .as_mut()
            .map(|duties| duties.gathered.push(Arc::clone(shared)))
            .is_some()
    });
    if scoped {
        return true;
    }
    let Ok(runtime) = Runtime::try_current() else {
        return false;
    };
    runtime.spawn(write_arranged(Arc::clone(shared)));
    true
}

/// Has an open connection without handles closed with this code: by the scope, if the thread is in
/// one and not panicking, otherwise by a task. False if nobody can.
pub(crate) fn arrange_goodbye(shared: &Arc<Shared>, code: CloseCode) -> bool {
    let scoped = !std::thread::panicking()
        && SCOPE.with_borrow_mut(|scope| {
            scope
                .as_mut()
                .map(|duties| duties.orphans.push((Arc::clone(shared), code)))
                .is_some()
        });
    if scoped {
        return true;
    }
    let Ok(runtime) = Runtime::try_current() else {
        return false;
    };
    let shared = Arc::clone(shared);
    runtime.spawn(say_goodbye(shared, code));
    true
}

/// Runs a handler and does its duties each time it waits and when it ends.
pub(crate) async fn run<F: Future<Output: HandlerOutput>>(handler: F) -> F::Output {
    let mut handler = pin!(handler);
    let mut unwritten: Vec<Arc<Shared>> = Vec::new();
    let mut goodbyes = Vec::new();
    let output = poll_fn(|context| {
        let scope = Scope::enter();
        let polled = handler.as_mut().poll(context);
        let mut duties = scope.leave();
        unwritten.append(&mut duties.gathered);
        write_gathered(&mut unwritten, context);
        if polled.is_ready() {
            goodbyes = duties.orphans;
        } else {
            // The handler goes on without its socket.
            for (orphan, code) in duties.orphans {
                tokio::spawn(say_goodbye(orphan, code));
            }
        }
        polled
    })
    .await;
    for shared in unwritten {
        // Still in use elsewhere, or about to be closed below.
        tokio::spawn(write_arranged(shared));
    }
    // All say Close before any is waited for, so that one slow peer does not hold up the others.
    for (orphan, code) in &goodbyes {
        let code = if output.failed() {
            CloseCode::INTERNAL_ERROR
        } else {
            *code
        };
        start_goodbye(orphan, code);
    }
    for (orphan, _) in goodbyes {
        run_to_end(&orphan).await;
    }
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
pub(crate) async fn run_to_end(shared: &Arc<Shared>) -> Closure {
    poll_fn(|context| {
        let mut state = lock(shared);
        loop {
            // In pieces, so that nothing is collected only to be dropped.
            match state.poll_event(context, Delivery::Pieces) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(Some(_)) => {}
                Poll::Ready(None) => {
                    if let Some(closure) = state.closure() {
                        return Poll::Ready(closure);
                    }
                }
            }
        }
    })
    .await
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
