//! Where a politician comes from, in brackets or between commas: "Orbel (D., Velden)". It reads no other bracket.

use crate::language::NameKind;
use crate::language::base::hashing::{Case, word};
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;

const OPEN: u64 = word("(");
const CLOSE: u64 = word(")");
const COMMA: u64 = word(",");
const JOINS: [u64; 2] = [COMMA, word("-")];

/// "(D., Velden)", "(R-Kessel)", ", R., Velden,": after a letter for the party the name is a place.
pub(super) fn of_party(line: &NameLine<'_>, found: &mut Found) {
    found.change(|name| {
        let start = name.words.start;
        let end = line.word(name.words.end);
        let is_of_party = start > 2
            && JOINS.contains(&line.word(start - 1))
            && line.case(start - 2) == Case::Initial
            && (line.word(start - 3) == OPEN && end == CLOSE || line.word(start - 3) == COMMA && end == COMMA);
        if is_of_party {
            name.kind = NameKind::Place;
        }
    });
}
