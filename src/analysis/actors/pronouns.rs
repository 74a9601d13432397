//! The mention of a personal or possessive pronoun. It does not ask who it refers to.

use crate::analysis::actors::block_names::BlockNames;
use crate::analysis::actors::function::function_of;
use crate::analysis::actors::{ActorKind, Determiner, LocalMention, MentionForm};
use crate::language::{Gender, Number, Person, Relation, Upos, View};

/// How many adverbs and auxiliaries between "it" and what is said of it are stepped over.
const BETWEEN: usize = 5;

/// The mention of the pronoun at `at`, if there is one.
pub(super) fn pronoun_mention(block: &BlockNames<'_>, at: usize, sentence: usize) -> Option<LocalMention> {
    let words = block.words;
    if is_abbreviation(words.form(at)) || block.name(at).is_some() || is_in_brackets(words, at) {
        return None;
    }
    let (person, number, gender) = grammar_of(words, at)?;
    if words.is(at, "it") && is_empty_it(words, at) {
        return None;
    }
    let (function, governor) = function_of(words, at..at + 1);
    let animate = match (person, gender) {
        (Person::Third, Some(Gender::Neuter)) => Some(false),
        (Person::Third, None) => None,
        _ => Some(true),
    };
    let span = words.span(at..at + 1);
    Some(LocalMention {
        span,
        phrase: span,
        head: at,
        sentence,
        form: MentionForm::Pronoun,
        kind: (animate == Some(true)).then_some(ActorKind::Person),
        number,
        gender,
        person: Some(person),
        animate,
        function,
        governor,
        determiner: Determiner::Bare,
        roles: Vec::new(),
        same_as: None,
        meant: None,
        words: at..at + 1,
    })
}

fn grammar_of(words: View<'_>, at: usize) -> Option<(Person, Option<Number>, Option<Gender>)> {
    let (one, several) = (Some(Number::Singular), Some(Number::Plural));
    Some(match words.lower(at).as_str() {
        "he" | "him" | "his" | "himself" => (Person::Third, one, Some(Gender::Masculine)),
        "she" | "her" | "hers" | "herself" => (Person::Third, one, Some(Gender::Feminine)),
        "it" | "its" | "itself" => (Person::Third, one, Some(Gender::Neuter)),
        "they" | "them" | "their" | "theirs" | "themselves" => (Person::Third, several, None),
        // A small "i" numbers a list.
        "i" | "me" | "my" | "mine" | "myself" if words.form(at) != "i" => (Person::First, one, None),
        "we" | "us" | "our" | "ours" | "ourselves" => (Person::First, several, None),
        "you" | "your" | "yours" | "yourself" | "yourselves" => (Person::Second, None, None),
        _ => return None,
    })
}

/// "US" and "IT" in capitals are a state and a trade.
fn is_abbreviation(written: &str) -> bool {
    written.len() > 1 && written.chars().all(char::is_uppercase)
}

/// "(her)": a note of the editor.
fn is_in_brackets(words: View<'_>, at: usize) -> bool {
    words.form(at + 1) == ")" && at.checked_sub(1).is_some_and(|before| words.form(before) == "(")
}

/// "It" that refers to nothing: "it rained", "it seems", "it is clear that".
fn is_empty_it(words: View<'_>, at: usize) -> bool {
    if words.relation(at) == Relation::Expl {
        return true;
    }
    let mut next = at + 1;
    while matches!(words.upos(next), Upos::Adv | Upos::Aux | Upos::Part) && next < at + BETWEEN {
        next += 1;
    }
    let lemma = words.word(next).map_or("", |word| word.lemma.as_str());
    if matches!(
        lemma,
        "seem" | "appear" | "rain" | "snow" | "happen" | "turn" | "emerge"
    ) {
        return true;
    }
    let has_auxiliary = next > at + 1;
    has_auxiliary
        && matches!(words.upos(next), Upos::Adj | Upos::Noun | Upos::Verb)
        && (next + 1..next + 3).any(|index| words.is_any(index, &["that", "to", "for", "whether"]))
}

#[cfg(test)]
mod tests {
    use crate::analysis::MentionForm;
    use crate::analysis::actors::of_block;
    use crate::language::{analyse, embedded};

    fn pronouns(text: &str) -> Vec<&str> {
        of_block(text, &analyse(text, embedded()))
            .into_iter()
            .filter(|mention| mention.form == MentionForm::Pronoun)
            .map(|mention| mention.span.of(text))
            .collect()
    }

    #[test]
    fn it_that_stands_for_nothing_is_no_mention() {
        for text in ["It rained.", "It seems that Weil left.", "It is clear that Weil left."] {
            assert_eq!(pronouns(text), [""; 0], "{text}");
        }
        assert_eq!(pronouns("The ship came. It left on Monday."), ["It"]);
    }

    #[test]
    fn abbreviations_notes_and_numbers_of_lists_are_no_pronouns() {
        for text in ["The US left.", "Weil sold (her) house.", "(i) the ship"] {
            assert_eq!(pronouns(text), [""; 0], "{text}");
        }
        assert_eq!(pronouns("I told her."), ["I", "her"]);
    }
}
