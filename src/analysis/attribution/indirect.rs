//! What is reported without marks: clauses and phrases behind a cue, sentences in front of a frame. It names no speaker.

use std::ops::Range;

use crate::analysis::actors::tables;
use crate::analysis::attribution::beside::{self, SHORTEST};
use crate::analysis::attribution::complement;
use crate::analysis::attribution::content::{before, trimmed};
use crate::analysis::attribution::cues::{self, Complement};
use crate::analysis::attribution::extent;
use crate::analysis::attribution::frames::{Form, Frame};
use crate::analysis::attribution::line::Line;
use crate::analysis::attribution::phrase;
use crate::analysis::attribution::subject::{self, How};
use crate::language::{Relation, Tag, Upos};

/// What a cue reports without marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Indirect {
    /// The cue, as items.
    pub cue: Range<usize>,
    /// Index of the frame; `None` for a noun, which has no frame.
    pub frame: Option<usize>,
    /// What is reported, as items: one part, or two where the frame or a passive verb stands between them.
    pub parts: Vec<Range<usize>>,
    /// Whether it is speech, so that a quotation behind it may have the same speaker.
    pub is_speech: bool,
    /// How sure it is that this is reported, 0..=1.
    pub confidence: f32,
}

/// What a unit reports without marks, outermost first and without overlap. `in_use` tells which frames report a
/// quotation: of those only a clause beside the quotation is taken.
#[must_use]
pub fn indirect(line: Line<'_>, frames: &[Frame], in_use: &dyn Fn(usize) -> bool) -> Vec<Indirect> {
    let mut found: Vec<Indirect> = Vec::new();
    let of_frames = frames
        .iter()
        .enumerate()
        .filter(|(_, frame)| !frame.negated || frame.class.think)
        .filter_map(|(index, frame)| one(line, index, frame, in_use(index)));
    let mut all: Vec<Indirect> = of_frames.chain(nouns(line)).collect();
    // What is reported inside of reported words is the reported speaker's affair.
    all.sort_by_key(|one| one.parts.first().map(|part| (part.start, usize::MAX - part.end)));
    for one in all {
        let overlaps = |part: &Range<usize>| {
            found
                .iter()
                .rev()
                .take(6)
                .flat_map(|earlier| &earlier.parts)
                .any(|earlier| earlier.start < part.end && part.start < earlier.end)
        };
        if !one
            .parts
            .iter()
            .any(|part| line.holds_quotation(part.clone()) || overlaps(part))
        {
            found.push(one);
        }
    }
    found
}

/// Whether a cue that takes noun phrases stands right before the quotation at item `at`: "talks about “spoiling it”".
#[must_use]
pub fn leads(line: Line<'_>, frames: &[Frame], at: usize) -> bool {
    let last = frames.partition_point(|frame| frame.cue.end <= at);
    frames.get(..last).and_then(<[Frame]>::last).is_some_and(|frame| {
        let takes = cues::complements(&frame.lemma);
        frame.speaker.is_some()
            && complement::after(line, frame.cue.start, takes, false)
                .is_some_and(|(form, first)| first == at && form == Complement::Preposition)
    })
}

