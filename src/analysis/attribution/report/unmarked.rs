//! What is reported without marks: clauses and phrases after a cue, sentences in front of a frame. It names no speaker.

use std::ops::Range;

use crate::analysis::actors::tables;
use crate::analysis::attribution::frame::{CueForm, Frame, SubjectKind};
use crate::analysis::attribution::lexicon::{Complement, complements, noun_complements};
use crate::analysis::attribution::line::{Line, noun_phrase, verb_group};
use crate::analysis::attribution::report::content::{SHORTEST, before_frame, trimmed};
use crate::analysis::attribution::report::{adjacent, begins, ends};
use crate::language::{Relation, Tag, Upos};

/// How many contents before one are asked whether they overlap it.
const NEAR: usize = 6;

/// The shortest clause after a cue, in items: "it rained".
const SHORTEST_CLAUSE: usize = 2;

/// How far before a passive verb its subject may stand, in items.
const FARTHEST_SUBJECT: usize = 6;

/// What a cue reports without marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Unmarked {
    /// The cue, as items.
    pub cue: Range<usize>,
    /// Index of the frame; `None` for a noun, which has no frame.
    pub frame: Option<usize>,
    /// What is reported, as items: one part, or two with the frame or a passive verb between them.
    pub parts: Vec<Range<usize>>,
    /// Whether it is speech, so that a quotation after it may have the same speaker.
    pub is_speech: bool,
    /// How sure it is that this is reported, 0..=1.
    pub confidence: f32,
}

/// What a sentence reports without marks, outermost first and without overlap. `in_use` says which frames report a
/// quotation: of those only a clause next to the quotation is taken.
#[must_use]
pub fn unmarked(line: Line<'_>, frames: &[Frame], in_use: &dyn Fn(usize) -> bool) -> Vec<Unmarked> {
    let of_frames = frames
        .iter()
        .enumerate()
        .filter(|(_, frame)| !frame.negated || frame.class.think)
        .filter_map(|(index, frame)| of_frame(line, index, frame, in_use(index)));
    let mut all: Vec<Unmarked> = of_frames.chain(of_nouns(line)).collect();
    // What is reported inside of reported words is the reported speaker's affair.
    all.sort_by_key(|one| one.parts.first().map(|part| (part.start, usize::MAX - part.end)));
    let mut found: Vec<Unmarked> = Vec::new();
    for one in all {
        let taken = |part: &Range<usize>| line.holds_quotation(part.clone()) || overlaps_earlier(&found, part);
        if !one.parts.iter().any(taken) {
            found.push(one);
        }
    }
    found
}

/// Whether a cue that takes noun phrases is right before the quotation at item `at`: "talks about “spoiling it”".
#[must_use]
pub fn leads(line: Line<'_>, frames: &[Frame], at: usize) -> bool {
    let last = frames.partition_point(|frame| frame.cue.end <= at);
    let Some(frame) = frames.get(..last).and_then(<[Frame]>::last) else {
        return false;
    };
    frame.speaker.is_some()
        && begins::after_cue(line, frame.cue.start, complements(&frame.lemma), false)
            == Some((Complement::Preposition, at))
}

fn overlaps_earlier(found: &[Unmarked], part: &Range<usize>) -> bool {
    let mut earlier = found.iter().rev().take(NEAR).flat_map(|earlier| &earlier.parts);
    earlier.any(|earlier| earlier.start < part.end && part.start < earlier.end)
}

/// What one frame reports without marks.
fn of_frame(line: Line<'_>, index: usize, frame: &Frame, in_use: bool) -> Option<Unmarked> {
    let (parts, is_speech, confidence) = match frame.form {
        CueForm::Phrase if in_use => return None,
        CueForm::Phrase => (adjacent::of_source(line, frame)?, true, ADJACENT),
        CueForm::Colon | CueForm::Dash | CueForm::Noun => return None,
        CueForm::Verb | CueForm::OtherVerb => match adjacent_to_verb(line, frame, in_use) {
            Some(Adjacent::Parts(parts)) => (parts, true, ADJACENT),
            Some(Adjacent::Nothing) => return None,
            None => governed(line, frame, in_use)?,
        },
    };
    Some(Unmarked {
        cue: frame.cue.clone(),
        frame: Some(index),
        parts,
        is_speech,
        confidence,
    })
}

