//! Possessive determiners, and the word that is one or none: "her". It asks nothing of a parser.

use crate::language::{Tag, Upos, View};

/// How many adverbs, adjectives and numbers before a noun are stepped over.
const MODIFIERS: usize = 6;

/// Whether a word in lowercase is a possessive determiner.
pub(super) fn is_possessive(word: &str) -> bool {
    matches!(word, "his" | "her" | "its" | "their" | "my" | "our" | "your" | "whose")
}

/// "her" that stands for somebody rather than before what she has.
///
/// One word serves for "him" and for "his", so that taggers err on it as on no masculine pronoun: what follows decides.
/// "Published her first novel" has a noun for her to own, "asks her about it" has none.
pub(super) fn is_object_her(words: View<'_>, at: usize) -> bool {
    if !words.is(at, "her") {
        return false;
    }
    match words.upos(at + 1) {
        Upos::Noun | Upos::Propn | Upos::Num => false,
        // "Her in-laws", "her on-screen friend".
        Upos::Adp if words.form(at + 2) == "-" => false,
        Upos::Adp | Upos::Cconj | Upos::Sconj | Upos::Det | Upos::Part => true,
        Upos::Adj | Upos::Adv => !leads_to_noun(words, at + 1),
        Upos::Punct if !is_opening_mark(words.form(at + 1)) => true,
        _ => words.tag(at) != Tag::PossessivePronoun,
    }
}

/// Whether adverbs, adjectives and numbers from `from` on are before a noun or a participle: "already famous
/// novel", but not "away from home" and not "happy".
fn leads_to_noun(words: View<'_>, from: usize) -> bool {
    let next = (from..from + MODIFIERS).find(|index| {
        !matches!(words.upos(*index), Upos::Adv | Upos::Adj | Upos::Num) && !matches!(words.form(*index), "-" | ",")
    });
    !ends_phrase(words, from)
        && next.is_some_and(|next| {
            matches!(words.upos(next), Upos::Noun | Upos::Propn | Upos::Verb) || is_opening_mark(words.form(next))
        })
}

/// An adverb that does not come before a noun: "told her when", "took her home".
fn ends_phrase(words: View<'_>, at: usize) -> bool {
    const QUESTIONS: [&str; 4] = ["when", "where", "how", "why"];
    const PLACES_AND_TIMES: [&str; 8] = ["there", "here", "away", "back", "again", "home", "soon", "alone"];
    words.is_any(at, &QUESTIONS) || words.is_any(at, &PLACES_AND_TIMES)
}

fn is_opening_mark(word: &str) -> bool {
    matches!(word, "\"" | "'" | "“" | "‘" | "„" | "«" | "``" | "`")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{analyse, embedded};

    #[test]
    fn her_is_an_object_where_no_noun_follows() {
        for (text, expected) in [
            ("He asks her about it.", true),
            ("He told her when.", true),
            ("He praised her.", true),
            ("He published her first novel.", false),
            ("He met her in-laws.", false),
        ] {
            let language = analyse(text, embedded());
            assert_eq!(is_object_her(View::new(text, &language), 2), expected, "{text}");
        }
    }
}
