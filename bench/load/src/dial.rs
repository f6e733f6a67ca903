//! Connections being opened: none of them waits for another.

use core::time::Duration;
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, SocketAddrV4, TcpStream};
use std::sync::Arc;

use anyhow::{Context as _, Result, bail};
use rustix::io::Errno;
use rustix::net::{self, AddressFamily, SocketFlags, SocketType, sockopt};
use rustls::ClientConfig;

use crate::handshake::{Handshake, Welcome};
use crate::tls::Tls;

/// Starts to connect, from the address that a connection with this number belongs to.
///
/// A source address has some 28,000 ports for one server, so that every 20,000 connections get the
/// next of 127.0.0.0/8. The first ones are left to the kernel, which takes 127.0.0.1.
fn connect(server: SocketAddr, connection: usize) -> Result<TcpStream> {
    let flags = SocketFlags::NONBLOCK | SocketFlags::CLOEXEC;
    let socket = net::socket_with(family(server), SocketType::STREAM, flags, None)
        .context("cannot create a socket")?;
    sockopt::set_tcp_nodelay(&socket, true).context("cannot set TCP_NODELAY")?;
    let source = connection / PER_SOURCE;
    if source > 0 {
        let last = u8::try_from(source + 1).context("too many connections")?;
        net::bind(
            &socket,
            &SocketAddrV4::new(Ipv4Addr::new(127, 0, 0, last), 0),
        )
        .context("cannot bind a source address")?;
    }
    match net::connect(&socket, &server) {
        Ok(()) | Err(Errno::INPROGRESS) => Ok(TcpStream::from(socket)),
        Err(fault) => Err(fault).with_context(|| format!("cannot connect to {server}")),
    }
}

/// Lets the connection end with a reset, which leaves no port behind in `TIME_WAIT`.
pub(crate) fn reset_on_close(stream: &TcpStream) -> Result<()> {
    sockopt::set_socket_linger(stream, Some(Duration::ZERO)).context("cannot set SO_LINGER")
}

/// A handshake in progress on a connection that may not be there yet.
pub(crate) struct Attempt {
    stream: TcpStream,
    /// Its number decides the key and the source address.
    connection: usize,
    tls: Option<Tls>,
    written: usize,
    answer: Vec<u8>,
}

/// What lies between TCP and the handshake.
pub(crate) enum Layer {
    Plain,
    Tls(Arc<ClientConfig>),
}

impl Attempt {
    /// Starts connecting.
    pub(crate) fn start(server: SocketAddr, connection: usize, layer: &Layer) -> Result<Self> {
        let stream = connect(server, connection)?;
        let tls = match layer {
            Layer::Plain => None,
            Layer::Tls(settings) => Some(Tls::new(settings)?),
        };
        Ok(Self {
            stream,
            connection,
            tls,
            written: 0,
            answer: Vec::new(),
        })
    }

    /// The socket, to be watched.
    pub(crate) const fn stream(&self) -> &TcpStream {
        &self.stream
    }

    /// Goes on as far as the socket allows; `Some` once the server's answer is verified.
    pub(crate) fn advance(&mut self, handshake: &Handshake) -> Result<Option<Welcome>> {
        let request = handshake.request(self.connection);
        while self.written < request.len() {
            let left = &request[self.written..];
            let written = match &mut self.tls {
                None => self.stream.write(left),
                Some(tls) => tls.write(&mut self.stream, left),
            };
            match written {
                Ok(count) => self.written += count,
                Err(fault) if is_later(&fault) => return Ok(None),
                Err(fault) => return Err(fault).context("cannot send a handshake"),
            }
        }
        let mut room = [0; 2048];
        loop {
            let read = match &mut self.tls {
                None => self.stream.read(&mut room),
                Some(tls) => tls.read(&mut self.stream, &mut room),
            };
            match read {
                Ok(0) => bail!("the server ended the connection instead of answering a handshake"),
                Ok(count) => self.answer.extend_from_slice(&room[..count]),
                Err(fault) if is_later(&fault) => return Ok(None),
                Err(fault) => return Err(fault).context("cannot receive a handshake"),
            }
            if let Some(welcome) = handshake.verify(self.connection, &self.answer)? {
                return Ok(Some(welcome));
            }
        }
    }

    /// The connection, after [`Self::advance`] said that it is open.
    pub(crate) fn into_stream(self) -> TcpStream {
        self.stream
    }
}

/// Whether to try again when the socket is ready: not connected yet, or nothing there.
pub(crate) fn is_later(fault: &io::Error) -> bool {
    matches!(
        fault.kind(),
        ErrorKind::WouldBlock | ErrorKind::NotConnected | ErrorKind::Interrupted
    )
}

const fn family(server: SocketAddr) -> AddressFamily {
    match server {
        SocketAddr::V4(_) => AddressFamily::INET,
        SocketAddr::V6(_) => AddressFamily::INET6,
    }
}

const PER_SOURCE: usize = 20_000;

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use super::*;

    #[test]
    fn every_twenty_thousand_connections_come_from_another_address() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let server = listener.local_addr().unwrap();
        for (connection, last) in [(0, 1), (19_999, 1), (20_000, 2), (49_999, 3)] {
            let stream = connect(server, connection).unwrap();
            let (_, from) = listener.accept().unwrap();
            assert_eq!(from.ip(), Ipv4Addr::new(127, 0, 0, last));
            assert!(stream.nodelay().unwrap());
        }
        assert!(connect(server, usize::MAX).is_err());
    }
}
