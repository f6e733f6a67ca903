//! How much a connection takes besides its buffers.

use core::mem::size_of;

use super::Shared;

#[test]
fn a_connection_takes_232_bytes_besides_its_transport() {
    let size = size_of::<Shared>();
    assert_eq!(size, 232, "write it down if it is less; more has to pay");
}
