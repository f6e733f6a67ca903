//! One message to many connections: encoded once, the bytes shared, a write for each.

mod line;
mod members;
mod round;

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rejoin_proto::extension::Compression;
use rejoin_proto::{CloseFrame, Message};

use line::Line;
use members::Members;

pub use line::{Sending, Sent};
pub use members::{Joining, Membership};

/// A group of connections to which messages are sent all at once.
///
/// Cheap to clone; all clones are the same group. A connection may be in several.
///
/// ```
/// # async fn run(room: rejoin::Broadcast, mut socket: rejoin::WebSocket) -> Result<(), rejoin::Error> {
/// let _member = room.join(&socket);
/// while let Some(message) = socket.recv().await? {
///     let sent = room.send(message).await;
///     println!("{} have it, {} are too slow", sent.reached, sent.behind);
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Cost
///
/// A message is encoded once for all servers' connections without extensions, and compressed once
/// for all with the same settings of permessage-deflate without context takeover. Each member that
/// has nothing unsent is then written to directly, from the shared bytes. Where every connection
/// has a compression context of its own, the message goes uncompressed unless
/// [`Compression::Always`] asks otherwise; clients mask, so each encodes for itself.
///
/// Messages that are sent while another is being delivered share one write per member.
///
/// # Order
///
/// All members get all messages in the same order, that in which [`send`](Self::send) was called,
/// whichever tasks called it. Whoever joins gets what is sent from then on, and nothing sent before.
/// Beside messages that a member is sent alone there is no promise but that each stays whole.
///
/// # Slow members
///
/// What a member's transport does not take at once is queued, large parts by reference, and leaves
/// by itself. A member with more unsent than
/// [`max_unsent_bytes`](BroadcastBuilder::max_unsent_bytes) is treated as [`Lag`] says. So nobody
/// holds up the others, and memory stays bounded.
///
/// # Ends
///
/// A member leaves when its [`Membership`] is dropped. A connection that is closing or over gets
/// nothing any more and leaves with the next message, whatever became of its membership. The group
/// does not keep connections alive.
#[derive(Clone, Default)]
pub struct Broadcast {
    group: Arc<Group>,
}

/// What becomes of a member that has too much unsent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Lag {
    /// It misses messages until enough has left. The default.
    #[default]
    Skip,
    /// It is told this and closed, e.g. 1013 and `too slow`. The Close waits behind what is unsent,
    /// at most the close budget. Where the member is the end that may not send this code, it misses
    /// messages.
    Close(CloseFrame),
}

/// Sets up a [`Broadcast`].
#[derive(Clone, Debug, Default)]
pub struct BroadcastBuilder {
    policy: Policy,
}

/// What a group is set up with.
#[derive(Clone, Debug, Default)]
pub(crate) struct Policy {
    pub(crate) lag: Lag,
    /// Where it is not set each member's own high mark holds.
    pub(crate) max_unsent_bytes: Option<usize>,
}

#[derive(Default)]
struct Group {
    policy: Policy,
    /// Held only to look and to note, never while anything is sent.
    book: Mutex<Book>,
}

#[derive(Default)]
struct Book {
    /// Counts what happens, joining and sending, so that it is known who was there when.
    now: u64,
    members: Members,
    line: Line,
}

impl Broadcast {
    /// An empty group that skips members with more unsent than their own high mark, 1 MiB by
    /// default.
    pub fn new() -> Self {
        Self::default()
    }

    /// A group with another policy.
    ///
    /// ```
    /// use rejoin::{Broadcast, CloseCode, CloseFrame, Lag};
    ///
    /// let too_slow = CloseFrame::new(CloseCode::TRY_AGAIN_LATER, "too slow")?;
    /// let prices = Broadcast::builder()
    ///     .max_unsent_bytes(64 << 10)
    ///     .lag(Lag::Close(too_slow))
    ///     .build();
    /// assert!(prices.is_empty());
    /// # Ok::<(), rejoin::proto::InvalidReason>(())
    /// ```
    pub fn builder() -> BroadcastBuilder {
        BroadcastBuilder::default()
    }

    /// Has a connection get what is sent from now on, until the membership is dropped: a
    /// [`WebSocket`](crate::WebSocket) or one of its halves.
    ///
    /// Who receives from the connection goes on to, and messages can be sent to it alone as before.
    /// A connection that joins twice gets everything twice.
    pub fn join<'a>(&self, connection: impl Into<Joining<'a>>) -> Membership {
        Membership::new(&self.group, connection.into())
    }

    /// Sends a message to all members.
    ///
    /// It does not wait: the first members have got it when this returns, and a task delivers it to
    /// the rest, letting other tasks have their turn. Await what is returned to know how many have
    /// got it, and always where many messages are sent: those that wait for their turn are kept.
    ///
    /// Outside of a tokio runtime all members have got it when this returns.
    ///
    /// # Cancel safety
    ///
    /// What is sent is sent: dropping what is returned changes nothing.
    pub fn send(&self, message: impl Into<Message>) -> Sending {
        self.send_with(message, Compression::Auto)
    }

    /// Sends a message to all members and says whether it may be compressed, where compression was
    /// agreed; see [`send`](Self::send).
    ///
    /// [`Compression::Always`] has each member with a compression context of its own compress for
    /// itself: less on the wire, and more time by a hundred times.
    pub fn send_with(&self, message: impl Into<Message>, compression: Compression) -> Sending {
        line::send(&self.group, message.into(), compression)
    }

    /// How many members there are. One whose connection has ended counts until the next message.
    pub fn len(&self) -> usize {
        self.group.book().members.len()
    }

    /// Whether there are no members.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl BroadcastBuilder {
    /// What becomes of members that are too slow. Default: they miss messages.
    #[must_use]
    pub fn lag(mut self, lag: Lag) -> Self {
        self.policy.lag = lag;
        self
    }

    /// How many unsent bytes a member may have and still be sent to. Default: its own high mark,
    /// [`Limits::send_high_bytes`](crate::Limits::send_high_bytes), 1 MiB unless changed.
    ///
    /// A member may hold so much and one message, or 64 KiB of smaller messages, more.
    #[must_use]
    pub fn max_unsent_bytes(mut self, bytes: usize) -> Self {
        self.policy.max_unsent_bytes = Some(bytes);
        self
    }

    /// The group.
    pub fn build(self) -> Broadcast {
        Broadcast {
            group: Arc::new(Group {
                policy: self.policy,
                book: Mutex::default(),
            }),
        }
    }
}

impl Group {
    fn book(&self) -> MutexGuard<'_, Book> {
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Book {
    /// The number of what happens now.
    fn tick(&mut self) -> u64 {
        self.now += 1;
        self.now
    }
}

impl fmt::Debug for Broadcast {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Broadcast")
            .field("members", &self.len())
            .field("policy", &self.group.policy)
            .finish()
    }
}
