//! The rules by which an extension offer or answer is declined, one variant each.

use core::fmt;

use crate::extension::Rsv;

/// A rule that an offer or an answer breaks.
///
/// A server *declines* an offer that breaks one and tries the next; a client *fails* the handshake
/// when the answer breaks one. Either way the rule is part of the
/// [`Explanation`](super::Explanation), so that a person can see what to change.
///
/// `Display` is one plain lower-case line. Parameter names come from the header and are tokens,
/// so they hold visible ASCII characters only.
///
/// # Spec
///
/// RFC 6455 sections 4.1, 4.2.2, 5.2, 9.1; RFC 7692 sections 7, 7.1. [`Rule::section`] names the
/// one that each variant comes from.
///
/// # Examples
///
/// ```
/// use rejoin_proto::handshake::Rule;
///
/// let rule = Rule::ValueMissing { parameter: "server_max_window_bits".to_owned() };
/// assert_eq!(rule.to_string(), "server_max_window_bits needs a value");
/// assert_eq!(rule.section(), "RFC 7692 7.1.2.1");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Rule {
    /// The answer holds an extension twice; one connection has one configuration of each.
    AgreedTwice,
    /// The operator of this side does not want this extension here, although it is able to.
    DeclinedByPolicy,
    /// The parameter's value in the answer is larger than the offer permits.
    LargerThanOffered {
        /// The parameter's name.
        parameter: String,
        /// The largest value that the offer permits.
        offered: u8,
        /// The value that the answer has.
        answered: u8,
    },
    /// The answer does not have the extension that was offered.
    NotAnswered,
    /// No extension of this name is configured on the server.
    NotConfigured,
    /// The answer holds a parameter that is allowed only if the offer had it.
    NotOffered {
        /// The parameter's name.
        parameter: String,
    },
    /// The answer accepts an offer without repeating a parameter that acceptance must repeat.
    NotRepeated {
        /// The parameter's name.
        parameter: String,
    },
    /// The answer holds an extension that was never offered.
    NotRequested,
    /// A rule of an extension of your own, which none of the others states.
    Own {
        /// What is wrong, in one plain lower-case line without a full stop.
        what: &'static str,
        /// Where that is laid down, e.g. `RFC 9999 3.1`.
        section: &'static str,
    },
    /// The parameter stands twice or more in one element.
    ParameterRepeated {
        /// The parameter's name.
        parameter: String,
    },
    /// The extension does not define this parameter (for an offer, or for an answer).
    ParameterUnknown {
        /// The parameter's name.
        parameter: String,
    },
    /// This side insists on a parameter that the other side did not give.
    RequiredHere {
        /// The parameter's name.
        parameter: String,
    },
    /// An extension that was agreed before claims one of the same reserved bits.
    RsvTaken {
        /// The bits that both claim.
        rsv: Rsv,
        /// The extension that has them.
        by: String,
    },
    /// The extension's own answer cannot stand in a header, so it cannot be given.
    Unwritable,
    /// The parameter's value is not one that it may have: for a window, a decimal number from 8 to
    /// 15 without leading zeros.
    ValueInvalid {
        /// The parameter's name.
        parameter: String,
    },
    /// The parameter needs a value and has none.
    ValueMissing {
        /// The parameter's name.
        parameter: String,
    },
    /// The parameter takes no value and has one.
    ValueNotAllowed {
        /// The parameter's name.
        parameter: String,
    },
    /// The window is legal, but this side cannot work within it or does not want to.
    WindowUnsupported {
        /// The parameter's name.
        parameter: String,
        /// The window asked for, as a power of two.
        bits: u8,
    },
}

impl Rule {
    /// The document and section that lay the rule down, e.g. `RFC 7692 7.1.2.1`.
    ///
    /// For the four parameters of permessage-deflate it is the section of that parameter.
    /// `local policy` stands for what no document asks for.
    pub fn section(&self) -> &'static str {
        match self {
            Self::AgreedTwice => "RFC 6455 9.1",
            Self::DeclinedByPolicy => "local policy",
            Self::NotAnswered | Self::Unwritable => "RFC 6455 9.1",
            Self::NotConfigured => "RFC 6455 4.2.2",
            Self::NotRequested => "RFC 6455 4.1",
            Self::Own { section, .. } => section,
            Self::ParameterRepeated { .. } | Self::ParameterUnknown { .. } => "RFC 7692 7",
            Self::RequiredHere { .. } => "local policy",
            Self::RsvTaken { .. } => "RFC 6455 5.2",
            Self::LargerThanOffered { parameter, .. }
            | Self::NotOffered { parameter }
            | Self::NotRepeated { parameter }
            | Self::ValueInvalid { parameter }
            | Self::ValueMissing { parameter }
            | Self::ValueNotAllowed { parameter }
            | Self::WindowUnsupported { parameter, .. } => section_of(parameter),
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AgreedTwice => f.write_str("the extension is already agreed"),
            Self::DeclinedByPolicy => f.write_str("the extension is switched off here"),
            Self::LargerThanOffered {
                parameter,
                offered,
                answered,
            } => {
                write!(
                    f,
                    "{parameter}={answered} is larger than the {offered} that was offered"
                )
            }
            Self::NotAnswered => f.write_str("the answer does not have it"),
            Self::NotConfigured => f.write_str("the server has no extension of this name"),
            Self::NotOffered { parameter } => {
                write!(f, "{parameter} may be answered only if it was offered")
            }
            Self::NotRepeated { parameter } => {
                write!(f, "{parameter} was offered, so the answer must repeat it")
            }
            Self::NotRequested => f.write_str("the extension was not offered"),
            Self::Own { what, .. } => f.write_str(what),
            Self::ParameterRepeated { parameter } => {
                write!(f, "{parameter} stands more than once")
            }
            Self::ParameterUnknown { parameter } => {
                write!(f, "the extension has no parameter {parameter} here")
            }
            Self::RequiredHere { parameter } => write!(f, "{parameter} is required here"),
            Self::RsvTaken { rsv, by } => {
                write!(f, "{by} is agreed and uses {rsv:?} too")
            }
            Self::Unwritable => f.write_str("its own answer cannot stand in a header"),
            Self::ValueInvalid { parameter } => {
                write!(f, "the value of {parameter} is not one that it may have")
            }
            Self::ValueMissing { parameter } => write!(f, "{parameter} needs a value"),
            Self::ValueNotAllowed { parameter } => write!(f, "{parameter} takes no value"),
            Self::WindowUnsupported { parameter, bits } => {
                write!(f, "{parameter}={bits} is not supported here")
            }
        }
    }
}

/// The section that defines a parameter; RFC 7692's general one where it is not one of the four.
fn section_of(parameter: &str) -> &'static str {
    match parameter {
        "server_no_context_takeover" => "RFC 7692 7.1.1.1",
        "client_no_context_takeover" => "RFC 7692 7.1.1.2",
        "server_max_window_bits" => "RFC 7692 7.1.2.1",
        "client_max_window_bits" => "RFC 7692 7.1.2.2",
        _ => "RFC 7692 7",
    }
}
