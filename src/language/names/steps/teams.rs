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
        for at in gap.clone() {
            let size = if is_team(line, at) {
                1
            } else if at + 1 < gap.end && is_team_of_two(line, at) {
                2
            } else {
                continue;
            };
            names.push(Name {
                words: at..at + size,
                kind: NameKind::Organization,
            });
        }
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

/// "The Mountain Lions won": two such words, of which the second is the plural.
fn is_team_of_two(line: &NameLine<'_>, at: usize) -> bool {
    let is_plain = |at: usize| line.case(at) == Case::Title && line.lists(at).is_empty() && !is_no_name(&line.form(at));
    let is_plural = line
        .tagged(at + 1)
        .is_some_and(|word| matches!(word.tag, Tag::PluralName | Tag::PluralNoun));
    at > 0 && line.word(at - 1) == THE && is_plain(at) && is_plain(at + 1) && is_plural && !line.is_capital(at + 2)
}
