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
    found.rewrite(|names, mut name| {
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
        if is_place || is_municipality || is_named_after(line, &name, names.last(), &ENDS) {
            name.kind = NameKind::Place;
        }
        names.push(name);
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

/// "Oliver Tate Boulevard", "Howard Avenue": a person's name before a word for a place. "Ana Maria Lane" is somebody, and so is "Percy
/// Lane", unless the words before it say that something is there.
fn is_named_after(line: &NameLine<'_>, name: &Name, before: Option<&Name>, ends: &FxHashSet<u64>) -> bool {
    static LAST_NAMES: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("places_borne.txt")));
    let (start, last) = (name.words.start, name.words.end - 1);
    if name.kind != NameKind::Person
        || name.words.len() < 2
        || line.case(last) != Case::Title
        || !ends.contains(&line.word(last))
    {
        return false;
    }
    if !LAST_NAMES.contains(&line.word(last)) {
        return true;
    }
    // "along Douglas Street and Edwin Lane"
    let follows = before.is_some_and(|before| {
        before.kind == NameKind::Place && before.words.end + 1 == start && line.word(before.words.end) == word("and")
    });
    let is_long = name.words.len() > 2 && line.case(start + 1) != Case::Initial;
    is_long || follows || is_street_there(line, start, last)
}

/// Whether the word before a name says that it is a street or the like.
fn is_street_there(line: &NameLine<'_>, start: usize, last: usize) -> bool {
    const ALONG: [u64; 8] = [
        word("along"),
        word("into"),
        word("off"),
        word("onto"),
        word("down"),
        word("up"),
        word("across"),
        word("near"),
    ];
    const ON: [u64; 4] = [word("on"), word("in"), word("at"), word("from")];
    const STREETS: [u64; 2] = [word("street"), word("lane")];
    let is_owner = matches!(line.written(last + 1), "'s" | "’s");
    let is_before = |words: &[u64]| {
        start
            .checked_sub(1)
            .is_some_and(|before| words.contains(&line.word(before)))
    };
    !is_owner && (is_before(&ALONG) || STREETS.contains(&line.word(last)) && is_before(&ON))
}
