use super::*;
use crate::deflate::Takeover;
use crate::frame::{BINARY, Header, TEXT};

fn plan(message_bytes: usize, window: usize) -> Plan {
    Plan {
        content: Content::Binary,
        opcode: BINARY,
        message_bytes,
        window,
        fragments: 1,
        beginning: Beginning::Apart,
        echo: Echo::Messages,
    }
}

fn agreement(takeover: Takeover) -> Agreement {
    let text = match takeover {
        Takeover::Takeover => "permessage-deflate",
        Takeover::NoTakeover => "permessage-deflate; server_no_context_takeover",
    };
    Agreement::read(text, takeover).unwrap()
}

/// The frames of a client, unmasked: first byte and payload of each.
fn unmasked(mut bytes: &[u8]) -> Vec<(u8, Vec<u8>)> {
    let mut frames = Vec::new();
    while !bytes.is_empty() {
        assert_eq!(bytes[1] & 0x80, 0x80, "a client masks");
        let mut head = bytes[..bytes.len().min(10)].to_vec();
        head[1] &= 0x7f;
        let header = Header::parse(&head).unwrap().unwrap();
        let payload_bytes = usize::try_from(header.payload_bytes).unwrap();
        let (key, rest) = bytes[header.bytes..].split_at(4);
        let payload = rest[..payload_bytes].iter().zip(key.iter().cycle());
        frames.push((
            header.first_byte,
            payload.map(|(byte, mask)| byte ^ mask).collect(),
        ));
        bytes = &rest[payload_bytes..];
    }
    frames
}

#[test]
fn what_is_sent_and_what_should_come_back_say_the_same() {
    for (message_bytes, window) in [(1, 1), (16, 64), (125, 3), (126, 1), (70_000, 4)] {
        let script = Script::new(plan(message_bytes, window), None).unwrap();
        assert_eq!(script.len() % window, 0);
        assert!(script.len() >= 2 * window);
        for position in 0..script.len() {
            let sent = unmasked(&script.frames()[script.place(position, 1)]);
            assert_eq!(sent, [(FIN | BINARY, script.plain(position).to_vec())]);
            let answer = &script.answers_from(position)[..script.answer_bytes()];
            assert!(answer.ends_with(script.plain(position)));
            let header = Header::parse(answer).unwrap().unwrap();
            assert_eq!(header.first_byte, FIN | BINARY);
            assert_eq!(header.bytes + message_bytes, answer.len());
        }
        assert_ne!(script.plain(0), script.plain(1));
    }
}

#[test]
fn rfc6455_5_4_a_divided_message_begins_with_its_kind_and_continues_with_zero() {
    let divided = Plan {
        fragments: 3,
        opcode: TEXT,
        content: Content::Text,
        ..plan(1000, 2)
    };
    let script = Script::new(divided, None).unwrap();
    let sent = unmasked(&script.frames()[script.place(1, 1)]);
    let first_bytes: Vec<u8> = sent.iter().map(|(first_byte, _)| *first_byte).collect();
    assert_eq!(first_bytes, [TEXT, CONTINUATION, FIN | CONTINUATION]);
    let whole: Vec<u8> = sent.into_iter().flat_map(|(_, payload)| payload).collect();
    assert_eq!(whole, script.plain(1));
}

#[test]
fn more_frames_than_bytes_are_refused() {
    assert!(
        Script::new(
            Plan {
                fragments: 3,
                ..plan(2, 1)
            },
            None
        )
        .is_err()
    );
    assert!(
        Script::new(
            Plan {
                fragments: 0,
                ..plan(2, 1)
            },
            None
        )
        .is_err()
    );
}

#[test]
fn connections_begin_at_different_windows_and_go_round() {
    let script = Script::new(plan(1000, 4), None).unwrap();
    let windows = script.len() / 4;
    assert_eq!(script.first_position(0), 0);
    assert_eq!(script.first_position(1), 4);
    assert_eq!(script.first_position(windows), 0);
    assert_eq!(script.next(script.len() - 1), 0);
    let together = Plan {
        beginning: Beginning::Together,
        ..plan(1000, 4)
    };
    assert_eq!(Script::new(together, None).unwrap().first_position(1), 0);
}

#[test]
fn with_takeover_the_opening_is_left_behind_for_a_cycle_of_the_same_text() {
    let json = Plan {
        content: Content::Json,
        ..plan(1000, 64)
    };
    let script = Script::new(json, Some(&agreement(Takeover::Takeover))).unwrap();
    let cycle = script.len() / 2;
    assert!(cycle * 1000 > 200 * 1024, "longer than any window");
    assert_eq!(script.first_position(7), 0);
    assert_eq!(script.next(script.len() - 1), cycle);
    assert_eq!(script.plain(3), script.plain(cycle + 3));
    let mut first = Vec::new();
    script.history(0, 32 * 1024, &mut first);
    assert!(first.is_empty());
    // Before the first message of the cycle stands the same text, however one came there.
    let (mut from_opening, mut from_cycle) = (Vec::new(), Vec::new());
    script.history(cycle, 32 * 1024, &mut from_opening);
    script.history(script.len(), 32 * 1024, &mut from_cycle);
    assert_eq!(from_opening.len(), 32 * 1024);
    assert_eq!(from_opening, from_cycle);
}

#[test]
fn compressed_messages_say_so_in_their_first_frame_only() {
    let json = Plan {
        content: Content::Json,
        fragments: 2,
        ..plan(1000, 1)
    };
    let script = Script::new(json, Some(&agreement(Takeover::NoTakeover))).unwrap();
    let sent = unmasked(&script.frames()[script.place(0, 1)]);
    assert_eq!(sent[0].0, RSV1 | BINARY);
    assert_eq!(sent[1].0, FIN | CONTINUATION);
    assert!(sent[0].1.len() + sent[1].1.len() < 600);
}

#[test]
fn a_server_that_knows_tcp_only_sends_the_same_bytes() {
    let script = Script::new(
        Plan {
            echo: Echo::Bytes,
            ..plan(100, 3)
        },
        None,
    )
    .unwrap();
    assert_eq!(script.answers_from(0), script.frames());
    assert_eq!(script.answer_bytes() * script.len(), script.frames().len());
}
