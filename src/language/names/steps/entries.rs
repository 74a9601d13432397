//! Entries of the lists that leave no doubt. It reads no entry that is inside a longer name of the tagger.

use std::ops::Range;

use crate::language::base::hashing::Case;
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::Lists;
use crate::language::{Name, NameKind};

/// "the European Union and Japan": a listed name is not cut, and a country is a place. Where a name of the tagger begins
/// with the entry and ends no later, the entry is the name.
pub(super) fn entries(line: &NameLine<'_>, found: &mut Found) {
    let mut at = 0;
    let entries = std::iter::from_fn(|| {
        let start = (at..line.len()).find(|at| line.is_on(*at, Lists::NAMES) && line.is_capital(*at))?;
        let length = (start + 1..).take_while(|at| line.lists(*at).goes_on()).count();
        at = start + 1 + length;
        Some(start..at)
    });
    found.lay_over(entries, |entry, begun| kind(line, entry, begun));
}

/// The kind of an entry that is a name here; `begun` is the name of the tagger that begins with it.
fn kind(line: &NameLine<'_>, entry: &Range<usize>, begun: Option<&Name>) -> Option<NameKind> {
    if begun.is_some_and(|name| name.words.end > entry.end) {
        return None;
    }
    let lists = line.lists(entry.start);
    let is_whole = begun.is_some_and(|name| name.words.end == entry.end);
    let is_single = entry.len() == 1;
    let stands_alone =
        !entry.start.checked_sub(1).is_some_and(|before| line.is_capital(before)) && !line.is_capital(entry.end);
    if lists.any(Lists::COUNTRY) {
        Some(NameKind::Place)
    } else if lists.any(Lists::ANY_PLACE) && !lists.any(Lists::ORGANIZATION | Lists::GIVEN) {
        let is_place = match begun.map(|name| name.kind) {
            // The team of a town.
            Some(NameKind::Organization) => !is_whole,
            Some(NameKind::Person) => !is_single,
            Some(NameKind::Place | NameKind::Other) => true,
            None => stands_alone && !(is_single && line.case(entry.start) == Case::Initial),
        };
        is_place.then_some(NameKind::Place)
    } else if lists.any(Lists::OTHER) && !lists.any(Lists::ORGANIZATION) {
        // "the Dow Jones Industrial Average": several words of a list leave no doubt, whatever the tagger saw.
        (is_whole || !is_single).then_some(NameKind::Other)
    } else if lists.any(Lists::ORGANIZATION) && !lists.any(Lists::ANY_PLACE | Lists::GIVEN | Lists::OTHER) {
        let is_sure = !is_single || matches!(line.case(entry.start), Case::Upper | Case::Mixed);
        (begun.is_some() || is_sure && stands_alone).then_some(NameKind::Organization)
    } else {
        None
    }
}
