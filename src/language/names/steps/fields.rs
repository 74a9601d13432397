//! The fields of offices before their titles: "Health Minister", "Foreign Affairs Secretary". It names no office.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::base::hashing::word;
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::{self, Lists};

/// Titles that come after their field.
const TITLES: [u64; 7] = [
    word("minister"),
    word("ministers"),
    word("secretary"),
    word("secretaries"),
    word("commissioner"),
    word("undersecretary"),
    word("officer"),
];
/// Offices with "General" after them.
static GENERALS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("generals.txt")));
const GENERAL: u64 = word("general");
const STATE: u64 = word("state");
const OF: u64 = word("of");
const AND: u64 = word("and");
const MANAGING: u64 = word("managing");

/// "| Health | Minister", "Attorney | General |", "Secretary of | State |", "| Managing Director |": such words say what the
/// office is and name nobody.
pub(super) fn fields(line: &NameLine<'_>, found: &mut Found) {
    found.keep(|name| {
        let (start, end) = (name.words.start, name.words.end);
        let before = |back: usize| start.checked_sub(back).map_or(0, |at| line.word(at));
        let is_field = TITLES.contains(&line.word(end)) && name.words.clone().all(|at| is_field(line.word(at)));
        let is_general = name.words.len() == 1 && line.word(start) == GENERAL && GENERALS.contains(&before(1));
        let is_state = name.words.len() == 1
            && line.word(start) == STATE
            && before(1) == OF
            && start > 1
            && line.is_on(start - 2, Lists::TITLE);
        let is_managing = line.word(start) == MANAGING && (start + 1..end).all(|at| line.is_title(at));
        !is_field && !is_general && !is_state && !is_managing
    });
}

fn is_field(word: u64) -> bool {
    static FIELDS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("fields.txt")));
    word == AND || FIELDS.contains(&word)
}
