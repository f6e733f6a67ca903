//! Whatever is queued leaves in order, and nobody else's bytes are touched.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "small numbers that the test chose"
)]

use std::io::IoSlice;

use bytes::{Buf, Bytes, BytesMut};
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

use super::{BY_REFERENCE_BYTES, Outbox, Spare, Start};
use crate::extension::Rsv;
use crate::frame::{self, Opcode};

const BINARY: Start = Start {
    fin: true,
    rsv: Rsv::NONE,
    opcode: Opcode::Binary,
};

/// The frame as it must leave, byte by byte.
fn expected(key: Option<[u8; 4]>, payload: &[u8]) -> Vec<u8> {
    let mut frame = BytesMut::new();
    frame::write(
        &mut frame,
        true,
        Rsv::NONE,
        Opcode::Binary,
        key,
        payload.len(),
    );
    let key = key.unwrap_or_default();
    let masked = payload.iter().zip(key.iter().cycle());
    frame.extend(masked.map(|(byte, key)| byte ^ key));
    frame.to_vec()
}

fn drain(outbox: &mut Outbox) -> Vec<u8> {
    outbox.copy_to_bytes(outbox.remaining()).to_vec()
}

#[test]
fn a_payload_that_others_hold_too_is_not_changed_by_masking() {
    for size in [5, BY_REFERENCE_BYTES - 1, BY_REFERENCE_BYTES, 100_000] {
        let shared = Bytes::from(vec![7; size]);
        let mut outbox = Outbox::default();
        outbox.push(BINARY, Some([1, 2, 3, 4]), shared.clone());
        assert!(shared.iter().all(|byte| *byte == 7), "{size}");
        assert_eq!(drain(&mut outbox), expected(Some([1, 2, 3, 4]), &shared));
    }
}

#[test]
fn a_large_payload_that_nobody_else_holds_is_masked_where_it_is() {
    let payload = Bytes::from(vec![7; 100_000]);
    let place = payload.as_ptr();
    let mut outbox = Outbox::default();
    outbox.push(BINARY, Some([1, 2, 3, 4]), payload);
    let header = outbox.chunk().len();
    outbox.advance(header);
    assert_eq!(outbox.chunk().as_ptr(), place, "not copied");
}

#[test]
fn a_large_unmasked_payload_is_not_copied() {
    let payload = Bytes::from(vec![7; 100_000]);
    let mut outbox = Outbox::default();
    outbox.push(BINARY, None, payload.clone());
    let header = outbox.chunk().len();
    outbox.advance(header);
    assert_eq!(outbox.chunk().as_ptr(), payload.as_ptr());
}

#[test]
fn static_bytes_are_masked_in_a_copy() {
    static PAYLOAD: [u8; 8192] = [7; 8192];
    let mut outbox = Outbox::default();
    outbox.push(BINARY, Some([1, 2, 3, 4]), Bytes::from_static(&PAYLOAD));
    assert_eq!(drain(&mut outbox), expected(Some([1, 2, 3, 4]), &PAYLOAD));
}

#[test]
fn a_payload_that_cannot_be_written_leaves_the_queue_as_it_was() {
    let mut outbox = Outbox::default();
    outbox.push_copy(BINARY, None, b"before");
    let failed = outbox.push_with(BINARY, None, |out| {
        out.extend_from_slice(b"half");
        Err("no more")
    });
    assert_eq!(failed, Err("no more"));
    outbox.push_copy(BINARY, None, b"after");
    let frames = [expected(None, b"before"), expected(None, b"after")].concat();
    assert_eq!(drain(&mut outbox), frames);
}

#[test]
fn memory_is_lent_to_an_idle_queue_and_comes_back_from_an_idle_queue() {
    let mut outbox = Outbox::default();
    assert_eq!(outbox.held_bytes(), 0);
    assert!(outbox.take_spare().is_none(), "it has none");
    assert!(outbox.lend(Spare::with_capacity(1000)).is_none());
    let refused = outbox.lend(Spare::with_capacity(1000));
    assert!(refused.is_some(), "it has some");
    outbox.push_copy(BINARY, None, b"hello");
    assert!(outbox.take_spare().is_none(), "it is in use");
    assert_eq!(drain(&mut outbox), expected(None, b"hello"));
    let spare = outbox.take_spare().expect("nothing is queued");
    assert!((1000..1100).contains(&spare.capacity()));
    assert_eq!(outbox.held_bytes(), 0);
}

#[test]
fn memory_is_used_from_its_start_again_and_again() {
    let mut outbox = Outbox::default();
    assert!(outbox.lend(Spare::with_capacity(100)).is_none());
    let start = outbox_start(&mut outbox);
    for _ in 0..10 {
        outbox.push_copy(BINARY, None, &[7; 60]);
        assert_eq!(outbox.chunk().as_ptr(), start);
        outbox.advance(62);
    }
}

