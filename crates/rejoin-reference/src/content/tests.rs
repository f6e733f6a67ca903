use std::collections::{BTreeMap, BTreeSet};

use rejoin_close_codes::{ROWS, WireRule, lookup};

use super::*;

/// The messages of the four files that belong to these tables.
fn messages() -> BTreeMap<&'static str, &'static str> {
    let files = [
        include_str!("../../locales/en/codes.ftl"),
        include_str!("../../locales/en/services.ftl"),
        include_str!("../../locales/en/pairs.ftl"),
        include_str!("../../locales/en/guide.ftl"),
    ];
    let mut messages = BTreeMap::new();
    for line in files.into_iter().flat_map(str::lines) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (id, text) = line.split_once(" = ").expect("one message on each line");
        assert!(messages.insert(id, text).is_none(), "{id} is there twice");
    }
    messages
}

/// The message ids that the tables use, each with what it has to begin with.
fn used() -> BTreeMap<String, String> {
    let mut used = BTreeMap::new();
    let mut take = |start: &str, ids: &[&str]| {
        for id in ids {
            let before = used.insert((*id).to_owned(), start.to_owned());
            assert_eq!(before, None, "{id} is used twice");
        }
    };
    for entry in entries() {
        for part in ["title", "meaning", "reconnect"] {
            take(entry.key, &[&format!("{}-{part}", entry.key)]);
        }
        take(entry.key, entry.reason.as_slice());
        let start = |part| format!("{}-{part}-", entry.key);
        for cause in entry.causes {
            take(&start("cause"), &[cause.text]);
        }
        for fix in entry.fixes {
            take(&start("fix"), &[fix.text]);
        }
        for seen in entry.seen {
            take(&start("seen"), &[seen.text]);
        }
        for confusion in entry.confusions {
            let start = format!("{}-versus-{}", entry.key, confusion.with);
            take(&start, &[confusion.text]);
        }
    }
    for service in services() {
        let start = format!("s-{}-", service.key);
        take(&start, service.note.as_slice());
        for code in service.codes {
            take(&format!("{start}{}", code.code), &[code.text]);
        }
        for range in service.ranges {
            take(
                &format!("{start}{}-{}", range.first, range.last),
                &[range.text],
            );
        }
    }
    for pair in pairs() {
        let start = format!("p{}-{}-", pair.low, pair.high);
        take(&start, pair.tell_apart);
        take(&start, &[pair.use_low, pair.use_high, pair.now]);
        for line in pair.differences {
            take(&start, &[line.aspect, line.low, line.high]);
        }
    }
    for question in guide().questions {
        take("g-q-", &[question.id]);
        for choice in question.choices {
            take(&question.id.replace("g-q-", "g-c-"), &[choice.text]);
        }
    }
    for answer in guide().answers {
        take("g-a-", &[answer.id]);
    }
    used
}

/// Every list of sources in the tables that must not be empty, with what it belongs to.
fn cited() -> Vec<(String, &'static [SourceId])> {
    let mut cited = Vec::new();
    for entry in entries() {
        cited.push((entry.key.to_owned(), entry.sources));
        let causes = entry.causes.iter().map(|it| (it.text, it.sources));
        let fixes = entry.fixes.iter().map(|it| (it.text, it.sources));
        let seen = entry.seen.iter().map(|it| (it.text, it.sources));
        let confusions = entry.confusions.iter().map(|it| (it.text, it.sources));
        for (text, sources) in causes.chain(fixes).chain(seen).chain(confusions) {
            cited.push((text.to_owned(), sources));
        }
    }
    for service in services() {
        cited.push((service.key.to_owned(), service.sources));
        let own = service.codes.iter().map(|it| (it.text, it.sources));
        let own = own.filter(|(_, sources)| !sources.is_empty());
        cited.extend(own.map(|(text, sources)| (text.to_owned(), sources)));
    }
    for pair in pairs() {
        cited.push((format!("{} and {}", pair.low, pair.high), pair.sources));
    }
    cited
}

#[test]
fn every_message_that_the_tables_use_is_there_and_every_message_is_used() {
    let there: BTreeSet<_> = messages().into_keys().map(str::to_owned).collect();
    let used: BTreeSet<_> = used().into_keys().collect();
    let missing: Vec<_> = used.difference(&there).collect();
    let idle: Vec<_> = there.difference(&used).collect();
    assert!(missing.is_empty(), "not written: {missing:#?}");
    assert!(idle.is_empty(), "not used: {idle:#?}");
}

#[test]
fn message_ids_say_where_they_belong() {
    for (id, start) in used() {
        assert!(id.starts_with(&start), "{id} does not begin with {start}");
    }
}

#[test]
fn messages_are_plain_sentences() {
    for (id, text) in messages() {
        assert!(!text.contains(['{', '}', '<', '>', '*']), "markup in {id}");
        assert_eq!(text.trim(), text, "space around {id}");
        assert!(!text.contains("  "), "two spaces in {id}");
        let is_phrase = id.ends_with("-title") || id.contains("-differ-") || id.starts_with("g-c-");
        assert!(
            is_phrase || text.ends_with(['.', '?', '`']),
            "{id} does not end: {text}"
        );
    }
}

#[test]
fn every_row_of_the_close_codes_has_an_entry_and_both_are_in_order() {
    let rows: Vec<_> = ROWS.iter().map(|row| (row.first, row.last)).collect();
    let entries: Vec<_> = entries().map(|it| (it.code, it.last)).collect();
    assert_eq!(entries, rows);
}

