//! WebSocket URLs (RFC 6455 section 3).

use rejoin_proto::handshake::{InvalidUrl, Security, target};

#[test]
fn rfc6455_3_good_urls() {
    for (url, security, host, port, authority, resource) in [
        (
            "ws://example.com",
            Security::Plain,
            "example.com",
            80,
            "example.com",
            "/",
        ),
        (
            "WS://Example.COM/",
            Security::Plain,
            "Example.COM",
            80,
            "Example.COM",
            "/",
        ),
        (
            "wss://example.com/a/b?c=d&e",
            Security::Tls,
            "example.com",
            443,
            "example.com",
            "/a/b?c=d&e",
        ),
        (
            "ws://example.com?x=1",
            Security::Plain,
            "example.com",
            80,
            "example.com",
            "/?x=1",
        ),
        (
            "ws://example.com:80/",
            Security::Plain,
            "example.com",
            80,
            "example.com",
            "/",
        ),
        (
            "ws://example.com:443/",
            Security::Plain,
            "example.com",
            443,
            "example.com:443",
            "/",
        ),
        (
            "wss://example.com:80/",
            Security::Tls,
            "example.com",
            80,
            "example.com:80",
            "/",
        ),
        (
            "ws://example.com:/",
            Security::Plain,
            "example.com",
            80,
            "example.com",
            "/",
        ),
        (
            "ws://127.0.0.1:9001/",
            Security::Plain,
            "127.0.0.1",
            9001,
            "127.0.0.1:9001",
            "/",
        ),
        ("ws://[::1]/", Security::Plain, "::1", 80, "[::1]", "/"),
        (
            "wss://[2001:db8::1]:8443/x",
            Security::Tls,
            "2001:db8::1",
            8443,
            "[2001:db8::1]:8443",
            "/x",
        ),
        (
            "http://example.com/",
            Security::Plain,
            "example.com",
            80,
            "example.com",
            "/",
        ),
        (
            "https://example.com/",
            Security::Tls,
            "example.com",
            443,
            "example.com",
            "/",
        ),
        (
            "ws://example.com/a%20b%23c",
            Security::Plain,
            "example.com",
            80,
            "example.com",
            "/a%20b%23c",
        ),
        (
            "ws://example.com/@user:x@y",
            Security::Plain,
            "example.com",
            80,
            "example.com",
            "/@user:x@y",
        ),
        (
            "ws://example.com//double",
            Security::Plain,
            "example.com",
            80,
            "example.com",
            "//double",
        ),
    ] {
        let target = target(url).unwrap_or_else(|error| panic!("{url}: {error}"));
        assert_eq!(
            (target.security(), target.host(), target.port()),
            (security, host, port),
            "{url}"
        );
        assert_eq!(
            (target.authority().as_str(), target.resource()),
            (authority, resource),
            "{url}"
        );
    }
}

#[test]
fn rfc6455_3_bad_urls_and_what_is_wrong_with_each() {
    for (url, fault) in [
        ("", InvalidUrl::Scheme),
        ("example.com", InvalidUrl::Scheme),
        ("example.com:9001", InvalidUrl::Scheme),
        ("//example.com/", InvalidUrl::Scheme),
        ("ftp://example.com/", InvalidUrl::Scheme),
        ("wsss://example.com/", InvalidUrl::Scheme),
        ("ws:example.com", InvalidUrl::Scheme),
        (" ws://example.com", InvalidUrl::Scheme),
        ("ws://", InvalidUrl::Host),
        ("ws:///path", InvalidUrl::Host),
        ("ws://:80/", InvalidUrl::Host),
        ("ws://exa mple.com/", InvalidUrl::Host),
        ("ws://example.com:port/", InvalidUrl::Host),
        ("ws://example.com:65536/", InvalidUrl::Host),
        ("ws://example.com:-1/", InvalidUrl::Host),
        ("ws://example.com:+80/", InvalidUrl::Host),
        ("ws://example.com:80:80/", InvalidUrl::Host),
        ("ws://::1/", InvalidUrl::Host),
        ("ws://[::1/", InvalidUrl::Host),
        ("ws://[::1]x/", InvalidUrl::Host),
        ("ws://x[::1]/", InvalidUrl::Host),
        ("ws://[]/", InvalidUrl::Host),
        ("ws://[example]/", InvalidUrl::Host),
        ("ws://[fe80::1%25eth0]/", InvalidUrl::Host),
        ("ws://[1.2.3.4]/", InvalidUrl::Host),
        ("ws://example.com:0/", InvalidUrl::Port),
        ("ws://user@example.com/", InvalidUrl::UserInfo),
        ("ws://user:secret@example.com/", InvalidUrl::UserInfo),
        ("ws://@example.com/", InvalidUrl::UserInfo),
        ("ws://example.com/#top", InvalidUrl::Fragment),
        ("ws://example.com#", InvalidUrl::Fragment),
        ("ws://example.com/a b", InvalidUrl::Path),
        ("ws://example.com/a\r\nX-Smuggled: 1", InvalidUrl::Path),
        ("ws://exämple.com/", InvalidUrl::NotAscii),
        ("ws://example.com/ü", InvalidUrl::NotAscii),
    ] {
        assert_eq!(target(url), Err(fault), "{url}");
    }
}
