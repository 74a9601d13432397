//! Things that have names and do not act: festivals, laws, ships, programs, works. It knows none of them by name.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::NameKind;
use crate::language::base::hashing::Case;
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::{self, Lists};

/// "the Lantern Festival", "the Safe Water Act": the last word says that it is no body and no place.
pub(super) fn last_word(line: &NameLine<'_>, found: &mut Found) {
    found.change(|name| {
        let last = name.words.end - 1;
        let is_thing = name.words.len() > 1 && line.case(last) == Case::Title && is_thing_end(line.word(last));
        if is_thing && !line.is_on(name.words.start, Lists::GIVEN) {
            name.kind = NameKind::Other;
        }
    });
}

/// Whether a word ends the name of a thing: "Festival".
pub(super) fn is_thing_end(word: u64) -> bool {
    static ENDS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("thing_ends.txt")));
    ENDS.contains(&word)
}

/// "the ferry Velda", "the browser Orbel": the noun before it says what it is.
pub(super) fn noun_before(line: &NameLine<'_>, found: &mut Found) {
    static NOUNS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("thing_nouns.txt")));
    found.change(|name| {
        let start = name.words.start;
        let noun = start.checked_sub(1).filter(|noun| line.case(*noun) == Case::Lower);
        if noun.is_some_and(|noun| NOUNS.contains(&line.word(noun)) && !line.starts_anew(start))
            && !line.is_on(start, Lists::NAMES)
        {
            name.kind = NameKind::Other;
        }
    });
}
