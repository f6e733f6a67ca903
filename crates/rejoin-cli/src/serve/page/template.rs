//! Fills in a page: `{{id}}` is a text of the reference, `{{=name}}` is HTML that is given.

use std::borrow::Cow;

use rejoin_reference::Texts;

/// The page with every place filled in.
///
/// # Panics
///
/// If a place has no end, or nothing to be filled with: the template is a constant of the program.
pub(super) fn fill(template: &str, texts: &Texts, given: &[(&str, String)]) -> String {
    let mut page = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (place, after) = after.split_once("}}").expect("every place has its end");
        page += before;
        if let Some(name) = place.strip_prefix('=') {
            let value = given.iter().find(|(given, _)| *given == name);
            let (_, value) = value.expect("every name is given");
            page += value;
        } else {
            page += &prose(&texts.text(place));
        }
        rest = after;
    }
    page + rest
}

/// A text as HTML: what stands between backticks reads from left to right whatever is around it.
pub(super) fn prose(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for (index, part) in text.split('`').enumerate() {
        if index % 2 == 0 {
            html += &escape(part);
        } else {
            html.extend(["<code dir=\"ltr\">", &escape(part), "</code>"]);
        }
    }
    html
}

/// A text for an element, or for an attribute between double quotes.
pub(super) fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return Cow::Borrowed(text);
    }
    let mut html = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match character {
            '&' => html += "&amp;",
            '<' => html += "&lt;",
            '>' => html += "&gt;",
            '"' => html += "&quot;",
            '\'' => html += "&#39;",
            plain => html.push(plain),
        }
    }
    Cow::Owned(html)
}

#[cfg(test)]
mod tests {
    use rejoin_reference::{Language, Texts};

    use super::{escape, fill, prose};

    #[test]
    fn places_are_filled_with_texts_and_with_what_is_given() {
        let texts = Texts::of(Language::English);
        let page = fill(
            "<p>{{live-connect}}</p>{{=a}}-",
            texts,
            &[("a", "<b>".to_owned())],
        );
        assert_eq!(page, "<p>Connect</p><b>-");
    }

    #[test]
    fn texts_cannot_become_markup() {
        assert_eq!(escape("a<b>&\"'"), "a&lt;b&gt;&amp;&quot;&#39;");
        assert_eq!(
            prose("say `<i>` & go"),
            "say <code dir=\"ltr\">&lt;i&gt;</code> &amp; go"
        );
    }
}
