//! What is wrong with the arguments, in one line like every other error.

use crate::inert;

/// The line: what is wrong, what was probably meant, and where to read on.
pub(crate) fn line(error: &clap::Error) -> String {
    let text = error.render().to_string();
    let text = text.strip_prefix("error: ").unwrap_or(&text);
    let mut line = String::new();
    for part in text.lines().map(str::trim) {
        if let Some(usage) = part.strip_prefix("Usage: ") {
            add(&mut line, &format!("see {} --help", command(usage)));
            break;
        }
        if !part.starts_with("For more information") {
            let part = part.strip_prefix("tip: ").unwrap_or(part);
            add(&mut line, part.trim_matches(['[', ']']));
        }
    }
    inert::Line(&line).to_string()
}

fn add(line: &mut String, part: &str) {
    if !line.is_empty() && !part.is_empty() {
        line.push_str(if line.ends_with(':') { " " } else { "; " });
    }
    line.push_str(part);
}

/// The words of a usage before its arguments: `rejoin serve`.
fn command(usage: &str) -> String {
    let words = usage.split(' ');
    let words = words.take_while(|word| !word.starts_with(['-', '[', '<']));
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::line;
    use crate::args::Args;

    #[test]
    fn every_kind_of_usage_error_is_one_line_that_says_what_to_do() {
        for (arguments, expected) in [
            (
                &["serv"][..],
                "unrecognized subcommand 'serv'; a similar subcommand exists: 'serve'; see rejoin --help",
            ),
            (
                &["connect"],
                "the following required arguments were not provided: <URL>; see rejoin connect --help",
            ),
            (
                &["serve", "--drain-withn", "3s"],
                "unexpected argument '--drain-withn' found; a similar argument exists: \
                 '--drain-within'; see rejoin serve --help",
            ),
            (
                &["serve", "--drain-within", "3"],
                "invalid value '3' for '--drain-within <TIME>': write a time with its unit, such as \
                 500ms, 3s or 2m",
            ),
            (
                &["serve", "-q", "-v"],
                "the argument '--quiet' cannot be used with '--verbose...'; see rejoin serve --help",
            ),
            (
                // Escape sequences are gone with the colours.
                &["serve", "a\u{1b}[2J\u{202e}"],
                "unexpected argument 'a\\u{202e}' found; see rejoin serve --help",
            ),
        ] {
            let words = ["rejoin"].iter().chain(arguments);
            let error = Args::try_parse_from(words).expect_err("it is wrong");
            assert_eq!(line(&error), expected);
        }
    }
}
