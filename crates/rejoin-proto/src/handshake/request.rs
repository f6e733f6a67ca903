//! The headers of a client's handshake: its own, then the caller's.

use http::{HeaderMap, HeaderName, HeaderValue, header};

use super::error::InvalidRequest;
use super::fields::{self, Count, only};
use super::target::Target;
use crate::extension::header::{self as extension_header, Element, is_token};

/// Every header of the request, in the order in which they are sent.
///
/// # Errors
///
/// What cannot stand in a header, or is not the caller's to set.
pub(super) fn headers(
    mut callers: HeaderMap,
    target: &Target,
    nonce: [u8; 16],
    subprotocols: &[String],
    offers: &[Element],
) -> Result<HeaderMap, InvalidRequest> {
    check_offers(offers)?;
    check_subprotocols(subprotocols)?;
    let host = host(&callers, target)?;
    callers.remove(header::HOST);
    match OWN_HEADERS.iter().find(|name| callers.contains_key(*name)) {
        None => Ok(all_headers(callers, host, nonce, subprotocols, offers)),
        Some(name) => Err(InvalidRequest::Header { name: name.clone() }),
    }
}

/// Every offer must be able to stand in a header.
fn check_offers(offers: &[Element]) -> Result<(), InvalidRequest> {
    match offers.iter().find(|offer| !offer.is_writable()) {
        None => Ok(()),
        Some(bad) => Err(InvalidRequest::Extension {
            name: bad.name().to_owned(),
        }),
    }
}

/// Subprotocols are tokens, each listed once (RFC 6455 section 4.1, item 10).
fn check_subprotocols(subprotocols: &[String]) -> Result<(), InvalidRequest> {
    let mut seen: Vec<&str> = Vec::new();
    for name in subprotocols {
        if !is_token(name.as_bytes()) || seen.contains(&name.as_str()) {
            return Err(InvalidRequest::Subprotocol { name: name.clone() });
        }
        seen.push(name);
    }
    Ok(())
}

/// The caller's `Host`, or the one that the URL gives.
fn host(headers: &HeaderMap, target: &Target) -> Result<HeaderValue, InvalidRequest> {
    match only(headers, header::HOST) {
        Ok(host) => Ok(host.clone()),
        Err(Count::Missing) => Ok(header_text(&target.authority())),
        Err(Count::Repeated) => Err(InvalidRequest::HostRepeated),
    }
}

/// Puts the headers together.
fn all_headers(
    callers: HeaderMap,
    host: HeaderValue,
    nonce: [u8; 16],
    subprotocols: &[String],
    offers: &[Element],
) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(header::HOST, host);
    headers.insert(header::UPGRADE, HeaderValue::from_static("websocket"));
    headers.insert(header::CONNECTION, HeaderValue::from_static("Upgrade"));
    headers.insert(
        header::SEC_WEBSOCKET_KEY,
        header_text(&fields::key_of(nonce)),
    );
    headers.insert(
        header::SEC_WEBSOCKET_VERSION,
        HeaderValue::from_static("13"),
    );
    if !subprotocols.is_empty() {
        headers.insert(
            header::SEC_WEBSOCKET_PROTOCOL,
            header_text(&subprotocols.join(", ")),
        );
    }
    if !offers.is_empty() {
        let list = extension_header::list(offers);
        headers.insert(header::SEC_WEBSOCKET_EXTENSIONS, header_text(&list));
    }
    headers.extend(callers);
    headers
}

/// A text that is known to fit a header.
fn header_text(text: &str) -> HeaderValue {
    HeaderValue::from_str(text)
        .expect("base64, checked tokens and elements, and hosts of URLs are printable ASCII")
}

/// What a caller may not set: the handshake's own headers, and those that announce a body.
const OWN_HEADERS: [HeaderName; 9] = [
    header::CONNECTION,
    header::CONTENT_LENGTH,
    header::SEC_WEBSOCKET_ACCEPT,
    header::SEC_WEBSOCKET_EXTENSIONS,
    header::SEC_WEBSOCKET_KEY,
    header::SEC_WEBSOCKET_PROTOCOL,
    header::SEC_WEBSOCKET_VERSION,
    header::TRANSFER_ENCODING,
    header::UPGRADE,
];
