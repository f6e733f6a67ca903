//! Where every fact comes from.

use super::model::{Source, SourceId};

/// Makes ids and a table out of rows: the constant, the id, the title and the address.
macro_rules! sources {
    ($table:ident: $($name:ident $id:literal $title:literal $(at $url:literal)?;)*) => {
        $(pub(in crate::content) const $name: SourceId = SourceId($id);)*

        pub(super) const $table: &[Source] = &[$(Source {
            id: $name,
            title: $title,
            url: optional!($($url)?),
        }),*];
    };
}

/// A literal that may be missing.
macro_rules! optional {
    () => {
        None
    };
    ($literal:literal) => {
        Some($literal)
    };
}

mod measurements;
mod services;
mod software;
mod standards;

pub(in crate::content) use self::{measurements::*, services::*, software::*, standards::*};

/// A source by its id.
#[expect(
    clippy::missing_panics_doc,
    reason = "it cannot: an id is made together with its source"
)]
pub fn source(id: SourceId) -> &'static Source {
    sources()
        .find(|source| source.id == id)
        .expect("an id is made together with its source, and by nothing else")
}

/// Every source.
pub fn sources() -> impl Iterator<Item = &'static Source> {
    [STANDARDS, SOFTWARE, SERVICES, MEASUREMENTS]
        .into_iter()
        .flatten()
}
