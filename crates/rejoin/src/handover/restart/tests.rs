//! What a restart can be given. Those that are started are tested with real processes.

use std::net::{TcpListener, TcpStream};

use super::*;

fn bound() -> TcpListener {
    TcpListener::bind("127.0.0.1:0").expect("a port")
}

#[tokio::test]
async fn the_sockets_of_a_restart_can_be_had_again_and_again() {
    let socket = bound();
    let address = socket.local_addr().expect("it is bound");
    let restart = Restart::new().listener("ws", &socket).expect("it listens");
    drop(socket);
    for _ in 0..2 {
        let mut listeners = restart.listeners().expect("there are descriptors");
        let again = listeners
            .tcp("ws")
            .expect("it is TCP")
            .expect("it is there");
        assert_eq!(again.local_addr().ok(), Some(address));
    }
    TcpStream::connect(address).expect("it listens as long as there is the restart");
    drop(restart);
    TcpStream::connect(address).expect_err("it listens no more");
}

#[test]
fn what_does_not_listen_or_does_not_fit_is_refused() {
    let socket = bound();
    let address = socket.local_addr().expect("it is bound");
    let connected = TcpStream::connect(address).expect("it listens");
    let refused = Restart::new().listener("ws", &connected);
    assert_eq!(
        refused.expect_err("it is connected").kind(),
        io::ErrorKind::InvalidInput
    );

    let longest = "n".repeat(MOST_NAME);
    let mut restart = Restart::new();
    for _ in 0..MOST_SOCKETS {
        restart = restart.listener(&longest, &socket).expect("it fits");
    }
    restart.listener("ws", &socket).expect_err("one more");
    let longer = format!("{longest}n");
    Restart::new()
        .listener(&longer, &socket)
        .expect_err("too long");
}
