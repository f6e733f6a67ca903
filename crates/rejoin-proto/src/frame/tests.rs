//! Headers there and back, Close bodies, and what each error says.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "small numbers that the test chose"
)]

use bytes::BytesMut;
use proptest::prelude::{any, prop_assert_eq, proptest};
use rejoin_close_codes::{CloseCode, MAX_REASON_BYTES, ReceivedCode};

use super::header::Header;
use super::{CloseFrame, Opcode, Place, parse, parse_close, parse_plain, write};
use crate::error::{Misuse, ProtocolError};
use crate::extension::{Fault, Rsv};
use crate::message::Kind;
use crate::role::Role;

const OPCODES: [Opcode; 6] = [
    Opcode::Continuation,
    Opcode::Text,
    Opcode::Binary,
    Opcode::Close,
    Opcode::Ping,
    Opcode::Pong,
];

fn place(role: Role) -> Place {
    Place {
        role,
        in_message: false,
        agreed: Rsv::NONE,
    }
}

fn written(opcode: Opcode, mask: Option<[u8; 4]>, payload_len: usize) -> BytesMut {
    let mut out = BytesMut::new();
    write(&mut out, true, Rsv::NONE, opcode, mask, payload_len);
    out
}

#[test]
fn rfc6455_5_2_each_length_is_written_in_its_shortest_form() {
    for (length, header) in [
        (0, &[0x82, 0][..]),
        (125, &[0x82, 125]),
        (126, &[0x82, 126, 0, 126]),
        (65535, &[0x82, 126, 255, 255]),
        (65536, &[0x82, 127, 0, 0, 0, 0, 0, 1, 0, 0]),
    ] {
        assert_eq!(written(Opcode::Binary, None, length), header);
    }
    let masked = written(Opcode::Binary, Some([9, 8, 7, 6]), 126);
    assert_eq!(masked[..], [0x82, 0xfe, 0, 126, 9, 8, 7, 6]);
}

#[test]
fn rfc6455_5_2_the_four_low_bits_of_the_first_byte_make_an_opcode_or_none() {
    for byte in 0..=255 {
        let opcode = Opcode::of_first_byte(byte);
        assert_eq!(
            opcode.map(Opcode::bits),
            OPCODES
                .map(Opcode::bits)
                .into_iter()
                .find(|bits| *bits == byte & 0x0f)
        );
    }
    for opcode in OPCODES {
        assert_eq!(opcode.is_control(), opcode.bits() >= 8);
    }
}

#[test]
fn a_header_is_complete_with_its_last_byte_and_not_before() {
    for (role, mask) in [(Role::Client, None), (Role::Server, Some([1, 2, 3, 4]))] {
        for length in [0, 125, 126, 65535, 65536, 1 << 40] {
            let bytes = written(Opcode::Binary, mask, length);
            for here in 0..bytes.len() {
                assert_eq!(parse(&bytes[..here], place(role)), Ok(None));
            }
            let header = parse(&bytes, place(role)).unwrap().unwrap();
            assert_eq!(header.size, bytes.len());
            assert_eq!(u64::try_from(length), Ok(header.payload_len));
        }
    }
}

#[test]
fn rfc6455_5_2_a_length_with_six_leading_zero_bytes_is_refused_at_the_sixth() {
    let bytes = [0x82, 127, 0, 0, 0, 0, 0, 0];
    assert_eq!(parse(&bytes[..7], place(Role::Client)), Ok(None));
    assert_eq!(
        parse(&bytes, place(Role::Client)),
        Err(ProtocolError::LengthNotMinimal)
    );
}

#[test]
fn rfc6455_5_2_every_first_byte_is_judged_alone() {
    for byte in 0..=255_u8 {
        for in_message in [false, true] {
            for agreed in [Rsv::NONE, Rsv::RSV1, Rsv::RSV2.union(Rsv::RSV3)] {
                let (fin, rsv, opcode) = (byte & 0x80 != 0, byte & 0x70, byte & 0x0f);
                let starts = opcode == 1 || opcode == 2;
                let allowed = if starts { agreed.bits() } else { 0 };
                let legal = matches!(opcode, 0..=2 | 8..=10)
                    && rsv & !allowed == 0
                    && (opcode < 8 || fin)
                    && (!starts || !in_message)
                    && (opcode != 0 || in_message);
                let place = Place {
                    role: Role::Client,
                    in_message,
                    agreed,
                };
                assert_eq!(parse(&[byte], place).is_ok(), legal, "{byte:#x} {place:?}");
            }
        }
    }
}

