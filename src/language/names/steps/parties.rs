//! Parties and seats in brackets after a politician. It finds no name.

use crate::language::NameKind;
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;

/// Parties as they are shortened, without the period.
const PARTIES: [&str; 12] = ["R", "D", "I", "L", "G", "Rep", "Dem", "Ind", "Lib", "Lab", "Con", "NDP"];

/// "Odell (R., Monroe)", "Holm (D-Franklin)": the county or state after the party is a place.
pub(super) fn parties(line: &NameLine<'_>, found: &mut Found) {
    found.change(|name| {
        let Some(party) = name.words.start.checked_sub(2).filter(|party| *party > 0) else {
            return;
        };
        let is_seat = matches!(line.written(party + 1), "," | "-" | "–")
            && PARTIES.contains(&line.written(party).trim_end_matches('.'))
            && line.written(party - 1) == "(";
        if is_seat {
            name.kind = NameKind::Place;
        }
    });
}
