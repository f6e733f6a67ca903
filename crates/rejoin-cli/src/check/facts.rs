//! What was seen, as plain data: all that judging and reporting know of the world.

use core::net::SocketAddr;
use core::time::Duration;
use std::io;

use rejoin::Closure;
use rejoin::Explanation;
use rejoin::proto::handshake::HandshakeError;

use super::head::Head;

/// Everything about one check. What was not come to is absent.
#[derive(Debug)]
pub(super) struct Facts {
    pub(super) asked: Asked,
    pub(super) lookup: Option<Lookup>,
    /// One for each address, in the order in which they are to be tried.
    pub(super) dials: Vec<Dial>,
    pub(super) tls: Option<TlsSeen>,
    pub(super) exchange: Option<Exchange>,
    /// The port was asked once more, in the other language, because it did not answer in this one.
    pub(super) second_look: Option<SecondLook>,
    pub(super) talk: Option<Talk>,
}

/// What was wanted.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    pub(super) url: String,
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) secure: bool,
    /// Path and query.
    pub(super) resource: String,
    pub(super) subprotocols: Vec<String>,
    pub(super) sends: Sends,
    pub(super) insecure: bool,
    pub(super) idle: Option<Duration>,
}

/// Which of the headers that decide about a refusal were in the request.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sends {
    pub(super) credentials: bool,
    pub(super) origin: bool,
}

/// The addresses of the host.
#[derive(Debug)]
pub(super) struct Lookup {
    pub(super) found: Result<Vec<SocketAddr>, String>,
    pub(super) took: Duration,
}

/// One address, called.
#[derive(Debug)]
pub(super) struct Dial {
    pub(super) address: SocketAddr,
    pub(super) outcome: Result<(), DialFault>,
    pub(super) took: Duration,
}

/// Why an address could not be connected to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum DialFault {
    Refused,
    TimedOut,
    Other(String),
}

/// One TLS handshake.
#[derive(Debug)]
pub(super) struct TlsSeen {
    pub(super) outcome: Result<TlsAgreed, TlsFault>,
    /// Of the chain that the server showed, its own first.
    pub(super) certificates: Vec<Certificate>,
    /// What the check of the certificate said, where it came to that.
    pub(super) trust: Option<Result<(), TrustFault>>,
    pub(super) took: Duration,
}

#[derive(Debug)]
pub(super) struct TlsAgreed {
    pub(super) version: String,
    pub(super) cipher: String,
    pub(super) alpn: Option<String>,
}

/// Why there is no TLS.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum TlsFault {
    /// The server said so itself, in the words of the protocol.
    Alert(String),
    /// The server ended the connection.
    Ended,
    /// No version or cipher suite in common.
    Incompatible(String),
    /// What came back is not TLS; its first bytes.
    NotTls(Vec<u8>),
    Other(String),
    TimedOut,
    /// The certificate is not good enough; [`TlsSeen::trust`] says why.
    Untrusted,
}

/// Why a certificate is not trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TrustFault {
    Expired,
    NotValidYet,
    Other(String),
    UnknownIssuer,
    WrongName,
}

/// What a certificate says.
#[derive(Clone, Debug)]
pub(super) struct Certificate {
    pub(super) subject: String,
    pub(super) issuer: String,
    /// Host names and addresses that it is for.
    pub(super) names: Vec<String>,
    /// Seconds since 1970.
    pub(super) not_before: i64,
    /// Seconds since 1970.
    pub(super) not_after: i64,
    /// Seconds since 1970, when it was looked at.
    pub(super) looked_at: i64,
    /// Whether it is its own issuer.
    pub(super) self_signed: bool,
    /// Whether it is for the host that was asked for.
    pub(super) is_for_host: bool,
}

/// The request and what came of it.
#[derive(Debug)]
pub(super) struct Exchange {
    /// The request's head as sent, but that secrets are left out.
    pub(super) request: String,
    /// What was received before the connection was open, or in its place.
    pub(super) received: Vec<u8>,
    /// The head of the answer in it, if there is one.
    pub(super) answer: Option<Head>,
    pub(super) outcome: Outcome,
    pub(super) took: Duration,
}

/// How the opening handshake ended.
#[derive(Debug)]
pub(super) enum Outcome {
    Failed(HandshakeError),
    /// The transport broke.
    Lost(io::ErrorKind),
    Opened(Agreed),
    TimedOut,
}

/// What was agreed.
#[derive(Debug)]
pub(super) struct Agreed {
    /// The answer's extensions as one list, empty for none.
    pub(super) extensions: String,
    pub(super) explanation: Explanation,
}

/// What a port says to the other language: TLS where plain text was asked for, and the other way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SecondLook {
    /// It understands it.
    Understands,
    /// It does not answer to that either.
    DoesNot,
}

/// What happened on the open connection.
#[derive(Debug)]
pub(super) struct Talk {
    pub(super) ping: Option<Ping>,
    /// A text message that is not compressed.
    pub(super) plain: Option<Probe>,
    /// The same message compressed, twice: the second may refer to the first.
    pub(super) compressed: Vec<Probe>,
    pub(super) idle: Option<Idle>,
    pub(super) end: End,
    /// The first frames that arrived.
    pub(super) frames: Vec<Frame>,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Ping {
    Answered(Duration),
    /// No pong, for this long.
    Silent(Duration),
}

/// A message that was sent, and what came back.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Probe {
    pub(super) bytes: usize,
    pub(super) reply: Reply,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Reply {
    /// The connection ended; [`Talk::end`] has how.
    Ended,
    /// The same message came back.
    Echo { took: Duration, compressed: bool },
    /// It did not, but the server still answers pings.
    NoEcho {
        waited: Duration,
        /// Messages of other content that came meanwhile.
        others: u32,
    },
    /// It did not, and the server does not answer pings any more either.
    Dead,
}

/// A time without a word from here.
#[derive(Debug)]
pub(super) struct Idle {
    /// How long it lasted.
    pub(super) lasted: Duration,
    /// The same since the connection was opened.
    pub(super) since_opening: Duration,
    /// When the server sent pings, which were answered; the first few.
    pub(super) pings: Vec<Duration>,
    /// Messages that the server sent.
    pub(super) messages: u32,
    pub(super) outcome: IdleOutcome,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum IdleOutcome {
    /// The connection ended; [`Talk::end`] has how.
    Cut,
    Kept,
}

/// What was going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// Leaving because a mandatory extension is missing.
    Leaving,
    Ping,
    Plain,
    Compressed,
    Idle,
    /// The closing handshake that this end began.
    Close,
}

/// The end of the open connection.
#[derive(Debug)]
pub(super) struct End {
    pub(super) during: Stage,
    pub(super) closure: Closure,
    /// From the beginning of that stage until the server's Close frame.
    pub(super) close_after: Option<Duration>,
    /// From there, or from the beginning of the stage if there was none, until the server ended
    /// the transport.
    pub(super) transport_after: Option<Duration>,
}

/// A frame from the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    /// Since the connection was opened.
    pub(super) at: Duration,
    pub(super) opcode: u8,
    pub(super) fin: bool,
    pub(super) rsv1: bool,
    pub(super) bytes: u64,
}
