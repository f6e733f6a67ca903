//! Two codecs talk to each other, and a strict inflater listens: any messages, any pieces, any
//! room, every window, with and without context takeover.
#![expect(
    clippy::unwrap_used,
    reason = "the helpers of a test fail it like the test itself"
)]

use bytes::BytesMut;
use proptest::collection::vec;
use proptest::prelude::*;
use rejoin_proto::extension::deflate::{Level, PermessageDeflate, WindowBits};
use rejoin_proto::extension::{Codec, Compression, Extension};
use rejoin_testkit::inflate::Receiver;

/// What a pair of ends agrees on, for both directions.
#[derive(Clone, Copy, Debug)]
struct Setup {
    bits: u8,
    takeover: bool,
    level: u8,
}

/// One direction of a connection and its two judges.
struct Line {
    setup: Setup,
    sender: Box<dyn Codec>,
    receiver: Box<dyn Codec>,
    oracle: Receiver,
}

impl Line {
    /// From the client to the server, or the other way.
    fn pair(setup: Setup) -> [Self; 2] {
        let bits = WindowBits::new(setup.bits).unwrap();
        let mut config = PermessageDeflate::client()
            .level(Level::new(setup.level).unwrap())
            .server_max_window_bits(bits)
            .client_max_window_bits(bits);
        if !setup.takeover {
            config = config
                .server_no_context_takeover()
                .client_no_context_takeover();
        }
        let ends = || {
            let offers = config.offers();
            let response = config.respond(&offers[0]).unwrap();
            let client = config.settle(&offers, &response.answer).unwrap().unwrap();
            (client, response.codec.unwrap())
        };
        let oracle = || Receiver::new(u32::from(setup.bits));
        let (up, down) = (ends(), ends());
        [
            Self {
                setup,
                sender: up.0,
                receiver: up.1,
                oracle: oracle(),
            },
            Self {
                setup,
                sender: down.1,
                receiver: down.0,
                oracle: oracle(),
            },
        ]
    }

    /// Sends a message in pieces of those sizes, round and round.
    fn send(&mut self, message: &[u8], pieces: &[usize]) -> Vec<u8> {
        assert!(
            self.sender
                .start_encode(Some(message.len()), Compression::Always)
        );
        let mut out = BytesMut::new();
        let mut payload = Vec::new();
        let mut rest = message;
        for size in pieces.iter().cycle() {
            let (piece, after) = rest.split_at(rest.len().min(*size));
            rest = after;
            self.sender
                .encode(piece, rest.is_empty(), &mut out)
                .unwrap();
            payload.extend_from_slice(&out.split());
            if rest.is_empty() {
                return payload;
            }
        }
        unreachable!("the sizes go round and round")
    }

    /// Receives a payload in pieces and with rooms of those sizes, round and round.
    fn receive(&mut self, payload: &[u8], pieces: &[usize], rooms: &[usize]) -> Vec<u8> {
        let mut rooms = rooms.iter().cycle();
        let mut message = Vec::new();
        let mut rest = payload;
        for size in pieces.iter().cycle() {
            let (mut piece, after) = rest.split_at(rest.len().min(*size));
            rest = after;
            loop {
                let room = *rooms.next().unwrap();
                let mut out = BytesMut::new();
                let last = rest.is_empty();
                let progress = self.receiver.decode(piece, last, room, &mut out).unwrap();
                assert!(out.len() <= room);
                message.extend_from_slice(&out);
                piece = &piece[progress.consumed..];
                if progress.finished {
                    assert!(last && piece.is_empty());
                    return message;
                }
                if piece.is_empty() && !last {
                    break;
                }
            }
        }
        unreachable!("the sizes go round and round")
    }

