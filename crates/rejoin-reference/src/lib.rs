//! Every WebSocket close code explained and any two compared, in several languages.
//!
//! # What it is not
//!
//! It repeats nothing that stands in a row of [`rejoin_close_codes`]: who may send a code, whether it
//! may stand in a Close frame and whether to reconnect are read from there.
//!
//! # The parts
//!
//! ```text
//!    rejoin-close-codes::lookup      content: causes, fixes, sightings     locales/*/*.ftl
//!         what holds                 by message id, with sources           the words
//!             |                                  |                             |
//!             +----------------------------------+-----------------------------+
//!                                                |
//!                                             Texts            one per Language, parsed when first used
//! ```
//!
//! # Examples
//!
//! ```
//! use rejoin_reference::{Language, Texts};
//!
//! let language = Language::of_locale("en_GB.UTF-8").expect("English is always there");
//! assert_eq!(Texts::of(language).text("heading-reconnect"), "Reconnect?");
//! ```

#![forbid(unsafe_code)]

mod content;
mod language;
mod texts;

pub use content::{
    Answer, Basis, Cause, Choice, Confusion, Difference, Entry, Fix, Guide, MessageId, Next, Pair,
    Phase, Question, Reconnect, Role, Seen, Service, ServiceCode, ServiceRange, Source, SourceId,
    Viewer, entries, entry, guide, pair, pairs, services, source, sources,
};
pub use language::{Direction, Language};
pub use texts::{Texts, Value};
