//! The pages in the answers of `rejoin serve`, below `/reference/`.

use core::hash::{Hash, Hasher};
use std::hash::DefaultHasher;

use bytes::Bytes;
use http::header::{
    ACCEPT_LANGUAGE, ALLOW, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, HeaderName,
    HeaderValue, IF_NONE_MATCH, LOCATION, REFERRER_POLICY, VARY, X_CONTENT_TYPE_OPTIONS,
};
use http::{Method, Request, Response, StatusCode};
use rejoin_reference::Language;
use rejoin_reference::render::html::{File, Site};

/// The answer to a request; `None` if it is for something else.
///
/// Every page is made anew: that takes less time than to read it from a disk, and nothing is kept.
pub(crate) fn answer(request: &Request<()>) -> Option<Response<Bytes>> {
    let path = request.uri().path();
    let rest = path.strip_prefix(ROOT)?;
    let rest = match rest.strip_prefix('/') {
        Some(rest) => rest,
        None if rest.is_empty() => rest,
        None => return None,
    };
    if ![Method::GET, Method::HEAD].contains(request.method()) {
        return Some(wrong_method());
    }
    let site = Site::at(ROOT).expect("it is a path from the root");
    Some(match Asked::of(rest, &site) {
        Asked::File(file) => found(request, file),
        Asked::Code(code) => chosen(&site.path_of_code(code, language(request))),
        Asked::Start => chosen(&format!("{}/index.html", language(request))),
        Asked::Other(path) => elsewhere(StatusCode::PERMANENT_REDIRECT, &path),
        Asked::Nothing => missing(&site, rest, request),
    })
}

/// What a path asks for.
enum Asked {
    File(File),
    /// A code in the language of the reader.
    Code(u16),
    /// The first page in the language of the reader.
    Start,
    /// What is at another path, for good.
    Other(String),
    Nothing,
}

impl Asked {
    fn of(rest: &str, site: &Site) -> Self {
        // The list of languages is for sites that cannot ask which one is wanted.
        if rest.is_empty() || rest == "index.html" {
            return Self::Start;
        }
        if let Some(file) = site.file(rest) {
            return Self::File(file);
        }
        if rest.bytes().all(|byte| byte.is_ascii_digit()) {
            return rest.parse().map_or(Self::Nothing, Self::Code);
        }
        let others = [
            format!("{rest}.html"),
            format!("{}/index.html", rest.trim_end_matches('/')),
        ];
        let other = others.into_iter().find(|path| site.file(path).is_some());
        other.map_or(Self::Nothing, Self::Other)
    }
}

/// What the browser prefers.
fn language(request: &Request<()>) -> Language {
    let header = request.headers().get(ACCEPT_LANGUAGE);
    let header = header.and_then(|header| header.to_str().ok());
    Language::of_accept_language(header.unwrap_or_default())
}

fn found(request: &Request<()>, file: File) -> Response<Bytes> {
    let tag = tag(&file.text);
    let known = request.headers().get_all(IF_NONE_MATCH).iter();
    let known = known.filter_map(|value| value.to_str().ok());
    let status = if known
        .flat_map(|tags| tags.split(','))
        .any(|it| it.trim() == tag)
    {
        StatusCode::NOT_MODIFIED
    } else {
        StatusCode::OK
    };
    let mut response = of_file(status, file);
    if status == StatusCode::NOT_MODIFIED {
        *response.body_mut() = Bytes::new();
    }
    let tag = HeaderValue::from_str(&tag).expect("a tag is made of digits");
    response.headers_mut().insert(ETAG, tag);
    response.headers_mut().insert(CACHE_CONTROL, FOR_MINUTES);
    response
}

/// To a page in the language of the reader.
fn chosen(path: &str) -> Response<Bytes> {
    let mut response = elsewhere(StatusCode::FOUND, path);
    let accept_language = HeaderValue::from_static("accept-language");
    response.headers_mut().insert(VARY, accept_language);
    response.headers_mut().insert(CACHE_CONTROL, NOT_KEPT);
    response
}

fn elsewhere(status: StatusCode, path: &str) -> Response<Bytes> {
    let mut response = plain(status, "");
    let location = HeaderValue::from_str(&format!("{ROOT}/{path}"));
    let location = location.expect("the paths of a site are visible ASCII");
    response.headers_mut().insert(LOCATION, location);
    response
}

/// The page that says so, in the language of the path, else in that of the reader.
fn missing(site: &Site, rest: &str, request: &Request<()>) -> Response<Bytes> {
    let of_path = rest.split_once('/').and_then(|(tag, _)| {
        let mut languages = Language::ALL.iter();
        languages.find(|language| language.tag() == tag)
    });
    let language = of_path.copied().unwrap_or_else(|| language(request));
    let file = site.file(&format!("{language}/404.html"));
    let mut response = of_file(
        StatusCode::NOT_FOUND,
        file.expect("every language has this page"),
    );
    response.headers_mut().insert(CACHE_CONTROL, NOT_KEPT);
    response
}

