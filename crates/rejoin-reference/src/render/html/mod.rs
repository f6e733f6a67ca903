//! As web pages: a site of files, to be written to a directory or served.
//!
//! It has a page for each code and range, each service and each two codes that are worth comparing,
//! the guide and the sources, in every language, with the facts of each page as JSON beside it. All
//! links are relative, so that the pages work from any directory, and from a disk without a server.
//! They need no script but for the search, and fetch nothing from elsewhere.
//!
//! # The paths
//!
//! ```text
//! index.html                        the list of languages
//! 404.html                          there is no such page; if the site knows where it is
//! sitemap.xml                       if the site knows its URL
//! assets/                           a style, a script, a picture
//! schema/                           the JSON Schemas of the facts
//! en/index.html, .json              the table of codes, and the search
//! en/1010.html, .json               a code; ranges are 4000-4999.html
//! en/compare/1010-1012.html, .json  two codes, the lower one first
//! en/compare/index.html             the list of them
//! en/services/zulip.html, .json     a service; index.html has all
//! en/guide.html, .json              why was I closed?
//! en/sources.html, .json            where every fact comes from
//! en/404.html                       there is no such page
//! en/search-index.js                what the search looks through
//! ```
//!
//! They stay the same from release to release.

mod address;
mod badge;
mod frame;
mod markup;
mod pages;
mod search;
mod sitemap;
mod told;

use core::fmt;
use std::borrow::Cow;

use serde::Serialize;

use self::address::{Address, Page};
use crate::render::json;
use crate::{Comparison, Context, Explanation, Language, Subject};

/// The reference as web pages.
///
/// # Examples
///
/// ```
/// use rejoin_reference::render::html::Site;
///
/// let site = Site::new();
/// let page = site.file("en/compare/1010-1012.html").expect("it is the page to look at first");
/// assert_eq!(page.kind, "text/html; charset=utf-8");
/// assert!(page.text.contains("Service Restart"));
/// assert!(site.file("en/1012-1010.html").is_none());
/// ```
#[derive(Clone, Debug, Default)]
pub struct Site {
    base: Option<String>,
}

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct File {
    /// Its media type.
    pub kind: &'static str,
    /// What is in it.
    pub text: Cow<'static, str>,
}

impl Site {
    /// A site that does not know where it is: the alternates of a page are relative, and it has no
    /// canonical addresses, no sitemap, and no page to be shown in the place of others.
    pub const fn new() -> Self {
        Self { base: None }
    }

    /// A site whose root is at `base`: a URL such as `https://example.com/close-codes/`, or the path
    /// of one on the same server, such as `/reference/`.
    ///
    /// A slash at its end is added. Links between pages stay relative. Only with a URL is there a
    /// sitemap.
    ///
    /// # Errors
    ///
    /// [`InvalidBase`] if it is neither `http://` or `https://` with a host nor a path from the root, if
    /// it has a query or a fragment, or characters that have no place in a URL.
    pub fn at(base: &str) -> Result<Self, InvalidBase> {
        let host = ["http://", "https://"]
            .iter()
            .find_map(|scheme| base.strip_prefix(scheme));
        let is_whole = host.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'));
        let is_path = base.starts_with('/') && !base.starts_with("//");
        let is_plain =
            |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/%[]".contains(&byte);
        if !(is_whole || is_path) || !base.bytes().all(is_plain) {
            return Err(InvalidBase(()));
        }
        let slash = if base.ends_with('/') { "" } else { "/" };
        Ok(Self {
            base: Some(format!("{base}{slash}")),
        })
    }

    /// The path of every file, without a slash at its beginning.
    pub fn paths(&self) -> impl Iterator<Item = String> {
        let sitemap = self.has_sitemap().then_some(Address::Sitemap);
        let missing = self.base().map(|_| Address::Missing);
        let addresses = sitemap.into_iter().chain(missing).chain(Address::all());
        addresses.map(|address| address.to_string())
    }

    /// The file at a path, or `None` if there is none.
    pub fn file(&self, path: &str) -> Option<File> {
        Some(match Address::of_path(path)? {
            Address::Languages => File::html(pages::languages(self)),
            // Shown at any depth, its links must say where the site is.
            Address::Missing if self.base().is_none() => return None,
            Address::Missing => File::html(pages::render(self, Language::default(), Page::Missing)),
            Address::Asset(asset) => File::new(asset.kind, asset.text),
            Address::Schema(schema) => File::new(SCHEMA, schema.text),
            Address::Sitemap if self.has_sitemap() => File::new(XML, sitemap::of(self)),
            Address::Sitemap => return None,
            Address::Page(language, page) => File::html(pages::render(self, language, page)),
            Address::Facts(language, page) => File::new(JSON, facts(language, page)?),
            Address::SearchIndex(language) => File::new(SCRIPT, search::index(language)),
        })
    }

    /// The path of the page on which `code` is told: its own, or that of its range.
    ///
    /// # Examples
    ///
    /// ```
    /// use rejoin_reference::Language;
    /// use rejoin_reference::render::html::Site;
    ///
    /// let site = Site::new();
    /// assert_eq!(site.path_of_code(1010, Language::English), "en/1010.html");
    /// assert_eq!(site.path_of_code(4004, Language::English), "en/4000-4999.html");
    /// ```
    pub fn path_of_code(&self, code: u16, language: Language) -> String {
        Address::Page(language, address::page_of(code)).to_string()
    }

    fn base(&self) -> Option<&str> {
        self.base.as_deref()
    }

    /// A sitemap has whole URLs.
    fn has_sitemap(&self) -> bool {
        self.base().is_some_and(|base| !base.starts_with('/'))
    }
}

impl File {
    fn new(kind: &'static str, text: impl Into<Cow<'static, str>>) -> Self {
        Self {
            kind,
            text: text.into(),
        }
    }

    fn html(text: String) -> Self {
        Self::new("text/html; charset=utf-8", text)
    }
}

/// The facts of a page, if it has some.
fn facts(language: Language, page: Page) -> Option<String> {
    let subject = Subject::Code;
    let explain = |subject| Explanation::new(subject, Context::new(), language);
    Some(match page {
        Page::Codes => write(&json::codes(language)),
        Page::Code(subject) => write(&json::explanation(&explain(subject))),
        Page::Comparison(low, high) => {
            let (low, high) = (subject(low), subject(high));
            let comparison = Comparison::new(low, high, &Context::new(), language);
            write(&json::comparison(&comparison))
        }
        Page::Services => write(&json::services(language)),
        Page::Service(service) => write(&json::service(service, language)),
        Page::Guide => write(&json::guide(language)),
        Page::Sources => write(&json::sources()),
        Page::Comparisons | Page::Missing => return None,
    })
}

fn write(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("plain fields with text keys serialise") + "\n"
}

const JSON: &str = "application/json";
const SCHEMA: &str = "application/schema+json";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const XML: &str = "application/xml";

/// Why a site cannot be at an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidBase(());

impl fmt::Display for InvalidBase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "take http:// or https:// with a host, or a path that begins with a slash; without a query",
        )
    }
}

impl core::error::Error for InvalidBase {}

#[cfg(test)]
mod tests;
