//! Trades before a name that the tagger took for the first word of it. Titles are in [`titles`](super::super::titles).

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::NameKind;
use crate::language::base::hashing::Case;
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists;

/// "Baker | Tolly Orbel |": a trade that opens a sentence before a full name is none of its words.
pub(super) fn trades(line: &NameLine<'_>, found: &mut Found) {
    static TRADES: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("trades.txt")));
    found.change(|name| {
        let start = name.words.start;
        let is_open = start == 0 && name.kind == NameKind::Person && name.words.len() > 2;
        if is_open && line.case(start) == Case::Title && TRADES.contains(&line.word(start)) {
            name.words.start += 1;
        }
    });
}
