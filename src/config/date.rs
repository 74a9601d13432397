//! Calendar days as configuration and command line write them. It resolves nothing in a draft.

use jiff::civil::Date;

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
