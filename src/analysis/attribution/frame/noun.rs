//! The frame of a noun that reports: "Lund's conclusion that it was “odd”", "Lund made the claim that", "Lund's description of it as
//! “odd”". Who only rejects or repeats what others claim is no speaker here.

use std::ops::Range;

use crate::analysis::attribution::frame::subject;
use crate::analysis::attribution::frame::types::{CueForm, Frame, Subject, SubjectKind};
use crate::analysis::attribution::lexicon::{Complement, CueClass, WordClass, is_listed, noun_complements};
use crate::analysis::attribution::line::{Line, noun_phrase};
use crate::language::{Tag, Upos};

/// How far after a noun of description the marked words may stand, in items: "Lund's portrayal of the old harbor as “odd”".
const FARTHEST_DESCRIPTION: usize = 12;

/// The frame of the noun at an item, where a clause with *that* or a description in marks comes after it and the sentence says whose
/// words they are.
#[must_use]
pub fn frame(line: Line<'_>, at: usize) -> Option<Frame> {
    // What comes after the word first: every noun is asked.
    if !line.is_any(at + 1, &["that", "of"]) {
        return None;
    }
    let lemma = line.lemma(at);
    let takes = noun_complements(lemma);
    let class = if line.is(at + 1, "that") && takes.takes(Complement::That) {
        CueClass {
            that: true,
            ..CueClass::SAYS
        }
    } else if takes.takes(Complement::ObjectAs) && describes_in_marks(line, at) {
        CueClass {
            describe: true,
            ..CueClass::default()
        }
    } else {
        return None;
    };
    Some(Frame {
        cue: at..at + 1,
        lemma: lemma.into(),
        class,
        takes,
        form: CueForm::Noun,
        speaker: Some(holder(line, at)?),
        addressee: None,
        reteller: None,
        negated: false,
    })
}

/// "description of her as “odd”": whether marked words after *as* say what something is taken for.
fn describes_in_marks(line: Line<'_>, noun: usize) -> bool {
    line.is(noun + 1, "of")
        && (noun + 2..noun + FARTHEST_DESCRIPTION).any(|at| line.is(at, "as") && opens_marks(line, at + 1))
}

/// Whether marked words come at an item, or after its article.
fn opens_marks(line: Line<'_>, at: usize) -> bool {
    line.is_quotation(at) || line.has(at, &[Upos::Det]) && line.is_quotation(at + 1)
}

/// Whose claim it is: the possessor, or the subject of a verb that voices it.
fn holder(line: Line<'_>, noun: usize) -> Option<Subject> {
    let phrase = noun_phrase::ending_at(line, noun);
    if let Some(mark) = phrase.clone().rev().find(|&at| is_possessive(line, at)) {
        let items = match line.tag(mark) {
            Tag::PossessivePronoun => mark..mark + 1,
            _ => before_mark(line, mark)?,
        };
        return Some(Subject::new(items, SubjectKind::Before));
    }
    if let Some(voiced) = voiced_by_name(line, noun) {
        return Some(voiced);
    }
    let verb = phrase.start.checked_sub(1)?;
    let voices = line.has(verb, &[Upos::Verb]) && is_listed(WordClass::Voicing, line.lemma(verb));
    subject::subject(line, verb).filter(|_| voices)
}

/// "Ana Lund issues claims": a verb that the tagger took for a noun, between a name and the plural that it voices.
fn voiced_by_name(line: Line<'_>, noun: usize) -> Option<Subject> {
    let verb = noun.checked_sub(1).filter(|&verb| line.has(verb, &[Upos::Noun]))?;
    let name = verb.checked_sub(1).filter(|&name| line.has(name, &[Upos::Propn]))?;
    let plural = |at: usize| line.tag(at) == Tag::PluralNoun || line.form(at).ends_with('s');
    let voices = is_listed(WordClass::Voicing, line.lemma(verb)) && plural(verb) && plural(noun);
    voices.then(|| Subject::new(noun_phrase::ending_at(line, name), SubjectKind::Before))
}

fn is_possessive(line: Line<'_>, at: usize) -> bool {
    matches!(line.tag(at), Tag::PossessivePronoun | Tag::PossessiveEnding)
}

fn before_mark(line: Line<'_>, mark: usize) -> Option<Range<usize>> {
    Some(noun_phrase::ending_at(line, mark.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn a_claim_is_that_of_its_holder_or_of_who_voices_it() {
        let holder = |text: &str, noun: &str| {
            with_line(text, |line| {
                let at = (0..line.len()).find(|&at| line.is(at, noun)).unwrap();
                frame(line, at).map(|frame| line.span(frame.speaker.unwrap().items).of(text).to_owned())
            })
        };
        let found = holder("They met after Ana Lund's assertion that it was “odd”.", "assertion");
        assert_eq!(found.as_deref(), Some("Ana Lund"));
        let found = holder("Ana Lund makes claims that “rotten steel” was used.", "claims");
        assert_eq!(found.as_deref(), Some("Ana Lund"));
        let found = holder("Weil rejected Ana Lund's description of him as “odd”.", "description");
        assert_eq!(found.as_deref(), Some("Ana Lund"));
        assert_eq!(holder("Ana Lund rejected claims that it was “odd”.", "claims"), None);
        assert_eq!(
            holder("Weil gave a description of Ana Lund as “odd”.", "description"),
            None
        );
    }
}
