//! Random frames, legal and not, against a reader that was written on its own.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use std::sync::Arc;
use std::time::Instant;

use bytes::{Buf, BytesMut};
use proptest::prelude::{
    Just, ProptestConfig, Strategy, any, prop_assert_eq, prop_oneof, proptest,
};
use rejoin_proto::extension::Chain;
use rejoin_proto::{CloseCode, Config, Connection, Delivery, Event, Message, Role, Transmit};
use rejoin_testkit::oracle::{self, End, Item};
use rejoin_testkit::random::mask_key;
use rejoin_testkit::wire::{Frame, LengthForm};

/// Payloads that are often text, or nearly, or the rest of a character.
fn payload() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        4 => "[a-z]{0,140}".prop_map(String::into_bytes),
        4 => "\\PC{0,30}".prop_map(String::into_bytes),
        2 => ("\\PC{1,30}", any::<proptest::sample::Index>()).prop_map(|(text, cut)| {
            text.as_bytes()[..cut.index(text.len())].to_vec()
        }),
        1 => proptest::collection::vec(any::<u8>(), 0..140),
        1 => Just(vec![0x82, 0xac]),
        1 => (1000..70_000_usize).prop_map(|size| vec![b'x'; size]),
    ]
}

/// A ping or a pong.
fn control() -> impl Strategy<Value = Frame> {
    (prop_oneof![Just(9_u8), Just(10)], payload()).prop_map(|(opcode, mut payload)| {
        payload.truncate(125);
        Frame::new(opcode, payload)
    })
}

/// A message in fragments that are cut anywhere, with control frames between.
fn message() -> impl Strategy<Value = Vec<Frame>> {
    let cut = (
        any::<proptest::sample::Index>(),
        proptest::option::of(control()),
    );
    let cuts = proptest::collection::vec(cut, 0..4);
    (1..=2_u8, payload(), cuts).prop_map(|(opcode, payload, mut cuts)| {
        cuts.sort_by_key(|(cut, _)| cut.index(payload.len() + 1));
        let (mut frames, mut from, mut opcode) = (Vec::new(), 0, opcode);
        for (cut, between) in cuts {
            let to = cut.index(payload.len() + 1);
            frames.push(Frame::new(opcode, &payload[from..to]).not_final());
            frames.extend(between);
            (from, opcode) = (to, 0);
        }
        frames.push(Frame::new(opcode, &payload[from..]));
        frames
    })
}

/// A Close frame, most often one that is allowed.
fn close() -> impl Strategy<Value = Frame> {
    let code = prop_oneof![3 => 1000..1016_u16, 1 => 3000..5000_u16, 1 => any::<u16>()];
    let with_code = (code, payload()).prop_map(|(code, mut reason)| {
        reason.truncate(124);
        Frame::close_body([&code.to_be_bytes()[..], &reason].concat())
    });
    let any_body = payload().prop_map(Frame::close_body);
    prop_oneof![6 => with_code, 1 => any_body]
}

/// Something that a frame does not keep to.
#[derive(Clone, Debug)]
enum Lie {
    Opcode(u8),
    NotFinal,
    Reserved(u8),
    Form(LengthForm),
    Announcing(u64),
    Mask,
}

fn lie() -> impl Strategy<Value = Lie> {
    prop_oneof![
        (0..16_u8).prop_map(Lie::Opcode),
        Just(Lie::NotFinal),
        (1..8_u8).prop_map(|bits| Lie::Reserved(bits << 4)),
        Just(Lie::Form(LengthForm::Bits16)),
        Just(Lie::Form(LengthForm::Bits64)),
        any::<u64>().prop_map(Lie::Announcing),
        Just(Lie::Mask),
    ]
}

/// The frames as they stand on the wire, one of them with a lie.
fn written(
    role: Role,
    frames: Vec<Frame>,
    lie: Option<(proptest::sample::Index, Lie)>,
    key: [u8; 4],
) -> Vec<u8> {
    let lie = lie.filter(|_| !frames.is_empty());
    let at = lie.as_ref().map(|(at, _)| at.index(frames.len()));
    let mut bytes = Vec::new();
    for (index, mut frame) in frames.into_iter().enumerate() {
        let mut masked = role == Role::Server;
        if let (Some((_, lie)), true) = (&lie, at == Some(index)) {
            frame = match lie {
                Lie::Opcode(opcode) => Frame::new(*opcode, *b"payload"),
                Lie::NotFinal => frame.not_final(),
                Lie::Reserved(bits) => frame.reserved(*bits),
                Lie::Form(form) => frame.length_form(*form),
                Lie::Announcing(length) => frame.announcing(*length),
                Lie::Mask => {
                    masked = !masked;
                    frame
                }
            };
        }
        if masked {
            frame = frame.masked(key);
        }
        bytes.extend(frame.to_bytes());
    }
    bytes
}

