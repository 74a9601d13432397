//! Sentence ends between words. When in doubt it does not split: a false split breaks quotations, a missed one rarely.

mod marks;
mod openers;
mod splitter;
mod terminator;

use std::ops::Range;

use crate::language::abbreviations::{self, Abbreviation};
use crate::language::sentences::splitter::Splitter;
use crate::language::sentences::terminator::Terminator;
use crate::markup::{dateline_end, time_stamp_end};
use crate::text::Span;

/// How many words a sentence has at most. The longest in news have fewer than two hundred; what goes on for longer is a list or no
/// prose, and is read in pieces, so that a look over a sentence costs the same whatever somebody has pasted.
pub const LONGEST_SENTENCE: usize = 500;

/// The sentences of `text`, as ranges of `words`, its words in order; none has more than [`LONGEST_SENTENCE`]. Linear in the number
/// of words.
#[must_use]
pub fn split(text: &str, words: &[Span]) -> Vec<Range<usize>> {
    let splitter = Splitter { text, words };
    let mut sentences = Vec::new();
    let mut start = words_of_opening(text, words);
    if start > 0 {
        sentences.push(0..start);
    }
    let mut at = start;
    while at < words.len() {
        match splitter
            .end_after(at)
            .filter(|end| !splitter.is_abbreviation(start, *end))
        {
            Some(end) => {
                sentences.push(start..end);
                start = end;
                at = end;
            }
            None => at += 1,
        }
    }
    if start < words.len() {
        sentences.push(start..words.len());
    }
    sentences.into_iter().flat_map(in_pieces).collect()
}

/// A sentence that is no longer than a sentence can be, or pieces of it that are not.
fn in_pieces(words: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let end = words.end;
    words
        .step_by(LONGEST_SENTENCE)
        .map(move |start| start..end.min(start + LONGEST_SENTENCE))
}

/// How many words the dateline or the time stamp has that a text begins with ("PORT SENN, Norland (NPA) —", "10.42am").
/// What follows is a sentence of its own: with these in it, parsers take the town or the hour for a subject.
fn words_of_opening(text: &str, words: &[Span]) -> usize {
    let end = dateline_end(text).or_else(|| time_stamp_end(text));
    end.map_or(0, |end| words.partition_point(|word| word.end <= end))
}

impl Splitter<'_> {
    /// "Pa. council sells mill": an abbreviation with its period is no sentence.
    fn is_abbreviation(&self, start: usize, end: usize) -> bool {
        let word = self.word(start);
        end == start + 2
            && end < self.words.len()
            && word.len() > 1
            && word.starts_with(char::is_uppercase)
            && self.word(start + 1) == "."
            && abbreviations::of(word).is_some_and(|class| class != Abbreviation::Number)
    }

    /// The index after the sentence that ends with the word `at`, or with the closing marks after it.
    fn end_after(&self, at: usize) -> Option<usize> {
        if self.is_after_blank_line(at + 1) {
            return Some(at + 1);
        }
        let kind = self.terminator(at)?;
        let mut end = at + 1;
        let mut closed = false;
        while end < self.words.len() && self.closes(end) {
            closed = true;
            end += 1;
        }
        let Some(next) = self.words.get(end).map(|span| span.of(self.text)) else {
            return Some(end);
        };
        // "end.Next" is a typing slip, "3.x" is not: without white space only a capital after a lowercase word splits.
        if self.is_attached(end) {
            let slip = kind == Terminator::Point
                && !closed
                && next.len() > 1
                && next.starts_with(char::is_uppercase)
                && at > 0
                && self.word(at - 1).ends_with(char::is_lowercase)
                && self.word(at - 1).len() > 1;
            let loud = kind == Terminator::Loud && next.starts_with(char::is_uppercase);
            return (slip || loud).then_some(end);
        }
        self.opens(at, kind, closed, end).then_some(end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::tokens::tokenise;

    /// The text as it is cut at `|`.
    #[track_caller]
    fn check(marked: &str) {
        let text = marked.replace('|', "");
        let words = tokenise(&text);
        let sentences: Vec<&str> = split(&text, &words)
            .into_iter()
            .map(|range| Span::new(words[range.start].start, words[range.end - 1].end).of(&text))
            .collect();
        let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
        assert_eq!(sentences, expected);
    }

    /// News lines that tempt a splitter, one for each kind of trap.
    #[test]
    fn tricky_news_lines() {
        check("U.S. Secretary of State Ana Ovale arrived. |She left at noon.");
        check("Mr. Smith met Mrs. Rao on Jan. 5 in Geneva. |Nobody spoke.");
        check("Sen. Ida Kolb, R-Maine, and Rep. J. T. Brandt voted no. |The bill died.");
        check("The shop opens at 9 a.m. Monday. |It closes at 5 p.m. |Workers had asked for less.");
        check("“We met twice.” |“We will meet again.”");
        check("“Are you sure?” she asked. |Nobody was.");
        check("“Are you sure?” Deputy Minister Rao asked. |Nobody was.");
        check("\"Go home!\" the crowd shouted. |\"Go home!\"");
        check("''It is over,'' he said. |''We lost.''");
        check("Acme Corp. Chief Executive Lin Park resigned. |The shares fell.");
        check("Beta Inc. and Gamma Ltd. merged. |The price was $4.5 million.");
        check("He lives in Peoria, Ill., near St. Mary's. |Winters are cold.");
        check("Gen. Omar Diaz and Lt. Col. Pia Roth spoke to the U.N. Security Council. |It listened.");
        check("They left the U.S. |The talks had failed.");
        check("Room No. 5 was empty. |No. 6 was not.");
        check("“I said no. |I meant it,” he told the court.");
        check("J.R. Holt and K. Miro won. |A. Nagy lost.");
        check("Prof. Lee (of Bonn) agreed. |(Others did not.) |Talks go on.");
        check("The vote was 52.5 to 47.5 percent. |“A clear result,” he said.");
        check("Is it true? |Yes! |It is.");
        check("He waited … and waited. |Then he left…");
        check("The firm, e.g. its board, approx. 40 people, vs. the union. |It lost.");
        check("Martin Luther King Jr. Day is in January. |It is a holiday.");
        check("On Sept. 11 and Feb. 2 they met. |In Dec. they did not.");
        check("Yahoo! said it would sell. |“No!” they cried.");
        check("Pa. council sells mill. |It was old.");
    }

    #[test]
    fn a_dateline_is_no_part_of_the_sentence_after_it() {
        check("PORT SENN, Norland (NPA) — |Crews left the port. |It rained.");
        check("Brandvik, May 7 (NPA) — |“We left.” |It rained.");
        check("Rao – the last one – left. |It rained.");
    }

    #[test]
    fn what_is_longer_than_a_sentence_is_read_in_pieces() {
        let text = "the ferry left ".repeat(400);
        let sizes = |text: &str| -> Vec<usize> {
            let words = tokenise(text);
            split(text, &words).iter().map(ExactSizeIterator::len).collect()
        };
        assert_eq!(sizes(&text), [500, 500, 200]);
        assert_eq!(sizes(&format!("{text}. It rained.")), [500, 500, 201, 3]);
        assert_eq!(
            sizes(&"May 5, ".repeat(LONGEST_SENTENCE / 3)),
            [LONGEST_SENTENCE / 3 * 3]
        );
    }

    #[test]
    fn blank_lines_split() {
        check("Summit ends without a deal\n\n|Leaders left Geneva on Friday.");
    }
}
