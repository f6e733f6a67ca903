//! What is told of a code, under headings.

use super::Meaning;
use crate::cited::Cited;
use crate::content::{Basis, Cause, Entry, Fix, Phase, Role, Seen, SourceId, Viewer};
use crate::{Context, Prose, Subject, Texts};

/// Some points under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Section {
    /// Which.
    pub kind: SectionKind,
    /// The heading.
    pub heading: Prose,
    /// The points; never none.
    pub points: Vec<Point>,
}

/// What a section is about, in the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum SectionKind {
    /// What it means to services.
    Services,
    /// Whether to reconnect, and why.
    Reconnect,
    /// When one sees it.
    Causes,
    /// How to fix it.
    Fixes,
    /// What the reason of the Close frame carries.
    Reason,
    /// What browsers and libraries show.
    Seen,
    /// What it is often confused with.
    Confusions,
    /// Comparison: how to tell two codes apart.
    TellApart,
    /// Comparison: when to use which.
    Use,
    /// Comparison: what to do now.
    Now,
}

impl SectionKind {
    /// The kind as ids of messages and JSON have it: `tell-apart`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Services => "services",
            Self::Reconnect => "reconnect",
            Self::Causes => "causes",
            Self::Fixes => "fixes",
            Self::Reason => "reason",
            Self::Seen => "seen",
            Self::Confusions => "confusions",
            Self::TellApart => "tell-apart",
            Self::Use => "use",
            Self::Now => "now",
        }
    }
}

/// One point of a section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Point {
    /// Whom or what it is about: a role, a program, a code, a service. May be empty.
    pub lead: Prose,
    /// What is said.
    pub text: Prose,
    /// What narrows it down: the phase, the version that was measured. May be empty.
    pub note: Prose,
    /// The code that it leads on to.
    pub code: Option<u16>,
    /// Where it is written.
    pub sources: Vec<Cited>,
}

impl Section {
    /// The points under their heading; nothing where there is none.
    pub(crate) fn new(kind: SectionKind, points: Vec<Point>, texts: &Texts) -> Option<Self> {
        (!points.is_empty()).then(|| Self {
            kind,
            heading: texts.prose(&format!("heading-{}", kind.as_str())),
            points,
        })
    }
}

impl Point {
    /// A message of its own.
    pub(crate) fn of(text: Prose, sources: &[SourceId]) -> Self {
        Self {
            text,
            sources: sources.iter().map(|id| Cited::of(*id)).collect(),
            ..Self::default()
        }
    }

    /// The same about something.
    pub(crate) fn about(self, lead: Prose) -> Self {
        Self { lead, ..self }
    }

    fn noted(self, note: Prose) -> Self {
        Self { note, ..self }
    }
}

/// Everything that is told of a code in that context.
pub(super) fn of(
    subject: Subject,
    context: &Context,
    meanings: &[Meaning],
    texts: &Texts,
) -> Vec<Section> {
    let entry = subject.entry();
    let reconnect = texts.prose(&format!("{}-reconnect", entry.key));
    let reason = entry.reason.map(|id| Point::of(texts.prose(id), &[]));
    let fixes = entry.fixes.iter().map(|fix| fixed(fix, texts));
    let seen = entry.seen.iter().map(|seen| shown(seen, texts));
    [
        (
            SectionKind::Services,
            services(subject, context, meanings, texts),
        ),
        (SectionKind::Reconnect, vec![Point::of(reconnect, &[])]),
        (SectionKind::Causes, causes(entry, context, texts)),
        (SectionKind::Fixes, fixes.collect()),
        (SectionKind::Reason, reason.into_iter().collect()),
        (SectionKind::Seen, seen.collect()),
        (SectionKind::Confusions, confusions(entry, texts)),
    ]
    .into_iter()
    .filter_map(|(kind, points)| Section::new(kind, points, texts))
    .collect()
}

fn services(
    subject: Subject,
    context: &Context,
    meanings: &[Meaning],
    texts: &Texts,
) -> Vec<Point> {
    let Some(services) = context.services() else {
        return meanings
            .iter()
            .map(|it| meant(subject, it, texts))
            .collect();
    };
    let mut points = Vec::new();
    for service in services {
        let name = Prose::name(service.name, texts.direction());
        let theirs = meanings
            .iter()
            .filter(|meaning| meaning.service.key == service.key);
        let before = points.len();
        points.extend(theirs.map(|meaning| meant(subject, meaning, texts)));
        if points.len() == before {
            let variables = [
                ("service", service.name.into()),
                ("code", subject.to_string().into()),
            ];
            let silent = texts.prose_with("service-says-nothing", &variables);
            points.push(Point::of(silent, service.sources));
        }
        if let Some(note) = service.note {
            points.push(Point::of(texts.prose(note), service.sources).about(name));
        }
    }
    points
}

