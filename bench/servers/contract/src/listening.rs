//! One thread, one listener, one task for each connection.

use std::future::Future;
use std::io::{self, Write as _};
use std::net::{Ipv4Addr, SocketAddr};

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpSocket};

use crate::Settings;

/// How many connections may wait to be accepted.
const BACKLOG: u32 = 4096;

/// What a connection is made of: TCP, or TLS over it.
pub trait Socket: AsyncRead + AsyncWrite + Unpin + Send + 'static {}

impl<S: AsyncRead + AsyncWrite + Unpin + Send + 'static> Socket for S {}

/// What a library does with a connection.
pub trait Echo: Clone + Send + 'static {
    /// Serves one connection: the opening handshake, then messages to the end.
    ///
    /// Returns when the connection is over, in whatever way.
    fn connection<S: Socket>(self, socket: S) -> impl Future<Output = ()> + Send;
}

/// Runs `program` to its end on this thread alone.
///
/// Ends the process with status 1 when the program fails.
pub fn run(program: impl Future<Output = io::Result<()>>) {
    let outcome = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .and_then(|runtime| runtime.block_on(program));
    if let Err(error) = outcome {
        eprintln!("{error}");
        std::process::exit(1);
    }
}

/// Listens on a free port of the loopback address and says so on standard output.
///
/// # Errors
///
/// Those of the socket, or of standard output.
pub fn announce() -> io::Result<TcpListener> {
    let limit = getrlimit(Resource::Nofile);
    setrlimit(
        Resource::Nofile,
        Rlimit {
            current: limit.maximum,
            maximum: limit.maximum,
        },
    )?;
    let socket = TcpSocket::new_v4()?;
    socket.bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))?;
    let listener = socket.listen(BACKLOG)?;
    let mut out = io::stdout().lock();
    writeln!(out, "listening {}", listener.local_addr()?)?;
    out.flush()?;
    Ok(listener)
}

/// Accepts connections for ever and hands each to `echo` in a task of its own.
///
/// # Errors
///
/// Those of [`announce`], and of a listener that is broken.
pub async fn serve(settings: &Settings, echo: impl Echo) -> io::Result<()> {
    let listener = announce()?;
    loop {
        let (socket, _) = listener.accept().await?;
        socket.set_nodelay(true)?;
        let echo = echo.clone();
        if let Some(acceptor) = settings.tls.clone() {
            tokio::spawn(async move {
                if let Ok(socket) = acceptor.accept(socket).await {
                    echo.connection(socket).await;
                }
            });
        } else {
            tokio::spawn(echo.connection(socket));
        }
    }
}
