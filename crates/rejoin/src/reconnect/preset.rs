//! Policies by name.

use core::fmt;
use core::str::FromStr;
use core::time::Duration;

/// A policy by its name: [`Policy::preset`](super::Policy::preset) has the rest.
///
/// What is retried at all is the same in all of them but [`Never`](Self::Never): what the rows of
/// the close codes say. They differ in when.
///
/// | name | first delay | later delays | obeys the server's window |
/// |---|---|---|---|
/// | `rejoin` | the row's: 1 to 5 s after 1012, else 0 to 5 s | full jitter up to 10, 20, 40, 60, 60 .. s | yes |
/// | `registered` | as registered: 5 to 30 s after 1012, else 0 to 5 s | as `rejoin` | no |
/// | `rfc6455` | 0 to 5 s | as `rejoin` | no |
/// | `fixed:SECONDS` | always the same | the same | no |
/// | `immediate` | none | 10 ms | no |
/// | `never` | | | |
///
/// `fixed` and `immediate` are what many clients do. All clients of a server that restarts then
/// come back at one instant; they are here to be measured against.
///
/// # Examples
///
/// ```
/// use core::time::Duration;
/// use rejoin::reconnect::Preset;
///
/// assert_eq!("fixed:0.5".parse(), Ok(Preset::Fixed(Duration::from_millis(500))));
/// assert_eq!(Preset::Registered.to_string(), "registered");
/// assert!("stampede".parse::<Preset>().is_err());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Preset {
    /// Always after the same delay.
    Fixed(Duration),
    /// At once, then every 10 ms.
    Immediate,
    /// Not at all.
    Never,
    /// What RFC 6455 section 7.2.3 asks for, and nothing else.
    Rfc6455,
    /// What the registration of 1012 asks for.
    Registered,
    /// What the server says, else what the rows say. The default.
    #[default]
    Rejoin,
}

impl Preset {
    /// The names, for help texts; the second part of `fixed:SECONDS` is a number.
    pub const NAMES: &[&str] = &[
        "rejoin",
        "registered",
        "rfc6455",
        "fixed:SECONDS",
        "immediate",
        "never",
    ];
}

/// The name, as [`FromStr`] takes it.
impl fmt::Display for Preset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fixed(delay) => write!(f, "{FIXED}{}", delay.as_secs_f64()),
            Self::Immediate => f.write_str("immediate"),
            Self::Never => f.write_str("never"),
            Self::Rfc6455 => f.write_str("rfc6455"),
            Self::Registered => f.write_str("registered"),
            Self::Rejoin => f.write_str("rejoin"),
        }
    }
}

/// The seconds of `fixed:SECONDS` may have a fraction; they are from 0 to 3600.
impl FromStr for Preset {
    type Err = UnknownPreset;

    fn from_str(name: &str) -> Result<Self, UnknownPreset> {
        Ok(match name {
            "immediate" => Self::Immediate,
            "never" => Self::Never,
            "rfc6455" => Self::Rfc6455,
            "registered" => Self::Registered,
            "rejoin" => Self::Rejoin,
            _ => Self::Fixed(fixed(name).ok_or(UnknownPreset)?),
        })
    }
}

fn fixed(name: &str) -> Option<Duration> {
    let seconds = name.strip_prefix(FIXED)?;
    let plain = seconds.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let seconds: f64 = seconds.parse().ok().filter(|_| plain)?;
    let delay = Duration::try_from_secs_f64(seconds).ok()?;
    (delay <= LONGEST_FIXED).then_some(delay)
}

const FIXED: &str = "fixed:";

const LONGEST_FIXED: Duration = Duration::from_secs(3_600);

/// A name that is none of [`Preset::NAMES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnknownPreset;

impl fmt::Display for UnknownPreset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no policy has this name; use one of ")?;
        for (index, name) in Preset::NAMES.iter().enumerate() {
            let between = if index == 0 { "" } else { ", " };
            write!(f, "{between}{name}")?;
        }
        Ok(())
    }
}

impl core::error::Error for UnknownPreset {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_read_and_written_alike() {
        for name in Preset::NAMES {
            let name = name.replace("SECONDS", "2.5");
            assert_eq!(name.parse::<Preset>().map(|p| p.to_string()), Ok(name));
        }
        assert_eq!(Preset::Fixed(Duration::from_secs(3)).to_string(), "fixed:3");
        assert_eq!(
            "fixed:3600".parse(),
            Ok(Preset::Fixed(Duration::from_secs(3_600)))
        );
    }

    #[test]
    fn other_names_are_refused_with_those_that_there_are() {
        for name in [
            "",
            "Rejoin",
            "fixed",
            "fixed:",
            "fixed:-1",
            "fixed:NaN",
            "fixed:inf",
            "fixed:1e3",
            "fixed:3601",
            "fixed:3s",
            "fixed:.",
            "fixed:\u{663}",
            "rejoin ",
        ] {
            assert_eq!(name.parse::<Preset>(), Err(UnknownPreset), "{name:?}");
        }
        assert_eq!(
            UnknownPreset.to_string(),
            "no policy has this name; use one of rejoin, registered, rfc6455, fixed:SECONDS, \
             immediate, never",
        );
    }
}
