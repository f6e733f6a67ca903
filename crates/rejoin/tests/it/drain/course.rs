//! The pace, the order, and what is seen of it from outside.

use core::time::Duration;

use rejoin::{CloseCode, Drain, Message, Stage};
use tokio::time::{Instant, advance};

use super::{Service, per_second, steady, until_closed};

#[tokio::test(start_paused = true)]
async fn everybody_is_closed_with_1012_and_told_when_to_come_back() {
    let service = Service::default();
    let clients = service.clients(5).await;
    let ends: Vec<_> = clients.into_iter().map(until_closed).collect();
    assert_eq!(service.connections().open(), 5);

    let mut draining = service.connections().drain(&Drain::new()).unwrap();
    let progress = draining.finished().await;
    assert_eq!(progress.stage, Stage::Finished);
    assert_eq!((progress.clean, progress.unclean), (5, 0));
    assert_eq!((progress.cut, progress.left, progress.closing), (0, 0, 0));
    assert_eq!(service.connections().open(), 0);
    for end in ends {
        let closure = end.await.unwrap().0.closure().unwrap();
        assert_eq!(closure.code().get(), 1012);
        assert_eq!(closure.reason(), "service restart; retry=1.0-5.0");
        assert!(closure.is_clean());
    }
}

#[tokio::test(start_paused = true)]
async fn a_drain_keeps_its_pace() {
    let service = Service::default();
    let ends: Vec<_> = service
        .clients(20)
        .await
        .into_iter()
        .map(until_closed)
        .collect();
    let start = Instant::now();
    let mut draining = service.connections().drain(&steady(10)).unwrap();
    draining.finished().await;
    let mut times = Vec::new();
    for end in ends {
        times.push(end.await.unwrap().1 - start);
    }
    times.sort();
    for (number, time) in (0..20).zip(times) {
        let due = Duration::from_millis(100 * number);
        let late = time.saturating_sub(due);
        assert!(
            time >= due && late < Duration::from_millis(10),
            "{number}: {time:?}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_drain_is_done_within_its_time_whatever_its_rate() {
    let service = Service::default();
    let ends: Vec<_> = service
        .clients(50)
        .await
        .into_iter()
        .map(until_closed)
        .collect();
    let plan = Drain::new()
        .rate(per_second(1))
        .within(Duration::from_secs(5));
    let start = Instant::now();
    service.connections().drain(&plan).unwrap().finished().await;
    let took = start.elapsed();
    assert!(took >= Duration::from_millis(4_800), "{took:?}");
    assert!(took <= Duration::from_millis(5_100), "{took:?}");
    drop(ends);
}

#[tokio::test(start_paused = true)]
async fn those_who_were_idle_for_the_longest_are_closed_first() {
    let service = Service::default();
    let mut clients = service.clients(3).await;
    for speaker in [1, 0, 2] {
        advance(Duration::from_secs(1)).await;
        clients[speaker].send("here").await.unwrap();
        assert_eq!(
            clients[speaker].recv().await.unwrap(),
            Some(Message::text("here"))
        );
    }
    let ends: Vec<_> = clients.into_iter().map(until_closed).collect();
    service
        .connections()
        .drain(&steady(1))
        .unwrap()
        .finished()
        .await;
    let mut times = Vec::new();
    for end in ends {
        times.push(end.await.unwrap().1);
    }
    assert!(times[1] < times[0] && times[0] < times[2], "{times:?}");
}

#[tokio::test(start_paused = true)]
async fn progress_is_told_as_it_is_made() {
    let service = Service::default();
    let ends: Vec<_> = service
        .clients(3)
        .await
        .into_iter()
        .map(until_closed)
        .collect();
    let mut draining = service.connections().drain(&steady(1)).unwrap();
    let mut lefts = vec![draining.progress().left];
    loop {
        let progress = draining.changed().await;
        assert_eq!(progress.clean + progress.left, 3);
        lefts.push(progress.left);
        if progress.stage.is_over() {
            break;
        }
    }
    lefts.dedup();
    assert_eq!(lefts, [3, 2, 1, 0]);
    drop(ends);
}

#[tokio::test(start_paused = true)]
async fn an_aborted_drain_closes_no_more_and_lets_in_again() {
    let service = Service::default();
    let ends: Vec<_> = service
        .clients(10)
        .await
        .into_iter()
        .map(until_closed)
        .collect();
    let mut draining = service.connections().drain(&steady(1)).unwrap();
    while draining.changed().await.left > 6 {}
    draining.abort();
    // The first wish that matters counts.
    draining.cut();
    let progress = draining.finished().await;
    assert_eq!(
        (progress.stage, progress.clean, progress.left),
        (Stage::Aborted, 4, 6)
    );
    assert!(service.connections().draining().is_none());

    advance(Duration::from_secs(3_600)).await;
    assert_eq!(service.connections().open(), 6);
    let late = until_closed(service.client().await);
    let again = service
        .connections()
        .drain(&Drain::new().code(CloseCode::GOING_AWAY));
    let progress = again.unwrap().finished().await;
    assert_eq!((progress.stage, progress.clean), (Stage::Finished, 7));
    assert_eq!(late.await.unwrap().0.closure().unwrap().code().get(), 1001);
    drop(ends);
}

#[tokio::test(start_paused = true)]
async fn a_drain_at_a_time() {
    let service = Service::default();
    let end = until_closed(service.client().await);
    let first = service.connections().drain(&steady(1)).unwrap();
    let second = service.connections().drain(&steady(1)).unwrap_err();
    assert!(second.to_string().contains("under way already"));
    let mut same = service.connections().draining().unwrap();
    assert_eq!(same.close(), first.close());
    assert_eq!(same.finished().await.clean, 1);
    // What has finished is no longer in the way.
    service
        .connections()
        .drain(&steady(1))
        .unwrap()
        .finished()
        .await;
    drop(end);
}

#[tokio::test(start_paused = true)]
async fn a_drain_of_nobody_is_over_at_once() {
    let service = Service::default();
    let start = Instant::now();
    let mut draining = service.connections().drain(&Drain::new()).unwrap();
    assert_eq!(draining.finished().await.stage, Stage::Finished);
    assert!(start.elapsed() < Duration::from_millis(5));
}
