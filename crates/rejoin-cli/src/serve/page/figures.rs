//! What the page asks for every second.

use serde::Serialize;

use super::visits::Seen;
use crate::serve::metrics;

/// What the server counts and knows at this moment.
#[derive(Debug, Serialize)]
pub(super) struct Figures<'a> {
    #[serde(flatten)]
    pub(super) metrics: metrics::Figures,
    /// The connection of the page that asks.
    pub(super) connection: Option<Seen>,
    /// Only for those who may restart the service.
    pub(super) restart: Option<Restart<'a>>,
}

/// What a page needs that may restart the service.
#[derive(Debug, Serialize)]
pub(super) struct Restart<'a> {
    pub(super) token: &'a str,
    /// Why the last one failed.
    pub(super) failure: Option<String>,
}
