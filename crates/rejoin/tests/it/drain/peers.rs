//! Peers that answer otherwise than they should, or not at all.

use core::time::Duration;

use rejoin::{Drain, Progress};
use rejoin_testkit::wire::Frame;
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream};
use tokio::time::Instant;

use super::{Service, echo, raw_client, steady, until_closed};
use crate::sockets::from_client;

/// A peer that speaks for itself, its handshake done.
async fn raw_peer(service: &Service) -> DuplexStream {
    let (transport, _serving) = service.transport(echo);
    raw_client(transport).await
}

/// Drains a service with one such peer, which sends this when it gets its Close.
async fn drain_with_answer(answer: &[Frame]) -> Progress {
    let service = Service::default();
    let mut peer = raw_peer(&service).await;
    let mut draining = service.connections().drain(&Drain::new()).unwrap();
    let mut head = [0; 4];
    peer.read_exact(&mut head).await.unwrap();
    assert_eq!((head[0], &head[2..]), (0x88, &1012_u16.to_be_bytes()[..]));
    peer.write_all(&from_client(answer)).await.unwrap();
    peer.shutdown().await.unwrap();
    draining.finished().await
}

#[tokio::test(start_paused = true)]
async fn a_1002_or_an_empty_close_in_answer_to_ours_is_clean() {
    for answer in [
        Frame::close(1012, "service restart"),
        Frame::close(1002, "what is 1012?"),
        Frame::new(0x8, []),
    ] {
        let progress = drain_with_answer(&[answer]).await;
        assert_eq!((progress.clean, progress.unclean, progress.cut), (1, 0, 0));
    }
}

#[tokio::test(start_paused = true)]
async fn a_peer_that_leaves_without_a_close_is_counted_apart() {
    let progress = drain_with_answer(&[]).await;
    assert_eq!((progress.clean, progress.unclean, progress.cut), (0, 1, 0));
}

#[tokio::test(start_paused = true)]
async fn a_peer_that_says_close_and_takes_nothing_more_is_not_counted_as_clean() {
    let service = Service::default();
    let (transport, serving) = service.transport(|mut socket| async move {
        // More than the pipe holds.
        for _ in 0..3 {
            socket.send(vec![7; 1 << 19]).await?;
        }
        while socket.recv().await?.is_some() {}
        Ok(())
    });
    let mut peer = raw_client(transport).await;
    let mut draining = service.connections().drain(&Drain::new()).unwrap();
    while draining.progress().closing == 0 {
        draining.changed().await;
    }
    let close = from_client(&[Frame::close(1001, "")]);
    peer.write_all(&close).await.unwrap();
    tokio::task::yield_now().await;
    drop(peer);
    let progress = draining.finished().await;
    assert_eq!((progress.clean, progress.unclean, progress.cut), (0, 1, 0));
    let end = serving.await.unwrap().unwrap_err();
    assert_eq!(end.closure().unwrap().code().get(), 1001);
}

#[tokio::test(start_paused = true)]
async fn a_peer_that_never_answers_is_cut_at_the_budget() {
    let service = Service::default();
    let silent = raw_peer(&service).await;
    let end = until_closed(service.client().await);
    let plan = steady(100).close_budget(Duration::from_secs(3));
    let start = Instant::now();
    let progress = service.connections().drain(&plan).unwrap().finished().await;
    assert_eq!((progress.clean, progress.unclean, progress.cut), (1, 0, 1));
    let took = start.elapsed();
    assert!(took >= Duration::from_secs(3), "{took:?}");
    assert!(took < Duration::from_millis(3_100), "{took:?}");
    end.await.unwrap();
    drop(silent);
}

#[tokio::test(start_paused = true)]
async fn those_who_are_left_at_the_deadline_are_cut() {
    let service = Service::default();
    let mut silent = Vec::new();
    for _ in 0..100 {
        silent.push(raw_peer(&service).await);
    }
    let plan = Drain::new().deadline(Duration::from_secs(2));
    let start = Instant::now();
    let progress = service.connections().drain(&plan).unwrap().finished().await;
    assert_eq!(
        (progress.clean, progress.unclean, progress.cut),
        (0, 0, 100)
    );
    assert!(start.elapsed() < Duration::from_millis(2_100));
    assert_eq!(service.connections().open(), 0);
}

#[tokio::test(start_paused = true)]
async fn a_drain_that_is_too_slow_for_its_deadline_goes_faster() {
    let service = Service::default();
    let ends: Vec<_> = service
        .clients(10)
        .await
        .into_iter()
        .map(until_closed)
        .collect();
    let plan = steady(1).deadline(Duration::from_millis(4_500));
    let start = Instant::now();
    let progress = service.connections().drain(&plan).unwrap().finished().await;
    assert_eq!((progress.clean, progress.cut), (10, 0));
    assert!(start.elapsed() < Duration::from_millis(4_500));
    for end in ends {
        let (socket, _) = end.await.unwrap();
        assert_eq!(socket.closure().unwrap().code().get(), 1012);
    }
}

#[tokio::test(start_paused = true)]
async fn a_notice_that_outlasts_the_deadline_leaves_time_for_a_close() {
    let service = Service::default();
    let (transport, _serving) = service.transport(|mut socket| async move {
        let leaving = socket.leaving();
        while socket.recv().await?.is_some() {}
        drop(leaving);
        Ok(())
    });
    let client = rejoin::Client::new();
    let connected = client.handshake(transport, "ws://a.example/").await;
    let end = until_closed(connected.unwrap().socket);
    let plan = Drain::new()
        .notice(Duration::MAX)
        .deadline(Duration::from_secs(3));
    let progress = service.connections().drain(&plan).unwrap().finished().await;
    assert_eq!((progress.clean, progress.cut), (1, 0));
    assert_eq!(end.await.unwrap().0.closure().unwrap().code().get(), 1012);
}

#[tokio::test(start_paused = true)]
async fn a_peer_in_the_middle_of_a_message_is_closed_last() {
    let service = Service::default();
    let mut busy = raw_peer(&service).await;
    let half = from_client(&[Frame::text("a message")]);
    busy.write_all(&half[..half.len() / 2]).await.unwrap();
    tokio::time::advance(Duration::from_secs(10)).await;
    // Heard of more lately, but with nothing under way.
    let idle = until_closed(service.client().await);
    let mut draining = service.connections().drain(&steady(1)).unwrap();
    assert_eq!(idle.await.unwrap().0.closure().unwrap().code().get(), 1012);
    assert_eq!(draining.progress().left, 1);
    let mut head = [0; 4];
    busy.read_exact(&mut head).await.unwrap();
    assert_eq!(head[2..], 1012_u16.to_be_bytes());
    draining.cut();
    draining.finished().await;
}

#[tokio::test(start_paused = true)]
async fn a_drain_can_be_cut_short() {
    let service = Service::default();
    let silent = raw_peer(&service).await;
    let mut draining = service.connections().drain(&steady(1)).unwrap();
    while draining.progress().closing == 0 {
        draining.changed().await;
    }
    let start = Instant::now();
    draining.cut();
    let progress = draining.finished().await;
    assert_eq!((progress.cut, progress.left, progress.closing), (1, 0, 0));
    assert!(start.elapsed() < Duration::from_millis(10));
    drop(silent);
}
