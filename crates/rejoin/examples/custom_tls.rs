//! Connects over TLS with roots and a client certificate of one's own.
//!
//! ```sh
//! cargo run -p rejoin --example custom_tls -- wss://localhost:9443 ca.pem [me.pem me.key]
//! ```
//!
//! Only servers with a certificate issued by `ca.pem` are trusted; `me.pem` and `me.key` are shown
//! to servers that ask for a certificate. It prints what was agreed, sends one message, prints the
//! answer and closes. If the server is not to be trusted, the error says why and what to do.
#![expect(clippy::print_stdout, reason = "a program for the terminal")]

use core::error::Error;
use std::fs;

use rejoin::{Client, CloseCode, Tls};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (url, tls) = match args.as_slice() {
        [url, roots] => (url, Tls::with_roots_pem(&fs::read(roots)?)?),
        [url, roots, chain, key] => {
            let tls = Tls::with_roots_pem(&fs::read(roots)?)?;
            (
                url,
                tls.client_certificate_pem(&fs::read(chain)?, &fs::read(key)?)?,
            )
        }
        _ => return Err("usage: custom_tls URL ROOTS.pem [CHAIN.pem KEY.pem]".into()),
    };

    let connected = Client::new().tls(tls).connect(url).await?;
    println!(
        "connected to {:?}\n{}",
        connected.peer, connected.explanation
    );
    let mut socket = connected.socket;
    socket.send("hello over TLS").await?;
    if let Some(message) = socket.recv().await? {
        println!("received {message:?}");
    }
    let closure = socket.close(CloseCode::NORMAL_CLOSURE, "").await?;
    println!("{closure}");
    Ok(())
}
