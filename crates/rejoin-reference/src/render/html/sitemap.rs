//! The list of all pages for search engines.

use core::fmt::Write;

use askama::filters::{Escaper, Html};

use super::Site;
use super::address::{Address, Page};
use crate::Language;

/// Every page with its translations, as an XML file by the protocol of sitemaps.org.
pub(super) fn of(site: &Site) -> String {
    let base = site.base().unwrap_or_default();
    let mut xml = String::from(HEAD);
    let mut write = || -> core::fmt::Result {
        for page in Page::all().filter(|page| *page != Page::Missing) {
            for &language in Language::ALL {
                xml.write_str("<url>")?;
                element(&mut xml, base, language, page)?;
                for &other in Language::ALL {
                    write!(
                        xml,
                        "<xhtml:link rel=\"alternate\" hreflang=\"{other}\" href=\""
                    )?;
                    location(&mut xml, base, other, page)?;
                    xml.write_str("\"/>")?;
                }
                xml.write_str("</url>\n")?;
            }
        }
        xml.write_str("</urlset>\n")
    };
    write().expect("a string takes everything");
    xml
}

fn element(xml: &mut String, base: &str, language: Language, page: Page) -> core::fmt::Result {
    xml.write_str("<loc>")?;
    location(xml, base, language, page)?;
    xml.write_str("</loc>")
}

fn location(xml: &mut String, base: &str, language: Language, page: Page) -> core::fmt::Result {
    let address = Address::Page(language, page);
    Html.write_escaped_str(xml, &format!("{base}{address}"))
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
    <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
    xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
