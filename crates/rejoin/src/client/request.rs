//! What a client can connect to.

use http::uri::Uri;
use rejoin_proto::handshake::{InvalidRequest, InvalidUrl, target};

/// Something that says where to connect to, and with which request.
///
/// Implemented for URLs (`&str`, `String`, [`http::Uri`]) and for [`http::Request<()>`], whose
/// headers are sent along. `ws:` and `wss:` are the schemes; `http:` and `https:` mean the same.
///
/// A fragment in a URL given as text is refused, as RFC 6455 section 3 wants; [`http::Uri`] has
/// dropped it before it could be seen.
///
/// # Examples
///
/// ```
/// use rejoin::IntoRequest;
///
/// let request = "ws://example.com/chat".into_request()?;
/// assert_eq!(request.uri(), "ws://example.com/chat");
/// assert!("ws://user:secret@example.com/".into_request().is_err());
/// # Ok::<(), rejoin_proto::handshake::InvalidRequest>(())
/// ```
pub trait IntoRequest {
    /// The request: a GET with an absolute URI and the caller's own headers.
    ///
    /// # Errors
    ///
    /// If it names no WebSocket.
    fn into_request(self) -> Result<http::Request<()>, InvalidRequest>;
}

impl IntoRequest for &str {
    fn into_request(self) -> Result<http::Request<()>, InvalidRequest> {
        // What `Uri` would drop or take for something else is looked for in the text.
        target(self)?;
        let uri: Uri = self.parse().map_err(|_| InvalidUrl::Path)?;
        uri.into_request()
    }
}

impl IntoRequest for &String {
    fn into_request(self) -> Result<http::Request<()>, InvalidRequest> {
        self.as_str().into_request()
    }
}

impl IntoRequest for String {
    fn into_request(self) -> Result<http::Request<()>, InvalidRequest> {
        self.as_str().into_request()
    }
}

impl IntoRequest for Uri {
    fn into_request(self) -> Result<http::Request<()>, InvalidRequest> {
        let mut request = http::Request::new(());
        *request.uri_mut() = self;
        Ok(request)
    }
}

impl IntoRequest for http::Request<()> {
    fn into_request(self) -> Result<http::Request<()>, InvalidRequest> {
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_keep_path_and_query_and_empty_paths_are_fine() {
        for url in [
            "ws://h",
            "ws://h/",
            "wss://h:1/a?b=c",
            "ws://[::1]:9/x",
            "ws://h?q",
        ] {
            let request = url.into_request().expect("a good URL");
            assert_eq!(request.method(), http::Method::GET);
            let uri = request.uri().to_string();
            assert!(
                uri == url || uri == format!("{url}/") || uri == url.replace('?', "/?"),
                "{uri}"
            );
        }
    }

    #[test]
    fn rfc6455_3_fragments_and_user_info_are_refused_with_advice() {
        let refused = |url: &str| url.into_request().expect_err(url).to_string();
        assert!(refused("ws://h/#top").contains('#'));
        assert!(refused("ws://me:pw@h/").contains("Authorization"));
        assert!(refused("ftp://h/").contains("ws://"));
    }
}
