//! What to write into the configuration of the proxies that are common.

use super::hops::Hop;

/// How a proxy is made to pass WebSocket upgrades on.
pub(super) fn pass_upgrades(hops: &[Hop]) -> String {
    match known(hops) {
        Some(Proxy::Nginx) => format!("in nginx's location: {NGINX_UPGRADE}"),
        Some(Proxy::Apache) => {
            "in Apache httpd 2.4.47 or newer: ProxyPass \"/path\" \"http://server/path\" \
             upgrade=websocket"
                .to_owned()
        }
        Some(Proxy::Envoy) => {
            "in Envoy's HTTP connection manager: upgrade_configs: [{ upgrade_type: websocket }]"
                .to_owned()
        }
        Some(Proxy::Cloudflare) => {
            "switch WebSockets on in Cloudflare's Network settings".to_owned()
        }
        Some(Proxy::AwsLoadBalancer) => {
            "send it through an Application Load Balancer: the classic one knows no WebSocket \
             with HTTP listeners"
                .to_owned()
        }
        None => format!(
            "have it speak HTTP/1.1 to the server and pass Upgrade and Connection on; in nginx: \
             {NGINX_UPGRADE}"
        ),
    }
}

/// How a proxy is made to leave the extensions alone.
pub(super) fn pass_extensions(hops: &[Hop]) -> String {
    let generic = "pass Sec-WebSocket-Extensions on unchanged in both directions, or remove it \
                   from the request, never from the answer alone";
    if known(hops) == Some(Proxy::Nginx) {
        return format!(
            "in nginx, take out proxy_set_header Sec-WebSocket-Extensions and \
             proxy_hide_header Sec-WebSocket-Extensions; in general, {generic}"
        );
    }
    generic.to_owned()
}

/// The proxies that have advice of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Proxy {
    Apache,
    AwsLoadBalancer,
    Cloudflare,
    Envoy,
    Nginx,
}

/// The first hop with advice of its own.
fn known(hops: &[Hop]) -> Option<Proxy> {
    hops.iter().find_map(|hop| {
        Some(match hop.name.as_str() {
            "Apache httpd" => Proxy::Apache,
            "AWS load balancer" => Proxy::AwsLoadBalancer,
            "Cloudflare" => Proxy::Cloudflare,
            "Envoy" => Proxy::Envoy,
            "nginx" => Proxy::Nginx,
            _ => return None,
        })
    })
}

const NGINX_UPGRADE: &str = "proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; \
                             proxy_set_header Connection \"upgrade\";";
