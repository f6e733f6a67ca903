//! Sizes and times as people write them: `64KiB`, `500ms`.

use core::time::Duration;

use rejoin::proto::Keepalive;

/// Reads a size in bytes: `1000`, `64KiB`, `16MiB`, `1GiB`, or decimal `64kB`, `1MB`, `1GB`.
pub(super) fn size(text: &str) -> Result<u64, &'static str> {
    let (number, unit) = number_and_unit(text).ok_or(SIZE)?;
    let factor = match unit {
        "" | "B" => 1,
        "kB" => 1_000,
        "MB" => 1_000_000,
        "GB" => 1_000_000_000,
        "KiB" => 1 << 10,
        "MiB" => 1 << 20,
        "GiB" => 1 << 30,
        _ => return Err(SIZE),
    };
    number.checked_mul(factor).ok_or("too large")
}

/// Reads a size that has to fit into memory.
pub(super) fn memory_size(text: &str) -> Result<usize, &'static str> {
    usize::try_from(size(text)?).map_err(|_| "too large")
}

/// Reads a time: `500ms`, `3s`, `2m`, `1h`.
pub(super) fn duration(text: &str) -> Result<Duration, &'static str> {
    let (number, unit) = number_and_unit(text).ok_or(TIME)?;
    let millis = match unit {
        "ms" => 1,
        "s" => 1_000,
        "m" => 60_000,
        "h" => 3_600_000,
        _ => return Err(TIME),
    };
    let millis = number.checked_mul(millis).ok_or("too long")?;
    // A day is more than any of these waits can mean; beyond it deadlines could overflow.
    if millis > 24 * 3_600_000 {
        return Err("too long: 24h at most");
    }
    Ok(Duration::from_millis(millis))
}

/// How long a peer may be silent before it is pinged, or `off`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PingEvery {
    /// Never ping.
    Off,
    /// After this long.
    Silence(Duration),
}

impl PingEvery {
    pub(super) fn parse(text: &str) -> Result<Self, &'static str> {
        if text == "off" {
            return Ok(Self::Off);
        }
        match duration(text)? {
            Duration::ZERO => Err("must not be zero; write off to switch it off"),
            silence => Ok(Self::Silence(silence)),
        }
    }

    pub(super) fn keepalive(self, patience: Duration) -> Keepalive {
        match self {
            Self::Off => Keepalive::Off,
            Self::Silence(silence) => Keepalive::On { silence, patience },
        }
    }
}

fn number_and_unit(text: &str) -> Option<(u64, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    Some((number.parse().ok()?, unit))
}

const SIZE: &str = "write a size in bytes, such as 1000, 64KiB or 16MiB";

const TIME: &str = "write a time with its unit, such as 500ms, 3s or 2m";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_binary_and_decimal_units() {
        for (text, bytes) in [
            ("0", 0),
            ("1000", 1000),
            ("7B", 7),
            ("64KiB", 65_536),
            ("16MiB", 16 << 20),
            ("2GiB", 2 << 30),
            ("64kB", 64_000),
            ("3MB", 3_000_000),
            ("1GB", 1_000_000_000),
        ] {
            assert_eq!(size(text), Ok(bytes), "{text}");
        }
    }

    #[test]
    fn sizes_that_can_be_read_in_two_ways_or_none_are_refused() {
        for text in [
            "", "64K", "64k", "KiB", "-1", "1.5MiB", "1 KiB", "64kib", "0x10", "٣",
        ] {
            assert_eq!(size(text), Err(SIZE), "{text}");
        }
        assert_eq!(size("18446744073709551615GiB"), Err("too large"));
        assert_eq!(size("99999999999999999999"), Err(SIZE));
    }

    #[test]
    fn times_need_their_unit() {
        assert_eq!(duration("500ms"), Ok(Duration::from_millis(500)));
        assert_eq!(duration("3s"), Ok(Duration::from_secs(3)));
        assert_eq!(duration("2m"), Ok(Duration::from_secs(120)));
        assert_eq!(duration("24h"), Ok(Duration::from_secs(86_400)));
        for text in ["", "3", "s", "3 s", "-3s", "3S", "1d", "1.5s"] {
            assert_eq!(duration(text), Err(TIME), "{text}");
        }
        assert!(duration("25h").is_err());
        assert!(duration("18446744073709551615h").is_err());
    }

    #[test]
    fn pings_can_be_switched_off_but_not_sent_without_pause() {
        assert_eq!(PingEvery::parse("off"), Ok(PingEvery::Off));
        assert_eq!(
            PingEvery::parse("5s"),
            Ok(PingEvery::Silence(Duration::from_secs(5)))
        );
        assert!(PingEvery::parse("0s").is_err());
        assert_eq!(PingEvery::Off.keepalive(Duration::ZERO), Keepalive::Off);
    }
}
