//! Listening sockets by name.

use core::fmt;
use std::io;
use std::net::TcpListener as StdTcpListener;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::net::UnixListener as StdUnixListener;

use rustix::net::{AddressFamily, SocketType, getsockname, sockopt};
use tokio::net::{TcpListener, ToSocketAddrs, UnixListener};

/// Listening sockets by name, each to be taken once.
///
/// Dropping them closes those that nobody took.
#[derive(Debug, Default)]
pub struct Listeners(Vec<(String, Listener)>);

/// A socket that listens.
#[derive(Debug)]
enum Listener {
    Tcp(StdTcpListener),
    Unix(StdUnixListener),
}

impl Listeners {
    /// The names of those that were not taken yet, in the order in which they were handed over. A
    /// service manager may give several sockets one name.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    /// Takes the first TCP listener with that name; nothing if no socket has it.
    ///
    /// # Errors
    ///
    /// [`InvalidInput`](io::ErrorKind::InvalidInput) if the name belongs to a Unix socket, or what
    /// the operating system says.
    ///
    /// # Panics
    ///
    /// Outside a tokio runtime with I/O enabled.
    pub fn tcp(&mut self, name: &str) -> io::Result<Option<TcpListener>> {
        match self.take(name) {
            None => Ok(None),
            Some(Listener::Tcp(listener)) => TcpListener::from_std(listener).map(Some),
            Some(unix @ Listener::Unix(_)) => Err(self.put_back(name, unix)),
        }
    }

    /// Takes the first Unix listener with that name; nothing if no socket has it.
    ///
    /// # Errors
    ///
    /// [`InvalidInput`](io::ErrorKind::InvalidInput) if the name belongs to a TCP socket, or what
    /// the operating system says.
    ///
    /// # Panics
    ///
    /// Outside a tokio runtime with I/O enabled.
    pub fn unix(&mut self, name: &str) -> io::Result<Option<UnixListener>> {
        match self.take(name) {
            None => Ok(None),
            Some(Listener::Unix(listener)) => UnixListener::from_std(listener).map(Some),
            Some(tcp @ Listener::Tcp(_)) => Err(self.put_back(name, tcp)),
        }
    }

    /// Takes the TCP listener with that name, or binds `address` if there is none: the first start
    /// of a server and every later one in a line.
    ///
    /// A socket that was handed over is taken whatever its address; compare
    /// [`local_addr`](TcpListener::local_addr) where addresses may change between releases.
    ///
    /// # Errors
    ///
    /// As [`tcp`](Self::tcp), or if the address cannot be bound.
    ///
    /// # Cancel safety
    ///
    /// A socket that was handed over is taken at once; a binding that is dropped is undone.
    pub async fn tcp_or_bind(
        &mut self,
        name: &str,
        address: impl ToSocketAddrs,
    ) -> io::Result<TcpListener> {
        match self.tcp(name)? {
            Some(listener) => Ok(listener),
            None => TcpListener::bind(address).await,
        }
    }

    /// Adds a socket, which from here on is non-blocking.
    pub(super) fn add(&mut self, name: String, socket: OwnedFd) -> io::Result<()> {
        let listener = Listener::classify(socket)?;
        listener.set_nonblocking()?;
        self.0.push((name, listener));
        Ok(())
    }

    pub(super) fn try_clone(&self) -> io::Result<Self> {
        let clone =
            |(name, listener): &(String, Listener)| Ok((name.clone(), listener.try_clone()?));
        self.0
            .iter()
            .map(clone)
            .collect::<io::Result<_>>()
            .map(Self)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, BorrowedFd<'_>)> {
        self.0
            .iter()
            .map(|(name, listener)| (name.as_str(), listener.as_fd()))
    }

    fn take(&mut self, name: &str) -> Option<Listener> {
        let at = self.names().position(|its| its == name)?;
        Some(self.0.remove(at).1)
    }

    /// Keeps what was taken for something else.
    fn put_back(&mut self, name: &str, listener: Listener) -> io::Error {
        let kind = match listener {
            Listener::Tcp(_) => "TCP",
            Listener::Unix(_) => "Unix",
        };
        self.0.push((name.to_owned(), listener));
        io::Error::new(
            io::ErrorKind::InvalidInput,
            format!("the socket {name:?} that was handed over is a {kind} socket"),
        )
    }
}

impl Listener {
    fn classify(socket: OwnedFd) -> io::Result<Self> {
        if sockopt::socket_type(&socket)? != SocketType::STREAM || !accepts(&socket)? {
            return Err(NotListening.into());
        }
        match getsockname(&socket)?.address_family() {
            AddressFamily::INET | AddressFamily::INET6 => Ok(Self::Tcp(socket.into())),
            AddressFamily::UNIX => Ok(Self::Unix(socket.into())),
            _ => Err(NotListening.into()),
        }
    }

    fn set_nonblocking(&self) -> io::Result<()> {
        match self {
            Self::Tcp(listener) => listener.set_nonblocking(true),
            Self::Unix(listener) => listener.set_nonblocking(true),
        }
    }

    fn try_clone(&self) -> io::Result<Self> {
        match self {
            Self::Tcp(listener) => listener.try_clone().map(Self::Tcp),
            Self::Unix(listener) => listener.try_clone().map(Self::Unix),
        }
    }
}

impl AsFd for Listener {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match self {
            Self::Tcp(listener) => listener.as_fd(),
            Self::Unix(listener) => listener.as_fd(),
        }
    }
}

#[cfg(not(target_vendor = "apple"))]
fn accepts(socket: &OwnedFd) -> io::Result<bool> {
    Ok(sockopt::socket_acceptconn(socket)?)
}

/// These systems do not tell.
#[cfg(target_vendor = "apple")]
fn accepts(_: &OwnedFd) -> io::Result<bool> {
    Ok(true)
}

/// A socket that connections cannot be accepted from.
#[derive(Clone, Copy, Debug)]
struct NotListening;

impl fmt::Display for NotListening {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a listening TCP or Unix stream socket")
    }
}

impl core::error::Error for NotListening {}

impl From<NotListening> for io::Error {
    fn from(error: NotListening) -> Self {
        Self::new(io::ErrorKind::InvalidInput, error)
    }
}
