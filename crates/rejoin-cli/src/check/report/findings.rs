//! What is wrong and what to change, at the end.

use core::fmt;

use super::line::{Sign, WIDTH, wrap};
use crate::check::judge::{Finding, Severity};
use crate::inert;

/// All findings, the worst first, with a line that counts them.
pub(super) struct Findings<'a>(pub(super) &'a [Finding]);

impl fmt::Display for Findings<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for finding in self.0 {
            write_finding(f, finding)?;
            writeln!(f)?;
        }
        writeln!(f, "{}", count(self.0))
    }
}

fn write_finding(f: &mut fmt::Formatter<'_>, finding: &Finding) -> fmt::Result {
    let sign = Sign::from(finding.severity);
    let title = format!(
        "{}: {} [{}]",
        finding.severity.name(),
        finding.seen,
        finding.id
    );
    write!(f, "{sign} ")?;
    write_block(f, "  ", &title)?;
    let rule = finding
        .rule
        .map_or_else(String::new, |rule| format!(" ({rule})"));
    let why = format!("{}{rule}", finding.why);
    if !why.is_empty() {
        f.write_str("  ")?;
        write_block(f, "  ", why.trim_start())?;
    }
    for fix in &finding.fixes {
        write!(f, "  {:<9}", format!("{}:", fix.on.name()))?;
        write_block(f, "           ", &fix.what)?;
    }
    Ok(())
}

/// A text on lines of its own, all but the first behind that indentation.
fn write_block(f: &mut fmt::Formatter<'_>, indentation: &str, text: &str) -> fmt::Result {
    let text = inert::Line(text).to_string();
    for (number, part) in wrap(&text, WIDTH - indentation.len())
        .into_iter()
        .enumerate()
    {
        if number > 0 {
            f.write_str(indentation)?;
        }
        writeln!(f, "{part}")?;
    }
    Ok(())
}

fn count(findings: &[Finding]) -> String {
    let of = |severity| {
        findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    };
    let mut parts = Vec::new();
    for severity in [Severity::Error, Severity::Warning] {
        match of(severity) {
            0 => {}
            1 => parts.push(format!("1 {}", severity.name())),
            many => parts.push(format!("{many} {}s", severity.name())),
        }
    }
    if parts.is_empty() {
        "nothing is wrong".to_owned()
    } else {
        parts.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::judge::{Fix, Place};

    fn finding(severity: Severity) -> Finding {
        Finding {
            id: "close-unanswered",
            severity,
            seen: "the server never\u{1b}[2J answered".to_owned(),
            why: "Every client waits for the answer until it gives up, and then reports 1006."
                .to_owned(),
            rule: Some("RFC 6455 section 5.5.1"),
            fixes: vec![Fix {
                on: Place::Server,
                what: "answer Close frames, and go on reading until they have arrived, whatever \
                       else there is to do"
                    .to_owned(),
            }],
        }
    }

    fn shown(findings: &[Finding]) -> String {
        anstream::adapter::strip_str(&Findings(findings).to_string()).to_string()
    }

    #[test]
    fn a_finding_says_what_why_and_what_to_do() {
        let expected = r"✗ error: the server never\u{1b}[2J answered [close-unanswered]
  Every client waits for the answer until it gives up, and then reports 1006.
  (RFC 6455 section 5.5.1)
  server:  answer Close frames, and go on reading until they have arrived,
           whatever else there is to do

1 error
";
        assert_eq!(shown(&[finding(Severity::Error)]), expected);
    }

    #[test]
    fn the_last_line_counts() {
        let last = |severities: &[Severity]| {
            let findings: Vec<_> = severities.iter().copied().map(finding).collect();
            shown(&findings).lines().last().map(str::to_owned)
        };
        let (error, warning, note) = (Severity::Error, Severity::Warning, Severity::Note);
        assert_eq!(last(&[]).as_deref(), Some("nothing is wrong"));
        assert_eq!(last(&[note]).as_deref(), Some("nothing is wrong"));
        assert_eq!(
            last(&[error, error, warning]).as_deref(),
            Some("2 errors, 1 warning")
        );
    }
}
