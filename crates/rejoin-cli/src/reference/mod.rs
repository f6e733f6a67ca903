//! `rejoin explain`, `rejoin compare` and `rejoin codes`: the reference on a terminal or in a pipe.

mod bytes;
mod frames;
mod header;
mod rules;

use std::io::{self, IsTerminal, Write};

use rejoin_reference::render::{json, text};
use rejoin_reference::{
    Comparison, Context, Explanation, Language, Match, Subject, UnknownSubject, search,
};
use serde::Serialize;

use crate::args::{CodesArgs, CompareArgs, ExplainArgs, SayingArgs};
use crate::exit::{Exit, Failure};
use crate::{inert, output};

/// Runs `rejoin explain`.
pub(crate) fn explain(args: &ExplainArgs) -> Result<Exit, Failure> {
    let saying = Saying::of(&args.saying);
    if args.saying.json_schema {
        return print(json::schema::EXPLAIN);
    }
    let context = args.context.context()?;
    if !args.hex.is_empty() {
        let bytes = bytes::of_hex(&args.hex.join(" "))?;
        let taken = frames::take_apart(&bytes, context, saying.language);
        return saying.say(&frames::json(&taken), || {
            frames::page(&taken, saying.layout)
        });
    }
    if let Some(header) = &args.header {
        let judged = header::judge(header, args.offer.as_ref(), saying.language)?;
        return saying.say(&judged, || header::page(&judged, saying));
    }
    let what = args.what.join(" ");
    match Subject::parse(&what, saying.language) {
        Ok(subject) => saying.explain(subject, context),
        Err(UnknownSubject::NoName) => find(&what, context, saying),
        Err(unknown) => Err(Failure::usage(unknown.to_string())),
    }
}

/// Runs `rejoin compare`.
pub(crate) fn compare(args: &CompareArgs) -> Result<Exit, Failure> {
    let saying = Saying::of(&args.saying);
    // Without --json-schema both are there.
    let (Some(one), Some(other), false) = (&args.one, &args.other, args.saying.json_schema) else {
        return print(json::schema::COMPARE);
    };
    let context = args.context.context()?;
    let subject = |text: &str| {
        Subject::parse(text, saying.language).map_err(|unknown| {
            let text = inert::Line(inert::start(text, MOST_SHOWN));
            Failure::usage(format!("'{text}': {unknown}, see rejoin codes"))
        })
    };
    let comparison = Comparison::new(subject(one)?, subject(other)?, &context, saying.language);
    saying.say(&json::comparison(&comparison), || {
        text::comparison(&comparison, saying.layout)
    })
}

/// Runs `rejoin codes`.
pub(crate) fn codes(args: &CodesArgs) -> Result<Exit, Failure> {
    let saying = Saying::of(&args.saying);
    if args.saying.json_schema {
        return print(json::schema::CODES);
    }
    saying.say(&json::codes(saying.language), || {
        text::codes(saying.language, saying.layout)
    })
}

/// Looks for words; what was clearly meant is explained.
fn find(words: &str, context: Context, saying: Saying) -> Result<Exit, Failure> {
    let mut found = search(words, saying.language);
    let fits = |found: &Match| match (found.service, context.services()) {
        (Some(service), Some(services)) => services.iter().any(|it| it.key == service.key),
        (_, _) => true,
    };
    let has_winner = found.has_winner && found.matches.first().is_some_and(fits);
    found.matches.retain(fits);
    let Some(first) = found.matches.first() else {
        let words = inert::Line(inert::start(words, MOST_SHOWN));
        return Err(Failure::usage(format!(
            "nothing is found for '{words}'; try fewer or other words, or see rejoin codes"
        )));
    };
    if has_winner {
        let context = match first.service {
            // The key of a service is one of its names.
            Some(service) => context.clone().of_service(service.key).unwrap_or(context),
            None => context,
        };
        return saying.explain(first.subject, context);
    }
    saying.say(&json::matches(&found, saying.language), || {
        text::matches(&found, saying.language, saying.layout)
    })
}

/// In which language and in which form to say something.
#[derive(Clone, Copy, Debug)]
struct Saying {
    language: Language,
    layout: text::Layout,
    form: Form,
}

#[derive(Clone, Copy, Debug)]
enum Form {
    Json,
    Text,
}

impl Saying {
    fn of(args: &SayingArgs) -> Self {
        let mut layout = text::Layout::new();
        if io::stdout().is_terminal() {
            layout = layout.width(output::columns().min(MOST_COLUMNS));
            if output::colours_are_wanted() {
                layout = layout.coloured();
            }
        }
        if args.plain {
            layout = layout.plain();
        }
        if args.sources {
            layout = layout.with_sources();
        }
        Self {
            language: args
                .lang
                .unwrap_or_else(|| of_environment(|name| std::env::var(name).ok())),
            layout,
            form: if args.json { Form::Json } else { Form::Text },
        }
    }

    fn explain(self, subject: Subject, context: Context) -> Result<Exit, Failure> {
        let explanation = Explanation::new(subject, context, self.language);
        self.say(&json::explanation(&explanation), || {
            text::explanation(&explanation, self.layout)
        })
    }

    fn say(self, json: &impl Serialize, text: impl FnOnce() -> String) -> Result<Exit, Failure> {
        match self.form {
            Form::Json => {
                let json =
                    serde_json::to_string(json).expect("plain fields with text keys serialise");
                print(&(json + "\n"))
            }
            Form::Text => print(&text()),
        }
    }
}

/// The language of the locale: the first of the variables that says anything decides.
fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Language {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(variable)
        .find(|locale| !locale.is_empty())
        .and_then(|locale| Language::of_locale(&locale))
        .unwrap_or_default()
}

fn print(text: &str) -> Result<Exit, Failure> {
    let mut stdout = anstream::stdout().lock();
    let written = stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush());
    match written {
        Ok(()) => Ok(Exit::Well),
        Err(error) => output::stdout_failed(&error),
    }
}

/// Longer lines are hard to read.
const MOST_COLUMNS: usize = 100;

/// So many characters of an argument are repeated in an error.
const MOST_SHOWN: usize = 60;

#[cfg(test)]
mod tests {
    use rejoin_reference::Language;

    use super::of_environment;

    #[test]
    fn the_first_variable_that_says_anything_decides() {
        for (variables, language) in [
            (&[("LC_ALL", "en_US.UTF-8"), ("LANG", "tlh")][..], "en"),
            (&[("LC_ALL", ""), ("LC_MESSAGES", "en")], "en"),
            (&[("LC_ALL", "C"), ("LANG", "ar_EG.UTF-8")], "en"),
            (&[], "en"),
        ] {
            let variable = |wanted: &str| {
                let found = variables.iter().find(|(name, _)| *name == wanted);
                found.map(|(_, value)| (*value).to_owned())
            };
            assert_eq!(of_environment(variable).tag(), language, "{variables:?}");
        }
        for &language in Language::ALL {
            let locale = language.tag().replace('-', "_") + ".UTF-8";
            let variable = |name: &str| (name == "LANG").then(|| locale.clone());
            assert_eq!(of_environment(variable), language, "{locale}");
        }
    }
}
