//! Those whom the newsroom's file knows. What it says wins, but where a document gives whom it has by the name a title that the
//! entry cannot have on that day, nobody is named.

use crate::people::office::Office;

/// Why somebody may not be the entry of their name: a title that contradicts one that the entry has on the day, where none of the
/// titles is one of the entry's at any time.
#[must_use]
pub fn doubt<'a>(
    given: &[String],
    held: impl Iterator<Item = &'a str>,
    all: impl Iterator<Item = &'a str>,
) -> Option<String> {
    let given: Vec<Office> = given.iter().filter_map(|title| Office::of(title)).collect();
    let all: Vec<Office> = all.filter_map(Office::of).collect();
    if given.iter().any(|given| all.iter().any(|known| given.is_like(known))) {
        return None;
    }
    let held: Vec<Office> = held.filter_map(Office::of).collect();
    given.iter().find_map(|given| {
        let known = held.iter().find(|known| given.contradicts(known))?;
        Some(format!("{} here, {} in the file", given.text, known.text))
    })
}

/// The id in Wikidata that a link leads to: "Q42" of `https://www.wikidata.org/wiki/Q42`.
///
/// ```
/// use copydesk::people::wikidata_of;
///
/// assert_eq!(wikidata_of("https://www.wikidata.org/wiki/Q42").as_deref(), Some("Q42"));
/// assert_eq!(wikidata_of("http://www.wikidata.org/entity/Q42#name").as_deref(), Some("Q42"));
/// assert_eq!(wikidata_of("https://news.example/wiki/Q42"), None);
/// ```
#[must_use]
pub fn wikidata_of(link: &str) -> Option<String> {
    let address = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://"))?;
    let (host, path) = address.split_once('/')?;
    if !matches!(
        host,
        "www.wikidata.org" | "wikidata.org" | "m.wikidata.org" | "www.m.wikidata.org"
    ) {
        return None;
    }
    let name = path.split(['?', '#']).next()?.rsplit('/').next()?;
    let digits = name.strip_prefix('Q')?;
    (!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| name.to_owned())
}
