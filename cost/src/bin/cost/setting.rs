//! What counts of instructions depend on besides the code.

use core::fmt;
use std::process::Command;

use serde::{Deserialize, Serialize};

/// Under which circumstances something was counted.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub(crate) struct Setting {
    /// The compiler, as it says itself.
    pub(crate) rustc: String,
    /// The C library, whose memory functions and allocator are part of what is counted.
    pub(crate) libc: String,
    /// The architecture and the one feature that valgrind passes on and that code asks for.
    pub(crate) processor: String,
}

impl Setting {
    pub(crate) fn here() -> Self {
        let libc = Command::new("getconf").arg("GNU_LIBC_VERSION").output();
        let libc = libc.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
        Self {
            rustc: env!("COST_RUSTC").to_owned(),
            libc: libc.unwrap_or_else(|_| "unknown".to_owned()),
            processor: format!("{}{}", std::env::consts::ARCH, wide_vectors()),
        }
    }
}

impl fmt::Display for Setting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}, {}", self.rustc, self.libc, self.processor)
    }
}

#[cfg(target_arch = "x86_64")]
fn wide_vectors() -> &'static str {
    if std::arch::is_x86_feature_detected!("avx2") {
        " with avx2"
    } else {
        ""
    }
}

#[cfg(not(target_arch = "x86_64"))]
const fn wide_vectors() -> &'static str {
    ""
}
