//! What a row says of a code: [`CodeInfo`] and the words that it uses.

use core::fmt;

use crate::RetryAdvice;

/// What is known of one close code, or of a range of codes with one meaning.
///
/// # Spec
///
/// RFC 6455 section 7.4; the IANA WebSocket Close Code Number Registry. Each fact that someone
/// could ask the origin of has its [`Source`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CodeInfo {
    /// The first code of the row.
    pub first: u16,
    /// The last code of the row: the same as [`first`](Self::first) unless the row is a range.
    ///
    /// A code that has a row of its own does not belong to the range around it.
    pub last: u16,
    /// The name in the style of a constant: `SERVICE_RESTART`.
    pub name: &'static str,
    /// The name for people: `Service Restart`.
    ///
    /// The registry's own words where it has a short name, spelt out where it abbreviates.
    pub title: &'static str,
    /// What the code means, in one English sentence.
    pub meaning: &'static str,
    /// The entry of the IANA registry, or `None` outside of the ranges that it manages.
    pub registration: Option<Registration>,
    /// Who may begin a closing handshake with the code.
    pub sender: Sender,
    /// Who may do so by the letter of the defining text. It differs from
    /// [`sender`](Self::sender) for 1011 alone, where every implementation reads on.
    pub sender_by_text: Sender,
    /// Where it is written who may send the code.
    pub sender_source: Source,
    /// Whether the code may stand in a Close frame.
    pub wire: WireRule,
    /// What kind of end the code stands for.
    pub class: Class,
    /// Whether a client should reconnect.
    pub retry: RetryAdvice,
}

impl CodeInfo {
    /// Whether the row describes a range of codes instead of a single one.
    pub const fn is_range(&self) -> bool {
        self.first != self.last
    }
}

/// An entry of the IANA WebSocket Close Code Number Registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Registration {
    /// The description, exactly as it is registered.
    pub description: &'static str,
    /// The reference in the registry's notation, or the contact in the same notation for a code
    /// that was registered without a document. `None` for what is unassigned.
    pub reference: Option<&'static str>,
}

/// One of the two ends of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(
    clippy::exhaustive_enums,
    reason = "a WebSocket connection has two ends and no third"
)]
pub enum Endpoint {
    /// The end that opened the connection.
    Client,
    /// The end that accepted it.
    Server,
}

/// Who may begin a closing handshake with a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(
    clippy::exhaustive_enums,
    reason = "these are all the subsets of two ends"
)]
pub enum Sender {
    /// Either end.
    Both,
    /// The client alone.
    Client,
    /// Neither end: the code never stands in a frame.
    Nobody,
    /// The server alone.
    Server,
}

impl Sender {
    /// Whether `endpoint` is among those who may send.
    pub const fn includes(self, endpoint: Endpoint) -> bool {
        match (self, endpoint) {
            (Self::Both, Endpoint::Client | Endpoint::Server)
            | (Self::Client, Endpoint::Client)
            | (Self::Server, Endpoint::Server) => true,
            (Self::Nobody, Endpoint::Client | Endpoint::Server)
            | (Self::Client, Endpoint::Server)
            | (Self::Server, Endpoint::Client) => false,
        }
    }
}

/// Whether a code may stand in a Close frame, and if not, why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(
    clippy::exhaustive_enums,
    reason = "the ranges of the registry are fixed by RFC 6455"
)]
pub enum WireRule {
    /// It may: 1000-1003, 1007-1014, 3000-4999.
    Allowed,
    /// It may not: an endpoint concludes it by itself. 1005, 1006, 1015.
    LocalOnly,
    /// It may not: no rule gives the number a use. 5000-65535.
    OutOfRange,
    /// It may not: the number is held back and has no meaning. 1004.
    Reserved,
    /// It may not until it is registered. 1016-2999.
    Unassigned,
    /// It may not: numbers below 1000 are not used.
    Unused,
}

impl WireRule {
    /// Whether a Close frame may carry such a code.
    pub const fn allows_in_close_frame(self) -> bool {
        match self {
            Self::Allowed => true,
            Self::LocalOnly
            | Self::OutOfRange
            | Self::Reserved
            | Self::Unassigned
            | Self::Unused => false,
        }
    }

