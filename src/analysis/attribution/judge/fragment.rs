//! Whether marked words are a sentence of their own or a piece of the writer's. It asks nobody who speaks.

use crate::analysis::attribution::lexicon::{CueClass, cue};
use crate::analysis::attribution::line::Line;
use crate::analysis::attribution::report::ends_like_speech;
use crate::language::{Tag, Upos};
use crate::text::count_words;

/// The shortest marked words after the writer's own that are not a fragment, in words.
const SHORTEST_SENTENCE: usize = 4;

/// How far after a quotation the verb of its frame may stand, in items: “We leave” the mayor said.
const NEAR_FRAME: usize = 4;

/// How far before the second part of a split quotation the first may stand, in items.
const NEAR_PART: usize = 12;

/// Whether the quotation is a piece of the writer's own sentence rather than a sentence of its own: the “odd” plan.
#[must_use]
pub fn is_fragment(line: Line<'_>, at: usize) -> bool {
    let quoted = line.quoted(at);
    if sentence_goes_on(line, at) || is_in_noun_phrase(line, at) {
        return true;
    }
    let begins_small = quoted
        .trim_start_matches(['…', '.', ' ', '[', '(', '‘', '\''])
        .starts_with(char::is_lowercase);
    if is_parted_before(line, at) {
        begins_small && at > 0 && !is_second_part(line, at)
    } else {
        begins_small || count_words(quoted) < SHORTEST_SENTENCE
    }
}

/// Whether marked words that begin small go on over the end of a sentence, or ask after a dash: they are speech of their own
/// then, and the words before the comma or dash are the writer's. `quoted` are the words inside the marks that begin at `start`.
#[must_use]
pub fn holds_sentences(text: &str, start: usize, quoted: &str) -> bool {
    let before = text.get(..start).unwrap_or("").trim_end();
    let asks = before.ends_with(['-', '—', '–']) && quoted.trim_end().ends_with(['?', '!']);
    let mut sentences = quoted
        .split_inclusive(['.', '!', '?'])
        .filter(|sentence| sentence.split_whitespace().nth(3).is_some());
    asks || before.ends_with([',', ':']) && sentences.nth(1).is_some()
}

/// the “odd” plan: whether the writer's sentence goes on after the marks.
fn sentence_goes_on(line: Line<'_>, at: usize) -> bool {
    line.word(at + 1).is_some_and(|word| word.upos != Upos::Punct)
        && !ends_like_speech(line.quoted(at))
        && !(at + 1..=at + NEAR_FRAME).any(|at| speaks(line, at))
}

/// described herself as a “Proud mother of two”: whether an article or a possessive makes the marked words a part of its phrase.
fn is_in_noun_phrase(line: Line<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let begins = line.is_any(before, &["a", "an", "the"])
        || matches!(line.tag(before), Tag::PossessivePronoun | Tag::PossessiveEnding);
    begins
        && !holds_sentences(
            line.text(),
            line.region(at).map_or(0, |region| region.span.start),
            line.quoted(at),
        )
}

/// Whether a mark, another quotation or nothing is before the quotation: Lund said, “…”
fn is_parted_before(line: Line<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    line.word(before).is_none()
        || line.is_dash(before)
        || line.is_stop(before)
        || matches!(line.form(before), "," | ":" | "(")
}

fn speaks(line: Line<'_>, at: usize) -> bool {
    line.has(at, &[Upos::Verb]) && cue(line.lemma(at)).is_some_and(CueClass::speaks)
}

/// “We leave,” Lund said, “at dawn.”: whether a quotation that ends as speech does comes before this one.
fn is_second_part(line: Line<'_>, at: usize) -> bool {
    (at.saturating_sub(NEAR_PART)..at).any(|before| line.is_quotation(before) && ends_like_speech(line.quoted(before)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn a_fragment_is_a_piece_of_the_writers_sentence() {
        let fragment = |text: &str| {
            with_line(text, |line| {
                is_fragment(line, (0..line.len()).rfind(|&at| line.is_quotation(at)).unwrap())
            })
        };
        assert!(!fragment("“We leave at dawn,” Lund said of Weil."));
        assert!(!fragment("“We leave,” Lund said, “at dawn.”"));
        assert!(fragment("Lund said the “odd” plan was over."));
        assert!(fragment("Lund called it “odd”."));
    }
}
