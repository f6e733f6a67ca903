//! [`Comparison`]: two codes side by side.

use rejoin_close_codes::WireRule;

use crate::cited::{self, Cited};
use crate::content::{Pair, pair};
use crate::explain::{named, only_meaning};
use crate::{
    Context, Explanation, Fact, FactKey, Language, Point, Prose, Section, SectionKind, Subject,
    Texts,
};

/// Two codes side by side: what differs first, then how to tell them apart, which to use when, and
/// what to do now.
///
/// The order in which they are given does not matter: the lower one stands first.
///
/// # Examples
///
/// ```no_run
/// use rejoin_reference::{Comparison, Context, FactKey, Language, Subject};
///
/// let (one, other) = (Subject::Code(1012), Subject::Code(1010));
/// let comparison = Comparison::new(one, other, &Context::new(), Language::English);
/// assert_eq!(comparison.low.subject, Subject::Code(1010));
/// assert!(comparison.differences.iter().any(|line| line.key == Some(FactKey::Retry)));
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Comparison {
    /// The lower code.
    pub low: Explanation,
    /// The higher code.
    pub high: Explanation,
    /// In which language.
    pub language: Language,
    /// Both names in one line.
    pub title: Prose,
    /// How the two are related.
    pub relation: Relation,
    /// What must be said first if they are not two different codes; else empty.
    pub remark: Prose,
    /// What differs, line by line.
    pub differences: Vec<Contrast>,
    /// What is the same for both.
    pub alike: Vec<Fact>,
    /// How to tell them apart, when to use which, what to do now.
    pub sections: Vec<Section>,
    /// What was written of just these two; none where nobody confuses them.
    pub pair: Option<&'static Pair>,
    /// The sources of all of it, each once.
    pub sources: Vec<Cited>,
}

/// How two codes are related.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(
    clippy::exhaustive_enums,
    reason = "two codes are the same, of one row, or of two rows"
)]
pub enum Relation {
    /// It is one code, or one range, given twice.
    Same,
    /// They lie in one range, and what holds for them is the same.
    OneRow,
    /// They have rows of their own.
    Different,
}

/// One line of a table of differences.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Contrast {
    /// Which fact of the rows it is; none for what was written of just these two, and for services.
    pub key: Option<FactKey>,
    /// What is compared.
    pub label: Prose,
    /// How it is with the lower code.
    pub low: Prose,
    /// How it is with the higher code.
    pub high: Prose,
}

impl Comparison {
    /// Compares two subjects in `language`.
    pub fn new(a: Subject, b: Subject, context: &Context, language: Language) -> Self {
        let texts = Texts::of(language);
        let in_order = (a.first(), a.last()) <= (b.first(), b.last());
        let (low, high) = if in_order { (a, b) } else { (b, a) };
        let relation = Relation::of(low, high);
        let pair = pair(low.first(), high.first()).filter(|_| are_codes(low, high));
        let [low, high] =
            [low, high].map(|subject| Explanation::new(subject, context.clone(), language));
        let (mut differences, alike) = facts(&low, &high);
        let written = written(pair, texts);
        // What was written of just these two says it better.
        differences.retain(|line| written.iter().all(|other| other.label != line.label));
        differences.extend(written);
        differences.extend(services(&low, &high, texts));
        if differences.is_empty() && relation == Relation::Different {
            differences.push(meanings(&low, &high, texts));
        }
        let sections = if relation == Relation::Same {
            Vec::new()
        } else {
            sections(&low, &high, pair, texts)
        };
        Self {
            title: title(low.subject, high.subject, texts),
            remark: remark(relation, &low, texts),
            sources: sources(&low, &high, &sections, pair),
            language,
            relation,
            differences,
            alike,
            sections,
            pair,
            low,
            high,
        }
    }
}

impl Relation {
    fn of(low: Subject, high: Subject) -> Self {
        if low == high {
            Self::Same
        } else if low.info() == high.info() {
            Self::OneRow
        } else {
            Self::Different
        }
    }
}

fn are_codes(low: Subject, high: Subject) -> bool {
    matches!((low, high), (Subject::Code(_), Subject::Code(_)))
}

fn title(low: Subject, high: Subject, texts: &Texts) -> Prose {
    if low == high {
        return named(low, texts);
    }
    let [low, high] = [low, high].map(|subject| named(subject, texts).to_string());
    texts.prose_with(
        "comparison-title",
        &[("low", low.into()), ("high", high.into())],
    )
}

