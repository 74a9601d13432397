//! Competitors with their countries, as lists of results have them. It asks for no table around them.

use std::ops::Range;

use crate::language::NameKind;
use crate::language::base::hashing::word;
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::Lists;

const OPEN: u64 = word("(");
const CLOSE: u64 = word(")");

/// The longest name of a country, in words.
const COUNTRY: usize = 4;

/// "Milan Orbel (Norland)" is a person, whatever the name sounds like, even where it was read as two names.
pub(super) fn country(line: &NameLine<'_>, found: &mut Found) {
    let is_one = |words: &Range<usize>| words.len() == 1 && line.is_capital(words.start);
    found.rewrite(|names, mut name| {
        if let Some(last) = names.last()
            && last.words.end == name.words.start
            && is_one(&last.words)
            && is_one(&name.words)
            && has_country(line, &(last.words.start..name.words.end))
        {
            name.words.start = last.words.start;
            names.pop();
        }
        if has_country(line, &name.words) {
            name.kind = NameKind::Person;
        }
        names.push(name);
    });
}

/// Whether two to four words, none of them a listed body, are before a country in brackets.
fn has_country(line: &NameLine<'_>, words: &Range<usize>) -> bool {
    let country = words.end + 1;
    line.word(words.end) == OPEN
        && line.is_on(country, Lists::COUNTRY)
        && (2..=4).contains(&words.len())
        && (country + 1..=country + COUNTRY)
            .find(|at| !line.lists(*at).goes_on())
            .is_some_and(|close| line.word(close) == CLOSE)
        && !words
            .clone()
            .any(|at| line.is_on(at, Lists::ORGANIZATION | Lists::COUNTRY))
}
