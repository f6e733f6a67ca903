//! Words as they are compared.

/// A text as it is compared: lower case, one space for whatever is no letter or digit.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars().flat_map(char::to_lowercase) {
        if character.is_alphanumeric() {
            folded.push(character);
        } else if !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded
}

/// The words to look for: folded, an English plural as its singular, and what is written without
/// spaces as pairs of characters.
pub(super) fn words(query: &str) -> Vec<String> {
    let mut words = Vec::new();
    for word in fold(query).split_whitespace() {
        let characters: Vec<char> = word.chars().collect();
        if characters
            .iter()
            .any(|character| is_written_without_spaces(*character))
        {
            words.extend(characters.windows(2).map(|pair| pair.iter().collect()));
            if let [alone] = characters.as_slice() {
                words.push(alone.to_string());
            }
        } else {
            words.push(singular(word).to_owned());
        }
    }
    words
}

fn singular(word: &str) -> &str {
    match word.strip_suffix('s') {
        Some(stem) if stem.len() > 2 && stem.is_ascii() && !stem.ends_with('s') => stem,
        Some(_) | None => word,
    }
}

/// Han characters and kana.
const fn is_written_without_spaces(character: char) -> bool {
    matches!(character, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_are_compared_in_lower_case_without_signs_and_plurals() {
        assert_eq!(words("Proxy-Timeouts!"), ["proxy", "timeout"]);
        assert_eq!(words("TLS address"), ["tls", "address"]);
        assert_eq!(words("  "), Vec::<String>::new());
    }

    #[test]
    fn what_is_written_without_spaces_is_taken_in_pairs() {
        assert_eq!(words("代理超时"), ["代理", "理超", "超时"]);
        assert_eq!(words("码"), ["码"]);
    }
}
