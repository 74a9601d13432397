//! What is reported without marks: clauses and phrases behind a cue, sentences in front of a frame. It names no speaker.

use std::ops::Range;

use crate::analysis::actors::tables;
use crate::analysis::attribution::complement;
use crate::analysis::attribution::content::{before, trimmed};
use crate::analysis::attribution::cues::{self, Complement, Complements};
use crate::analysis::attribution::extent;
use crate::analysis::attribution::frames::{Form, Frame};
use crate::analysis::attribution::phrase;
use crate::analysis::attribution::subject::{self, How, is_finite};
use crate::analysis::attribution::unit::{Item, Page, Unit};
use crate::language::Upos;

/// The shortest content in front of a frame, in words.
const SHORTEST: usize = 3;

/// How many words may stand between a frame and the comma that closes it: "he said in an interview,".
const LONGEST_ASIDE: usize = 6;

/// How many items may describe a source behind its name: "a poll conducted for the council by Lund,".
const LONGEST_SOURCE: usize = 16;

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
pub fn indirect(page: &Page<'_>, unit: &Unit, frames: &[Frame], in_use: &dyn Fn(usize) -> bool) -> Vec<Indirect> {
    let mut found: Vec<Indirect> = Vec::new();
    let of_frames = frames
        .iter()
        .enumerate()
        .filter(|(_, frame)| !frame.negated || frame.class.think)
        .filter_map(|(index, frame)| one(page, unit, index, frame, in_use(index)));
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

/// Whether a cue that takes noun phrases stands right before the quotation at item `at`: "talks about “spoiling it”".
#[must_use]
pub fn leads(page: &Page<'_>, unit: &Unit, frames: &[Frame], at: usize) -> bool {
    let last = frames.partition_point(|frame| frame.cue.end <= at);
    frames.get(..last).and_then(<[Frame]>::last).is_some_and(|frame| {
        let takes = cues::complements(&frame.lemma);
        frame.speaker.is_some()
            && complement::after(page, unit, frame.cue.start, takes, false)
                .is_some_and(|(form, first)| first == at && form == Complement::Preposition)
    })
}

fn has_quotation(unit: &Unit, part: &Range<usize>) -> bool {
    unit.items
        .get(part.clone())
        .is_some_and(|items| items.iter().any(|item| matches!(item, Item::Quote(_))))
}

fn one(page: &Page<'_>, unit: &Unit, index: usize, frame: &Frame, in_use: bool) -> Option<Indirect> {
    let made = |parts: Vec<Range<usize>>, is_speech: bool, confidence: f32| Indirect {
        cue: frame.cue.clone(),
        frame: Some(index),
        parts,
        is_speech,
        confidence,
    };
    if frame.form == Form::Phrase && !in_use {
        frame.speaker.as_ref()?;
        if let Some(parts) = around_source(page, unit, frame) {
            return Some(made(parts, true, 0.85));
        }
        let part = if frame.cue.start > SHORTEST {
            before(page, unit, frame, SHORTEST)?
        } else {
            let first = behind_source(page, unit, frame.extent().end);
            trimmed(page, unit, first..extent::end(page, unit, frame.cue.start, first, true))
        };
        return (part.len() >= SHORTEST).then(|| made(vec![part], true, 0.85));
    }
    if !matches!(frame.form, Form::Verb | Form::OtherVerb) {
        return None;
    }
    let takes = cues::complements(&frame.lemma);
    if frame.speaker.is_some() && takes.takes(Complement::That) {
        if let Some(part) = as_said(page, unit, frame) {
            return (!in_use).then(|| made(vec![part], true, 0.85));
        }
        if let Some(parts) = interrupted(page, unit, frame) {
            return Some(made(parts, true, 0.85));
        }
        if !in_use && ends_sentence(page, unit, frame) {
            return before(page, unit, frame, SHORTEST).map(|part| made(vec![part], true, 0.85));
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
    if page.word(unit, cue).is_some_and(|word| word.relation == "amod") || is_adjective(page, unit, cue) {
        return None;
    }
    let passive = subject::is_passive(page, unit, cue);
    if let Some(parts) = extracted(page, unit, frame, takes) {
        return Some(made(parts, false, 0.7));
    }
    let (form, first) = complement::after(page, unit, cue, takes, passive)?;
    if in_use && !form.is_clause() {
        return None;
    }
    // "The records show a loss", not "Lund showed no interest".
    if frame.class.document && form == Complement::Object && !is_thing(page, unit, frame) {
        return None;
    }
    let part = trimmed(page, unit, first..extent::end(page, unit, cue, first, form.is_clause()));
    let shortest = if form.is_clause() { 2 } else { 1 };
    // "Asked whether": who asks is left out, what is asked is not.
    let agentless = passive || frame.lemma == "ask" && form == Complement::Wh;
    if part.len() < shortest || frame.speaker.is_none() && !agentless {
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

/// Whether the subject of a cue is told by a common noun and is no person's, as a document's is.
fn is_thing(page: &Page<'_>, unit: &Unit, frame: &Frame) -> bool {
    let head = frame
        .speaker
        .as_ref()
        .and_then(|subject| subject.items.end.checked_sub(1));
    head.and_then(|head| page.word(unit, head))
        .is_some_and(|word| word.upos == Upos::Noun && tables::noun(&word.lemma).is_none())
}

/// Where the sentence begins behind a source in front of it: behind the comma that closes the source with all that
/// describes it ("According to a poll conducted for the council by Lund, half …").
fn behind_source(page: &Page<'_>, unit: &Unit, end: usize) -> usize {
    (end..(end + LONGEST_SOURCE).min(unit.items.len()))
        .take_while(|&at| page.word(unit, at).is_some_and(|word| !is_finite(word.xpos)))
        .filter(|&at| page.is(unit, at, ","))
        .find(|&comma| {
            let next = comma + 1;
            page.word(unit, next).is_some_and(|word| is_finite(word.xpos))
                || complement::is_clause(page, unit, next, complement::NEAR)
                || complement::has_predicate(page, unit, next)
        })
        .map_or(end, |comma| comma + 1)
}

/// "The fee, according to the council, will rise": the clause in two parts around its source.
fn around_source(page: &Page<'_>, unit: &Unit, frame: &Frame) -> Option<Vec<Range<usize>>> {
    let extent = frame.extent();
    let comma = extent.start.checked_sub(1).filter(|&at| page.is(unit, at, ","))?;
    let second = behind_source(page, unit, extent.end);
    let predicate = second > extent.end && page.word(unit, second).is_some_and(|word| is_finite(word.xpos));
    if !predicate {
        return None;
    }
    let first = before(page, unit, frame, 1)?;
    let rest = trimmed(
        page,
        unit,
        second..extent::end(page, unit, frame.cue.start, second, true),
    );
    (comma > 0 && !rest.is_empty()).then(|| vec![first, rest])
}

/// "self-described democrat", "the alleged fraud": a participle before a noun reports nothing here.
fn is_adjective(page: &Page<'_>, unit: &Unit, verb: usize) -> bool {
    let participle = page
        .word(unit, verb)
        .is_some_and(|word| matches!(word.xpos, "VBN" | "VBD" | "VBG"));
    let before = verb.checked_sub(1);
    participle && before.is_some_and(|at| page.is(unit, at, "-") || page.has(unit, at, &[Upos::Det, Upos::Adj]))
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

/// "As the council said, the fee will rise", "The fee will rise, as the council said": what stands beside the clause.
fn as_said(page: &Page<'_>, unit: &Unit, frame: &Frame) -> Option<Range<usize>> {
    let extent = frame.extent();
    let subordinator = extent.start.checked_sub(1).filter(|&at| page.is(unit, at, "as"))?;
    if !(frame.class.speaks() || frame.class.think) {
        return None;
    }
    let begins = subordinator == 0 || page.has(unit, subordinator - 1, &[Upos::Cconj]);
    if begins {
        let first = extent.end + 1;
        let clause = page.is(unit, extent.end, ",") && complement::is_clause(page, unit, first, complement::NEAR);
        return clause.then(|| trimmed(page, unit, first..extent::end(page, unit, subordinator, first, true)));
    }
    let ends = unit.items.len() <= extent.end || page.has(unit, extent.end, &[Upos::Punct, Upos::Adp]);
    let part = trimmed(page, unit, 0..subordinator);
    (ends && page.is(unit, subordinator - 1, ",") && part.len() >= SHORTEST && part.len() <= extent::LONGEST)
        .then_some(part)
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
    if !(frame.class.speaks() || frame.class.document) || extent.start <= SHORTEST {
        return false;
    }
    if !page.is(unit, extent.start - 1, ",") {
        return false;
    }
    let cue = frame.cue.start;
    let rest = extent.end..unit.items.len().min(extent.end + 20);
    let goes_on = rest.clone().any(|at| {
        page.word(unit, at).is_some_and(|word| {
            is_finite(word.xpos) || word.xpos == "TO" || page.form(word).eq_ignore_ascii_case("that")
        }) || matches!(unit.items.get(at), Some(Item::Quote(_)))
    });
    let first = frame.cue.end.max(extent.end);
    let adverbial = page.has(unit, first, &[Upos::Punct, Upos::Adv, Upos::Adp, Upos::Sconj])
        || first >= unit.items.len()
        || page
            .word(unit, first)
            .is_some_and(|word| phrase::is_day(page.form(word)));
    adverbial && !goes_on && unit.items.len() - extent.end <= 20 && page.has(unit, cue, &[Upos::Verb])
}

/// "The bridge, engineers say, could fall": the clause in two parts around its frame. Where the second part is a
/// quotation, the first alone is left.
fn interrupted(page: &Page<'_>, unit: &Unit, frame: &Frame) -> Option<Vec<Range<usize>>> {
    let extent = frame.extent();
    let speaker = frame.speaker.as_ref()?;
    let tight = matches!(speaker.how, How::Before | How::Inverted) && (frame.class.speaks() || frame.class.think);
    if !tight || extent.len() > 12 || extent.start < 2 {
        return None;
    }
    let closes = (extent.end..(extent.end + LONGEST_ASIDE).min(unit.items.len()))
        .find(|&at| page.is(unit, at, ","))
        .filter(|&at| {
            !(extent.end..at).any(|at| !page.has(unit, at, &[Upos::Adp, Upos::Det, Upos::Noun, Upos::Propn, Upos::Adv]))
        })?;
    if !page.is(unit, extent.start - 1, ",") {
        return None;
    }
    let mut first = before(page, unit, frame, 1)?;
    if let Some(quote) = first
        .clone()
        .rev()
        .find(|&at| matches!(unit.items.get(at), Some(Item::Quote(_))))
    {
        first = trimmed(page, unit, quote + 1..first.end);
    }
    let second = closes + 1;
    let rest = trimmed(
        page,
        unit,
        second..extent::end(page, unit, frame.cue.start, second, true),
    );
    // ", she said, adding that": the sentence was over.
    if first.is_empty() || rest.is_empty() || page.word(unit, second).is_some_and(|word| word.xpos == "VBG") {
        return None;
    }
    // "…, said Lund, mayor of Holm": who speaks is told more of.
    if speaker.how == How::Inverted && page.has(unit, second, complement::NOMINAL) {
        return (!has_quotation(unit, &first)).then(|| vec![first]);
    }
    Some(if has_quotation(unit, &rest) {
        vec![first]
    } else {
        vec![first, rest]
    })
}

/// "a plan that he said would fail", "what he says the plan will cost": the relative pronoun and the rest of its clause.
fn extracted(page: &Page<'_>, unit: &Unit, frame: &Frame, takes: Complements) -> Option<Vec<Range<usize>>> {
    let speaker = frame.speaker.as_ref()?;
    let next = frame.cue.end;
    let predicate = page.word(unit, next).is_some_and(|word| is_finite(word.xpos));
    let clause = predicate
        || page.has(unit, next, complement::NOMINAL) && complement::is_clause(page, unit, next, complement::NEAR);
    let pronoun = speaker.items.start.checked_sub(1)?;
    let relative = page.word(unit, pronoun).is_some_and(|word| {
        matches!(word.xpos, "WP" | "WDT") || predicate && page.form(word).eq_ignore_ascii_case("that")
    });
    if !relative || !clause || !takes.takes(Complement::Zero) {
        return None;
    }
    let rest = trimmed(page, unit, next..extent::end(page, unit, frame.cue.start, next, true));
    (rest.len() >= 2).then(|| vec![pronoun..pronoun + 1, rest])
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
