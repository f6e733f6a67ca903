//! The library's client, set up from the arguments.

use std::fs;
use std::path::Path;

use rejoin::{Client, Tls};

use crate::args::{ConnectArgs, TlsArgs};
use crate::exit::Failure;

/// A client as the arguments want it.
pub(super) fn from_args(args: &ConnectArgs) -> Result<Client, Failure> {
    let mut client = Client::new()
        .extensions(args.extensions.extensions(args.offer.as_ref())?)
        .subprotocols(&args.subprotocol)
        .limits(args.limits.limits())
        .keepalive(args.limits.keepalive())
        .deadlines(args.deadlines())
        .tls(tls(&args.tls)?);
    for (name, value) in &args.header {
        client = client.header(name.clone(), value.clone());
    }
    Ok(client)
}

/// Whom to trust, and who we are, as the arguments say.
pub(crate) fn tls(args: &TlsArgs) -> Result<Tls, Failure> {
    if args.insecure {
        return Ok(Tls::insecure());
    }
    let mut tls = match &args.ca {
        None => Tls::platform(),
        Some(path) => Tls::with_roots_pem(&read("--ca", path)?).map_err(|error| {
            Failure::other(format!("cannot use --ca {}: {error}", path.display()))
        })?,
    };
    if let (Some(cert), Some(key)) = (&args.client_cert, &args.client_key) {
        let (chain, secret) = (read("--client-cert", cert)?, read("--client-key", key)?);
        tls = tls
            .client_certificate_pem(&chain, &secret)
            .map_err(|error| {
                let (cert, key) = (cert.display(), key.display());
                Failure::other(format!(
                    "cannot use --client-cert {cert} with {key}: {error}"
                ))
            })?;
    }
    Ok(tls)
}

fn read(flag: &str, path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path)
        .map_err(|error| Failure::other(format!("cannot read {flag} {}: {error}", path.display())))
}
