//! Names of teams and bands that the tagger does not know. It reads no word of the lists.

use crate::language::base::hashing::{Capitals, Case, word};
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::is_no_name;
use crate::language::{Name, NameKind, Tag, Upos};

const THE: u64 = word("the");

/// "The Mountaineers won": a capitalized plural after "the" that no list knows is a team or a band. The tagger leaves out
/// those that it has not met, as it does the "Democrats" of peoples and parties.
pub(super) fn teams(line: &NameLine<'_>, found: &mut Found) {
    if line.capitals != Capitals::Running {
        return;
    }
    found.fill(line.len(), |gap, names| {
        names.extend(gap.filter(|at| is_team(line, *at)).map(|at| Name {
            words: at..at + 1,
            kind: NameKind::Organization,
        }));
    });
}

fn is_team(line: &NameLine<'_>, at: usize) -> bool {
    let is_plural_name = line
        .tagged(at)
        .is_some_and(|word| word.upos == Upos::Propn && word.tag == Tag::PluralName);
    is_plural_name
        && at > 0
        && line.word(at - 1) == THE
        && line.case(at) == Case::Title
        && line.lists(at).is_empty()
        && !is_no_name(&line.form(at))
        && !line.is_capital(at + 1)
}