    fn exchange(&mut self, message: &[u8], pieces: &[usize], rooms: &[usize]) {
        let payload = self.send(message, pieces);
        let judged = self.oracle.message(&payload);
        assert_eq!(judged.as_deref(), Ok(message), "{:?}", self.setup);
        if !self.setup.takeover {
            self.oracle.reset();
        }
        assert_eq!(
            self.receive(&payload, pieces, rooms),
            message,
            "{:?}",
            self.setup
        );
        let held = self.sender.held_bytes() + self.receiver.held_bytes();
        // Each end may hold one window for this direction and none for the unused one.
        let promised = if self.setup.takeover {
            (2 << self.setup.bits).max(600)
        } else {
            0
        };
        assert!(held <= promised, "{held} {:?}", self.setup);
    }
}

fn setup() -> impl Strategy<Value = Setup> {
    (8_u8..=15, any::<bool>(), 0_u8..=9).prop_map(|(bits, takeover, level)| Setup {
        bits,
        takeover,
        level,
    })
}

/// Text that repeats itself at all kinds of distances: runs of a few phrases and of noise.
fn message() -> impl Strategy<Value = Vec<u8>> {
    let run = prop_oneof![
        (0_usize..12, 0_usize..40).prop_map(|(phrase, cut)| {
            let all: Vec<u8> = (0..=255_u8).map(|n| n.wrapping_mul(n) ^ 0x5a).collect();
            all[phrase * 18..phrase * 18 + 18 + cut / 2].to_vec()
        }),
        vec(any::<u8>(), 0..60),
        (any::<u8>(), 0_usize..600).prop_map(|(byte, times)| vec![byte; times]),
    ];
    vec(run, 0..60).prop_map(|runs| runs.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn two_ends_and_the_oracle_agree_whatever_the_pieces(
        setup in setup(),
        messages in vec(message(), 1..6),
        pieces in vec(1_usize..2000, 1..5),
        rooms in vec(1_usize..3000, 1..5),
    ) {
        for mut line in Line::pair(setup) {
            for message in &messages {
                line.exchange(message, &pieces, &rooms);
            }
        }
    }

    #[test]
    fn pieces_and_rooms_of_single_bytes_agree_too(
        setup in setup(),
        messages in vec(message(), 1..3),
        small in 0_usize..3,
    ) {
        let [mut line, _] = Line::pair(setup);
        for message in &messages {
            let few: Vec<u8> = message.iter().copied().take(500).collect();
            line.exchange(&few, &[1, 0, 2], &[small, 1, 0]);
        }
    }

    #[test]
    fn many_connections_on_one_thread_never_mix_their_contexts(
        setups in vec(setup(), 2..8),
        turns in vec((any::<prop::sample::Index>(), message()), 1..40),
    ) {
        let mut lines: Vec<Line> = setups.into_iter().flat_map(Line::pair).collect();
        for (who, message) in &turns {
            let line = who.index(lines.len());
            lines[line].exchange(message, &[1 << 16], &[1 << 16]);
        }
    }

    #[test]
    fn any_bytes_are_data_or_a_fault_and_agree_with_the_oracle(
        payload in vec(any::<u8>(), 0..200),
    ) {
        let [mut line, _] = Line::pair(Setup { bits: 15, takeover: true, level: 6 });
        let mut out = BytesMut::new();
        let result = line.receiver.decode(&payload, true, 1 << 20, &mut out);
        if let Ok(judged) = line.oracle.message(&payload) {
            prop_assert!(result.unwrap().finished);
            prop_assert_eq!(&out[..], &judged[..]);
        }
    }
}

/// Every window and level over text made to tempt: what was said just inside, just outside and
/// far beyond the window is said again, in messages of many sizes, with states primed and not.
#[test]
fn rfc7692_7_1_2_no_distance_is_larger_than_the_window() {
    let mut random = 7_u64;
    let mut next = move || {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(random >> 40).unwrap()
    };
    for bits in 8..=15 {
        let window = 1_usize << bits;
        let mut farthest = 0;
        for level in 0..=9 {
            let setup = Setup {
                bits,
                takeover: true,
                level,
            };
            let [mut line, mut other] = Line::pair(setup);
            let mut said: Vec<u8> = Vec::new();
            while said.len() < 3 * window.max(2048) {
                let mut message = Vec::new();
                while message.len() < window / 3 {
                    let fresh = (0..12).map(|_| next().to_be_bytes()[7]);
                    message.extend(fresh);
                    let all = [&said[..], &message[..]].concat();
                    let back = window + 40 - next() % window.min(340);
                    let from = all.len().saturating_sub(back);
                    let to = all.len().min(from + 4 + next() % 300);
                    message.extend_from_slice(&all[from..to]);
                }
                line.exchange(&message, &[1 << 16], &[1 << 16]);
                said.extend_from_slice(&message);
                // Now and then others take the states, so that both ends must prime again.
                if next() % 2 == 0 {
                    other.exchange(b"taken", &[5], &[5]);
                    let mut more = Line::pair(setup);
                    more[0].exchange(b"and taken", &[9], &[9]);
                    more[1].exchange(b"and taken", &[9], &[9]);
                }
            }
            farthest = farthest.max(line.oracle.farthest());
        }
        // The oracle has refused what is too far; this proves that the text did tempt.
        let reach = (window.max(512)) - 262;
        assert!(farthest <= reach, "{bits}: {farthest}");
        assert!(farthest + 40 > reach, "{bits}: {farthest}");
    }
}

/// A connection whose messages travel from thread to thread, its codec with them.
#[test]
fn a_codec_keeps_its_context_across_threads() {
    let [line, _] = Line::pair(Setup {
        bits: 15,
        takeover: true,
        level: 6,
    });
    let mut line = line;
    for round in 0..6_u8 {
        line = std::thread::spawn(move || {
            let payload = line.send(b"the same words in every round of this test", &[10]);
            assert_eq!(payload.len() < 20, round > 0, "{round}: {}", payload.len());
            let judged = line.oracle.message(&payload).unwrap();
            assert_eq!(line.receive(&payload, &[3], &[7]), judged);
            line
        })
        .join()
        .unwrap();
    }
}

/// What a thread keeps from an earlier message is not taken for the context of today.
#[test]
fn a_state_left_behind_on_a_thread_is_not_gone_on_with() {
    let [mut line, _] = Line::pair(Setup {
        bits: 15,
        takeover: true,
        level: 6,
    });
    line.exchange(b"said here, and kept here", &[100], &[100]);
    let mut line = std::thread::spawn(move || {
        line.exchange(b"unheard of on the first thread", &[100], &[100]);
        line
    })
    .join()
    .unwrap();
    line.exchange(b"unheard of on the first thread", &[100], &[100]);
    line.exchange(b"said here, and kept here", &[100], &[100]);
}

/// A message begun on one thread may be ended on another.
#[test]
fn a_message_in_progress_travels_with_its_codec() {
    let [mut line, _] = Line::pair(Setup {
        bits: 12,
        takeover: true,
        level: 6,
    });
    let mut out = BytesMut::new();
    assert!(line.sender.start_encode(None, Compression::Auto));
    line.sender
        .encode(b"begun here, ", false, &mut out)
        .unwrap();
    let (mut line, out) = std::thread::spawn(move || {
        line.sender.encode(b"ended there", true, &mut out).unwrap();
        line.receiver
            .decode(&out[..5], false, 100, &mut BytesMut::new())
            .unwrap();
        (line, out)
    })
    .join()
    .unwrap();
    assert_eq!(
        line.oracle.message(&out).as_deref(),
        Ok(&b"begun here, ended there"[..])
    );
    let mut text = BytesMut::new();
    assert!(
        line.receiver
            .decode(&out[5..], true, 100, &mut text)
            .unwrap()
            .finished
    );
    assert!(text.ends_with(b"ended there"));
}
