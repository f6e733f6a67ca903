//! permessage-deflate (RFC 7692): messages compressed with DEFLATE, on either role.
//!
//! [`PermessageDeflate`] is the configuration: what a client offers, what a server accepts, and how
//! hard to compress. Give it to the handshake like any other extension.
//!
//! # What a connection holds
//!
//! Nothing before the first compressed message, and nothing at all for a direction without context
//! takeover. With it, the last bytes of that direction's plain text: at most its window. The large
//! states of the compressor are lent for the time of one message and belong to the thread, which
//! keeps at most four of each kind (to compress 260 KiB each within a window of 12 bits and 370 KiB
//! within 15, without context takeover 100 KiB less, to decompress 44 KiB; one of each where all send
//! within the same window and without context takeover) and a buffer of 32 KiB. While a message is in
//! progress its state counts as held.
//!
//! # Secrets
//!
//! Compression tells the length of what it compresses. Where a message puts a secret beside text
//! that an attacker may choose, send it with [`Compression::Never`](super::Compression::Never).
//!
//! # Windows
//!
//! All sizes from 8 to 15 bits are supported in both directions, also the 8 that zlib alone
//! does not do: a compressor of 9 bits never looks back more than 250 bytes.
//!
//! # Examples
//!
//! ```
//! use rejoin_proto::extension::deflate::{PermessageDeflate, WindowBits};
//! use rejoin_proto::extension::{Extension, Params};
//!
//! let server = PermessageDeflate::server();
//! let offer = Params::new().value("server_max_window_bits", 10);
//! let response = server.respond(&offer).unwrap();
//! assert_eq!(response.answer, Params::new().value("server_max_window_bits", 10));
//!
//! // A parameter that the RFC does not know: this offer is declined, the next one is tried.
//! assert!(server.respond(&Params::new().flag("turbo")).is_err());
//! ```

mod codec;
mod decoder;
mod encoder;
mod history;
mod pool;
mod settings;
mod terms;

use super::{Codec, Extension, Params, Response, Rsv};
use crate::handshake::Rule;
use codec::{DeflateCodec, Direction};
use settings::Takeover;
use terms::{ClientWindow, Terms};

pub use settings::{Level, WindowBits};

/// The extension `permessage-deflate` as it is configured.
///
/// Start from [`client`](Self::client) or [`server`](Self::server).
///
/// # Spec
///
/// RFC 7692 section 7. Parameters are read to the letter: an unknown or repeated one, a missing or
/// surplus value, a window that is not decimal 8 to 15 without leading zeros each decline the
/// offer or fail the answer, by the [`Rule`] that is returned.
#[derive(Clone, Debug)]
pub struct PermessageDeflate {
    level: Level,
    threshold: usize,
    server_max_window_bits: Option<WindowBits>,
    client_max_window_bits: Option<WindowBits>,
    server_no_context_takeover: bool,
    client_no_context_takeover: bool,
    offers: Option<Vec<Params>>,
}

impl PermessageDeflate {
    /// The size below which a message is sent as it is, in bytes, unless asked otherwise.
    ///
    /// A smaller one travels in one packet whose own headers outweigh whatever could be saved.
    pub const DEFAULT_THRESHOLD: usize = 64;

    /// The defaults of a client: offers `permessage-deflate; client_max_window_bits`, so that the
    /// server may choose both windows, with context takeover in both directions.
    ///
    /// Every setting names a direction and not a speaker, so this and [`server`](Self::server)
    /// build the same value, which either role may use; the two names are there to be read.
    pub const fn client() -> Self {
        Self {
            level: Level::DEFAULT,
            threshold: Self::DEFAULT_THRESHOLD,
            server_max_window_bits: None,
            client_max_window_bits: None,
            server_no_context_takeover: false,
            client_no_context_takeover: false,
            offers: None,
        }
    }

    /// The defaults of a server: accepts every valid offer, sends within a window of 12 bits, asks
    /// for 12 bits of clients whose offer permits that, with context takeover in both directions.
    ///
    /// A client that does not offer `client_max_window_bits` cannot be asked, and may then make the
    /// server hold up to 32 KiB for what it receives;
    /// [`client_no_context_takeover`](Self::client_no_context_takeover) avoids that.
    pub const fn server() -> Self {
        Self::client()
    }

