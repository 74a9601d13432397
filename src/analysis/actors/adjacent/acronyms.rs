//! Acronyms in brackets after the name they are short for. Acronyms elsewhere are joined by
//! [`crate::analysis::actors::cluster`].

use std::ops::Range;

use crate::analysis::actors::{ActorKind, LocalMention, MentionForm, tables};
use crate::language::View;

/// The long form of the bracketed acronym `mentions[at]`: the name right before the bracket, "Harbour Workers' Union" of
/// "the Harbour Workers' Union (HWU)". An index into `mentions`, of which those in `near` are looked at.
pub(super) fn long_form(words: View<'_>, mentions: &[LocalMention], near: Range<usize>, at: usize) -> Option<usize> {
    let acronym = mentions.get(at)?;
    let open = acronym
        .words
        .start
        .checked_sub(1)
        .filter(|open| words.form(*open) == "(")?;
    if words.form(acronym.words.end) != ")" || !is_acronym(words, acronym) {
        return None;
    }
    let (long, mention) = mentions
        .iter()
        .enumerate()
        .take(at)
        .skip(near.start)
        .find(|(_, mention)| mention.words.end == open && mention.form == MentionForm::Named)?;
    (mention.words.len() > 1 && mention.kind != Some(ActorKind::Person)).then_some(long)
}

/// One word with two capitals or more. "Ana Weil (U.S.)" and "Ana Weil (South Norland)" say where somebody comes from.
fn is_acronym(words: View<'_>, mention: &LocalMention) -> bool {
    let written = mention.span.of(words.text);
    mention.words.len() == 1
        && written.chars().filter(|letter| letter.is_uppercase()).count() > 1
        && tables::state(written).is_none()
}

#[cfg(test)]
mod tests {
    use crate::analysis::actors::{MentionLink, of_block, toy};

    #[test]
    fn an_acronym_in_brackets_is_linked_to_the_name_before_it() {
        for (text, is_linked) in [
            ("The Harbour Workers Union (HWU) voted.", true),
            ("The Harbour Workers Union (Hwu) voted.", false),
            ("Rosa Weil (HWU) voted.", false),
            ("The Harbour Workers Union (US) voted.", false),
        ] {
            let mentions = of_block(text, &toy::language(text));
            let found = mentions
                .iter()
                .any(|mention| mention.same_as == Some((0, MentionLink::Acronym)));
            assert_eq!(found, is_linked, "{text}");
        }
    }
}
