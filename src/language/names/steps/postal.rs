//! The letters of the Post for states: "Velden, PA", "Spotline PA". It reads no letters that are degrees or words as well.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::base::hashing::{Capitals, Case, word};
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::{self, Lists};
use crate::language::{Name, NameKind};

const COMMA: u64 = word(",");
const POINT: u64 = word(".");
const FOR: u64 = word("for");
const SLASH: u64 = word("/");

/// "Spotline | PA": the letters right after a name, or after a word that may be one, are its last word, where it is no place.
pub(super) fn joined(line: &NameLine<'_>, found: &mut Found) {
    found.rewrite(|names, mut name| {
        let start = name.words.start;
        if name.words.len() == 1 && is_postal(line, start) && !line.starts_anew(start) {
            let begun = names
                .last()
                .filter(|last| last.words.end == start)
                .map(|last| last.words.start);
            let first = begun.or_else(|| {
                start
                    .checked_sub(1)
                    .filter(|before| *before > 0 && is_unlisted(line, *before))
            });
            if let Some(first) = first.filter(|first| can_be_body(line, *first) && line.case(start - 1) == Case::Title)
            {
                name.words.start = first;
                name.kind = NameKind::Organization;
                if begun.is_some() {
                    names.pop();
                }
            }
        }
        names.push(name);
    });
}

fn is_unlisted(line: &NameLine<'_>, at: usize) -> bool {
    // "Milan Orbel / For Spotline PA": every word of a credit has a capital.
    let is_credited = at.checked_sub(1).is_some_and(|before| line.word(before) == FOR)
        && at.checked_sub(2).is_some_and(|before| line.word(before) == SLASH);
    let can_tell = line.capitals == Capitals::Running || is_credited;
    line.lists(at).is_empty() && can_tell && line.case(at) == Case::Title
}

/// ", | PA", "Pa. |" are places, and "Spotline PA" is a body there, unless a given name makes it somebody with a degree or a list
/// knows the town.
pub(super) fn postal(line: &NameLine<'_>, found: &mut Found) {
    found.change(|name| {
        if let Some(kind) = kind(line, name) {
            name.kind = kind;
        }
    });
}

fn kind(line: &NameLine<'_>, name: &Name) -> Option<NameKind> {
    let (start, last) = (name.words.start, name.words.end - 1);
    let is_state = is_postal(line, last);
    if name.words.len() > 1 {
        let is_body = is_state && can_be_body(line, start) && line.word(last - 1) != COMMA;
        return is_body.then_some(NameKind::Organization);
    }
    let is_after_town = start.checked_sub(1).is_some_and(|before| line.word(before) == COMMA);
    let is_short_state = line.is_on(start, Lists::REGION) && line.written(start).ends_with('.')
        || line.word(start + 1) == POINT && line.case(start) == Case::Title && is_letters(line, start);
    (is_state && is_after_town || is_short_state).then_some(NameKind::Place)
}

/// Whether a name that begins with this word and ends in a state can be that of a body: not "Jordan Roth MD" nor "in Velden PA".
fn can_be_body(line: &NameLine<'_>, start: usize) -> bool {
    const BEFORE_PLACE: [u64; 4] = [word("in"), word("at"), word("near"), word("from")];
    let is_located = (start.checked_sub(1)).is_some_and(|before| BEFORE_PLACE.contains(&line.word(before)))
        && line.is_on(start, Lists::ANY_PLACE);
    !is_located && !line.is_on(start, Lists::GIVEN)
}

fn is_postal(line: &NameLine<'_>, at: usize) -> bool {
    line.case(at) == Case::Upper && is_letters(line, at)
}

fn is_letters(line: &NameLine<'_>, at: usize) -> bool {
    static LETTERS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("postal.txt")));
    LETTERS.contains(&line.word(at))
}
