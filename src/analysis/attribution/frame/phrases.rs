//! Frames of more than one word: "according to Lund", "in her words", and verbs that report with a small word only, "as Lund
//! put it". A new frame of this kind is a row of a table here; `find.rs` tries them at the
//! parts of speech that the rows begin with. It reads no other verbs.

use std::ops::Range;

use crate::analysis::attribution::frame::types::{CueForm, Frame, Subject, SubjectKind};
use crate::analysis::attribution::lexicon::CueClass;
use crate::analysis::attribution::line::{Line, noun_phrase};
use crate::language::{Tag, Upos};

/// Words before the one who speaks, with how the cue is named.
const BEFORE_SPEAKER: [(&[&str], &str); 3] = [
    // "The road is “odd”, according to Lund."
    (&["according", "to"], "according to"),
    // "The road is, in the words of Lund, “odd”."
    (&["in", "the", "words", "of"], "in the words of"),
    // "To quote Lund: “…”"
    (&["to", "quote"], "to quote"),
];

/// The words with which a phrase here begins.
const FIRST_WORDS: [&str; 4] = ["according", "in", "to", "per"];

/// Verbs that report with the word after them, unless the third word follows that.
const PHRASAL_VERBS: [(&str, &str, Option<&str>); 2] = [
    // "As Lund put it, the road is “odd”."
    ("put", "it", None),
    // “The road is odd,” Lund went on. But not: Lund went on to become mayor.
    ("go", "on", Some("to")),
];

/// What a verb with a small word reports: speech, where it is one of the table.
#[must_use]
pub fn phrasal_verb(line: Line<'_>, at: usize, lemma: &str) -> Option<CueClass> {
    PHRASAL_VERBS
        .iter()
        .any(|&(verb, small, unless)| {
            lemma == verb && line.is(at + 1, small) && !unless.is_some_and(|unless| line.is(at + 2, unless))
        })
        .then_some(CueClass::SAYS)
}

/// The frame of a phrase that begins at an item.
#[must_use]
pub fn phrase(line: Line<'_>, at: usize) -> Option<Frame> {
    if !line.is_any(at, &FIRST_WORDS) {
        return None;
    }
    in_her_words(line, at).or_else(|| {
        let (length, lemma) = before_speaker(line, at).or_else(|| per(line, at))?;
        let speaker = noun_phrase::starting_at(line, at + length)?;
        // "according to a letter sent to the council,": which one it is.
        let end = (speaker.end..line.len())
            .take_while(|&at| line.word(at).is_some() && !line.tag(at).is_finite())
            .find(|&at| line.is(at, ",") || line.is_stop(at));
        let speaker = noun_phrase::with_participle(line, speaker, end.unwrap_or(0));
        Some(frame(at..at + length, lemma, speaker))
    })
}

fn before_speaker(line: Line<'_>, at: usize) -> Option<(usize, &'static str)> {
    BEFORE_SPEAKER
        .iter()
        .find(|(words, _)| words.iter().enumerate().all(|(step, word)| line.is(at + step, word)))
        .map(|&(words, lemma)| (words.len(), lemma))
}

/// "The fee rises, per the council": only before a name or an article, not in "per year".
fn per(line: Line<'_>, at: usize) -> Option<(usize, &'static str)> {
    (line.is(at, "per") && line.has(at + 1, &[Upos::Propn, Upos::Det])).then_some((1, "per"))
}

/// "because, in her words, “…”": the possessive is the speaker.
fn in_her_words(line: Line<'_>, at: usize) -> Option<Frame> {
    (line.is(at, "in") && line.tag(at + 1) == Tag::PossessivePronoun && line.is(at + 2, "words"))
        .then(|| frame(at..at + 3, "in the words of", at + 1..at + 2))
}

fn frame(cue: Range<usize>, lemma: &str, speaker: Range<usize>) -> Frame {
    let speaker = Subject::new(speaker, SubjectKind::Inverted);
    Frame::without_verb(cue, lemma, CueForm::Phrase, speaker)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn phrases_name_the_speaker_after_or_inside_them() {
        with_line("In her words, it is “odd”.", |line| {
            assert_eq!(phrase(line, 0).unwrap().speaker.unwrap().items, 1..2);
        });
        with_line("In the words of Ana Lund, it is “odd”.", |line| {
            assert_eq!(phrase(line, 0).unwrap().speaker.unwrap().items, 4..6);
        });
        with_line("Half will go, according to a letter sent to the council.", |line| {
            assert_eq!(phrase(line, 4).unwrap().speaker.unwrap().items, 6..12);
        });
        with_line("It is 40 crowns per year.", |line| assert_eq!(phrase(line, 4), None));
    }

    #[test]
    fn every_phrase_begins_with_one_of_its_first_words() {
        assert!(BEFORE_SPEAKER.iter().all(|(words, _)| FIRST_WORDS.contains(&words[0])));
    }

    #[test]
    fn to_go_on_reports_and_to_go_on_to_do_something_does_not() {
        with_line("Lund went on.", |line| assert!(phrasal_verb(line, 1, "go").is_some()));
        with_line("Lund went on to win.", |line| {
            assert!(phrasal_verb(line, 1, "go").is_none())
        });
    }
}
