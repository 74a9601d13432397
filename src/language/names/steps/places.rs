//! Places by the last word of their name: halls, roads, race courses. It knows none of them by name.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::NameKind;
use crate::language::base::hashing::Case;
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::{self, Lists};

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
        if is_place || is_municipality {
            name.kind = NameKind::Place;
        }
    });
}
