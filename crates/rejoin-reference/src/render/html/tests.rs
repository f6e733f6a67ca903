use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::{File, Site};
use crate::{Language, Subject};

/// Every file of a site that does not know where it is; made once for all tests.
fn files() -> &'static BTreeMap<String, File> {
    static FILES: OnceLock<BTreeMap<String, File>> = OnceLock::new();
    FILES.get_or_init(|| {
        let site = Site::new();
        let file = |path: String| {
            let file = site
                .file(&path)
                .unwrap_or_else(|| panic!("{path} is listed"));
            (path, file)
        };
        site.paths().map(file).collect()
    })
}

fn pages() -> impl Iterator<Item = (&'static str, &'static str)> {
    let pages = files().iter().filter(|(path, _)| is(path, "html"));
    pages.map(|(path, file)| (path.as_str(), file.text.as_ref()))
}

/// The values of an attribute, as they are written.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let begin = format!(" {attribute}=\"");
    let parts = html.split(begin.as_str()).skip(1);
    parts
        .map(|part| part.split_once('"').expect("values are quoted").0)
        .collect()
}

/// The start tags of an element.
fn tags<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let begin = format!("<{name}");
    let parts = html.split(begin.as_str()).skip(1);
    parts
        .filter(|part| part.starts_with([' ', '>']))
        .map(|part| part.split_once('>').expect("tags are closed").0)
        .collect()
}

/// The path to which a link of a page leads, and the anchor there.
fn target<'a>(page: &str, link: &'a str) -> (String, Option<&'a str>) {
    let (link, anchor) = match link.split_once('#') {
        Some((link, anchor)) => (link, Some(anchor)),
        None => (link, None),
    };
    if link.is_empty() {
        return (page.to_owned(), anchor);
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        if part == ".." {
            parts
                .pop()
                .unwrap_or_else(|| panic!("{link} of {page} leaves the site"));
        } else {
            parts.push(part);
        }
    }
    (parts.join("/"), anchor)
}

fn is_outside(link: &str) -> bool {
    link.starts_with("https://") || link.starts_with("http://")
}

/// Whether a path ends so.
fn is(path: &str, ending: &str) -> bool {
    path.rsplit('.').next() == Some(ending)
}

#[test]
fn every_link_leads_somewhere() {
    for (page, html) in pages() {
        let links = [
            values(html, "href"),
            values(html, "src"),
            values(html, "data-index"),
        ]
        .concat();
        for link in links.into_iter().filter(|link| !is_outside(link)) {
            let (path, anchor) = target(page, link);
            let file = files().get(&path);
            let file = file.unwrap_or_else(|| panic!("{link} of {page} leads nowhere"));
            if let Some(anchor) = anchor {
                let id = format!(" id=\"{anchor}\"");
                assert!(file.text.contains(&id), "{link} of {page} has no anchor");
            }
        }
    }
}

#[test]
fn every_page_can_be_reached_from_the_first_one() {
    // Where nothing is, one comes upon by no link.
    let missing = Language::ALL
        .iter()
        .map(|language| format!("{language}/404.html"));
    let mut reached: BTreeSet<_> = missing.chain(["index.html".to_owned()]).collect();
    let mut next: Vec<String> = reached.iter().cloned().collect();
    while let Some(page) = next.pop() {
        let links = values(&files()[&page].text, "href").into_iter();
        for link in links.filter(|link| !is_outside(link)) {
            let (path, _) = target(&page, link);
            if is(&path, "html") && reached.insert(path.clone()) {
                next.push(path);
            }
        }
    }
    let missing: Vec<_> = pages()
        .map(|(page, _)| page)
        .filter(|page| !reached.contains(*page))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn what_a_page_points_at_in_itself_is_there_and_stands_there_once() {
    for (page, html) in pages() {
        let ids = values(html, "id");
        let distinct: BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), distinct.len(), "{page} has an id twice");
        let labels = [
            values(html, "aria-labelledby"),
            values(html, "aria-describedby"),
        ]
        .concat();
        for id in labels.iter().flat_map(|ids| ids.split(' ')) {
            assert!(ids.contains(&id), "{page} has no {id}");
        }
    }
}

#[test]
fn nothing_is_fetched_from_elsewhere_and_nothing_is_inline() {
    for (page, html) in pages() {
        for tag in [
            tags(html, "script"),
            tags(html, "img"),
            tags(html, "iframe"),
        ]
        .concat()
        {
            let src = values(tag, "src");
            assert!(
                matches!(src[..], [src] if !is_outside(src)),
                "{page}: {tag}"
            );
        }
        for tag in tags(html, "link") {
            let fetched = tag.contains("rel=\"stylesheet\"") || tag.contains("rel=\"icon\"");
            let outside = values(tag, "href").into_iter().any(is_outside);
            assert!(!(fetched && outside), "{page}: {tag}");
        }
        assert!(tags(html, "style").is_empty(), "{page} has a style");
        for attribute in ["style", "onclick", "onload", "onerror"] {
            assert!(values(html, attribute).is_empty(), "{page} has {attribute}");
        }
    }
    for asset in ["assets/style.css", "assets/search.js", "assets/icon.svg"] {
        let text = files()[asset]
            .text
            .replace("http://www.w3.org/2000/svg", "");
        assert!(
            !text.contains("url(") && !text.contains("//www."),
            "{asset}"
        );
    }
}

#[test]
fn no_page_needs_more_than_100_kilobytes_with_all_that_belongs_to_it() {
    let size = |path: &str| files()[path].text.len();
    for (page, html) in pages() {
        let mut all = html.len() + size("assets/style.css") + size("assets/icon.svg");
        for script in [values(html, "src"), values(html, "data-index")].concat() {
            all += size(&target(page, script).0);
        }
        assert!(all < 100_000, "{page} needs {all} bytes");
    }
}