/// How often a clause next to its frame is reported, 0..=1 (counted on published news).
const ADJACENT: f32 = 0.85;

/// How often a clause that its frame is in is reported: "a plan that he said would fail".
const EXTRACTED: f32 = 0.7;

/// What is found next to a frame, where its place in the sentence says that it reports nothing it governs.
enum Adjacent {
    Parts(Vec<Range<usize>>),
    Nothing,
}

/// "As the council said, the fee will rise", "The bridge, engineers say, could fall", "The fee will rise, officials said."
fn adjacent_to_verb(line: Line<'_>, frame: &Frame, in_use: bool) -> Option<Adjacent> {
    if frame.speaker.is_none() || !frame.takes.takes(Complement::That) {
        return None;
    }
    if let Some(part) = adjacent::as_said(line, frame) {
        return Some(if in_use {
            Adjacent::Nothing
        } else {
            Adjacent::Parts(vec![part])
        });
    }
    if let Some(parts) = adjacent::interrupted(line, frame) {
        return Some(Adjacent::Parts(parts));
    }
    if in_use || !adjacent::ends_sentence(line, frame) {
        return None;
    }
    Some(before_frame(line, frame, SHORTEST).map_or(Adjacent::Nothing, |part| Adjacent::Parts(vec![part])))
}

/// "said the fee will rise", "urged the council to go", "a plan that he said would fail": what a verb governs.
fn governed(line: Line<'_>, frame: &Frame, in_use: bool) -> Option<(Vec<Range<usize>>, bool, f32)> {
    let takes = frame.takes;
    let cue = frame.cue.start;
    if takes.is_empty() || frame.speaker_kind() == Some(SubjectKind::Inverted) || is_adjective(line, cue) {
        return None;
    }
    if let Some(parts) = adjacent::extracted(line, frame, takes) {
        return Some((parts, false, EXTRACTED));
    }
    let passive = verb_group::follows_passive_auxiliary(line, cue);
    let (form, first) = begins::after_cue(line, cue, takes, passive)?;
    // "The records show a loss", not "Lund showed no interest".
    let shows_nothing = frame.class.document && form == Complement::Object && !is_thing(line, frame);
    if in_use && !form.is_clause() || shows_nothing {
        return None;
    }
    // "Asked whether": who asks is left out, what is asked is not.
    let agentless = passive || frame.lemma == "ask" && form == Complement::Wh;
    let part = from(line, cue, first, form);
    let shortest = if form.is_clause() { SHORTEST_CLAUSE } else { 1 };
    if part.len() < shortest || frame.speaker.is_none() && !agentless {
        return None;
    }
    let mut parts = vec![part];
    if form == Complement::PassiveTo
        && let Some(subject) = passive_subject(line, cue)
    {
        parts.insert(0, subject);
    }
    Some((parts, frame.class.speaks() && form.is_clause(), confidence(form)))
}

/// The content that begins at an item, to its end.
fn from(line: Line<'_>, cue: usize, first: usize, form: Complement) -> Range<usize> {
    trimmed(line, first..ends::end(line, cue, first, form.is_clause()))
}

/// Whether the subject of a cue is a common noun and no person's, as a document's is.
fn is_thing(line: Line<'_>, frame: &Frame) -> bool {
    let head = frame
        .speaker
        .as_ref()
        .and_then(|subject| subject.items.end.checked_sub(1));
    head.is_some_and(|head| line.has(head, &[Upos::Noun]) && tables::noun(line.lemma(head)).is_none())
}

/// "self-described democrat", "the alleged fraud": a participle before a noun reports nothing here.
fn is_adjective(line: Line<'_>, verb: usize) -> bool {
    let participle = matches!(line.tag(verb), Tag::PastParticiple | Tag::PastTense | Tag::Gerund);
    let described = verb
        .checked_sub(1)
        .is_some_and(|at| line.is(at, "-") || line.has(at, &[Upos::Det, Upos::Adj]));
    line.relation(verb) == Relation::Amod || participle && described
}

