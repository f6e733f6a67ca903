//! [`search`]: the places of the reference where some words stand.

mod words;

use crate::content::{Service, services};
use crate::{Language, Prose, Subject, Texts};

use words::{fold, words};

/// A place of the reference that fits the words of a search.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Match {
    /// The code or the range.
    pub subject: Subject,
    /// The service to which it means this, if it is not the meaning of the protocol.
    pub service: Option<&'static Service>,
    /// The name of the code, or of the service.
    pub title: Prose,
    /// The text that fits best.
    pub line: Prose,
    /// How well it fits: more is better, above 0. Only good for comparing matches of one search.
    pub score: f64,
}

/// What a search has found.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Matches {
    /// The places, the best first.
    pub matches: Vec<Match>,
    /// Whether the first one has every word and fits far better than the second.
    pub has_winner: bool,
}

/// The places of the reference where some words stand, in `language` and in English.
///
/// A word also fits the beginning of a longer one. Places that lack a word come behind. Upper and
/// lower case are the same, and so is the order of the words. Texts without spaces between words
/// (Chinese, Japanese) are compared by pairs of characters.
///
/// # Bounds
///
/// The first 16 words count. At most 24 matches.
///
/// # Examples
///
/// ```no_run
/// use rejoin_reference::{Language, search};
///
/// let found = search("proxy timeout", Language::English);
/// assert_eq!(found.matches[0].subject.to_string(), "1006");
/// ```
pub fn search(query: &str, language: Language) -> Matches {
    let mut wanted = words(query);
    wanted.truncate(MOST_WORDS);
    let places: Vec<Place> = places(language);
    let rarity: Vec<f64> = wanted.iter().map(|word| rarity(word, &places)).collect();
    let mut found: Vec<Found<'_>> = places
        .iter()
        .filter_map(|place| Found::of(place, &wanted, &rarity))
        .collect();
    // Equal scores stay in the order of the reference.
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    found.truncate(MOST_MATCHES);
    let has_winner = match found.as_slice() {
        [] => false,
        [only] => only.has_all,
        [first, second, ..] => first.has_all && first.score > WINNER * second.score,
    };
    let matches = found
        .into_iter()
        .map(|found| found.into_match(language))
        .collect();
    Matches {
        matches,
        has_winner,
    }
}

/// A place and everything that stands there.
struct Place {
    subject: Subject,
    service: Option<&'static Service>,
    texts: Vec<Searchable>,
}

/// One text of a place.
struct Searchable {
    /// The message; for names that are no message, `None`.
    id: Option<String>,
    folded: String,
    weight: f64,
}

impl Searchable {
    fn name(name: &str) -> Self {
        Self {
            id: None,
            folded: fold(name),
            weight: NAME,
        }
    }

    /// A message in English and, if that is another one, in `language`.
    fn message(id: &str, weight: f64, language: Language) -> impl Iterator<Item = Self> {
        let other = Some(language).filter(|language| *language != Language::English);
        [Some(Language::English), other]
            .into_iter()
            .flatten()
            .map(move |language| Self {
                id: Some(id.to_owned()),
                folded: fold(&Texts::of(language).text(id)),
                weight,
            })
    }

    /// How well one word fits: 0 for not at all.
    fn fits(&self, word: &str) -> f64 {
        let Some(place) = self.folded.find(word) else {
            return 0.0;
        };
        let starts_word = self.folded[..place]
            .chars()
            .next_back()
            .is_none_or(|before| !before.is_alphanumeric());
        // Looked for again: the first place may lie inside a word and a later one not.
        if starts_word || self.folded.contains(&format!(" {word}")) {
            self.weight
        } else {
            self.weight * INSIDE_A_WORD
        }
    }
}

/// Everything that can be found.
fn places(language: Language) -> Vec<Place> {
    let codes = Subject::all().map(|subject| place_of_code(subject, language));
    let meanings = services().iter().flat_map(|service| {
        let codes = service.codes.iter().map(|it| (it.code, it.text));
        let ranges = service.ranges.iter().map(|it| (it.first, it.text));
        codes.chain(ranges).map(move |(code, text)| Place {
            subject: Subject::Code(code),
            service: Some(service),
            texts: [
                Searchable::name(service.name),
                Searchable::name(service.key),
            ]
            .into_iter()
            .chain(Searchable::message(text, MEANING, language))
            .collect(),
        })
    });
    codes.chain(meanings).collect()
}

