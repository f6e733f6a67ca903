//! The page of a server at `/`: what it shows, and what may be done from it. The reference is below it.

mod assets;
mod codes;
mod figures;
mod html;
mod restart;
mod template;
mod visits;

use core::net::SocketAddr;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use bytes::Bytes;
use http::header::{
    ALLOW, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, HeaderValue,
    REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use http::{Method, Request, Response, StatusCode};
use rejoin::{Connections, ServerEvent};
use serde::Serialize;
use tokio::sync::Notify;

use super::metrics::Metrics;
use crate::site;
use restart::Guard;
use visits::Visits;

/// Everything that the page needs; it stays when the settings are read again.
#[derive(Debug)]
pub(super) struct Page {
    connections: Connections,
    metrics: Arc<Metrics>,
    visits: Visits,
    /// What only a page of this process knows.
    token: String,
    /// Where the server listens, once it does.
    address: OnceLock<SocketAddr>,
    /// Told when somebody presses the button.
    button: Arc<Notify>,
    /// Why the last restart failed.
    failure: Mutex<Option<String>>,
}

/// Whether the server speaks TLS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scheme {
    Plain,
    Tls,
}

impl Page {
    pub(super) fn new(connections: Connections, metrics: Arc<Metrics>) -> Self {
        Self {
            connections,
            metrics,
            visits: Visits::default(),
            token: restart::token(),
            address: OnceLock::new(),
            button: Arc::default(),
            failure: Mutex::default(),
        }
    }

    /// The server listens there.
    pub(super) fn listens(&self, address: SocketAddr) {
        // The first address stays the one.
        let _ = self.address.set(address);
    }

    /// Is told when somebody asks for a restart.
    pub(super) fn button(&self) -> Arc<Notify> {
        Arc::clone(&self.button)
    }

    /// A restart was asked for and failed, or none is under way yet.
    pub(super) fn restart_failed(&self, why: Option<&str>) {
        let mut failure = self.failure.lock().unwrap_or_else(PoisonError::into_inner);
        *failure = why.map(str::to_owned);
    }

    /// What happened to a connection.
    pub(super) fn observe(&self, event: &ServerEvent<'_>) {
        self.visits.observe(event);
    }

    /// The answer to a request of plain HTTP; `None` if it is not for the page.
    pub(super) fn answer(
        &self,
        request: &Request<()>,
        peer: SocketAddr,
        scheme: Scheme,
    ) -> Option<Response<Bytes>> {
        let guard = Guard {
            address: self.address.get().copied(),
            scheme,
            token: &self.token,
        };
        let path = request.uri().path();
        if path == "/restart" {
            return Some(with(request, &Method::POST, || {
                self.restart(&guard, request, peer)
            }));
        }
        if let Some(answer) = site::answer(request) {
            return Some(answer);
        }
        let answer: Box<dyn FnOnce() -> Response<Bytes> + '_> = match path {
            "/" => Box::new(|| html(&guard, request, peer)),
            "/live" => Box::new(|| self.figures(&guard, request, peer)),
            _ => {
                let (kind, text) = assets::find(path.strip_prefix("/page/")?)?;
                Box::new(move || response(StatusCode::OK, kind, text.into()))
            }
        };
        Some(with(request, &Method::GET, answer))
    }

    fn figures(
        &self,
        guard: &Guard<'_>,
        request: &Request<()>,
        peer: SocketAddr,
    ) -> Response<Bytes> {
        let failure = || {
            let failure = self.failure.lock().unwrap_or_else(PoisonError::into_inner);
            failure.clone()
        };
        let connection = visits::identifier(request.uri().query().unwrap_or_default());
        let restart = guard
            .whether_shown(request, peer)
            .then(|| figures::Restart {
                token: guard.token,
                failure: failure(),
            });
        json(
            StatusCode::OK,
            &figures::Figures {
                metrics: self.metrics.figures(),
                connection: connection.and_then(|id| self.visits.find(id)),
                restart,
            },
        )
    }

    fn restart(
        &self,
        guard: &Guard<'_>,
        request: &Request<()>,
        peer: SocketAddr,
    ) -> Response<Bytes> {
        if let Err(denial) = guard.judge(request, peer) {
            tracing::warn!(%peer, %denial, "a restart was asked for over HTTP, and refused");
            let error = denial.to_string();
            return json(
                StatusCode::FORBIDDEN,
                &serde_json::json!({ "error": error }),
            );
        }
        if self.connections.draining().is_some() {
            let error = "this process closes its connections already";
            return json(StatusCode::CONFLICT, &serde_json::json!({ "error": error }));
        }
        tracing::info!(%peer, "a restart was asked for over HTTP");
        self.restart_failed(None);
        self.button.notify_one();
        json(StatusCode::ACCEPTED, &serde_json::json!({}))
    }
}

fn html(guard: &Guard<'_>, request: &Request<()>, peer: SocketAddr) -> Response<Bytes> {
    let restart = guard.whether_shown(request, peer);
    let text = html::render(request, guard, restart);
    let mut response = response(StatusCode::OK, "text/html; charset=utf-8", text.into());
    let policy = HeaderValue::from_static(POLICY);
    response
        .headers_mut()
        .insert(CONTENT_SECURITY_POLICY, policy);
    response
}

/// Answers if the method is the one, HEAD counting as GET; else says which it is.
fn with(
    request: &Request<()>,
    method: &Method,
    answer: impl FnOnce() -> Response<Bytes>,
) -> Response<Bytes> {
    let asked = request.method();
    if asked == method || (asked == Method::HEAD && method == Method::GET) {
        return answer();
    }
    let allowed = if method == Method::GET {
        "GET, HEAD"
    } else {
        "POST"
    };
    let line = format!("only {allowed} here\n");
    let plain = "text/plain; charset=utf-8";
    let mut response = response(StatusCode::METHOD_NOT_ALLOWED, plain, line.into());
    let allowed = HeaderValue::from_static(allowed);
    response.headers_mut().insert(ALLOW, allowed);
    response
}

fn json(status: StatusCode, value: &impl Serialize) -> Response<Bytes> {
    let text = serde_json::to_vec(value).expect("plain fields with text keys serialise");
    response(status, "application/json", text.into())
}

/// An answer with what all of them have: nothing of them is guessed, kept, framed or shown to others.
fn response(status: StatusCode, kind: &'static str, body: Bytes) -> Response<Bytes> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    for (name, value) in [
        (CONTENT_TYPE, kind),
        (CACHE_CONTROL, "no-store"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "no-referrer"),
        (X_FRAME_OPTIONS, "DENY"),
        (RESOURCE_POLICY, "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Scripts, styles, pictures and connections of this server alone; nothing inline, nothing framed.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
    connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

#[cfg(test)]
mod tests;
