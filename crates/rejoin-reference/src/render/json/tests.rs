use jsonschema::Validator;
use serde::Serialize;
use serde_json::Value;

use super::schema;
use crate::{Comparison, Context, Explanation, Language, Phase, Subject};

fn validator(schema: &str) -> Validator {
    let schema: Value = serde_json::from_str(schema).expect("it is JSON");
    jsonschema::meta::validate(&schema).expect("it is a schema");
    jsonschema::validator_for(&schema).expect("it refers to nothing outside")
}

fn check(validator: &Validator, value: impl Serialize) -> Value {
    let value = serde_json::to_value(value).expect("plain fields");
    if let Err(error) = validator.validate(&value) {
        panic!("{error} in {value:#}");
    }
    value
}

#[test]
fn explanations_are_as_their_schema_says() {
    let validator = validator(schema::EXPLAIN);
    let discord = Context::new().of_service("discord").expect("it is known");
    let handshake = Context::new().in_phase(Phase::Handshake);
    for &language in Language::ALL {
        for subject in Subject::all().chain([4004, 4014, 1016].map(Subject::Code)) {
            for context in [Context::new(), discord.clone(), handshake.clone()] {
                let explanation = Explanation::new(subject, context, language);
                let value = check(&validator, super::explanation(&explanation));
                assert_eq!(value["first"], subject.first());
                let count = value["sources"].as_array().map_or(0, Vec::len);
                let causes = value["causes"].as_array().expect("a list");
                for place in causes
                    .iter()
                    .flat_map(|cause| cause["sources"].as_array().expect("a list"))
                {
                    assert!(place.as_u64().expect("a place") < count as u64, "{subject}");
                }
            }
        }
    }
}

#[test]
fn comparisons_are_as_their_schema_says() {
    let validator = validator(schema::COMPARE);
    let neighbours = Subject::all().zip(Subject::all().skip(1));
    let written = crate::pairs().map(|pair| (pair.low, pair.high));
    let written = written.map(|(low, high)| (Subject::Code(low), Subject::Code(high)));
    let mut pairs: Vec<_> = neighbours.chain(written).collect();
    pairs.push((Subject::Code(4004), Subject::Code(4004)));
    for &language in Language::ALL {
        for (a, b) in &pairs {
            let comparison = Comparison::new(*a, *b, &Context::new(), language);
            check(&validator, super::comparison(&comparison));
        }
    }
}

#[test]
fn the_table_of_codes_is_as_its_schema_says() {
    let validator = validator(schema::CODES);
    for &language in Language::ALL {
        let value = check(&validator, super::codes(language));
        let codes = value["codes"].as_array().expect("a list");
        assert_eq!(codes.len(), Subject::all().count());
    }
}

#[test]
fn matches_are_as_their_schema_says() {
    let validator = validator(schema::EXPLAIN);
    for query in ["proxy timeout", "discord", "xylophone"] {
        let found = crate::search(query, Language::English);
        check(&validator, super::matches(&found, Language::English));
    }
}

#[test]
fn services_are_as_their_schema_says() {
    let validator = validator(schema::SERVICES);
    for &language in Language::ALL {
        check(&validator, super::services(language));
        for service in crate::services() {
            let value = check(&validator, super::service(service, language));
            let count = value["sources"].as_array().expect("a list").len();
            let codes = value["codes"].as_array().expect("a list");
            assert_eq!(codes.len(), service.codes.len() + service.ranges.len());
            for place in codes
                .iter()
                .flat_map(|code| code["sources"].as_array().expect("a list"))
            {
                assert!(
                    place.as_u64().expect("a place") < count as u64,
                    "{}",
                    service.key
                );
            }
        }
    }
}

#[test]
fn the_guide_and_the_sources_are_as_their_schemas_say() {
    check(&validator(schema::SOURCES), super::sources());
    let validator = validator(schema::GUIDE);
    for &language in Language::ALL {
        let value = check(&validator, super::guide(language));
        let questions = value["questions"].as_array().expect("a list");
        assert_eq!(questions.len(), crate::guide().questions.len());
    }
}

#[test]
fn a_schema_refuses_what_it_does_not_know() {
    let validator = validator(schema::CODES);
    let mut value = check(&validator, super::codes(Language::English));
    value["codes"][0]["sender"] = "proxy".into();
    assert!(!validator.is_valid(&value));
    value["codes"][0]["sender"] = "client".into();
    assert!(validator.is_valid(&value));
    value["surplus"] = 1.into();
    assert!(!validator.is_valid(&value));
}
