//! The client's randomness: a cryptographic generator, seeded by the operating system.

/// A fresh mask key, which nobody can predict (RFC 6455 section 10.3).
pub(super) fn mask_key() -> [u8; 4] {
    rand::random()
}

/// A fresh nonce for `Sec-WebSocket-Key` (RFC 6455 section 4.1, item 7).
pub(super) fn nonce() -> [u8; 16] {
    rand::random()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn rfc6455_5_3_mask_keys_and_nonces_are_fresh_every_time() {
        let keys: HashSet<_> = (0..64).map(|_| mask_key()).collect();
        // Two equal ones among 64 of 2^32 come about once in two million runs, three once in
        // more than anybody will run.
        assert!(keys.len() >= 62, "{keys:?}");
        let nonces: HashSet<_> = (0..64).map(|_| nonce()).collect();
        assert_eq!(nonces.len(), 64);
    }
}
