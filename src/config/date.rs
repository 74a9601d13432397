//! Calendar days as configuration and command line write them. It resolves nothing in a draft.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use toml::de::DeValue;

/// A calendar day written as `YYYY-MM-DD`, and as nothing else.
///
/// ```
/// assert!(copydesk::config::parse_date("2031-04-30").is_some());
/// assert!(copydesk::config::parse_date("2031-04-31").is_none());
/// assert!(copydesk::config::parse_date("20310430").is_none());
/// ```
#[must_use]
pub fn parse_date(text: &str) -> Option<Date> {
    let shape_is_right = text.len() == 10
        && text.bytes().enumerate().all(|(place, byte)| match place {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if shape_is_right { text.parse().ok() } else { None }
}

/// The calendar day of a date or of a timestamp (`2031-04-30T23:30:00Z`, `2031-04-30 23:30`). A time with an offset is a moment,
/// and on which day that was depends on the time zone; without one, the day is the one that is written.
///
/// ```
/// let day = copydesk::config::parse_day("2031-04-30T23:30:00Z", None).unwrap();
/// assert_eq!(day.to_string(), "2031-04-30");
/// assert!(copydesk::config::parse_day("2031-04-30 at noon", None).is_none());
/// ```
#[must_use]
pub fn parse_day(text: &str, timezone: Option<&TimeZone>) -> Option<Date> {
    let text = text.trim();
    if let Some(date) = parse_date(text) {
        return Some(date);
    }
    let written = text.replacen(' ', "T", 1).replace(' ', "");
    let date = parse_date(written.get(..10)?)?;
    match (written.parse::<Timestamp>(), timezone) {
        (Ok(moment), Some(zone)) => Some(zone.to_datetime(moment).date()),
        (Ok(_), None) => Some(date),
        (Err(_), _) => written.parse::<DateTime>().ok().map(DateTime::date),
    }
}

/// The calendar day of a moment in milliseconds since 1970, as pandas writes dates in JSON; in UTC without a time zone. `None` where the
/// number is so small that it counts seconds, days or years.
///
/// ```
/// let day = copydesk::config::day_of_milliseconds(1_935_279_000_000, None).unwrap();
/// assert_eq!(day.to_string(), "2031-04-30");
/// assert!(copydesk::config::day_of_milliseconds(1_935_279_000, None).is_none());
/// ```
#[must_use]
pub fn day_of_milliseconds(milliseconds: i64, timezone: Option<&TimeZone>) -> Option<Date> {
    // What is less is before March 1973, or not in milliseconds.
    if milliseconds.unsigned_abs() < 100_000_000_000 {
        return None;
    }
    let moment = Timestamp::from_millisecond(milliseconds).ok()?;
    Some(timezone.unwrap_or(&TimeZone::UTC).to_datetime(moment).date())
}

/// The calendar day in a value of a TOML file, with or without quotation marks: TOML has its own dates.
#[must_use]
pub fn date_of(value: &DeValue<'_>) -> Option<Date> {
    match value {
        DeValue::String(text) => parse_date(text),
        DeValue::Datetime(date) => parse_date(&date.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_timestamp_has_a_day() {
        let day = |text: &str, zone: Option<&str>| {
            let zone = zone.map(|name| TimeZone::get(name).unwrap());
            parse_day(text, zone.as_ref()).map(|day| day.to_string())
        };
        for text in [
            "2031-04-30",
            "2031-04-30T23:30:00Z",
            "2031-04-30T23:30:00.123456+00:00",
            "2031-04-30 23:30:00 +0000",
            "2031-04-30T23:30:00",
            " 2031-04-30 23:30 ",
        ] {
            assert_eq!(day(text, None).as_deref(), Some("2031-04-30"), "{text}");
        }
        assert_eq!(
            day("2031-04-30T23:30:00Z", Some("Asia/Tokyo")).as_deref(),
            Some("2031-05-01")
        );
        assert_eq!(
            day("2031-04-30T23:30:00", Some("Asia/Tokyo")).as_deref(),
            Some("2031-04-30")
        );
        for text in [
            "",
            "2031-04-30 at noon",
            "2031-02-30T10:00:00Z",
            "30 April 2031",
            "1935279000",
            "2031-04-30T25:00",
        ] {
            assert_eq!(day(text, None), None, "{text}");
        }
    }
}