    /// Where the rule is written.
    pub const fn source(self) -> Source {
        match self {
            Self::LocalOnly | Self::Reserved => Source::RFC_6455_7_4_1,
            Self::Allowed | Self::OutOfRange | Self::Unassigned | Self::Unused => {
                Source::RFC_6455_7_4_2
            }
        }
    }
}

/// The end of a sentence that begins with the code, as in `is not assigned`.
impl fmt::Display for WireRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Allowed => "may stand in a close frame",
            Self::LocalOnly => "is for local use and never stands in a close frame",
            Self::OutOfRange => "is above 4999, where no code has a meaning",
            Self::Reserved => "is reserved and has no meaning",
            Self::Unassigned => "is not assigned",
            Self::Unused => "is below 1000, where no code is used",
        })
    }
}

/// What kind of end a code stands for: a grouping of this project, for messages and statistics.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Class {
    /// The application's own meaning: 4000-4999.
    Application,
    /// Missing or insufficient rights: 3000, 3003.
    Authorization,
    /// Finished as intended: 1000.
    Done,
    /// The peer, or the server behind it, failed: 1011, 1014.
    Failure,
    /// A number that no peer may send, and that no endpoint concludes by itself.
    Invalid,
    /// One end goes away: 1001.
    Leaving,
    /// Meaning given by a library or framework: 3000-3999 but for those registered.
    Library,
    /// A message was larger than the receiver takes: 1009.
    Limit,
    /// The connection broke without a word: 1006.
    Lost,
    /// The two ends could not agree on extensions: 1010.
    Negotiation,
    /// The server has too much to do: 1013.
    Overload,
    /// The receiver refuses, for reasons of its own: 1008.
    Policy,
    /// One end sent what the other cannot process, by the rules or by its nature: 1002, 1003,
    /// 1007.
    Protocol,
    /// The service restarts and will be back: 1012.
    Restart,
    /// The peer took too long: 3008.
    Timeout,
    /// The secure connection could not be made: 1015.
    Tls,
    /// Closed in good order, without saying why: 1005.
    Unstated,
}

/// Where a fact is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Source {
    /// The document and the place in it.
    pub title: &'static str,
    /// Its address, if it has one.
    pub url: Option<&'static str>,
}

impl Source {
    /// RFC 6455 section 7.2.3, on the delay before reconnecting.
    pub const RFC_6455_7_2_3: Self = Self {
        title: "RFC 6455 section 7.2.3",
        url: Some("https://www.rfc-editor.org/rfc/rfc6455#section-7.2.3"),
    };
    /// RFC 6455 section 7.4.1, which defines 1000 to 1015.
    pub const RFC_6455_7_4_1: Self = Self {
        title: "RFC 6455 section 7.4.1",
        url: Some("https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1"),
    };
    /// RFC 6455 section 7.4.2, which divides the numbers into ranges.
    pub const RFC_6455_7_4_2: Self = Self {
        title: "RFC 6455 section 7.4.2",
        url: Some("https://www.rfc-editor.org/rfc/rfc6455#section-7.4.2"),
    };
    /// Erratum 3227 of RFC 6455, which took the word "Server" out of the name of 1011.
    pub const RFC_6455_ERRATUM_3227: Self = Self {
        title: "RFC 6455 erratum 3227",
        url: Some("https://www.rfc-editor.org/errata/eid3227"),
    };
    /// The message to the hybi list that registered 1012 and 1013.
    pub const HYBI_RESTART: Self = Self {
        title: "hybi list, Additional WebSocket Close Error Codes, 2012",
        url: Some("https://mailarchive.ietf.org/arch/msg/hybi/P_1vbD9uyHl63nbIIbFxKMfSwcM/"),
    };
    /// The message to the hybi list that registered 1014.
    pub const HYBI_BAD_GATEWAY: Self = Self {
        title: "hybi list, WebSocket Subprotocol Close Code: Bad Gateway, 2016",
        url: Some("https://mailarchive.ietf.org/arch/msg/hybi/VOLI2xp4tzFnIFYespe6oOtpFXA/"),
    };
    /// The registry itself, for codes that were registered without a document.
    pub const IANA_REGISTRY: Self = Self {
        title: "IANA WebSocket Close Code Number Registry",
        url: Some("https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number"),
    };
    /// A judgement of this project, where no document decides.
    pub const REJOIN: Self = Self {
        title: "Rejoin's reconnect policy",
        url: None,
    };
}

/// The title alone.
impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.title)
    }
}
