//! The list of services.

use askama::Template;

use crate::Prose;
use crate::content::{Service, services};
use crate::render::html::address::Page;
use crate::render::html::frame::Frame;

#[derive(Template)]
#[template(path = "services.html")]
pub(super) struct ServicesPage {
    frame: Frame,
    title: Prose,
    lead: Prose,
    rows: Vec<Row>,
}

struct Row {
    service: &'static Service,
    href: String,
    /// Its codes and ranges, as they are written.
    numbers: Vec<String>,
}

impl ServicesPage {
    pub(super) fn new(frame: Frame) -> Self {
        let texts = frame.texts;
        let title = texts.prose("web-services-title");
        let lead = texts.prose("web-services-lead");
        let rows = services().iter().map(|service| Row {
            service,
            href: frame.to(&Page::Service(service)),
            numbers: numbers(service),
        });
        Self {
            rows: rows.collect(),
            frame: frame.titled(&title, &lead),
            title,
            lead,
        }
    }
}

/// Codes that follow one another as one range, then the ranges.
fn numbers(service: &Service) -> Vec<String> {
    let mut runs: Vec<(u16, u16)> = Vec::new();
    for code in service.codes.iter().map(|it| it.code) {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == code => *last = code,
            _ => runs.push((code, code)),
        }
    }
    let ranges = service.ranges.iter().map(|range| (range.first, range.last));
    runs.into_iter()
        .chain(ranges)
        .map(|(first, last)| written(first, last))
        .collect()
}

/// `4000`, `4000-4009`.
pub(in crate::render::html) fn written(first: u16, last: u16) -> String {
    if first == last {
        first.to_string()
    } else {
        format!("{first}-{last}")
    }
}
