//! One header of the opening handshake: what it is for, and whether it is right.

mod extensions;
mod others;

use rejoin::extension::header::Malformed;
use rejoin_reference::render::text::Page;
use rejoin_reference::{Language, Prose, Texts};
use serde::Serialize;

use super::Saying;
use crate::args::Offers;
use crate::exit::Failure;
use crate::inert;

/// A header, judged. As JSON it is what `--json` says.
#[derive(Debug, Serialize)]
pub(super) struct Judged {
    kind: &'static str,
    language: &'static str,
    direction: &'static str,
    name: &'static str,
    value: String,
    about: Words,
    remarks: Vec<Remark>,
    malformed: Option<MalformedJson>,
    elements: Vec<Element>,
    as_offer: Vec<Offered>,
    as_answer: Vec<Answered>,
}

/// A text that is shown in one place and serialized in another.
#[derive(Clone, Debug)]
struct Words(Prose);

impl Serialize for Words {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// Something that is to be said of the value; `good` where it is right or wrong.
#[derive(Debug, Serialize)]
struct Remark {
    good: Option<bool>,
    text: Words,
}

/// Where a list of extensions breaks its grammar.
#[derive(Debug, Serialize)]
struct MalformedJson {
    byte: usize,
    text: Words,
}

/// What an element or a parameter of a list of extensions says.
#[derive(Debug, Serialize)]
struct Element {
    element: String,
    text: Words,
}

/// What a server makes of an offer.
#[derive(Debug, Serialize)]
struct Offered {
    offer: String,
    outcome: &'static str,
    answer: Option<String>,
    rule: Option<&'static str>,
    section: Option<String>,
    text: Words,
}

/// What a client makes of the whole list, if it had offered that.
#[derive(Debug, Serialize)]
struct Answered {
    to: String,
    opens: bool,
    missing: Vec<String>,
    rule: Option<&'static str>,
    section: Option<String>,
    text: Words,
}

/// Judges `Name: value`, or the value of `Sec-WebSocket-Extensions` alone.
pub(super) fn judge(
    header: &str,
    offer: Option<&Offers>,
    language: Language,
) -> Result<Judged, Failure> {
    let (name, value) = parse(header)?;
    let texts = Texts::of(language);
    if http::HeaderValue::from_str(value).is_err() {
        return Err(Failure::usage(
            "--header has a character that no header can have; quote it for the shell",
        ));
    }
    if name != EXTENSIONS && offer.is_some() {
        return Err(Failure::usage(
            "--offer is for Sec-WebSocket-Extensions alone; leave it out",
        ));
    }
    let mut judged = Judged {
        kind: "header",
        language: language.tag(),
        direction: language.direction().html(),
        name,
        value: value.to_owned(),
        about: Words(texts.prose(others::purpose(name))),
        remarks: Vec::new(),
        malformed: None,
        elements: Vec::new(),
        as_offer: Vec::new(),
        as_answer: Vec::new(),
    };
    if name == EXTENSIONS {
        extensions::judge(&mut judged, offer, texts)?;
    } else {
        judged.remarks = others::remarks(name, value, texts);
    }
    Ok(judged)
}

/// The header's own spelling of its name, and its value.
fn parse(header: &str) -> Result<(&'static str, &str), Failure> {
    let Some((name, value)) = header.split_once(':') else {
        return Ok((EXTENSIONS, header.trim()));
    };
    let name = name.trim();
    let known = KNOWN.iter().find(|known| known.eq_ignore_ascii_case(name));
    match known {
        Some(known) => Ok((known, value.trim())),
        // A colon may also stand in the quoted value of an extension's parameter.
        None if name.contains(['=', ';', '"']) => Ok((EXTENSIONS, header.trim())),
        None => Err(Failure::usage(format!(
            "--header knows nothing of '{}'; it knows {}",
            inert::Line(inert::start(name, super::MOST_SHOWN)),
            KNOWN.join(", ")
        ))),
    }
}

/// The header as a page.
pub(super) fn page(judged: &Judged, saying: Saying) -> String {
    let texts = Texts::of(saying.language);
    let mut page = Page::new(saying.layout, texts.direction());
    page.strong(&Prose::literal(format!(
        "{}: {}",
        judged.name, judged.value
    )));
    page.gap();
    page.paragraph(&judged.about.0);
    page.gap();
    for remark in &judged.remarks {
        page.item(&Prose::default(), &remark.text.0);
    }
    if let Some(malformed) = &judged.malformed {
        page.item(&Prose::default(), &malformed.text.0);
        let rest = judged.value.get(malformed.byte..).unwrap_or_default();
        if !rest.is_empty() {
            page.indented(&Prose::literal(format!("... {rest}")));
        }
    }
    list(
        &mut page,
        &texts.prose("heading-parameters"),
        judged
            .elements
            .iter()
            .map(|it| (Prose::literal(it.element.clone()), &it.text)),
    );
    list(
        &mut page,
        &texts.prose("heading-as-offer"),
        judged
            .as_offer
            .iter()
            .map(|it| (Prose::literal(it.offer.clone()), &it.text)),
    );
    for answered in &judged.as_answer {
        let to = Prose::literal(answered.to.clone());
        page.heading(&texts.prose_around("heading-as-answer", &[("offer", &to)]));
        page.indented(&answered.text.0);
    }
    page.into_text()
}

fn list<'a>(page: &mut Page, heading: &Prose, items: impl Iterator<Item = (Prose, &'a Words)>) {
    let mut items = items.peekable();
    if items.peek().is_some() {
        page.heading(heading);
    }
    for (lead, text) in items {
        page.item(&lead, &text.0);
    }
}

impl MalformedJson {
    fn of(fault: Malformed, texts: &Texts) -> Self {
        let place = Prose::literal(fault.offset.to_string());
        let offence = super::rules::offence(fault.offence, texts);
        let parts = [("place", &place), ("offence", &offence)];
        Self {
            byte: fault.offset,
            text: Words(texts.prose_around("header-malformed", &parts)),
        }
    }
}

const EXTENSIONS: &str = "Sec-WebSocket-Extensions";

/// The headers of which something is known.
const KNOWN: [&str; 8] = [
    EXTENSIONS,
    "Sec-WebSocket-Key",
    "Sec-WebSocket-Accept",
    "Sec-WebSocket-Version",
    "Sec-WebSocket-Protocol",
    "Upgrade",
    "Connection",
    "Retry-After",
];

#[cfg(test)]
mod tests;
