//! The link breaks at every byte of a conversation, in either direction, told or in silence.

use core::time::Duration;

use bytes::Bytes;
use rejoin_proto::extension::{Chain, Params};
use rejoin_proto::{Config, Kind};
use rejoin_testkit::pair::{Cut, Pair, Splits, echo};

use crate::{AUTO, close, deflate_chains};

/// What the client says: short and long, text and binary, in one frame and in pieces.
fn said() -> Vec<Vec<u8>> {
    vec![
        b"hello".to_vec(),
        Vec::new(),
        vec![0xfe; 200],
        b"in three pieces".to_vec(),
        "\u{20ac}".repeat(20).into_bytes(),
    ]
}

/// The whole conversation, ready to run: messages, a ping, a Close; the server echoes.
fn conversation(compressed: bool) -> Pair {
    let config = Config::default();
    let (client, server) = if compressed {
        deflate_chains(&Params::new())
    } else {
        (Chain::new(), Chain::new())
    };
    let mut pair = Pair::with(11, &config, client, &config, server);
    pair.server.reaction = Some(echo);
    let now = pair.now();
    let client = &mut pair.client.connection;
    client.send("hello".into(), AUTO).unwrap();
    client.send(Vec::new().into(), AUTO).unwrap();
    client.send(vec![0xfe; 200].into(), AUTO).unwrap();
    for (piece, last) in [("in th", false), ("ree pie", false), ("ces", true)] {
        let piece = Bytes::from_static(piece.as_bytes());
        client.send_piece(Kind::Text, piece, last, AUTO).unwrap();
        if !last {
            client.ping(now).unwrap();
        }
    }
    client.send("\u{20ac}".repeat(20).into(), AUTO).unwrap();
    client.close(close(1000, "done"), now).unwrap();
    pair
}

/// Whatever was lost, the end comes in time, both ends know it, and nothing is made up.
fn check(pair: &Pair, how: &str) {
    let (client, server) = (pair.client.closure(), pair.server.closure());
    let how = format!("{how}: client {client}; server {server}");
    assert!(pair.elapsed() <= Duration::from_secs(40), "{how}");
    let (heard, echoed) = (pair.server.messages(), pair.client.messages());
    assert!(said().starts_with(&heard), "{how}: {heard:?}");
    assert!(heard.starts_with(&echoed), "{how}: {echoed:?}");
    assert_eq!(client.fault, None, "{how}");
    assert_eq!(server.fault, None, "{how}");
    if server.received.is_some() {
        assert_eq!(server.received, client.sent, "{how}");
        assert_eq!(heard, said(), "{how}: a message was lost before the Close");
    } else {
        assert_eq!(server.code().get(), 1006, "{how}");
        assert!(!server.is_clean(), "{how}");
    }
    if client.received.is_some() {
        assert_eq!(client.received, server.sent, "{how}");
        assert_eq!(echoed, said(), "{how}: an answer was lost before the Close");
    } else {
        assert_eq!(client.code().get(), 1006, "{how}");
        assert!(!client.is_clean(), "{how}");
    }
}

fn cut_everywhere(compressed: bool) {
    let mut uncut = conversation(compressed);
    uncut.run_to_end();
    check(&uncut, "uncut");
    assert!(uncut.client.closure().is_clean() && uncut.server.closure().is_clean());
    let (client_bytes, server_bytes) =
        (uncut.to_server.taken_bytes(), uncut.to_client.taken_bytes());

    for cut in [Cut::Told, Cut::Silent] {
        for splits in [Splits::AllAtOnce, Splits::Bytes(1), Splits::Random(30)] {
            for after in 0..=client_bytes {
                let mut pair = conversation(compressed);
                pair.splits = splits;
                pair.cut_after_client_bytes(after, cut);
                pair.run_to_end();
                check(
                    &pair,
                    &format!("{cut:?} after {after} bytes of the client, {splits:?}"),
                );
            }
            for after in 0..=server_bytes {
                let mut pair = conversation(compressed);
                pair.splits = splits;
                pair.cut_after_server_bytes(after, cut);
                pair.run_to_end();
                check(
                    &pair,
                    &format!("{cut:?} after {after} bytes of the server, {splits:?}"),
                );
            }
        }
    }
}

#[test]
fn a_link_cut_at_any_byte_ends_in_a_closure_on_both_sides_and_corrupts_nothing() {
    cut_everywhere(false);
}

#[test]
fn a_compressed_link_cut_at_any_byte_ends_in_a_closure_on_both_sides_and_corrupts_nothing() {
    cut_everywhere(true);
}

#[test]
fn an_end_that_writes_slowly_is_cut_at_any_byte_too() {
    for after in 0..200 {
        let mut pair = conversation(false);
        pair.to_server.capacity = 3;
        pair.to_client.capacity = 2;
        pair.cut_after_client_bytes(after, Cut::Told);
        pair.run_to_end();
        check(&pair, &format!("narrow, after {after} bytes"));
    }
}
