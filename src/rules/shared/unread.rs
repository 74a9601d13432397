//! Capitalized words that were read as no name and may be a name misspelled: a slip makes a word that nobody knows. It does
//! not say which are.

use crate::analysis::{ActorKind, Marked, Place};
use crate::language::{Upos, Word};
use crate::rules::Context;
use crate::rules::context::Paragraph;
use crate::rules::shared::names::Written;
use crate::text::Span;

/// Words of the running text with a capital that are in no name, one by one; with a hyphen, both parts are one. Linear in
/// the words of the draft. `names` are those that were read, in the order of the text.
pub fn unread<'a>(context: &Context<'a>, names: &[Written<'a>], marked: &Marked) -> Vec<Written<'a>> {
    let mut unread = Vec::new();
    let mut rest = names.iter().peekable();
    for paragraph in context.body() {
        let mut read = Vec::new();
        while let Some(name) = rest.next_if(|name| name.place.block <= paragraph.id) {
            if name.place.block == paragraph.id {
                read.push(name.place.span);
            }
        }
        for span in compounds(paragraph) {
            let place = Place::new(paragraph.id, span);
            // Part of a double name may have been read as a name of its own.
            let is_read = read
                .iter()
                .any(|name| name.overlaps(span) && (name.start < span.start || name.len() >= span.len()));
            if !is_read {
                unread.push(Written {
                    kind: ActorKind::Person,
                    ..Written::unread(place, context.text(place), marked.covers(place))
                });
            }
        }
    }
    unread
}

/// The capitalized words of a paragraph that have no other beside them.
fn compounds(paragraph: Paragraph<'_>) -> Vec<Span> {
    let text = paragraph.block.text.as_str();
    let words = &paragraph.facts.language.words;
    let is_capital = |word: &Word| word.span.of(text).starts_with(char::is_uppercase);
    let mut compounds = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let mut end = at + 1;
        if is_capital(word) {
            while let (Some(hyphen), Some(next)) = (words.get(end), words.get(end + 1))
                && matches!(hyphen.span.of(text), "-" | "‑")
                && is_capital(next)
            {
                end += 2;
            }
            let has_capital = |word: Option<&Word>| word.is_some_and(is_capital);
            let is_alone =
                !at.checked_sub(1).is_some_and(|before| has_capital(words.get(before))) && !has_capital(words.get(end));
            if let Some(last) = words.get(end - 1)
                && is_alone
                && (end > at + 1 || word.upos == Upos::Propn)
            {
                compounds.push(word.span.join(last.span));
            }
        }
        at = end;
    }
    compounds
}
