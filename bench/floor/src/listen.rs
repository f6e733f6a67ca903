//! The listening socket, and what the race needs to know of it.

use std::io::{self, Write};
use std::net::{Ipv4Addr, SocketAddr, SocketAddrV4};
use std::os::fd::OwnedFd;

use rustix::io::Errno;
use rustix::net::{self, AddressFamily, SocketFlags, SocketType};
use rustix::process::{Resource, getrlimit, setrlimit};

/// Connections that may wait to be accepted.
const BACKLOG: i32 = 4096;

/// Raises the limit of open files, listens on a free port of 127.0.0.1, and prints
/// `listening ADDRESS`.
///
/// The socket does not block. `TCP_NODELAY` is set on it, and what it accepts inherits that.
///
/// # Errors
///
/// If the operating system refuses any of it.
pub fn listen() -> io::Result<OwnedFd> {
    let mut files = getrlimit(Resource::Nofile);
    files.current = files.maximum;
    setrlimit(Resource::Nofile, files)?;

    let flags = SocketFlags::NONBLOCK | SocketFlags::CLOEXEC;
    let listener = net::socket_with(AddressFamily::INET, SocketType::STREAM, flags, None)?;
    net::sockopt::set_tcp_nodelay(&listener, true)?;
    net::bind(&listener, &SocketAddrV4::new(Ipv4Addr::LOCALHOST, 0))?;
    net::listen(&listener, BACKLOG)?;

    let address = SocketAddr::try_from(net::getsockname(&listener)?)?;
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "listening {address}")?;
    stdout.flush()?;
    Ok(listener)
}

/// The next connection that waits, as a socket that does not block; `None` if none does.
///
/// # Errors
///
/// If there are no file descriptors left, or the listener is broken.
pub fn accept(listener: &OwnedFd) -> io::Result<Option<OwnedFd>> {
    loop {
        match net::accept_with(listener, SocketFlags::NONBLOCK | SocketFlags::CLOEXEC) {
            Ok(socket) => return Ok(Some(socket)),
            Err(Errno::AGAIN) => return Ok(None),
            // It was gone before it was accepted, or a signal came.
            Err(Errno::CONNABORTED | Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}
