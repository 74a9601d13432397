//! A frame that the splitter took for a sentence of its own: “Is it?” *Ana Lund, mayor of Ostby, asked the council.* It looks at parts
//! of speech only, since the sentence has not been read yet.

use crate::analysis::attribution::lexicon::{CueClass, WordClass, cue, is_listed};
use crate::analysis::quotations::Region;
use crate::language::{Tag, Upos, Word};

/// The longest frame without a description of the speaker, in words.
const LONGEST_PLAIN: usize = 5;

/// The longest name with its title, in words: "Deputy Prime Minister Ana Maria Lund".
const LONGEST_NAME: usize = 7;

/// The longest description between two marks after a name, in words.
const LONGEST_DESCRIPTION: usize = 24;

/// How many descriptions a name may have: "Ana Lund, 19, a student of law,".
const MOST_DESCRIPTIONS: usize = 3;

/// How many words may follow the verb: "told the Ostby Courier in a call on Friday.".
const LONGEST_REST: usize = 14;

/// Whether a sentence is the frame of the quotation right before it, whatever its capital says.
#[must_use]
pub fn frames_it(text: &str, quotation: &Region, words: &[Word]) -> bool {
    let quoted = quotation.inner.of(text).trim_end();
    let asks = quoted.ends_with(['?', '!', '…']);
    is_plain(words, asks) || asks && is_long(text, words)
}

/// “Is it?” Lund asked. A name and a verb of saying; after a question a gesture is one as well.
fn is_plain(words: &[Word], asks: bool) -> bool {
    let Some(verb) = words.iter().position(|word| word.upos == Upos::Verb) else {
        return false;
    };
    let ends = words
        .get(verb + 1)
        .is_none_or(|word| matches!(word.upos, Upos::Punct | Upos::Adv));
    let named = words
        .iter()
        .take(verb)
        .all(|word| matches!(word.upos, Upos::Propn | Upos::Noun));
    let speaks = words.get(verb).is_some_and(|word| speaks(word, asks));
    words.len() <= LONGEST_PLAIN && (1..=2).contains(&verb) && speaks && ends && named
}

/// “Is it?” Ana Lund, mayor of Ostby, told the Courier. / “Is it?” Rep. Ana Lund (D., Ostby) asked Weil. A name with a title or a
/// description, a verb of saying, and nothing after it that it could report.
fn is_long(text: &str, words: &[Word]) -> bool {
    let named = words
        .iter()
        .take(LONGEST_NAME)
        .take_while(|word| matches!(word.upos, Upos::Propn) || word.upos == Upos::Noun && is_capitalized(text, word))
        .count();
    let is_name = named
        .checked_sub(1)
        .and_then(|last| words.get(last))
        .is_some_and(|name| name.upos == Upos::Propn);
    let is_misread = begins_misread(text, words);
    let verb = if is_misread {
        Some(1)
    } else {
        after_description(text, words, named)
    };
    let Some(verb) = verb.filter(|_| is_name || is_misread) else {
        return false;
    };
    let speaks = is_misread || (words.get(verb)).is_some_and(|word| word.tag.is_finite() && speaks(word, false));
    let rest = without_aside(text, words.get(verb + 1..).unwrap_or(&[]));
    let reports = rest.iter().any(|word| {
        word.tag.is_finite() || word.tag.is_wh() || matches!(word.tag, Tag::To) || word.span.of(text) == "that"
    });
    speaks && !reports && rest.len() <= LONGEST_REST
}

/// *Neese wrote*: a word with a capital and a past form of saying, whatever the tagger took them for.
fn begins_misread(text: &str, words: &[Word]) -> bool {
    const PAST_FORMS: [&str; 6] = ["said", "wrote", "told", "asked", "tweeted", "replied"];
    const NO_NAMES: [&str; 8] = ["Then", "Later", "Also", "Never", "Once", "Still", "Today", "Nobody"];
    let [name, verb, ..] = words else {
        return false;
    };
    is_capitalized(text, name)
        && !matches!(
            name.upos,
            Upos::Pron | Upos::Det | Upos::Cconj | Upos::Num | Upos::Punct
        )
        && !NO_NAMES.contains(&name.span.of(text))
        && PAST_FORMS.contains(&verb.span.of(text))
}

