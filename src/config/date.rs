//! Calendar days as configuration and command line write them. It resolves nothing in a draft.

use jiff::civil::Date;
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

/// The calendar day in a value of a TOML file, with or without quotation marks: TOML has its own dates.
#[must_use]
pub fn date_of(value: &DeValue<'_>) -> Option<Date> {
    match value {
        DeValue::String(text) => parse_date(text),
        DeValue::Datetime(date) => parse_date(&date.to_string()),
        _ => None,
    }
}
