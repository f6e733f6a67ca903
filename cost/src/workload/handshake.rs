//! The opening handshake, from the bytes of the request to those of the answer.

use bytes::{Bytes, BytesMut};
use rejoin_proto::extension::deflate::PermessageDeflate;
use rejoin_proto::handshake::{
    Extensions, HeadLimits, OriginPolicy, RequestReader, ServerOptions, accept_into,
};

use super::{Workload, workload};

pub(super) const WORKLOADS: &[Workload] = &[
    workload("handshake/bare", 1, |rounds| {
        shake_hands(rounds, BARE);
    }),
    workload("handshake/browser", 1, |rounds| {
        shake_hands(rounds, BROWSER);
    }),
];

fn shake_hands(rounds: u32, request: &str) {
    let options = options();
    for _ in 0..rounds {
        let answer = answer(request, &options);
        assert!(answer.starts_with(b"HTTP/1.1 101 "), "the answer is no 101");
    }
}

/// A server's.
pub(super) fn options() -> ServerOptions {
    let extensions = Extensions::new().optional(PermessageDeflate::server());
    ServerOptions::default()
        .with_extensions(extensions)
        .with_origin(OriginPolicy::SameHost)
}

pub(super) fn answer(request: &str, options: &ServerOptions) -> Bytes {
    let mut input = BytesMut::from(request);
    let received = RequestReader::new(HeadLimits::default()).receive(&mut input);
    let request = received.expect("it is well formed").expect("it is whole");
    let mut answer = BytesMut::new();
    accept_into(&request, options, &mut answer).expect("nothing speaks against it");
    answer.freeze()
}

const BARE: &str = "GET / HTTP/1.1\r\n\
    Host: 127.0.0.1:9001\r\n\
    Upgrade: websocket\r\n\
    Connection: Upgrade\r\n\
    Sec-WebSocket-Version: 13\r\n\
    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

pub(super) const BROWSER: &str = "GET /live/prices?channel=all HTTP/1.1\r\n\
    Host: www.example.com\r\n\
    Connection: Upgrade\r\n\
    Pragma: no-cache\r\n\
    Cache-Control: no-cache\r\n\
    User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) \
    Chrome/140.0.0.0 Safari/537.36\r\n\
    Upgrade: websocket\r\n\
    Origin: http://www.example.com\r\n\
    Sec-WebSocket-Version: 13\r\n\
    Accept-Encoding: gzip, deflate, br, zstd\r\n\
    Accept-Language: en-GB,en;q=0.9,de;q=0.8\r\n\
    Cookie: session=0123456789abcdef0123456789abcdef; theme=dark; consent=essential\r\n\
    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\
    Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n\r\n";
