//! Who wrote, edited or took something, as agencies say it: "Reporting by Ana Roth in Velden". It reads no other "by".

use std::ops::RangeInclusive;

use crate::language::NameKind;
use crate::language::base::hashing::{Case, word};
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::Lists;

const BY: u64 = word("by");
/// What is done "by" somebody in such lines.
const WORK: [u64; 8] = [
    word("reporting"),
    word("editing"),
    word("writing"),
    word("compiled"),
    word("edited"),
    word("photographed"),
    word("produced"),
    word("graphics"),
];
/// What leads a place in them.
const WHERE: [u64; 3] = [word("in"), word("at"), word("from")];

/// How many words the name of an author has.
const NAME: RangeInclusive<usize> = 2..=4;

/// How many words after "by" are authors and their towns.
const LINE: usize = 30;

/// "(Reporting by | Ana Roth | in Velden and | Ines Dahl |": in such a line names without "in" before them are people, unless
/// a list has them as something else.
pub(super) fn bylines(line: &NameLine<'_>, found: &mut Found) {
    let Some(by) = (1..line.len()).find(|at| line.word(*at) == BY && WORK.contains(&line.word(at - 1))) else {
        return;
    };
    found.change(|name| {
        let start = name.words.start;
        let is_author = start > by
            && start < by + LINE
            && !WHERE.contains(&line.word(start - 1))
            && NAME.contains(&name.words.len())
            && name.words.clone().all(|at| is_plain(line, at));
        if is_author {
            name.kind = NameKind::Person;
        }
    });
}

fn is_plain(line: &NameLine<'_>, at: usize) -> bool {
    matches!(line.case(at), Case::Title | Case::Mixed | Case::Initial)
        && !line.is_on(at, Lists::NAMES | Lists::ORGANIZATION_WORD)
}
