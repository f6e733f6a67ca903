//! The page itself, in the reader's language.

use core::fmt::Write;

use http::Request;
use http::header::{ACCEPT_LANGUAGE, HOST};
use rejoin_reference::{Language, Texts, Value};
use serde_json::json;

use super::restart::Guard;
use super::template::{escape, fill, prose};
use super::visits::parameter;
use super::{Scheme, codes};

/// The whole page; with the button that restarts the service if it may be shown.
pub(super) fn render(request: &Request<()>, guard: &Guard<'_>, restart: bool) -> String {
    let language = language(request);
    let texts = Texts::of(language);
    let host = host(request, guard);
    let (http, ws) = match guard.scheme {
        Scheme::Plain => ("http", "ws"),
        Scheme::Tls => ("https", "wss"),
    };
    let url = format!("{ws}://{host}");
    let data = json!({
        "language": language.tag(),
        "url": url,
        "token": restart.then_some(guard.token),
        "texts": for_scripts(texts),
    });
    // Data in a page must not end its element.
    let data = data.to_string().replace('<', "\\u003c");
    fill(
        include_str!("web/page.html"),
        texts,
        &[
            ("lang", language.tag().to_owned()),
            ("dir", language.direction().html().to_owned()),
            ("languages", languages(language)),
            ("url", escape(&url).into_owned()),
            ("http", escape(&format!("{http}://{host}")).into_owned()),
            ("restart", button(texts, restart)),
            ("codes", codes::list(texts)),
            ("version", env!("CARGO_PKG_VERSION").to_owned()),
            ("data", data),
        ],
    )
}

/// `?lang=`, else what the browser prefers.
fn language(request: &Request<()>) -> Language {
    let query = request.uri().query().unwrap_or_default();
    let wanted = parameter(query, "lang").and_then(Language::of_locale);
    wanted.unwrap_or_else(|| {
        let header = request.headers().get(ACCEPT_LANGUAGE);
        let header = header.and_then(|header| header.to_str().ok());
        Language::of_accept_language(header.unwrap_or_default())
    })
}

/// The host that was asked for, else the address that is listened on.
fn host(request: &Request<()>, guard: &Guard<'_>) -> String {
    let asked = request.headers().get(HOST);
    let asked = asked.and_then(|host| host.to_str().ok());
    let asked = asked.filter(|host| host.parse::<http::uri::Authority>().is_ok());
    match (asked, guard.address) {
        (Some(host), _) => host.to_owned(),
        (None, Some(address)) => address.to_string(),
        (None, None) => "127.0.0.1".to_owned(),
    }
}

/// Links to the page in the other languages.
fn languages(current: Language) -> String {
    let mut html = String::from("<ul>");
    for language in Language::ALL {
        let (tag, name) = (language.tag(), language.native_name());
        let here = if *language == current {
            " aria-current=\"page\""
        } else {
            ""
        };
        write!(
            html,
            "<li><a href=\"/?lang={tag}\" lang=\"{tag}\" hreflang=\"{tag}\" dir=\"{}\"{here}>{}</a></li>",
            language.direction().html(),
            escape(name),
        )
        .expect("a string takes everything");
    }
    html + "</ul>"
}

/// The button, or why there is none.
fn button(texts: &Texts, restart: bool) -> String {
    if restart {
        let label = prose(&texts.text("live-restart-button"));
        return format!("<button type=\"button\" id=\"restart-button\">{label}</button>");
    }
    let why = if cfg!(unix) {
        "live-restart-not-here"
    } else {
        "live-restart-not-on"
    };
    format!("<p class=\"hint\">{}</p>", prose(&texts.text(why)))
}

/// The texts that scripts show, with their variables in braces.
fn for_scripts(texts: &Texts) -> serde_json::Map<String, serde_json::Value> {
    let text = |(id, variables): &(&str, &[&str])| {
        let places: Vec<_> = variables
            .iter()
            .map(|name| (*name, Value::from(format!("{{{name}}}"))))
            .collect();
        let text = texts.format(id, &places).into_owned();
        ((*id).to_owned(), text.into())
    };
    FOR_SCRIPTS.iter().map(text).collect()
}

/// Each with its variables.
pub(super) const FOR_SCRIPTS: &[(&str, &[&str])] = &[
    ("live-began-local", &[]),
    ("live-began-peer", &[]),
    ("live-began-transport", &[]),
    ("live-close-invalid", &[]),
    ("live-countdown", &["seconds", "attempt"]),
    ("live-log-back", &["attempt"]),
    ("live-log-binary", &["count"]),
    ("live-log-clean", &[]),
    ("live-log-dropped", &["count"]),
    ("live-log-failed", &["code"]),
    ("live-log-in-doubt", &["count"]),
    ("live-log-kept", &["count"]),
    ("live-log-more", &["count"]),
    ("live-log-open", &[]),
    ("live-log-server-saw", &["received", "sent", "began"]),
    ("live-log-text", &["count"]),
    ("live-log-unclean", &[]),
    ("live-log-unsent", &["count"]),
    ("live-log-waiting", &["attempt", "seconds"]),
    ("live-mark-closed", &[]),
    ("live-mark-note", &[]),
    ("live-mark-open", &[]),
    ("live-mark-received", &[]),
    ("live-mark-sent", &[]),
    ("live-message-full", &[]),
    ("live-message-not-hex", &[]),
    ("live-message-over", &[]),
    ("live-no-code", &[]),
    ("live-none", &[]),
    ("live-plot-now", &[]),
    ("live-plot-restart", &[]),
    ("live-predecessor", &[]),
    ("live-process", &["pid"]),
    ("live-restart-failed", &["why"]),
    ("live-restart-refused", &["why"]),
    ("live-restart-unreached", &[]),
    ("live-status-closing", &[]),
    ("live-status-connecting", &[]),
    ("live-status-open", &[]),
    ("live-status-over-asked", &[]),
    ("live-status-over-finished", &[]),
    ("live-status-over-never", &[]),
    ("live-status-over-no-new-input", &[]),
    ("live-status-over-too-long", &[]),
    ("live-status-over-too-many-attempts", &[]),
    ("live-status-waiting", &[]),
    ("live-step-after", &["seconds"]),
    ("live-step-for", &["seconds"]),
    ("live-subprotocols-invalid", &[]),
    ("live-unreached", &[]),
];
