//! What stood between the client and the server, as far as the answer's headers tell.

use serde::Serialize;

use crate::check::head::Head;

/// Something that left its name in the answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(in crate::check) struct Hop {
    /// The product, or what it calls itself.
    pub(in crate::check) name: String,
    /// The header line that tells.
    pub(in crate::check) sign: String,
    /// Whether it certainly passed the answer on, or may also have made it.
    pub(in crate::check) proxy: Likelihood,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::check) enum Likelihood {
    Certain,
    Possible,
}

/// Everybody who can be recognised, in the order of the headers.
pub(in crate::check) fn hops(head: &Head) -> Vec<Hop> {
    let mut hops: Vec<Hop> = Vec::new();
    let mut add = |name: &str, sign: &str, proxy| {
        if !hops.iter().any(|hop| hop.name == name) {
            hops.push(Hop {
                name: name.to_owned(),
                sign: sign.to_owned(),
                proxy,
            });
        }
    };
    for line in &head.lines {
        match line.name.as_str() {
            "via" => {
                for via in line.value.split(',') {
                    add(via_name(via), &line.raw, Likelihood::Certain);
                }
            }
            "server" => {
                let software = line.value.to_ascii_lowercase();
                let known = SERVERS
                    .iter()
                    .find(|(start, ..)| software.starts_with(start));
                if let Some((_, name, proxy)) = known {
                    add(name, &line.raw, *proxy);
                }
            }
            other => {
                let known = SIGNS.iter().find(|(sign, _)| *sign == other);
                if let Some((_, name)) = known {
                    add(name, &line.raw, Likelihood::Certain);
                }
            }
        }
    }
    hops
}

/// The name in an element of `Via`: `1.1 cache.example (squid/6)` is by `squid/6`.
fn via_name(element: &str) -> &str {
    let element = element.trim();
    if let Some((_, comment)) = element.split_once('(') {
        return comment.trim_end_matches(')').trim();
    }
    let by = element.split_once(' ').map_or(element, |(_, by)| by.trim());
    match by {
        "vegur" => "Heroku router",
        "google" => "Google Cloud load balancer",
        _ => by,
    }
}

/// How the `Server` of known products begins, in lower case.
const SERVERS: [(&str, &str, Likelihood); 18] = [
    ("akamaighost", "Akamai", Likelihood::Certain),
    ("apache", "Apache httpd", Likelihood::Possible),
    ("awselb", "AWS load balancer", Likelihood::Certain),
    ("caddy", "Caddy", Likelihood::Possible),
    ("cloudflare", "Cloudflare", Likelihood::Certain),
    ("cloudfront", "Amazon CloudFront", Likelihood::Certain),
    ("envoy", "Envoy", Likelihood::Certain),
    ("google frontend", "Google front end", Likelihood::Certain),
    ("heroku", "Heroku router", Likelihood::Certain),
    ("istio-envoy", "Envoy", Likelihood::Certain),
    ("kong", "Kong", Likelihood::Certain),
    ("litespeed", "LiteSpeed", Likelihood::Possible),
    (
        "microsoft-azure-application-gateway",
        "Azure Application Gateway",
        Likelihood::Certain,
    ),
    ("microsoft-iis", "IIS", Likelihood::Possible),
    ("nginx", "nginx", Likelihood::Possible),
    ("openresty", "nginx", Likelihood::Possible),
    ("tengine", "nginx", Likelihood::Possible),
    ("varnish", "Varnish", Likelihood::Certain),
];

/// Headers that only one product writes, in lower case.
const SIGNS: [(&str, &str); 16] = [
    ("age", "a cache"),
    ("cf-ray", "Cloudflare"),
    ("fly-request-id", "Fly.io"),
    ("x-akamai-transformed", "Akamai"),
    ("x-amz-cf-id", "Amazon CloudFront"),
    ("x-azure-ref", "Azure Front Door"),
    ("x-cache", "a cache"),
    ("x-envoy-upstream-service-time", "Envoy"),
    ("x-forwarded-for", "a proxy that sends request headers back"),
    (
        "x-forwarded-host",
        "a proxy that sends request headers back",
    ),
    (
        "x-forwarded-proto",
        "a proxy that sends request headers back",
    ),
    ("x-kong-proxy-latency", "Kong"),
    ("x-kong-upstream-latency", "Kong"),
    ("x-served-by", "a cache"),
    ("x-varnish", "Varnish"),
    ("x-vercel-id", "Vercel"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn found(lines: &str) -> Vec<(String, Likelihood)> {
        let received = format!("HTTP/1.1 101 Switching Protocols\r\n{lines}\r\n\r\n");
        let head = Head::of(received.as_bytes()).expect("an answer");
        hops(&head)
            .into_iter()
            .map(|hop| (hop.name, hop.proxy))
            .collect()
    }

    #[test]
    fn proxies_are_known_by_their_headers_and_named_once() {
        let lines = "Server: cloudflare\r\nCF-Ray: 8f-FRA\r\nX-Cache: MISS";
        let expected = [
            ("Cloudflare".to_owned(), Likelihood::Certain),
            ("a cache".to_owned(), Likelihood::Certain),
        ];
        assert_eq!(found(lines), expected);
        assert_eq!(
            found("Server: nginx/1.22.1"),
            [("nginx".to_owned(), Likelihood::Possible)]
        );
        assert_eq!(found("Server: uvicorn\r\nUpgrade: websocket"), []);
    }

    #[test]
    fn rfc9110_7_6_3_via_lists_everybody_who_passed_it_on() {
        let lines = "Via: 1.1 vegur, 1.0 fred\r\nVia: HTTP/1.1 p.example.net (squid/6.1)";
        let names: Vec<_> = found(lines).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["Heroku router", "fred", "squid/6.1"]);
    }
}
