//! Who is in a group.

use core::ops::Range;
use std::fmt;
use std::sync::{Arc, Weak};

use super::Group;
use crate::socket::WebSocket;
use crate::split::{Receiver, Sender};
use crate::state::Shared;

/// The members, each on a seat that it keeps, so that those who walk along meet each once whoever
/// comes and goes meanwhile.
#[derive(Default)]
pub(super) struct Members {
    seats: Vec<Option<Member>>,
    free: Vec<usize>,
}

struct Member {
    shared: Weak<Shared>,
    /// The number of its joining, unique in the group.
    since: u64,
}

/// A seat, and who sits on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seat {
    place: usize,
    since: u64,
}

/// A member that is about to be sent to.
pub(super) struct Present {
    pub(super) shared: Arc<Shared>,
    pub(super) seat: Seat,
}

impl Members {
    pub(super) const fn len(&self) -> usize {
        self.seats.len() - self.free.len()
    }

    /// How many seats there are, taken or not.
    pub(super) const fn seats(&self) -> usize {
        self.seats.len()
    }

    fn take_seat(&mut self, shared: Weak<Shared>, since: u64) -> Seat {
        let member = Some(Member { shared, since });
        let place = if let Some(place) = self.free.pop() {
            self.seats[place] = member;
            place
        } else {
            self.seats.push(member);
            self.seats.len() - 1
        };
        Seat { place, since }
    }

    /// Frees a seat, unless that is done already.
    pub(super) fn leave(&mut self, seat: Seat) {
        let Some(found) = self.seats.get_mut(seat.place) else {
            return;
        };
        if found
            .as_ref()
            .is_some_and(|member| member.since == seat.since)
        {
            *found = None;
            self.free.push(seat.place);
        }
        if self.len() == 0 {
            // A group that has emptied holds nothing.
            *self = Self::default();
        }
    }

    /// Walks along the seats, at most so many, and returns where it stopped: at the end also where
    /// there are fewer seats by now. Connections that are no more have their seats freed on the way.
    pub(super) fn meet(
        &mut self,
        mut places: Range<usize>,
        at_most: usize,
        mut meet: impl FnMut(Present),
    ) -> usize {
        let mut count = 0;
        while count < at_most {
            let Some(place) = places.next() else {
                break;
            };
            let Some(seat) = self.seats.get(place) else {
                return places.end;
            };
            let Some(member) = seat else {
                continue;
            };
            let since = member.since;
            let seat = Seat { place, since };
            if let Some(shared) = member.shared.upgrade() {
                meet(Present { shared, seat });
                count += 1;
            } else {
                self.seats[place] = None;
                self.free.push(place);
            }
        }
        places.start
    }

    /// The numbers of joining of those who sit there.
    pub(super) fn since(&self, from: usize, end: usize) -> impl Iterator<Item = u64> {
        let end = end.min(self.seats.len());
        let sitting = self.seats.get(from..end).unwrap_or_default();
        sitting.iter().flatten().map(|member| member.since)
    }
}

impl Seat {
    /// The number of the joining of who sits there.
    pub(super) const fn since(self) -> u64 {
        self.since
    }
}

/// A connection that is about to join a [`Broadcast`](super::Broadcast): made of a reference to a
/// [`WebSocket`] or to one of its halves.
#[derive(Clone, Copy, Debug)]
pub struct Joining<'a> {
    shared: &'a Arc<Shared>,
}

impl<'a> From<&'a WebSocket> for Joining<'a> {
    fn from(socket: &'a WebSocket) -> Self {
        Self {
            shared: socket.shared(),
        }
    }
}

impl<'a> From<&'a Sender> for Joining<'a> {
    fn from(sender: &'a Sender) -> Self {
        Self {
            shared: sender.shared(),
        }
    }
}

impl<'a> From<&'a Receiver> for Joining<'a> {
    fn from(receiver: &'a Receiver) -> Self {
        Self {
            shared: receiver.shared(),
        }
    }
}

/// The place of a connection in a [`Broadcast`](super::Broadcast); dropping it leaves the group.
///
/// It does not keep the connection alive, and does not end with it.
#[must_use = "a membership that is dropped leaves the group at once"]
pub struct Membership {
    group: Arc<Group>,
    seat: Seat,
}

impl Membership {
    pub(super) fn new(group: &Arc<Group>, joining: Joining<'_>) -> Self {
        let shared = Arc::downgrade(joining.shared);
        let mut book = group.book();
        let since = book.tick();
        let seat = book.members.take_seat(shared, since);
        drop(book);
        Self {
            group: Arc::clone(group),
            seat,
        }
    }
}

impl Drop for Membership {
    fn drop(&mut self) {
        self.group.book().members.leave(self.seat);
    }
}

impl fmt::Debug for Membership {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Membership").finish_non_exhaustive()
    }
}
