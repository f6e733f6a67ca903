//! The rows compared with a snapshot of the IANA registry, in both directions.

use std::collections::BTreeMap;

use rejoin_close_codes::{ROWS, lookup};

/// What the registry says of one number: description and reference.
type Entry = (&'static str, Option<&'static str>);

/// The snapshot, number by number.
fn snapshot() -> BTreeMap<u16, Entry> {
    let mut entries = BTreeMap::new();
    let mut lines = include_str!("data/iana-close-codes.csv")
        .lines()
        .filter(|line| !line.starts_with('#'));
    assert_eq!(lines.next(), Some("Status Code,Meaning,Reference"));
    for line in lines {
        let (codes, rest) = line.split_once(',').expect("a line has three columns");
        let (description, reference) = rest.rsplit_once(',').expect("a line has three columns");
        let (first, last) = codes.split_once('-').unwrap_or((codes, codes));
        let number = |text: &str| text.parse::<u16>().expect("a code is a number");
        for code in number(first)..=number(last) {
            let reference = Some(reference).filter(|text| !text.is_empty());
            let before = entries.insert(code, (description, reference));
            assert_eq!(before, None, "{code} is listed twice");
        }
    }
    entries
}

#[test]
fn the_snapshot_covers_the_ranges_that_the_registry_manages() {
    let codes: Vec<u16> = snapshot().into_keys().collect();
    assert_eq!(codes, (1000..=4999).collect::<Vec<u16>>());
}

#[test]
fn every_entry_of_the_registry_is_what_its_row_says() {
    for (code, entry) in snapshot() {
        let registration = lookup(code)
            .registration
            .unwrap_or_else(|| panic!("{code} has no registration"));
        assert_eq!(
            (registration.description, registration.reference),
            entry,
            "{code}"
        );
    }
}

#[test]
fn every_registration_of_a_row_is_in_the_registry() {
    let snapshot = snapshot();
    for code in 0..=u16::MAX {
        assert_eq!(
            lookup(code).registration.is_some(),
            snapshot.contains_key(&code),
            "{code}"
        );
    }
}

#[test]
fn a_code_with_a_name_of_its_own_in_the_registry_has_a_row_of_its_own_and_the_reverse() {
    let named: Vec<u16> = snapshot()
        .into_iter()
        .filter(|(_, (description, _))| {
            !matches!(*description, "Unassigned" | "Reserved for Private Use")
        })
        .map(|(code, _)| code)
        .collect();
    let rows: Vec<u16> = ROWS
        .iter()
        .filter(|row| !row.is_range())
        .map(|row| row.first)
        .collect();
    assert_eq!(named, rows);
}
