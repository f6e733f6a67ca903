//! How much a connection takes besides its buffers.

use core::mem::size_of;
use std::sync::Mutex;

use tokio::net::TcpStream;

use super::{Shared, State};

#[test]
fn a_connection_over_tcp_takes_312_bytes() {
    let size = size_of::<Mutex<State<TcpStream>>>();
    assert_eq!(size, 312, "write it down if it is less; more has to pay");
    assert_eq!(size_of::<&Shared>(), 2 * size_of::<usize>());
}
