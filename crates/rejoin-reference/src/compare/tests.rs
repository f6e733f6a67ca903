use super::{Comparison, Relation};
use crate::{Context, FactKey, Language, SectionKind, Subject};

fn compare(a: Subject, b: Subject) -> Comparison {
    Comparison::new(a, b, &Context::new(), Language::English)
}

/// The rows, and numbers inside the ranges.
fn subjects() -> Vec<Subject> {
    let inside = [
        0, 999, 1016, 2999, 3001, 3999, 4000, 4004, 4999, 5000, 65_535,
    ];
    Subject::all().chain(inside.map(Subject::Code)).collect()
}

#[test]
fn the_order_of_the_two_does_not_matter() {
    let subjects = subjects();
    for (place, &a) in subjects.iter().enumerate() {
        for &b in &subjects[place..] {
            let (one, other) = (compare(a, b), compare(b, a));
            assert_eq!(one.title, other.title, "{a} {b}");
            assert_eq!(one.remark, other.remark, "{a} {b}");
            assert_eq!(one.differences, other.differences, "{a} {b}");
            assert_eq!(one.alike, other.alike, "{a} {b}");
            assert_eq!(one.sections, other.sections, "{a} {b}");
            assert_eq!(one.sources, other.sources, "{a} {b}");
        }
    }
}

#[test]
fn two_different_rows_always_differ_and_say_what_to_do() {
    let subjects = subjects();
    for (place, &a) in subjects.iter().enumerate() {
        for &b in &subjects[place..] {
            let comparison = compare(a, b);
            let kinds: Vec<_> = comparison
                .sections
                .iter()
                .map(|section| section.kind)
                .collect();
            match comparison.relation {
                Relation::Same => assert_eq!(kinds, [], "{a} {b}"),
                Relation::OneRow | Relation::Different => assert_eq!(
                    kinds,
                    [SectionKind::TellApart, SectionKind::Use, SectionKind::Now],
                    "{a} {b}"
                ),
            }
            let differs = !comparison.differences.is_empty();
            match comparison.relation {
                Relation::Different => assert!(differs, "{a} {b}"),
                Relation::Same => assert!(!differs, "{a} {b}"),
                Relation::OneRow => {}
            }
            assert_eq!(
                comparison.remark.is_empty(),
                comparison.relation == Relation::Different,
                "{a} {b}"
            );
        }
    }
}

#[test]
fn the_registered_delay_of_1012_differs_from_there_being_none() {
    let comparison = compare(Subject::Code(1012), Subject::Code(1010));
    let line = comparison
        .differences
        .iter()
        .find(|line| line.key == Some(FactKey::RegisteredDelay))
        .expect("only one of them has it");
    assert!(line.low.is_empty());
    assert_eq!(line.high.to_string(), "a random 5-30 s");
}

#[test]
fn a_service_that_knows_both_is_a_line_of_its_own() {
    let discord = Context::new()
        .of_service("discord-gateway")
        .expect("it is known");
    let (one, other) = (Subject::Code(4004), Subject::Code(4009));
    let comparison = Comparison::new(one, other, &discord, Language::English);
    assert_eq!(comparison.relation, Relation::OneRow);
    let line = comparison.differences.last().expect("it knows both");
    assert_eq!(line.label.to_string(), "Discord Gateway");
    assert_ne!(line.low, line.high);
}
