use std::collections::{BTreeMap, BTreeSet};

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

/// The message ids that the tables use.
fn used() -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for entry in entries() {
        for part in ["title", "meaning", "reconnect"] {
            used.insert(format!("{}-{part}", entry.key));
        }
        used.extend(entry.reason.map(str::to_owned));
        used.extend(entry.causes.iter().map(|cause| cause.text.to_owned()));
        used.extend(entry.fixes.iter().map(|fix| fix.text.to_owned()));
        used.extend(entry.seen.iter().map(|seen| seen.text.to_owned()));
        used.extend(entry.confusions.iter().map(|it| it.text.to_owned()));
    }
    for service in services() {
        used.extend(service.note.map(str::to_owned));
        used.extend(service.codes.iter().map(|code| code.text.to_owned()));
        used.extend(service.ranges.iter().map(|range| range.text.to_owned()));
    }
    for pair in pairs() {
        used.extend(pair.tell_apart.iter().map(|&text| text.to_owned()));
        used.extend([pair.use_low, pair.use_high, pair.now].map(str::to_owned));
        for line in pair.differences {
            used.extend([line.aspect, line.low, line.high].map(str::to_owned));
        }
    }
    for question in guide().questions {
        used.insert(question.id.to_owned());
        used.extend(question.choices.iter().map(|it| it.text.to_owned()));
    }
    used.extend(guide().answers.iter().map(|it| it.id.to_owned()));
    used
}

#[test]
fn every_message_that_the_tables_use_is_there_and_every_message_is_used() {
    let there: BTreeSet<_> = messages().into_keys().map(str::to_owned).collect();
    let used = used();
    let missing: Vec<_> = used.difference(&there).collect();
    let idle: Vec<_> = there.difference(&used).collect();
    assert!(missing.is_empty(), "not written: {missing:#?}");
    assert!(idle.is_empty(), "not used: {idle:#?}");
}
