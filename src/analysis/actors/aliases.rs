//! The forms that a draft uses for an actor, counted. It chooses none of them.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::analysis::actors::wording::{lower, one_spaced};
use crate::analysis::{Actor, Mention, MentionForm};
use crate::markup::Markup;

/// Counts the forms that the draft uses for an actor: names as they are written, descriptions and pronouns in lowercase.
pub(in crate::analysis) fn count_aliases(actor: &mut Actor, markup: &Markup, mentions: &[Mention]) {
    actor.aliases.clear();
    let mut known: FxHashMap<Cow<'_, str>, usize> = FxHashMap::default();
    for id in &actor.mentions {
        let Some(mention) = mentions.get(id.0) else { continue };
        let text = markup.text_of(mention.place);
        let text = match (mention.form, one_spaced(text)) {
            (MentionForm::Named, text) => text,
            (MentionForm::Nominal | MentionForm::Pronoun, Cow::Borrowed(text)) => lower(text),
            (MentionForm::Nominal | MentionForm::Pronoun, Cow::Owned(text)) => Cow::Owned(text.to_lowercase()),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::actors::toy::folded;

    #[test]
    fn forms_are_counted_first_used_first() {
        let (markup, _, mut actors, mentions) =
            folded(&["Rosa Weil, the captain, left. Weil won. Rosa\u{a0}Weil spoke."]);
        count_aliases(&mut actors[0], &markup, &mentions);
        let counted: Vec<_> = actors[0]
            .aliases
            .iter()
            .map(|(form, count)| (form.as_str(), *count))
            .collect();
        assert_eq!(counted, [("Rosa Weil", 2), ("the captain", 1), ("Weil", 1)]);
    }
}
