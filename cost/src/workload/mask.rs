//! Masking alone.

use core::hint::black_box;

use super::{Workload, workload};

pub(super) const WORKLOADS: &[Workload] = &[
    workload("mask/16 B", 1, |rounds| mask(rounds, 16)),
    workload("mask/1 KiB", 1, |rounds| mask(rounds, 1 << 10)),
    workload("mask/16 KiB", 1, |rounds| mask(rounds, 16 << 10)),
];

fn mask(rounds: u32, bytes: usize) {
    let mut payload = vec![0x5a; bytes];
    for _ in 0..rounds {
        rejoin_mask::apply(black_box([1, 2, 3, 4]), black_box(&mut payload));
    }
}