fn remark(relation: Relation, low: &Explanation, texts: &Texts) -> Prose {
    match relation {
        Relation::Same => {
            texts.prose_with("same-code", &[("code", low.subject.to_string().into())])
        }
        Relation::OneRow => {
            let range = format!("{}-{}", low.info.first, low.info.last);
            texts.prose_with("same-row", &[("range", range.into())])
        }
        Relation::Different => Prose::default(),
    }
}

/// The facts that differ, and those that are the same.
///
/// A fact that only one of the two has differs from nothing being there. Names are left out: that
/// they differ is known.
fn facts(low: &Explanation, high: &Explanation) -> (Vec<Contrast>, Vec<Fact>) {
    let mut keys: Vec<_> = low
        .facts
        .iter()
        .chain(&high.facts)
        .map(|fact| fact.key)
        .collect();
    keys.retain(|key| !matches!(key, FactKey::Name | FactKey::Registration));
    keys.sort_unstable();
    keys.dedup();
    let mut differences = Vec::new();
    let mut alike = Vec::new();
    for key in keys {
        let [ours, theirs] = [low, high].map(|side| side.facts.iter().find(|fact| fact.key == key));
        let Some(either) = ours.or(theirs) else {
            continue;
        };
        let value = |fact: Option<&Fact>| fact.map(|fact| fact.value.clone()).unwrap_or_default();
        let (low, high) = (value(ours), value(theirs));
        if low == high {
            alike.push(either.clone());
        } else {
            differences.push(Contrast {
                key: Some(key),
                label: either.label.clone(),
                low,
                high,
            });
        }
    }
    (differences, alike)
}

/// The lines that were written of just these two.
fn written(pair: Option<&'static Pair>, texts: &Texts) -> Vec<Contrast> {
    let lines = pair.map_or(&[][..], |pair| pair.differences).iter();
    let contrast = |line: &crate::Difference| Contrast {
        key: None,
        label: texts.prose(line.aspect),
        low: texts.prose(line.low),
        high: texts.prose(line.high),
    };
    lines.map(contrast).collect()
}

/// What the two mean: what differs where nothing else does, as between 1002 and 1007.
fn meanings(low: &Explanation, high: &Explanation, texts: &Texts) -> Contrast {
    Contrast {
        key: None,
        label: texts.prose("heading-meaning"),
        low: low.meaning.clone(),
        high: high.meaning.clone(),
    }
}

/// What both mean to services that give a meaning to both.
fn services(low: &Explanation, high: &Explanation, texts: &Texts) -> Vec<Contrast> {
    let mut lines = Vec::new();
    for ours in &low.meanings {
        let key = ours.service.key;
        let theirs = high
            .meanings
            .iter()
            .find(|meaning| meaning.service.key == key);
        if let Some(theirs) = theirs.filter(|_| are_codes(low.subject, high.subject))
            && low.subject != high.subject
        {
            let label = Prose::name(ours.service.name, texts.direction());
            lines.push(Contrast {
                key: None,
                label,
                low: ours.text.clone().noted(&ours.reconnect_text),
                high: theirs.text.clone().noted(&theirs.reconnect_text),
            });
        }
    }
    lines
}

fn sections(
    low: &Explanation,
    high: &Explanation,
    pair: Option<&'static Pair>,
    texts: &Texts,
) -> Vec<Section> {
    [
        (SectionKind::TellApart, tell_apart(low, high, pair, texts)),
        (SectionKind::Use, uses(low, high, pair, texts)),
        (SectionKind::Now, now(low, high, pair, texts)),
    ]
    .into_iter()
    .filter_map(|(kind, points)| Section::new(kind, points, texts))
    .collect()
}

fn tell_apart(
    low: &Explanation,
    high: &Explanation,
    pair: Option<&'static Pair>,
    texts: &Texts,
) -> Vec<Point> {
    let mut points: Vec<_> = match pair {
        Some(pair) => {
            let told = pair.tell_apart.iter();
            told.map(|id| Point::of(texts.prose(id), pair.sources))
                .collect()
        }
        None => confusions(low, high, texts)
            .chain(confusions(high, low, texts))
            .collect(),
    };
    let told: String = points.iter().map(|point| point.text.to_string()).collect();
    let sides = [low, high].into_iter();
    let untold = sides.filter(|side| !told.contains(&hex(side.subject.first())));
    points.extend(untold.map(|side| on_the_wire(side, texts)));
    points
}

