//! The program against a small server of its own, faithful and not.

mod stub;

use std::net::TcpListener;
use std::sync::Arc;
use std::thread;

use rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::stub::{Manner, complaint, load, report, start, start_tcp};

const SHORT: &str = "--warmup-ms 10 --measure-ms 40";

fn echo(manner: Manner, arguments: &str) -> serde_json::Value {
    report(&load(start(manner), &format!("echo {SHORT} {arguments}")))
}

#[test]
fn echoes_of_every_size_and_kind_are_verified_and_counted() {
    for arguments in [
        "--connections 1 --in-flight 1 --size 1",
        "--connections 3 --in-flight 64 --size 16",
        "--connections 2 --in-flight 5 --size 125 --kind text",
        "--connections 2 --in-flight 2 --size 70000 --json-like",
        "--connections 2 --in-flight 3 --size 1000 --fragments 4",
        "--connections 1 --in-flight 3 --size 1048576",
    ] {
        let said = echo(Manner::Faithful, arguments);
        assert!(
            said["messages"].as_u64().unwrap() > 0,
            "{arguments}: {said}"
        );
        assert!(said["seconds"].as_f64().unwrap() >= 0.04);
        assert!(said["server_rss_bytes"].as_u64().unwrap() > 0);
        let latency = &said["latency_us"];
        let median = latency["p50"].as_f64().unwrap();
        assert!(median > 0.0 && median <= latency["max"].as_f64().unwrap());
        assert!(said.get("compressed_ratio").is_none());
    }
}

#[test]
fn answers_in_many_frames_with_pings_between_are_verified_too() {
    for (frame_bytes, arguments) in [
        (100, "--connections 2 --in-flight 3 --size 1000"),
        // Pongs are due while the window is not written.
        (100_000, "--connections 1 --in-flight 8 --size 1048576"),
    ] {
        let said = echo(Manner::Divided(frame_bytes), arguments);
        assert!(said["messages"].as_u64().unwrap() > 0);
    }
}

#[test]
fn compressed_echoes_are_verified_without_takeover_and_with_it() {
    for (takeover, mode) in [(false, "no-takeover"), (true, "takeover")] {
        let arguments =
            format!("--connections 3 --in-flight 2 --size 1024 --json-like --deflate {mode}");
        let said = echo(Manner::Deflating { takeover }, &arguments);
        let ratio = said["compressed_ratio"].as_f64().unwrap();
        assert!((0.1..0.5).contains(&ratio), "{said}");
        assert!(
            said["extensions"]
                .as_str()
                .unwrap()
                .starts_with("permessage-deflate")
        );
    }
}

#[test]
fn at_a_rate_so_many_messages_come_as_are_due() {
    let said = report(&load(
        start(Manner::Faithful),
        "echo --warmup-ms 20 --measure-ms 200 --connections 3 --in-flight 100 --size 100 \
         --rate 2000",
    ));
    let messages = said["messages"].as_f64().unwrap();
    let due = said["seconds"].as_f64().unwrap() * 2000.0;
    // What was due just before the end may still be on its way.
    assert!(messages > due / 4.0 && messages < due * 1.5, "{said}");
    assert!(said["latency_us"]["max"].as_f64().unwrap() > 0.0);
}

#[test]
fn a_rate_below_one_message_in_the_measured_time_waits_for_that_one() {
    let said = report(&load(
        start(Manner::Faithful),
        "echo --warmup-ms 1 --measure-ms 1 --connections 1 --in-flight 1 --size 100 --rate 20",
    ));
    assert_eq!(said["messages"].as_u64(), Some(1));
}

#[test]
fn bytes_that_come_back_unseen_are_verified() {
    let arguments = format!("echo {SHORT} --raw --connections 3 --in-flight 4 --size 1000");
    let said = report(&load(start_tcp(), &arguments));
    assert!(said["messages"].as_u64().unwrap() > 0);
}

