//! Processes that are killed at the worst moment.

use crate::hammer::Hammer;
use crate::stage::Stage;

#[test]
fn an_old_process_killed_before_it_is_answered_leaves_its_sockets_to_the_new_one() {
    let mut stage = Stage::new();
    let (mut server, address) = stage.server();
    let mut new = server.restarts("held", &stage);
    new.says("holds");
    let hammer = Hammer::start(address);
    hammer.sees(server.pid);
    server.kill();
    new.tell("ready");
    assert_eq!(new.says("serves orphan "), format!("{address} ws"));
    hammer.sees(new.pid);
    let count = hammer.stop();
    assert!(count.refused.is_empty(), "{:?}", count.refused);
    // What the killed one had accepted is lost: at most one connection of each client.
    assert!(count.cut <= 2, "{count:?}");
    assert_eq!(count.answers.len(), 2);
}

#[test]
fn an_old_process_killed_before_the_new_one_looks_has_handed_over_all_the_same() {
    let mut stage = Stage::new();
    let (mut server, address) = stage.server();
    let mut new = server.restarts("asleep", &stage);
    server.kill();
    new.tell("wake");
    assert_eq!(new.says("serves orphan "), format!("{address} ws"));
    let hammer = Hammer::start(address);
    hammer.sees(new.pid);
    hammer.stop().nothing_was_lost();
    // It restarts like any other.
    let third = new.restarts("plain", &stage);
    third.says("serves successor ");
}

#[test]
fn an_old_process_killed_in_its_drain_changes_nothing_for_the_new_one() {
    let mut stage = Stage::new();
    let (mut server, address) = stage.server();
    let new = server.restarts("plain", &stage);
    new.says("serves successor ");
    server.says("handed over to ");
    let hammer = Hammer::start(address);
    hammer.sees(new.pid);
    server.kill();
    hammer.sees(new.pid);
    let count = hammer.stop();
    count.nothing_was_lost();
    assert_eq!(count.answers.keys().collect::<Vec<_>>(), [&new.pid]);
}

#[test]
fn a_new_process_killed_once_it_is_in_charge_gives_its_place_back() {
    let mut stage = Stage::new();
    let (mut server, address) = stage.server();
    let hammer = Hammer::start(address);
    for _ in 0..2 {
        let new = server.restarts("plain", &stage);
        new.says("serves successor ");
        server.says("handed over to ");
        hammer.sees(new.pid);
        new.kill();
        let status = server.says("successor died: ");
        assert_eq!(status, "signal: 9 (SIGKILL)");
        hammer.sees(server.pid);
    }
    let count = hammer.stop();
    // Connections waited for somebody to accept them; those that the killed ones had accepted
    // are lost, at most one of each client.
    assert!(count.refused.is_empty(), "{:?}", count.refused);
    assert!(count.cut <= 4, "{count:?}");
    let new = server.restarts("plain", &stage);
    new.says("serves successor ");
}
