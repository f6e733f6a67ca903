//! There is no such page.

use askama::Template;

use crate::Prose;
use crate::render::html::address::Page;
use crate::render::html::frame::Frame;

#[derive(Template)]
#[template(path = "missing.html")]
pub(super) struct MissingPage {
    frame: Frame,
    title: Prose,
    text: Prose,
}

impl MissingPage {
    pub(super) fn new(frame: Frame) -> Self {
        let title = frame.texts.prose("web-missing-title");
        let text = frame.texts.prose("web-missing-text");
        Self {
            frame: frame.titled(&title, &text),
            title,
            text,
        }
    }

    fn codes(&self) -> String {
        self.frame.to(&Page::Codes)
    }
}

#[cfg(test)]
mod tests {
    use askama::Template;

    use super::MissingPage;
    use crate::render::html::Site;
    use crate::render::html::address::Page;
    use crate::render::html::frame::Frame;
    use crate::{Language, Prose};

    #[test]
    fn hostile_text_is_inert_wherever_a_page_puts_it() {
        let hostile = || Prose::literal("</title><script>alert(\"1\")</script>' onload='x");
        let frame = Frame::new(&Site::new(), Language::English, Page::Missing);
        let plain = MissingPage::new(Frame::new(&Site::new(), Language::English, Page::Missing));
        let page = MissingPage {
            frame: frame
                .titled(&hostile(), &hostile())
                .shown_by(hostile().to_string()),
            title: hostile(),
            text: hostile(),
        };
        let html = page.render().expect("it is written to a string");
        // The text stands there four times and more, and no element or attribute more than without it.
        assert!(html.matches("alert(&#34;1&#34;)").count() >= 4, "{html}");
        assert!(
            !html.contains("<script") && !html.contains("onload='"),
            "{html}"
        );
        let plain = plain.render().expect("it is written to a string");
        assert_eq!(
            html.matches("</title>").count(),
            plain.matches("</title>").count()
        );
    }
}
