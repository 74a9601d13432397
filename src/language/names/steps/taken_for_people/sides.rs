//! Sides of a match that are told by its score: "Velden beat Orbel 3-1". It decides nothing about players of tennis.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::NameKind;
use crate::language::base::hashing::Case;
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::{self, Lists};

/// The fewest games that win a set.
const SET: u32 = 6;

/// "| Velden | beat | Orbel | 3-1": of two names of one word, none of them a given name, both are teams.
pub(super) fn sides(line: &NameLine<'_>, found: &mut Found) {
    static WON: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("won.txt")));
    let can_play = |at: usize| line.case(at) == Case::Title && !line.is_on(at, Lists::GIVEN);
    found.rewrite(|names, mut name| {
        let start = name.words.start;
        let first = names.last_mut().filter(|first| {
            first.words.len() == 1
                && name.words.len() == 1
                && (first.words.end + 1..=first.words.end + 2).contains(&start)
                && WON.contains(&line.word(first.words.end))
                && can_play(first.words.start)
                && can_play(start)
                && is_score_of_teams(line, name.words.end)
        });
        if let Some(first) = first {
            let is_person = |kind: NameKind| matches!(kind, NameKind::Person | NameKind::Other);
            for side in [first, &mut name] {
                if is_person(side.kind) {
                    side.kind = NameKind::Organization;
                }
            }
        }
        names.push(name);
    });
}

/// "3-1", and nothing that may be the first of several sets: "6-4, 6-3".
fn is_score_of_teams(line: &NameLine<'_>, at: usize) -> bool {
    let Some(((one, other), end)) = score(line, at) else {
        return false;
    };
    let has_more = score(line, end).or_else(|| score(line, end + 1)).is_some();
    !has_more && !(SET..=SET + 1).contains(&one.max(other))
}

/// The two counts of a score and the word after it. It is one word, or a word for each count and for what parts them.
fn score(line: &NameLine<'_>, at: usize) -> Option<((u32, u32), usize)> {
    let count = |written: &str| written.parse::<u32>().ok();
    if let Some((one, other)) = line.written(at).split_once(['-', '–']) {
        return Some(((count(one)?, count(other)?), at + 1));
    }
    matches!(line.written(at + 1), "-" | "–")
        .then(|| Some(((count(line.written(at))?, count(line.written(at + 2))?), at + 3)))
        .flatten()
}
