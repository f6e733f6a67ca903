//! Messages that wait for their turn, and who delivers them.

use core::future::{Future, poll_fn};
use core::pin::{Pin, pin};
use core::task::{Context, Poll, Waker};
use std::collections::VecDeque;
use std::sync::Arc;

use rejoin_proto::Message;
use rejoin_proto::extension::Compression;
use tokio::runtime::Handle as Runtime;
use tokio::sync::oneshot;
use tokio::task::{coop, yield_now};

use super::Group;
use super::round::{Progress, Round};

/// The messages that nobody delivers yet.
#[derive(Default)]
pub(super) struct Line {
    pub(super) waiting: VecDeque<Job>,
    /// Whether somebody delivers, and will go on with those that wait.
    staffed: bool,
}

/// A message, and who wants to know what became of it.
pub(super) struct Job {
    pub(super) message: Message,
    pub(super) compression: Compression,
    /// The number of its sending: who joined later does not get it.
    pub(super) at: u64,
    pub(super) done: oneshot::Sender<Sent>,
}

/// How a message was received by the members of a group. All together are those who were members
/// when it was sent and have not left before their turn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sent {
    /// Members to whose connections it was written, or queued behind what is unsent there.
    pub reached: usize,
    /// Members with too much unsent: they miss it, or are closed, as [`Lag`](super::Lag) says.
    pub behind: usize,
    /// Members that are being sent another message in pieces, which this one cannot interrupt: they
    /// miss it.
    pub busy: usize,
    /// Members whose connections were closing or had ended, or whose turn did not come because the
    /// runtime was shut down.
    pub gone: usize,
}

impl Sent {
    /// Members that were to get it and did not.
    pub const fn missed(self) -> usize {
        self.behind + self.busy + self.gone
    }
}

/// A message on its way to the members of a group. Await it to know how it was received.
///
/// Made by [`Broadcast::send`](super::Broadcast::send). Dropping it changes nothing.
#[must_use = "await it: messages that are sent faster than they are delivered pile up"]
#[derive(Debug)]
pub struct Sending {
    done: oneshot::Receiver<Sent>,
}

impl Future for Sending {
    type Output = Sent;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Sent> {
        Pin::new(&mut self.done)
            .poll(context)
            .map(Result::unwrap_or_default)
    }
}

/// Puts a message in line. If nobody delivers, the caller begins with it and leaves what is not done
/// soon to a task.
pub(super) fn send(group: &Arc<Group>, message: Message, compression: Compression) -> Sending {
    let (told, done) = oneshot::channel();
    let mut book = group.book();
    let at = book.tick();
    book.line.waiting.push_back(Job {
        message,
        compression,
        at,
        done: told,
    });
    let staffed = core::mem::replace(&mut book.line.staffed, true);
    drop(book);
    if !staffed {
        let mut delivery = Delivery::new(group);
        if delivery.step() == Progress::More {
            delivery.go_on();
        }
    }
    Sending { done }
}

/// Delivers, round by round, until nothing waits.
struct Delivery {
    group: Arc<Group>,
    round: Option<Round>,
    /// Whether it has told the line that it is done.
    over: bool,
}

impl Delivery {
    fn new(group: &Arc<Group>) -> Self {
        Self {
            group: Arc::clone(group),
            round: None,
            over: false,
        }
    }

    /// Sends to so many members as may be done without letting others have their turn.
    fn step(&mut self) -> Progress {
        if self.round.is_none() && !self.begin_round() {
            return Progress::Done;
        }
        let mut progress = Progress::Done;
        unconstrained(|| {
            if let Some(round) = &mut self.round {
                progress = round.step(&self.group);
            }
        });
        if progress == Progress::More {
            return Progress::More;
        }
        if let Some(round) = self.round.take() {
            round.tell();
        }
        if self.begin_round() {
            Progress::More
        } else {
            Progress::Done
        }
    }

    /// Takes what waits. False if that is nothing: whoever sends next delivers again.
    fn begin_round(&mut self) -> bool {
        let mut book = self.group.book();
        let seats = book.members.seats();
        self.round = Round::of(&mut book.line.waiting, seats);
        self.over = self.round.is_none();
        book.line.staffed = !self.over;
        !self.over
    }

    /// Delivers the rest: in a task, or at once where there is no runtime.
    fn go_on(mut self) {
        if let Ok(runtime) = Runtime::try_current() {
            runtime.spawn(self.run());
        } else {
            while self.step() == Progress::More {}
        }
    }

    async fn run(mut self) {
        while self.step() == Progress::More {
            yield_now().await;
        }
    }
}

/// The runtime was shut down, or a callback of the application has panicked: everybody is told how
/// far it came, and the next one to send begins anew.
impl Drop for Delivery {
    fn drop(&mut self) {
        if self.over {
            return;
        }
        let mut book = self.group.book();
        let left = core::mem::take(&mut book.line.waiting);
        book.line.staffed = false;
        if let Some(round) = &mut self.round {
            round.give_up(&book.members);
        }
        let gone = book.members.len();
        drop(book);
        if let Some(round) = self.round.take() {
            round.tell();
        }
        for job in left {
            let nobody = Sent {
                gone,
                ..Sent::default()
            };
            let _ = job.done.send(nobody);
        }
    }
}

/// Does work that writes to many sockets. A task's budget is made for one: beyond it sockets say that
/// they would block.
fn unconstrained(mut work: impl FnMut()) {
    let at_once = poll_fn(|_| {
        work();
        Poll::Ready(())
    });
    let at_once = pin!(coop::unconstrained(at_once));
    let _ = at_once.poll(&mut Context::from_waker(Waker::noop()));
}
