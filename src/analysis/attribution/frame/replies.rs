//! Frames of a noun for what is said: “…,” came the reply from Lund, “…” was Lund's reply. It reads nothing that is not right after a
//! quotation.

use std::ops::Range;

use crate::analysis::attribution::frame::types::{CueForm, Frame, Subject, SubjectKind};
use crate::analysis::attribution::lexicon::{WordClass, is_listed};
use crate::analysis::attribution::line::{Line, noun_phrase};
use crate::language::Tag;

/// The frame that begins at an item right after a quotation.
#[must_use]
pub fn reply(line: Line<'_>, at: usize) -> Option<Frame> {
    let before = at.checked_sub(1)?;
    let after_quotation =
        line.is_quotation(before) || line.is(before, ",") && before > 0 && line.is_quotation(before - 1);
    if !after_quotation {
        return None;
    }
    let noun = noun_phrase::core_starting_at(line, at + 1)?;
    let last = noun.end - 1;
    if !is_listed(WordClass::Utterance, line.lemma(last)) {
        return None;
    }
    let speaker = match line.lemma(at) {
        "come" => line
            .is_any(noun.end, &["from", "of"])
            .then(|| noun_phrase::core_starting_at(line, noun.end + 1))??,
        "be" => possessor(line, noun)?,
        _ => return None,
    };
    let subject = Subject::new(speaker, SubjectKind::Inverted);
    Some(Frame::without_verb(
        at..last + 1,
        line.lemma(last),
        CueForm::Phrase,
        subject,
    ))
}

/// Whose reply it is: "Lund" of "Lund's blunt reply", "her".
#[must_use]
pub fn possessor(line: Line<'_>, phrase: Range<usize>) -> Option<Range<usize>> {
    if line.tag(phrase.start) == Tag::PossessivePronoun {
        return Some(phrase.start..phrase.start + 1);
    }
    let mark = phrase.clone().find(|&at| line.tag(at) == Tag::PossessiveEnding)?;
    (mark > phrase.start).then_some(phrase.start..mark)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn a_reply_is_somebodys() {
        for (text, expected) in [
            (
                "“Not while I live,” came the reply from farmer Bo Lund.",
                Some("farmer Bo Lund"),
            ),
            ("“Not while I live” was Bo Lund’s blunt answer.", Some("Bo Lund")),
            ("“Not while I live” was the title of the show.", None),
        ] {
            let found = with_line(text, |line| {
                reply(line, 1).map(|frame| line.span(frame.speaker.unwrap().items).of(text))
            });
            assert_eq!(found, expected, "{text}");
        }
    }
}
