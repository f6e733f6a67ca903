//! The list of languages, at the root of the site.

use askama::Template;

use crate::render::html::Site;
use crate::render::html::address::{Address, Page};
use crate::{Language, Texts};

#[derive(Template)]
#[template(path = "languages.html")]
pub(super) struct LanguagesPage {
    canonical: Option<String>,
    rows: Vec<Row>,
}

struct Row {
    language: Language,
    href: String,
    alternate: String,
    title: String,
}

impl LanguagesPage {
    pub(super) fn new(site: &Site) -> Self {
        let base = site.base();
        let rows = Language::ALL.iter().map(|&language| {
            let href = Address::Page(language, Page::Codes).to_string();
            Row {
                language,
                alternate: format!("{}{href}", base.unwrap_or_default()),
                href,
                title: Texts::of(language).prose("web-site").to_string(),
            }
        });
        Self {
            canonical: base.map(|base| format!("{base}{}", Address::Languages)),
            rows: rows.collect(),
        }
    }
}
