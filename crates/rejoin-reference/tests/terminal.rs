//! What stands on a terminal, compared with files; and what must hold for every page of it.
#![cfg(feature = "text")]

use std::path::Path;

use rejoin_reference::render::text::{self, Layout};
use rejoin_reference::{
    Comparison, Context, Direction, Explanation, Language, Phase, Subject, pairs, search, services,
};
use unicode_width::UnicodeWidthStr;

/// Compares with a file; writes it instead where the variable `WRITE_SNAPSHOTS` is set.
fn snapshot(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/terminal")
        .join(name);
    if std::env::var_os("WRITE_SNAPSHOTS").is_some() {
        std::fs::write(&path, text).expect("the directory is there");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        text == expected,
        "{name} has changed; if it is meant, write it anew with \
         WRITE_SNAPSHOTS=1 cargo test -p rejoin-reference --all-features --test terminal\n{text}"
    );
}

fn explain(code: u16, context: Context, language: Language, layout: Layout) -> String {
    text::explanation(
        &Explanation::new(Subject::Code(code), context, language),
        layout,
    )
}

fn compare(a: u16, b: u16, context: &Context, language: Language) -> String {
    let comparison = Comparison::new(Subject::Code(a), Subject::Code(b), context, language);
    text::comparison(&comparison, Layout::new())
}

#[test]
fn explanations_look_as_they_should() {
    let english = Language::English;
    let layout = Layout::new();
    snapshot(
        "explain-1010.txt",
        &explain(1010, Context::new(), english, layout),
    );
    let handshake = Context::new().in_phase(Phase::Handshake);
    let sources = layout.with_sources();
    snapshot(
        "explain-1006-handshake-sources.txt",
        &explain(1006, handshake, english, sources),
    );
    let discord = Context::new().of_service("discord").expect("it is known");
    snapshot(
        "explain-4004-discord.txt",
        &explain(4004, discord, english, layout),
    );
    snapshot(
        "explain-65535.txt",
        &explain(65_535, Context::new(), english, layout),
    );
}

#[test]
fn comparisons_look_as_they_should() {
    let (context, english) = (Context::new(), Language::English);
    snapshot(
        "compare-1010-1012.txt",
        &compare(1012, 1010, &context, english),
    );
    snapshot(
        "compare-1000-1009.txt",
        &compare(1000, 1009, &context, english),
    );
    snapshot(
        "compare-1010-1010.txt",
        &compare(1010, 1010, &context, english),
    );
    let discord = Context::new()
        .of_service("discord-gateway")
        .expect("it is known");
    snapshot(
        "compare-4004-4009-discord.txt",
        &compare(4004, 4009, &discord, english),
    );
}

#[test]
fn the_table_and_a_search_look_as_they_should() {
    let english = Language::English;
    snapshot("codes.txt", &text::codes(english, Layout::new()));
    let found = search("proxy timeout", english);
    snapshot(
        "search-proxy-timeout.txt",
        &text::matches(&found, english, Layout::new()),
    );
}

#[test]
fn right_to_left_pages_look_as_they_should() {
    let is_rtl = |language: &&Language| language.direction() == Direction::RightToLeft;
    for &language in Language::ALL.iter().filter(is_rtl) {
        let page = explain(1012, Context::new(), language, Layout::new());
        snapshot(&format!("explain-1012-{language}.txt"), &page);
        let page = compare(1010, 1012, &Context::new(), language);
        snapshot(&format!("compare-1010-1012-{language}.txt"), &page);
        let plain = explain(1012, Context::new(), language, Layout::new().plain());
        assert!(!plain.contains(['\u{2066}', '\u{2069}']), "{language}");
    }
}

#[test]
fn every_english_verdict_fits_on_one_line() {
    for subject in Subject::all() {
        let explanation = Explanation::new(subject, Context::new(), Language::English);
        let headline = explanation.headline.to_string();
        assert!(headline.width() <= 80, "{headline}");
    }
}

#[test]
fn no_page_is_wider_than_asked_but_for_what_cannot_be_broken() {
    for &language in Language::ALL {
        let subjects = Subject::all().chain([4004, 4400].map(Subject::Code));
        let pages = subjects.map(|subject| {
            let explanation = Explanation::new(subject, Context::new(), language);
            text::explanation(&explanation, Layout::new())
        });
        let compared = pairs().map(|pair| compare(pair.low, pair.high, &Context::new(), language));
        for page in pages
            .chain(compared)
            .chain([text::codes(language, Layout::new())])
        {
            for line in page.lines() {
                let longest_word = line.split(' ').map(UnicodeWidthStr::width).max();
                let cannot_be_broken = longest_word.unwrap_or_default() > 30;
                assert!(line.width() <= 80 || cannot_be_broken, "{language}: {line}");
                assert_eq!(line.trim_end(), line, "{language}: space at the end");
            }
        }
    }
}

#[test]
fn every_number_gets_a_true_answer() {
    for code in 0..=u16::MAX {
        let subject = Subject::Code(code);
        let (info, entry) = (subject.info(), subject.entry());
        assert!((info.first..=info.last).contains(&code), "{code}");
        assert_eq!((entry.code, entry.last), (info.first, info.last), "{code}");
    }
    let borders = Subject::all().flat_map(|subject| {
        let (first, last) = (subject.first(), subject.last());
        [first.saturating_sub(1), first, last, last.saturating_add(1)]
    });
    let told = services()
        .iter()
        .flat_map(|service| service.codes)
        .map(|told| told.code);
    let sample = borders.chain(told).chain((0..=u16::MAX).step_by(499));

    for code in sample {
        let page = explain(code, Context::new(), Language::English, Layout::new());
        assert!(page.starts_with(&code.to_string()), "{page}");
        assert!(!page.to_lowercase().contains("unknown code"), "{page}");
        for heading in ["Reconnect?", "When you see it", "How to fix it"] {
            assert!(page.contains(heading), "{code}: {heading}");
        }
    }
}

#[test]
fn every_code_of_every_service_is_explained_in_its_own_words() {
    for service in services() {
        let context = Context::new().of_service(service.key).expect("it is known");
        for told in service.codes {
            let explanation =
                Explanation::new(Subject::Code(told.code), context.clone(), Language::English);
            let [meaning] = explanation.meanings.as_slice() else {
                panic!("{} {}: {:?}", service.key, told.code, explanation.meanings);
            };
            assert_eq!(meaning.reconnect, told.reconnect);
            let headline = explanation.headline.to_string();
            assert!(headline.contains(service.name), "{headline}");
        }
    }
}