fn wrong_method() -> Response<Bytes> {
    let mut response = plain(StatusCode::METHOD_NOT_ALLOWED, "only GET, HEAD here\n");
    let allowed = HeaderValue::from_static("GET, HEAD");
    response.headers_mut().insert(ALLOW, allowed);
    response
}

fn plain(status: StatusCode, line: &'static str) -> Response<Bytes> {
    with(
        status,
        "text/plain; charset=utf-8",
        Bytes::from_static(line.as_bytes()),
    )
}

fn of_file(status: StatusCode, file: File) -> Response<Bytes> {
    with(status, file.kind, Bytes::from(file.text.into_owned()))
}

/// An answer with what all of them have: nothing of them is guessed or framed, and a page may use
/// nothing but what is here.
fn with(status: StatusCode, kind: &'static str, body: Bytes) -> Response<Bytes> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    for (name, value) in [
        (CONTENT_TYPE, kind),
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "no-referrer"),
        (RESOURCE_POLICY, "same-origin"),
    ] {
        let value = HeaderValue::from_static(value);
        response.headers_mut().insert(name, value);
    }
    response
}

/// Says whether a text is still the same.
fn tag(text: &str) -> String {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    format!("\"{:016x}\"", hasher.finish())
}

const ROOT: &str = "/reference";

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// A restart may bring new texts.
const FOR_MINUTES: HeaderValue = HeaderValue::from_static("max-age=300");

const NOT_KEPT: HeaderValue = HeaderValue::from_static("no-store");

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(path: &str, headers: &[(HeaderName, &str)]) -> Option<Response<Bytes>> {
        let mut request = Request::get(path).body(()).expect("it is a path");
        for (name, value) in headers {
            let value = HeaderValue::from_str(value).expect("it is a value");
            request.headers_mut().insert(name, value);
        }
        answer(&request)
    }

    fn location(path: &str, language: &str) -> (u16, String) {
        let response = ask(path, &[(ACCEPT_LANGUAGE, language)]).expect("it is ours");
        let location = response.headers()[LOCATION].to_str().expect("it is ASCII");
        (response.status().as_u16(), location.to_owned())
    }

    #[test]
    fn other_paths_are_not_ours() {
        for path in ["/", "/reference.html", "/references/en", "/en/1010.html"] {
            assert!(ask(path, &[]).is_none(), "{path}");
        }
    }

    #[test]
    fn a_page_has_its_policy_and_a_tag_and_is_sent_once() {
        let page = ask("/reference/en/1010.html", &[]).expect("it is ours");
        assert_eq!(page.status(), StatusCode::OK);
        assert_eq!(page.headers()[CONTENT_TYPE], "text/html; charset=utf-8");
        assert_eq!(page.headers()[CONTENT_SECURITY_POLICY], POLICY);
        assert_eq!(page.headers()[X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert!(page.body().starts_with(b"<!DOCTYPE html>"));
        let tag = page.headers()[ETAG]
            .to_str()
            .expect("it is ASCII")
            .to_owned();
        let again = ask("/reference/en/1010.html", &[(IF_NONE_MATCH, &tag)]);
        let again = again.expect("it is ours");
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
        assert!(again.body().is_empty());
        let other = ask("/reference/en/1012.html", &[(IF_NONE_MATCH, &tag)]);
        assert_eq!(other.expect("it is ours").status(), StatusCode::OK);
    }

    #[test]
    fn the_reader_is_led_to_a_page_in_his_language() {
        for (path, language, target) in [
            ("/reference", "en", "/reference/en/index.html"),
            ("/reference/", "ar;q=0.9, tlh", "/reference/ar/index.html"),
            ("/reference/index.html", "", "/reference/en/index.html"),
            ("/reference/1012", "ar", "/reference/ar/1012.html"),
            ("/reference/4004", "en", "/reference/en/4000-4999.html"),
        ] {
            assert_eq!(location(path, language), (302, target.to_owned()), "{path}");
        }
    }

    #[test]
    fn paths_without_their_endings_lead_to_those_with_them() {
        for (path, target) in [
            ("/reference/en", "/reference/en/index.html"),
            ("/reference/en/", "/reference/en/index.html"),
            ("/reference/en/1010", "/reference/en/1010.html"),
            ("/reference/en/compare", "/reference/en/compare/index.html"),
        ] {
            assert_eq!(location(path, "en"), (308, target.to_owned()), "{path}");
        }
    }

    #[test]
    fn what_is_not_there_is_said_in_the_language_of_the_path() {
        for (path, language) in [
            ("/reference/ar/1.html", "ar"),
            ("/reference/65536", "en"),
            ("/reference/en/../../etc/passwd", "en"),
        ] {
            let page = ask(path, &[]).expect("it is ours");
            assert_eq!(page.status(), StatusCode::NOT_FOUND, "{path}");
            let text = String::from_utf8_lossy(page.body());
            assert!(
                text.contains(&format!("<html lang=\"{language}\"")),
                "{path}"
            );
        }
    }

    #[test]
    fn nothing_can_be_changed() {
        let request = Request::post("/reference/en/1010.html").body(());
        let response = answer(&request.expect("it is a path")).expect("it is ours");
        assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
        assert_eq!(response.headers()[ALLOW], "GET, HEAD");
    }
}
