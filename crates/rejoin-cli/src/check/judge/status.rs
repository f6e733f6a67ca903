//! Answers that are no 101.

use super::finding::Finding;
use super::hops::Hop;
use super::proxies;
use crate::check::facts::Asked;
use crate::check::head::Head;

/// An answer with another status.
#[derive(Clone, Copy, Debug)]
pub(super) struct Refusal<'a> {
    pub(super) asked: &'a Asked,
    pub(super) head: &'a Head,
    pub(super) status: u16,
    /// The start of it.
    pub(super) body: &'a str,
    pub(super) hops: &'a [Hop],
}

impl Refusal<'_> {
    /// What the answer tells, whatever the rest says of it.
    pub(super) fn judge(self) -> Vec<Finding> {
        let mut findings = vec![self.main()];
        if self.head.version == "HTTP/1.0" {
            findings.push(self.http_1_0());
        }
        if let Some(age) = self.head.value("age") {
            findings.push(
                Finding::warning(
                    "answer-cached",
                    format!("the answer is {age} s old: a cache gave it"),
                )
                .because("The server may not have seen the request at all.")
                .proxy("let requests with Upgrade pass by the cache"),
            );
        }
        findings
    }

    fn main(self) -> Finding {
        if self.speaks_tls() {
            return plain_on_tls_port(
                self.asked,
                format!("the server says that port {} is for TLS", self.asked.port),
            );
        }
        match self.status {
            300..=399 if self.head.value("location").is_some() => self.redirect(),
            401 | 407 => self.unauthorized(),
            403 => self.forbidden(),
            426 if self
                .versions()
                .is_some_and(|versions| !lists(versions, "13")) =>
            {
                self.version()
            }
            426 => self.upgrade_lost(),
            400 | 405 | 500 | 501 | 505 if self.speaks_of_the_upgrade() => self.upgrade_lost(),
            200..=299 => self.web_page(),
            404 | 410 => self.not_found(),
            429 | 503 => self.busy(),
            502 | 504 | 520..=524 => self.bad_gateway(),
            500..=599 => self
                .error("server-error")
                .because("Something failed there before the connection was open.")
                .server("look for this request in its log"),
            _ => self
                .error("refused")
                .because("A WebSocket is opened by an answer with the status 101 and no other.")
                .against("RFC 6455 section 4.1")
                .server("look in its log for why it declined this request")
                .client("read the body of the answer: it may say what is missing in the request"),
        }
    }

    fn redirect(self) -> Finding {
        let location = self.head.value("location").unwrap_or_default();
        let seen = format!("the answer sends the client elsewhere: {location}");
        let why = "Clients of WebSocket do not follow redirects; browsers must not.";
        if is_login(location) {
            return Finding::error("redirected-to-login", seen)
                .because(format!(
                    "It looks like a login page: without a session the request did not get to the \
                     server. {why}"
                ))
                .against("WHATWG WebSockets, opening handshake")
                .client(
                    "send the session's cookie or a token: --header 'Cookie: ...'; a browser has \
                     to log in on a page of the same site first",
                )
                .proxy(
                    "answer upgrades without a session with 401 or 403, or let the WebSocket's \
                     path pass and have the server check it",
                );
        }
        let target = &self.asked.host;
        let found = Finding::error("redirected", seen)
            .because(why)
            .against("WHATWG WebSockets, opening handshake");
        let is_only_tls = !self.asked.secure
            && ["https://", "wss://"].iter().any(|scheme| {
                let rest = location.strip_prefix(scheme);
                rest.is_some_and(|rest| rest.starts_with(target.as_str()))
            });
        if is_only_tls {
            return found.client("use wss://: the server wants TLS");
        }
        found
            .client("connect to the address in Location, with ws: for http: and wss: for https:")
            .server("serve the WebSocket at the address that clients use (mind a slash at its end)")
    }

    fn unauthorized(self) -> Finding {
        let header = if self.status == 401 {
            "www-authenticate"
        } else {
            "proxy-authenticate"
        };
        let seen = match self.head.value(header) {
            Some(scheme) => format!("the answer is {}, and asks for {scheme}", self.start()),
            None => format!("the answer is {}", self.start()),
        };
        let found = Finding::error("unauthorized", seen)
            .because("Somebody on the way wants to know who asks.")
            .against("RFC 9110 section 15.5.2");
        let found = if self.asked.sends.credentials {
            found.client("the credentials that were sent are not the right ones: check them")
        } else {
            found.client("send credentials: --header 'Authorization: Bearer ...' or a cookie")
        };
        found.server(
            "browsers cannot set Authorization on a WebSocket: let them use a cookie, a \
             subprotocol or a ticket in the URL",
        )
    }

    fn forbidden(self) -> Finding {
        let found = self
            .error("forbidden")
            .because("The server or a firewall before it knows the request and does not want it.")
            .against("RFC 6455 section 4.2.2");
        let found = if self.asked.sends.origin {
            found.server("add this Origin to those that it lets in, if it is one of yours")
        } else {
            found.client(
                "if the server wants an Origin, send the one of its own pages: --origin \
                 https://HOST",
            )
        };
        found
            .client("check cookies and tokens")
            .proxy("look whether a firewall (WAF) turned it down; its body often names the rule")
    }

    /// What arrived at the server was no upgrade.
    fn upgrade_lost(self) -> Finding {
        let mentions_http_1_0 = self.body.contains("HTTP/1.0");
        if mentions_http_1_0 {
            return self.http_1_0();
        }
        Finding::error(
            "upgrade-lost",
            format!(
                "the answer is {}: the server saw no request for an upgrade",
                self.start()
            ),
        )
        .because(
            "This client did send Upgrade and Connection. They are for one hop only, so every \
             proxy has to be told to send them on.",
        )
        .against("RFC 9110 section 7.8")
        .proxy(proxies::pass_upgrades(self.hops))
        .server("if there is no proxy: check that the path is the one of the WebSocket")
    }

    fn http_1_0(self) -> Finding {
        let seen = if self.head.version == "HTTP/1.0" {
            "the answer is one of HTTP/1.0".to_owned()
        } else {
            format!(
                "the answer is {}: the server was asked with HTTP/1.0",
                self.start()
            )
        };
        Finding::error("http-1.0", seen)
            .because("HTTP/1.0 knows no upgrades, and this client asked with HTTP/1.1: a proxy speaks the old version.")
            .against("RFC 9110 section 7.8")
            .proxy(proxies::pass_upgrades(self.hops))
    }

    fn version(self) -> Finding {
        let versions = self.versions().unwrap_or_default();
        self.error("version-unsupported")
            .because(format!(
                "The server speaks version {versions} of the protocol; 13 is the only one that was \
                 ever published."
            ))
            .against("RFC 6455 section 4.4")
            .server("replace its WebSocket library: it is from before 2011")
    }

    fn web_page(self) -> Finding {
        self.error("web-page")
            .because(
                "There is a page at this address, not a WebSocket; or there is one, and a proxy \
                 did not pass the upgrade on, so that the server took it for a visit.",
            )
            .against("RFC 6455 section 4.1")
            .client("check the path")
            .proxy(proxies::pass_upgrades(self.hops))
    }

    fn not_found(self) -> Finding {
        self.error("not-found")
            .because(
                "Nobody serves this path. Some servers answer so too when the upgrade was lost on \
                 the way and only the WebSocket lives there.",
            )
            .client("check the path, and whether it ends with a slash")
            .proxy(format!(
                "check which server the path is sent to; {}",
                proxies::pass_upgrades(self.hops)
            ))
    }

    fn busy(self) -> Finding {
        let when = match self.head.value("retry-after") {
            Some(after) => format!("come back after {after} (Retry-After), not before"),
            None => "come back later, at a random moment of the next seconds".to_owned(),
        };
        self.error("busy")
            .because("The server is there, and takes no more at the moment.")
            .client(when)
            .server("raise the limit that was reached, or add servers; say when with Retry-After")
    }

    fn bad_gateway(self) -> Finding {
        self.error("bad-gateway")
            .because("A proxy answered: it got no good answer from the server behind it.")
            .server("check that it runs, and that it did not crash on this request")
            .proxy("check the address and port of the server behind it, and its timeouts")
    }

    fn error(self, id: &'static str) -> Finding {
        Finding::error(id, format!("the answer is {} instead of 101", self.start()))
    }

    /// The status with its words.
    fn start(self) -> String {
        let start = &self.head.start;
        let status = start.split_once(' ').map_or("", |(_, status)| status);
        crate::inert::start(status, 60).trim().to_owned()
    }

    fn versions(&self) -> Option<&str> {
        self.head.value("sec-websocket-version")
    }

    fn speaks_of_the_upgrade(self) -> bool {
        let body = self.body.to_ascii_lowercase();
        body.contains("upgrade") || body.contains("websocket")
    }

    /// nginx and Go answer plain requests on a port for TLS in HTTP.
    fn speaks_tls(self) -> bool {
        let body = self.body.to_ascii_lowercase();
        !self.asked.secure
            && self.status == 400
            && body.contains("http request")
            && body.contains("https")
    }
}

/// The other side of this port is TLS.
pub(super) fn plain_on_tls_port(asked: &Asked, seen: String) -> Finding {
    Finding::error("plain-on-tls-port", seen)
        .because("ws:// is plain text, and the port wants TLS.")
        .client(format!(
            "use wss://{}:{}{}",
            asked.host, asked.port, asked.resource
        ))
}

fn is_login(location: &str) -> bool {
    let location = location.to_ascii_lowercase();
    [
        "login",
        "log-in",
        "signin",
        "sign-in",
        "/sso",
        "oauth",
        "/auth",
        "authorize",
        "account",
    ]
    .iter()
    .any(|word| location.contains(word))
}

fn lists(versions: &str, version: &str) -> bool {
    versions.split(',').any(|listed| listed.trim() == version)
}
