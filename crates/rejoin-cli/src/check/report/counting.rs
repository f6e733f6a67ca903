//! The seconds of silence, counted on one line of a terminal that is written again and again.

use core::time::Duration;
use std::io::{self, IsTerminal, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::task::AbortHandle;
use tokio::time::{Instant, MissedTickBehavior, interval};

/// Counts until it is dropped, and leaves the line empty then.
#[derive(Debug)]
pub(in crate::check) struct Counting {
    line: Arc<Mutex<Line>>,
    task: AbortHandle,
}

/// Whose the line is. Locked while it is written, so that nothing is written after the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    Counted,
    Free,
}

impl Counting {
    /// Whether anybody looks.
    pub(in crate::check) fn is_watched() -> bool {
        io::stderr().is_terminal()
    }

    /// Begins to count.
    pub(in crate::check) fn begin(of: Duration) -> Self {
        let line = Arc::new(Mutex::new(Line::Counted));
        let task = tokio::spawn(count(of, Arc::clone(&line))).abort_handle();
        Self { line, task }
    }
}

impl Drop for Counting {
    fn drop(&mut self) {
        self.task.abort();
        let mut line = lock(&self.line);
        *line = Line::Free;
        write("");
    }
}

async fn count(of: Duration, line: Arc<Mutex<Line>>) {
    let began = Instant::now();
    let mut ticks = interval(Duration::from_secs(1));
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        let line = lock(&line);
        if *line == Line::Free {
            return;
        }
        let (passed, of) = (began.elapsed().as_secs(), of.as_secs());
        write(&format!("\u{b7} silent for {passed} s of {of} s"));
    }
}

/// Back to the first column; what is left of an older line is erased.
fn write(line: &str) {
    let mut stderr = io::stderr().lock();
    // Nobody is left to see it if this fails.
    let _ = write!(stderr, "\r{line}\x1b[K").and_then(|()| stderr.flush());
}

fn lock(line: &Mutex<Line>) -> MutexGuard<'_, Line> {
    line.lock().unwrap_or_else(PoisonError::into_inner)
}
