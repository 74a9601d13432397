//! Marks and small words that neither begin nor end a name. It moves no end outward.

use crate::language::NameKind;
use crate::language::base::hashing::{Case, word};
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;

const THE: u64 = word("the");
const A: u64 = word("a");
const HE: u64 = word("he");

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
        while name.words.len() > 1 && (line.case(name.words.start) == Case::Mark || line.word(name.words.start) == THE)
        {
            name.words.start += 1;
        }
        if name.words.len() == 1 && matches!(line.word(name.words.start), THE | A | HE) {
            name.words.end = name.words.start;
        }
    });
}
