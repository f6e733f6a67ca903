//! The shapes of what the reference tells. Texts stand in it as ids of Fluent messages.

/// The id of a Fluent message, the same in every language.
pub type MessageId = &'static str;

/// What is told of one row of the close codes.
///
/// What the row itself says (sender, wire rule, verdict on reconnecting) stands in
/// `rejoin-close-codes` and is not repeated here.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Entry {
    /// The first code of the row.
    pub code: u16,
    /// The last code of the row: the same unless the row is a range.
    pub last: u16,
    /// What the ids of its messages begin with: `c1010`, or `r3000-3999` for a range.
    ///
    /// `KEY-title`, `KEY-meaning` and `KEY-reconnect` are always there.
    pub key: &'static str,
    /// `KEY-reason`, what the reason of the Close frame carries; none where no frame carries the
    /// code.
    pub reason: Option<MessageId>,
    /// When one sees the code, the likeliest first.
    pub causes: &'static [Cause],
    /// What to do about it, each for one role.
    pub fixes: &'static [Fix],
    /// What browsers and libraries make of the code.
    pub seen: &'static [Seen],
    /// What it is mistaken for.
    pub confusions: &'static [Confusion],
    /// Sources of the meaning, the advice on reconnecting and the reason.
    pub sources: &'static [SourceId],
}

/// One way in which a code comes about.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Cause {
    /// The message that tells it.
    pub text: MessageId,
    /// When in the life of a connection it happens.
    pub phase: Phase,
    /// The product that does it, by its own name; none where many do.
    pub product: Option<&'static str>,
    /// Where it is written, or how it was measured.
    pub sources: &'static [SourceId],
}

/// A part of the life of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(
    clippy::exhaustive_enums,
    reason = "a connection has no third phase in which it can end"
)]
pub enum Phase {
    /// Before the connection is open: name resolution, TCP, TLS, the HTTP upgrade.
    Handshake,
    /// After the 101.
    Open,
    /// Both.
    Either,
}

impl Phase {
    /// Whether something that happens in this phase can happen in the other one.
    ///
    /// [`Phase::Either`] overlaps with everything.
    pub const fn overlaps(self, other: Self) -> bool {
        matches!(
            (self, other),
            (Self::Either, _)
                | (_, Self::Either)
                | (Self::Handshake, Self::Handshake)
                | (Self::Open, Self::Open)
        )
    }
}

/// Something that somebody can do about a close.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Fix {
    /// Who can do it.
    pub who: Role,
    /// The message that tells it.
    pub text: MessageId,
    /// What the advice rests on.
    pub sources: &'static [SourceId],
}

/// Who has a hand in a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(
    clippy::exhaustive_enums,
    reason = "nobody else stands on the path of a connection"
)]
pub enum Role {
    /// Who runs or writes the server.
    Server,
    /// Who writes the client.
    Client,
    /// Who runs a proxy, gateway or load balancer in between.
    Proxy,
}

/// What a program shows, or does, when it meets the code.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Seen {
    /// Which program.
    pub viewer: Viewer,
    /// The message that tells it.
    pub text: MessageId,
    /// Where it is written, or how it was measured.
    pub sources: &'static [SourceId],
    /// How it is known.
    pub basis: Basis,
}

/// How it is known what a program does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Basis {
    /// It was run over loopback, in this version.
    Measured {
        /// The version or the commit that was run; several for [`Viewer::Libraries`].
        version: &'static str,
    },
    /// It was read in its source, its documentation or the standard that it implements.
    Read,
}

/// A program, or a kind of program, that shows close codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Viewer {
    /// aiohttp, Python.
    Aiohttp,
    /// Boost.Beast, C++.
    Beast,
    /// Every browser: what JavaScript can see and do.
    Browsers,
    /// Chromium, and the browsers built on it.
    Chromium,
    /// `dart:io`.
    DartIo,
    /// `ClientWebSocket` and Kestrel.
    DotNet,
    /// faye-websocket and websocket-driver, Ruby and Node.js.
    Faye,
    /// Firefox.
    Firefox,
    /// gorilla/websocket, Go.
    Gorilla,
    /// Several libraries; the text names them.
    Libraries,
    /// `OkHttp`, Java and Kotlin: most Android applications.
    OkHttp,
    /// websockets, Python.
    PythonWebsockets,
    /// Tomcat, Java.
    Tomcat,
    /// Tornado, Python.
    Tornado,
    /// tungstenite, Rust.
    Tungstenite,
    /// uWebSockets, C++, and what is built on it.
    UWebSockets,
}

