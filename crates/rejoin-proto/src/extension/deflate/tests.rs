//! Negotiation: every rule of RFC 7692 section 7 in both roles.

use super::*;
use crate::extension::Param;

/// `a; b=1` as parameters.
fn params(text: &str) -> Params {
    let mut params = Params::new();
    for param in text
        .split(';')
        .map(str::trim)
        .filter(|param| !param.is_empty())
    {
        params = match param.split_once('=') {
            Some((name, value)) => params.value(name.to_owned(), value),
            None => params.flag(param.to_owned()),
        };
    }
    params
}

fn text(params: &Params) -> String {
    let one = |param: &Param| match param.value() {
        Some(value) => format!("{}={value}", param.name()),
        None => param.name().to_owned(),
    };
    params.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn bits(bits: u8) -> WindowBits {
    WindowBits::new(bits).unwrap()
}

fn parameter(name: &str) -> String {
    name.to_owned()
}

#[test]
fn rfc7692_7_a_server_answers_what_each_offer_permits() {
    let plain = PermessageDeflate::server()
        .server_max_window_bits(WindowBits::MAX)
        .client_max_window_bits(WindowBits::MAX);
    let small = PermessageDeflate::server()
        .server_max_window_bits(bits(10))
        .client_max_window_bits(bits(9));
    let stateless = plain
        .clone()
        .server_no_context_takeover()
        .client_no_context_takeover();
    let default = PermessageDeflate::server();
    for (server, offer, answer) in [
        (&plain, "", ""),
        (&plain, "client_max_window_bits", ""),
        (&plain, "client_max_window_bits=15", ""),
        (
            &plain,
            "client_max_window_bits=11",
            "client_max_window_bits=11",
        ),
        (
            &plain,
            "server_max_window_bits=15",
            "server_max_window_bits=15",
        ),
        (
            &plain,
            "server_max_window_bits=8",
            "server_max_window_bits=8",
        ),
        (
            &plain,
            "server_no_context_takeover",
            "server_no_context_takeover",
        ),
        (
            &plain,
            "client_no_context_takeover",
            "client_no_context_takeover",
        ),
        (&small, "", ""),
        (
            &small,
            "client_no_context_takeover",
            "client_no_context_takeover",
        ),
        (
            &small,
            "client_max_window_bits",
            "server_max_window_bits=10; client_max_window_bits=9",
        ),
        (
            &small,
            "client_max_window_bits=8",
            "server_max_window_bits=10; client_max_window_bits=8",
        ),
        (
            &small,
            "server_max_window_bits=12",
            "server_max_window_bits=10",
        ),
        (
            &small,
            "server_max_window_bits=9",
            "server_max_window_bits=9",
        ),
        (
            &stateless,
            "",
            "server_no_context_takeover; client_no_context_takeover",
        ),
        (&default, "", ""),
        (
            &default,
            "client_max_window_bits",
            "server_max_window_bits=12; client_max_window_bits=12",
        ),
        (
            &default,
            "client_max_window_bits=15; server_max_window_bits=15",
            "server_max_window_bits=12; client_max_window_bits=12",
        ),
    ] {
        let response = server.respond(&params(offer)).unwrap();
        assert_eq!(text(&response.answer), answer, "{offer}");
        assert!(response.codec.is_some());
    }
}

/// What is wrong with an offer and with an answer alike.
fn malformed() -> Vec<(&'static str, Rule)> {
    let mut rows = vec![
        (
            "foo",
            Rule::ParameterUnknown {
                parameter: parameter("foo"),
            },
        ),
        (
            "Server_No_Context_Takeover",
            Rule::ParameterUnknown {
                parameter: parameter("Server_No_Context_Takeover"),
            },
        ),
        (
            "server_max_window_bits",
            Rule::ValueMissing {
                parameter: parameter("server_max_window_bits"),
            },
        ),
    ];
    for name in ["server_no_context_takeover", "client_no_context_takeover"] {
        for value in ["true", "", "8"] {
            let offer = format!("{name}={value}").leak();
            rows.push((
                offer,
                Rule::ValueNotAllowed {
                    parameter: parameter(name),
                },
            ));
        }
        let twice = format!("{name}; {name}").leak();
        rows.push((
            twice,
            Rule::ParameterRepeated {
                parameter: parameter(name),
            },
        ));
    }
    for name in ["server_max_window_bits", "client_max_window_bits"] {
        for value in [
            "7", "16", "0", "08", "010", "+9", "-9", "1e1", " 9", "9 ", "", "x", "100", "٩",
        ] {
            // Not through `params`, which would trim.
            rows.push((
                format!("{name}={value}").leak(),
                Rule::ValueInvalid {
                    parameter: parameter(name),
                },
            ));
        }
        let twice = format!("{name}=9; {name}=9").leak();
        rows.push((
            twice,
            Rule::ParameterRepeated {
                parameter: parameter(name),
            },
        ));
    }
    rows
}

/// Like [`params`], but keeps blanks in a value.
fn raw(text: &str) -> Params {
    if let Some((name, value)) = text.split_once('=')
        && !text.contains(';')
    {
        return Params::new().value(name.to_owned(), value);
    }
    params(text)
}

#[test]
fn rfc7692_7_a_server_declines_what_is_malformed_by_its_rule() {
    for (offer, rule) in malformed() {
        let declined = PermessageDeflate::server().respond(&raw(offer)).map(|_| ());
        assert_eq!(declined, Err(rule), "{offer}");
    }
}

#[test]
fn rfc7692_7_a_client_fails_what_is_malformed_by_its_rule() {
    let client = PermessageDeflate::client();
    for (answer, rule) in malformed() {
        let failed = client.settle(&client.offers(), &raw(answer)).map(|_| ());
        assert_eq!(failed, Err(rule), "{answer}");
    }
    let failed = client
        .settle(&client.offers(), &params("client_max_window_bits"))
        .map(|_| ());
    let rule = Rule::ValueMissing {
        parameter: parameter("client_max_window_bits"),
    };
    assert_eq!(failed, Err(rule));
}

#[test]
fn rfc7692_7_1_a_client_offers_what_it_is_set_to() {
    let client = PermessageDeflate::client();
    for (client, offer) in [
        (client.clone(), "client_max_window_bits"),
        (
            client.clone().client_max_window_bits(bits(9)),
            "client_max_window_bits=9",
        ),
        (
            client.clone().server_max_window_bits(bits(8)),
            "server_max_window_bits=8; client_max_window_bits",
        ),
        (
            client
                .server_no_context_takeover()
                .client_no_context_takeover(),
            "server_no_context_takeover; client_no_context_takeover; client_max_window_bits",
        ),
    ] {
        let offers: Vec<String> = client.offers().iter().map(text).collect();
        assert_eq!(offers, [offer]);
    }
}

#[test]
fn rfc7692_7_1_a_client_holds_the_answer_against_its_offers() {
    let not_repeated = |name: &str| {
        Err(Rule::NotRepeated {
            parameter: parameter(name),
        })
    };
    let larger = |name: &str, offered, answered| {
        Err(Rule::LargerThanOffered {
            parameter: parameter(name),
            offered,
            answered,
        })
    };
    let not_offered = || {
        Err(Rule::NotOffered {
            parameter: parameter("client_max_window_bits"),
        })
    };
    let cases = [
        (&["client_max_window_bits"][..], "", Ok(())),
        (
            &["client_max_window_bits"],
            "server_no_context_takeover; client_no_context_takeover",
            Ok(()),
        ),
        (
            &["client_max_window_bits"],
            "client_max_window_bits=8",
            Ok(()),
        ),
        (
            &["client_max_window_bits"],
            "server_max_window_bits=8",
            Ok(()),
        ),
        (&[""], "server_max_window_bits=15", Ok(())),
        (&[""], "client_max_window_bits=15", not_offered()),
        (
            &["client_max_window_bits=10"],
            "client_max_window_bits=10",
            Ok(()),
        ),
        (&["client_max_window_bits=10"], "", Ok(())),
        (
            &["client_max_window_bits=10"],
            "client_max_window_bits=11",
            larger("client_max_window_bits", 10, 11),
        ),
        (
            &["server_max_window_bits=10"],
            "server_max_window_bits=9",
            Ok(()),
        ),
        (
            &["server_max_window_bits=10"],
            "",
            not_repeated("server_max_window_bits"),
        ),
        (
            &["server_max_window_bits=10"],
            "server_max_window_bits=11",
            larger("server_max_window_bits", 10, 11),
        ),
        (
            &["server_no_context_takeover"],
            "",
            not_repeated("server_no_context_takeover"),
        ),
        (
            &["server_no_context_takeover"],
            "server_no_context_takeover",
            Ok(()),
        ),
        (&["client_no_context_takeover"], "", Ok(())),
        // Fallbacks: one offer that the answer accepts is enough.
        (&["server_max_window_bits=10", ""], "", Ok(())),
        (
            &["server_max_window_bits=10", ""],
            "server_max_window_bits=15",
            Ok(()),
        ),
        // None is: the rule is the one of the most preferred offer.
        (
            &["server_max_window_bits=10", "server_no_context_takeover"],
            "",
            not_repeated("server_max_window_bits"),
        ),
        (&[][..], "", Err(Rule::NotRequested)),
    ];
    for (offers, answer, verdict) in cases {
        let offers: Vec<Params> = offers.iter().map(|offer| params(offer)).collect();
        let client = PermessageDeflate::client();
        let settled = client
            .settle(&offers, &params(answer))
            .map(|codec| assert!(codec.is_some()));
        assert_eq!(settled, verdict, "{offers:?} {answer}");
    }
}

#[test]
fn offers_in_own_words_are_checked_and_sent_as_they_are() {
    let client = PermessageDeflate::client();
    let offers = vec![params("server_max_window_bits=10"), Params::new()];
    let own = client.clone().with_offers(offers.clone()).unwrap();
    assert_eq!(own.offers(), offers);
    let wrong = client
        .clone()
        .with_offers(vec![Params::new(), params("foo")]);
    assert_eq!(
        wrong.map(|_| ()),
        Err(Rule::ParameterUnknown {
            parameter: parameter("foo")
        })
    );
    assert!(client.with_offers(Vec::new()).is_err());
}

#[test]
fn every_offer_that_a_client_can_make_is_answered_so_that_it_accepts() {
    let windows: Vec<Option<WindowBits>> = (7..=15).map(WindowBits::new).collect();
    let with = |side: &PermessageDeflate,
                server: Option<WindowBits>,
                client: Option<WindowBits>,
                flags: u8| {
        let mut side = side.clone();
        if let Some(bits) = server {
            side = side.server_max_window_bits(bits);
        }
        if let Some(bits) = client {
            side = side.client_max_window_bits(bits);
        }
        if flags & 1 != 0 {
            side = side.server_no_context_takeover();
        }
        if flags & 2 != 0 {
            side = side.client_no_context_takeover();
        }
        side
    };
    let some = [
        None,
        WindowBits::new(8),
        WindowBits::new(11),
        WindowBits::new(15),
    ];
    for &offered_server in &windows {
        for &offered_client in &windows {
            for flags in 0..16 {
                let client = with(
                    &PermessageDeflate::client(),
                    offered_server,
                    offered_client,
                    flags,
                );
                for own_server in some {
                    for own_client in some {
                        let server = with(
                            &PermessageDeflate::server(),
                            own_server,
                            own_client,
                            flags >> 2,
                        );
                        let offer = &client.offers()[0];
                        let answer = server.respond(offer).unwrap().answer;
                        let settled = client.settle(&client.offers(), &answer);
                        assert!(settled.is_ok(), "{} -> {}", text(offer), text(&answer));
                    }
                }
            }
        }
    }
}
