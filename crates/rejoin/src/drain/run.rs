//! The work of a drain: who is closed when, and who is cut.

use core::time::Duration;
use std::collections::VecDeque;
use std::sync::{Arc, Weak};

use tokio::time::{Instant, timeout_at};

use super::course::Wish;
use super::pace::Pace;
use super::{Course, Drain, Leaving, Stage};
use crate::connections::{Door, Registry, close_from_outside};
use crate::state::{Shared, lock};

/// A drain and what it has yet to do.
pub(super) struct Run {
    registry: Arc<Registry>,
    course: Arc<Course>,
    pace: Pace,
    close_budget: Duration,
    /// Before this nobody is closed.
    first: Instant,
    /// At this everybody who is left is cut; `None` for never.
    deadline: Option<Instant>,
    /// How many were sent their Close.
    closed: usize,
    /// Those to be closed, the next one last.
    queue: Vec<Weak<Shared>>,
    /// Those who were sent their Close, and until when they may answer.
    closing: VecDeque<(Instant, Weak<Shared>)>,
}

impl Run {
    /// Tells everybody; `None` while another drain is under way.
    pub(super) fn begin(registry: &Arc<Registry>, plan: &Drain) -> Option<Self> {
        let now = Instant::now();
        let notice = if registry.is_listened_to() {
            plan.notice
        } else {
            Duration::ZERO
        };
        let first = now.checked_add(notice).unwrap_or(now);
        let mut pace = plan.pace(0);
        let course = registry.begin(|connections| {
            pace = plan.pace(connections);
            let close = plan.close(connections);
            let leaving = Leaving {
                code: plan.code,
                reason: close.reason().to_owned(),
                not_before: first.into_std(),
            };
            let door = if plan.elsewhere {
                Door::Elsewhere
            } else {
                Door::Refusing(plan.window(connections))
            };
            (Arc::new(Course::new(close, connections)), leaving, door)
        })?;
        Some(Self {
            registry: Arc::clone(registry),
            course,
            pace,
            close_budget: plan.close_budget,
            first,
            deadline: now.checked_add(plan.deadline),
            closed: 0,
            queue: Vec::new(),
            closing: VecDeque::new(),
        })
    }

    pub(super) fn course(&self) -> &Arc<Course> {
        &self.course
    }

    /// Goes on until nobody is left, or it is aborted.
    pub(super) async fn finish(mut self) {
        loop {
            let now = Instant::now();
            match self.course.wished() {
                Wish::GoOn => {}
                Wish::Abort => {
                    self.registry.reopen();
                    self.course.enter(Stage::Aborted);
                    return;
                }
                Wish::Cut => self.cut_all(),
            }
            if self.deadline.is_some_and(|deadline| deadline <= now) {
                self.cut_all();
            } else if self.first <= now {
                self.cut_overdue(now);
                self.close_due(now);
            }
            if self.registry.finish_if_done(&self.course) {
                return;
            }
            let looked_at = self.course.until_looked_at();
            match self.next() {
                // Either way there is something to be looked at.
                Some(next) => _ = timeout_at(next, looked_at).await,
                None => looked_at.await,
            }
        }
    }

    /// The next moment at which there is something to do by itself.
    fn next(&self) -> Option<Instant> {
        if self.closed == 0 && self.first > Instant::now() {
            return Some(self.first);
        }
        let close = (!self.queue.is_empty()).then(|| self.due()).flatten();
        let cut = self.closing.front().map(|(until, _)| *until);
        // What is over already has been cut.
        let deadline = self.deadline.filter(|deadline| *deadline > Instant::now());
        [close, cut, deadline].into_iter().flatten().min()
    }

    /// When the next Close is due.
    fn due(&self) -> Option<Instant> {
        self.first.checked_add(self.pace.due(self.closed))
    }

    fn close_due(&mut self, now: Instant) {
        self.course.enter(Stage::Closing);
        if self.queue.is_empty() {
            self.queue = idle_last(self.registry.connections());
        }
        while self.due().is_some_and(|due| due <= now) {
            let Some(next) = self.queue.pop() else {
                return;
            };
            let Some(shared) = next.upgrade() else {
                continue;
            };
            self.course.closing();
            if close_from_outside(&shared, self.course.close().clone()) {
                self.closed += 1;
                let until = now.checked_add(self.close_budget);
                self.closing
                    .extend(until.map(|until| (until, Weak::clone(&next))));
            } else {
                self.course.not_closing();
            }
        }
    }

    /// Lets go of those who have not answered in time.
    fn cut_overdue(&mut self, now: Instant) {
        while let Some((until, shared)) = self.closing.front() {
            let shared = shared.upgrade().filter(|shared| !lock(shared).is_over());
            match shared {
                Some(_) if *until > now => return,
                Some(shared) => lock(&shared).abandon(),
                None => {}
            }
            self.closing.pop_front();
        }
    }

    /// Lets go of everybody.
    fn cut_all(&mut self) {
        self.queue.clear();
        self.closing.clear();
        for shared in self.registry.connections() {
            lock(&shared).abandon();
        }
    }
}

/// Those that are not closing yet, the most idle one last: whose peer has been silent for the
/// longest. Those who have something under way stand first.
fn idle_last(connections: Vec<Arc<Shared>>) -> Vec<Weak<Shared>> {
    let open = connections.into_iter().filter_map(|shared| {
        let busyness = lock(&shared).busyness()?;
        Some((busyness, Arc::downgrade(&shared)))
    });
    let mut order: Vec<_> = open.collect();
    order.sort_unstable_by(|(one, _), (other, _)| other.cmp(one));
    order.into_iter().map(|(_, shared)| shared).collect()
}
