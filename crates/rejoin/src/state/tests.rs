//! How much a connection takes besides its buffers.

use core::mem::size_of;
use std::sync::Mutex;

use tokio::net::TcpStream;

use super::{Shared, State};

#[test]
fn a_connection_over_tcp_fits_in_616_bytes() {
    let size = size_of::<Mutex<State<TcpStream>>>();
    assert!(size <= 616, "{size} bytes");
    assert_eq!(size_of::<&Shared>(), 2 * size_of::<usize>());
}
