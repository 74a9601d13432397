//! A name before a colon with what it is described by, and no verb: "Ana Lund, 44, baker: “…”", "Coach Ana Lund on the red card: “…”",
//! "The verdict of Ana Lund: “…”". A name alone is read elsewhere.

use std::ops::Range;

use crate::analysis::attribution::frame::clause::has_main_verb;
use crate::analysis::attribution::frame::opening::opening;
use crate::analysis::attribution::frame::types::{CueForm, Frame, Subject, SubjectKind};
use crate::analysis::attribution::lexicon::{FormKind, WordClass, is_day, is_listed, speaking_form};
use crate::analysis::attribution::line::{Line, noun_phrase, when};
use crate::language::Upos;
use crate::language::calendar::is_month;

/// The longest introduction, in items.
const LONGEST: usize = 24;

/// The frame of a colon right before a quotation, after a name with its description.
#[must_use]
pub fn introduced(line: Line<'_>, colon: usize) -> Option<Frame> {
    if !line.is_quotation(colon + 1) {
        return None;
    }
    let start = (colon.saturating_sub(LONGEST)..colon)
        .rev()
        .find(|&at| line.is_quotation(at) || line.is_stop(at))
        .map_or(0, |before| before + 1);
    if colon - start > LONGEST || opening(line, start).is_some() {
        return None;
    }
    // "Added Lund, who runs the port: “…”"
    let says = speaking_form(line.form(start)).is_some_and(|form| form.kind == FormKind::Finite);
    let first = noun_phrase::core_starting_at(line, start + usize::from(says))?;
    let is_named = is_person_name(line, &first) || says && line.has(first.end - 1, &[Upos::Propn]);
    let speaker = of_utterance(line, &first).or_else(|| is_named.then_some(first))?;
    let described = line.is(speaker.end, ",") || line.has(speaker.end, &[Upos::Adp]) || speaker.end == colon;
    // "Ana Lund, 61, retired: “…”": no verb, whatever its tag.
    let retired = line.is(colon - 2, ",") && speaking_form(line.form(colon - 1)).is_none();
    let end = colon - usize::from(retired);
    if !described || has_main_verb(line, speaker.end..end) {
        return None;
    }
    cov_mark::hit!(a_description_before_a_colon_leads_in);
    let subject = Subject::new(speaker, SubjectKind::Before);
    Some(Frame::without_verb(colon..colon + 1, ":", CueForm::Colon, subject))
}

/// "The verdict of critic Ana Lund": whose words a noun announces.
fn of_utterance(line: Line<'_>, phrase: &Range<usize>) -> Option<Range<usize>> {
    let announces =
        is_listed(WordClass::Utterance, line.lemma(phrase.end - 1)) && line.is_any(phrase.end, &["of", "from", "by"]);
    noun_phrase::core_starting_at(line, phrase.end + 1).filter(|name| announces && is_person_name(line, name))
}

/// Whether a phrase ends in a name of two words, a name with its title, or one with an age after it.
fn is_person_name(line: Line<'_>, phrase: &Range<usize>) -> bool {
    let last = phrase.end - 1;
    // "Tom, 19, student: “…”"
    let has_age = line.is(phrase.end, ",") && line.has(phrase.end + 1, &[Upos::Num]);
    (phrase.len() >= 2 || has_age)
        && line.has(last, &[Upos::Propn])
        && !line.has(phrase.start, &[Upos::Det])
        && !is_day(line.form(last))
        && !is_month(line.form(last))
        && !when::is_time(line, phrase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn a_name_with_a_description_leads_in() {
        cov_mark::check!(a_description_before_a_colon_leads_in);
        for (text, expected) in [
            ("Ana Lund, 44, baker: “I have never seen so many.”", Some("Ana Lund")),
            ("Ana Lund, 61, retired: “I have never seen so many.”", Some("Ana Lund")),
            ("Tom, 19, student: “I have never seen so many.”", Some("Tom")),
            ("Ana Lund, a pilot, said: “I have never seen so many.”", None),
            ("Said Ana Lund: “I have never seen so many.”", None),
            ("Added Lund, who was late: “I have never seen so many.”", Some("Lund")),
            ("Coach Ana Lund on the red card: “It was fair.”", Some("Coach Ana Lund")),
            (
                "Senator Ana Lund, on why she left: “It was late.”",
                Some("Senator Ana Lund"),
            ),
            (
                "The verdict of critic Ana Lund: “It was late.”",
                Some("critic Ana Lund"),
            ),
            ("Ana Lund on Friday saw a sign: “Closed for the winter.”", None),
        ] {
            let found = with_line(text, |line| {
                let at = (0..line.len()).find(|&at| line.is(at, ":")).unwrap();
                introduced(line, at).map(|frame| line.span(frame.speaker.unwrap().items).of(text))
            });
            assert_eq!(found, expected, "{text}");
        }
    }
}
