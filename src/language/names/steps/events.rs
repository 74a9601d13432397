//! Meetings that are called after those who come. It knows no event by name.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::NameKind;
use crate::language::base::hashing::{Case, word};
use crate::language::names::found::{Found, is_free};
use crate::language::names::line::NameLine;
use crate::language::names::lists;

const OPEN: u64 = word("(");
const CLOSE: u64 = word(")");

/// "the CEO | Summit": after a title, "Summit" is nobody's name.
pub(super) fn events(line: &NameLine<'_>, found: &mut Found) {
    found.rewrite(|names, mut name| {
        let start = name.words.start;
        if name.kind == NameKind::Person && name.words.len() == 1 && is_event(line.word(start)) {
            name.kind = NameKind::Organization;
            name.words.start -= (0..start).rev().take_while(|at| line.is_title(*at)).count();
        }
        if is_free(names, name.words.start) {
            names.push(name);
        }
    });
}

/// "the Sel Economic Cooperation (SEC)": where the letters in brackets are a body, so is the name before them.
pub(super) fn shortened(line: &NameLine<'_>, found: &mut Found) {
    found.rewrite(|names, name| {
        let is_short = name.kind == NameKind::Organization
            && name.words.len() == 1
            && line.case(name.words.start) == Case::Upper
            && line.word(name.words.end) == CLOSE;
        if is_short
            && let Some(full) = names.last_mut()
            && full.kind == NameKind::Place
            && full.words.len() > 2
            && full.words.end + 1 == name.words.start
            && line.word(full.words.end) == OPEN
        {
            full.kind = NameKind::Organization;
        }
        names.push(name);
    });
}

/// Whether it is a word for a meeting or a contest: "summit".
pub(super) fn is_event(word: u64) -> bool {
    static EVENTS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("events.txt")));
    EVENTS.contains(&word)
}
