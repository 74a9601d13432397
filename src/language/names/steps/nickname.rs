//! Nicknames in quotation marks. It knows no nickname by itself.

use std::ops::RangeInclusive;

use crate::language::base::hashing::word;
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::Lists;
use crate::language::{Name, NameKind};

/// How many words may be between the two halves of a name: two marks, and one to four words.
const GAP: RangeInclusive<usize> = 3..=6;

/// "Asger | “Farlig” | Jensen" is one name. The nickname itself may have been read as one.
pub(super) fn nickname(line: &NameLine<'_>, found: &mut Found) {
    found.rewrite(|names, name| {
        let first = names.iter().rev().take(2).position(|first| is_one(line, first, &name));
        if let Some(back) = first {
            names.truncate(names.len() - back);
            if let Some(last) = names.last_mut() {
                last.words.end = name.words.end;
            }
        } else {
            names.push(name);
        }
    });
}

/// What is read as a place may be a family name, unless the lists know the place.
fn is_one(line: &NameLine<'_>, first: &Name, last: &Name) -> bool {
    let gap = first.words.end..last.words.start;
    first.kind == NameKind::Person
        && !(last.kind == NameKind::Place && line.is_on(last.words.start, Lists::ANY_PLACE))
        && GAP.contains(&gap.len())
        && gap
            .clone()
            .all(|at| is_quotation_mark(line.word(at)) == (at == gap.start || at == gap.end - 1))
}

/// Whether it is a single or a double quotation mark.
fn is_quotation_mark(mark: u64) -> bool {
    const MARKS: [u64; 5] = [word("``"), word("''"), word("\""), word("`"), word("'")];
    MARKS.contains(&mark)
}
