//! The names of a draft as they are written, for the rules on names. It finds no names: those are facts.

use std::borrow::Cow;

use smol_str::SmolStr;

use crate::analysis::actors::tables;
use crate::analysis::register::key;
use crate::analysis::{Marked, Mention, MentionForm, MentionId, Place, local_mentions};
use crate::rules::Context;
use crate::rules::shared::places::{ListItems, is_place_here};
pub use crate::rules::shared::written::{Spelled, Written};
use crate::text::Span;

/// How the names in the blocks that a context looks at are written, in the order of the text. Linear in their number.
pub fn spelled(context: &Context<'_>) -> Vec<Spelled> {
    let marked = Marked::of(context.quotations());
    let named = |mention: &&Mention| mention.form == MentionForm::Named;
    let mut in_note = (None, false);
    let mut lists = ListItems::default();
    let names = context.mentions().iter().filter(named);
    names
        .map(|mention| {
            let place = Place::new(mention.place.block, bare(context, mention.place));
            if in_note.0 != Some(place.block) {
                in_note = (Some(place.block), is_note(context.text_around(place)));
            }
            let block = context.block(place);
            let words = words(context.text(place), place.span.start);
            let text = |word: &Span| context.text(Place::new(place.block, *word));
            Spelled {
                span: place.span,
                keys: words.iter().map(|word| SmolStr::from(key(text(word)))).collect(),
                words,
                is_quoted: marked.covers(place) || block.is_some_and(|block| block.in_quote),
                in_running_text: block.is_some_and(|block| block.kind.is_body()),
                in_list: lists.hold(context, place),
                is_place_here: is_place_here(context, place, mention.kind),
                in_note: in_note.1,
            }
        })
        .collect()
}

/// The names of a draft that are written so, block by block.
pub fn written<'a>(context: &Context<'a>, spelled: &[&'a Spelled]) -> Vec<Written<'a>> {
    let mentions = &context.facts.mentions;
    let locals = local_mentions(context.blocks, mentions);
    let mentions = (0..).map(MentionId).zip(mentions).zip(locals);
    let named = mentions.filter(|((_, mention), _)| mention.form == MentionForm::Named);
    let names = named.zip(spelled.iter().copied()).enumerate();
    // The number of names is known; a list that grows is copied again and again.
    let mut all = Vec::with_capacity(spelled.len());
    all.extend(names.map(|(number, (((id, mention), local), spelled))| {
        let place = Place::new(mention.place.block, spelled.span);
        Written {
            number,
            place,
            text: context.text(place),
            spelled: Cow::Borrowed(spelled),
            kind: mention.kind,
            actor: mention.actor,
            mention: Some(id),
            local,
        }
    }));
    all
}

/// A name without a possessive ending.
fn bare(context: &Context<'_>, name: Place) -> Span {
    let text = context.text(name);
    let endings = ["'s", "’s", "'", "’"];
    let bare = endings.iter().find_map(|ending| text.strip_suffix(ending));
    Span::new(name.span.start, name.span.start + bare.unwrap_or(text).len())
}

/// The words of a text that begins at `start`.
fn words(text: &str, start: usize) -> Vec<Span> {
    let words = text.split_whitespace();
    let spans = words.filter_map(|word| {
        let from = start + (word.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
        Some(Span::new(from, from + word.len()))
    });
    spans.collect()
}

/// Whether a paragraph is a note on the story: “Correction, May 3: …”.
fn is_note(paragraph: &str) -> bool {
    let text = paragraph.trim_start_matches(|letter: char| !letter.is_alphabetic());
    let label: String = text.chars().take(LONGEST_LABEL).flat_map(char::to_lowercase).collect();
    NOTES.iter().any(|note| label.starts_with(note)) && label.contains([':', '—', '–'])
}

/// How a note on the story begins.
const NOTES: [&str; 9] = [
    "update",
    "correction",
    "corrected",
    "clarification",
    "clarified",
    "editor's note",
    "editor’s note",
    "editors",
    "note",
];

/// How many letters into a note its label ends.
const LONGEST_LABEL: usize = 40;

/// A name as two spellings of it are compared: without case, periods and apostrophes, with one kind of hyphen and of
/// space.
pub fn spelling(word: &str) -> String {
    let words: Vec<String> = word
        .split_whitespace()
        .map(|word| {
            word.chars()
                .filter(|letter| !matches!(letter, '.' | ',' | '"' | '“' | '”' | '\'' | '’' | '‘'))
                .map(|letter| if matches!(letter, '‐' | '‑') { '-' } else { letter })
                .flat_map(char::to_lowercase)
                .collect()
        })
        .collect();
    words.join(" ")
}

/// Whether a word is a country, its people or a seat of power: those differ by a letter and are right.
pub fn is_of_a_state(word: &str) -> bool {
    tables::state(word).is_some() || word.strip_suffix('s').is_some_and(|one| tables::state(one).is_some())
}

/// Written like a name: a capital, small letters, no figures.
pub fn is_proper(name: &Written) -> bool {
    let text = name.text;
    text.chars().next().is_some_and(char::is_uppercase)
        && text.chars().any(char::is_lowercase)
        && !text.contains(|letter: char| letter.is_numeric() || matches!(letter, '[' | '@' | '/' | '_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_keep_accents_and_hyphens() {
        assert_eq!(spelling("O’Hara"), spelling("O'HARA"));
        assert_ne!(spelling("Peña"), spelling("Pena"));
        assert_ne!(spelling("Al-Amin"), spelling("Al Amin"));
    }
}
