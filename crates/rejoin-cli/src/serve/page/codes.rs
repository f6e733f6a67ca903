//! What the codes mean, as the page shows them.

use core::fmt::Write;

use rejoin_close_codes::{CodeInfo, ROWS, WireRule};
use rejoin_reference::Texts;

use super::template::{escape, prose};

/// An entry of a list for each code that can end a connection, with a link into the reference.
pub(super) fn list(texts: &Texts) -> String {
    let language = texts.language();
    let mut html = String::new();
    let shown = ROWS
        .iter()
        .filter(|row| matches!(row.wire, WireRule::Allowed | WireRule::LocalOnly));
    for row in shown {
        let codes = codes(row);
        let text = |what| texts.text(&format!("{}{codes}-{what}", kind(row)));
        write!(
            html,
            "<div id=\"code-{codes}\"><dt><a href=\"/reference/{language}/{codes}.html\">\
             <bdi dir=\"ltr\">{codes} {}</bdi></a>{}</dt>\
             <dd>{}</dd><dd class=\"retry\">{}</dd></div>",
            escape(row.title),
            translated(row, &text("title")),
            prose(&text("meaning")),
            prose(&text("reconnect")),
        )
        .expect("a string takes everything");
    }
    html
}

/// `1012`, or `4000-4999`.
fn codes(row: &CodeInfo) -> String {
    if row.first == row.last {
        row.first.to_string()
    } else {
        format!("{}-{}", row.first, row.last)
    }
}

/// What the ids of its messages begin with.
fn kind(row: &CodeInfo) -> char {
    if row.first == row.last { 'c' } else { 'r' }
}

/// The name in another language, beside the registry's.
fn translated(row: &CodeInfo, title: &str) -> String {
    if title == row.title {
        String::new()
    } else {
        format!(" · {}", prose(title))
    }
}
