//! Where a line begins that does without what ties its sentence to the one before it. It leaves out no word that limits what
//! the sentence says.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::{Tag, Upos, View};
use crate::text::table;

/// How many words before a comma may tie a sentence to the one before it.
const OPENER_WORDS: usize = 5;

/// Words before a comma that tie a sentence to the one before it.
static OPENERS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("openers.txt")).collect());

/// Where a sentence begins without "But" and "However,", and without bullets and dashes.
pub(super) fn opening(view: View<'_>, words: Range<usize>) -> usize {
    let mut at = words.start;
    while at + 1 < words.end {
        let is_mark = matches!(view.upos(at), Upos::Punct | Upos::Sym)
            && !matches!(view.tag(at), Tag::OpeningQuote | Tag::OpeningBracket | Tag::Currency)
            && !view
                .form(at)
                .starts_with(['"', '“', '‘', '\'', '(', '[', '$', '£', '€', '#']);
        let joins = view.is_any(at, &["and", "but", "so", "yet", "or"]) && view.tag(at) != Tag::Adverb
            || view.is(at, "so") && matches!(view.upos(at + 1), Upos::Punct | Upos::Pron | Upos::Det | Upos::Propn);
        let is_label = view.is_any(at, &["a", "q"]) && view.is(at + 1, ":");
        if is_label {
            at += 2;
        } else if is_mark || joins {
            at += 1;
        } else if let Some(comma) = after_opener(view, at..words.end) {
            at = comma + 1;
        } else {
            break;
        }
    }
    at.min(words.end)
}

/// The comma after "However" or "As a result".
fn after_opener(view: View<'_>, words: Range<usize>) -> Option<usize> {
    let within = words.start + 1..words.end.min(words.start + OPENER_WORDS + 1);
    let comma = within.into_iter().find(|at| view.is(*at, ","))?;
    let said: Vec<_> = (words.start..comma).map(|at| view.lower(at)).collect();
    OPENERS.contains(said.join(" ").as_str()).then_some(comma)
}
