//! The codes of one service.

use askama::Template;

use super::services::written;
use crate::Prose;
use crate::cited::{Cited, once};
use crate::content::{Reconnect, Service, ServiceCode, ServiceRange, SourceId};
use crate::explain::reconnect_text;
use crate::render::html::badge::Badge;
use crate::render::html::frame::Frame;
use crate::render::html::told::Reference;

#[derive(Template)]
#[template(path = "service.html")]
pub(super) struct ServicePage {
    frame: Frame,
    service: &'static Service,
    title: Prose,
    note: Option<Prose>,
    rows: Vec<Row>,
    sources: Vec<Cited>,
}

/// What a code or a range means.
struct Row {
    numbers: String,
    text: Prose,
    reconnect: Badge,
    /// Sources beside those of the service.
    sources: Vec<Reference>,
}

impl ServicePage {
    pub(super) fn new(frame: Frame, service: &'static Service) -> Self {
        let texts = frame.texts;
        let name = Prose::name(service.name, texts.direction());
        let title = texts.prose_around("web-service-title", &[("service", &name)]);
        let sources = sources(service);
        let row = |first: u16, last: u16, text: &str, reconnect: Reconnect, own: &[SourceId]| Row {
            numbers: written(first, last),
            text: texts.prose(text),
            reconnect: Badge::reconnect(reconnect, texts.prose(reconnect_text(reconnect))),
            sources: Reference::of(&cited(own), &sources, &frame),
        };
        let code = |it: &ServiceCode| row(it.code, it.code, it.text, it.reconnect, it.sources);
        let range = |it: &ServiceRange| row(it.first, it.last, it.text, it.reconnect, it.sources);
        let rows = service.codes.iter().map(code);
        let rows = rows.chain(service.ranges.iter().map(range)).collect();
        Self {
            rows,
            note: service.note.map(|id| texts.prose(id)),
            frame: frame.titled(&title, &texts.prose("web-services-lead")),
            service,
            title,
            sources,
        }
    }
}

/// Those of the service, then those that its codes have beside them.
pub(super) fn sources(service: &Service) -> Vec<Cited> {
    let of_codes = service.codes.iter().flat_map(|it| it.sources);
    let of_ranges = service.ranges.iter().flat_map(|it| it.sources);
    let ids = service.sources.iter().chain(of_codes).chain(of_ranges);
    once(ids.map(|id| Cited::of(*id)))
}

fn cited(ids: &[SourceId]) -> Vec<Cited> {
    ids.iter().map(|id| Cited::of(*id)).collect()
}
