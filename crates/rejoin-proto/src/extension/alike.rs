//! Codecs that may stand in for each other.

/// What codecs have in common that make the same bytes of the same message, whatever went before.
///
/// A message for many connections is transformed once for all whose codecs say the same here.
///
/// # Examples
///
/// ```
/// use rejoin_proto::extension::Alike;
///
/// // Two connections that agreed on the same secret-free settings.
/// assert_eq!(Alike::new("x-upper", [1, 0]), Alike::new("x-upper", [1, 0]));
/// assert_ne!(Alike::new("x-upper", [1, 0]), Alike::new("x-upper", [2, 0]));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alike {
    name: &'static str,
    settings: [u64; 2],
}

impl Alike {
    /// The extension's name, and every setting on which its output depends, packed as it likes.
    pub const fn new(name: &'static str, settings: [u64; 2]) -> Self {
        Self { name, settings }
    }
}