    /// How hard to compress what is sent. Default: 6.
    ///
    /// On JSON-like messages of 1 KiB and 16 KiB, within a window of 12 bits: level 1 takes a third
    /// of the time of 6, and its output is larger by a third to two thirds. Level 3 takes five sixths
    /// of the time or, for small messages, hardly less, and its output is 2 % to 8 % larger. Level 7
    /// takes up to a quarter longer for output that is 1 % to 5 % smaller; 8 hardly adds to that, and
    /// 9 takes up to 1.6 times as long as 6 and needs a larger window to make anything of it.
    #[must_use]
    pub const fn level(mut self, level: Level) -> Self {
        self.level = level;
        self
    }

    /// The size in bytes from which a message is compressed under
    /// [`Compression::Auto`](super::Compression::Auto); a message of unknown size always is.
    /// Default: [`DEFAULT_THRESHOLD`](Self::DEFAULT_THRESHOLD).
    #[must_use]
    pub const fn threshold(mut self, bytes: usize) -> Self {
        self.threshold = bytes;
        self
    }

    /// The largest window for what the *server* sends. Default: 12 bits on a server, no wish on a
    /// client.
    ///
    /// A client offers it, and takes no answer with more. A server stays within it; it says so
    /// where the offer mentions windows, and otherwise just does it, because some clients refuse
    /// parameters that they did not offer.
    #[must_use]
    pub const fn server_max_window_bits(mut self, bits: WindowBits) -> Self {
        self.server_max_window_bits = Some(bits);
        self
    }

    /// The largest window for what the *client* sends. Default: 12 bits on a server, no limit on a
    /// client.
    ///
    /// A client stays within it and offers it. A server asks for it where the offer has
    /// `client_max_window_bits`; it may not ask others, and accepts their 32 KiB.
    #[must_use]
    pub const fn client_max_window_bits(mut self, bits: WindowBits) -> Self {
        self.client_max_window_bits = Some(bits);
        self
    }

    /// The server starts every message with an empty context: less memory, less compression.
    ///
    /// A client asks for it, and takes no answer without it; a server announces and does it.
    #[must_use]
    pub const fn server_no_context_takeover(mut self) -> Self {
        self.server_no_context_takeover = true;
        self
    }

    /// The client starts every message with an empty context: less memory, less compression.
    ///
    /// A client does so and hints at it, a server demands it. A server also takes the hint of a
    /// client and holds it to that.
    #[must_use]
    pub const fn client_no_context_takeover(mut self) -> Self {
        self.client_no_context_takeover = true;
        self
    }

    /// A client's offers in its own words, most preferred first, instead of the one that follows
    /// from the other settings. Those still bind what the client itself does: its level, threshold,
    /// window and takeover.
    ///
    /// # Errors
    ///
    /// The rule that one of the offers breaks; [`Rule::DeclinedByPolicy`] if there is none.
    ///
    /// # Examples
    ///
    /// ```
    /// use rejoin_proto::extension::Params;
    /// use rejoin_proto::extension::deflate::PermessageDeflate;
    ///
    /// // The server's window small if it can, else however it likes (RFC 7692 section 7.1.3).
    /// let small = Params::new().flag("client_max_window_bits").value("server_max_window_bits", 10);
    /// let any = Params::new().flag("client_max_window_bits");
    /// assert!(PermessageDeflate::client().with_offers(vec![small, any]).is_ok());
    ///
    /// let wrong = Params::new().value("server_max_window_bits", 16);
    /// assert!(PermessageDeflate::client().with_offers(vec![wrong]).is_err());
    /// ```
    pub fn with_offers(mut self, offers: Vec<Params>) -> Result<Self, Rule> {
        if offers.is_empty() {
            return Err(Rule::DeclinedByPolicy);
        }
        for offer in &offers {
            Terms::offered(offer)?;
        }
        self.offers = Some(offers);
        Ok(self)
    }

    /// The one offer that follows from the settings.
    fn offer(&self) -> Terms {
        Terms {
            server_no_context_takeover: self.server_no_context_takeover,
            client_no_context_takeover: self.client_no_context_takeover,
            server_max_window_bits: self.server_max_window_bits,
            client_max_window_bits: self
                .client_max_window_bits
                .map_or(ClientWindow::Any, ClientWindow::AtMost),
        }
    }

