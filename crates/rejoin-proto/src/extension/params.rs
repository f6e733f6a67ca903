//! One element of `Sec-WebSocket-Extensions` without its name: the parameters, in order.

use core::fmt;
use std::borrow::Cow;

use super::header::{is_quotable, is_token};

/// The parameters of one offer or answer, in the order in which they stand in the header.
///
/// `Display` writes them as they stand there, `flag; key=value`.
///
/// # Spec
///
/// RFC 6455 section 9.1.
///
/// # Examples
///
/// ```
/// use rejoin_proto::extension::Params;
///
/// let params = Params::new().flag("client_max_window_bits").value("server_max_window_bits", 10);
/// assert_eq!(params.to_string(), "client_max_window_bits; server_max_window_bits=10");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Params(Vec<Param>);

/// A parameter: its name and, where there is one, its value (unquoted).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Param {
    name: Cow<'static, str>,
    value: Option<String>,
}

impl Params {
    /// No parameters.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds a parameter without a value.
    #[must_use]
    pub fn flag(self, name: impl Into<Cow<'static, str>>) -> Self {
        self.with(name, None)
    }

    /// Adds a parameter with a value. A value that is not a token is written quoted.
    ///
    /// RFC 6455 section 9.1 allows tokens only; peers may refuse anything else.
    #[must_use]
    pub fn value(self, name: impl Into<Cow<'static, str>>, value: impl fmt::Display) -> Self {
        self.with(name, Some(value.to_string()))
    }

    pub(super) fn with(
        mut self,
        name: impl Into<Cow<'static, str>>,
        value: Option<String>,
    ) -> Self {
        let name = name.into();
        self.0.push(Param { name, value });
        self
    }

    /// The parameters, first to last.
    pub fn iter(&self) -> core::slice::Iter<'_, Param> {
        self.0.iter()
    }

    /// The first parameter of that name, if there is one.
    pub fn get(&self, name: &str) -> Option<&Param> {
        self.iter().find(|param| param.name == name)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
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

impl fmt::Display for Params {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut between = "";
        for param in self {
            f.write_str(between)?;
            param.fmt(f)?;
            between = "; ";
        }
        Ok(())
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

    /// Whether the parameter can stand in a header.
    pub(super) fn is_writable(&self) -> bool {
        is_token(self.name.as_bytes())
            && self
                .value
                .iter()
                .all(|value| value.bytes().all(is_quotable))
    }
}

impl fmt::Display for Param {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        let Some(value) = &self.value else {
            return Ok(());
        };
        if is_token(value.as_bytes()) {
            f.write_str("=")?;
            return f.write_str(value);
        }
        f.write_str("=\"")?;
        for character in value.chars() {
            if matches!(character, '"' | '\\') {
                f.write_str("\\")?;
            }
            write!(f, "{character}")?;
        }
        f.write_str("\"")
    }
}
