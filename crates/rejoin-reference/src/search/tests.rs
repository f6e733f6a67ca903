use super::search;
use crate::{Language, Subject};

fn first(query: &str) -> Option<Subject> {
    let found = search(query, Language::English);
    found.matches.first().map(|found| found.subject)
}

#[test]
fn words_find_their_code() {
    for (query, code) in [
        ("proxy timeout", 1006),
        ("restart", 1012),
        ("certificate", 1015),
        ("okhttp", 1010),
        ("message too big", 1009),
        ("utf-8", 1007),
    ] {
        assert_eq!(first(query), Some(Subject::Code(code)), "{query}");
    }
}

#[test]
fn what_stands_nowhere_is_not_found() {
    assert_eq!(first("xylophone"), None);
    assert_eq!(first(""), None);
    assert_eq!(first("!?"), None);
}

#[test]
fn the_order_and_the_case_of_words_do_not_matter() {
    let codes = |query| {
        let found = search(query, Language::English);
        found
            .matches
            .iter()
            .map(|found| found.subject.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(codes("proxy timeout"), codes("TIMEOUT Proxy"));
}

#[test]
fn a_service_is_found_with_its_codes() {
    let found = search("discord shard identification", Language::English);
    let best = &found.matches[0];
    assert_eq!(best.subject, Subject::Code(4010));
    assert_eq!(best.service.map(|service| service.family), Some("discord"));
}
