//! Marks and small words that neither begin nor end a name. It moves no end outward.

use crate::language::base::hashing::{Case, word};
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::Lists;
use crate::language::{NameKind, Upos};

const THE: u64 = word("the");
const A: u64 = word("a");
const HE: u64 = word("he");
/// Small words inside names, with which none begins.
const LINKS: [u64; 4] = [word("of"), word("and"), word("for"), word("in")];
/// Words for one of a party's, who is a person and no body: "a Velden Democrat".
const ADHERENTS: [u64; 2] = [word("democrat"), word("republican")];

/// "the Velden Herald,": an article and a mark are not part of a name, and "He" alone is not a name.
pub(super) fn ends(line: &NameLine<'_>, found: &mut Found) {
    found.change(|name| {
        let kind = name.kind;
        let ends = |at: usize| match line.case(at) {
            Case::Mark | Case::Lower => false,
            Case::Figure => kind == NameKind::Other,
            _ => true,
        };
        while !name.words.is_empty() && !ends(name.words.end - 1) {
            name.words.end -= 1;
        }
        let leads = |at: usize| {
            line.case(at) == Case::Mark
                || line.word(at) == THE
                || line.case(at) == Case::Lower && LINKS.contains(&line.word(at))
        };
        while name.words.len() > 1 && leads(name.words.start) {
            name.words.start += 1;
        }
        if name.words.len() == 1 && matches!(line.word(name.words.start), THE | A | HE) {
            name.words.end = name.words.start;
        }
    });
}

/// "the Sel Council's Democratic | leader": an adjective of a people, a faith or a party belongs to the noun after it and ends no
/// name.
pub(super) fn adjectives(line: &NameLine<'_>, found: &mut Found) {
    found.change(|name| {
        let last = name.words.end - 1;
        let has_noun = line.tagged(last + 1).is_some_and(|next| next.upos == Upos::Noun);
        let is_adherent = ADHERENTS.contains(&line.word(last));
        let is_adjective = name.words.len() > 1
            && matches!(name.kind, NameKind::Organization | NameKind::Place)
            && line.is_on(last, Lists::OTHER)
            && !line.lists(last).goes_on()
            && !line.is_on(last, Lists::ORGANIZATION | Lists::ANY_PLACE)
            && (is_adherent || has_noun && line.case(last + 1) == Case::Lower);
        if is_adjective {
            name.words.end = last;
        }
    });
}
