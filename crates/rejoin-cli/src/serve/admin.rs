//! The address for those who operate a server: is it alive, is it ready, what has it counted.

use core::convert::Infallible;
use core::time::Duration;
use std::sync::Arc;

use http::header::{ALLOW, CONTENT_TYPE, HeaderValue};
use http::{Method, Request, Response, StatusCode};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use rejoin::Connections;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::time::{sleep, timeout};

use super::metrics::{self, Metrics};

/// What the answers are made of.
#[derive(Debug)]
pub(super) struct Admin {
    pub(super) connections: Connections,
    pub(super) metrics: Arc<Metrics>,
}

impl Admin {
    /// Answers for ever; while `serving` is false, those who come are left to the process that serves.
    pub(super) async fn serve(self, listener: TcpListener, mut serving: watch::Receiver<bool>) {
        let admin = Arc::new(self);
        let places = Arc::new(Semaphore::new(AT_ONCE));
        loop {
            if serving.wait_for(|serving| *serving).await.is_err() {
                return;
            }
            let Ok(place) = Arc::clone(&places).acquire_owned().await else {
                return;
            };
            let accepted = tokio::select! {
                biased;
                changed = serving.changed() => match changed {
                    Ok(()) => continue,
                    // The server ends.
                    Err(_) => return,
                },
                accepted = listener.accept() => accepted,
            };
            match accepted {
                Ok((stream, _)) => {
                    let admin = Arc::clone(&admin);
                    tokio::spawn(async move {
                        // Whoever does not listen to the answer does without.
                        let _ = timeout(PATIENCE, admin.answer_all(stream)).await;
                        drop(place);
                    });
                }
                Err(error) => {
                    tracing::warn!(%error, "cannot accept at the admin address for now");
                    sleep(PAUSE).await;
                }
            }
        }
    }

    /// One request, then the connection ends: the next may be for another process.
    async fn answer_all(&self, stream: TcpStream) {
        let service = service_fn(async |request: Request<Incoming>| {
            Ok::<_, Infallible>(self.answer(request.method(), request.uri().path()))
        });
        let mut http = http1::Builder::new();
        http.keep_alive(false).timer(TokioTimer::new());
        if let Err(error) = http.serve_connection(TokioIo::new(stream), service).await {
            tracing::debug!(%error, "admin request failed");
        }
    }

    fn answer(&self, method: &Method, path: &str) -> Response<String> {
        if method != Method::GET && method != Method::HEAD {
            let mut response = text(StatusCode::METHOD_NOT_ALLOWED, "only GET\n");
            response
                .headers_mut()
                .insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
            return response;
        }
        match path {
            "/healthz" => text(StatusCode::OK, "alive\n"),
            "/readyz" if self.connections.draining().is_some() => {
                text(StatusCode::SERVICE_UNAVAILABLE, "draining\n")
            }
            "/readyz" => text(StatusCode::OK, "ready\n"),
            "/metrics" => self.metrics.exposition().map_or_else(
                |_| text(StatusCode::INTERNAL_SERVER_ERROR, "cannot be written\n"),
                |exposition| {
                    let mut response = Response::new(exposition);
                    let kind = HeaderValue::from_static(metrics::CONTENT_TYPE);
                    response.headers_mut().insert(CONTENT_TYPE, kind);
                    response
                },
            ),
            _ => text(StatusCode::NOT_FOUND, "/healthz, /readyz or /metrics\n"),
        }
    }
}

fn text(status: StatusCode, line: &str) -> Response<String> {
    let mut response = Response::new(line.to_owned());
    *response.status_mut() = status;
    let plain = HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(CONTENT_TYPE, plain);
    response
}

/// Enough for a few monitors; others wait in the queue.
const AT_ONCE: usize = 64;

/// From the first byte awaited to the last one taken.
const PATIENCE: Duration = Duration::from_secs(10);

/// After the system was short of something.
const PAUSE: Duration = Duration::from_millis(50);
