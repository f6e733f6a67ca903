//! The retry window: when a server that closes wants its clients back.

use core::fmt;
use core::time::Duration;

use rejoin_close_codes::{DelayRange, MAX_REASON_BYTES};

/// A range of delays, written by a server into the reason of its Close frame: each client comes
/// back at a random moment of it.
///
/// The server knows how many will come back, a client cannot. In `service restart; retry=1.0-5.0`
/// the window is 1 to 5 seconds. Clients that know nothing of it see a reason like any other.
///
/// # Spec
///
/// None, this is an invention: one word of the reason of RFC 6455 section 5.5.1, which leaves the
/// reason to the sender.
///
/// # Bounds
///
/// Whole milliseconds, both ends included, from 0 to [`MAX`](Self::MAX), one hour. A client that is
/// told to stay away for longer than that is better served by a Close that says so to people, and
/// a faulty or hostile server cannot keep clients away for good. Clients set narrower bounds of
/// their own.
///
/// # Examples
///
/// ```
/// use core::time::Duration;
/// use rejoin_proto::RetryWindow;
///
/// let window = RetryWindow::in_reason("service restart; retry=1.0-5.0").unwrap();
/// assert_eq!(window.min(), Duration::from_secs(1));
/// assert_eq!(window.max(), Duration::from_secs(5));
/// assert_eq!(window.append_to("new version"), "new version; retry=1.0-5.0");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RetryWindow(DelayRange);

impl RetryWindow {
    /// 1 to 5 seconds: the default after a restart, see [`DelayRange::SERVICE_RESTART`].
    pub const SERVICE_RESTART: Self = Self(DelayRange::SERVICE_RESTART);

    /// The longest delay that a window can ask for: one hour.
    pub const MAX: Duration = Duration::from_millis(MAX_MILLIS);

    /// The window from `min` to `max`, or `None` if `min` is above `max`.
    ///
    /// # Bounds
    ///
    /// Fractions of a millisecond are dropped; what is above [`MAX`](Self::MAX) becomes it.
    pub fn new(min: Duration, max: Duration) -> Option<Self> {
        if min > max {
            return None;
        }
        Self::of_millis(millis(min), millis(max))
    }

    /// The window that a Close reason holds: its last word of the form `retry=MIN-MAX`.
    ///
    /// Both are seconds, in decimal digits with an optional fraction. Words are separated by
    /// spaces, commas and semicolons. The last one counts because that is where
    /// [`append_to`](Self::append_to) puts it, whatever the text before it says.
    ///
    /// # Bounds
    ///
    /// Anything may be passed. A word with another form or with `MIN` above `MAX` is no window.
    /// Digits behind the milliseconds are dropped; what is above [`MAX`](Self::MAX) becomes it.
    pub fn in_reason(reason: &str) -> Option<Self> {
        reason.rsplit(BETWEEN_WORDS).find_map(parse)
    }

    /// The shortest delay.
    pub const fn min(self) -> Duration {
        self.0.min()
    }

    /// The longest delay.
    pub const fn max(self) -> Duration {
        self.0.max()
    }

    /// Both, as the rows of the close codes have them.
    pub const fn delays(self) -> DelayRange {
        self.0
    }

    /// The reason with this window behind it, within the 123 bytes of a Close frame.
    ///
    /// A reason that leaves no room is cut, on a character boundary; the window never is.
    pub fn append_to(self, reason: &str) -> String {
        let window = self.to_string();
        let room = MAX_REASON_BYTES
            .saturating_sub(window.len())
            .saturating_sub(SEPARATOR.len());
        let kept = reason
            .char_indices()
            .map(|(at, c)| at.saturating_add(c.len_utf8()));
        let end = kept.take_while(|end| *end <= room).last().unwrap_or(0);
        let kept = reason.get(..end).unwrap_or_default();
        let kept = kept.trim_end_matches(BETWEEN_WORDS);
        if kept.is_empty() {
            window
        } else {
            [kept, SEPARATOR, &window].concat()
        }
    }

    fn of_millis(min: u64, max: u64) -> Option<Self> {
        DelayRange::new(min.min(MAX_MILLIS), max.min(MAX_MILLIS)).map(Self)
    }
}

/// The word that [`RetryWindow::in_reason`] reads, with one to three decimals: `retry=0.25-5.0`.
impl fmt::Display for RetryWindow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(KEY)?;
        write_seconds(f, self.0.min_millis())?;
        f.write_str("-")?;
        write_seconds(f, self.0.max_millis())
    }
}

fn write_seconds(f: &mut fmt::Formatter<'_>, millis: u64) -> fmt::Result {
    let (seconds, rest) = (millis / 1_000, millis % 1_000);
    if rest % 100 == 0 {
        write!(f, "{seconds}.{}", rest / 100)
    } else if rest % 10 == 0 {
        write!(f, "{seconds}.{:02}", rest / 10)
    } else {
        write!(f, "{seconds}.{rest:03}")
    }
}

/// The window that is this word.
fn parse(word: &str) -> Option<RetryWindow> {
    let (min, max) = word.strip_prefix(KEY)?.split_once('-')?;
    let (min, max) = (parse_seconds(min)?, parse_seconds(max)?);
    if min > max {
        return None;
    }
    RetryWindow::of_millis(min, max)
}

/// Seconds such as `5` or `0.25`, in milliseconds; too many of them are as many as fit.
fn parse_seconds(text: &str) -> Option<u64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(whole) || !all_digits(fraction) {
        return None;
    }
    let seconds = digits(whole.bytes());
    let millis = digits(fraction.bytes().chain(*b"000").take(3));
    Some(seconds.saturating_mul(1_000).saturating_add(millis))
}

/// The number that ASCII digits write.
fn digits(ascii: impl Iterator<Item = u8>) -> u64 {
    ascii.fold(0, |number: u64, digit| {
        let digit = u64::from(digit.saturating_sub(b'0'));
        number.saturating_mul(10).saturating_add(digit)
    })
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

const KEY: &str = "retry=";

const BETWEEN_WORDS: [char; 3] = [' ', ',', ';'];

/// Stands between the reason and the window.
const SEPARATOR: &str = "; ";

const MAX_MILLIS: u64 = 3_600_000;

#[cfg(test)]
mod tests;
