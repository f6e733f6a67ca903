//! One element of `Sec-WebSocket-Extensions` without its name: the parameters, in order.

use core::fmt;

/// The parameters of one offer or answer, in the order in which they stand in the header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Params(Vec<Param>);

/// A parameter: its name and, where there is one, its value (unquoted).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Param {
    name: String,
    value: Option<String>,
}

impl Params {
    /// No parameters.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds a parameter without a value.
    #[must_use]
    pub fn flag(mut self, name: impl Into<String>) -> Self {
        self.0.push(Param { name: name.into(), value: None });
        self
    }

    /// Adds a parameter with a value. A value that is not a token is written quoted.
    #[must_use]
    pub fn value(mut self, name: impl Into<String>, value: impl fmt::Display) -> Self {
        self.0.push(Param { name: name.into(), value: Some(value.to_string()) });
        self
    }

    /// The parameters, first to last.
    pub fn iter(&self) -> core::slice::Iter<'_, Param> {
        self.0.iter()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'a> IntoIterator for &'a Params {
    type Item = &'a Param;
    type IntoIter = core::slice::Iter<'a, Param>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Param {
    /// The parameter's name, as written.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its value without quotes, or `None` for a flag.
    pub fn value(&self) -> Option<&str> {
        self.value.as_deref()
    }
}
