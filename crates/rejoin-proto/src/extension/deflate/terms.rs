//! The four parameters of RFC 7692 section 7.1, read from an offer or an answer and held together.

use super::WindowBits;
use crate::extension::{Param, Params};
use crate::handshake::Rule;

pub(super) const SERVER_NO_CONTEXT_TAKEOVER: &str = "server_no_context_takeover";
pub(super) const CLIENT_NO_CONTEXT_TAKEOVER: &str = "client_no_context_takeover";
pub(super) const SERVER_MAX_WINDOW_BITS: &str = "server_max_window_bits";
pub(super) const CLIENT_MAX_WINDOW_BITS: &str = "client_max_window_bits";

/// An offer, or an answer, whose parameters are each valid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Terms {
    pub(super) server_no_context_takeover: bool,
    pub(super) client_no_context_takeover: bool,
    pub(super) server_max_window_bits: Option<WindowBits>,
    pub(super) client_max_window_bits: ClientWindow,
}

/// `client_max_window_bits`, the one parameter whose value an offer may leave out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum ClientWindow {
    /// The parameter is not there; the server cannot ask for anything.
    #[default]
    Absent,
    /// Without a value: the server may ask for any window.
    Any,
    /// With a value: the most that the client will use.
    AtMost(WindowBits),
}

impl ClientWindow {
    /// The largest window that these words permit.
    pub(super) const fn limit(self) -> WindowBits {
        match self {
            Self::Absent | Self::Any => WindowBits::MAX,
            Self::AtMost(bits) => bits,
        }
    }
}

impl Terms {
    /// Reads an offer.
    pub(super) fn offered(params: &Params) -> Result<Self, Rule> {
        let mut terms = Self::default();
        for (place, param) in params.iter().enumerate() {
            let parameter = || param.name().to_owned();
            if params
                .iter()
                .take(place)
                .any(|earlier| earlier.name() == param.name())
            {
                return Err(Rule::ParameterRepeated {
                    parameter: parameter(),
                });
            }
            match param.name() {
                SERVER_NO_CONTEXT_TAKEOVER => terms.server_no_context_takeover = flag(param)?,
                CLIENT_NO_CONTEXT_TAKEOVER => terms.client_no_context_takeover = flag(param)?,
                SERVER_MAX_WINDOW_BITS => match window(param)? {
                    Some(bits) => terms.server_max_window_bits = Some(bits),
                    None => {
                        return Err(Rule::ValueMissing {
                            parameter: parameter(),
                        });
                    }
                },
                CLIENT_MAX_WINDOW_BITS => {
                    terms.client_max_window_bits =
                        window(param)?.map_or(ClientWindow::Any, ClientWindow::AtMost);
                }
                _ => {
                    return Err(Rule::ParameterUnknown {
                        parameter: parameter(),
                    });
                }
            }
        }
        Ok(terms)
    }

    /// Reads an answer, which differs in that no value may be left out.
    pub(super) fn answered(params: &Params) -> Result<Self, Rule> {
        let terms = Self::offered(params)?;
        match terms.client_max_window_bits {
            ClientWindow::Any => Err(Rule::ValueMissing {
                parameter: CLIENT_MAX_WINDOW_BITS.to_owned(),
            }),
            ClientWindow::Absent | ClientWindow::AtMost(_) => Ok(terms),
        }
    }

    /// Whether an answer with these terms accepts that offer.
    pub(super) fn accepts(self, offer: Self) -> Result<(), Rule> {
        if offer.server_no_context_takeover && !self.server_no_context_takeover {
            return Err(not_repeated(SERVER_NO_CONTEXT_TAKEOVER));
        }
        if let Some(offered) = offer.server_max_window_bits {
            match self.server_max_window_bits {
                None => return Err(not_repeated(SERVER_MAX_WINDOW_BITS)),
                Some(answered) if answered > offered => {
                    return Err(larger(SERVER_MAX_WINDOW_BITS, offered, answered));
                }
                Some(_) => {}
            }
        }
        match (offer.client_max_window_bits, self.client_max_window_bits) {
            (ClientWindow::Absent, ClientWindow::Any | ClientWindow::AtMost(_)) => {
                Err(Rule::NotOffered {
                    parameter: CLIENT_MAX_WINDOW_BITS.to_owned(),
                })
            }
            (ClientWindow::AtMost(offered), ClientWindow::AtMost(answered))
                if answered > offered =>
            {
                Err(larger(CLIENT_MAX_WINDOW_BITS, offered, answered))
            }
            (ClientWindow::Absent, ClientWindow::Absent)
            | (ClientWindow::Any | ClientWindow::AtMost(_), _) => Ok(()),
        }
    }

    /// The parameters that say this, in the order in which the RFC lists them.
    pub(super) fn params(self) -> Params {
        let mut params = Params::new();
        if self.server_no_context_takeover {
            params = params.flag(SERVER_NO_CONTEXT_TAKEOVER);
        }
        if self.client_no_context_takeover {
            params = params.flag(CLIENT_NO_CONTEXT_TAKEOVER);
        }
        if let Some(bits) = self.server_max_window_bits {
            params = params.value(SERVER_MAX_WINDOW_BITS, bits.get());
        }
        match self.client_max_window_bits {
            ClientWindow::Absent => params,
            ClientWindow::Any => params.flag(CLIENT_MAX_WINDOW_BITS),
            ClientWindow::AtMost(bits) => params.value(CLIENT_MAX_WINDOW_BITS, bits.get()),
        }
    }
}

/// Reads a parameter that takes no value; its presence is all that it says.
fn flag(param: &Param) -> Result<bool, Rule> {
    match param.value() {
        None => Ok(true),
        Some(_) => Err(Rule::ValueNotAllowed {
            parameter: param.name().to_owned(),
        }),
    }
}

/// Reads a parameter whose value, where it has one, is a window.
fn window(param: &Param) -> Result<Option<WindowBits>, Rule> {
    let Some(value) = param.value() else {
        return Ok(None);
    };
    match WindowBits::parse(value) {
        Some(bits) => Ok(Some(bits)),
        None => Err(Rule::ValueInvalid {
            parameter: param.name().to_owned(),
        }),
    }
}

fn not_repeated(parameter: &str) -> Rule {
    Rule::NotRepeated {
        parameter: parameter.to_owned(),
    }
}

fn larger(parameter: &str, offered: WindowBits, answered: WindowBits) -> Rule {
    Rule::LargerThanOffered {
        parameter: parameter.to_owned(),
        offered: offered.get(),
        answered: answered.get(),
    }
}
