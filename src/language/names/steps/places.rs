//! Places by the last word of their name: halls, roads, race courses. It knows none of them by name.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::base::hashing::{Case, word};
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::{self, Lists};
use crate::language::{Name, NameKind};

/// "the Velden Arena": the last word says that it is a place, and nobody who acts.
pub(super) fn last_word(line: &NameLine<'_>, found: &mut Found) {
    static ENDS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("place_ends.txt")));
    static MUNICIPALITIES: LazyLock<FxHashSet<u64>> =
        LazyLock::new(|| lists::words(include_str!("municipalities.txt")));
    found.change(|name| {
        let last = name.words.end - 1;
        // "Sandy Township": whoever the words before it may be, that is where people live.
        let is_municipality = name.words.len() > 1
            && line.case(last) == Case::Title
            && matches!(name.kind, NameKind::Person | NameKind::Other)
            && MUNICIPALITIES.contains(&line.word(last));
        let is_place = name.words.len() > 1
            && matches!(name.kind, NameKind::Organization | NameKind::Other)
            && line.case(last) == Case::Title
            && ENDS.contains(&line.word(last))
            && !name.words.clone().any(|at| line.is_on(at, Lists::ORGANIZATION));
        if is_place || is_municipality || is_named_after(line, name, &ENDS) {
            name.kind = NameKind::Place;
        }
    });
    // "Walter | Dunphy Avenue": whom the street is named after is not in the street.
    found.rewrite(|names, mut name| {
        let begins = names.last().is_some_and(|last| {
            last.kind == NameKind::Person
                && last.words.len() == 1
                && last.words.end == name.words.start
                && line.is_on(last.words.start, Lists::GIVEN)
                && !line.starts_anew(name.words.start)
        });
        let is_street = name.words.len() > 1 && ENDS.contains(&line.word(name.words.end - 1));
        if begins
            && is_street
            && name.kind == NameKind::Place
            && let Some(last) = names.pop()
        {
            name.words.start = last.words.start;
        }
        names.push(name);
    });
}

/// "Oliver Tate Boulevard": a person's name of two words before a word for a place. "Ana Maria Lane" is somebody.
fn is_named_after(line: &NameLine<'_>, name: &Name, ends: &FxHashSet<u64>) -> bool {
    const LAST_NAMES: [u64; 6] = [
        word("lane"),
        word("street"),
        word("marsh"),
        word("beach"),
        word("bridge"),
        word("dam"),
    ];
    let last = line.word(name.words.end - 1);
    let is_surname =
        name.words.len() < 3 || LAST_NAMES.contains(&last) && line.case(name.words.start + 1) == Case::Initial;
    name.kind == NameKind::Person && line.case(name.words.end - 1) == Case::Title && ends.contains(&last) && !is_surname
}
