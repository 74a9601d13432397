//! What belongs to a saint or a king: "St Cuthbert's Hospital". It reads no saint by name.

use std::ops::Range;

use crate::language::NameKind;
use crate::language::base::hashing::{Case, word};
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::Lists;
use crate::language::names::steps::taken_for_people::saints::is_saint;
use crate::language::names::steps::taken_for_people::schools::is_body;

/// How many words a saint's name has at most, and how many the name of what belongs to the saint.
const LONGEST_NAME: usize = 2;
const LONGEST_HOUSE: usize = 5;

/// Words for what is called after a saint and acts, besides schools, churches and hospitals.
const HOUSES: [u64; 9] = [
    word("abbey"),
    word("ambulance"),
    word("center"),
    word("centre"),
    word("chapel"),
    word("clinic"),
    word("parish"),
    word("priory"),
    word("trust"),
];

/// Words for places that are called after a saint.
const PLACES: [u64; 9] = [
    word("bay"),
    word("green"),
    word("hill"),
    word("island"),
    word("park"),
    word("road"),
    word("square"),
    word("street"),
    word("wood"),
];

/// "St | Cuthbert |'s | Hospital |", "St John Ambulance", "King's College Hospital": the owner and what is owned are one name.
pub(super) fn houses(line: &NameLine<'_>, found: &mut Found) {
    let houses: Vec<Range<usize>> = (0..line.len()).filter_map(|at| house(line, at)).collect();
    if houses.is_empty() {
        return;
    }
    found.keep(|name| {
        !houses
            .iter()
            .any(|house| house.start < name.words.end && name.words.start < house.end)
    });
    found.lay_over(houses.into_iter(), |house, _| {
        let is_place = PLACES.contains(&line.word(house.end - 1));
        Some(if is_place {
            NameKind::Place
        } else {
            NameKind::Organization
        })
    });
}

/// The name of a house that begins with this word.
fn house(line: &NameLine<'_>, first: usize) -> Option<Range<usize>> {
    const CROWNED: [u64; 2] = [word("king"), word("queen")];
    let is_part = |at: usize| line.case(at) == Case::Title && !line.starts_anew(at);
    // "Stephen King's House", "Al St John's Park"
    let before = first.checked_sub(1).filter(|before| line.is_capital(*before));
    if before.is_some_and(|before| line.is_on(before, Lists::GIVEN)) {
        return None;
    }
    let owner = if is_saint(line, first) {
        let is_owned = |at: &usize| is_possessive(line, *at) && (first + 1..*at).all(is_part);
        let possessive = (first + 2..=first + 1 + LONGEST_NAME).find(is_owned);
        // "St John Ambulance"
        possessive.or_else(|| (line.word(first + 2) == word("ambulance")).then_some(first + 1))?
    } else if line.case(first) == Case::Title
        && CROWNED.contains(&line.word(first))
        && before.is_none_or(|before| line.word(before) == word("the"))
        && is_possessive(line, first + 1)
    {
        first + 1
    } else {
        return None;
    };
    let is_named = |at: &usize| line.is_capital(*at) && !line.starts_anew(*at);
    let count = (owner + 1..line.len()).take(LONGEST_HOUSE).take_while(is_named).count();
    let is_end = |at: &usize| {
        line.case(*at) == Case::Title
            && (is_body(line.word(*at)) || HOUSES.contains(&line.word(*at)) || PLACES.contains(&line.word(*at)))
    };
    let last = (owner + 1..owner + 1 + count).rev().find(is_end)?;
    Some(first..last + 1)
}

fn is_possessive(line: &NameLine<'_>, at: usize) -> bool {
    const POSSESSIVE: u64 = word("'s");
    line.word(at) == POSSESSIVE || matches!(line.written(at), "'" | "’")
}