#[test]
fn every_number_has_the_entry_of_its_row() {
    for code in 0..=u16::MAX {
        let entry = entry(code).expect("an entry");
        assert_eq!(entry.code, lookup(code).first);
        assert!((entry.code..=entry.last).contains(&code));
    }
}

#[test]
fn every_entry_tells_causes_fixes_sightings_and_confusions() {
    for entry in entries() {
        let key = entry.key;
        assert!(entry.causes.len() >= 2, "{key} has too few causes");
        for role in [Role::Server, Role::Client] {
            assert!(
                entry.fixes.iter().any(|fix| fix.who == role),
                "{key} has no fix for {role:?}"
            );
        }
        assert!(!entry.seen.is_empty(), "nobody sees {key}");
        assert!(
            !entry.confusions.is_empty(),
            "{key} is mistaken for nothing"
        );
        assert!(
            entry
                .confusions
                .iter()
                .all(|it| !(entry.code..=entry.last).contains(&it.with)),
            "{key} is mistaken for itself"
        );
    }
}

#[test]
fn what_can_stand_in_a_frame_tells_what_its_reason_says_and_nothing_else_does() {
    for entry in entries() {
        let may_be_sent = lookup(entry.code).wire == WireRule::Allowed;
        assert_eq!(entry.reason.is_some(), may_be_sent, "{}", entry.key);
        if let Some(reason) = entry.reason {
            assert_eq!(reason, format!("{}-reason", entry.key));
        }
    }
}

#[test]
fn every_fact_has_a_source_and_every_source_a_fact() {
    let mut seen = BTreeSet::new();
    for (what, sources) in cited() {
        assert!(!sources.is_empty(), "{what} has no source");
        for &id in sources {
            assert_eq!(source(id).id, id);
            seen.insert(id);
        }
        let distinct: BTreeSet<_> = sources.iter().collect();
        assert_eq!(distinct.len(), sources.len(), "{what} names one twice");
    }
    let all: Vec<_> = sources().map(|source| source.id).collect();
    let distinct: BTreeSet<_> = all.iter().copied().collect();
    assert_eq!(all.len(), distinct.len(), "two sources share an id");
    let idle: Vec<_> = distinct.difference(&seen).collect();
    assert!(idle.is_empty(), "nothing rests on {idle:?}");
}

#[test]
fn what_is_measured_names_a_measurement_and_what_is_published_an_address() {
    for source in sources() {
        let id = source.id.as_str();
        let is_ours = ["measured-", "read-", "rejoin"]
            .iter()
            .any(|it| id.starts_with(it));
        assert_eq!(source.url.is_none(), is_ours, "{id}");
        assert!(source.url.is_none_or(|url| url.starts_with("https://")));
    }
    for seen in entries().flat_map(|entry| entry.seen) {
        if let Basis::Measured { version } = seen.basis {
            assert!(!version.is_empty(), "{}", seen.text);
            assert!(
                seen.sources
                    .iter()
                    .any(|id| id.as_str().starts_with("measured-")),
                "{} names no measurement",
                seen.text
            );
        }
    }
}

#[test]
fn services_and_their_codes_are_in_order() {
    assert!(services().is_sorted_by(|a, b| a.key < b.key), "keys");
    for service in services() {
        let key = service.key;
        assert!(service.codes.is_sorted_by(|a, b| a.code < b.code), "{key}");
        assert!(service.ranges.iter().all(|it| it.first < it.last), "{key}");
        assert!(
            service.ranges.is_sorted_by(|a, b| a.last < b.first),
            "the ranges of {key} overlap"
        );
        assert!(
            service.note.is_some() || !service.codes.is_empty(),
            "{key} says nothing"
        );
    }
}

#[test]
fn pairs_are_in_order_and_say_how_to_tell_them_apart() {
    let order: Vec<_> = pairs().map(|pair| (pair.low, pair.high)).collect();
    assert!(order.is_sorted_by(|a, b| a < b), "{order:?}");
    for found in pairs() {
        assert!(found.low < found.high);
        assert!(!found.tell_apart.is_empty(), "{} {}", found.low, found.high);
        for (a, b) in [(found.low, found.high), (found.high, found.low)] {
            assert!(pair(a, b).is_some_and(|it| core::ptr::eq(it, found)));
        }
    }
}

#[test]
fn the_guide_reaches_every_answer_and_never_runs_in_circles() {
    let questions = guide().questions;
    let mut reached = BTreeSet::from([questions[0].id]);
    for (place, question) in questions.iter().enumerate() {
        assert!(
            reached.contains(question.id),
            "{} is never asked",
            question.id
        );
        assert!(
            question.choices.len() >= 2,
            "{} is no question",
            question.id
        );
        for choice in question.choices {
            reached.insert(match choice.next {
                Next::Question(id) => {
                    let next = questions.iter().position(|it| it.id == id);
                    assert!(next > Some(place), "{id} is not a later question");
                    id
                }
                Next::Answer(id) => {
                    assert!(guide().answers.iter().any(|it| it.id == id), "no {id}");
                    id
                }
            });
        }
    }
    for answer in guide().answers {
        assert!(reached.contains(answer.id), "{} is never given", answer.id);
        assert!(!answer.codes.is_empty(), "{} leads nowhere", answer.id);
    }
}
