//! The reference as web pages: written to a directory, or served.

mod export;
mod record;
mod served;

pub(crate) use export::run;
pub(crate) use served::answer;
