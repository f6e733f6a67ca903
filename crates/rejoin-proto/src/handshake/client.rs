//! The client's half of the opening handshake.

use bytes::{Bytes, BytesMut};
use http::{HeaderMap, Method, StatusCode, Version, header};

use super::answer::PartialAnswer;
use super::error::{HandshakeError, InvalidRequest};
use super::extensions::Extensions;
use super::fields::{self, Count, accept_key, lists_token, only};
use super::scan::HeadScanner;
use super::{Agreement, HeadLimits, Target, encode, negotiate, parse, request};
use crate::extension::header::{self as extension_header, Element};

/// What a client offers.
///
/// # Bounds
///
/// By default: no extensions, no subprotocols, answers with heads of 16 KiB and 100 header lines.
///
/// # Examples
///
/// ```
/// use rejoin_proto::handshake::ClientOptions;
///
/// let options = ClientOptions::default().with_subprotocols(["chat.v2", "chat.v1"]);
/// assert_eq!(options.subprotocols, ["chat.v2", "chat.v1"]);
/// ```
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct ClientOptions {
    /// The extensions to offer, most preferred first, each optional or required.
    pub extensions: Extensions,
    /// The subprotocols to offer, most preferred first.
    pub subprotocols: Vec<String>,
    /// How large the head of the answer may be; heads of interim answers (1xx) count too.
    pub head: HeadLimits,
}

impl ClientOptions {
    /// The same options with these extensions.
    #[must_use]
    pub fn with_extensions(mut self, extensions: Extensions) -> Self {
        self.extensions = extensions;
        self
    }

    /// The same options with these subprotocols, most preferred first.
    #[must_use]
    pub fn with_subprotocols<I>(mut self, subprotocols: I) -> Self
    where
        I: IntoIterator<Item: Into<String>>,
    {
        self.subprotocols = subprotocols.into_iter().map(Into::into).collect();
        self
    }

    /// The same options with these limits.
    #[must_use]
    pub const fn with_head(mut self, head: HeadLimits) -> Self {
        self.head = head;
        self
    }
}

/// One opening handshake of a client: the request to send, then the answer to judge.
///
/// # Spec
///
/// RFC 6455 section 4.1.
///
/// # Examples
///
/// ```
/// use bytes::BytesMut;
/// use rejoin_proto::handshake::{ClientHandshake, ClientOptions};
///
/// let request = http::Request::get("ws://server.example.com/chat").body(())?;
/// let nonce = *b"the sample nonce"; // 16 random bytes, fresh for every handshake
/// let mut handshake = ClientHandshake::new(request, &ClientOptions::default(), nonce)?;
/// assert!(handshake.head().starts_with(b"GET /chat HTTP/1.1\r\nHost: server.example.com\r\n"));
///
/// let mut input = BytesMut::from(
///     "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
///      Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n",
/// );
/// let opened = handshake.receive(&mut input)?.expect("the head is complete");
/// assert_eq!(opened.agreement.extensions, "");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct ClientHandshake {
    request: http::Request<()>,
    target: Target,
    extensions: Extensions,
    offers: Vec<Element>,
    subprotocols: Vec<String>,
    head: HeadLimits,
    /// Bytes of interim answers so far.
    interim: usize,
    state: State,
}

/// What the client waits for.
#[derive(Clone, Debug)]
enum State {
    /// The head of the answer.
    Head(HeadScanner),
    /// The start of the body of a refusal.
    Body(Box<PartialAnswer>),
    /// Nothing: it has failed, and says so again if asked again.
    Failed(Box<HandshakeError>),
}

/// A handshake that succeeded.
#[derive(Debug)]
#[non_exhaustive]
pub struct Opened {
    /// The server's 101 with all its headers.
    pub response: http::Response<()>,
    /// What was agreed. If [`Agreement::missing`] names something, the connection is to be closed
    /// with 1010 at once.
    pub agreement: Agreement,
}

impl ClientHandshake {
    /// A handshake for that request, with offers from the options.
    ///
    /// The request's URI is absolute, as [`target`](super::target) has it. Its headers are sent
    /// after those of the handshake, repeated ones too. A `Host` header replaces the one made from
    /// the URI, for virtual hosts. `nonce` is 16 random bytes, fresh for every handshake.
    ///
    /// # Errors
    ///
    /// [`InvalidRequest`] if this cannot be a handshake: another method or version, a URL that is
    /// none of a WebSocket, or a header that the handshake writes itself.
    pub fn new(
        request: http::Request<()>,
        options: &ClientOptions,
        nonce: [u8; 16],
    ) -> Result<Self, InvalidRequest> {
        let (mut parts, ()) = request.into_parts();
        if parts.method != Method::GET {
            return Err(InvalidRequest::Method);
        }
        if parts.version != Version::HTTP_11 {
            return Err(InvalidRequest::Version);
        }
        let target = Target::from_uri(&parts.uri)?;
        let offers = options.extensions.offers();
        let subprotocols = &options.subprotocols;
        parts.headers = request::headers(parts.headers, &target, nonce, subprotocols, &offers)?;
        Ok(Self {
            request: http::Request::from_parts(parts, ()),
            target,
            extensions: options.extensions.clone(),
            offers,
            subprotocols: options.subprotocols.clone(),
            head: options.head,
            interim: 0,
            state: State::Head(HeadScanner::new(options.head)),
        })
    }

    /// The request as it is sent, with every header.
    pub const fn request(&self) -> &http::Request<()> {
        &self.request
    }

    /// Where to connect to.
    pub const fn target(&self) -> &Target {
        &self.target
    }

