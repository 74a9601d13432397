//! What is reported without marks: clauses and phrases behind a cue, sentences in front of a frame. It names no speaker.

use std::ops::Range;

use crate::analysis::attribution::complement;
use crate::analysis::attribution::content::{before, trimmed};
use crate::analysis::attribution::cues::{self, Complement};
use crate::analysis::attribution::extent;
use crate::analysis::attribution::frames::{Form, Frame};
use crate::analysis::attribution::phrase;
use crate::analysis::attribution::subject::{self, How, is_finite};
use crate::analysis::attribution::unit::{Item, Page, Unit};
use crate::language::Upos;

/// The shortest content in front of a frame, in words.
const SHORTEST: usize = 3;

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

/// What a unit reports without marks, outermost first and without overlap. `used` are the frames that report quotations.
#[must_use]
pub fn indirect(page: &Page<'_>, unit: &Unit, frames: &[Frame], used: &[usize]) -> Vec<Indirect> {
    let mut found: Vec<Indirect> = Vec::new();
    let of_frames = frames
        .iter()
        .enumerate()
        .filter(|(index, frame)| !used.contains(index) && !frame.negated)
        .filter_map(|(index, frame)| one(page, unit, index, frame));
    let mut all: Vec<Indirect> = of_frames.chain(nouns(page, unit)).collect();
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
        if !one.parts.iter().any(|part| has_quotation(unit, part) || overlaps(part)) {
            found.push(one);
        }
    }
    found
}

fn has_quotation(unit: &Unit, part: &Range<usize>) -> bool {
    unit.items
        .get(part.clone())
        .is_some_and(|items| items.iter().any(|item| matches!(item, Item::Quote(_))))
}

fn one(page: &Page<'_>, unit: &Unit, index: usize, frame: &Frame) -> Option<Indirect> {
    let made = |parts: Vec<Range<usize>>, is_speech: bool, confidence: f32| Indirect {
        cue: frame.cue.clone(),
        frame: Some(index),
        parts,
        is_speech,
        confidence,
    };
    if frame.form == Form::Phrase {
        frame.speaker.as_ref()?;
        let part = if frame.cue.start > SHORTEST {
            before(page, unit, frame)?
        } else {
            let first = frame.extent().end + usize::from(page.is(unit, frame.extent().end, ","));
            trimmed(page, unit, first..extent::end(page, unit, frame.cue.start, first, true))
        };
        return (part.len() >= SHORTEST).then(|| made(vec![part], true, 0.85));
    }
    if !matches!(frame.form, Form::Verb | Form::OtherVerb) {
        return None;
    }
    let takes = cues::complements(&frame.lemma);
    if frame.speaker.is_some() && takes.takes(Complement::That) {
        if let Some(parts) = interrupted(page, unit, frame) {
            return Some(made(parts, true, 0.85));
        }
        if ends_sentence(page, unit, frame) {
            return before(page, unit, frame).map(|part| made(vec![part], true, 0.85));
        }
    }
    if takes.is_empty() || frame.speaker.as_ref().is_some_and(|subject| subject.how == How::Inverted) {
        return None;
    }
    let cue = frame.cue.start;
    let passive = subject::is_passive(page, unit, cue);
    let (form, first) = complement::after(page, unit, cue, takes, passive)?;
    let part = trimmed(page, unit, first..extent::end(page, unit, cue, first, form.is_clause()));
    let shortest = if form.is_clause() { 2 } else { 1 };
    if part.len() < shortest || frame.speaker.is_none() && !passive {
        return None;
    }
    let mut parts = vec![part];
    if form == Complement::PassiveTo
        && let Some(subject) = passive_subject(page, unit, cue)
    {
        parts.insert(0, subject);
    }
    let speech = frame.class.speaks() && form.is_clause();
    Some(made(parts, speech, confidence(form)))
}

/// How often what stands in this form is reported, 0..=1 (counted on published news).
fn confidence(form: Complement) -> f32 {
    match form {
        Complement::That | Complement::Wh => 0.85,
        Complement::Zero => 0.8,
        Complement::To | Complement::ObjectTo | Complement::PassiveTo | Complement::PassiveThat => 0.65,
        Complement::Gerund | Complement::Object | Complement::ToObject | Complement::Preposition => 0.6,
    }
}