impl Viewer {
    /// The program's own name, the same in every language; none for kinds of programs.
    pub const fn name(self) -> Option<&'static str> {
        Some(match self {
            Self::Aiohttp => "aiohttp",
            Self::Beast => "Boost.Beast",
            Self::Browsers | Self::Libraries => return None,
            Self::Chromium => "Chromium",
            Self::DartIo => "dart:io",
            Self::DotNet => ".NET",
            Self::Faye => "faye",
            Self::Firefox => "Firefox",
            Self::Gorilla => "gorilla/websocket",
            Self::OkHttp => "OkHttp",
            Self::PythonWebsockets => "python websockets",
            Self::Tomcat => "Tomcat",
            Self::Tornado => "Tornado",
            Self::Tungstenite => "tungstenite",
            Self::UWebSockets => "uWebSockets",
        })
    }
}

/// Another code that this one is mistaken for, and what sets it apart.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Confusion {
    /// The other code.
    pub with: u16,
    /// The message that sets them apart.
    pub text: MessageId,
    /// What that rests on.
    pub sources: &'static [SourceId],
}

/// A service, protocol or framework that gives close codes meanings of its own.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Service {
    /// Its name for `--service` and in message ids: `discord-gateway`.
    pub key: &'static str,
    /// What it shares with services of the same maker: `discord`.
    pub family: &'static str,
    /// Its own name, the same in every language.
    pub name: &'static str,
    /// The values of `Sec-WebSocket-Protocol` by which one knows it.
    pub subprotocols: &'static [&'static str],
    /// Its codes, in order.
    pub codes: &'static [ServiceCode],
    /// Rules that hold for whole ranges, in order; a code of its own goes first.
    pub ranges: &'static [ServiceRange],
    /// What must be known beside the codes.
    pub note: Option<MessageId>,
    /// Where all of it is written.
    pub sources: &'static [SourceId],
}

/// What one code means in a service.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct ServiceCode {
    /// The code.
    pub code: u16,
    /// The message that tells its meaning.
    pub text: MessageId,
    /// What the service says of reconnecting.
    pub reconnect: Reconnect,
    /// Sources beyond those of the service.
    pub sources: &'static [SourceId],
}

/// What a range of codes means in a service.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct ServiceRange {
    /// The first code.
    pub first: u16,
    /// The last code.
    pub last: u16,
    /// The message that tells the rule.
    pub text: MessageId,
    /// What the service says of reconnecting.
    pub reconnect: Reconnect,
    /// Sources beyond those of the service.
    pub sources: &'static [SourceId],
}

/// What a service says of reconnecting after a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(
    clippy::exhaustive_enums,
    reason = "whoever shows a verdict has to show every one"
)]
pub enum Reconnect {
    /// Reconnect.
    Yes,
    /// Do not.
    No,
    /// Only after something has changed: credentials, configuration, the rate of requests.
    AfterChange,
    /// It does not say.
    Unstated,
}

/// What is said of two codes together.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Pair {
    /// The lower code.
    pub low: u16,
    /// The higher code.
    pub high: u16,
    /// Differences that stand in no row: one line of a table each.
    pub differences: &'static [Difference],
    /// How to tell them apart on the wire and in a log.
    pub tell_apart: &'static [MessageId],
    /// When to use the lower one.
    pub use_low: MessageId,
    /// When to use the higher one.
    pub use_high: MessageId,
    /// What to do now, for somebody who has one of them before him.
    pub now: MessageId,
    /// What it rests on.
    pub sources: &'static [SourceId],
}

/// One line of a table of differences.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Difference {
    /// What is compared.
    pub aspect: MessageId,
    /// How it is with the lower code.
    pub low: MessageId,
    /// How it is with the higher code.
    pub high: MessageId,
}

/// "Why was I closed?": a tree of questions.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Guide {
    /// The questions; the first one is where to begin.
    pub questions: &'static [Question],
    /// The answers.
    pub answers: &'static [Answer],
}

/// A question of the guide.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Question {
    /// The message that asks it.
    pub id: MessageId,
    /// What can be answered, at least two.
    pub choices: &'static [Choice],
}

/// What can be answered to a question.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Choice {
    /// The message that says it.
    pub text: MessageId,
    /// Where it leads.
    pub next: Next,
}

/// Where a choice leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(
    clippy::exhaustive_enums,
    reason = "whoever walks the tree has to follow every branch"
)]
pub enum Next {
    /// To another question.
    Question(MessageId),
    /// To an answer: the end.
    Answer(MessageId),
}

/// An end of the guide.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Answer {
    /// The message that tells it.
    pub id: MessageId,
    /// The codes to read on about, the most fitting first.
    pub codes: &'static [u16],
}

/// A source of facts, by its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceId(pub(super) &'static str);

impl SourceId {
    /// The id as text, for links and JSON: `rfc6455-7.4.1`.
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

/// A source of facts.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// Its title as published, or how and with what something was measured; in English.
    pub title: &'static str,
    /// Where it is published; none for what was measured.
    pub url: Option<&'static str>,
}
