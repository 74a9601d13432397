//! The forms that a draft uses for an actor, counted. It chooses none of them.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::analysis::actors::wording::{lower, one_spaced};
use crate::analysis::{Actor, Mention, MentionForm};
use crate::markup::Markup;
use crate::text::table::WordList;

/// Counts the forms that the draft uses for an actor as they are written; what has a capital only because it opens a sentence is
/// in small letters.
pub(in crate::analysis) fn count_aliases(actor: &mut Actor, markup: &Markup, mentions: &[Mention]) {
    actor.aliases.clear();
    let mut known: FxHashMap<Cow<'_, str>, usize> = FxHashMap::default();
    for id in &actor.mentions {
        let Some(mention) = mentions.get(id.0) else { continue };
        let text = markup.text_of(mention.place);
        let text = match (mention.form, one_spaced(text)) {
            (MentionForm::Named, text) => text,
            (MentionForm::Nominal | MentionForm::Pronoun, text) => inside_sentence(text),
        };
        match known.get(&text).and_then(|index| actor.aliases.get_mut(*index)) {
            Some((_, count)) => *count += 1,
            None => {
                actor.aliases.push((text.clone().into_owned(), 1));
                known.insert(text, actor.aliases.len() - 1);
            }
        }
    }
}

/// "The captain" as "the captain": a description or a pronoun as it is inside a sentence. "Weil's deputy" and "I" stay.
fn inside_sentence(text: Cow<'_, str>) -> Cow<'_, str> {
    static OPENERS: WordList = WordList::new(include_str!("data/small_openers.txt"));
    let first = text.split(' ').next().unwrap_or_default();
    let small = lower(first);
    if small == first || !OPENERS.has(&small) {
        return text;
    }
    let rest = text.get(first.len()..).unwrap_or_default();
    Cow::Owned(format!("{small}{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::actors::toy::folded;

    #[test]
    fn forms_are_counted_first_used_first() {
        let (markup, _, mut actors, mentions) =
            folded(&["Rosa Weil, the captain, left. Weil won. Rosa\u{a0}Weil spoke."]);
        count_aliases(std::sync::Arc::make_mut(&mut actors[0]), &markup, &mentions);
        let counted: Vec<_> = actors[0]
            .aliases
            .iter()
            .map(|(form, count)| (form.as_str(), *count))
            .collect();
        assert_eq!(counted, [("Rosa Weil", 2), ("the captain", 1), ("Weil", 1)]);
    }

    #[test]
    fn a_description_is_shown_as_inside_a_sentence() {
        for (written, shown) in [
            ("The captain", "the captain"),
            ("THE CAPTAIN", "the CAPTAIN"),
            ("Weil's Deputy", "Weil's Deputy"),
            ("I", "I"),
            ("He", "he"),
        ] {
            assert_eq!(inside_sentence(Cow::Borrowed(written)), shown);
        }
    }
}
