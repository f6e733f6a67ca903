//! The work of a drain: who is closed when, and who is cut.

use core::time::Duration;
use std::collections::VecDeque;
use std::sync::{Arc, Weak};

use tokio::time::{Instant, timeout_at};

use super::course::Wish;
use super::pace::Pace;
use super::{Course, Drain, Leaving, Stage};
use crate::connections::{Door, Registry};
use crate::state::{Shared, lock};

/// A drain and what it has yet to do.
pub(super) struct Run {
    registry: Arc<Registry>,
    course: Arc<Course>,
    pace: Pace,
    close_budget: Duration,
    /// Before this nobody is closed.
    first: Instant,
    /// At this everybody who is left is closed at once, and soon cut.
    deadline: Option<Instant>,
    /// Until then handshakes that are not done are waited for; `None` if they are not.
    handshakes_until: Option<Instant>,
    /// How many were sent their Close.
    closed: usize,
    /// Those to be closed, the next one last.
    queue: Vec<(u32, Weak<Shared>)>,
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
        let deadline = plan.deadline.and_then(|deadline| now.checked_add(deadline));
        let first = now.checked_add(notice).unwrap_or_else(|| now + MUCH_LATER);
        let first = deadline.map_or(first, |deadline| first.min(deadline));
        let (mut pace, mut last_due) = (plan.pace(0), Duration::ZERO);
        let course = registry.begin(|connections| {
            pace = plan.pace(connections);
            last_due = pace.due(connections);
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
        let to_answer = last_due.saturating_add(plan.close_budget);
        let handshakes_until = [first.checked_add(to_answer), deadline];
        let handshakes_until = handshakes_until.into_iter().flatten().min();
        Some(Self {
            registry: Arc::clone(registry),
            queue: idle_last(registry.connections()),
            course,
            pace,
            close_budget: plan.close_budget,
            first,
            deadline,
            handshakes_until: handshakes_until.filter(|_| plan.elsewhere),
            closed: 0,
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
            let wished = self.course.wished();
            match wished {
                Wish::GoOn if self.first <= now => {
                    self.cut_overdue(now);
                    self.close_due(now);
                }
                Wish::GoOn => {}
                Wish::Cut => self.cut_all(),
                Wish::Abort => return self.registry.reopen_after(&self.course),
            }
            let awaits_handshakes = self.handshakes_until.is_some_and(|until| now < until);
            let awaits_handshakes = awaits_handshakes && wished == Wish::GoOn;
            if self
                .registry
                .finish_if_done(&self.course, awaits_handshakes)
            {
                if self.course.wished() == Wish::Abort {
                    // It came too late to be met above, and too early for the one who asked.
                    self.registry.reopen_after(&self.course);
                }
                return;
            }
            let looked_at = self.course.until_looked_at();
            match self.next(now) {
                // Either way there is something to be looked at.
                Some(next) => _ = timeout_at(next, looked_at).await,
                None => looked_at.await,
            }
        }
    }

    /// The next moment at which there is something to do by itself.
    fn next(&self, now: Instant) -> Option<Instant> {
        if self.first > now {
            return Some(self.first);
        }
        let close = (!self.queue.is_empty()).then(|| self.due()).flatten();
        let cut = self.closing.front().map(|(until, _)| *until);
        let handshakes = self.handshakes_until.filter(|until| *until > now);
        [close, cut, handshakes].into_iter().flatten().min()
    }

    /// When the next Close is due.
    fn due(&self) -> Option<Instant> {
        let due = self.first.checked_add(self.pace.due(self.closed));
        [due, self.deadline].into_iter().flatten().min()
    }

    fn close_due(&mut self, now: Instant) {
        self.course.enter(Stage::Closing);
        while self.due().is_some_and(|due| due <= now) {
            let Some((key, next)) = self.queue.pop() else {
                break;
            };
            let Some(shared) = next.upgrade() else {
                continue;
            };
            if self.registry.close(key, &shared, &self.course) {
                self.closed += 1;
                let until = self.answered_until(now);
                self.closing.extend(until.map(|until| (until, next)));
            }
        }
        if self.queue.is_empty() && self.course.has_newcomers() {
            self.queue = idle_last(self.registry.connections());
            if !self.queue.is_empty() {
                self.course.look_again();
            }
        }
    }

    /// Until when a peer may answer that is sent its Close now; `None` for as long as it likes. Never
    /// earlier than for those who were sent theirs before.
    fn answered_until(&self, now: Instant) -> Option<Instant> {
        let until = now.checked_add(self.close_budget);
        let last = self.deadline.map(|deadline| deadline.max(now + LAST_WORD));
        [until, last].into_iter().flatten().min()
    }

    /// Lets go of those who have not answered in time.
    fn cut_overdue(&mut self, now: Instant) {
        while let Some((until, shared)) = self.closing.front() {
            let shared = shared.upgrade().filter(|shared| !lock(shared).is_over());
            match shared {
                Some(_) if *until > now => return,
                Some(shared) => lock(&shared).cut(),
                None => {}
            }
            self.closing.pop_front();
        }
    }

    /// Lets go of everybody.
    fn cut_all(&mut self) {
        self.queue.clear();
        self.closing.clear();
        for (_, shared) in self.registry.connections() {
            lock(&shared).cut();
        }
    }
}

/// Those that are not closing yet, the most idle one last: whose peer has been silent for the
/// longest. Those who have something under way stand first.
fn idle_last(connections: Vec<(u32, Arc<Shared>)>) -> Vec<(u32, Weak<Shared>)> {
    let open = connections.into_iter().filter_map(|(key, shared)| {
        let busyness = lock(&shared).busyness()?;
        Some((busyness, (key, Arc::downgrade(&shared))))
    });
    let mut order: Vec<_> = open.collect();
    order.sort_unstable_by(|(one, _), (other, _)| other.cmp(one));
    order
        .into_iter()
        .map(|(_, connection)| connection)
        .collect()
}

/// How long those may take to answer who are sent their Close at the deadline.
const LAST_WORD: Duration = Duration::from_secs(1);

/// Stands for a notice that the clock cannot hold.
const MUCH_LATER: Duration = Duration::from_secs(365 * 24 * 3600);
