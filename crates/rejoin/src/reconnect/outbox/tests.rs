use std::sync::Arc;

use rejoin_proto::CloseCode;

use super::*;

fn outbox(max_messages: usize, max_bytes: usize, overflow: Overflow) -> Outbox {
    Outbox::new(OutboxLimits {
        max_messages,
        max_bytes,
        overflow,
    })
}

fn offer(outbox: &Outbox, text: &'static str) -> Result<(), SendError> {
    outbox.offer(Message::text(text))
}

fn take_all(outbox: &Outbox) -> Vec<String> {
    let taken = core::iter::from_fn(|| outbox.take());
    taken
        .map(|message| message.as_text().expect("text").to_owned())
        .collect()
}

#[test]
fn messages_come_out_in_order_and_a_message_put_back_is_first_again() {
    let outbox = outbox(9, 99, Overflow::Wait);
    for text in ["one", "two", "three"] {
        offer(&outbox, text).expect("there is room");
    }
    assert_eq!(outbox.waiting(), (3, 11));
    let first = outbox.take().expect("not empty");
    assert_eq!(outbox.waiting(), (2, 8));
    outbox.put_back(first);
    assert_eq!(outbox.waiting(), (3, 11));
    assert_eq!(take_all(&outbox), ["one", "two", "three"]);
    assert_eq!(outbox.waiting(), (0, 0));
}

#[test]
fn a_full_outbox_hands_messages_back() {
    let by_number = outbox(2, 99, Overflow::Wait);
    offer(&by_number, "a").expect("there is room");
    offer(&by_number, "b").expect("there is room");
    let error = offer(&by_number, "c").expect_err("two at the most");
    assert!(error.is_full() && !error.is_over());
    assert_eq!(error.into_message(), Message::text("c"));

    let by_bytes = outbox(99, 5, Overflow::Wait);
    offer(&by_bytes, "12345").expect("just fits");
    assert!(offer(&by_bytes, "6").is_err());
    offer(&by_bytes, "").expect("an empty message takes no bytes");
    assert_eq!(by_bytes.take_dropped(), None);
}

#[test]
fn a_message_larger_than_the_limit_is_taken_alone() {
    let outbox = outbox(9, 5, Overflow::Wait);
    offer(&outbox, "larger than five").expect("nothing else waits");
    assert!(offer(&outbox, "x").is_err());
    outbox.take();
    offer(&outbox, "x").expect("there is room again");
    assert!(offer(&outbox, "larger than five").is_err());

    let none = Outbox::new(OutboxLimits {
        max_messages: 0,
        max_bytes: 0,
        overflow: Overflow::Wait,
    });
    offer(&none, "one").expect("one at least");
    assert!(offer(&none, "two").is_err());
}

#[test]
fn the_oldest_make_room_and_are_counted_once() {
    let outbox = outbox(3, 10, Overflow::DropOldest);
    for text in ["one", "two", "3", "four"] {
        offer(&outbox, text).expect("room is made");
    }
    assert_eq!(
        outbox.take_dropped(),
        Some(Dropped {
            messages: 1,
            bytes: 3
        })
    );
    assert_eq!(outbox.take_dropped(), None);
    offer(&outbox, "seven 7").expect("room is made");
    assert_eq!(
        outbox.take_dropped(),
        Some(Dropped {
            messages: 3,
            bytes: 8
        })
    );
    assert_eq!(take_all(&outbox), ["seven 7"]);
}

#[test]
fn nothing_is_taken_once_it_is_closing_or_over() {
    let outbox = outbox(9, 99, Overflow::Wait);
    offer(&outbox, "before").expect("there is room");
    outbox.ask_to_close(CloseFrame::of_code(CloseCode::NORMAL_CLOSURE));
    outbox.ask_to_close(CloseFrame::of_code(CloseCode::GOING_AWAY));
    let first = outbox.close().and_then(|close| close.code());
    assert_eq!(
        first,
        Some(CloseCode::NORMAL_CLOSURE),
        "the first wish counts"
    );
    assert!(offer(&outbox, "after").expect_err("closing").is_over());
    assert_eq!(outbox.end(), [Message::text("before")]);
    assert_eq!(outbox.waiting(), (0, 0));
    assert!(offer(&outbox, "after").expect_err("over").is_over());
}

#[test]
fn a_hurry_before_a_wait_is_forgotten() {
    let outbox = outbox(9, 99, Overflow::Wait);
    outbox.ask_to_hurry();
    outbox.begin_wait();
    assert!(!outbox.is_hurried());
    outbox.ask_to_hurry();
    assert!(outbox.is_hurried());
}

#[tokio::test]
async fn senders_wait_for_room_and_are_told_when_it_is_over() {
    let outbox = Arc::new(outbox(1, 99, Overflow::Wait));
    offer(&outbox, "first").expect("there is room");
    let senders: Vec<_> = ["second", "third"]
        .into_iter()
        .map(|text| {
            let outbox = Arc::clone(&outbox);
            tokio::spawn(async move { outbox.send(Message::text(text)).await })
        })
        .collect();
    tokio::task::yield_now().await;
    assert_eq!(take_all(&outbox), ["first"]);
    tokio::task::yield_now().await;
    assert_eq!(outbox.waiting().0, 1, "one of them had room");
    outbox.end();
    let mut told = Vec::new();
    for sender in senders {
        told.push(sender.await.expect("no panic").is_ok());
    }
    told.sort_unstable();
    assert_eq!(told, [false, true]);
}

#[tokio::test]
async fn a_send_that_is_dropped_while_it_waits_has_sent_nothing() {
    let outbox = outbox(1, 99, Overflow::Wait);
    offer(&outbox, "first").expect("there is room");
    {
        let mut sending = core::pin::pin!(outbox.send(Message::text("dropped")));
        let context = &mut core::task::Context::from_waker(Waker::noop());
        assert!(sending.as_mut().poll(context).is_pending());
        assert_eq!(take_all(&outbox), ["first"]);
    }
    assert_eq!(outbox.waiting(), (0, 0));
}
