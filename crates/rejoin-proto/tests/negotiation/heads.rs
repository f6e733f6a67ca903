//! `requests.txt` and `answers.txt`, each head cut in every way.

use bytes::BytesMut;
use proptest::prelude::*;
use rejoin_proto::handshake::{
    ClientHandshake, ClientOptions, HandshakeError, HeadLimits, Refusal, RequestReader,
    ServerOptions, accept,
};

use crate::vectors::{Block, blocks, text, unescape};

/// The ways to cut bytes in pieces: whole, one by one, and in two at every place.
fn cuts(bytes: &[u8]) -> impl Iterator<Item = Vec<&[u8]>> {
    let two = (1..bytes.len()).map(|place| {
        let (first, second) = bytes.split_at(place);
        vec![first, second]
    });
    [vec![bytes], bytes.chunks(1).collect()]
        .into_iter()
        .chain(two)
}

/// `NAME=VALUE` behind the first word: the value that is expected under that name.
fn expectations(expected: &str) -> impl Iterator<Item = (&str, &str)> {
    expected.split(' ').filter_map(|word| word.split_once('='))
}

/// Feeds the pieces; what the server came to, and what it left unread.
fn serve(pieces: &[&[u8]]) -> (Option<Result<http::Response<()>, Refusal>>, BytesMut) {
    let options = ServerOptions::default().with_subprotocols(["chat.v2", "chat.v1"]);
    let mut reader = RequestReader::new(options.head);
    let mut input = BytesMut::new();
    let mut came = None;
    for piece in pieces {
        input.extend_from_slice(piece);
        if came.is_some() {
            continue;
        }
        came = match reader.receive(&mut input) {
            Ok(None) => None,
            Ok(Some(request)) => Some(accept(&request, &options).map(|accepted| accepted.response)),
            Err(refusal) => {
                let again = reader.receive(&mut input).expect_err("asked again");
                assert_eq!(again, refusal);
                Some(Err(refusal))
            }
        };
    }
    (came, input)
}

#[test]
fn a_server_judges_every_request_head_however_it_is_cut() {
    for Block {
        name,
        expected,
        bytes,
    } in blocks(&text("requests.txt"))
    {
        for pieces in cuts(&bytes) {
            let (came, rest) = serve(&pieces);
            let context = format!("[{name}] in {} pieces", pieces.len());
            match came {
                None => assert_eq!(expected, "incomplete", "{context}"),
                Some(Ok(response)) => {
                    assert!(expected.starts_with("101"), "{context}: {response:?}");
                    assert_eq!(response.status(), 101, "{context}");
                    let mut left = Vec::new();
                    for (key, value) in expectations(expected) {
                        let header = match key {
                            "accept" => "sec-websocket-accept",
                            "extensions" => "sec-websocket-extensions",
                            "protocol" => "sec-websocket-protocol",
                            "rest" => {
                                left = unescape(value);
                                continue;
                            }
                            other => panic!("{context}: no such name: {other}"),
                        };
                        let header = response.headers().get(header);
                        let header = header.map_or("", |value| value.to_str().expect("ASCII"));
                        assert_eq!(header, value, "{context}");
                    }
                    assert_eq!(&rest[..], left, "{context}: what stays unread");
                }
                Some(Err(refusal)) => {
                    let status = refusal.status().as_u16();
                    let reason = format!("{refusal:?}");
                    let came = format!("{status} {reason}");
                    assert!(came.starts_with(expected), "{context}: {came}");
                    assert_eq!(refusal.response().status(), status, "{context}");
                }
            }
        }
    }
}

/// Feeds the pieces and the end; what the client came to, and what it left unread.
fn connect(pieces: &[&[u8]]) -> (Result<http::Response<()>, HandshakeError>, BytesMut) {
    let options = ClientOptions::default().with_subprotocols(["chat.v2", "chat.v1"]);
    let request = http::Request::get("ws://example.com/")
        .body(())
        .expect("a request");
    let mut handshake =
        ClientHandshake::new(request, &options, *b"the sample nonce").expect("a handshake");
    let mut input = BytesMut::new();
    let mut came = None;
    for piece in pieces {
        input.extend_from_slice(piece);
        if came.is_some() {
            continue;
        }
        came = match handshake.receive(&mut input) {
            Ok(None) => None,
            Ok(Some(opened)) => {
                assert_eq!(opened.agreement.explanation.subprotocols_offered().len(), 2);
                let chosen = opened.response.headers().get("sec-websocket-protocol");
                let chosen = chosen.map(|value| value.to_str().expect("ASCII"));
                assert_eq!(opened.agreement.subprotocol.as_deref(), chosen);
                Some(Ok(opened.response))
            }
            Err(error) => {
                let again = handshake.receive(&mut input).expect_err("asked again");
                assert_eq!(again, error);
                assert_eq!(handshake.receive_eof(), error);
                Some(Err(error))
            }
        };
    }
    (came.unwrap_or_else(|| Err(handshake.receive_eof())), input)
}