#[test]
fn every_page_is_there_in_every_language_and_says_so() {
    for (page, html) in pages() {
        let Some((tag, rest)) = page.split_once('/') else {
            continue;
        };
        let listed: Vec<_> = tags(html, "link")
            .into_iter()
            .filter(|tag| tag.contains("hreflang"))
            .map(|tag| {
                (
                    values(tag, "hreflang")[0],
                    target(page, values(tag, "href")[0]).0,
                )
            })
            .collect();
        if rest == "404.html" {
            assert_eq!(listed, []);
            assert!(html.contains("noindex"), "{page}");
            continue;
        }
        let mut expected: Vec<_> = Language::ALL
            .iter()
            .map(|language| (language.tag(), format!("{language}/{rest}")))
            .collect();
        expected.push(("x-default", format!("en/{rest}")));
        assert_eq!(listed, expected, "{page}");
        let language = Language::ALL.iter().find(|language| language.tag() == tag);
        let direction = language.expect("pages lie in languages").direction().html();
        assert!(
            html.contains(&format!("<html lang=\"{tag}\" dir=\"{direction}\">")),
            "{page}"
        );
    }
}

#[test]
fn headings_go_down_one_step_at_a_time() {
    for (page, html) in pages() {
        let levels: Vec<u32> = html
            .split("<h")
            .skip(1)
            .filter_map(|part| part.chars().next()?.to_digit(10))
            .collect();
        assert_eq!(levels.first(), Some(&1), "{page}");
        assert_eq!(
            levels.iter().filter(|level| **level == 1).count(),
            1,
            "{page}"
        );
        let steps = levels.windows(2);
        assert!(
            steps.clone().all(|step| step[1] <= step[0] + 1),
            "{page}: {levels:?}"
        );
    }
}

#[test]
fn a_site_that_knows_where_it_is_says_so() {
    let site = Site::at("https://example.com/codes").expect("it is a URL");
    let page = site.file("ar/1010.html").expect("it is there").text;
    assert!(
        page.contains("<link rel=\"canonical\" href=\"https://example.com/codes/ar/1010.html\">")
    );
    assert!(
        page.contains("hreflang=\"x-default\" href=\"https://example.com/codes/en/1010.html\"")
    );
    assert!(
        page.contains("<a href=\"../en/1010.html\" hreflang=\"en\""),
        "links stay relative"
    );
    let missing = site.file("404.html").expect("it is there").text;
    assert!(missing.contains("href=\"https://example.com/codes/assets/style.css\""));

    let sitemap = site.file("sitemap.xml").expect("it has whole URLs").text;
    let pages = site
        .paths()
        .filter(|path| is(path, "html") && path.contains('/'));
    let pages: Vec<_> = pages.filter(|path| !path.ends_with("/404.html")).collect();
    assert_eq!(sitemap.matches("<loc>").count(), pages.len());
    for page in pages {
        assert!(sitemap.contains(&format!("<loc>https://example.com/codes/{page}</loc>")));
    }

    assert_eq!(
        Site::new().file("404.html"),
        None,
        "its links could lead nowhere"
    );

    let served = Site::at("/reference").expect("it is a path");
    assert_eq!(served.file("sitemap.xml"), None);
    let page = served.file("en/guide.html").expect("it is there").text;
    assert!(page.contains("<link rel=\"canonical\" href=\"/reference/en/guide.html\">"));
}

#[test]
fn what_is_no_address_is_refused() {
    for base in [
        "",
        "example.com",
        "ftp://example.com",
        "https://",
        "https:///x",
        "//example.com",
        "https://example.com/?x",
        "https://example.com/#x",
        "https://example.com/\"><script>",
        "https://example.com/ x",
        "/a\nb",
    ] {
        assert!(Site::at(base).is_err(), "{base:?}");
    }
}

#[test]
fn the_facts_of_a_page_are_those_of_the_program() {
    let subject = Subject::Code(1010);
    let explanation = crate::Explanation::new(subject, crate::Context::new(), Language::English);
    let told = serde_json::to_value(crate::render::json::explanation(&explanation));
    let file = serde_json::from_str::<serde_json::Value>(&files()["en/1010.json"].text);
    assert_eq!(file.expect("it is JSON"), told.expect("it is JSON"));
    for (path, file) in files().iter().filter(|(path, _)| is(path, "json")) {
        let value = serde_json::from_str::<serde_json::Value>(&file.text);
        assert!(value.is_ok_and(|value| value.is_object()), "{path}");
    }
}

#[test]
fn the_search_finds_codes_services_and_their_ranges() {
    let index = &files()["en/search-index.js"].text;
    let places = index
        .strip_prefix("rejoinSearch(")
        .and_then(|it| it.strip_suffix(");\n"));
    let places: Vec<(u16, u16, String, String, String, Vec<String>)> =
        serde_json::from_str(places.expect("it hands over data")).expect("they are places");
    for subject in Subject::all() {
        let range = (subject.first(), subject.last());
        let mut of_code = places.iter().filter(|place| (place.0, place.1) == range);
        let place = of_code.next().expect("every code can be found");
        assert_eq!(place.2, format!("{subject}.html"));
        // Its names, and the words of each cause together.
        assert_eq!(place.5.len(), 1 + subject.entry().causes.len());
    }
    for place in &places {
        let (path, anchor) = target("en/index.html", &place.2);
        let text = &files()[&path].text;
        let id = anchor.map(|anchor| format!(" id=\"{anchor}\""));
        assert!(id.is_none_or(|id| text.contains(&id)), "{}", place.2);
    }
}
