//! The JSON of the guide.

use serde::Serialize;

use super::InLanguage;
use crate::content::{Next, guide};
use crate::{Language, Texts};

#[derive(Serialize)]
pub(super) struct Json {
    kind: &'static str,
    #[serde(flatten)]
    language: InLanguage,
    questions: Vec<Question>,
    answers: Vec<Answer>,
}

#[derive(Serialize)]
struct Question {
    id: &'static str,
    text: String,
    choices: Vec<Choice>,
}

#[derive(Serialize)]
struct Choice {
    text: String,
    question: Option<&'static str>,
    answer: Option<&'static str>,
}

#[derive(Serialize)]
struct Answer {
    id: &'static str,
    text: String,
    codes: &'static [u16],
}

impl Json {
    pub(super) fn of(language: Language) -> Self {
        let texts = Texts::of(language);
        let text = |id: &str| texts.prose(id).to_string();
        let choice = |choice: &crate::Choice| {
            let (question, answer) = match choice.next {
                Next::Question(id) => (Some(id), None),
                Next::Answer(id) => (None, Some(id)),
            };
            Choice {
                text: text(choice.text),
                question,
                answer,
            }
        };
        let questions = guide().questions.iter().map(|question| Question {
            id: question.id,
            text: text(question.id),
            choices: question.choices.iter().map(choice).collect(),
        });
        let answers = guide().answers.iter().map(|answer| Answer {
            id: answer.id,
            text: text(answer.id),
            codes: answer.codes,
        });
        Self {
            kind: "guide",
            language: InLanguage::of(language),
            questions: questions.collect(),
            answers: answers.collect(),
        }
    }
}
