//! A head that is whole, parsed once and taken out of the input.

use core::mem::MaybeUninit;

use bytes::{Buf, Bytes, BytesMut};
use http::{HeaderMap, HeaderName, HeaderValue, header};

use super::HeadFault;
use super::scan::HeadScanner;

/// Reads one head of requests from `input`, taking it out; what follows it stays.
pub(super) fn take_request(
    scanner: &mut HeadScanner,
    input: &mut BytesMut,
) -> Result<Option<http::Request<()>>, HeadFault> {
    let before = scanner.clone();
    let Some(length) = scanner.scan(input)? else {
        return Ok(None);
    };
    match parse_request(input.get(..length).unwrap_or_default()) {
        Ok(request) => {
            input.advance(length);
            Ok(Some(request))
        }
        Err(fault) => {
            *scanner = before;
            Err(fault)
        }
    }
}

/// Reads one head of responses from `input`, taking it out; what follows it stays.
pub(super) fn take_response(
    scanner: &mut HeadScanner,
    input: &mut BytesMut,
) -> Result<Option<http::Response<()>>, HeadFault> {
    check_response_start(input)?;
    let before = scanner.clone();
    let Some(length) = scanner.scan(input)? else {
        return Ok(None);
    };
    match parse_response(input.get(..length).unwrap_or_default()) {
        Ok(response) => {
            input.advance(length);
            Ok(Some(response))
        }
        Err(fault) => {
            *scanner = before;
            Err(fault)
        }
    }
}

/// Refuses what is no HTTP/1 response at the first byte that shows it, so that nobody waits for the
/// end of a head that will never come (from a mail server, say).
fn check_response_start(input: &[u8]) -> Result<(), HeadFault> {
    let mut pairs = input.iter().zip(b"HTTP/1.");
    match pairs.find(|(byte, expected)| byte != expected) {
        None => Ok(()),
        Some((byte, _)) if byte.is_ascii_control() && !matches!(byte, b'\r' | b'\n') => {
            Err(HeadFault::ControlCharacter(*byte))
        }
        Some(_) if input.starts_with(b"HTTP/") => Err(HeadFault::Version),
        Some(_) => Err(HeadFault::StartLine),
    }
}

/// Parses a complete request head.
fn parse_request(head: &[u8]) -> Result<http::Request<()>, HeadFault> {
    // The values share this: the read buffer is not kept alive, and nothing is copied one by one.
    let head = &Bytes::copy_from_slice(head);
    let mut few = [MaybeUninit::uninit(); FEW_LINES];
    let mut many = Vec::new();
    let mut parsed = httparse::Request::new(&mut []);
    match parsed.parse_with_uninit_headers(head, &mut few) {
        Err(httparse::Error::TooManyHeaders) => {
            many.resize(lines(head), MaybeUninit::uninit());
            parsed = httparse::Request::new(&mut []);
            parsed.parse_with_uninit_headers(head, &mut many)
        }
        parsed => parsed,
    }
    .map_err(fault_of)?;
    let target = parsed.path.ok_or(HeadFault::StartLine)?;
    let shared = head.slice_ref(target.as_bytes());
    let uri = http::Uri::from_maybe_shared(shared).map_err(|_| HeadFault::Target)?;
    // `Uri` drops a fragment without a word, and reads a bare `host:port` (which CONNECT has).
    if target.contains('#') || uri.path_and_query().is_none() || target == "*" {
        return Err(HeadFault::Target);
    }
    let mut request = http::Request::new(());
    *request.method_mut() = parsed
        .method
        .unwrap_or_default()
        .parse()
        .map_err(|_| HeadFault::StartLine)?;
    *request.uri_mut() = uri;
    *request.version_mut() = version_of(parsed.version)?;
    *request.headers_mut() = header_map(head, parsed.headers)?;
    Ok(request)
}

