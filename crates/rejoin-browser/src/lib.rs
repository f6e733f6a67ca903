//! `rejoin.js`, a WebSocket client for web pages that comes back by itself, as text.
//!
//! It is an ES module of a few files without dependencies, which import one another by their names:
//! serve every one of [`MODULES`] under the same directory, with the type [`CONTENT_TYPE`], and have
//! the page import the first.
//!
//! ```
//! let (name, source) = rejoin_browser::MODULES[0];
//! assert_eq!(name, "rejoin.js");
//! assert!(source.contains("export class ReconnectingSocket"));
//! ```
//!
//! What it does, and what a page cannot do, stands in its `README.md` and `js/rejoin.d.ts`. It decides
//! as `rejoin::reconnect::Policy` does, from the rows of `rejoin-close-codes`.
#![forbid(unsafe_code)]

/// Name and text of each file; the first is the one to import.
pub const MODULES: [(&str, &str); 5] = [
    ("rejoin.js", include_str!("../js/rejoin.js")),
    ("codes.js", include_str!("../js/codes.js")),
    ("course.js", include_str!("../js/course.js")),
    ("outbox.js", include_str!("../js/outbox.js")),
    ("policy.js", include_str!("../js/policy.js")),
];

/// What the files are in HTTP.
pub const CONTENT_TYPE: &str = "text/javascript; charset=utf-8";
