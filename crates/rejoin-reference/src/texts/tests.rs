use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

use super::Texts;
use crate::Language;

/// Each message of a language with the variables that it uses.
fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages = BTreeMap::new();
    for file in language.files() {
        let resource = parser::parse(file)
            .map_err(|(_, errors)| errors)
            .unwrap_or_else(|errors| panic!("{language}: {errors:?}"));
        for entry in resource.body {
            let Entry::Message(message) = entry else {
                assert!(
                    !matches!(entry, Entry::Term(_) | Entry::Junk { .. }),
                    "{language}: only messages and remarks: {entry:?}"
                );
                continue;
            };
            let id = message.id.name.to_owned();
            let value = message
                .value
                .unwrap_or_else(|| panic!("{language}: {id} is empty"));
            let mut variables = BTreeSet::new();
            variables_of(&value, &mut variables);
            let before = messages.insert(id.clone(), variables);
            assert!(before.is_none(), "{language}: {id} stands there twice");
        }
    }
    messages
}

fn variables_of(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else {
            continue;
        };
        match expression {
            Expression::Inline(inline) => variable_of(inline, variables),
            Expression::Select { selector, variants } => {
                variable_of(selector, variables);
                for variant in variants {
                    variables_of(&variant.value, variables);
                }
            }
        }
    }
}

fn variable_of(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                variable_of(argument, variables);
            }
        }
        InlineExpression::Placeable { expression } => {
            if let Expression::Inline(inline) = expression.as_ref() {
                variable_of(inline, variables);
            }
        }
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::MessageReference { .. } | InlineExpression::TermReference { .. } => {
            panic!("messages do not refer to others: {inline:?}")
        }
    }
}

#[test]
fn every_language_has_the_messages_of_english_and_no_others() {
    let english = messages(Language::English);
    for &language in Language::ALL {
        let theirs = messages(language);
        let missing: Vec<_> = english
            .keys()
            .filter(|id| !theirs.contains_key(*id))
            .collect();
        let extra: Vec<_> = theirs
            .keys()
            .filter(|id| !english.contains_key(*id))
            .collect();
        assert!(missing.is_empty(), "{language} lacks {missing:?}");
        assert!(
            extra.is_empty(),
            "{language} has messages that English has not: {extra:?}"
        );
        for (id, variables) in &english {
            assert_eq!(
                &theirs[id], variables,
                "the variables of {id} in {language}"
            );
        }
    }
}

#[test]
fn backticks_stand_in_pairs() {
    for &language in Language::ALL {
        for (id, variables) in messages(language) {
            if !variables.is_empty() {
                continue;
            }
            let text = Texts::of(language).text(&id).into_owned();
            let ticks = text.matches('`').count();
            assert_eq!(ticks % 2, 0, "{language}: {id}: {text}");
            assert!(
                !text.contains("``"),
                "{language}: {id} has an empty literal"
            );
        }
    }
}

#[test]
fn texts_may_be_used_by_many_threads() {
    let threads: Vec<_> = (0..4)
        .map(|_| std::thread::spawn(|| Texts::of(Language::English)))
        .collect();
    for thread in threads {
        let texts = thread.join().expect("it ends well");
        assert!(
            core::ptr::eq(texts, Texts::of(Language::English)),
            "parsed once"
        );
    }
}