#[test]
fn a_client_judges_every_answer_head_however_it_is_cut() {
    for Block {
        name,
        expected,
        bytes,
    } in blocks(&text("answers.txt"))
    {
        for pieces in cuts(&bytes) {
            let (came, rest) = connect(&pieces);
            let context = format!("[{name}] in {} pieces", pieces.len());
            match came {
                Ok(response) => {
                    assert!(expected.starts_with("OPEN"), "{context}: {response:?}");
                    let mut left = Vec::new();
                    for (key, value) in expectations(expected) {
                        if key == "rest" {
                            left = unescape(value);
                            continue;
                        }
                        assert_eq!(key, "protocol", "{context}");
                        let chosen = response.headers().get("sec-websocket-protocol");
                        let chosen = chosen.map_or("", |value| value.to_str().expect("ASCII"));
                        assert_eq!(chosen, value, "{context}");
                    }
                    assert_eq!(&rest[..], left, "{context}: what stays unread");
                }
                Err(HandshakeError::Refused(answer)) => {
                    let status = answer.status().as_u16();
                    let body = String::from_utf8_lossy(answer.body());
                    let body = if body.is_empty() { "-" } else { &body };
                    assert_eq!(format!("Refused {status} {body}"), expected, "{context}");
                }
                Err(error) => {
                    let came = format!("{error:?}");
                    assert!(came.starts_with(expected), "{context}: {came}");
                }
            }
        }
    }
}

#[test]
fn a_reader_goes_on_with_the_next_head() {
    let mut reader = RequestReader::new(HeadLimits::default());
    let mut input = BytesMut::from("GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\n\r\nGET /3");
    for path in ["/1", "/2"] {
        let request = reader
            .receive(&mut input)
            .expect("a good head")
            .expect("a whole one");
        assert_eq!(request.uri(), path);
    }
    assert_eq!(
        reader.receive(&mut input).map(|request| request.is_none()),
        Ok(true)
    );
    assert_eq!(reader.receive_eof(), Refusal::EndOfStream { received: 6 });
}

/// Bytes of which heads are made, the bad ones too, so that random heads get somewhere.
fn fragments() -> impl Strategy<Value = Vec<u8>> {
    let fragment = prop::sample::select(vec![
        "GET / HTTP/1.1\r\n",
        "HTTP/1.1 101 x\r\n",
        "HTTP/1.1 103 x\r\n\r\n",
        "HTTP/1.1 403 x\r\n",
        "Host: a\r\n",
        "Upgrade: websocket\r\n",
        "Connection: upgrade\r\n",
        "Transfer-Encoding: chunked\r\n",
        "Content-Length: 3\r\n",
        "Sec-WebSocket-Version: 13\r\n",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n",
        "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n",
        "Sec-WebSocket-Extensions: x; y=\"z\"\r\n",
        "\r\n",
        "\r",
        "\n",
        "3\r\nabc\r\n",
        "0\r\n\r\n",
        " ",
        ":",
        "\0",
        "\u{16}",
        "é",
    ]);
    prop::collection::vec(fragment, 0..12).prop_map(|fragments| fragments.concat().into_bytes())
}

proptest! {
    #[test]
    fn any_request_comes_to_the_same_in_one_piece_and_byte_by_byte(bytes in fragments()) {
        let (whole, rest) = serve(&[&bytes]);
        let (single, rest_of_single) = serve(&bytes.chunks(1).collect::<Vec<_>>());
        prop_assert_eq!(format!("{whole:?}"), format!("{single:?}"));
        prop_assert_eq!(rest, rest_of_single);
    }

    #[test]
    fn any_answer_comes_to_the_same_in_one_piece_and_byte_by_byte(bytes in fragments()) {
        let (whole, _) = connect(&[&bytes]);
        let (single, _) = connect(&bytes.chunks(1).collect::<Vec<_>>());
        prop_assert_eq!(format!("{whole:?}"), format!("{single:?}"));
    }
}
