//! The frame that opens a sentence with its verb: "Said Lund: “…”", "Added Mayor Ana Lund, “…”". It reads no other order of words.

use crate::analysis::attribution::frame::types::{CueForm, Frame, Subject, SubjectKind};
use crate::analysis::attribution::lexicon::{FormKind, cue_verb, is_day, speaking_form};
use crate::analysis::attribution::line::{Line, noun_phrase, when};
use crate::language::Upos;

/// How many items may describe the speaker before the quotation: "Added Ana Lund, the mayor of Ostby, “…”".
const LONGEST_DESCRIPTION: usize = 16;

/// The frame of a verb of saying that opens the sentence, with a name and a quotation after it.
#[must_use]
pub fn opening(line: Line<'_>, at: usize) -> Option<Frame> {
    let opens = || {
        let mut before = at.checked_sub(1).into_iter();
        before.all(|before| line.is_quotation(before) || line.is_dash(before))
    };
    // A quotation must follow; that it does is seen sooner than what the word is.
    if !line.is_capitalized(at) || !opens() || !(at + 1..line.len()).any(|next| line.is_quotation(next)) {
        return None;
    }
    let form = speaking_form(line.form(at)).filter(|form| form.kind == FormKind::Finite)?;
    let verb = cue_verb(form.lemma);
    let class = verb.class?;
    // "Replied Quist": a name that the tagger took for another word.
    let items = noun_phrase::core_starting_at(line, at + 1).unwrap_or(at + 1..at + 2);
    let last = items.end.checked_sub(1)?;
    let rare = items.len() == 1 && line.is_capitalized(last) && line.has(last, &[Upos::Adj, Upos::Verb]);
    let named = (noun_phrase::is_name(line, last) || rare) && !is_day(line.form(last)) && !when::is_time(line, &items);
    if !named || !leads_to_quotation(line, items.end) {
        return None;
    }
    cov_mark::hit!(verb_of_saying_opens_the_sentence);
    Some(Frame {
        cue: at..at + 1,
        lemma: form.lemma.into(),
        class,
        takes: verb.complements,
        form: CueForm::Verb,
        speaker: Some(Subject::new(items, SubjectKind::Inverted)),
        addressee: None,
        reteller: None,
        negated: false,
    })
}

/// Whether a comma or colon and a quotation come after item `end`, with nothing but a description between.
fn leads_to_quotation(line: Line<'_>, end: usize) -> bool {
    let mark = |at: usize| line.is_any(at, &[",", ":"]) && line.is_quotation(at + 1);
    if mark(end) {
        return true;
    }
    (line.is(end, ",") || line.has(end, &[Upos::Adp]))
        && (end + 1..(end + LONGEST_DESCRIPTION).min(line.len()))
            .take_while(|&at| line.word(at).is_some_and(|word| !word.tag.is_finite()))
            .any(mark)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn a_verb_before_its_speaker_opens_a_sentence() {
        cov_mark::check!(verb_of_saying_opens_the_sentence);
        let speaker = |text: &str| {
            with_line(text, |line| {
                opening(line, 0).map(|frame| line.span(frame.speaker.unwrap().items).of(text).to_owned())
            })
        };
        assert_eq!(speaker("Said Lund: “We leave at dawn.”").as_deref(), Some("Lund"));
        assert_eq!(
            speaker("Added Deputy Mayor Ana Lund, “We leave at dawn.”").as_deref(),
            Some("Deputy Mayor Ana Lund")
        );
        assert_eq!(
            speaker("Asked Ana Lund, the mayor of Ostby: “Is it late?”").as_deref(),
            Some("Ana Lund")
        );
        assert_eq!(speaker("Asked about it, Lund said: “We leave at dawn.”"), None);
        assert_eq!(speaker("Added on Monday, “Salt Road” is a song."), None);
    }
}
