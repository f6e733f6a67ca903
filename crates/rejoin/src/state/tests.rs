//! How much a connection takes besides its buffers.

use core::mem::size_of;

use rejoin_proto::Connection;

use super::Shared;

#[test]
fn both_halves_of_a_connection_fit_into_what_alignment_leaves_over() {
    // glibc rounds 97 to 104 bytes up to the 112 that lie idle behind memory aligned to 128.
    let counters = 2 * size_of::<usize>();
    assert_eq!(counters + size_of::<Shared>(), 104);
    assert_eq!(size_of::<Connection>(), 104);
}