proptest! {
    #[test]
    fn rfc6455_5_2_what_is_written_is_read_back(
        fin in any::<bool>(),
        rsv in any::<u8>(),
        opcode in 0..3_usize,
        mask in any::<Option<[u8; 4]>>(),
        length in (0..48_u32, any::<u64>()).prop_map_length(),
    ) {
        let rsv = Rsv::of_first_byte(rsv);
        let rsv = if opcode == 0 { Rsv::NONE } else { rsv };
        let mut bytes = BytesMut::new();
        write(&mut bytes, fin, rsv, OPCODES[opcode], mask, length);
        let place = Place {
            role: if mask.is_some() { Role::Server } else { Role::Client },
            in_message: opcode == 0,
            agreed: rsv,
        };
        let header = Header {
            fin,
            rsv,
            opcode: OPCODES[opcode],
            mask,
            payload_len: u64::try_from(length).unwrap(),
            size: bytes.len(),
        };
        prop_assert_eq!(parse(&bytes, place), Ok(Some(header)));
    }

    #[test]
    fn rfc6455_5_5_1_a_close_body_is_read_back(code in any::<u16>(), reason in "\\PC{0,40}") {
        let Ok(code) = CloseCode::new(code) else { return Ok(()); };
        let Ok(close) = CloseFrame::new(code, &reason) else { return Ok(()); };
        prop_assert_eq!(parse_close(&close.body()), Ok(close));
    }
}

/// Lengths of every magnitude, not only the largest.
trait PropMapLength {
    fn prop_map_length(self) -> impl proptest::strategy::Strategy<Value = usize>;
}

impl<S: proptest::strategy::Strategy<Value = (u32, u64)>> PropMapLength for S {
    fn prop_map_length(self) -> impl proptest::strategy::Strategy<Value = usize> {
        self.prop_map(|(bits, number)| usize::try_from(number & ((1 << bits) - 1)).unwrap())
    }
}

#[test]
fn rfc6455_5_5_1_every_received_code_is_taken_or_named_in_the_error() {
    for code in 0..=u16::MAX {
        let parsed = parse_close(&code.to_be_bytes());
        match ReceivedCode::new(code).checked() {
            Ok(code) => assert_eq!(parsed, Ok(CloseFrame::of_code(code))),
            Err(_) => assert_eq!(parsed, Err(ProtocolError::InvalidCloseCode(code))),
        }
    }
}

#[test]
fn rfc6455_5_5_1_a_reason_has_at_most_123_bytes() {
    let longest = "x".repeat(MAX_REASON_BYTES);
    let close = CloseFrame::new(CloseCode::NORMAL_CLOSURE, &longest).unwrap();
    assert_eq!(close.body().len(), super::MAX_CONTROL_BYTES);
    let refused = CloseFrame::new(CloseCode::NORMAL_CLOSURE, &format!("{longest}x"));
    assert_eq!(
        refused.unwrap_err().to_string(),
        "close reason has 124 bytes, at most 123 fit; shorten it"
    );
}

