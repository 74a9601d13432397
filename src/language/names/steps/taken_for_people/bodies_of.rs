//! Bodies with "of" in their names: "Vale of Arden NHS Trust", "Diocese of Ostby". It knows none of them by name.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::NameKind;
use crate::language::base::hashing::{Case, word};
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists;

const OF: u64 = word("of");
const AND: u64 = word("and");

/// How many words a name has after "of" at most.
const LONGEST: usize = 6;

/// Words that are a body with "of" and a place.
const JURISDICTIONS: [u64; 6] = [
    word("archdiocese"),
    word("bishopric"),
    word("borough"),
    word("deanery"),
    word("diocese"),
    word("presbytery"),
];

/// Words for a stretch of land or a town, with which the names of bodies begin.
static LANDS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("lands.txt")));

/// Last words of the names of bodies that such words begin.
static BODIES: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("bodies_of_lands.txt")));

/// "Vale of | Arden NHS Trust |", "Diocese of | Ostby |": the whole is the name of the body.
pub(super) fn bodies_of(line: &NameLine<'_>, found: &mut Found) {
    let bodies: Vec<Range<usize>> = (1..line.len())
        .filter(|of| line.word(*of) == OF)
        .filter_map(|of| body(line, of))
        .collect();
    if bodies.is_empty() {
        return;
    }
    let is_inside = |words: &Range<usize>| {
        bodies
            .iter()
            .any(|body| body.start <= words.start && words.start < body.end || words.contains(&body.start))
    };
    let is_whole = |words: &Range<usize>| {
        bodies
            .iter()
            .any(|body| words.start <= body.start && body.end <= words.end)
    };
    found.keep(|name| is_whole(&name.words) && name.kind == NameKind::Organization || !is_inside(&name.words));
    found.lay_over(bodies.into_iter(), |body, begun| {
        let is_longer = begun.is_some_and(|name| name.words.end > body.end);
        (!is_longer).then_some(NameKind::Organization)
    });
}

/// The body that has this "of" in its name.
fn body(line: &NameLine<'_>, of: usize) -> Option<Range<usize>> {
    let head = of.checked_sub(1).filter(|head| line.case(*head) == Case::Title)?;
    let is_part = |at: &usize| line.is_capital(*at) && !line.starts_anew(*at);
    let count = (of + 1..line.len()).take(LONGEST).take_while(is_part).count();
    let end = of + 1 + count;
    if count == 0 || line.starts_anew(of) {
        return None;
    }
    if LANDS.contains(&line.word(head)) {
        let last = (of + 2..end).rev().find(|at| BODIES.contains(&line.word(*at)));
        if let Some(last) = last {
            return Some(head..last + 1);
        }
    }
    if !JURISDICTIONS.contains(&line.word(head)) {
        return None;
    }
    // "Diocese of Ostby and Velden"
    let is_pair = count == 1 && line.word(end) == AND && line.case(end + 1) == Case::Title && !line.is_capital(end + 2);
    let is_royal = head
        .checked_sub(1)
        .is_some_and(|before| line.case(before) == Case::Title && ROYAL.contains(&line.word(before)));
    Some(head - usize::from(is_royal)..end + if is_pair { 2 } else { 0 })
}

const ROYAL: [u64; 5] = [
    word("anglican"),
    word("catholic"),
    word("episcopal"),
    word("london"),
    word("royal"),
];
