//! A host with or without a port, as it stands in `Host`, in an origin and in a URL.

use http::uri::Authority;

/// A host and the port behind it, borrowed from the text that names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct HostPort<'a> {
    /// With its brackets, where it is an address that has them.
    pub(super) host: &'a str,
    /// `None` where there is none, or an empty one.
    pub(super) port: Option<u16>,
}

impl<'a> HostPort<'a> {
    /// Reads `host` or `host:port`: a host there must be, user info there must not, and a port must
    /// be one. An empty port is as good as none (RFC 3986 section 3.2.3).
    pub(super) fn parse(text: &'a str) -> Option<Self> {
        Self::of_name(text).or_else(|| Self::of_authority(text))
    }

    /// What nearly everybody has, a name or an IPv4 address, read in one go.
    fn of_name(text: &'a str) -> Option<Self> {
        let is_plain =
            |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_');
        let length = text.bytes().take_while(is_plain).count();
        let (host, rest) = text.split_at_checked(length)?;
        let port = match rest.strip_prefix(':') {
            Some(digits) => digits,
            None if rest.is_empty() => "",
            None => return None,
        };
        let port = match port {
            "" => None,
            digits => Some(port_number(digits)?),
        };
        (!host.is_empty()).then_some(Self { host, port })
    }

    /// Anything that the grammar of URIs has.
    fn of_authority(text: &'a str) -> Option<Self> {
        let text = text.strip_suffix(':').unwrap_or(text);
        let authority: Authority = text.parse().ok()?;
        let (host, rest) = text.split_at_checked(authority.host().len())?;
        if host != authority.host() || text.contains('@') {
            return None;
        }
        let port = match rest.strip_prefix(':') {
            Some(digits) => Some(port_number(digits)?),
            None if rest.is_empty() => None,
            None => return None,
        };
        let is_bracketed = host.starts_with('[') && host.ends_with(']');
        let brackets = host.bytes().any(|byte| matches!(byte, b'[' | b']'));
        let is_good = !host.is_empty() && (is_bracketed || !brackets);
        is_good.then_some(Self { host, port })
    }
}

/// Digits alone: what Rust reads as a number may have a sign too.
fn port_number(digits: &str) -> Option<u16> {
    let are_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| are_digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [&str; 46] = [
        "",
        ":",
        "::",
        ":80",
        "a",
        "a:",
        "a::",
        "a:0",
        "a:1",
        "a:080",
        "a:65535",
        "a:65536",
        "a:99999999999",
        "a:+1",
        "a:-1",
        "a: 1",
        "a:1:",
        "a:1:2",
        "a:b",
        "A.b-c_d:1",
        "a/b",
        "a?b",
        "a#b",
        "a@b",
        "@a",
        "a@",
        "u:p@a:1",
        "a b",
        "a,b",
        "a%41",
        "a!b:7",
        "a~b",
        "1.2.3.4",
        "1.2.3.4:9001",
        "[::1]",
        "[::1]:",
        "[::1]:80",
        "[::1]80",
        "[::1",
        "::1]",
        "a[::1]",
        "[]",
        "[]:1",
        "-",
        "ä",
        "ä:1",
    ];

    #[test]
    fn the_short_way_reads_what_the_long_one_reads() {
        for text in TEXTS {
            let (short, long) = (HostPort::of_name(text), HostPort::of_authority(text));
            assert!(short.is_none() || short == long, "{text}: {short:?}");
            assert_eq!(HostPort::parse(text), long, "{text}");
        }
    }

    #[test]
    fn names_and_ipv4_addresses_go_the_short_way() {
        for (text, host, port) in [
            ("www.example.com", "www.example.com", None),
            ("Under_score-1:", "Under_score-1", None),
            ("127.0.0.1:9001", "127.0.0.1", Some(9001)),
        ] {
            assert_eq!(
                HostPort::of_name(text),
                Some(HostPort { host, port }),
                "{text}"
            );
        }
    }

    #[test]
    fn rfc3986_3_2_a_host_there_must_be_and_a_port_must_be_one() {
        let read = |text: &str| HostPort::parse(text).map(|read| (read.host.to_owned(), read.port));
        let some = |host: &str, port| Some((host.to_owned(), port));
        assert_eq!(read("[::1]:80"), some("[::1]", Some(80)));
        assert_eq!(read("[::1]"), some("[::1]", None));
        assert_eq!(read("a!b:7"), some("a!b", Some(7)));
        for bad in [
            "", ":80", "a:65536", "a:+1", "a:b", "a@b", "a/b", "a b", "[::1", "a[::1]",
        ] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
