//! Nicknames in quotation marks. It knows no nickname by itself.

use std::ops::RangeInclusive;

use crate::language::base::hashing::{Case, word};
use crate::language::names::found::{Found, is_free};
use crate::language::names::line::NameLine;
use crate::language::names::lists::{Lists, is_no_name};
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
    found.rewrite(|names, mut name| {
        if !is_free(names, name.words.start) {
            return;
        }
        // "Vincent “| Chin |” Orbel": the given name may be unread as well.
        let given = name.words.start.checked_sub(2).filter(|given| {
            name.kind == NameKind::Person
                && line.lists(*given) == Lists::GIVEN
                && line.case(*given) == Case::Title
                && is_quotation_mark(line.word(*given + 1))
                && is_quotation_mark(line.word(name.words.end))
                && line.case(name.words.end + 1) == Case::Title
                && is_free(names, *given)
        });
        if let Some(given) = given {
            name.words = given..given + 1;
        }
        if let Some(last) = unread_last_name(line, &name) {
            name.words.end = last + 1;
        }
        names.push(name);
    });
}

/// "Marcus | “Bones” Tillery played": a capitalized word right after the nickname of somebody of one name is the last name.
fn unread_last_name(line: &NameLine<'_>, name: &Name) -> Option<usize> {
    let open = name.words.end;
    let is_nickname = (open + 1..open + GAP.end())
        .take_while(|at| line.is_capital(*at) || line.case(*at) == Case::Lower)
        .count();
    let close = open + 1 + is_nickname;
    let last = close + 1;
    let is_one = name.kind == NameKind::Person
        && name.words.len() == 1
        && line.case(name.words.start) == Case::Title
        && is_quotation_mark(line.word(open))
        && is_nickname > 0
        && line.is_capital(open + 1)
        && is_quotation_mark(line.word(close))
        && line.case(last) == Case::Title
        && line.lists(last).is_empty()
        && !is_no_name(&line.form(last))
        && !line.starts_anew(last);
    is_one.then_some(last)
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
