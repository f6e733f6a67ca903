//! Runs of text, broken into lines by the width that they have on a terminal.

use core::ops::Range;

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;
use unicode_width::UnicodeWidthStr;

/// The parts of `text` that fit on a line of `width` columns each, without the spaces at their ends.
///
/// What cannot be broken and is wider than a line stands on a line of its own. ASCII text breaks at
/// spaces alone, so that names such as `gorilla/websocket` and addresses stay whole.
///
/// # Spec
///
/// Unicode Standard Annex 14, but for that.
pub(super) fn wrap(text: &str, width: usize) -> Vec<Range<usize>> {
    let segmenter = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
    let mut lines = Vec::new();
    let mut start = 0;
    let mut end = 0;
    let splits_a_word = |place: usize| {
        let (before, after) = text.split_at(place);
        let is_word = |character: char| character.is_ascii() && character != ' ';
        before.chars().next_back().is_some_and(is_word) && after.chars().next().is_some_and(is_word)
    };
    for place in segmenter.segment_str(text) {
        if splits_a_word(place) {
            continue;
        }
        let fits = text[start..place].trim_end().width() <= width;
        if !fits && end > start {
            lines.push(trimmed(text, start..end));
            start = end;
        }
        end = place;
    }
    if end > start || lines.is_empty() {
        lines.push(trimmed(text, start..end));
    }
    lines
}

fn trimmed(text: &str, line: Range<usize>) -> Range<usize> {
    let end = line.start + text[line.clone()].trim_end().len();
    line.start..end
}

#[cfg(test)]
mod tests {
    use super::wrap;

    fn lines(text: &str, width: usize) -> Vec<&str> {
        wrap(text, width)
            .into_iter()
            .map(|line| &text[line])
            .collect()
    }

    #[test]
    fn lines_break_between_words() {
        assert_eq!(lines("one two three", 7), ["one two", "three"]);
        assert_eq!(lines("one two three", 80), ["one two three"]);
        assert_eq!(lines("", 10), [""]);
    }

    #[test]
    fn what_cannot_be_broken_stands_out() {
        assert_eq!(
            lines("a incomprehensible b", 5),
            ["a", "incomprehensible", "b"]
        );
    }

    #[test]
    fn names_with_signs_in_them_stay_whole() {
        assert_eq!(lines("see a/b/c-d e/f", 7), ["see", "a/b/c-d", "e/f"]);
    }

    #[test]
    fn wide_characters_count_twice_and_break_anywhere_but_before_a_full_stop() {
        assert_eq!(lines("接続は終了した。", 8), ["接続は終", "了した。"]);
        assert_eq!(lines("接続は終了。", 10), ["接続は終", "了。"]);
    }
}