    /// The bytes to send.
    pub fn head(&self) -> Bytes {
        encode::request_head(self.target.resource(), self.request.headers())
    }

    /// Looks at what has arrived; returns the agreement once the answer is whole.
    ///
    /// `input` holds everything that arrived and was not taken yet: append to it between calls and
    /// remove nothing. Frames that follow the 101 stay in it. An answer other than 101 is complete
    /// with the start of its body (4 KiB, or less if it is shorter); a server may take its time for
    /// that, so at a deadline call [`ClientHandshake::receive_eof`] to get what there is. Interim
    /// answers (100, 103) are stepped over.
    ///
    /// # Errors
    ///
    /// Why no connection was opened. The same again if asked again.
    pub fn receive(&mut self, input: &mut BytesMut) -> Result<Option<Opened>, HandshakeError> {
        match self.try_receive(input) {
            Ok(opened) => Ok(opened),
            Err(error) => {
                self.state = State::Failed(Box::new(error.clone()));
                Err(error)
            }
        }
    }

    /// The stream ended, or the time is up, before the answer was whole.
    ///
    /// What has arrived of a refusal is returned as [`HandshakeError::Refused`].
    pub fn receive_eof(&mut self) -> HandshakeError {
        let error = match &self.state {
            State::Head(scanner) => HandshakeError::EndOfStream {
                received: scanner.scanned(),
            },
            State::Body(answer) => HandshakeError::Refused(Box::new(answer.finish())),
            State::Failed(error) => (**error).clone(),
        };
        self.state = State::Failed(Box::new(error.clone()));
        error
    }

    /// Goes as far as the input reaches.
    fn try_receive(&mut self, input: &mut BytesMut) -> Result<Option<Opened>, HandshakeError> {
        loop {
            match &mut self.state {
                State::Head(scanner) => {
                    let before = input.len();
                    let response = parse::take_response(scanner, input);
                    let Some(response) = response.map_err(HandshakeError::Head)? else {
                        return Ok(None);
                    };
                    let status = response.status();
                    if status == StatusCode::SWITCHING_PROTOCOLS {
                        return self.judge(response).map(Some);
                    }
                    if status.is_informational() {
                        // They share one limit, so that they come to an end.
                        let taken = before.saturating_sub(input.len());
                        self.interim = self.interim.saturating_add(taken);
                        *scanner = HeadScanner::after(self.head, self.interim);
                    } else {
                        self.state = State::Body(Box::new(PartialAnswer::new(response)));
                    }
                }
                State::Body(answer) => {
                    if !answer.receive(input) {
                        return Ok(None);
                    }
                    return Err(HandshakeError::Refused(Box::new(answer.finish())));
                }
                State::Failed(error) => return Err((**error).clone()),
            }
        }
    }

    /// Judges a 101.
    fn judge(&self, response: http::Response<()>) -> Result<Opened, HandshakeError> {
        let headers = response.headers();
        if response.version() != Version::HTTP_11 {
            return Err(HandshakeError::HttpVersion);
        }
        if !lists_token(headers, header::UPGRADE, "websocket") {
            return Err(HandshakeError::UpgradeMissing);
        }
        if !lists_token(headers, header::CONNECTION, "upgrade") {
            return Err(HandshakeError::ConnectionWithoutUpgrade);
        }
        self.check_accept(headers)?;
        let subprotocol = self.check_subprotocol(headers)?;
        let lines = headers.get_all(header::SEC_WEBSOCKET_EXTENSIONS);
        let answers = extension_header::parse(lines).map_err(HandshakeError::Extensions)?;
        let agreement = negotiate::settle(&self.extensions, &self.offers, &answers);
        match agreement {
            Ok(agreement) => {
                let agreement = agreement.with_subprotocol(self.subprotocols.clone(), subprotocol);
                Ok(Opened {
                    response,
                    agreement,
                })
            }
            Err(broken) => {
                let mut explanation = Box::new(broken.explanation);
                explanation
                    .subprotocols_offered
                    .clone_from(&self.subprotocols);
                explanation.subprotocol = subprotocol;
                Err(HandshakeError::Extension {
                    rule: broken.rule,
                    explanation,
                })
            }
        }
    }

    /// The answer to the key.
    fn check_accept(&self, headers: &HeaderMap) -> Result<(), HandshakeError> {
        let accept = only(headers, header::SEC_WEBSOCKET_ACCEPT).map_err(|count| match count {
            Count::Missing => HandshakeError::AcceptMissing,
            Count::Repeated => HandshakeError::AcceptRepeated,
        })?;
        let key = self.request.headers().get(header::SEC_WEBSOCKET_KEY);
        let is_right = key.is_some_and(|key| accept.as_bytes() == accept_key(key).as_bytes());
        if is_right {
            Ok(())
        } else {
            Err(HandshakeError::AcceptWrong)
        }
    }

    /// The server's choice, which must be one of the offered.
    fn check_subprotocol(&self, headers: &HeaderMap) -> Result<Option<String>, HandshakeError> {
        let value = match only(headers, header::SEC_WEBSOCKET_PROTOCOL) {
            Err(Count::Missing) => return Ok(None),
            Err(Count::Repeated) => return Err(HandshakeError::SubprotocolRepeated),
            Ok(value) => value,
        };
        let chosen = fields::token_text(value.as_bytes());
        match chosen.filter(|chosen| self.subprotocols.contains(chosen)) {
            None => Err(HandshakeError::SubprotocolNotOffered),
            Some(chosen) => Ok(Some(chosen)),
        }
    }
}