/// What follows the verb, without a clause on its last noun: “wrote in the letter, *which he sent on Monday*”. A clause that
/// ends in a comma may go on with what is reported.
fn without_aside<'a>(text: &str, rest: &'a [Word]) -> &'a [Word] {
    let is_comma = |word: &Word| word.span.of(text) == ",";
    let begins = rest
        .windows(2)
        .position(|pair| matches!(pair, [comma, word] if is_comma(comma) && word.tag.is_wh() && word.lemma != "what"));
    match begins {
        Some(at) if at > 0 && !rest.iter().skip(at + 1).any(is_comma) => rest.get(..at).unwrap_or(rest),
        _ => rest,
    }
}

/// The word after a name, or after the descriptions of it in commas or brackets: "Ana Lund, 19, a student,".
fn after_description(text: &str, words: &[Word], named: usize) -> Option<usize> {
    let mut at = named;
    for _ in 0..MOST_DESCRIPTIONS {
        let closing = match words.get(at)?.span.of(text) {
            "," => ",",
            "(" => ")",
            _ => break,
        };
        let described = words.iter().skip(at + 1).take(LONGEST_DESCRIPTION);
        let closed = described
            .take_while(|word| !word.tag.is_finite() || word.upos == Upos::Aux)
            .position(|word| word.span.of(text) == closing);
        let Some(closed) = closed else {
            // The comma before closed the last description.
            return (at > named).then_some(at + 1);
        };
        at += closed + 1;
        // The comma that closes one description may open the next.
        let opens = closing == "," && words.get(at + 1).is_some_and(|next| !next.tag.is_finite());
        at += usize::from(!opens);
    }
    Some(at)
}

fn speaks(word: &Word, asks: bool) -> bool {
    cue(&word.lemma).is_some_and(CueClass::speaks) && (asks || !is_listed(WordClass::Gesture, &word.lemma))
        || asks && is_listed(WordClass::Gesture, &word.lemma)
}

fn is_capitalized(text: &str, word: &Word) -> bool {
    word.span.of(text).starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::quotations;
    use crate::language::{analyse, embedded};

    fn is_frame(text: &str) -> bool {
        let language = analyse(text, embedded());
        let last = language.sentences.last().unwrap();
        frames_it(text, &quotations::of_block(text)[0], language.words_of(last))
    }

    #[test]
    fn a_name_with_what_describes_it_and_a_verb_is_a_frame() {
        for text in [
            "“Is it late?” Ana Lund, mayor of Ostby, told the Courier.",
            "“Is it late?” Rep. Ana Lund (D., Ostby) asked Secretary Bo Weil, with a laugh.",
            "“Is it late?” Weil chuckled.",
            "“Is it late?” Ana Lund, 19, a student of law, asked from the back row.",
            "“Is it late?” Ana Lund, mayor of Ostby, wrote in the letter, which she sent on Monday.",
            "“Is it late?” Ana Lund, mayor of Ostby, told the council, whose members laughed.",
        ] {
            assert!(is_frame(text), "{text}");
        }
    }

    #[test]
    fn a_sentence_with_something_to_report_is_none() {
        for text in [
            "“Is it late?” Ana Lund, mayor of Ostby, told the Courier that it was.",
            "“The ferry never came.” Ben nodded.",
            "“Is it late?” Lund told the council, which met at noon, that it was.",
            "“Is it late?” Lund told the council what she knew.",
            "“Is it late?” Ana Lund, mayor of Ostby, left the hall.",
        ] {
            assert!(!is_frame(text), "{text}");
        }
    }
}
