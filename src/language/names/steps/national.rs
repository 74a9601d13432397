//! Bodies and teams that are called after what they do and their country: "Statistics Canada", "Team Estonia". It knows
//! none of them by name.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::NameKind;
use crate::language::base::hashing::Case;
use crate::language::names::found::{Found, is_free};
use crate::language::names::line::NameLine;
use crate::language::names::lists::{self, Lists};

/// "| Statistics | Canada": a country right after such a word is the end of a body's name.
pub(super) fn national(line: &NameLine<'_>, found: &mut Found) {
    static HEADS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("national_heads.txt")));
    found.rewrite(|names, mut name| {
        let start = name.words.start;
        let is_head = |at: usize| line.case(at) == Case::Title && HEADS.contains(&line.word(at));
        if is_head(start) && line.is_entry(start + 1..name.words.end, Lists::COUNTRY) {
            name.kind = NameKind::Organization;
        }
        let is_country = line.is_entry(name.words.clone(), Lists::COUNTRY);
        let head = start.checked_sub(1).filter(|head| is_country && is_head(*head));
        if let Some(head) = head {
            while names.last().is_some_and(|last| last.words.start >= head) {
                names.pop();
            }
            if is_free(names, head) {
                name.words.start = head;
                name.kind = NameKind::Organization;
            }
        }
        names.push(name);
    });
}
