//! An extension that is agreed by name and leaves the frames alone.

use super::{Codec, Extension, Params, Response, Rsv};
use crate::handshake::Rule;

/// An extension that both sides agree to by name and that does not touch frames.
///
/// `bbf-usp-protocol` (TR-369) is one; it also serves to ask for, and to require, an extension
/// whose work is done by the application. It claims no RSV bit and takes every answer and offer.
#[derive(Clone, Debug)]
pub struct Passthrough {
    name: String,
    params: Params,
}

impl Passthrough {
    /// An extension of that name, offered (and, by a server, answered) with those parameters.
    pub fn new(name: impl Into<String>, params: Params) -> Self {
        Self {
            name: name.into(),
            params,
        }
    }
}

impl Extension for Passthrough {
    fn name(&self) -> &str {
        &self.name
    }

    fn rsv(&self) -> Rsv {
        Rsv::NONE
    }

    fn offers(&self) -> Vec<Params> {
        vec![self.params.clone()]
    }

    fn respond(&self, _offer: &Params) -> Result<Response, Rule> {
        Ok(Response {
            answer: self.params.clone(),
            codec: None,
        })
    }

    fn settle(
        &self,
        _offered: &[Params],
        _answer: &Params,
    ) -> Result<Option<Box<dyn Codec>>, Rule> {
        Ok(None)
    }
}
