//! What is wrong, why that matters, and who can change it.

use serde::Serialize;

/// Something worth saying about what was seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(in crate::check) struct Finding {
    /// Its name, which does not change; docs/check.md lists all.
    pub(in crate::check) id: &'static str,
    pub(in crate::check) severity: Severity,
    /// What was seen, in one line. It may quote the server.
    pub(in crate::check) seen: String,
    /// Why it matters.
    pub(in crate::check) why: String,
    /// Where the rule stands that it breaks.
    pub(in crate::check) rule: Option<&'static str>,
    /// What to change, most promising first.
    pub(in crate::check) fixes: Vec<Fix>,
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::check) enum Severity {
    /// It does not work.
    Error,
    /// It works here and now.
    Warning,
    /// Good to know.
    Note,
}

/// What somebody can change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(in crate::check) struct Fix {
    /// Who runs what has to be changed.
    pub(in crate::check) on: Place,
    #[serde(rename = "do")]
    pub(in crate::check) what: String,
}

/// Where something is to be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::check) enum Place {
    Client,
    Proxy,
    Server,
}

impl Finding {
    pub(super) fn error(id: &'static str, seen: impl Into<String>) -> Self {
        Self::new(Severity::Error, id, seen)
    }

    pub(super) fn warning(id: &'static str, seen: impl Into<String>) -> Self {
        Self::new(Severity::Warning, id, seen)
    }

    pub(super) fn note(id: &'static str, seen: impl Into<String>) -> Self {
        Self::new(Severity::Note, id, seen)
    }

    pub(super) fn new(severity: Severity, id: &'static str, seen: impl Into<String>) -> Self {
        Self {
            id,
            severity,
            seen: seen.into(),
            why: String::new(),
            rule: None,
            fixes: Vec::new(),
        }
    }

    #[must_use]
    pub(super) fn because(mut self, why: impl Into<String>) -> Self {
        self.why = why.into();
        self
    }

    #[must_use]
    pub(super) fn against(mut self, rule: &'static str) -> Self {
        self.rule = Some(rule);
        self
    }

    #[must_use]
    pub(super) fn server(self, what: impl Into<String>) -> Self {
        self.fix(Place::Server, what)
    }

    #[must_use]
    pub(super) fn proxy(self, what: impl Into<String>) -> Self {
        self.fix(Place::Proxy, what)
    }

    #[must_use]
    pub(super) fn client(self, what: impl Into<String>) -> Self {
        self.fix(Place::Client, what)
    }

    fn fix(mut self, on: Place, what: impl Into<String>) -> Self {
        let what = what.into();
        self.fixes.push(Fix { on, what });
        self
    }
}

impl Severity {
    pub(in crate::check) fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

impl Place {
    pub(in crate::check) fn name(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Proxy => "proxy",
            Self::Server => "server",
        }
    }
}
