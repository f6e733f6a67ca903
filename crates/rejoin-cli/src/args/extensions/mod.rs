//! The flags for extensions, and the set of extensions that follows from them.

use core::fmt;

use clap::Args;
use rejoin::extension::deflate::{Level, PermessageDeflate, WindowBits};
use rejoin::extension::header::{self, Element};
use rejoin::extension::{Extension, Params, Passthrough};
use rejoin::proto::handshake::{Extensions, Need};
use serde::Deserialize;

use super::file::{self, merge};
use super::units;
use crate::exit::Failure;

/// The flags of permessage-deflate and the extensions that are required.
#[derive(Clone, Debug, Default, Args, Deserialize)]
#[command(next_help_heading = "Extensions")]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct ExtensionArgs {
    /// Insist on this extension (repeatable)
    #[arg(long, value_name = "NAME", value_parser = name)]
    #[serde(deserialize_with = "file::names")]
    require: Vec<String>,

    /// Neither offer nor accept permessage-deflate
    #[arg(long)]
    no_deflate: bool,

    /// How hard to compress: 0 stores, 1 is fast, 9 is small [default: 6]
    #[arg(long, value_name = "0-9", value_parser = level)]
    #[serde(deserialize_with = "file::level")]
    deflate_level: Option<Level>,

    /// Send messages below this size as they are [default: 64]
    #[arg(long, value_name = "SIZE", value_parser = units::memory_size)]
    #[serde(deserialize_with = "file::memory_size")]
    deflate_threshold: Option<usize>,

    /// The largest window for what the server sends, as a power of two
    #[arg(long, value_name = "8-15", value_parser = window)]
    #[serde(deserialize_with = "file::window")]
    server_max_window_bits: Option<WindowBits>,

    /// The largest window for what the client sends, as a power of two
    #[arg(long, value_name = "8-15", value_parser = window)]
    #[serde(deserialize_with = "file::window")]
    client_max_window_bits: Option<WindowBits>,

    /// The server compresses every message by itself
    #[arg(long)]
    server_no_context_takeover: bool,

    /// The client compresses every message by itself
    #[arg(long)]
    client_no_context_takeover: bool,
}

merge!(ExtensionArgs {
    require,
    no_deflate,
    deflate_level,
    deflate_threshold,
    server_max_window_bits,
    client_max_window_bits,
    server_no_context_takeover,
    client_no_context_takeover,
});

impl ExtensionArgs {
    /// The extensions that follow from the flags and, where there are some, from a client's own
    /// offers, which then stand in the place of the default one.
    pub(crate) fn extensions(&self, offers: Option<&Offers>) -> Result<Extensions, Failure> {
        let asks_for_deflate = self.require.iter().any(|name| name == DEFLATE)
            || offers.is_some_and(|offers| offers.0.iter().any(|offer| offer.name() == DEFLATE));
        if self.no_deflate && asks_for_deflate {
            return Err(Failure::usage(
                "--no-deflate contradicts permessage-deflate in --require or --offer; leave one out",
            ));
        }
        let mut extensions = match offers {
            Some(offers) => self.offered(offers)?,
            None if self.no_deflate => Extensions::new(),
            None => self.with(Extensions::new(), self.deflate()),
        };
        for name in &self.require {
            if !extensions.iter().any(|(known, _)| known.name() == name) {
                extensions = if name == DEFLATE {
                    self.with(extensions, self.deflate())
                } else {
                    self.with(extensions, Passthrough::new(name, Params::new()))
                };
            }
        }
        Ok(extensions)
    }

    /// One extension for each name among the offers, in the order in which the names appear.
    fn offered(&self, offers: &Offers) -> Result<Extensions, Failure> {
        let mut extensions = Extensions::new();
        let mut done: Vec<&str> = Vec::new();
        for offer in &offers.0 {
            if done.contains(&offer.name()) {
                continue;
            }
            done.push(offer.name());
            let of_name = offers.0.iter().filter(|other| other.name() == offer.name());
            let mut params: Vec<Params> = of_name.map(|other| other.params().clone()).collect();
            extensions = if offer.name() == DEFLATE {
                let deflate = self.deflate().with_offers(params).map_err(|rule| {
                    Failure::usage(format!("--offer {DEFLATE}: {rule} ({})", rule.section()))
                })?;
                self.with(extensions, deflate)
            } else if let (Some(only), true) = (params.pop(), params.is_empty()) {
                self.with(extensions, Passthrough::new(offer.name(), only))
            } else {
                return Err(Failure::usage(format!(
                    "--offer {}: only {DEFLATE} can be offered several times",
                    offer.name()
                )));
            };
        }
        Ok(extensions)
    }

    fn with(&self, extensions: Extensions, extension: impl Extension + 'static) -> Extensions {
        let need = if self.require.iter().any(|name| name == extension.name()) {
            Need::Required
        } else {
            Need::Optional
        };
        extensions.with(std::sync::Arc::new(extension), need)
    }

    fn deflate(&self) -> PermessageDeflate {
        // Client and server start from the same value.
        let mut deflate = PermessageDeflate::default();
        if let Some(level) = self.deflate_level {
            deflate = deflate.level(level);
        }
        if let Some(bytes) = self.deflate_threshold {
            deflate = deflate.threshold(bytes);
        }
        if let Some(bits) = self.server_max_window_bits {
            deflate = deflate.server_max_window_bits(bits);
        }
        if let Some(bits) = self.client_max_window_bits {
            deflate = deflate.client_max_window_bits(bits);
        }
        if self.server_no_context_takeover {
            deflate = deflate.server_no_context_takeover();
        }
        if self.client_no_context_takeover {
            deflate = deflate.client_no_context_takeover();
        }
        deflate
    }
}

/// A client's offers in its own words: a whole `Sec-WebSocket-Extensions` header, at least one
/// offer long.
#[derive(Clone, Debug)]
pub(crate) struct Offers(Vec<Element>);

impl Offers {
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let elements = header::parse([text]).map_err(|fault| {
            format!("{fault}; write it as in the header: name; flag; key=value, name")
        })?;
        Ok(Self(elements))
    }
}

/// The list as it stands in the header.
impl fmt::Display for Offers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, offer) in self.0.iter().enumerate() {
            let between = if place == 0 { "" } else { ", " };
            write!(f, "{between}{offer}")?;
        }
        Ok(())
    }
}

/// Reads the name of an extension: a token.
pub(super) fn name(text: &str) -> Result<String, &'static str> {
    token(text).ok_or("write the name of one extension, such as permessage-deflate")
}

/// Reads the name of a subprotocol: a token too.
pub(super) fn subprotocol(text: &str) -> Result<String, &'static str> {
    token(text).ok_or(
        "write the name of one subprotocol, such as chat.v2: letters, digits and !#$%&'*+-.^_`|~",
    )
}

fn token(text: &str) -> Option<String> {
    match header::parse([text]).as_deref() {
        Ok([only]) if only.params().is_empty() && only.name() == text => Some(text.to_owned()),
        Ok(_) | Err(_) => None,
    }
}

pub(super) fn level(text: &str) -> Result<Level, &'static str> {
    text.parse()
        .ok()
        .and_then(Level::new)
        .ok_or("write a number from 0 to 9")
}

pub(super) fn window(text: &str) -> Result<WindowBits, &'static str> {
    text.parse()
        .ok()
        .and_then(WindowBits::new)
        .ok_or("write a number from 8 to 15")
}

const DEFLATE: &str = "permessage-deflate";

#[cfg(test)]
mod tests;