    /// The answer to an offer, and the window that the server sends within.
    fn answer(&self, offer: Terms) -> (Terms, WindowBits) {
        let own = self
            .server_max_window_bits
            .unwrap_or(WindowBits::SERVER_DEFAULT);
        let server_window = own.min(offer.server_max_window_bits.unwrap_or(WindowBits::MAX));
        let knows_windows = offer.server_max_window_bits.is_some()
            || offer.client_max_window_bits != ClientWindow::Absent;
        let announce = offer.server_max_window_bits.is_some()
            || knows_windows && server_window < WindowBits::MAX;
        let wished = self
            .client_max_window_bits
            .unwrap_or(WindowBits::SERVER_DEFAULT);
        let client_window = wished.min(offer.client_max_window_bits.limit());
        let ask =
            offer.client_max_window_bits != ClientWindow::Absent && client_window < WindowBits::MAX;
        let answer = Terms {
            server_no_context_takeover: self.server_no_context_takeover
                || offer.server_no_context_takeover,
            client_no_context_takeover: self.client_no_context_takeover
                || offer.client_no_context_takeover,
            server_max_window_bits: announce.then_some(server_window),
            client_max_window_bits: if ask {
                ClientWindow::AtMost(client_window)
            } else {
                ClientWindow::Absent
            },
        };
        (answer, server_window)
    }

    fn codec(&self, sending: Direction, receiving: Direction) -> Box<dyn Codec> {
        Box::new(DeflateCodec::new(
            sending,
            receiving,
            self.level,
            self.threshold,
        ))
    }
}

impl Default for PermessageDeflate {
    /// The defaults of either role: see [`client`](Self::client) and [`server`](Self::server).
    fn default() -> Self {
        Self::client()
    }
}

impl Extension for PermessageDeflate {
    fn name(&self) -> &'static str {
        "permessage-deflate"
    }

    fn rsv(&self) -> Rsv {
        Rsv::RSV1
    }

    fn offers(&self) -> Vec<Params> {
        self.offers
            .clone()
            .unwrap_or_else(|| vec![self.offer().params()])
    }

    fn respond(&self, offer: &Params) -> Result<Response, Rule> {
        let (answer, server_window) = self.answer(Terms::offered(offer)?);
        let sending = Direction {
            window: server_window,
            takeover: Takeover::unless(answer.server_no_context_takeover),
        };
        let receiving = Direction {
            window: answer.client_max_window_bits.limit(),
            takeover: Takeover::unless(answer.client_no_context_takeover),
        };
        Ok(Response {
            answer: answer.params(),
            codec: Some(self.codec(sending, receiving)),
        })
    }

    fn settle(&self, offered: &[Params], answer: &Params) -> Result<Option<Box<dyn Codec>>, Rule> {
        let answer = Terms::answered(answer)?;
        let mut broken = Rule::NotRequested;
        // Backwards, so that the rule that is left in the end is the one of the first offer.
        let mut accepted = None;
        for offer in offered.iter().rev() {
            match Terms::offered(offer).and_then(|offer| answer.accepts(offer).map(|()| offer)) {
                Ok(offer) => accepted = Some(offer),
                Err(rule) => broken = rule,
            }
        }
        let offer = accepted.ok_or(broken)?;
        let own = self.client_max_window_bits.unwrap_or(WindowBits::MAX);
        let sending = Direction {
            // RFC 7692 section 7.1.2.2: the value in an offer is also a promise.
            window: own
                .min(offer.client_max_window_bits.limit())
                .min(answer.client_max_window_bits.limit()),
            takeover: Takeover::unless(
                self.client_no_context_takeover
                    || offer.client_no_context_takeover
                    || answer.client_no_context_takeover,
            ),
        };
        let receiving = Direction {
            window: answer.server_max_window_bits.unwrap_or(WindowBits::MAX),
            takeover: Takeover::unless(answer.server_no_context_takeover),
        };
        Ok(Some(self.codec(sending, receiving)))
    }
}

#[cfg(test)]
mod tests;
