//! Offences with their places, and the way back to text. The grammar's vectors are data files.

use proptest::prelude::*;

use super::*;

fn offence(line: &str) -> (usize, Offence) {
    let fault = parse([line]).expect_err(line);
    (fault.offset, fault.offence)
}

#[test]
fn rfc6455_9_1_an_offence_is_placed_at_its_byte() {
    for (line, expected) in [
        ("", (0, Offence::EmptyList)),
        (",\t,", (0, Offence::EmptyList)),
        ("foo;", (4, Offence::ParameterMissing)),
        ("foo; bar; ", (10, Offence::ParameterMissing)),
        ("foo;; x", (4, Offence::ParameterMissing)),
        ("foo; bar=", (9, Offence::ValueMissing)),
        ("foo; bar=, x", (9, Offence::ValueMissing)),
        ("foo; bar=\"baz", (13, Offence::QuoteNotClosed)),
        ("foo; bar=\"baz\\", (14, Offence::QuoteNotClosed)),
        ("foo; bar=\" \"", (9, Offence::ValueNotToken)),
        ("foo; bar=\"\"", (9, Offence::ValueNotToken)),
        ("foo; bar=\"b\u{7f}\"", (9, Offence::UnexpectedByte(0x7f))),
        ("foo; bar=\"b\"az", (12, Offence::UnexpectedByte(b'a'))),
        ("f oo", (2, Offence::UnexpectedByte(b'o'))),
        ("f@o", (1, Offence::UnexpectedByte(b'@'))),
        ("\"foo\"", (0, Offence::UnexpectedByte(b'"'))),
        (";foo", (0, Offence::EmptyList)),
        ("foo=1", (3, Offence::UnexpectedByte(b'='))),
    ] {
        assert_eq!(offence(line), expected, "{line:?}");
    }
}

#[test]
fn rfc6455_11_3_2_several_lines_are_one_list() {
    let list = parse(["foo; a", " , ", "bar"]).expect("two elements and an empty line between");
    assert_eq!(super::list(&list), "foo; a, bar");
}

#[test]
fn no_line_is_no_list() {
    assert_eq!(parse([""; 0]), Ok(Vec::new()));
}

#[test]
fn a_fault_prints_what_and_where_in_one_line() {
    let fault = parse(["foo\u{1}"]).expect_err("a control character");
    assert_eq!(
        fault.to_string(),
        "malformed extension list at byte 3: unexpected '\\x01'"
    );
}

#[test]
fn quoted_pairs_are_undone() {
    let list = parse(["foo; a=\"b\\c\""]).expect("an escaped letter");
    assert_eq!(super::list(&list), "foo; a=bc");
}

#[test]
fn an_endpoint_id_survives_the_round_trip() {
    let text = "bbf-usp-protocol; eid=\"os::00256D-0123456789\"";
    let list = parse([text]).expect("the one exception");
    assert_eq!(list.first().map(Element::name), Some("bbf-usp-protocol"));
    assert_eq!(super::list(&list), text);
    assert!(
        parse(["other; eid=\"os::1\""]).is_err(),
        "only for that name"
    );
    assert!(
        parse(["bbf-usp-protocol; did=\"os::1\""]).is_err(),
        "only for that parameter"
    );
}

#[test]
fn an_element_that_cannot_stand_in_a_header_is_noticed() {
    for bad in [
        Element::new("", Params::new()),
        Element::new("a b", Params::new()),
        Element::new("a\r\nb", Params::new()),
        Element::new("a", Params::new().flag("b=")),
        Element::new("a", Params::new().value("b", "c\r\nd")),
        Element::new("a", Params::new().value("b", "ü")),
    ] {
        assert!(!bad.is_writable(), "{bad:?}");
    }
    assert!(Element::new("a", Params::new().value("b", "c d")).is_writable());
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        names in prop::collection::vec("[a-z!#$%&'*+.^_`|~-]{1,8}", 1..4),
        params in prop::collection::vec(("[a-z]{1,4}", prop::option::of("[a-z0-9]{1,4}")), 0..4),
    ) {
        let mut all = Params::new();
        for (name, value) in params {
            all = match value {
                Some(value) => all.value(name, value),
                None => all.flag(name),
            };
        }
        let elements: Vec<_> =
            names.iter().map(|name| Element::new(name.as_str(), all.clone())).collect();
        prop_assert_eq!(parse([list(&elements)]), Ok(elements));
    }

    #[test]
    fn any_bytes_are_read_or_refused_within_the_line(line in prop::collection::vec(any::<u8>(), 0..64)) {
        match parse([&line]) {
            Ok(list) => prop_assert!(list.iter().all(Element::is_writable)),
            Err(fault) => prop_assert!(fault.offset <= line.len()),
        }
    }
}

#[test]
fn rfc9110_5_6_2_a_token_has_letters_digits_and_fifteen_marks() {
    for byte in 0..=u8::MAX {
        let expected = byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
        assert_eq!(is_token(&[byte]), expected, "{byte:#x}");
    }
}
