//! `explain`, `compare` and `codes`, as scripts and people use them.

use std::process::Stdio;

use serde_json::Value;

use crate::process::command;

/// The status, stdout and stderr, with that language of the environment.
fn run(arguments: &[&str], locale: &str) -> (i32, String, String) {
    let output = command(arguments)
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", locale)
        .stdin(Stdio::null())
        .output()
        .expect("the program is built");
    let text = |bytes| String::from_utf8(bytes).expect("it is UTF-8");
    let status = output.status.code().expect("it ended by itself");
    (status, text(output.stdout), text(output.stderr))
}

/// What is said on stdout.
fn said(arguments: &[&str]) -> String {
    let (status, stdout, stderr) = run(arguments, "C.UTF-8");
    assert_eq!((status, stderr.as_str()), (0, ""), "{arguments:?}");
    assert!(!stdout.contains('\u{1b}'), "no colours in a pipe: {stdout}");
    stdout
}

#[test]
fn a_code_is_found_by_number_and_by_name() {
    let by_number = said(&["explain", "1012"]);
    let verdict = "1012 Service Restart: from the server, clean, reconnect in 1-5 s\n";
    assert!(by_number.starts_with(verdict), "{by_number}");
    for name in [
        &["SERVICE_RESTART"][..],
        &["service-restart"],
        &["Service", "Restart"],
    ] {
        assert_eq!(said(&[&["explain"], name].concat()), by_number);
    }
    assert!(said(&["explain", "mandatory", "ext"]).starts_with("1010 "));
    assert!(said(&["explain", "4000-4999"]).starts_with("4000-4999 Private Use"));
}

#[test]
fn words_are_looked_for_and_a_clear_winner_is_explained() {
    let found = said(&["explain", "proxy timeout"]);
    assert!(found.contains("1006 Abnormal Closure: "), "{found}");
    // All codes of one service fit its name alike.
    let found = said(&["explain", "pandascore"]);
    assert!(found.contains("places fit"), "{found}");
    assert!(found.contains("\n  - 4029 PandaScore: "), "{found}");
    let explained = said(&["explain", "discord", "shard", "identification"]);
    assert!(
        explained.starts_with("4010 Private Use (Discord Gateway): "),
        "{explained}"
    );
}

#[test]
fn a_number_means_what_the_service_says() {
    let explained = said(&["explain", "4004", "--service", "discord-gateway"]);
    assert!(explained.contains("(Discord Gateway): from either side, clean, do not reconnect"));
    let subprotocol = ["explain", "4400", "--subprotocol", "graphql-transport-ws"];
    assert!(
        said(&subprotocol).starts_with("4400 Private Use (graphql-ws"),
        "{}",
        said(&subprotocol)
    );
}

#[test]
fn two_codes_are_compared_in_any_order() {
    let one = said(&["compare", "1012", "1010"]);
    assert_eq!(
        one,
        said(&["compare", "mandatory-extension", "SERVICE_RESTART"])
    );
    assert!(
        one.starts_with("1010 Mandatory Extension or 1012 Service Restart\n"),
        "{one}"
    );
    assert!(said(&["compare", "1010", "1010"]).contains("nothing to compare"));
}

#[test]
fn bytes_and_headers_are_explained() {
    let explained = said(&["explain", "--hex", "88", "02", "03", "f2"]);
    assert!(
        explained.contains("\n1010 Mandatory Extension: "),
        "{explained}"
    );
    let header = "Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=7";
    let judged = said(&["explain", "--header", header]);
    assert!(judged.contains("RFC 7692 7.1.2.1"), "{judged}");
}

#[test]
fn json_is_one_object_and_has_a_schema() {
    for (arguments, kind) in [
        (&["explain", "1010"][..], "explanation"),
        (&["explain", "pandascore"], "matches"),
        (&["explain", "--hex", "88 00"], "frames"),
        (&["explain", "--header", "Upgrade: websocket"], "header"),
        (&["compare", "1010", "1012"], "comparison"),
        (&["codes"], "codes"),
    ] {
        let value: Value = serde_json::from_str(&said(&[arguments, &["--json"]].concat()))
            .expect("one JSON object");
        assert_eq!(value["kind"], kind);
        let schema: Value =
            serde_json::from_str(&said(&[arguments[0], "--json-schema"])).expect("one JSON object");
        let validator = jsonschema::validator_for(&schema).expect("it is a schema");
        assert!(validator.is_valid(&value), "{arguments:?}");
    }
}

#[test]
fn the_locale_decides_unless_a_language_is_given() {
    let (_, arabic, _) = run(&["explain", "1012"], "ar_EG.UTF-8");
    assert!(arabic.contains("\u{2066}1012\u{2069}"), "{arabic}");
    let (_, plain, _) = run(&["explain", "1012", "--plain"], "ar_EG.UTF-8");
    assert!(!plain.contains('\u{2066}'), "{plain}");
    let (_, english, _) = run(&["explain", "1012", "--lang", "en"], "ar_EG.UTF-8");
    assert_eq!(english, said(&["explain", "1012"]));
}

#[test]
fn mistakes_are_one_line_and_status_2() {
    for (arguments, words) in [
        (&["explain", "65536"][..], "0 to 65535"),
        (&["explain", "xylophone"], "rejoin codes"),
        (&["explain", "4004", "--service", "nobody"], "discord"),
        (
            &["explain", "4004", "--subprotocol", "nobody"],
            "graphql-transport-ws",
        ),
        (&["explain", "--hex", "zz"], "two hexadecimal digits"),
        (&["explain", "--header", "Cookie: a"], "Sec-WebSocket-Key"),
        (&["explain", "1010", "--lang", "tlh"], "ar"),
        (&["explain"], "explain --help"),
        (&["compare", "1010"], "compare --help"),
        (&["compare", "1010", "nobody"], "rejoin codes"),
    ] {
        let (status, stdout, stderr) = run(arguments, "C.UTF-8");
        assert_eq!(status, 2, "{arguments:?}");
        assert!(stdout.is_empty(), "{stdout}");
        assert!(
            stderr.starts_with("error: ") && stderr.lines().count() == 1,
            "{stderr}"
        );
        assert!(stderr.contains(words), "{arguments:?}: {stderr}");
    }
}
