//! Heads as bytes of HTTP/1.1.

use bytes::{BufMut, Bytes, BytesMut};
use http::{HeaderMap, HeaderName, StatusCode, header};

use super::Agreement;
use super::fields::put_accept_key;

/// Writes a response as HTTP/1.1, to be sent as it is.
///
/// A 101 is written with the headers that it has. Any other response gets the framing that fits its
/// body, `Content-Length`, and `Connection: close`, since no other request will be read; what it
/// had of these two, and `Transfer-Encoding`, is replaced. Responses that cannot have a body (1xx,
/// 204, 304) are written without theirs.
///
/// Nothing can be smuggled in: the types of `http` hold no line ends.
///
/// # Spec
///
/// RFC 9112 sections 4, 5, 6.
///
/// # Examples
///
/// ```
/// use rejoin_proto::handshake::encode_response;
///
/// let response = http::Response::builder().status(404).body("no such room\n")?;
/// assert_eq!(
///     encode_response(&response),
///     "HTTP/1.1 404 Not Found\r\nContent-Length: 13\r\nConnection: close\r\n\r\nno such room\n",
/// );
/// # Ok::<(), http::Error>(())
/// ```
pub fn encode_response<B: AsRef<[u8]>>(response: &http::Response<B>) -> Bytes {
    let status = response.status();
    let body = response.body().as_ref();
    let mut out = BytesMut::with_capacity(body.len().saturating_add(HEAD_ESTIMATE_BYTES));
    out.put_slice(b"HTTP/1.1 ");
    out.put_slice(status.as_str().as_bytes());
    out.put_slice(b" ");
    out.put_slice(status.canonical_reason().unwrap_or_default().as_bytes());
    out.put_slice(b"\r\n");
    if status == StatusCode::SWITCHING_PROTOCOLS {
        put_headers(&mut out, response.headers(), &[]);
        out.put_slice(b"\r\n");
        return out.freeze();
    }
    put_headers(&mut out, response.headers(), &FRAMING);
    let has_body = !status.is_informational()
        && !matches!(status, StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED);
    if has_body {
        put_header(
            &mut out,
            &header::CONTENT_LENGTH,
            body.len().to_string().as_bytes(),
        );
    }
    put_header(&mut out, &header::CONNECTION, b"close");
    out.put_slice(b"\r\n");
    if has_body {
        out.put_slice(body);
    }
    out.freeze()
}

/// Writes the 101 to a request with this key: the same as that of
/// [`accept`](super::accept), without the map of headers in between.
pub(super) fn put_switching_protocols(key: &[u8], agreement: &Agreement, out: &mut BytesMut) {
    out.reserve(HEAD_ESTIMATE_BYTES);
    out.put_slice(
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
          Sec-WebSocket-Accept: ",
    );
    put_accept_key(key, out);
    out.put_slice(b"\r\n");
    if let Some(subprotocol) = &agreement.subprotocol {
        let name = &header::SEC_WEBSOCKET_PROTOCOL;
        put_header(out, name, subprotocol.as_bytes());
    }
    if !agreement.extensions.is_empty() {
        let name = &header::SEC_WEBSOCKET_EXTENSIONS;
        put_header(out, name, agreement.extensions.as_bytes());
    }
    out.put_slice(b"\r\n");
}

/// Writes a request head; `resource` is the target as it stands in the request line.
pub(super) fn request_head(resource: &str, headers: &HeaderMap) -> Bytes {
    let mut out = BytesMut::with_capacity(HEAD_ESTIMATE_BYTES);
    out.put_slice(b"GET ");
    out.put_slice(resource.as_bytes());
    out.put_slice(b" HTTP/1.1\r\n");
    put_headers(&mut out, headers, &[]);
    out.put_slice(b"\r\n");
    out.freeze()
}

/// Writes all headers but those named.
fn put_headers(out: &mut BytesMut, headers: &HeaderMap, except: &[HeaderName]) {
    for (name, value) in headers {
        if !except.contains(name) {
            put_header(out, name, value.as_bytes());
        }
    }
}

/// Writes one header line.
fn put_header(out: &mut BytesMut, name: &HeaderName, value: &[u8]) {
    out.put_slice(spelling(name).as_bytes());
    out.put_slice(b": ");
    out.put_slice(value);
    out.put_slice(b"\r\n");
}

/// The name as the documents write it. Names have no case, but there are peers that think so.
fn spelling(name: &HeaderName) -> &str {
    match name.as_str() {
        "allow" => "Allow",
        "authorization" => "Authorization",
        "connection" => "Connection",
        "content-length" => "Content-Length",
        "content-type" => "Content-Type",
        "cookie" => "Cookie",
        "host" => "Host",
        "location" => "Location",
        "origin" => "Origin",
        "retry-after" => "Retry-After",
        "sec-websocket-accept" => "Sec-WebSocket-Accept",
        "sec-websocket-extensions" => "Sec-WebSocket-Extensions",
        "sec-websocket-key" => "Sec-WebSocket-Key",
        "sec-websocket-protocol" => "Sec-WebSocket-Protocol",
        "sec-websocket-version" => "Sec-WebSocket-Version",
        "upgrade" => "Upgrade",
        "user-agent" => "User-Agent",
        other => other,
    }
}

/// What says where a message ends and whether another follows.
const FRAMING: [HeaderName; 3] = [
    header::CONNECTION,
    header::CONTENT_LENGTH,
    header::TRANSFER_ENCODING,
];

/// Room that most heads fit in.
const HEAD_ESTIMATE_BYTES: usize = 512;
