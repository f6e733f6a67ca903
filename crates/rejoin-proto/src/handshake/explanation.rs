//! Why each offer was taken or declined, for a person to read.

use core::fmt;

use super::Rule;
use crate::extension::header::Element;

/// What became of one offer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Verdict {
    /// The offer, e.g. `permessage-deflate; client_max_window_bits`.
    pub offer: Element,
    /// Taken, declined, or never looked at.
    pub outcome: Outcome,
}

/// The three things that can become of an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// The server took it.
    Taken {
        /// What it answered.
        answer: Element,
    },
    /// It was declined, by this rule.
    Declined(Rule),
    /// Another offer of that name was taken before.
    NotReached,
}

/// The story of one negotiation: each offer with its verdict, what is missing, the subprotocol.
///
/// Both roles write one. On a client the offers are its own, and what the server did with them is
/// read from the answer: a server does not say why it declined, so that the rule is then
/// [`Rule::NotAnswered`].
///
/// `Display` takes several lines. All peer text in it is made of tokens and printable ASCII.
///
/// # Examples
///
/// ```
/// use rejoin_proto::handshake::{ServerOptions, accept};
///
/// let request = http::Request::get("/chat")
///     .header("Host", "example.com")
///     .header("Upgrade", "websocket")
///     .header("Connection", "Upgrade")
///     .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
///     .header("Sec-WebSocket-Version", "13")
///     .header("Sec-WebSocket-Extensions", "x-example; level=3")
///     .body(())?;
/// let accepted = accept(&request, &ServerOptions::default())?;
/// assert_eq!(
///     accepted.agreement.explanation.to_string(),
///     "extension offers:\n  \
///        x-example; level=3\n    \
///          declined: the server has no extension of this name (RFC 6455 4.2.2)\n\
///      subprotocol: none offered",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    pub(super) verdicts: Vec<Verdict>,
    pub(super) broken: Option<(String, Rule)>,
    pub(super) missing: Vec<String>,
    pub(super) subprotocols_offered: Vec<String>,
    pub(super) subprotocol: Option<String>,
}

impl Explanation {
    /// One verdict for each offer, in the order of the offers.
    pub fn verdicts(&self) -> core::slice::Iter<'_, Verdict> {
        self.verdicts.iter()
    }

    /// Client: the element of the server's answer that made the handshake fail, and the rule that
    /// it breaks.
    pub fn broken(&self) -> Option<(&str, &Rule)> {
        self.broken
            .as_ref()
            .map(|(answer, rule)| (answer.as_str(), rule))
    }

    /// The names of the extensions that this side requires and did not get.
    pub fn missing(&self) -> &[String] {
        &self.missing
    }

    /// The subprotocols that the client offered, in its order of preference.
    pub fn subprotocols_offered(&self) -> &[String] {
        &self.subprotocols_offered
    }

    /// The subprotocol that the server chose.
    pub fn subprotocol(&self) -> Option<&str> {
        self.subprotocol.as_deref()
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.verdicts.is_empty() {
            f.write_str("extension offers: none")?;
        } else {
            f.write_str("extension offers:")?;
        }
        for Verdict { offer, outcome } in self.verdicts() {
            write!(f, "\n  {offer}\n    {outcome}")?;
        }
        if let Some((answer, rule)) = self.broken() {
            write!(
                f,
                "\nanswer that breaks a rule:\n  {answer}\n    {rule} ({})",
                rule.section()
            )?;
        }
        if !self.missing.is_empty() {
            write!(f, "\nrequired and missing: {}", self.missing.join(", "))?;
        }
        match (self.subprotocols_offered.as_slice(), self.subprotocol()) {
            ([], _) => f.write_str("\nsubprotocol: none offered"),
            (offered, None) => write!(f, "\nsubprotocol: none chosen from {}", offered.join(", ")),
            (offered, Some(chosen)) => {
                write!(
                    f,
                    "\nsubprotocol: {chosen} chosen from {}",
                    offered.join(", ")
                )
            }
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Taken { answer } => write!(f, "taken: {answer}"),
            Self::Declined(rule) => write!(f, "declined: {rule} ({})", rule.section()),
            Self::NotReached => f.write_str("not reached: another offer of that name was taken"),
        }
    }
}
