//! Companies by the last word of their name. It knows none of them by name.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::NameKind;
use crate::language::base::hashing::Case;
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::{self, Lists};

/// "Sel Line Ltd." is a company, whatever the tagger read.
pub(super) fn company(line: &NameLine<'_>, found: &mut Found) {
    static SUFFIXES: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("company_suffixes.txt")));
    found.change(|name| {
        if name.words.len() > 1 && SUFFIXES.contains(&line.word(name.words.end - 1)) {
            name.kind = NameKind::Organization;
        }
    });
}

/// "Velda Sports" is an organization where no given name or initial makes it a person.
pub(super) fn organization_word(line: &NameLine<'_>, found: &mut Found) {
    found.change(|name| {
        let (first, last) = (name.words.start, name.words.end - 1);
        if name.kind == NameKind::Person
            && name.words.len() > 1
            && line.is_on(last, Lists::ORGANIZATION_WORD)
            && !line.is_on(first, Lists::GIVEN)
            && line.case(first) != Case::Initial
        {
            name.kind = NameKind::Organization;
        }
    });
}

/// Whether the word closes the name of a company before "and": "Sel Line Ltd. and Orbel".
pub(super) fn closes_company(word: u64) -> bool {
    static CLOSING: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("company_ends.txt")));
    CLOSING.contains(&word)
}
