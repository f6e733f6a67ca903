//! The extensions that one side is configured with, and how much it wants each.

use std::sync::Arc;

use crate::extension::Extension;
use crate::extension::header::Element;

/// How much this side wants an extension.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Need {
    /// The connection is of use without it.
    Optional,
    /// Without it there is no conversation: a client closes with 1010, a server refuses with 400.
    Required,
}

/// The extensions of one side, each optional or required, in order of preference.
///
/// Cheap to clone: the extensions are shared.
///
/// # Bounds
///
/// One extension of each name: adding a name again replaces what stood there and keeps its place.
/// Empty by default.
///
/// # Examples
///
/// ```
/// use rejoin_proto::extension::{Params, Passthrough};
/// use rejoin_proto::handshake::{Extensions, Need};
///
/// let extensions = Extensions::new()
///     .required(Passthrough::new("x-tenant", Params::new()))
///     .optional(Passthrough::new("x-hint", Params::new().value("level", 3)));
/// let all: Vec<_> = extensions.iter().map(|(extension, need)| (extension.name(), need)).collect();
/// assert_eq!(all, [("x-tenant", Need::Required), ("x-hint", Need::Optional)]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Extensions(Vec<(Arc<dyn Extension>, Need)>);

impl Extensions {
    /// No extension.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds an extension that the connection can do without.
    #[must_use]
    pub fn optional(self, extension: impl Extension + 'static) -> Self {
        self.with(Arc::new(extension), Need::Optional)
    }

    /// Adds an extension that the connection cannot do without.
    #[must_use]
    pub fn required(self, extension: impl Extension + 'static) -> Self {
        self.with(Arc::new(extension), Need::Required)
    }

    /// Adds an extension that is shared already.
    #[must_use]
    pub fn with(mut self, extension: Arc<dyn Extension>, need: Need) -> Self {
        match self
            .0
            .iter_mut()
            .find(|(known, _)| known.name() == extension.name())
        {
            Some(known) => *known = (extension, need),
            None => self.0.push((extension, need)),
        }
        self
    }

    /// The extensions with their need, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&dyn Extension, Need)> {
        self.0.iter().map(|(extension, need)| (&**extension, *need))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The extension of that name.
    pub(super) fn find(&self, name: &str) -> Option<(&dyn Extension, Need)> {
        self.iter().find(|(extension, _)| extension.name() == name)
    }

    /// Every offer of every extension, in order.
    pub(super) fn offers(&self) -> Vec<Element> {
        let one = |extension: &dyn Extension| {
            let name = extension.name().to_owned();
            extension
                .offers()
                .into_iter()
                .map(move |params| Element::new(name.clone(), params))
        };
        self.iter()
            .flat_map(|(extension, _)| one(extension))
            .collect()
    }

    /// The names that are required and not agreed.
    pub(super) fn missing(&self, is_agreed: impl Fn(&str) -> bool) -> Vec<String> {
        self.iter()
            .filter(|(_, need)| *need == Need::Required)
            .map(|(extension, _)| extension.name())
            .filter(|name| !is_agreed(name))
            .map(str::to_owned)
            .collect()
    }
}
