use rejoin_reference::render::json::schema;
use rejoin_reference::render::text::Layout;
use rejoin_reference::{Context, Language};
use serde_json::Value;

use super::{json, page, take_apart};
use crate::reference::bytes;

/// The page and the JSON, which is checked against its schema.
fn told(hex: &str) -> (String, Value) {
    let bytes = bytes::of_hex(hex).expect("it is hexadecimal");
    let taken = take_apart(&bytes, Context::new(), Language::English);
    let value = serde_json::to_value(json(&taken)).expect("plain fields");
    let schema: Value = serde_json::from_str(schema::EXPLAIN).expect("it is JSON");
    let validator = jsonschema::validator_for(&schema).expect("it is a schema");
    if let Err(error) = validator.validate(&value) {
        panic!("{error} in {value:#}");
    }
    (page(&taken, Layout::new()), value)
}

#[test]
fn a_close_frame_is_taken_apart_and_its_code_explained() {
    let (page, value) = told("88 02 03 f2");
    assert!(
        page.contains("Close frame of a server (not masked), 2 bytes of payload"),
        "{page}"
    );
    assert!(
        page.contains("\n1010 Mandatory Extension: from the client"),
        "{page}"
    );
    assert_eq!(value["frames"][0]["code"], 1010);
    assert_eq!(value["explanation"]["first"], 1010);
}

#[test]
fn a_body_alone_is_known_by_its_first_byte() {
    let (page, value) = told("03 f4 62 79 65");
    assert!(
        page.contains("The body of a Close frame, 5 bytes"),
        "{page}"
    );
    assert_eq!(value["frames"][0]["sender"], Value::Null);
    assert_eq!(value["frames"][0]["reason"], "bye");
    assert_eq!(value["explanation"]["first"], 1012);
}

#[test]
fn a_masked_frame_is_that_of_a_client() {
    let (page, value) = told("88 82 01 02 03 04 02 f0");
    assert!(page.contains("Close frame of a client (masked)"), "{page}");
    assert_eq!(value["frames"][0]["sender"], "client");
    assert_eq!(value["frames"][0]["code"], 1010);
}

#[test]
fn a_close_without_a_body_is_1005() {
    let (_, value) = told("8800");
    assert_eq!(value["frames"][0]["code"], 1005);
    assert_eq!(value["explanation"]["first"], 1005);
}

#[test]
fn a_window_in_the_reason_is_read() {
    let reason = b"service restart; retry=1.0-5.0";
    let mut body = vec![0x88, 32, 0x03, 0xf4];
    body.extend_from_slice(reason);
    let (page, value) = told(&super::hex(&body));
    assert!(page.contains("at a random moment of 1-5 s"), "{page}");
    assert_eq!(
        value["frames"][0]["retry_window_ms"],
        serde_json::json!([1000, 5000])
    );
}

#[test]
fn broken_rules_are_named() {
    for (hex, section, answer, explained) in [
        ("88 01 03", "RFC 6455 section 5.5.1", 1002, 1002),
        ("88 02 03 ed", "RFC 6455 section 7.4", 1002, 1005),
        ("88 03 03 e8 ff", "RFC 6455 section 5.5.1", 1007, 1007),
        ("88 7e 00 7e", "RFC 6455 section 5.5", 1002, 1002),
        ("83 00", "RFC 6455 section 5.2", 1002, 1002),
        ("81 01 ff", "RFC 6455 section 8.1", 1007, 1007),
        ("03 ee", "RFC 6455 section 7.4", 1002, 1006),
    ] {
        let (page, value) = told(hex);
        assert!(page.contains("This breaks a rule"), "{page}");
        let fault = &value["frames"][0]["fault"];
        assert_eq!(fault["section"], section, "{hex}");
        assert_eq!(fault["answered_with"], answer, "{hex}");
        assert_eq!(value["explanation"]["first"], explained, "{hex}");
    }
}

#[test]
fn several_frames_are_told_one_after_the_other() {
    let (page, value) = told("81 02 68 69  89 00  88 02 03 e8");
    assert_eq!(value["frames"].as_array().map(Vec::len), Some(3));
    assert!(page.contains("Text  hi"), "{page}");
    assert_eq!(value["explanation"]["first"], 1000);
}

#[test]
fn what_ends_too_early_is_said_to() {
    let (page, value) = told("88 10 03 f4");
    assert!(
        page.contains("The bytes end before the frame does."),
        "{page}"
    );
    assert_eq!(value["frames"][0]["complete"], false);
    assert_eq!(value["explanation"], Value::Null);
}

#[test]
fn a_hostile_reason_is_shown_inert() {
    // ESC [ 2 J, RIGHT-TO-LEFT OVERRIDE, a backtick.
    let (page, value) = told("88 0a 0f a0 1b 5b 32 4a e2 80 ae 60");
    assert!(page.contains(r"\u{1b}[2J\u{202e}`"), "{page}");
    assert!(!page.contains(['\u{1b}', '\u{202e}']), "{page}");
    assert_eq!(value["frames"][0]["reason"], "\u{1b}[2J\u{202e}`");
}
