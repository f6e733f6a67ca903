//! What the search in the page looks through.
//!
//! It is a script that hands over data, and no JSON, because a page that was opened from a disk may
//! load scripts and nothing else.

use std::collections::HashSet;

use serde::Serialize;

use super::address::Page;
use crate::content::{Service, services};
use crate::explain::named;
use crate::{Direction, Language, Prose, Run, Subject, Texts};

/// A place: first and last code, link from the root of the language, title, one line, and the texts
/// by whose words it is found beside those two.
#[derive(Serialize)]
struct Place(u16, u16, String, String, String, Vec<String>);

/// The script with the places of a language.
pub(super) fn index(language: Language) -> String {
    let texts = Texts::of(language);
    let codes = Subject::all().map(|subject| of_code(subject, texts));
    let meanings = services().iter().flat_map(|service| {
        let codes = service.codes.iter();
        let codes = codes.map(|it| (it.code, it.code, it.text));
        let ranges = service.ranges.iter();
        let ranges = ranges.map(|it| (it.first, it.last, it.text));
        codes
            .chain(ranges)
            .map(move |told| of_meaning(service, told, texts))
    });
    let places: Vec<_> = codes.chain(meanings).collect();
    let places = serde_json::to_string(&places).expect("texts and numbers serialise");
    format!("rejoinSearch({places});\n")
}

fn of_code(subject: Subject, texts: &Texts) -> Place {
    let (info, entry) = (subject.info(), subject.entry());
    let line = texts.prose(&format!("{}-meaning", entry.key));
    let title = named(subject, texts);
    let names = words(&format!("{} {}", info.name, info.title));
    let causes = entry.causes.iter().map(|cause| {
        let text = texts.prose(cause.text);
        words(&format!("{} {text}", cause.product.unwrap_or_default()))
    });
    Place(
        subject.first(),
        subject.last(),
        format!("{}.html", Page::Code(subject)),
        shown(&title, texts),
        shown(&line, texts),
        core::iter::once(names).chain(causes).collect(),
    )
}

fn of_meaning(
    service: &'static Service,
    (first, last, text): (u16, u16, &str),
    texts: &Texts,
) -> Place {
    let numbers = super::pages::written(first, last);
    let name = Prose::name(format!("{numbers} {}", service.name), texts.direction());
    Place(
        first,
        last,
        format!("{}.html#{numbers}", Page::Service(service)),
        shown(&name, texts),
        shown(&texts.prose(text), texts),
        Vec::new(),
    )
}

/// A text for `textContent`: what must run from left to right is isolated by invisible characters.
fn shown(prose: &Prose, texts: &Texts) -> String {
    if texts.direction() == Direction::LeftToRight {
        return prose.to_string();
    }
    let isolated = prose.runs().iter().map(|run| match run {
        Run::Text(text) => text.to_string(),
        Run::Literal(text) | Run::LeftToRight(text) => format!("\u{2066}{text}\u{2069}"),
    });
    isolated.collect()
}

/// The words of a text, each once, as they are compared.
fn words(text: &str) -> String {
    let text = fold(text);
    let mut seen = HashSet::new();
    let words = text.split(' ').filter(|word| seen.insert(*word));
    words.collect::<Vec<_>>().join(" ")
}

/// A text as it is compared; the script does the same with what is typed.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars().flat_map(char::to_lowercase) {
        match character {
            // Vowel signs of Arabic, which nobody types.
            '\u{64b}'..='\u{652}' => {}
            letter if letter.is_alphanumeric() => folded.push(letter),
            _ if folded.ends_with(' ') => {}
            _ => folded.push(' '),
        }
    }
    folded.trim().to_owned()
}