/// What a code means to a service, as a point.
pub(crate) fn meant(subject: Subject, meaning: &Meaning, texts: &Texts) -> Point {
    let (first, last) = meaning.codes;
    let lead = if (first, last) == (subject.first(), subject.last()) {
        meaning.service.name.to_owned()
    } else if first == last {
        format!("{} {first}", meaning.service.name)
    } else {
        format!("{} {first}-{last}", meaning.service.name)
    };
    Point {
        lead: Prose::name(lead, texts.direction()),
        text: meaning.text.clone(),
        note: meaning.reconnect_text.clone(),
        code: None,
        sources: meaning.sources.clone(),
    }
}

fn causes(entry: &Entry, context: &Context, texts: &Texts) -> Vec<Point> {
    // A phase that all have in common is no news.
    let first = entry.causes.first().map(|cause| cause.phase);
    let differ = entry.causes.iter().any(|cause| Some(cause.phase) != first);
    let fits = |cause: &&Cause| {
        let phase = context.phase();
        phase.is_none_or(|phase| phase.overlaps(cause.phase))
    };
    let fitting = entry.causes.iter().filter(fits);
    let points: Vec<_> = fitting.map(|cause| caused(cause, differ, texts)).collect();
    let Some(phase) = context.phase().filter(|_| points.is_empty()) else {
        return points;
    };
    let none = match phase {
        Phase::Handshake => "no-cause-in-handshake",
        Phase::Open | Phase::Either => "no-cause-in-open",
    };
    vec![Point::of(texts.prose(none), &[])]
}

fn caused(cause: &Cause, phases_differ: bool, texts: &Texts) -> Point {
    let text = texts.prose(cause.text);
    // Where the text names the product, it need not stand before it too.
    let product = cause
        .product
        .filter(|product| !text.to_string().contains(product));
    let lead = product.map(|product| Prose::name(product, texts.direction()));
    let note = match cause.phase {
        Phase::Handshake if phases_differ => texts.prose("phase-handshake"),
        Phase::Open if phases_differ => texts.prose("phase-open"),
        Phase::Handshake | Phase::Open | Phase::Either => Prose::default(),
    };
    Point::of(text, cause.sources)
        .about(lead.unwrap_or_default())
        .noted(note)
}

fn fixed(fix: &Fix, texts: &Texts) -> Point {
    let role = texts.prose(match fix.who {
        Role::Server => "role-server",
        Role::Client => "role-client",
        Role::Proxy => "role-proxy",
    });
    Point::of(texts.prose(fix.text), fix.sources).about(role)
}

fn shown(seen: &Seen, texts: &Texts) -> Point {
    let viewer = match (seen.viewer.name(), seen.viewer) {
        (Some(name), _) => Prose::name(name, texts.direction()),
        (None, Viewer::Browsers) => texts.prose("viewer-browsers"),
        (None, _) => texts.prose("viewer-libraries"),
    };
    let note = match seen.basis {
        Basis::Measured { version } => {
            texts.prose_with("basis-measured", &[("version", version.into())])
        }
        Basis::Read => Prose::default(),
    };
    let text = texts.prose(seen.text);
    let names_itself = text.to_string().starts_with(&viewer.to_string());
    let lead = if names_itself {
        Prose::default()
    } else {
        viewer
    };
    Point::of(text, seen.sources).about(lead).noted(note)
}

fn confusions(entry: &Entry, texts: &Texts) -> Vec<Point> {
    let confused = |confusion: &crate::content::Confusion| Point {
        code: Some(confusion.with),
        ..Point::of(texts.prose(confusion.text), confusion.sources)
            .about(named(Subject::Code(confusion.with), texts))
    };
    entry.confusions.iter().map(confused).collect()
}

/// A code with its name: `1012 Service Restart`.
pub(crate) fn named(subject: Subject, texts: &Texts) -> Prose {
    let title = texts.prose(&format!("{}-title", subject.entry().key));
    Prose::name(subject.to_string(), texts.direction()).then(title)
}
