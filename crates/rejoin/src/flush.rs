//! Who writes gathered answers when the task at work turns to something else.
//!
//! Inside [`flush_on_yield`], which the server wraps around every handler, it is the wrapper: it
//! writes each time the handler's future has been polled. Elsewhere it is a short task of its own.

use std::cell::RefCell;
use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;

use crate::state::{Shared, lock};

thread_local! {
    /// Connections with gathered answers, while a wrapped task is being polled.
    static GATHERED: RefCell<Option<Vec<Arc<Shared>>>> = const { RefCell::new(None) };
}

/// Makes sure that what this connection has gathered is going to be written. False if nobody can:
/// outside of a runtime.
pub(crate) fn arrange(shared: &Arc<Shared>) -> bool {
    let wrapped = GATHERED.with_borrow_mut(|gathered| {
        gathered
            .as_mut()
            .map(|gathered| gathered.push(Arc::clone(shared)))
            .is_some()
    });
    if wrapped {
        return true;
    }
    let Ok(runtime) = tokio::runtime::Handle::try_current() else {
        return false;
    };
    let shared = Arc::clone(shared);
    runtime.spawn(async move {
        poll_fn(|context| lock(&shared).poll_arranged_flush(context)).await;
    });
    true
}

/// Runs a task and, each time it waits or ends, writes what its connections have gathered.
pub(crate) async fn flush_on_yield<F: Future>(task: F) -> F::Output {
    let mut task = pin!(task);
    let mut unwritten = Vec::new();
    let mut output = None;
    poll_fn(move |context| {
        if output.is_none() {
            let scope = Scope::enter(std::mem::take(&mut unwritten));
            let polled = task.as_mut().poll(context);
            unwritten = scope.leave();
            if let Poll::Ready(done) = polled {
                output = Some(done);
            }
        }
        unwritten.retain(|shared| lock(shared).poll_arranged_flush(context).is_pending());
        match output.take_if(|_| unwritten.is_empty()) {
            Some(output) => Poll::Ready(output),
            None => Poll::Pending,
        }
    })
    .await
}

/// The time in which a wrapped task is being polled; ends also when the task panics.
struct Scope {
    outer: Option<Vec<Arc<Shared>>>,
}

impl Scope {
    fn enter(unwritten: Vec<Arc<Shared>>) -> Self {
        Self {
            outer: GATHERED.replace(Some(unwritten)),
        }
    }

    fn leave(mut self) -> Vec<Arc<Shared>> {
        GATHERED.replace(self.outer.take()).unwrap_or_default()
    }
}

impl Drop for Scope {
    fn drop(&mut self) {
        if std::thread::panicking() {
            GATHERED.set(self.outer.take());
        }
    }
}
