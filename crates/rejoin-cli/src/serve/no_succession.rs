//! Systems on which a socket cannot be handed on: a server is the first of its line, and the last.

use core::convert::Infallible;
use core::future::pending;
use core::time::Duration;
use std::io;

use tokio::net::TcpListener;

use crate::exit::Failure;

/// What this process was given when it was started: nothing.
#[derive(Debug)]
pub(crate) struct Inheritance;

impl Inheritance {
    /// Takes it.
    pub(crate) fn take() -> Result<Self, Failure> {
        Ok(Self)
    }

    /// A socket that is bound here.
    pub(super) async fn listener(&mut self, _: &str, address: &str) -> io::Result<TcpListener> {
        TcpListener::bind(address).await
    }

    /// Tells nobody.
    pub(super) fn decline(self, _: &Failure) {}

    /// It is in charge at once.
    pub(super) async fn ready(self) -> Result<Option<Predecessor>, Failure> {
        Ok(None)
    }
}

/// There is none.
#[derive(Debug)]
pub(super) struct Predecessor(Infallible);

impl Predecessor {
    pub(super) fn pid(&self) -> u32 {
        match self.0 {}
    }

    pub(super) async fn told(&mut self) -> Option<String> {
        match self.0 {}
    }
}

/// There is none.
#[derive(Debug)]
pub(super) struct Successor(Infallible);

impl Successor {
    pub(super) fn pid(&self) -> u32 {
        match self.0 {}
    }

    pub(super) fn tell(&mut self, _: String) -> io::Result<()> {
        match self.0 {}
    }

    pub(super) async fn exited(&mut self) -> io::Result<Infallible> {
        match self.0 {}
    }
}

/// A restart that no signal asks for.
#[derive(Debug)]
pub(super) struct Succession;

impl Succession {
    pub(super) fn new() -> Self {
        Self
    }

    pub(super) fn listener(self, _: &str, _: &TcpListener, _: &str) -> io::Result<Self> {
        Ok(self)
    }

    pub(super) fn ready_within(self, _: Duration) -> Self {
        self
    }

    pub(super) async fn start(&self) -> Result<Successor, String> {
        pending().await
    }
}

/// There is no service manager.
pub(super) fn stopping(_: &str) {}

/// The name of the socket that clients connect to.
pub(super) const MAIN: &str = "ws";

/// The name of the socket for those who operate the server.
pub(super) const ADMIN: &str = "admin";