/// The subject of "The fee is expected to rise": what is expected has two parts.
fn passive_subject(page: &Page<'_>, unit: &Unit, verb: usize) -> Option<Range<usize>> {
    let head = (0..verb)
        .rev()
        .take(6)
        .find(|&at| !page.has(unit, at, &[Upos::Aux, Upos::Adv, Upos::Part]))?;
    if !phrase::is_nominal(page, unit, head) || phrase::is_relative(page, unit, head) {
        return None;
    }
    Some(phrase::ending_at(page, unit, head, 0))
}

/// ", officials said on Friday." with what they said before it.
fn ends_sentence(page: &Page<'_>, unit: &Unit, frame: &Frame) -> bool {
    let extent = frame.extent();
    if !(frame.class.speaks() || frame.class.think || frame.class.document) || extent.start <= SHORTEST {
        return false;
    }
    if !page.is(unit, extent.start - 1, ",") {
        return false;
    }
    let cue = frame.cue.start;
    let rest = extent.end..unit.items.len().min(extent.end + 20);
    let goes_on = rest.clone().any(|at| {
        page.word(unit, at)
            .is_some_and(|word| is_finite(word.xpos) || word.xpos == "TO" || page.form(word).eq_ignore_ascii_case("that"))
            || matches!(unit.items.get(at), Some(Item::Quote(_)))
    });
    let first = frame.cue.end.max(extent.end);
    let adverbial = page.has(unit, first, &[Upos::Punct, Upos::Adv, Upos::Adp]) || first >= unit.items.len()
        || page.word(unit, first).is_some_and(|word| phrase::is_day(page.form(word)));
    adverbial && !goes_on && unit.items.len() - extent.end <= 20 && page.has(unit, cue, &[Upos::Verb])
}

/// "The bridge, engineers say, could fall": the clause in two parts around its frame.
fn interrupted(page: &Page<'_>, unit: &Unit, frame: &Frame) -> Option<Vec<Range<usize>>> {
    let extent = frame.extent();
    let speaker = frame.speaker.as_ref()?;
    let tight = matches!(speaker.how, How::Before | How::Inverted) && frame.class.speaks() || frame.class.think;
    if !tight || extent.len() > 12 {
        return None;
    }
    let opens = extent.start.checked_sub(1).is_some_and(|at| page.is(unit, at, ","));
    if !opens || !page.is(unit, extent.end, ",") || extent.start < 2 {
        return None;
    }
    let second = extent.end + 1;
    let goes_on = page.word(unit, second).is_some_and(|word| {
        is_finite(word.xpos) || matches!(word.upos, Upos::Aux | Upos::Sconj | Upos::Adp | Upos::Verb) && word.xpos != "VBG"
    });
    if !goes_on {
        return None;
    }
    let first = before(page, unit, frame)?;
    let rest = trimmed(page, unit, second..extent::end(page, unit, frame.cue.start, second, true));
    (!rest.is_empty()).then(|| vec![first, rest])
}

/// What nouns and adjectives report: "the claim that", "confident that", "a call for".
fn nouns<'a>(page: &'a Page<'a>, unit: &'a Unit) -> impl Iterator<Item = Indirect> + 'a {
    (0..unit.items.len()).filter_map(move |at| {
        let word = page.word(unit, at)?;
        if !matches!(word.upos, Upos::Noun | Upos::Adj) {
            return None;
        }
        let takes = cues::noun_complements(&word.lemma);
        if takes.is_empty() {
            return None;
        }
        let (form, first) = complement::after(page, unit, at, takes, false)?;
        let part = trimmed(page, unit, first..extent::end(page, unit, at, first, form.is_clause()));
        (!part.is_empty()).then(|| Indirect {
            cue: at..at + 1,
            frame: None,
            parts: vec![part],
            is_speech: false,
            confidence: 0.6,
        })
    })
}