#[test]
fn everybody_gets_what_one_sends() {
    let arguments = format!("broadcast {SHORT} --connections 7 --size 1000");
    let said = report(&load(start(Manner::Broadcasting), &arguments));
    let broadcasts = said["broadcasts"].as_u64().unwrap();
    assert!(broadcasts > 0);
    assert_eq!(said["deliveries"].as_u64().unwrap(), broadcasts * 7);
}

#[test]
fn handshakes_are_verified_and_counted() {
    let arguments = format!("handshakes {SHORT} --slots 3 --browser-headers");
    let said = report(&load(start(Manner::Faithful), &arguments));
    assert!(said["handshakes"].as_u64().unwrap() > 0);
}

#[test]
fn handshakes_are_made_over_tls() {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let key = rustls::pki_types::PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let settings = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .unwrap();
    let settings = Arc::new(settings);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let connection = ServerConnection::new(Arc::clone(&settings)).unwrap();
            let mut stream = StreamOwned::new(connection, stream.unwrap());
            // A connection may be closed in the middle of a handshake when the time is over.
            thread::spawn(move || stub::shake_hands(&mut stream));
        }
    });
    let output = load(
        address,
        "handshakes --warmup-ms 50 --measure-ms 300 --slots 2 --tls",
    );
    assert!(report(&output)["handshakes"].as_u64().unwrap() > 0);
}

#[test]
fn silent_connections_are_opened_and_used_as_asked() {
    for arguments in [
        "idle",
        "idle --use",
        "idle --burst",
        "idle --use --deflate takeover",
    ] {
        let manner = if arguments.contains("deflate") {
            Manner::Deflating { takeover: true }
        } else {
            Manner::Faithful
        };
        let said = report(&load(
            start(manner),
            &format!("{arguments} --connections 20"),
        ));
        assert_eq!(said["connections"].as_u64(), Some(20));
        let before = said["rss_before"].as_f64().unwrap();
        let after = said["rss_after"].as_f64().unwrap();
        let each = said["bytes_per_connection"].as_f64().unwrap();
        assert!((each - (after - before) / 20.0).abs() < 0.001, "{said}");
    }
}

#[test]
fn a_wrong_byte_ends_it() {
    let said = complaint(&load(
        start(Manner::Wrong(500)),
        "echo --measure-ms 20000 --connections 2 --in-flight 10 --size 100",
    ));
    assert!(said.contains("is not what was sent"), "{said}");
}

#[test]
fn a_lost_connection_ends_it() {
    let said = complaint(&load(
        start(Manner::Leaving(500)),
        "echo --measure-ms 20000 --connections 2 --in-flight 10 --size 100",
    ));
    assert!(
        said.contains("ended a connection") || said.contains("lost"),
        "{said}"
    );
}

#[test]
fn silence_ends_it() {
    for workload in [
        "echo --connections 1 --in-flight 1 --size 10",
        "echo --connections 1 --in-flight 1 --size 10 --rate 100",
        "broadcast --connections 2 --size 10",
        "idle --connections 1 --use",
    ] {
        let said = complaint(&load(
            start(Manner::Silent),
            &format!("{workload} --patience-ms 50"),
        ));
        assert!(
            said.contains("nothing has moved for 50ms"),
            "{workload}: {said}"
        );
    }
}

#[test]
fn an_impostor_is_refused() {
    for workload in [
        "echo --connections 1 --in-flight 1 --size 10",
        "handshakes --slots 1",
    ] {
        let said = complaint(&load(start(Manner::Impostor), workload));
        assert!(said.contains("Sec-WebSocket-Accept is wrong"), "{said}");
    }
}

#[test]
fn a_server_that_is_not_there_is_named() {
    let free = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let said = complaint(&load(free, "echo --connections 1 --in-flight 1 --size 10"));
    assert!(said.contains("refused"), "{said}");
}

#[test]
fn compression_that_is_not_accepted_ends_it() {
    let arguments = "echo --connections 1 --in-flight 1 --size 10 --deflate takeover";
    let said = complaint(&load(start(Manner::Faithful), arguments));
    assert!(said.contains("did not accept permessage-deflate"), "{said}");
}
