//! An HTTP answer that is no 101: its head and the start of its body.

use core::time::Duration;

use bytes::{Bytes, BytesMut};
use http::{HeaderMap, StatusCode, header};

/// The answer of a server that did not switch protocols.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl Answer {
    /// The status, which is any but 101.
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers, e.g. `Location` of a redirect or `WWW-Authenticate` of a 401.
    pub const fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The start of the body, at most 4 KiB of it, chunked coding undone.
    ///
    /// It comes from the server as it is, perhaps compressed or cut: before it goes to a terminal
    /// or a page, make it harmless.
    pub const fn body(&self) -> &Bytes {
        &self.body
    }

    /// The delay of a `Retry-After` given in seconds; `None` if it is absent or a date.
    pub fn retry_after(&self) -> Option<Duration> {
        let text = self.headers.get(header::RETRY_AFTER)?.to_str().ok()?;
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        let seconds = text.parse().ok().filter(|_| digits)?;
        Some(Duration::from_secs(seconds))
    }
}

/// An answer whose body is still arriving.
#[derive(Clone, Debug)]
pub(super) struct PartialAnswer {
    status: StatusCode,
    headers: HeaderMap,
    framing: Framing,
    raw: BytesMut,
}

/// What says where the body ends.
#[derive(Clone, Copy, Debug)]
enum Framing {
    /// The chunk of size zero.
    Chunked,
    /// So many bytes.
    Length(usize),
    /// The end of the stream.
    UntilEnd,
}

impl PartialAnswer {
    pub(super) fn new(head: http::Response<()>) -> Self {
        let (head, ()) = head.into_parts();
        let framing = Framing::of(head.status, &head.headers);
        Self {
            status: head.status,
            headers: head.headers,
            framing,
            raw: BytesMut::new(),
        }
    }

    /// Takes what is wanted of the body; whether it is complete, or as long as it may get.
    pub(super) fn receive(&mut self, input: &mut BytesMut) -> bool {
        let wanted = match self.framing {
            Framing::Length(length) => length.min(MAX_BODY_BYTES),
            Framing::Chunked | Framing::UntilEnd => MAX_BODY_BYTES,
        };
        let room = wanted.saturating_sub(self.raw.len()).min(input.len());
        self.raw.extend_from_slice(&input.split_to(room));
        let is_full = self.raw.len() >= wanted;
        is_full || matches!(self.framing, Framing::Chunked) && unchunk(&self.raw).1
    }

    /// The answer with what has arrived of its body.
    pub(super) fn finish(&self) -> Answer {
        let body = match self.framing {
            Framing::Chunked => unchunk(&self.raw).0,
            Framing::Length(_) | Framing::UntilEnd => Bytes::copy_from_slice(&self.raw),
        };
        Answer {
            status: self.status,
            headers: self.headers.clone(),
            body,
        }
    }
}

impl Framing {
    /// RFC 9112 section 6.3. What is contradictory or unreadable is taken as it comes, to the end.
    fn of(status: StatusCode, headers: &HeaderMap) -> Self {
        if matches!(status, StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED) {
            return Self::Length(0);
        }
        if let Some(coding) = headers.get(header::TRANSFER_ENCODING) {
            let is_chunked = coding.as_bytes().eq_ignore_ascii_case(b"chunked");
            return if is_chunked {
                Self::Chunked
            } else {
                Self::UntilEnd
            };
        }
        let length = headers
            .get(header::CONTENT_LENGTH)
            .and_then(|value| value.to_str().ok());
        length
            .and_then(|text| text.parse().ok())
            .map_or(Self::UntilEnd, Self::Length)
    }
}

/// Undoes chunked coding as far as it goes; whether its last chunk is there.
///
/// Broken coding counts as the end: what came before it is all there will be.
fn unchunk(mut raw: &[u8]) -> (Bytes, bool) {
    let mut body = BytesMut::new();
    loop {
        let (start, size) = match httparse::parse_chunk_size(raw) {
            Ok(httparse::Status::Complete((start, size))) => (start, size),
            Ok(httparse::Status::Partial) => return (body.freeze(), false),
            Err(httparse::InvalidChunkSize) => return (body.freeze(), true),
        };
        if size == 0 {
            return (body.freeze(), true);
        }
        let data = raw.get(start..).unwrap_or_default();
        let size = usize::try_from(size).unwrap_or(usize::MAX);
        let Some((chunk, rest)) = data.split_at_checked(size) else {
            body.extend_from_slice(data);
            return (body.freeze(), false);
        };
        body.extend_from_slice(chunk);
        raw = rest.strip_prefix(b"\r\n").unwrap_or_default();
    }
}

/// How much of a body is kept.
const MAX_BODY_BYTES: usize = 4 * 1024;