fn outbox_start(outbox: &mut Outbox) -> *const u8 {
    outbox.push_copy(BINARY, None, b"");
    let start = outbox.chunk().as_ptr();
    outbox.advance(2);
    start
}

#[test]
fn what_is_taken_slowly_takes_no_more_memory_than_is_queued_at_a_time() {
    let copy: fn(&mut Outbox) = |outbox| outbox.push_copy(BINARY, None, &[7; 98]);
    let write: fn(&mut Outbox) = |outbox| {
        let written = outbox.push_with(BINARY, None, |out| {
            out.extend_from_slice(&[7; 98]);
            Ok::<(), ()>(())
        });
        assert_eq!(written, Ok(()));
    };
    for push in [copy, write] {
        let mut outbox = Outbox::default();
        for _ in 0..10_000 {
            push(&mut outbox);
            if outbox.remaining() > 1000 {
                outbox.advance(100);
            }
        }
        assert!(outbox.held_bytes() <= 4096, "{}", outbox.held_bytes());
    }
}

#[test]
fn an_unanswered_ping_keeps_the_memory_from_being_taken_back() {
    let mut outbox = Outbox::default();
    outbox.owe_pong(Bytes::from_static(b"first"));
    outbox.owe_pong(Bytes::from_static(b"latest"));
    assert!(outbox.take_spare().is_none());
    let owed = outbox.take_owed_pong();
    assert_eq!(owed.as_deref(), Some(&b"latest"[..]));
    assert!(outbox.take_spare().is_some());
}

#[test]
fn vectored_chunks_are_the_queue_in_order_as_far_as_there_is_room() {
    let mut outbox = Outbox::default();
    let large = vec![7; BY_REFERENCE_BYTES];
    outbox.push_copy(BINARY, None, b"one");
    outbox.push(BINARY, None, Bytes::from(large.clone()));
    outbox.push_copy(BINARY, None, b"two");
    let all = [
        expected(None, b"one"),
        expected(None, &large),
        expected(None, b"two"),
    ]
    .concat();
    let mut slices = [IoSlice::new(&[]); 8];
    assert_eq!(outbox.chunks_vectored(&mut slices), 3);
    let gathered: Vec<u8> = slices.iter().flat_map(|slice| slice.to_vec()).collect();
    assert_eq!(gathered, all);
    assert_eq!(outbox.chunks_vectored(&mut slices[..1]), 1);
    assert_eq!(outbox.chunks_vectored(&mut []), 0);
}

proptest! {
    #[test]
    fn rfc6455_5_3_what_leaves_is_the_frames_in_order_however_it_is_taken(
        frames in proptest::collection::vec(
            (0..5_u8, any::<Option<[u8; 4]>>(), 0..9000_usize),
            0..12,
        ),
        steps in proptest::collection::vec(1..6000_usize, 1..20),
    ) {
        let mut outbox = Outbox::default();
        let mut all = Vec::new();
        for (how, key, size) in frames {
            let payload: Vec<u8> = (0..=255).cycle().take(size).collect();
            all.extend(expected(key, &payload));
            let shared = Bytes::from(payload.clone());
            match how {
                0 => outbox.push(BINARY, key, Bytes::from(payload)),
                1 => outbox.push(BINARY, key, shared.clone()),
                2 => outbox.push_copy(BINARY, key, &payload),
                3 => outbox.push_shared(Bytes::from(expected(key, &payload))),
                _ => {
                    let written = outbox.push_with(BINARY, key, |out| {
                        out.extend_from_slice(&payload);
                        Ok::<(), ()>(())
                    });
                    prop_assert_eq!(written, Ok(()));
                }
            }
        }
        prop_assert_eq!(outbox.remaining(), all.len());
        let mut taken = Vec::new();
        for step in steps.iter().cycle() {
            if !outbox.has_remaining() {
                break;
            }
            let mut slices = [IoSlice::new(&[]); 3];
            let filled = outbox.chunks_vectored(&mut slices);
            let gathered: Vec<u8> =
                slices[..filled].iter().flat_map(|slice| slice.to_vec()).collect();
            prop_assert!(gathered.starts_with(outbox.chunk()));
            let step = (*step).min(gathered.len());
            taken.extend_from_slice(&gathered[..step]);
            outbox.advance(step);
            prop_assert_eq!(outbox.remaining(), all.len() - taken.len());
            prop_assert!(outbox.held_bytes() >= outbox.remaining());
        }
        prop_assert_eq!(taken, all);
    }
}