/// How often what has this form is reported, 0..=1 (counted on published news).
fn confidence(form: Complement) -> f32 {
    match form {
        Complement::That | Complement::Wh => 0.85,
        Complement::Zero => 0.8,
        Complement::To | Complement::ObjectTo | Complement::PassiveTo | Complement::PassiveThat => 0.65,
        Complement::Gerund
        | Complement::Object
        | Complement::ObjectAs
        | Complement::ToObject
        | Complement::Preposition => OBJECT,
    }
}

/// How often a phrase that a cue or a noun takes is reported.
const OBJECT: f32 = 0.6;

/// The subject of "The fee is expected to rise": what is expected has two parts.
fn passive_subject(line: Line<'_>, verb: usize) -> Option<Range<usize>> {
    let head = (0..verb)
        .rev()
        .take(FARTHEST_SUBJECT)
        .find(|&at| !line.has(at, &[Upos::Aux, Upos::Adv, Upos::Part]))?;
    (noun_phrase::is_nominal(line, head) && !noun_phrase::is_relative(line, head))
        .then(|| noun_phrase::ending_at(line, head))
}

/// What nouns and adjectives report: "the claim that", "confident that", "a call for".
fn of_nouns(line: Line<'_>) -> impl Iterator<Item = Unmarked> {
    (0..line.len()).filter_map(move |at| {
        if !line.has(at, &[Upos::Noun, Upos::Adj]) {
            return None;
        }
        let takes = noun_complements(line.lemma(at));
        if takes.is_empty() {
            return None;
        }
        let (form, first) = begins::after_cue(line, at, takes, false)?;
        let part = from(line, at, first, form);
        (!part.is_empty()).then(|| Unmarked {
            cue: at..at + 1,
            frame: None,
            parts: vec![part],
            is_speech: false,
            confidence: OBJECT,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::frame::frames;
    use crate::analysis::attribution::line::with_line;

    /// What a sentence reports without marks, parts joined with a bar.
    fn found(text: &str) -> Vec<String> {
        with_line(text, |line| {
            unmarked(line, &frames(line), &|_| false)
                .iter()
                .map(|one| {
                    let parts = one.parts.iter().map(|part| line.span(part.clone()).of(text));
                    parts.collect::<Vec<_>>().join(" | ")
                })
                .collect()
        })
    }

    #[test]
    fn what_is_reported_begins_and_ends() {
        for (text, expected) in [
            ("Lund said the fee will rise.", "the fee will rise"),
            ("The fee will rise, officials said on Friday.", "The fee will rise"),
            ("The bridge, engineers say, could fall.", "The bridge | could fall"),
            ("As the council said, the fee will rise.", "the fee will rise"),
            ("The fee, according to the council, will rise.", "The fee | will rise"),
            (
                "Since last May, according to the council, half of them have gone.",
                "half of them have gone",
            ),
            ("According to a poll, half of them will go.", "half of them will go"),
            ("Lund has a plan that he said would fail.", "that | would fail"),
            ("The claim that it fell is wrong.", "that it fell"),
            ("The fee is expected to rise.", "The fee | to rise"),
        ] {
            assert!(found(text).contains(&expected.to_owned()), "{text}: {:?}", found(text));
        }
    }

    #[test]
    fn an_adverbial_before_its_frame_is_not_reported() {
        cov_mark::check!(an_adverbial_before_the_frame_is_not_said);
        assert_eq!(found("On Friday, Lund said, “It rained.”"), [""; 0]);
        assert_eq!(found("Asked about it, Lund said, “It rained.”"), [""; 0]);
        assert_eq!(
            found("Sooner or later, Lund said, “it will fall.”"),
            ["Sooner or later"]
        );
        assert_eq!(found("The bridge, Lund said, “could fall.”"), ["The bridge"]);
    }

    #[test]
    fn what_is_not_said_is_not_reported() {
        for text in [
            "Lund did not say it rained.",
            "Lund voted against the sale of the mill.",
            "Ana Weil argued against the plan on Monday.",
            "The patron, Ana Lund, said nothing.",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
