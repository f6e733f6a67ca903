//! Messages on their way along the members, together.

use std::collections::VecDeque;

use rejoin_proto::Prepared;
use tokio::sync::oneshot;

use super::Group;
use super::line::{Job, Sent};
use super::members::{Members, Present, Seat};
use crate::state::{Outcome, lock};

/// How many members are sent to before other tasks have their turn: about 0.3 ms.
const MEMBERS_PER_STEP: usize = 64;

/// How many bytes of messages go together, unless one alone is larger.
const ROUND_BYTES: usize = 64 << 10;

/// Messages that are sent together, and how far along the members they are.
pub(super) struct Round {
    prepared: Prepared,
    jobs: Vec<OnItsWay>,
    /// The next seat, and the one behind the last.
    next: usize,
    end: usize,
    present: Vec<Present>,
    gone: Vec<Seat>,
}

/// A message of the round.
struct OnItsWay {
    at: u64,
    done: oneshot::Sender<Sent>,
    /// What became of it and all that follow, at members who joined after the message before it.
    from_here: Sent,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Progress {
    More,
    Done,
}

impl Round {
    /// The first of those that wait and all that may go with it; `None` if nothing waits.
    pub(super) fn of(waiting: &mut VecDeque<Job>, seats: usize) -> Option<Self> {
        let compression = waiting.front()?.compression;
        let mut round = Self {
            prepared: Prepared::new(compression),
            jobs: Vec::new(),
            next: 0,
            end: seats,
            present: Vec::with_capacity(seats.min(MEMBERS_PER_STEP)),
            gone: Vec::new(),
        };
        let mut room = ROUND_BYTES;
        while let Some(job) = waiting.front() {
            let fits = round.jobs.is_empty() || job.message.len() <= room;
            if !fits || job.compression != compression {
                break;
            }
            let Some(job) = waiting.pop_front() else {
                break;
            };
            room = room.saturating_sub(job.message.len());
            round.prepared.push(job.message);
            round.jobs.push(OnItsWay {
                at: job.at,
                done: job.done,
                from_here: Sent::default(),
            });
        }
        Some(round)
    }

    /// Sends to the next members.
    pub(super) fn step(&mut self, group: &Group) -> Progress {
        let mut book = group.book();
        let places = self.next..self.end;
        self.next = book.members.meet(places, MEMBERS_PER_STEP, |member| {
            self.present.push(member);
        });
        drop(book);
        for member in self.present.drain(..) {
            let first = first_for(&self.jobs, member.seat.since());
            let Some(job) = self.jobs.get_mut(first) else {
                // It has joined since.
                continue;
            };
            let outcome = lock(&member.shared).send_prepared(
                &member.shared,
                &mut self.prepared,
                first,
                &group.policy,
            );
            let sent = &mut job.from_here;
            match outcome {
                Outcome::Behind => sent.behind += 1,
                Outcome::Busy => sent.busy += 1,
                Outcome::Gone => {
                    sent.gone += 1;
                    self.gone.push(member.seat);
                }
                Outcome::Reached => sent.reached += 1,
            }
        }
        if !self.gone.is_empty() {
            let mut book = group.book();
            for seat in self.gone.drain(..) {
                book.members.leave(seat);
            }
        }
        if self.next < self.end {
            Progress::More
        } else {
            Progress::Done
        }
    }

    /// Nobody goes on: those whose turn has not come are counted.
    pub(super) fn give_up(&mut self, members: &Members) {
        for since in members.since(self.next, self.end) {
            let first = first_for(&self.jobs, since);
            if let Some(job) = self.jobs.get_mut(first) {
                job.from_here.gone += 1;
            }
        }
    }

    /// Tells how each message was received.
    pub(super) fn tell(self) {
        let mut sent = Sent::default();
        for job in self.jobs {
            sent.reached += job.from_here.reached;
            sent.behind += job.from_here.behind;
            sent.busy += job.from_here.busy;
            sent.gone += job.from_here.gone;
            // Whoever sent it may not want to know.
            let _ = job.done.send(sent);
        }
    }
}

/// The first message of these that a member gets who has joined at that number.
fn first_for(jobs: &[OnItsWay], since: u64) -> usize {
    jobs.partition_point(|job| job.at < since)
}
