//! `rejoin serve --admin`: what monitors ask, and what they are told.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::TcpStream;

use rustix::process::Signal;

use crate::process::Process;
use crate::service::Service;

const ADMIN: &[&str] = &["--admin", "127.0.0.1:0"];

/// Status and body of an answer.
fn ask(service: &Service, request: &str) -> (u16, String) {
    ask_at(service.admin(), request)
}

fn ask_at(address: &str, request: &str) -> (u16, String) {
    let mut stream = TcpStream::connect(address).expect("it listens");
    write!(stream, "{request} HTTP/1.1\r\nhost: a\r\n\r\n").expect("it reads");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("it answers");
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
    let status = head.split(' ').nth(1).expect("a status");
    (status.parse().expect("a number"), body.to_owned())
}

fn get(service: &Service, path: &str) -> (u16, String) {
    ask(service, &format!("GET {path}"))
}

/// The samples of an exposition, checked against what the format asks for.
fn samples(service: &Service) -> BTreeMap<String, String> {
    let (status, text) = get(service, "/metrics");
    assert_eq!(status, 200);
    let body = text.strip_suffix("# EOF\n").expect("it is complete");
    let mut kinds = BTreeMap::new();
    let mut samples = BTreeMap::new();
    for line in body.lines() {
        if let Some(kind) = line.strip_prefix("# TYPE ") {
            let (name, kind) = kind.split_once(' ').expect(line);
            assert!(
                kinds.insert(name.to_owned(), kind.to_owned()).is_none(),
                "{line}"
            );
            continue;
        }
        if line.starts_with("# HELP ") || line.starts_with("# UNIT ") {
            continue;
        }
        let (sample, value) = line.rsplit_once(' ').expect(line);
        let (name, labels) = sample.split_once('{').unwrap_or((sample, "}"));
        assert!(
            name.starts_with("rejoin_") && labels.ends_with('}'),
            "{line}"
        );
        let family = kinds.iter().find(|(family, kind)| {
            let suffix = name.strip_prefix(family.as_str());
            match kind.as_str() {
                "counter" => suffix == Some("_total"),
                "gauge" => suffix == Some(""),
                "histogram" => matches!(suffix, Some("_bucket" | "_sum" | "_count")),
                _ => false,
            }
        });
        assert!(family.is_some(), "it has no type: {line}");
        value.parse::<f64>().expect(line);
        assert!(
            samples
                .insert(sample.to_owned(), value.to_owned())
                .is_none(),
            "{line}"
        );
    }
    samples
}

fn count(samples: &BTreeMap<String, String>, sample: &str) -> u64 {
    let value = samples.get(sample);
    let count = value.and_then(|value| value.parse().ok());
    count.unwrap_or_else(|| unreachable!("{sample}: {samples:#?}"))
}

#[test]
fn a_server_is_alive_and_ready_until_it_drains() {
    let flags = ["--drain-rate", "1", "--drain-within", "1h"];
    let mut server = Service::start(&[ADMIN, &flags].concat());
    let _clients: Vec<_> = (0..3).map(|_| server.client()).collect();
    assert_eq!(get(&server, "/healthz").0, 200);
    assert_eq!(get(&server, "/readyz"), (200, "ready\n".to_owned()));
    assert_eq!(get(&server, "/elsewhere").0, 404);
    assert_eq!(ask(&server, "POST /healthz").0, 405);
    server.signal(Signal::TERM);
    server.event("draining");
    assert_eq!(get(&server, "/healthz").0, 200);
    assert_eq!(get(&server, "/readyz"), (503, "draining\n".to_owned()));
    let samples = samples(&server);
    assert_eq!(count(&samples, "rejoin_draining"), 1);
    let states = ["clean", "unclean", "cut", "left"];
    let of = |state| {
        count(
            &samples,
            &format!("rejoin_drain_connections{{connections=\"{state}\"}}"),
        )
    };
    assert_eq!(states.map(of).iter().sum::<u64>(), 3);
}

#[test]
fn everything_that_happens_is_counted() {
    let mut server = Service::start(&[ADMIN, &["--require", "permessage-deflate"]].concat());
    let refused = Process::run(&["connect", "--no-deflate", &server.url], b"");
    assert_eq!(refused.status, 4);
    let mut client = server.client();
    client.write(b"four\n");
    client.event("message");
    let open = samples(&server);
    assert_eq!(count(&open, "rejoin_connections_open"), 1);
    assert_eq!(client.finish().status, 0);
    server.event_of_any("closed");
    let samples = samples(&server);
    for (sample, expected) in [
        ("rejoin_connections_open", 0),
        ("rejoin_connections_opened_total", 1),
        (
            "rejoin_handshakes_refused_total{reason=\"required_extensions\",status=\"400\"}",
            1,
        ),
        (
            "rejoin_connections_closed_total{code=\"1000\",began=\"client\",clean=\"yes\"}",
            1,
        ),
        (
            "rejoin_negotiations_total{extension=\"permessage-deflate\"}",
            1,
        ),
        ("rejoin_messages_total{direction=\"received\"}", 1),
        ("rejoin_message_bytes_total{direction=\"sent\"}", 4),
        ("rejoin_draining", 0),
        ("rejoin_predecessor_draining", 0),
    ] {
        assert_eq!(count(&samples, sample), expected, "{sample}");
    }
}

