//! Schools, hospitals and the like that are called after somebody: "Bishop Orbel High School". It knows none of them by name.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::base::hashing::Case;
use crate::language::names::found::{Found, is_free};
use crate::language::names::line::NameLine;
use crate::language::names::lists;
use crate::language::{Name, NameKind};

/// "Bishop | Orbel | High School |": the words for a body right after a person's name make it the name of that body, with the title
/// before it.
pub(super) fn schools(line: &NameLine<'_>, found: &mut Found) {
    found.rewrite(|names, mut name| {
        if !is_free(names, name.words.start) {
            return;
        }
        let end = end_of_body(line, name.words.end);
        if name.kind == NameKind::Person && end > name.words.end {
            name.words.end = end;
            name.kind = NameKind::Organization;
            while let Some(before) = name.words.start.checked_sub(1).filter(|at| is_before(line, *at)) {
                if !is_free(names, before) || line.starts_anew(name.words.start) {
                    break;
                }
                name.words.start = before;
            }
        }
        names.push(name);
    });
}

fn is_before(line: &NameLine<'_>, at: usize) -> bool {
    static TITLES: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("body_titles.txt")));
    line.case(at) == Case::Title && TITLES.contains(&line.word(at))
}

/// Whether it is the last word of the name of a school, a church or a hospital.
pub(super) fn is_body(word: u64) -> bool {
    static BODIES: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("bodies.txt")));
    BODIES.contains(&word)
}

/// Where the words for a body end that begin with this word; there, if there are none.
pub(super) fn end_of_body(line: &NameLine<'_>, start: usize) -> usize {
    static KINDS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("body_kinds.txt")));
    let is_part = |at: usize| {
        line.case(at) == Case::Title
            && !line.starts_anew(at)
            && (is_body(line.word(at)) || KINDS.contains(&line.word(at)))
    };
    let end = start + (start..line.len()).take_while(|at| is_part(*at)).count();
    if end > start && is_body(line.word(end - 1)) && !line.is_capital(end) {
        end
    } else {
        start
    }
}

/// Adds a name that may go over others that begin inside it.
pub(super) fn push(names: &mut Vec<Name>, name: Name) {
    while names.last().is_some_and(|last| last.words.end > name.words.start) {
        names.pop();
    }
    names.push(name);
}
