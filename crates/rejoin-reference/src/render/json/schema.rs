//! The JSON Schemas (draft 2020-12) of what this program says in JSON.

/// What `rejoin explain --json` says: an explanation, the matches of a search, frames or a header.
pub const EXPLAIN: &str = include_str!("../../../schema/explain.schema.json");

/// What `rejoin compare --json` says.
pub const COMPARE: &str = include_str!("../../../schema/compare.schema.json");

/// What `rejoin codes --json` says.
pub const CODES: &str = include_str!("../../../schema/codes.schema.json");

/// What the web pages say of services: one, or all.
pub const SERVICES: &str = include_str!("../../../schema/services.schema.json");

/// What the web pages say of the guide.
pub const GUIDE: &str = include_str!("../../../schema/guide.schema.json");

/// What the web pages say of sources.
pub const SOURCES: &str = include_str!("../../../schema/sources.schema.json");
