//! Names that are only half of an adjective: "Velda-based", "Norland-backed". It reads no double name of a person.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::NameKind;
use crate::language::base::hashing::{Case, Form, word};
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists;

const HYPHEN: u64 = word("-");

/// "the Velda-based firm": what is before such an adjective takes no part in anything, so that it is no name here.
pub(super) fn adjectives(line: &NameLine<'_>, found: &mut Found) {
    found.keep(|name| {
        let end = name.words.end;
        let is_person = name.kind == NameKind::Person && name.words.len() > 1;
        is_person || line.starts_anew(end) || !makes_adjective(&line.form(end), &line.form(end + 1))
    });
}

/// Whether a hyphen and the word after it make an adjective of the name before them: "-based".
pub(in crate::language::names) fn makes_adjective(hyphen: &Form, next: &Form) -> bool {
    static ENDS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("compound_ends.txt")));
    hyphen.word == HYPHEN && next.case == Case::Lower && ENDS.contains(&next.word)
}
