//! From the settings of a server to its set-up.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use rejoin::{Server, ServerBuilder, ServerTls};

use super::metrics::Metrics;
use super::page::{Page, Scheme};
use super::report::Reporter;
use crate::args::Settings;
use crate::exit::Failure;

/// The server that the settings describe; their files are read.
pub(super) fn builder(
    settings: &Settings,
    reporter: &Reporter,
    metrics: &Arc<Metrics>,
    page: &Arc<Page>,
) -> Result<ServerBuilder, Failure> {
    let mut builder = Server::builder()
        .extensions(settings.extensions.extensions(None)?)
        .subprotocols(&settings.subprotocol)
        .origin(settings.origin())
        .limits(settings.limits.limits())
        .keepalive(settings.limits.keepalive())
        .shutdown(settings.end());
    if let Some(deadline) = settings.handshake_timeout {
        builder = builder.handshake_deadline(deadline);
    }
    if let Some(most) = settings.max_connections {
        builder = builder.max_connections(most);
    }
    let mut scheme = Scheme::Plain;
    if let Some((cert, key)) = settings.certificate()? {
        builder = builder.tls(tls(cert, key)?);
        scheme = Scheme::Tls;
    }
    if !settings.no_page {
        let page = Arc::clone(page);
        builder = builder.answer_http(move |request, peer| page.answer(request, peer, scheme));
    }
    let page = Arc::clone(page);
    let metrics = Arc::clone(metrics);
    let reporter = reporter.clone();
    Ok(builder.observe(move |event| {
        metrics.count(event);
        page.observe(event);
        reporter.connection(event);
    }))
}

fn tls(cert: &Path, key: &Path) -> Result<ServerTls, Failure> {
    let read = |flag: &str, path: &Path| {
        fs::read(path).map_err(|error| {
            Failure::other(format!("cannot read {flag} {}: {error}", path.display()))
        })
    };
    ServerTls::from_pem(&read("--cert", cert)?, &read("--key", key)?).map_err(|error| {
        let (cert, key) = (cert.display(), key.display());
        Failure::other(format!(
            "cannot use --cert {cert} with --key {key}: {error}"
        ))
    })
}
