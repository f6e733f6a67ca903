//! What stands on the page of an explanation, a comparison, the table of codes, or a search.

use rejoin_close_codes::{Retry, Sender};

use super::layout::{Layout, Sources};
use super::page::Page;
use crate::cited::Cited;
use crate::explain::seconds;
use crate::{
    Comparison, Explanation, Fact, Language, Matches, Prose, Relation, Section, SectionKind,
    Subject, Texts,
};

/// Everything that is told of one code. The first line is the verdict.
pub fn explanation(explanation: &Explanation, layout: Layout) -> String {
    let mut page = Page::new(layout, explanation.language.direction());
    page.strong(&explanation.headline);
    page.gap();
    page.paragraph(&explanation.meaning);
    // A service that was asked for comes first.
    let asked_for = explanation.context.services().is_some();
    let is_first = |section: &&Section| asked_for && section.kind == SectionKind::Services;
    let (first, others): (Vec<_>, Vec<_>) = explanation.sections.iter().partition(is_first);
    sections(&mut page, &first, &explanation.sources, layout);
    page.gap();
    facts(&mut page, &explanation.facts, &explanation.sources, layout);
    sections(&mut page, &others, &explanation.sources, layout);
    list_of_sources(
        &mut page,
        &explanation.sources,
        explanation.language,
        layout,
    );
    page.into_text()
}

/// Two codes side by side: the table of differences first.
pub fn comparison(comparison: &Comparison, layout: Layout) -> String {
    let Comparison { low, high, .. } = comparison;
    let texts = Texts::of(comparison.language);
    let mut page = Page::new(layout, texts.direction());
    page.strong(&comparison.title);
    page.gap();
    if !comparison.remark.is_empty() {
        page.paragraph(&comparison.remark);
        page.gap();
    }
    page.paragraph(&low.headline);
    if comparison.relation != Relation::Same {
        page.paragraph(&high.headline);
    }
    if !comparison.differences.is_empty() {
        page.heading(&texts.prose("heading-differences"));
        let heads =
            [low, high].map(|side| Prose::name(side.subject.to_string(), texts.direction()));
        let rows: Vec<_> = comparison
            .differences
            .iter()
            .map(|line| (&line.label, [&line.low, &line.high]))
            .collect();
        page.contrast([&heads[0], &heads[1]], &rows);
    }
    if !comparison.alike.is_empty() && comparison.relation != Relation::Same {
        page.heading(&texts.prose("heading-alike"));
        facts(&mut page, &comparison.alike, &comparison.sources, layout);
    }
    let told: Vec<_> = comparison.sections.iter().collect();
    sections(&mut page, &told, &comparison.sources, layout);
    list_of_sources(&mut page, &comparison.sources, comparison.language, layout);
    page.into_text()
}

/// The table of codes: one line each.
pub fn codes(language: Language, layout: Layout) -> String {
    let texts = Texts::of(language);
    let heads = ["code", "title", "sender", "wire", "retry"]
        .map(|column| texts.prose(&format!("column-{column}")));
    let rows = Subject::all().map(|subject| row(subject, texts));
    let rows: Vec<[Prose; 5]> = core::iter::once(heads).chain(rows).collect();
    let mut page = Page::new(layout, texts.direction());
    page.columns(&rows);
    page.into_text()
}

/// The places that fit the words of a search, with a line each.
pub fn matches(matches: &Matches, language: Language, layout: Layout) -> String {
    let texts = Texts::of(language);
    let mut page = Page::new(layout, texts.direction());
    let count = u32::try_from(matches.matches.len()).unwrap_or(u32::MAX);
    page.paragraph(&texts.prose_with("matches", &[("count", count.into())]));
    page.gap();
    for found in &matches.matches {
        let subject = Prose::name(found.subject.to_string(), texts.direction());
        page.item(&subject.then(found.title.clone()), &found.line);
    }
    page.into_text()
}

fn facts(page: &mut Page, facts: &[Fact], sources: &[Cited], layout: Layout) {
    let values: Vec<Prose> = facts
        .iter()
        .map(|fact| marked(fact.value.clone(), fact.source.as_slice(), sources, layout))
        .collect();
    let rows: Vec<_> = facts
        .iter()
        .zip(&values)
        .map(|(fact, value)| (&fact.label, value))
        .collect();
    page.table(&rows);
}

fn sections(page: &mut Page, sections: &[&Section], sources: &[Cited], layout: Layout) {
    for section in sections {
        page.heading(&section.heading);
        for point in &section.points {
            let text = marked(point.text.clone(), &point.sources, sources, layout);
            if section.points.len() == 1 && point.lead.is_empty() && point.note.is_empty() {
                page.indented(&text);
            } else {
                let note = point.note.clone();
                page.item_with(&point.lead, &text, &Prose::default().noted(&note));
            }
        }
    }
}

/// A line of the table of codes.
fn row(subject: Subject, texts: &Texts) -> [Prose; 5] {
    let info = subject.info();
    let sender = match info.sender {
        Sender::Both => "sender-short-both",
        Sender::Client => "sender-short-client",
        Sender::Nobody => "sender-short-nobody",
        Sender::Server => "sender-short-server",
    };
    let wire = if info.wire.allows_in_close_frame() {
        "wire-short-yes"
    } else {
        "wire-short-no"
    };
    let retry = match info.retry.verdict {
        Retry::Application => texts.prose("retry-short-application"),
        Retry::Never => texts.prose("retry-short-never"),
        Retry::NotNeeded => texts.prose("retry-short-not-needed"),
        Retry::WithNewInput => texts.prose("retry-short-with-new-input"),
        Retry::Yes { first_delay } => {
            texts.prose_with("retry-short-yes", &[("range", seconds(first_delay).into())])
        }
    };
    [
        Prose::name(subject.to_string(), texts.direction()),
        texts.prose(&format!("{}-title", subject.entry().key)),
        texts.prose(sender),
        texts.prose(wire),
        retry,
    ]
}

/// A text with the numbers of its sources behind it.
fn marked(text: Prose, cited: &[Cited], sources: &[Cited], layout: Layout) -> Prose {
    if layout.sources == Sources::LeftOut || cited.is_empty() {
        return text;
    }
    let numbers = cited
        .iter()
        .filter_map(|cited| sources.iter().position(|it| it == cited));
    let numbers: Vec<String> = numbers.map(|place| format!("[{}]", place + 1)).collect();
    text.then(Prose::text(numbers.join("")))
}

fn list_of_sources(page: &mut Page, sources: &[Cited], language: Language, layout: Layout) {
    if layout.sources == Sources::LeftOut {
        return;
    }
    page.heading(&Texts::of(language).prose("heading-sources"));
    for (place, source) in sources.iter().enumerate() {
        page.numbered(place + 1, source.title, source.url);
    }
}
