//! The head of an answer, read as it stands: a doctor has to look at what no client would accept.

/// The status line and the header lines of one answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    /// The status line as it came.
    pub(super) start: String,
    /// `HTTP/1.1`
    pub(super) version: String,
    /// `None` if it is not a number of three digits.
    pub(super) status: Option<u16>,
    pub(super) lines: Vec<HeaderLine>,
    /// Whether the empty line at the end is there.
    pub(super) is_whole: bool,
    /// Where the body, or the first frame, begins.
    pub(super) length: usize,
}

/// One header line; what is no text in it is replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HeaderLine {
    /// The line as it came.
    pub(super) raw: String,
    /// In lower case, empty if the line has no colon.
    pub(super) name: String,
    pub(super) value: String,
}

impl Head {
    /// The last head in what was received: interim answers (1xx but for 101) are stepped over.
    ///
    /// `None` if it does not begin like an answer of HTTP/1.
    pub(super) fn of(received: &[u8]) -> Option<Self> {
        let mut start = 0;
        loop {
            let head = Self::first(&received[start..])?;
            let is_interim = matches!(head.status, Some(100 | 102..=199)) && head.is_whole;
            let end = start + head.length;
            if is_interim && end < received.len() {
                start = end;
            } else {
                let length = end;
                return Some(Self { length, ..head });
            }
        }
    }

    fn first(bytes: &[u8]) -> Option<Self> {
        if !bytes.starts_with(b"HTTP/") {
            return None;
        }
        let (length, is_whole) = match end(bytes) {
            Some(length) => (length, true),
            None => (bytes.len(), false),
        };
        let text = String::from_utf8_lossy(&bytes[..length]);
        let mut lines = text.split('\n').map(|line| line.trim_end_matches('\r'));
        let start = lines.next().unwrap_or_default().to_owned();
        let mut words = start.splitn(3, ' ');
        let version = words.next().unwrap_or_default().to_owned();
        let status = words
            .next()
            .filter(|status| status.len() == 3)
            .and_then(|status| status.parse().ok());
        Some(Self {
            version,
            status,
            lines: lines
                .filter(|line| !line.is_empty())
                .map(HeaderLine::of)
                .collect(),
            start,
            is_whole,
            length,
        })
    }

    /// The values of a header; the name is in lower case.
    pub(super) fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.lines
            .iter()
            .filter(move |line| line.name == name)
            .map(|line| line.value.as_str())
    }

    /// The first value of a header; the name is in lower case.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        self.lines
            .iter()
            .find(|line| line.name == name)
            .map(|line| line.value.as_str())
    }

    /// Whether a header lists this word, whatever its case; both are in lower case.
    pub(super) fn lists(&self, name: &str, word: &str) -> bool {
        self.values(name)
            .flat_map(|value| value.split(','))
            .any(|listed| listed.trim().eq_ignore_ascii_case(word))
    }
}

impl HeaderLine {
    fn of(line: &str) -> Self {
        let (name, value) = line.split_once(':').unwrap_or(("", line));
        Self {
            raw: line.to_owned(),
            name: name.trim().to_ascii_lowercase(),
            value: value.trim().to_owned(),
        }
    }
}

/// Where the head ends, its empty line included. Line feeds alone count too.
fn end(bytes: &[u8]) -> Option<usize> {
    let mut line_is_empty = false;
    for (position, byte) in bytes.iter().enumerate() {
        match byte {
            b'\n' if line_is_empty => return Some(position + 1),
            b'\n' => line_is_empty = true,
            b'\r' => {}
            _ => line_is_empty = false,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_taken_apart() {
        let received = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade:  websocket \r\nnonsense\r\n\
            Via: 1.1 a\r\nvia: 1.1 b, 1.0 c\r\n\r\n\x81\x00";
        let head = Head::of(received).expect("an answer");
        assert_eq!(
            (head.version.as_str(), head.status),
            ("HTTP/1.1", Some(101))
        );
        assert!(head.is_whole);
        assert_eq!(&received[head.length..], b"\x81\x00");
        assert_eq!(head.value("upgrade"), Some("websocket"));
        assert_eq!(head.lines[1].raw, "nonsense");
        assert_eq!(head.values("via").count(), 2);
        assert!(head.lists("via", "1.0 C") && !head.lists("upgrade", "h2c"));
    }

    #[test]
    fn interim_answers_are_stepped_over() {
        let received =
            b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 403 Forbidden\r\n\r\nno";
        let head = Head::of(received).expect("an answer");
        assert_eq!(head.status, Some(403));
        assert_eq!(&received[head.length..], b"no");
        let alone = Head::of(b"HTTP/1.1 100 Continue\r\n\r\n").expect("an answer");
        assert_eq!(alone.status, Some(100));
    }

    #[test]
    fn what_is_cut_short_or_written_badly_is_read_as_far_as_it_goes() {
        let head = Head::of(b"HTTP/1.0 2x0\nServer: old").expect("an answer");
        assert_eq!((head.version.as_str(), head.status), ("HTTP/1.0", None));
        assert_eq!(head.value("server"), Some("old"));
        assert!(!head.is_whole);
        assert!(
            Head::of(b"HTTP/1.1 200 OK\n\nx")
                .expect("an answer")
                .is_whole
        );
        assert_eq!(Head::of(b"SSH-2.0-OpenSSH\r\n"), None);
        assert_eq!(Head::of(b""), None);
    }
}
