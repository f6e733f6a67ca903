//! [`Layout`]: how a text is to look.

/// How a text is to look.
///
/// # Bounds
///
/// The width is 80 columns by default and 40 at least.
///
/// # Examples
///
/// ```
/// use rejoin_reference::render::text::Layout;
///
/// let for_a_terminal = Layout::new().width(100).coloured();
/// let for_a_log = Layout::new().plain();
/// assert_eq!(for_a_log.columns(), 80);
/// # let _ = for_a_terminal;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    width: usize,
    pub(super) colours: Colours,
    pub(super) isolates: Isolates,
    pub(super) sources: Sources,
}

/// Whether there are escape sequences for colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Colours {
    None,
    Ansi,
}

/// Whether what runs from left to right is isolated inside a right-to-left text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Isolates {
    None,
    InRightToLeft,
}

/// Whether sources are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sources {
    LeftOut,
    Listed,
}

impl Layout {
    /// 80 columns, no colours, no sources.
    pub const fn new() -> Self {
        Self {
            width: 80,
            colours: Colours::None,
            isolates: Isolates::InRightToLeft,
            sources: Sources::LeftOut,
        }
    }

    /// So many columns; 40 if it is less.
    #[must_use]
    pub const fn width(mut self, columns: usize) -> Self {
        self.width = if columns < 40 { 40 } else { columns };
        self
    }

    /// With escape sequences for colours, which also mark literals.
    #[must_use]
    pub const fn coloured(mut self) -> Self {
        self.colours = Colours::Ansi;
        self
    }

    /// Without invisible characters.
    #[must_use]
    pub const fn plain(mut self) -> Self {
        self.isolates = Isolates::None;
        self
    }

    /// With a number behind each statement and the list of sources at the end.
    #[must_use]
    pub const fn with_sources(mut self) -> Self {
        self.sources = Sources::Listed;
        self
    }

    /// The width in columns.
    pub const fn columns(&self) -> usize {
        self.width
    }
}

impl Default for Layout {
    fn default() -> Self {
        Self::new()
    }
}