/// Parses a complete response head.
fn parse_response(head: &[u8]) -> Result<http::Response<()>, HeadFault> {
    let head = &Bytes::copy_from_slice(head);
    let mut slots = vec![httparse::EMPTY_HEADER; lines(head)];
    let mut parsed = httparse::Response::new(&mut slots);
    parsed.parse(head).map_err(fault_of)?;
    let mut response = http::Response::new(());
    let code = parsed.code.ok_or(HeadFault::StartLine)?;
    *response.status_mut() = http::StatusCode::from_u16(code).map_err(|_| HeadFault::StartLine)?;
    *response.version_mut() = version_of(parsed.version)?;
    *response.headers_mut() = header_map(head, parsed.headers)?;
    Ok(response)
}

/// As many lines as the head has, and so more than enough slots for its header lines.
fn lines(head: &[u8]) -> usize {
    head.split(|byte| *byte == b'\n').count()
}

/// The parser's version, where it is one that a head may have.
fn version_of(minor: Option<u8>) -> Result<http::Version, HeadFault> {
    match minor {
        Some(0) => Ok(http::Version::HTTP_10),
        Some(1) => Ok(http::Version::HTTP_11),
        _ => Err(HeadFault::Version),
    }
}

/// The header lines; their values share the memory of the head.
fn header_map(head: &Bytes, headers: &[httparse::Header<'_>]) -> Result<HeaderMap, HeadFault> {
    let mut map = HeaderMap::with_capacity(headers.len().min(FEW_LINES));
    for line in headers {
        let name = match usual_name(line.name) {
            Some(name) => name,
            None => {
                HeaderName::from_bytes(line.name.as_bytes()).map_err(|_| HeadFault::HeaderLine)?
            }
        };
        let value = HeaderValue::from_maybe_shared(head.slice_ref(line.value))
            .map_err(|_| HeadFault::HeaderLine)?;
        map.try_append(name, value)
            .map_err(|_| HeadFault::HeaderLine)?;
    }
    Ok(map)
}

/// The names of a handshake as nearly everybody writes them, which need no folding.
fn usual_name(name: &str) -> Option<HeaderName> {
    Some(match name {
        "Accept-Encoding" => header::ACCEPT_ENCODING,
        "Accept-Language" => header::ACCEPT_LANGUAGE,
        "Cache-Control" => header::CACHE_CONTROL,
        "Connection" => header::CONNECTION,
        "Cookie" => header::COOKIE,
        "Host" => header::HOST,
        "Origin" => header::ORIGIN,
        "Pragma" => header::PRAGMA,
        "Sec-WebSocket-Accept" => header::SEC_WEBSOCKET_ACCEPT,
        "Sec-WebSocket-Extensions" => header::SEC_WEBSOCKET_EXTENSIONS,
        "Sec-WebSocket-Key" => header::SEC_WEBSOCKET_KEY,
        "Sec-WebSocket-Protocol" => header::SEC_WEBSOCKET_PROTOCOL,
        "Sec-WebSocket-Version" => header::SEC_WEBSOCKET_VERSION,
        "Upgrade" => header::UPGRADE,
        "User-Agent" => header::USER_AGENT,
        _ => return None,
    })
}

/// What the parser's errors mean here.
fn fault_of(error: httparse::Error) -> HeadFault {
    match error {
        httparse::Error::HeaderName | httparse::Error::HeaderValue => HeadFault::HeaderLine,
        httparse::Error::Version => HeadFault::Version,
        httparse::Error::NewLine
        | httparse::Error::Status
        | httparse::Error::Token
        | httparse::Error::TooManyHeaders => HeadFault::StartLine,
    }
}

/// Most heads have fewer header lines: room for these need not be asked for.
const FEW_LINES: usize = 32;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_usual_name_is_the_one_that_its_text_folds_to() {
        let names = "Accept-Encoding Accept-Language Cache-Control Connection Cookie Host Origin \
             Pragma Sec-WebSocket-Accept Sec-WebSocket-Extensions Sec-WebSocket-Key \
             Sec-WebSocket-Protocol Sec-WebSocket-Version Upgrade User-Agent";
        for name in names.split(' ') {
            let folded = HeaderName::from_bytes(name.as_bytes()).ok();
            assert_eq!(usual_name(name), folded, "{name}");
        }
    }
}
