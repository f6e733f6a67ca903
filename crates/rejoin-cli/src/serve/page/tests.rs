use std::collections::BTreeSet;

use http::header::{HOST, ORIGIN};
use rejoin::Connections;
use rejoin_reference::Language;

use super::html::FOR_SCRIPTS;
use super::restart::Denial;
use super::*;

const HERE: &str = "127.0.0.1:50000";

fn page() -> Page {
    let connections = Connections::new();
    let metrics = Arc::new(Metrics::new(connections.clone()));
    let page = Page::new(connections, metrics);
    page.listens("192.0.2.7:9001".parse().expect("an address"));
    page
}

/// A request with these headers.
fn request(method: &str, target: &str, headers: &[(&'static str, &str)]) -> Request<()> {
    let mut request = Request::builder().method(method).uri(target);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(()).expect("it is one")
}

fn ask(page: &Page, request: &Request<()>, peer: &str) -> Option<(StatusCode, String)> {
    let peer = peer.parse().expect("an address");
    let response = page.answer(request, peer, Scheme::Plain)?;
    let text = String::from_utf8(response.body().to_vec()).expect("all of it is UTF-8");
    Some((response.status(), text))
}

fn get(page: &Page, target: &str) -> (StatusCode, String) {
    let request = request("GET", target, &[("host", "localhost:9001")]);
    ask(page, &request, HERE).expect("it is answered")
}

/// A restart as the page asks for it, with some headers replaced; without those that are empty.
fn press(page: &Page, peer: &str, replaced: &[(&'static str, &str)]) -> Result<(), Denial> {
    let mut headers = vec![
        ("host", "localhost:9001"),
        ("origin", "http://localhost:9001"),
        ("sec-fetch-site", "same-origin"),
        ("rejoin-token", &page.token),
    ];
    for (name, value) in replaced {
        headers.retain(|(known, _)| known != name);
        headers.push((name, value));
    }
    headers.retain(|(_, value)| !value.is_empty());
    let guard = Guard {
        address: page.address.get().copied(),
        scheme: Scheme::Plain,
        token: &page.token,
    };
    let request = request("POST", "/restart", &headers);
    guard.judge(&request, peer.parse().expect("an address"))
}

#[cfg(unix)]
#[test]
fn this_machine_may_restart_the_service_from_the_page() {
    let page = page();
    for peer in [HERE, "[::1]:50000", "[::ffff:127.0.0.1]:50000"] {
        assert_eq!(press(&page, peer, &[]), Ok(()), "{peer}");
    }
    for host in [
        "localhost",
        "LOCALHOST:9001",
        "rejoin.localhost:9001",
        "127.0.0.1:9001",
        "127.8.8.8",
        "[::1]:9001",
        "192.0.2.7:9001",
    ] {
        let origin = format!("http://{host}");
        let named = [("host", host), ("origin", origin.as_str())];
        assert_eq!(press(&page, HERE, &named), Ok(()), "{host}");
    }
    // Older browsers do not tell the site.
    assert_eq!(press(&page, HERE, &[("sec-fetch-site", "")]), Ok(()));
}

#[cfg(unix)]
#[test]
fn nobody_else_may() {
    let page = page();
    for peer in [
        "192.0.2.9:50000",
        "10.0.0.1:50000",
        "[2001:db8::1]:50000",
        "[::ffff:192.0.2.9]:1",
    ] {
        assert_eq!(press(&page, peer, &[]), Err(Denial::Elsewhere), "{peer}");
    }
    for (name, value) in [
        ("x-forwarded-for", "127.0.0.1"),
        ("forwarded", "for=127.0.0.1"),
        ("via", "1.1 proxy"),
        ("x-real-ip", "127.0.0.1"),
    ] {
        let forwarded = press(&page, HERE, &[(name, value)]);
        assert_eq!(forwarded, Err(Denial::Forwarded), "{name}");
    }
    for host in [
        "evil.example:9001",
        "localhost.evil.example",
        "notlocalhost",
        "127.0.0.1.evil.example",
        "0.0.0.0:9001",
        "192.0.2.8:9001",
        "user@evil.example",
        "not a host",
        "",
    ] {
        // Both agree, as they do for a name that was pointed here.
        let origin = format!("http://{host}");
        let named = [("host", host), ("origin", origin.as_str())];
        assert_eq!(press(&page, HERE, &named), Err(Denial::Host), "{host}");
    }
    for origin in [
        "",
        "null",
        "http://evil.example",
        "https://localhost:9001",
        "http://localhost:9002",
        "http://localhost",
    ] {
        let denied = press(&page, HERE, &[("origin", origin)]);
        assert_eq!(denied, Err(Denial::Origin), "{origin}");
    }
    for site in ["cross-site", "same-site", "none"] {
        let denied = press(&page, HERE, &[("sec-fetch-site", site)]);
        assert_eq!(denied, Err(Denial::Origin), "{site}");
    }
    for token in ["", "0", &restart::token()] {
        let denied = press(&page, HERE, &[("rejoin-token", token)]);
        assert_eq!(denied, Err(Denial::Token), "{token}");
    }
}

#[cfg(unix)]
#[test]
fn headers_that_stand_twice_count_as_missing() {
    let page = page();
    let guard = Guard {
        address: None,
        scheme: Scheme::Plain,
        token: &page.token,
    };
    let peer = HERE.parse().expect("an address");
    let mut twice = request(
        "POST",
        "/restart",
        &[
            ("host", "localhost"),
            ("origin", "http://localhost"),
            ("rejoin-token", &page.token),
        ],
    );
    assert_eq!(guard.judge(&twice, peer), Ok(()));
    let evil = HeaderValue::from_static("http://evil.example");
    twice.headers_mut().append(ORIGIN, evil);
    assert_eq!(guard.judge(&twice, peer), Err(Denial::Origin));
    twice
        .headers_mut()
        .append(HOST, HeaderValue::from_static("evil.example"));
    assert_eq!(guard.judge(&twice, peer), Err(Denial::Host));
}

#[cfg(unix)]
#[test]
fn a_restart_is_asked_for_once_and_its_failure_is_told_to_those_who_may_ask() {
    let page = page();
    let button = page.button();
    let headers = [
        ("host", "localhost:9001"),
        ("origin", "http://localhost:9001"),
        ("rejoin-token", &page.token),
    ];
    page.restart_failed(Some("the last time"));
    let pressed = request("POST", "/restart", &headers);
    let (status, _) = ask(&page, &pressed, HERE).expect("it is answered");
    assert_eq!(status, StatusCode::ACCEPTED);
    let mut notified = core::pin::pin!(button.notified());
    assert!(notified.as_mut().enable(), "the button was pressed");
    assert!(!get(&page, "/live").1.contains("the last time"));
    page.restart_failed(Some("no such file"));
    assert!(get(&page, "/live").1.contains("no such file"));
    let live = request("GET", "/live", &[("host", "localhost")]);
    let (_, elsewhere) = ask(&page, &live, "192.0.2.9:1").expect("it is answered");
    assert!(!elsewhere.contains("no such file") && !elsewhere.contains(&page.token));
    let denied = request("POST", "/restart", &headers[..2]);
    let (status, told) = ask(&page, &denied, HERE).expect("it is answered");
    assert_eq!(status, StatusCode::FORBIDDEN);
    assert!(told.contains("load it again"), "{told}");
}

#[test]
fn every_answer_is_guarded_against_being_guessed_kept_or_framed() {
    let page = page();
    for target in [
        "/",
        "/live",
        "/page/app.js",
        "/page/rejoin.js",
        "/page/page.css",
        "/page/icon.svg",
    ] {
        let request = request("GET", target, &[("host", "localhost")]);
        let peer = HERE.parse().expect("an address");
        let response = page.answer(&request, peer, Scheme::Plain).expect(target);
        assert_eq!(response.status(), StatusCode::OK, "{target}");
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("cache-control", "no-store"),
            ("referrer-policy", "no-referrer"),
            ("x-frame-options", "DENY"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(response.headers()[name], value, "{target}");
        }
        assert_eq!(
            response.headers().contains_key("content-security-policy"),
            target == "/"
        );
    }
}

#[test]
fn other_paths_are_not_for_the_page_and_other_methods_are_told_which() {
    let page = page();
    for target in [
        "/chat",
        "/page",
        "/page/",
        "/page/../page.css",
        "/favicon.ico",
    ] {
        let request = request("GET", target, &[("host", "localhost")]);
        assert_eq!(ask(&page, &request, HERE), None, "{target}");
    }
    for (method, target) in [
        ("POST", "/"),
        ("PUT", "/live"),
        ("DELETE", "/page/app.js"),
        ("GET", "/restart"),
        ("HEAD", "/restart"),
    ] {
        let request = request(method, target, &[("host", "localhost")]);
        let (status, _) = ask(&page, &request, HERE).expect(target);
        assert_eq!(status, StatusCode::METHOD_NOT_ALLOWED, "{method} {target}");
    }
    let (status, _) = ask(&page, &request("HEAD", "/", &[]), HERE).expect("as GET");
    assert_eq!(status, StatusCode::OK);
}

#[test]
fn the_button_and_the_token_are_there_only_where_they_may_be_used() {
    let page = page();
    let of = |host, peer| {
        let request = request("GET", "/", &[("host", host)]);
        ask(&page, &request, peer).expect("it is answered").1
    };
    let here = of("localhost:9001", HERE);
    assert_eq!(here.contains("id=\"restart-button\""), cfg!(unix));
    assert_eq!(here.contains(&page.token), cfg!(unix));
    for (host, peer) in [("localhost:9001", "192.0.2.9:1"), ("evil.example", HERE)] {
        let elsewhere = of(host, peer);
        assert!(
            !elsewhere.contains("id=\"restart-button\""),
            "{host} {peer}"
        );
        assert!(!elsewhere.contains(&page.token), "{host} {peer}");
    }
}

#[test]
fn a_hostile_host_or_language_stays_text() {
    let page = page();
    let hostile = "\"><script>alert(1)</script>";
    let target = "/?lang=%22%3E%3Cscript%3E";
    let request = request(
        "GET",
        target,
        &[("host", hostile), ("accept-language", hostile)],
    );
    let (status, html) = ask(&page, &request, HERE).expect("it is answered");
    assert_eq!(status, StatusCode::OK);
    assert!(!html.contains("alert(1)"));
    assert!(html.contains("ws://192.0.2.7:9001"), "where it listens");
}

/// What follows each occurrence of `start` in `text`, up to `end`.
fn between<'a>(text: &'a str, start: &'a str, end: char) -> impl Iterator<Item = &'a str> {
    text.split(start).skip(1).map(move |rest| {
        let (found, _) = rest.split_once(end).expect("it has an end");
        found
    })
}

#[test]
fn scripts_show_the_texts_that_they_are_given_and_no_others() {
    let given: BTreeSet<_> = FOR_SCRIPTS.iter().map(|(id, _)| *id).collect();
    let mut used = BTreeSet::new();
    for (_, script) in assets::scripts() {
        used.extend(between(script, "'live-", '\'').map(|rest| format!("live-{rest}")));
        for start in between(script, "`live-", '$') {
            let start = format!("live-{start}");
            let all = given.iter().filter(|id| id.starts_with(&start));
            used.extend(all.map(|id| (*id).to_owned()));
        }
    }
    let used: BTreeSet<_> = used.iter().map(String::as_str).collect();
    assert_eq!(used, given);
}

#[test]
fn scripts_use_only_elements_that_the_page_has() {
    let html = get(&page(), "/").1;
    let ids: BTreeSet<_> = between(&html, " id=\"", '"').collect();
    for (name, script) in assets::scripts() {
        let by_call = ["element('", "show('", "fact('", "on('", "#reached('"]
            .into_iter()
            .flat_map(|call| between(script, call, '\''));
        for id in by_call {
            let is_there = ids.contains(id) || id == "restart-button";
            assert!(is_there, "{name}: {id}");
        }
    }
    let targets = between(&html, "href=\"#", '"');
    for id in targets {
        assert!(ids.contains(id), "#{id}");
    }
}

#[test]
fn the_page_is_there_in_every_language_and_loads_nothing_from_elsewhere() {
    let page = page();
    for language in Language::ALL {
        let (status, html) = get(&page, &format!("/?lang={language}"));
        assert_eq!(status, StatusCode::OK);
        let opening = format!(
            "<html lang=\"{language}\" dir=\"{}\">",
            language.direction().html()
        );
        assert!(html.contains(&opening), "{language}");
        for attribute in [
            "src=\"",
            "<link rel=\"stylesheet\" href=\"",
            "type=\"image/svg+xml\"",
        ] {
            assert!(html.contains(attribute), "{attribute}");
        }
        for path in between(&html, "src=\"", '"') {
            let (status, _) = get(&page, path);
            assert_eq!(status, StatusCode::OK, "{path}");
        }
        assert!(
            !html.contains("style=\"") && !html.contains(" onclick"),
            "nothing inline"
        );
        assert!(html.len() < 60_000, "{language}: {} bytes", html.len());
    }
    for (name, script) in assets::scripts() {
        for imported in between(script, "from './", '\'') {
            assert!(
                assets::find(imported).is_some(),
                "{name} imports {imported}"
            );
        }
    }
}

#[test]
fn the_codes_that_can_end_a_connection_are_explained() {
    let html = get(&page(), "/").1;
    for code in ["1000", "1006", "1010", "1012", "3000", "4000-4999"] {
        assert!(
            html.contains(&format!("<div id=\"code-{code}\">")),
            "{code}"
        );
    }
    assert!(!html.contains("code-1004\""), "nobody receives it");
}

#[test]
fn an_identifier_of_a_page_is_32_digits() {
    let id = "0123456789abcdef0123456789ABCDEF";
    for (query, found) in [
        (format!("connection={id}"), Some(id)),
        (format!("a=b&connection={id}&c"), Some(id)),
        ("connection=".to_owned(), None),
        (format!("connection={id}0"), None),
        (format!("connection={}", id.replace('0', "/")), None),
        ("xconnection=0".to_owned(), None),
    ] {
        assert_eq!(visits::identifier(&query), found, "{query}");
    }
}
