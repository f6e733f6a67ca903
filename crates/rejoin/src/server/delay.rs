//! Frames leave at once: `TCP_NODELAY`, at no system call for each connection where that can be.

use socket2::SockRef;
use tokio::net::{TcpListener, TcpStream};

/// What is known of the delay (Nagle's algorithm) of the sockets that are accepted.
///
/// Frames are complete when they are written: waiting to fill segments would only delay them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Delay {
    /// Each has to be told.
    On,
    /// The listening socket was told, from which they inherit it. Those that were in its queue
    /// before are the first to be accepted, and still have to be told.
    Inherited,
    /// One that has inherited it has come, and so will all others.
    Off,
}

impl Delay {
    pub(super) fn of_accepted(listener: &TcpListener) -> Self {
        // On other systems a socket begins with the defaults, whatever it was accepted from.
        let inherits = cfg!(target_os = "linux");
        if inherits && SockRef::from(listener).set_tcp_nodelay(true).is_ok() {
            Self::Inherited
        } else {
            Self::On
        }
    }

    pub(super) fn switch_off(&mut self, stream: &TcpStream) {
        match self {
            Self::Inherited if stream.nodelay().is_ok_and(|off| off) => *self = Self::Off,
            Self::On | Self::Inherited => {
                // What is not off is only slower.
                let _ = stream.set_nodelay(true);
            }
            Self::Off => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A connection to the listener, both ends of it.
    async fn connect(listener: &TcpListener) -> (TcpStream, TcpStream) {
        let address = listener.local_addr().unwrap();
        let peer = TcpStream::connect(address).await.unwrap();
        (peer, listener.accept().await.unwrap().0)
    }

    #[tokio::test]
    async fn nothing_is_delayed_on_sockets_accepted_before_and_after() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let (_waiting_peer, waiting) = connect(&listener).await;
        assert!(!waiting.nodelay().unwrap());
        let mut delay = Delay::of_accepted(&listener);
        delay.switch_off(&waiting);
        assert!(waiting.nodelay().unwrap());
        assert_ne!(delay, Delay::Off);
        for _ in 0..2 {
            let (_peer, accepted) = connect(&listener).await;
            delay.switch_off(&accepted);
            assert!(accepted.nodelay().unwrap());
        }
    }

    #[cfg(target_os = "linux")]
    #[tokio::test]
    async fn linux_hands_the_option_on_to_accepted_sockets() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let mut delay = Delay::of_accepted(&listener);
        assert_eq!(delay, Delay::Inherited);
        let (_peer, accepted) = connect(&listener).await;
        assert!(accepted.nodelay().unwrap());
        delay.switch_off(&accepted);
        assert_eq!(delay, Delay::Off);
    }
}