fn one(line: Line<'_>, index: usize, frame: &Frame, in_use: bool) -> Option<Indirect> {
    let made = |parts: Vec<Range<usize>>, is_speech: bool, confidence: f32| Indirect {
        cue: frame.cue.clone(),
        frame: Some(index),
        parts,
        is_speech,
        confidence,
    };
    if frame.form == Form::Phrase && !in_use {
        frame.speaker.as_ref()?;
        if let Some(parts) = beside::around_source(line, frame) {
            return Some(made(parts, true, 0.85));
        }
        let part = if frame.cue.start > SHORTEST {
            before(line, frame, SHORTEST)?
        } else {
            let first = beside::behind_source(line, frame.extent().end);
            trimmed(line, first..extent::end(line, frame.cue.start, first, true))
        };
        return (part.len() >= SHORTEST).then(|| made(vec![part], true, 0.85));
    }
    if !matches!(frame.form, Form::Verb | Form::OtherVerb) {
        return None;
    }
    let takes = cues::complements(&frame.lemma);
    if frame.speaker.is_some() && takes.takes(Complement::That) {
        if let Some(part) = beside::as_said(line, frame) {
            return (!in_use).then(|| made(vec![part], true, 0.85));
        }
        if let Some(parts) = beside::interrupted(line, frame) {
            return Some(made(parts, true, 0.85));
        }
        if !in_use && beside::ends_sentence(line, frame) {
            return before(line, frame, SHORTEST).map(|part| made(vec![part], true, 0.85));
        }
    }
    if takes.is_empty()
        || frame
            .speaker
            .as_ref()
            .is_some_and(|subject| subject.how == How::Inverted)
    {
        return None;
    }
    let cue = frame.cue.start;
    if line.relation(cue) == Relation::Amod || is_adjective(line, cue) {
        return None;
    }
    let passive = subject::is_passive(line, cue);
    if let Some(parts) = beside::extracted(line, frame, takes) {
        return Some(made(parts, false, 0.7));
    }
    let (form, first) = complement::after(line, cue, takes, passive)?;
    if in_use && !form.is_clause() {
        return None;
    }
    // "The records show a loss", not "Lund showed no interest".
    if frame.class.document && form == Complement::Object && !is_thing(line, frame) {
        return None;
    }
    let part = trimmed(line, first..extent::end(line, cue, first, form.is_clause()));
    let shortest = if form.is_clause() { 2 } else { 1 };
    // "Asked whether": who asks is left out, what is asked is not.
    let agentless = passive || frame.lemma == "ask" && form == Complement::Wh;
    if part.len() < shortest || frame.speaker.is_none() && !agentless {
        return None;
    }
    let mut parts = vec![part];
    if form == Complement::PassiveTo
        && let Some(subject) = passive_subject(line, cue)
    {
        parts.insert(0, subject);
    }
    let speech = frame.class.speaks() && form.is_clause();
    Some(made(parts, speech, confidence(form)))
}

/// Whether the subject of a cue is told by a common noun and is no person's, as a document's is.
fn is_thing(line: Line<'_>, frame: &Frame) -> bool {
    let head = frame
        .speaker
        .as_ref()
        .and_then(|subject| subject.items.end.checked_sub(1));
    head.and_then(|head| line.word(head))
        .is_some_and(|word| word.upos == Upos::Noun && tables::noun(&word.lemma).is_none())
}

/// "self-described democrat", "the alleged fraud": a participle before a noun reports nothing here.
fn is_adjective(line: Line<'_>, verb: usize) -> bool {
    let participle = matches!(line.tag(verb), Tag::PastParticiple | Tag::PastTense | Tag::Gerund);
    let before = verb.checked_sub(1);
    participle && before.is_some_and(|at| line.is(at, "-") || line.has(at, &[Upos::Det, Upos::Adj]))
}

/// How often what stands in this form is reported, 0..=1 (counted on published news).
fn confidence(form: Complement) -> f32 {
    match form {
        Complement::That | Complement::Wh => 0.85,
        Complement::Zero => 0.8,
        Complement::To | Complement::ObjectTo | Complement::PassiveTo | Complement::PassiveThat => 0.65,
        Complement::Gerund
        | Complement::Object
        | Complement::ObjectAs
        | Complement::ToObject
        | Complement::Preposition => 0.6,
    }
}

/// The subject of "The fee is expected to rise": what is expected has two parts.
fn passive_subject(line: Line<'_>, verb: usize) -> Option<Range<usize>> {
    let head = (0..verb)
        .rev()
        .take(6)
        .find(|&at| !line.has(at, &[Upos::Aux, Upos::Adv, Upos::Part]))?;
    if !phrase::is_nominal(line, head) || phrase::is_relative(line, head) {
        return None;
    }
    Some(phrase::ending_at(line, head, 0))
}

/// What nouns and adjectives report: "the claim that", "confident that", "a call for".
fn nouns<'a>(line: Line<'a>) -> impl Iterator<Item = Indirect> + 'a {
    (0..line.len()).filter_map(move |at| {
        let word = line.word(at)?;
        if !matches!(word.upos, Upos::Noun | Upos::Adj) {
            return None;
        }
        let takes = cues::noun_complements(&word.lemma);
        if takes.is_empty() {
            return None;
        }
        let (form, first) = complement::after(line, at, takes, false)?;
        let part = trimmed(line, first..extent::end(line, at, first, form.is_clause()));
        (!part.is_empty()).then(|| Indirect {
            cue: at..at + 1,
            frame: None,
            parts: vec![part],
            is_speech: false,
            confidence: 0.6,
        })
    })
}
