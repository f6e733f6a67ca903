//! The pages, each with its template.

mod code;
mod codes;
mod comparison;
mod comparisons;
mod guide;
mod languages;
mod missing;
mod service;
mod services;
mod sources;

use askama::Template;

pub(super) use self::services::written;

use super::Site;
use super::address::Page;
use super::frame::Frame;
use crate::Language;

/// The page in that language.
pub(super) fn render(site: &Site, language: Language, page: Page) -> String {
    let frame = Frame::new(site, language, page);
    match page {
        Page::Codes => write(&codes::CodesPage::new(frame)),
        Page::Code(subject) => write(&code::CodePage::new(frame, subject)),
        Page::Comparisons => write(&comparisons::ComparisonsPage::new(frame)),
        Page::Comparison(low, high) => write(&comparison::ComparisonPage::new(frame, low, high)),
        Page::Services => write(&services::ServicesPage::new(frame)),
        Page::Service(service) => write(&service::ServicePage::new(frame, service)),
        Page::Guide => write(&guide::GuidePage::new(frame)),
        Page::Sources => write(&sources::SourcesPage::new(frame)),
        Page::Missing => write(&missing::MissingPage::new(frame)),
    }
}

/// The list of languages.
pub(super) fn languages(site: &Site) -> String {
    write(&languages::LanguagesPage::new(site))
}

fn write(page: &impl Template) -> String {
    page.render()
        .expect("a string takes everything, and no value fails to be written")
}
