//! `Retry-After`, in both its forms.

use core::time::Duration;
use std::time::SystemTime;

use http::{HeaderMap, HeaderName, header};

/// How long an answer asks to be left alone; `None` if it does not, or not in a known form.
///
/// A date is counted from the answer's own `Date`, so that a clock that is set wrong here does no
/// harm; without that header, from `now`. What is past is no delay.
///
/// # Spec
///
/// RFC 9110 section 10.2.3.
///
/// # Bounds
///
/// Seconds may be any that fit 64 bits; of several headers the first counts.
pub(super) fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let text = text(headers, header::RETRY_AFTER)?;
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Duration::from_secs(text.parse().unwrap_or(u64::MAX)));
    }
    let until = httpdate::parse_http_date(text).ok()?;
    let date = self::text(headers, header::DATE);
    let from = date.and_then(|text| httpdate::parse_http_date(text).ok());
    let delay = until.duration_since(from.unwrap_or(now));
    Some(delay.unwrap_or(Duration::ZERO))
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok().map(str::trim)
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;
    use proptest::prelude::*;

    use super::*;

    /// Sun, 06 Nov 1994 08:49:37 GMT, the date of RFC 9110's examples.
    fn now() -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777)
    }

    fn asked(headers: &[(HeaderName, &[u8])]) -> Option<Duration> {
        let headers: HeaderMap = headers
            .iter()
            .map(|(name, value)| {
                (
                    name.clone(),
                    HeaderValue::from_bytes(value).expect("a value"),
                )
            })
            .collect();
        retry_after(&headers, now())
    }

    fn after(value: &str) -> Option<u64> {
        asked(&[(header::RETRY_AFTER, value.as_bytes())]).map(|delay| delay.as_secs())
    }

    #[test]
    fn rfc9110_10_2_3_seconds_are_taken_as_they_are() {
        for (value, seconds) in [
            ("0", 0),
            ("120", 120),
            ("007", 7),
            ("18446744073709551615", u64::MAX),
            ("99999999999999999999999999", u64::MAX),
        ] {
            assert_eq!(after(value), Some(seconds), "{value}");
        }
    }

    #[test]
    fn rfc9110_10_2_3_dates_of_all_three_forms_are_counted_from_now() {
        for value in [
            "Sun, 06 Nov 1994 08:50:07 GMT",
            "Sunday, 06-Nov-94 08:50:07 GMT",
            "Sun Nov  6 08:50:07 1994",
        ] {
            assert_eq!(after(value), Some(30), "{value}");
        }
        assert_eq!(after("Sun, 06 Nov 1994 08:00:00 GMT"), Some(0), "the past");
    }

    #[test]
    fn a_date_is_counted_from_the_servers_own_clock_if_that_is_known() {
        let until = (header::RETRY_AFTER, &b"Sun, 06 Nov 1994 10:00:30 GMT"[..]);
        let sent = (header::DATE, &b"Sun, 06 Nov 1994 10:00:00 GMT"[..]);
        assert_eq!(asked(&[until.clone(), sent]), Some(Duration::from_secs(30)));
        let broken = (header::DATE, &b"today"[..]);
        assert_eq!(asked(&[until, broken]), Some(Duration::from_secs(4_253)));
    }

    #[test]
    fn other_forms_are_as_good_as_none() {
        for value in [
            "",
            "soon",
            "-1",
            "+1",
            "1.5",
            "1s",
            "0x10",
            "Sun, 99 Nov 1994 08:49:37 GMT",
        ] {
            assert_eq!(after(value), None, "{value:?}");
        }
        assert_eq!(asked(&[(header::RETRY_AFTER, b"\xff12")]), None);
        assert_eq!(asked(&[]), None);
    }

    proptest! {
        #[test]
        fn no_value_makes_it_fall_over(value in "[ -~]{0,40}", date in "[ -~]{0,40}") {
            let value = (header::RETRY_AFTER, value.as_bytes());
            let _ = asked(&[value, (header::DATE, date.as_bytes())]);
        }

        #[test]
        fn no_date_makes_it_fall_over(
            day in 0..99_u32, year in 0..9999_u32, hour in 0..99_u32, second in 0..99_u32,
        ) {
            let value = format!("Sun, {day:02} Nov {year:04} {hour:02}:49:{second:02} GMT");
            after(&value);
        }
    }
}
