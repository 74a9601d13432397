//! Names that somebody was born with: "née Quist". They name nobody else, and nobody a second time.

use crate::language::names::found::Found;
use crate::language::names::line::NameLine;

/// "Ines Orbel, | née Quist |, flew": the name after "née" is none of somebody else.
pub(super) fn maiden_names(line: &NameLine<'_>, found: &mut Found) {
    let is_born = |at: usize| matches!(line.written(at), "née" | "né" | "nee");
    found.keep(|name| {
        let start = name.words.start;
        !is_born(start) && !start.checked_sub(1).is_some_and(is_born)
    });
}