/// A role, the bytes that it receives, and where they are cut.
fn conversation() -> impl Strategy<Value = (Role, Vec<u8>, Vec<usize>)> {
    let role = prop_oneof![Just(Role::Client), Just(Role::Server)];
    role.prop_flat_map(|role| {
        let part = prop_oneof![
            6 => message().boxed(),
            3 => control().prop_map(|frame| vec![frame]).boxed(),
            1 => close().prop_map(|frame| vec![frame]).boxed(),
        ];
        let frames = proptest::collection::vec(part, 0..8).prop_map(|parts| parts.concat());
        let lie = proptest::option::of((any::<proptest::sample::Index>(), lie()));
        let cuts = proptest::collection::vec(any::<proptest::sample::Index>(), 0..12);
        let end =
            prop_oneof![3 => Just(None), 1 => any::<proptest::sample::Index>().prop_map(Some)];
        let wire = (frames, lie, any::<[u8; 4]>())
            .prop_map(move |(frames, lie, key)| written(role, frames, lie, key));
        (wire, cuts, end).prop_map(move |(mut bytes, cuts, end)| {
            if let Some(end) = end {
                bytes.truncate(end.index(bytes.len() + 1));
            }
            let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(bytes.len() + 1)).collect();
            cuts.sort_unstable();
            (role, bytes, cuts)
        })
    })
}

/// What the connection learns, and how it stands in the words of the oracle.
fn read(role: Role, bytes: &[u8], cuts: &[usize]) -> (Vec<Item>, End) {
    let now = Instant::now();
    let mut config = Config::default();
    config.limits.max_frame_bytes = u64::MAX;
    config.limits.max_message_bytes = usize::MAX;
    let config = Arc::new(config);
    let mut connection = match role {
        Role::Client => Connection::client(&config, Chain::new(), mask_key, now),
        Role::Server => Connection::server(&config, Chain::new(), now),
    };
    let mut items = Vec::new();
    let mut input = BytesMut::new();
    let mut from = 0;
    for to in cuts.iter().copied().chain([bytes.len()]) {
        input.extend_from_slice(&bytes[from..to]);
        from = to;
        while let Some(event) = connection.receive(&mut input, Delivery::Whole, || now) {
            items.push(match event {
                Event::Message(Message::Text(text)) => Item::Text(text.as_str().to_owned()),
                Event::Message(Message::Binary(payload)) => Item::Binary(payload.to_vec()),
                Event::Ping(payload) => Item::Ping(payload.to_vec()),
                Event::Pong { payload, .. } => Item::Pong(payload.to_vec()),
                event @ (Event::Piece(_) | _) => panic!("{event:?}"),
            });
        }
    }
    if connection.is_open() {
        return (items, End::Open);
    }
    connection.receive_eof(now);
    while let Transmit::Write(outbox) = connection.poll_transmit(|| now) {
        outbox.advance(outbox.chunk().len());
    }
    let closure = connection.closure().unwrap();
    let sent = closure.sent.unwrap().code().map(CloseCode::get);
    let end = match closure.received {
        None => End::Failed(sent.unwrap()),
        Some(close) => {
            assert_eq!(sent, close.code().map(CloseCode::get), "echoed");
            End::Closed(sent, close.reason().to_owned())
        }
    };
    (items, end)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn random_frames_come_to_what_the_oracle_says_wherever_they_are_cut(
        (role, bytes, cuts) in conversation(),
    ) {
        let expected = oracle::read(role, None, &bytes);
        let (items, end) = read(role, &bytes, &cuts);
        prop_assert_eq!(items, expected.items);
        prop_assert_eq!(end, expected.end);
    }

    #[test]
    fn random_bytes_come_to_what_the_oracle_says(
        bytes in proptest::collection::vec(any::<u8>(), 0..60),
        cut in any::<proptest::sample::Index>(),
        client in any::<bool>(),
    ) {
        let role = if client { Role::Client } else { Role::Server };
        let expected = oracle::read(role, None, &bytes);
        let (items, end) = read(role, &bytes, &[cut.index(bytes.len() + 1)]);
        prop_assert_eq!(items, expected.items);
        prop_assert_eq!(end, expected.end);
    }
}
