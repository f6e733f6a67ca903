//! Every WebSocket close code explained and any two compared, in several languages.
//!
//! It is a value from which text, JSON or a page can be made: [`Explanation`] and [`Comparison`] hold
//! everything in the order in which it is meant to be read, in one [`Language`], with the literal
//! parts of each text marked ([`Prose`]).
//!
//! # What it is not
//!
//! It repeats nothing that stands in a row of [`rejoin_close_codes`]: who may send a code, whether it
//! may stand in a Close frame and whether to reconnect are read from there. It opens no connection.
//!
//! # The parts
//!
//! ```text
//!  rejoin-close-codes: what holds     content: causes, fixes, sightings      locales/*/*.ftl
//!  (CodeInfo of any number)           by message id, with sources            the words
//!             |                                  |                                |
//!             |                                  |                              Texts   one per Language,
//!             |                                  |                                |     parsed when first used
//!             +-----------+----------------------+--------------------------------+
//!                         |
//!   Subject + Context ----+----> Explanation --+--> Comparison of two
//!   (a number, a name;    |                    |
//!   phase and service)  search            render::{text, json}
//! ```
//!
//! # Examples
//!
//! ```
//! use rejoin_reference::{Comparison, Context, Explanation, Language, Subject};
//!
//! let language = Language::of_locale("en_GB.UTF-8").expect("English is always there");
//! let one = Subject::parse("service restart", language)?;
//! let explanation = Explanation::new(one, Context::new(), language);
//! assert_eq!(
//!     explanation.headline.to_string(),
//!     "1012 Service Restart: from the server, clean, reconnect in 1-5 s",
//! );
//!
//! let comparison = Comparison::new(one, Subject::Code(1010), &Context::new(), language);
//! assert_eq!(comparison.low.subject, Subject::Code(1010));
//! # Ok::<(), rejoin_reference::UnknownSubject>(())
//! ```
//!
//! # Features
//!
//! * `text`: pages for a terminal or a pipe, `render::text`.

#![forbid(unsafe_code)]

mod cited;
mod compare;
mod content;
mod context;
mod explain;
mod language;
mod prose;
pub mod render;
mod search;
mod subject;
mod texts;

pub use cited::Cited;
pub use compare::{Comparison, Contrast, Relation};
pub use content::{
    Answer, Basis, Cause, Choice, Confusion, Difference, Entry, Fix, Guide, MessageId, Next, Pair,
    Phase, Question, Reconnect, Role, Seen, Service, ServiceCode, ServiceRange, Source, SourceId,
    Viewer, entries, entry, guide, pair, pairs, services, source, sources,
};
pub use context::{Context, UnknownService};
pub use explain::{Explanation, Fact, FactKey, Meaning, Point, Section, SectionKind, Verdict};
pub use language::{Direction, Language};
pub use prose::{Prose, Run};
pub use search::{Match, Matches, search};
pub use subject::{Subject, UnknownSubject};
pub use texts::{Texts, Value};
