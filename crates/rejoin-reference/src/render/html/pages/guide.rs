//! "Why was I closed?"

use askama::Template;

use crate::Prose;
use crate::content::{Answer, Choice, Next, guide};
use crate::explain::named;
use crate::render::html::frame::Frame;

#[derive(Template)]
#[template(path = "guide.html")]
pub(super) struct GuidePage {
    frame: Frame,
    title: Prose,
    lead: Prose,
    questions: Vec<Asked>,
    /// The anchor of the first question.
    first: &'static str,
}

/// A question with what can be answered.
struct Asked {
    id: &'static str,
    text: Prose,
    choices: Vec<Chosen>,
}

/// What can be answered, and where that leads.
struct Chosen {
    text: Prose,
    leads: Leads,
}

enum Leads {
    /// The anchor of another question.
    Question(&'static str),
    /// What has happened, and the codes to read about.
    Answer(Prose, Vec<(String, Prose)>),
}

impl GuidePage {
    pub(super) fn new(frame: Frame) -> Self {
        let texts = frame.texts;
        let (title, lead) = (texts.prose("web-nav-guide"), texts.prose("web-guide-lead"));
        let questions = guide().questions.iter().map(|question| Asked {
            id: question.id,
            text: texts.prose(question.id),
            choices: question
                .choices
                .iter()
                .map(|it| chosen(it, &frame))
                .collect(),
        });
        Self {
            questions: questions.collect(),
            first: guide().questions.first().map_or("", |question| question.id),
            frame: frame.titled(&title, &lead),
            title,
            lead,
        }
    }
}

fn chosen(choice: &Choice, frame: &Frame) -> Chosen {
    let texts = frame.texts;
    Chosen {
        text: texts.prose(choice.text),
        leads: match choice.next {
            Next::Question(id) => Leads::Question(id),
            Next::Answer(id) => {
                let answers = guide().answers.iter();
                let codes = answers
                    .filter(|it| it.id == id)
                    .flat_map(|it: &Answer| it.codes);
                let link = |code: &u16| {
                    let subject = crate::render::html::address::subject_of(*code);
                    (frame.to_code(*code), named(subject, texts))
                };
                Leads::Answer(texts.prose(id), codes.map(link).collect())
            }
        },
    }
}