#[test]
fn rfc6455_5_5_1_a_close_frame_is_shown_with_its_reason_escaped() {
    let close = CloseFrame::new(CloseCode::GOING_AWAY, "bye\u{1b}[2J").unwrap();
    assert_eq!(close.to_string(), r#"1001 "bye\u{1b}[2J""#);
    assert_eq!(
        CloseFrame::of_code(CloseCode::GOING_AWAY).to_string(),
        "1001"
    );
    assert_eq!(CloseFrame::empty().to_string(), "no code");
    assert!(CloseFrame::empty().body().is_empty());
}

const FAULTS: [ProtocolError; 20] = [
    ProtocolError::CloseBodyTooShort,
    ProtocolError::CloseReasonNotUtf8,
    ProtocolError::ContinuationWithoutMessage,
    ProtocolError::ControlFrameFragmented,
    ProtocolError::ControlFrameTooLong,
    ProtocolError::ExtensionData(Fault::new("invalid block type")),
    ProtocolError::FrameTooLarge {
        bytes: u64::MAX,
        limit: u64::MAX,
    },
    ProtocolError::InvalidCloseCode(1005),
    ProtocolError::InvalidUtf8,
    ProtocolError::LengthNotMinimal,
    ProtocolError::LengthTooLarge,
    ProtocolError::MaskForbidden,
    ProtocolError::MaskMissing,
    ProtocolError::MessageInterrupted,
    ProtocolError::MessageTooLarge { limit: u64::MAX },
    ProtocolError::ReservedBits(Rsv::RSV1),
    ProtocolError::ReservedOpcode(0x3),
    ProtocolError::TooManyFragments { limit: u32::MAX },
    ProtocolError::UnacceptedKind(Kind::Binary),
    ProtocolError::UnacceptedKind(Kind::Text),
];

/// One line, lower case, no full stop: fit to stand behind a colon in a log.
fn assert_is_one_plain_line(text: &str) {
    assert!(
        !text.is_empty() && !text.contains('\n') && !text.ends_with('.'),
        "{text}"
    );
    assert!(!text.starts_with(char::is_uppercase), "{text}");
}

#[test]
fn rfc6455_7_1_7_every_fault_has_a_code_that_may_be_sent_a_section_and_a_plain_line() {
    for fault in FAULTS {
        assert_is_one_plain_line(&fault.to_string());
        assert!(fault.section().starts_with("RFC "), "{fault:?}");
        let close = CloseFrame::of_fault(fault);
        assert_eq!(close.code(), Some(fault.close_code()));
        assert_eq!(
            close.reason(),
            fault.to_string(),
            "the reason fits without a cut"
        );
        assert_eq!(parse_close(&close.body()), Ok(close));
    }
}

#[test]
fn rfc6455_7_4_1_faults_map_to_1002_1003_1007_1008_and_1009() {
    let code = |fault: ProtocolError| fault.close_code().get();
    for fault in FAULTS {
        let expected = match format!("{fault:?}").split(['(', ' ']).next() {
            Some("CloseReasonNotUtf8" | "ExtensionData" | "InvalidUtf8") => 1007,
            Some("FrameTooLarge" | "MessageTooLarge") => 1009,
            Some("TooManyFragments") => 1008,
            Some("UnacceptedKind") => 1003,
            _ => 1002,
        };
        assert_eq!(code(fault), expected, "{fault:?}");
    }
}

#[test]
fn the_reason_of_an_extension_fault_is_cut_on_a_character_where_it_is_too_long() {
    let fault = Fault::new(
        "\u{20ac}\u{20ac}\u{20ac}\u{20ac}\u{20ac}\u{20ac}\u{20ac}\u{20ac}\u{20ac}\u{20ac}\u{20ac}\
         \u{20ac}\u{20ac}\u{20ac}\u{20ac}\u{20ac}\u{20ac}\u{20ac}\u{20ac}\u{20ac}\u{20ac}\u{20ac}\
         \u{20ac}\u{20ac}\u{20ac}\u{20ac}\u{20ac}\u{20ac}\u{20ac}\u{20ac}\u{20ac}\u{20ac}\u{20ac}\
         \u{20ac}\u{20ac}\u{20ac}\u{20ac}\u{20ac}\u{20ac}\u{20ac}\u{20ac}\u{20ac}\u{20ac}\u{20ac}",
    );
    let reason = CloseFrame::of_fault(ProtocolError::ExtensionData(fault));
    let bytes = reason.reason().len();
    assert!(
        (MAX_REASON_BYTES - 3..=MAX_REASON_BYTES).contains(&bytes),
        "{bytes}"
    );
}

#[test]
fn every_misuse_is_told_in_a_plain_line() {
    for misuse in [
        Misuse::Closing,
        Misuse::CodeOfOtherEnd(CloseCode::MANDATORY_EXTENSION),
        Misuse::ControlTooLong(126),
        Misuse::MessageInProgress,
        Misuse::KindChanged,
        Misuse::NotUtf8,
    ] {
        assert_is_one_plain_line(&misuse.to_string());
    }
}

#[test]
fn the_quick_way_reads_a_header_as_the_thorough_one_does_or_leaves_it_alone() {
    let tails = [
        [0, 0, 1, 2, 3, 4],
        [0, 125, 1, 2, 3, 4],
        [0, 126, 1, 2, 3, 4],
        [255; 6],
    ];
    let (mut quick, mut all) = (0, 0);
    for first in 0..=255 {
        for second in 0..=255 {
            for tail in tails {
                let bytes = [&[first, second][..], &tail].concat();
                for end in 0..=bytes.len() {
                    for role in [Role::Client, Role::Server] {
                        let bytes = &bytes[..end];
                        all += 1;
                        if let Some(header) = parse_plain(bytes, role) {
                            assert_eq!(parse(bytes, place(role)), Ok(Some(header)), "{bytes:x?}");
                            quick += 1;
                        }
                    }
                }
            }
        }
    }
    assert!(0 < quick && quick < all);
}

#[test]
fn the_quick_way_reads_every_length_of_less_than_64_kib() {
    for length in 0..=0xffff {
        for (role, mask) in [(Role::Client, None), (Role::Server, Some([1, 2, 3, 4]))] {
            let bytes = written(Opcode::Text, mask, length);
            let header = parse_plain(&bytes, role);
            assert_eq!(
                header.map(|header| header.size),
                Some(bytes.len()),
                "{length}"
            );
            assert_eq!(parse(&bytes, place(role)), Ok(header));
        }
    }
    let too_long = written(Opcode::Text, None, 0x1_0000);
    assert_eq!(parse_plain(&too_long, Role::Client), None);
}