/// The first two bytes of the body of a Close frame, in hexadecimal digits.
fn hex(code: u16) -> String {
    let [high, low] = code.to_be_bytes();
    format!("{high:02x} {low:02x}")
}

/// What is said of the one under the other, where they are often confused.
fn confusions<'a>(
    one: &'a Explanation,
    other: &'a Explanation,
    texts: &'a Texts,
) -> impl Iterator<Item = Point> {
    let about = move |confusion: &&crate::Confusion| Subject::Code(confusion.with) == other.subject;
    let told = one.entry.confusions.iter().filter(about);
    told.map(|confusion| Point::of(texts.prose(confusion.text), confusion.sources))
}

/// How a code looks in a capture.
fn on_the_wire(side: &Explanation, texts: &Texts) -> Point {
    let text = match (side.info.wire, side.subject) {
        (WireRule::Allowed, Subject::Code(code)) => {
            texts.prose_with("apart-bytes", &[("bytes", hex(code).into())])
        }
        (WireRule::Allowed, Subject::Range(row)) => texts.prose_with(
            "apart-byte-range",
            &[
                ("low", hex(row.first).into()),
                ("high", hex(row.last).into()),
            ],
        ),
        (WireRule::LocalOnly, _) => texts.prose("apart-local"),
        (_, _) => texts.prose("apart-invalid"),
    };
    Point::of(text, &[]).about(named(side.subject, texts))
}

fn uses(
    low: &Explanation,
    high: &Explanation,
    pair: Option<&'static Pair>,
    texts: &Texts,
) -> Vec<Point> {
    if let Some(pair) = pair {
        let told = [(low, pair.use_low), (high, pair.use_high)];
        return told
            .map(|(side, id)| {
                Point::of(texts.prose(id), pair.sources).about(named(side.subject, texts))
            })
            .into();
    }
    each(low, high, texts, |side| {
        let rule = match side.info.wire {
            WireRule::Allowed => Prose::default(),
            WireRule::LocalOnly => texts.prose("use-local"),
            WireRule::OutOfRange | WireRule::Reserved | WireRule::Unassigned | WireRule::Unused => {
                texts.prose("use-nobody")
            }
        };
        Point::of(rule.then(side.meaning.clone()), side.entry.sources)
    })
}

/// A point of each, or one for both where they say the same.
fn each(
    low: &Explanation,
    high: &Explanation,
    texts: &Texts,
    point: impl Fn(&Explanation) -> Point,
) -> Vec<Point> {
    let (ours, theirs) = (point(low), point(high));
    if ours == theirs {
        return vec![ours];
    }
    [(low, ours), (high, theirs)]
        .map(|(side, point)| point.about(named(side.subject, texts)))
        .into()
}

fn now(
    low: &Explanation,
    high: &Explanation,
    pair: Option<&'static Pair>,
    texts: &Texts,
) -> Vec<Point> {
    if let Some(pair) = pair {
        return vec![Point::of(texts.prose(pair.now), pair.sources)];
    }
    each(low, high, texts, |side| {
        if let Some(meaning) = only_meaning(&side.context, &side.meanings) {
            return Point {
                sources: meaning.sources.clone(),
                ..Point::of(meaning.reconnect_text.clone(), &[])
            };
        }
        let advice = texts.prose(&format!("{}-reconnect", side.entry.key));
        Point::of(advice, side.entry.sources)
    })
}

fn sources(
    low: &Explanation,
    high: &Explanation,
    sections: &[Section],
    pair: Option<&'static Pair>,
) -> Vec<Cited> {
    let of_pair = pair.map_or(&[][..], |pair| pair.sources);
    let of_pair = of_pair.iter().map(|id| Cited::of(*id));
    let of_facts = [low, high].into_iter().flat_map(|side| &side.facts);
    let of_services = [low, high].into_iter().flat_map(|side| &side.meanings);
    let points = sections.iter().flat_map(|section| &section.points);
    cited::once(
        of_pair
            .chain(of_facts.filter_map(|fact| fact.source))
            .chain(of_services.flat_map(|meaning| meaning.sources.iter().copied()))
            .chain(points.flat_map(|point| point.sources.iter().copied())),
    )
}

#[cfg(test)]
mod tests;
