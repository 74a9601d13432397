//! The verb of a headline in title case ("Norvik Withdraws The Offer"), where taggers see names only. It reads no other line.

use crate::analysis::events::lexicon::{self, EventSense};
use crate::language::{Upos, View};

/// How many words a headline in title case has at least.
const SHORTEST: usize = 4;

/// How many letters a word has at least that is written with a capital in title case.
const WRITTEN_LARGE: usize = 4;

/// The verb of a block that is one line in title case without a verb by its tags: the first word in the third person of a
/// verb that the tables have.
#[must_use]
pub fn verb(view: View<'_>) -> Option<(usize, EventSense)> {
    let is_long = |at: &usize| view.form(*at).chars().filter(|letter| letter.is_alphabetic()).count() >= WRITTEN_LARGE;
    let is_line = view.language.sentences.len() == 1
        && view.len() >= SHORTEST
        && !view.is(view.len() - 1, ".")
        && (0..view.len()).filter(is_long).all(|at| view.is_capitalized(at))
        && (0..view.len()).any(|at| view.form(at).contains(char::is_lowercase));
    let has_verb = || (0..view.len()).any(|at| view.tag(at).is_finite());
    if !is_line || has_verb() {
        return None;
    }
    (1..view.len().saturating_sub(1)).find_map(|at| {
        let follows_name = matches!(view.upos(at - 1), Upos::Noun | Upos::Propn);
        let (_, sense) = lexicon::third_person(&view.lower(at)).filter(|_| follows_name)?;
        Some((at, sense))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::parsed;

    fn found(marked: &str) -> Option<usize> {
        let (text, language) = parsed(marked);
        verb(View::new(&text, &language)).map(|(at, _)| at)
    }

    #[test]
    fn a_headline_in_title_case_has_a_verb() {
        let marked = "Norvik/Norvik/NNP/0/root Withdraws/withdraws/IN/4/case The/the/DT/4/det Offer/offer/NN/1/nmod";
        assert_eq!(found(marked), Some(1));
        let marked = "Norvik/Norvik/NNP/0/root withdraws/withdraws/IN/4/case the/the/DT/4/det offer/offer/NN/1/nmod";
        assert_eq!(found(marked), None);
        let marked = "Norvik/Norvik/NNP/3/nsubj Withdraws/withdraw/VBZ/0/root The/the/DT/4/det Offer/offer/NN/2/obj";
        assert_eq!(found(marked), None);
    }
}
