//! `rejoin check` against servers that are well and servers that are not.

mod healthy;
mod idle;
mod refused;
mod server;
mod switched;
mod talk;
mod tls;

use std::sync::LazyLock;

use serde_json::Value;

use crate::process::{Ended, Process};

/// The schema that is published.
static SCHEMA: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
    let schema = serde_json::from_str(SCHEMA_TEXT).expect("the schema is JSON");
    jsonschema::validator_for(&schema).expect("the schema is one")
});

const SCHEMA_TEXT: &str = include_str!("../../../../../docs/check.schema.json");

/// What a check found, as JSON.
struct Checked {
    result: Value,
    ended: Ended,
}

impl Checked {
    /// Exactly these findings, and this status; errors are in the one line of stderr.
    #[track_caller]
    fn assert(&self, status: i32, findings: &[&str]) -> &Self {
        assert_eq!(self.ids(), findings, "{:#}", self.result);
        let Ended {
            status: is, stderr, ..
        } = &self.ended;
        assert_eq!(*is, status, "{:#}", self.result);
        assert_eq!(stderr.is_empty(), status == 0, "{stderr}");
        self
    }

    /// This is among what the finding says.
    #[track_caller]
    fn says(&self, id: &str, words: &str) -> &Self {
        let findings = self.result["findings"].as_array().expect("a list");
        let finding = findings.iter().find(|finding| finding["id"] == id);
        let text = finding.expect(id).to_string();
        assert!(text.contains(words), "{text}");
        self
    }

    fn ids(&self) -> Vec<&str> {
        let findings = self.result["findings"].as_array().expect("a list");
        findings
            .iter()
            .map(|finding| finding["id"].as_str().expect("a name"))
            .collect()
    }
}

/// Checks, and holds the result against its schema.
fn check(arguments: &[&str]) -> Checked {
    let ended = Process::run(&[&["check", "--json"], arguments].concat(), b"");
    let result: Value = serde_json::from_str(ended.text()).expect(&ended.stderr);
    let faults: Vec<_> = SCHEMA
        .iter_errors(&result)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(faults.is_empty(), "{faults:#?}\n{result:#}");
    assert_eq!(result["exit"], ended.status);
    Checked { result, ended }
}

#[test]
fn every_finding_is_in_the_list_for_people() {
    let schema: Value = serde_json::from_str(SCHEMA_TEXT).expect("the schema is JSON");
    let ids = &schema["properties"]["findings"]["items"]["properties"]["id"]["enum"];
    let ids = ids.as_array().expect("a list");
    assert!(ids.len() > 50, "{ids:?}");
    for id in ids {
        let quoted = format!("`{}`", id.as_str().expect("a name"));
        assert!(
            include_str!("../../../../../docs/check.md").contains(&quoted),
            "{quoted}"
        );
    }
}

/// Checks, and returns what a person sees.
fn shown(arguments: &[&str]) -> Ended {
    Process::run(&[&["check"], arguments].concat(), b"")
}
