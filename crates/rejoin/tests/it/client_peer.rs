//! The server's end of a handshake, played byte by byte.

use http::HeaderValue;
use rejoin::proto::handshake::accept_key;
use tokio::io::{AsyncRead, AsyncReadExt};

/// Reads the head of a request, up to the empty line and not further.
pub(crate) async fn read_request(stream: &mut (impl AsyncRead + Unpin)) -> String {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.unwrap());
    }
    String::from_utf8(head).unwrap()
}

/// The value of a header of that request.
pub(crate) fn header<'a>(request: &'a str, name: &str) -> &'a str {
    let line = |line: &'a str| {
        line.split_once(": ")
            .filter(|(key, _)| key.eq_ignore_ascii_case(name))
    };
    request.lines().find_map(line).unwrap().1
}

/// The 101 that belongs to that request, with further header lines, each ended by CRLF.
pub(crate) fn switching(request: &str, more: &str) -> String {
    let key = HeaderValue::from_str(header(request, "sec-websocket-key")).unwrap();
    let accept = accept_key(&key);
    format!(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
         Sec-WebSocket-Accept: {accept}\r\n{more}\r\n"
    )
}

/// Everything until the stream ends, in whatever way.
pub(crate) async fn read_to_end(stream: &mut (impl AsyncRead + Unpin)) -> Vec<u8> {
    let mut bytes = Vec::new();
    // A reset is an end too.
    let _ = stream.read_to_end(&mut bytes).await;
    bytes
}

/// A masked control frame taken apart: its first byte and its payload.
pub(crate) fn unmask(frame: &[u8]) -> (u8, Vec<u8>) {
    let (head, rest) = frame.split_at(2);
    assert_eq!(head[1] & 0x80, 0x80, "a client masks");
    let (key, payload) = rest.split_at(4);
    assert_eq!(
        payload.len(),
        usize::from(head[1] & 0x7f),
        "one frame and nothing more"
    );
    (
        head[0],
        payload
            .iter()
            .zip(key.iter().cycle())
            .map(|(byte, key)| byte ^ key)
            .collect(),
    )
}
