//! Frames without a verb of saying, after a form of *be*: "Lund was blunt: “…”", "Teenagers are like, “…”". It reads no other verbs.

use crate::analysis::attribution::frame::leftward::{self, Leftward};
use crate::analysis::attribution::frame::types::{CueForm, Frame, Subject};
use crate::analysis::attribution::lexicon::{WordClass, is_in};
use crate::analysis::attribution::line::Line;
use crate::language::Upos;

/// "Lund was blunt: “…”", at the colon.
#[must_use]
pub fn blunt(line: Line<'_>, colon: usize) -> Option<Frame> {
    let manner = colon
        .checked_sub(1)
        .filter(|&manner| is_in(WordClass::Manner, line.form(manner)))?;
    if !line.is_quotation(colon + 1) && line.len() > colon + 1 {
        return None;
    }
    let speaker = subject_of_be(line, manner)?;
    cov_mark::hit!(a_manner_before_a_colon_leads_in);
    Some(Frame::without_verb(colon..colon + 1, ":", CueForm::Colon, speaker))
}

/// "Teenagers are like, “…”", at *like*.
#[must_use]
pub fn like(line: Line<'_>, at: usize) -> Option<Frame> {
    // The word first: every item of a sentence is asked.
    if !line.is(at, "like") || !line.is_any(at + 1, &[",", ":"]) || !line.is_quotation(at + 2) {
        return None;
    }
    let speaker = subject_of_be(line, at)?;
    Some(Frame::without_verb(at..at + 2, "be like", CueForm::Colon, speaker))
}

/// The subject of a form of *be* before an item, adverbs between them not counted.
fn subject_of_be(line: Line<'_>, at: usize) -> Option<Subject> {
    let be = (0..at).rev().find(|&at| !line.has(at, &[Upos::Adv]))?;
    if line.lemma(be) != "be" {
        return None;
    }
    match leftward::look(line, be) {
        Leftward::Subject(subject) => Some(subject),
        Leftward::JoinedTo(_) | Leftward::Nothing => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn a_manner_and_like_lead_in() {
        cov_mark::check!(a_manner_before_a_colon_leads_in);
        let speaker = |text: &str, of: fn(Line<'_>, usize) -> Option<Frame>, form: &str| {
            with_line(text, |line| {
                let at = (0..line.len()).find(|&at| line.is(at, form))?;
                Some(line.span(of(line, at)?.speaker?.items).of(text).to_owned())
            })
        };
        let text = "Ana Lund was very blunt: “There is no money.”";
        assert_eq!(speaker(text, blunt, ":").as_deref(), Some("Ana Lund"));
        let text = "The sailors are like, “There is no money.”";
        assert_eq!(speaker(text, like, "like").as_deref(), Some("The sailors"));
        assert_eq!(speaker("The sign was green: “There is no money.”", blunt, ":"), None);
    }
}
