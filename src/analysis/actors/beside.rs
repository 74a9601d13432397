//! The words right beside a name: whether it stands alone or is part of a longer phrase. It reads no other names.

use crate::analysis::actors::LocalMention;
use crate::language::{Language, Upos};

/// Whether the word after a name is one that it describes: in "the Quist years" nobody acts, whatever the grammar says.
#[must_use]
pub fn describes_next(language: &Language, name: &LocalMention) -> bool {
    let next = language.words.get(name.words.end);
    next.is_some_and(|next| matches!(next.upos, Upos::Noun | Upos::Propn | Upos::Adj))
}

/// Whether a preposition comes right before a name: "In Quist's view".
#[must_use]
pub fn follows_preposition(language: &Language, name: &LocalMention) -> bool {
    let before = name.words.start.checked_sub(1);
    let before = before.and_then(|before| language.words.get(before));
    before.is_some_and(|before| before.upos == Upos::Adp)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::actors;
    use crate::language::{analyse, embedded};

    #[test]
    fn a_name_before_a_noun_describes_it() {
        let ask = |text: &str| {
            let language = analyse(text, embedded());
            let mentions = actors::of_block(text, &language);
            let name = mentions
                .iter()
                .find(|mention| mention.span.of(text) == "Rosa Weil")
                .unwrap();
            (describes_next(&language, name), follows_preposition(&language, name))
        };
        assert_eq!(ask("The Rosa Weil years were over."), (true, false));
        assert_eq!(ask("Critics of Rosa Weil left."), (false, true));
        assert_eq!(ask("Rosa Weil left."), (false, false));
    }
}
