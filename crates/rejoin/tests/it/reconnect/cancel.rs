//! `next` dropped at every await, and nothing is lost, doubled or swapped.

use rejoin::reconnect::{Event, ReconnectingSocket};
use rejoin::{CloseCode, Connected, Error};

use super::{Site, told};
use crate::sockets::poll_times;

/// The next event, though every future that asks for it is dropped after so many polls.
async fn next(socket: &mut ReconnectingSocket, times: usize) -> Option<Event> {
    let mut idle = 0;
    loop {
        if let Some(event) = poll_times(times, socket.next()).await {
            return event;
        }
        idle += 1;
        if idle % 64 == 0 {
            // Virtual time only moves while the test waits for something.
            tokio::time::sleep(core::time::Duration::from_millis(50)).await;
        }
    }
}

#[tokio::test(start_paused = true)]
async fn next_loses_and_doubles_nothing_wherever_it_is_dropped() {
    for (capacity, times) in [(1, 1), (3, 1), (64, 1), (64, 2), (64, 3), (1_000, 5)] {
        let (mut site, reconnect) = Site::with_pipe(capacity);
        let reconnect = reconnect
            .on_open(|mut connected: Connected| async move {
                connected.socket.send("hello").await?;
                connected.socket.recv().await?;
                Ok::<_, Error>(connected)
            })
            .new_input(|_, request| async move {
                tokio::task::yield_now().await;
                Some(request)
            });
        let mut socket = reconnect.start();
        let serving = tokio::spawn(async move {
            let mut received = Vec::new();
            for round in 0..3_u16 {
                let mut server = site.accept().await;
                assert_eq!(
                    server.recv().await.unwrap().unwrap().as_text(),
                    Some("hello")
                );
                server.send("welcome").await.unwrap();
                for _ in 0..10 {
                    let message = server.recv().await.unwrap().unwrap();
                    received.push(message.as_text().unwrap().to_owned());
                    server.send(message).await.unwrap();
                }
                let code = CloseCode::new([1012, 1008, 1000][usize::from(round)]).unwrap();
                server.close(code, "").await.unwrap();
            }
            received
        });
        let mut number = 0;
        let mut echoed = Vec::new();
        let mut story = Vec::new();
        while let Some(event) = next(&mut socket, times).await {
            match &event {
                Event::Open(_) => {
                    for _ in 0..10 {
                        socket.try_send(format!("message {number}")).unwrap();
                        number += 1;
                    }
                    story.push("open".to_owned());
                }
                Event::Message(message) => echoed.push(message.as_text().unwrap().to_owned()),
                Event::Closed(_) | Event::GaveUp(_) | Event::Waiting(_) | Event::Dropped(_) | _ => {
                    story.push(told(&event)[..12].to_owned());
                }
            }
        }
        let expected: Vec<_> = (0..30).map(|number| format!("message {number}")).collect();
        assert_eq!(
            serving.await.unwrap(),
            expected,
            "{capacity} bytes, {times} polls"
        );
        assert_eq!(echoed, expected, "{capacity} bytes, {times} polls");
        assert_eq!(
            story,
            [
                "open",
                "closed 1012:",
                "waiting 3 fo",
                "open",
                "closed 1008:",
                "waiting 5 fo",
                "open",
                "closed 1000:",
                "gave up, the",
            ],
            "{capacity} bytes, {times} polls"
        );
    }
}
