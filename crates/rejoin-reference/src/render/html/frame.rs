//! What every page has around its content.

use super::Site;
use super::address::{Address, Page};
use super::markup::Markup;
use crate::{Language, Prose, Texts};

/// What stands around the content of a page in one language.
pub(super) struct Frame {
    pub(super) language: Language,
    pub(super) texts: &'static Texts,
    page: Page,
    /// From here to the root of the site: `../../`.
    pub(super) root: String,
    /// From here to the root of the language: `../`.
    pub(super) home: String,
    /// The content of `<title>`, without the name of the site.
    pub(super) title: String,
    /// A sentence about the page, for search engines.
    pub(super) description: String,
    /// Where the page is, if the site knows where itself is.
    pub(super) canonical: Option<String>,
    /// The page in every language.
    pub(super) translations: Vec<Translation>,
    /// What shows the same in a terminal.
    pub(super) command: Option<Prose>,
}

/// A page in one language.
pub(super) struct Translation {
    pub(super) language: Language,
    /// From the page on which it is listed.
    pub(super) href: String,
    /// For `<link rel=alternate>`: whole where the site knows where it is.
    pub(super) alternate: String,
}

impl Frame {
    pub(super) fn new(site: &Site, language: Language, page: Page) -> Self {
        let address = Address::Page(language, page);
        // A page that is shown in the place of others cannot tell how deep it lies.
        let anchor = site.base().filter(|_| page == Page::Missing);
        let (root, home) = match (anchor, page.is_below()) {
            (Some(base), _) => (base.to_owned(), format!("{base}{language}/")),
            (None, true) => ("../../".to_owned(), "../".to_owned()),
            (None, false) => ("../".to_owned(), String::new()),
        };
        let translations = Language::ALL.iter().map(|&language| {
            let path = Address::Page(language, page).to_string();
            Translation {
                language,
                href: format!("{root}{path}"),
                alternate: format!("{}{path}", site.base().unwrap_or(&root)),
            }
        });
        Self {
            language,
            texts: Texts::of(language),
            page,
            title: String::new(),
            description: String::new(),
            canonical: site.base().map(|base| format!("{base}{address}")),
            translations: translations.collect(),
            command: None,
            root,
            home,
        }
    }

    /// The same with a title and a description.
    pub(super) fn titled(self, title: &Prose, description: &Prose) -> Self {
        Self {
            title: title.to_string(),
            description: description.to_string(),
            ..self
        }
    }

    /// The same with a command that shows it in a terminal.
    pub(super) fn shown_by(self, command: String) -> Self {
        let command = Prose::literal(command);
        let command = self
            .texts
            .prose_around("web-terminal", &[("command", &command)]);
        Self {
            command: Some(command),
            ..self
        }
    }

    /// A message as HTML.
    pub(super) fn say(&self, id: &str) -> Markup<'static> {
        self.texts.prose(id).into_html()
    }

    /// A message as plain text, for attributes.
    pub(super) fn plain(&self, id: &str) -> String {
        self.texts.prose(id).to_string()
    }

    /// The link to another page of the language.
    pub(super) fn to(&self, page: &Page) -> String {
        format!("{}{page}.html", self.home)
    }

    /// The link to the page of a code.
    pub(super) fn to_code(&self, code: u16) -> String {
        self.to(&super::address::page_of(code))
    }

    /// The link to a comparison.
    pub(super) fn to_comparison(&self, low: u16, high: u16) -> String {
        self.to(&Page::Comparison(low, high))
    }

    /// The facts of the page.
    pub(super) fn facts(&self) -> Option<String> {
        let page = self.page;
        page.has_facts()
            .then(|| format!("{}{page}.json", self.home))
    }

    /// The page for readers whose language is not there.
    pub(super) fn fallback(&self) -> String {
        let english = self.translations.first();
        english
            .map(|english| english.alternate.clone())
            .unwrap_or_default()
    }

    /// Whether it is to be listed by search engines.
    pub(super) fn is_listed(&self) -> bool {
        self.page != Page::Missing
    }

    /// The main parts: link, name, and whether the page is that or lies in it.
    pub(super) fn parts(&self) -> Vec<Part> {
        [
            (Page::Codes, "web-nav-codes"),
            (Page::Comparisons, "web-nav-compare"),
            (Page::Guide, "web-nav-guide"),
            (Page::Services, "web-nav-services"),
            (Page::Sources, "heading-sources"),
        ]
        .map(|(page, name)| Part {
            href: self.to(&page),
            name: self.texts.prose(name),
            current: self.current(page),
        })
        .into()
    }

    /// The value of `aria-current`, if the page is or belongs to `part`.
    fn current(&self, part: Page) -> Option<&'static str> {
        let belongs = matches!(
            (part, self.page),
            (Page::Codes, Page::Code(_))
                | (Page::Comparisons, Page::Comparison(..))
                | (Page::Services, Page::Service(_))
        );
        if part == self.page {
            Some("page")
        } else {
            belongs.then_some("true")
        }
    }

    /// Who made it.
    pub(super) fn footer(&self) -> Markup<'static> {
        let version = env!("CARGO_PKG_VERSION");
        self.texts
            .prose_with("web-footer", &[("version", version.into())])
            .into_html()
    }
}

/// A main part of the site.
pub(super) struct Part {
    pub(super) href: String,
    pub(super) name: Prose,
    pub(super) current: Option<&'static str>,
}