fn place_of_code(subject: Subject, language: Language) -> Place {
    let (info, entry) = (subject.info(), subject.entry());
    let mut texts = vec![
        Searchable::name(&subject.to_string()),
        Searchable::name(&info.name.replace('_', " ")),
        Searchable::name(info.title),
    ];
    let mut add = |id: &str, weight| texts.extend(Searchable::message(id, weight, language));
    add(&format!("{}-title", entry.key), NAME);
    add(&format!("{}-meaning", entry.key), MEANING);
    add(&format!("{}-reconnect", entry.key), DETAIL);
    entry.causes.iter().for_each(|cause| add(cause.text, CAUSE));
    entry.fixes.iter().for_each(|fix| add(fix.text, DETAIL));
    entry.seen.iter().for_each(|seen| add(seen.text, DETAIL));
    entry.reason.iter().for_each(|reason| add(reason, DETAIL));
    let products = entry.causes.iter().filter_map(|cause| cause.product);
    texts.extend(products.map(|product| Searchable {
        weight: CAUSE,
        ..Searchable::name(product)
    }));
    Place {
        subject,
        service: None,
        texts,
    }
}

/// How much a word tells: one that stands everywhere tells little.
#[expect(clippy::cast_precision_loss, reason = "there are some hundred places")]
fn rarity(word: &str, places: &[Place]) -> f64 {
    let with_it = places
        .iter()
        .filter(|place| place.texts.iter().any(|text| text.fits(word) > 0.0))
        .count();
    (1.0 + places.len() as f64 / (1.0 + with_it as f64)).ln()
}

/// A place with what fits.
struct Found<'a> {
    place: &'a Place,
    score: f64,
    has_all: bool,
    best: Option<&'a Searchable>,
}

impl<'a> Found<'a> {
    #[expect(clippy::cast_precision_loss, reason = "there are few words")]
    fn of(place: &'a Place, wanted: &[String], rarity: &[f64]) -> Option<Self> {
        let word_score = |word: &String, rarity: &f64| {
            let fits: Vec<f64> = place.texts.iter().map(|text| text.fits(word)).collect();
            let best = fits.iter().copied().fold(0.0, f64::max);
            let all: f64 = fits.iter().sum();
            rarity * (best + FURTHER_TEXTS * (all - best))
        };
        let scores: Vec<f64> = wanted
            .iter()
            .zip(rarity)
            .map(|(word, rarity)| word_score(word, rarity))
            .collect();
        let text_score = |text: &Searchable| {
            let fits = wanted
                .iter()
                .zip(rarity)
                .map(|(word, rarity)| rarity * text.fits(word));
            fits.sum::<f64>()
        };
        // The first of the best: a place begins with what says most.
        let best = place
            .texts
            .iter()
            .rev()
            .max_by(|a, b| text_score(a).total_cmp(&text_score(b)));
        let found = scores.iter().filter(|score| **score > 0.0).count();
        if found == 0 {
            return None;
        }
        let share = found as f64 / wanted.len() as f64;
        let together = best.map_or(0.0, text_score);
        Some(Self {
            place,
            score: (scores.iter().sum::<f64>() + together) * share * share,
            has_all: found == wanted.len(),
            best,
        })
    }

    fn into_match(self, language: Language) -> Match {
        let texts = Texts::of(language);
        let Place {
            subject, service, ..
        } = *self.place;
        let (title, otherwise) = if let Some(service) = service {
            let told = self.place.texts.iter().find_map(|text| text.id.clone());
            (Prose::name(service.name, texts.direction()), told)
        } else {
            let key = subject.entry().key;
            let title = texts.prose(&format!("{key}-title"));
            (title, Some(format!("{key}-meaning")))
        };
        let best = self.best.and_then(|text| text.id.clone());
        // A title says nothing that does not stand there already.
        let best = best.filter(|id| !id.ends_with("-title")).or(otherwise);
        Match {
            subject,
            service,
            title,
            line: best.map(|id| texts.prose(&id)).unwrap_or_default(),
            score: self.score,
        }
    }
}

const NAME: f64 = 6.0;
const MEANING: f64 = 3.0;
const CAUSE: f64 = 2.0;
const DETAIL: f64 = 1.0;

/// What a word is worth that fits only inside of another.
const INSIDE_A_WORD: f64 = 0.4;

/// What a word is worth in each text of a place behind the one where it is worth most.
const FURTHER_TEXTS: f64 = 0.15;

/// How much better than the second the first must be to be taken for what was meant.
const WINNER: f64 = 1.7;

const MOST_WORDS: usize = 16;
const MOST_MATCHES: usize = 24;

#[cfg(test)]
mod tests;
