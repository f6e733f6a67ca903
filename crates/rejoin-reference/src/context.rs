//! [`Context`]: what is known of a connection beside the code.

use core::fmt;

use crate::content::{Phase, Service, services};

/// What is known of a connection beside its close code: the same number means different things.
///
/// # Examples
///
/// ```
/// use rejoin_reference::{Context, Phase};
///
/// let context = Context::new().in_phase(Phase::Handshake);
/// assert_eq!(context.phase(), Some(Phase::Handshake));
/// assert!(Context::new().of_service("no-such-service").is_err());
/// ```
#[derive(Clone, Debug, Default)]
pub struct Context {
    phase: Option<Phase>,
    services: Option<Vec<&'static Service>>,
}

impl Context {
    /// Nothing is known.
    pub const fn new() -> Self {
        Self {
            phase: None,
            services: None,
        }
    }

    /// It happened in that phase.
    #[must_use]
    pub fn in_phase(mut self, phase: Phase) -> Self {
        self.phase = Some(phase);
        self
    }

    /// It is a connection with that service: its key (`discord-gateway`), its family (`discord`,
    /// which stands for several) or its name (`Discord Gateway`), in any case.
    ///
    /// # Errors
    ///
    /// [`UnknownService`], which names those that are known.
    pub fn of_service(self, name: &str) -> Result<Self, UnknownService> {
        let wanted = key(name);
        self.with(name, UnknownService::Service, |service| {
            [service.key, service.family].contains(&wanted.as_str()) || key(service.name) == wanted
        })
    }

    /// The two sides agreed on that subprotocol.
    ///
    /// # Errors
    ///
    /// [`UnknownService`], which names those that are known.
    pub fn of_subprotocol(self, name: &str) -> Result<Self, UnknownService> {
        self.with(name, UnknownService::Subprotocol, |service| {
            service.subprotocols.contains(&name)
        })
    }

    /// The phase, where it is known.
    pub const fn phase(&self) -> Option<Phase> {
        self.phase
    }

    /// The services that it can be; `None` where nothing is known of that.
    pub fn services(&self) -> Option<&[&'static Service]> {
        self.services.as_deref()
    }

    /// Narrows the services down to those that fit, and that fit what was known before.
    fn with(
        mut self,
        name: &str,
        unknown: impl FnOnce(String) -> UnknownService,
        fits: impl Fn(&Service) -> bool,
    ) -> Result<Self, UnknownService> {
        let known = self.services.unwrap_or_else(|| services().iter().collect());
        let found: Vec<_> = known.into_iter().filter(|service| fits(service)).collect();
        if found.is_empty() {
            return Err(unknown(name.to_owned()));
        }
        self.services = Some(found);
        Ok(self)
    }
}

/// A service or a subprotocol of which nothing is known here.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum UnknownService {
    /// No service has this name, or none of those that speak the subprotocol.
    Service(String),
    /// No service speaks this subprotocol, or not the one that was named.
    Subprotocol(String),
}

/// One line that names those that are known.
impl fmt::Display for UnknownService {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kind, name, known): (_, _, Vec<_>) = match self {
            Self::Service(name) => ("service", name, families()),
            Self::Subprotocol(name) => ("subprotocol", name, subprotocols()),
        };
        write!(
            f,
            "nothing is known of the {kind} {name:?}; known are {}",
            known.join(", ")
        )
    }
}

impl core::error::Error for UnknownService {}

/// Every family once, in the order of the services.
fn families() -> Vec<&'static str> {
    let mut families: Vec<_> = services().iter().map(|service| service.family).collect();
    families.dedup();
    families
}

/// Every subprotocol once, in the order of the services.
fn subprotocols() -> Vec<&'static str> {
    let mut known: Vec<&str> = Vec::new();
    for name in services().iter().flat_map(|service| service.subprotocols) {
        if !known.contains(name) {
            known.push(name);
        }
    }
    known
}

/// A name as a key: lower case, a hyphen for each space or underscore.
fn key(name: &str) -> String {
    let name = name.trim().to_lowercase();
    name.replace([' ', '_'], "-")
}