#[test]
fn the_admin_address_goes_to_the_process_that_serves() {
    let flags = ["--drain-rate", "1", "--drain-within", "1h"];
    let mut server = Service::start(&[ADMIN, &flags].concat());
    // So many that the drain outlasts all that is asked here.
    let _peers: Vec<_> = (0..100).map(|_| server.silent_peer()).collect();
    let (old, new) = server.restart();
    for _ in 0..10 {
        assert_eq!(get(&server, "/readyz").0, 200);
    }
    let of_new = samples(&server);
    assert_eq!(count(&of_new, "rejoin_connections_open"), 0);
    assert_eq!(count(&of_new, "rejoin_predecessor_draining"), 1);
    Service::kill(new);
    server.current = old;
    server.event("restart_failed");
    assert_eq!(get(&server, "/readyz").0, 200);
    assert!(count(&samples(&server), "rejoin_connections_open") > 0);
}

#[test]
fn the_drain_of_the_old_process_is_seen_at_the_new_one() {
    let flags = ["--drain-rate", "1", "--drain-within", "1h"];
    let mut server = Service::start(&[ADMIN, &flags].concat());
    let mut clients: Vec<_> = (0..3).map(|_| server.client()).collect();
    let drain = |samples: &BTreeMap<String, String>, state| {
        let sample = format!("rejoin_predecessor_drain_connections{{connections=\"{state}\"}}");
        samples.get(&sample).map(|_| count(samples, &sample))
    };
    let (old, new) = server.restart();
    // It tells at the beginning of its drain, and with each second.
    let seen = (0..10_000).any(|_| {
        let samples = samples(&server);
        let (clean, left) = (drain(&samples, "clean"), drain(&samples, "left"));
        clean
            .zip(left)
            .is_some_and(|(clean, left)| left > 0 && clean + left == 3)
    });
    assert!(seen);
    for client in &mut clients {
        assert_eq!(client.event("closed")["code"], 1012);
    }
    let gone = server.event_of(new, "predecessor_gone");
    assert_eq!(gone["predecessor"], old);
    let whole = serde_json::json!({"clean": 3, "unclean": 0, "cut": 0, "left": 0, "closing": 0});
    assert_eq!(gone["drain"], whole);
    let samples = samples(&server);
    let states = ["clean", "unclean", "cut", "left"];
    let found = states.map(|state| drain(&samples, state));
    assert_eq!(found, [3, 0, 0, 0].map(Some));
    for (sample, expected) in [
        (
            "rejoin_predecessor_connections_closed_total{code=\"1012\",began=\"server\",clean=\"yes\"}",
            3,
        ),
        ("rejoin_predecessor_draining", 0),
        ("rejoin_connections_open", 0),
    ] {
        assert_eq!(count(&samples, sample), expected, "{sample}");
    }
}

#[test]
fn round_trips_of_pings_are_measured() {
    let server = Service::start(&[ADMIN, &["--ping-every", "1ms"]].concat());
    let mut client = server.client();
    let measured = (0..10_000).any(|_| {
        client.write(b"hi\n");
        client.event("message");
        count(&samples(&server), "rejoin_ping_round_trip_seconds_count") > 0
    });
    assert!(measured);
}

#[test]
fn every_metric_is_described() {
    let page = include_str!("../../../../docs/metrics.md");
    // Those with labels are there once something has happened.
    let mut server = Service::start(&[ADMIN, &["--require", "permessage-deflate"]].concat());
    let refused = Process::run(&["connect", "--no-deflate", &server.url], b"");
    assert_eq!(refused.status, 4);
    let ended = Process::run(&["connect", &server.url], b"hi\n");
    assert_eq!(ended.status, 0);
    server.event_of_any("closed");
    assert_eq!(
        ask_at(server.url.trim_start_matches("ws://"), "GET /").0,
        200
    );
    let (_, text) = get(&server, "/metrics");
    let types = text.lines().filter_map(|line| line.strip_prefix("# TYPE "));
    let mut described = 0;
    for family in types {
        let name = match family.split_once(' ').expect(family) {
            (name, "counter") => format!("`{name}_total`"),
            (name, _) => format!("`{name}`"),
        };
        assert!(page.contains(&name), "{name}");
        described += 1;
    }
    // A drain of this process or the one before is the one thing that has not happened.
    assert_eq!(described + 3, page.matches("| `rejoin_").count());
}
