//! Everything that anyone says, to everyone.

use std::sync::{Arc, Mutex, PoisonError};

use echo_contract::{Echo, Socket};
use futures_channel::mpsc::{UnboundedSender, unbounded};
use futures_util::{StreamExt as _, TryStreamExt as _, future, pin_mut};
use slab::Slab;
use tokio_tungstenite::accept_async;
use tokio_tungstenite::tungstenite::Message;

/// Those who are connected.
#[derive(Clone, Default)]
pub(crate) struct Room(Arc<Mutex<Slab<UnboundedSender<Message>>>>);

impl Room {
    fn with<T>(&self, what: impl FnOnce(&mut Slab<UnboundedSender<Message>>) -> T) -> T {
        what(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn tell_everyone(&self, message: &Message) {
        self.with(|members| {
            for (_, member) in &*members {
                // One that has gone is taken out by its own task.
                let _gone = member.unbounded_send(message.clone());
            }
        });
    }
}

impl Echo for Room {
    async fn connection<S: Socket>(self, socket: S) {
        let Ok(socket) = accept_async(socket).await else {
            return;
        };
        let (sender, receiver) = unbounded();
        let member = self.with(|members| members.insert(sender));
        let (outgoing, incoming) = socket.split();

        let incoming = incoming.try_for_each(|message| {
            if message.is_binary() {
                self.tell_everyone(&message);
            }
            future::ok(())
        });
        let outgoing = receiver.map(Ok).forward(outgoing);
        pin_mut!(incoming, outgoing);
        future::select(incoming, outgoing).await;

        self.with(|members| members.remove(member));
    }
}
