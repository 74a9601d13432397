//! Clauses next to their frame: before it, after it, around it. It does not choose among them, and what a cue
//! governs is left to others.

use std::ops::Range;

use crate::analysis::attribution::frame::{Frame, SubjectKind};
use crate::analysis::attribution::lexicon::{Complement, Complements, is_day};
use crate::analysis::attribution::line::Line;
use crate::analysis::attribution::line::noun_phrase::BEGINS;
use crate::analysis::attribution::report::clause::{NEAR, has_predicate, is_clause};
use crate::analysis::attribution::report::content::{LONGEST, SHORTEST, before_frame, trimmed};
use crate::analysis::attribution::report::ends;
use crate::language::{Tag, Upos};

/// How many words may come between a frame and the comma that closes it: "he said in an interview,".
const LONGEST_ASIDE: usize = 6;

/// How many items may describe a source after its name: "a poll conducted for the council by Lund,".
const LONGEST_SOURCE: usize = 16;

/// The longest frame inside a clause, in items: ", engineers of the city of Ostby say,".
const LONGEST_FRAME: usize = 12;

/// How many items may follow a frame that ends its sentence: ", officials said on Friday at a meeting in Ostby."
const LONGEST_TAIL: usize = 20;

/// The shortest relative clause around its frame, in items: "a plan that he said would fail".
const SHORTEST_EXTRACTED: usize = 2;

/// "As the council said, the fee will rise", "The fee will rise, as the council said": what is next to the clause.
#[must_use]
pub fn as_said(line: Line<'_>, frame: &Frame) -> Option<Range<usize>> {
    let extent = frame.extent();
    let subordinator = extent.start.checked_sub(1).filter(|&at| line.is(at, "as"))?;
    if !(frame.class.speaks() || frame.class.think) {
        return None;
    }
    let begins = subordinator == 0 || line.has(subordinator - 1, &[Upos::Cconj]);
    if begins {
        let first = extent.end + 1;
        let clause = line.is(extent.end, ",") && is_clause(line, first, NEAR);
        return clause.then(|| clause_from(line, subordinator, first));
    }
    let ends = line.len() <= extent.end || line.has(extent.end, &[Upos::Punct, Upos::Adp]);
    let part = trimmed(line, 0..subordinator);
    (ends && line.is(subordinator - 1, ",") && (SHORTEST..=LONGEST).contains(&part.len())).then_some(part)
}

/// "The fee will rise, officials said on Friday.": whether a frame ends the sentence that it reports.
#[must_use]
pub fn ends_sentence(line: Line<'_>, frame: &Frame) -> bool {
    let extent = frame.extent();
    let reports = frame.class.speaks() || frame.class.document;
    if !reports || extent.start <= SHORTEST || !line.is(extent.start - 1, ",") {
        return false;
    }
    let first = frame.cue.end.max(extent.end);
    let adverbial = first >= line.len()
        || line.has(first, &[Upos::Punct, Upos::Adv, Upos::Adp, Upos::Sconj])
        || is_day(line.form(first));
    let mut tail = extent.end..line.len();
    adverbial
        && line.has(frame.cue.start, &[Upos::Verb])
        && tail.len() <= LONGEST_TAIL
        && !tail.any(|at| goes_on_after_frame(line, at))
}

/// "officials said to get votes", "officials said that": whether a word after a frame at the end of a sentence shows that the
/// frame reports what follows it.
fn goes_on_after_frame(line: Line<'_>, at: usize) -> bool {
    line.tag(at).is_finite() || line.tag(at) == Tag::To || line.is(at, "that") || line.is_quotation(at)
}

/// "According to a poll, half will go", "Half will go, according to a poll": what a source says.
#[must_use]
pub fn of_source(line: Line<'_>, frame: &Frame) -> Option<Vec<Range<usize>>> {
    frame.speaker.as_ref()?;
    if let Some(parts) = around_source(line, frame) {
        return Some(parts);
    }
    let part = if let Some(first) = after_adverbial(line, frame) {
        clause_from(line, frame.cue.start, first)
    } else if frame.cue.start > SHORTEST {
        before_frame(line, frame, SHORTEST)?
    } else {
        clause_from(line, frame.cue.start, after_source(line, frame.extent().end))
    };
    (part.len() >= SHORTEST).then(|| vec![part])
}

/// "Since last May, according to the council, | half of them have gone": where the clause begins after a source that only a phrase without a
/// verb comes before.
fn after_adverbial(line: Line<'_>, frame: &Frame) -> Option<usize> {
    let comma = frame.extent().start.checked_sub(1).filter(|&at| line.is(at, ","))?;
    let leads_in = line.has(0, &[Upos::Adp, Upos::Sconj, Upos::Adv, Upos::Cconj]);
    let has_verb = (0..comma).any(|at| line.word(at).is_none() || line.tag(at).is_finite());
    let next = after_source(line, frame.extent().end);
    (leads_in && !has_verb && next > frame.extent().end && is_clause(line, next, NEAR)).then_some(next)
}

/// "The fee, according to the council, will rise": the clause in two parts around its source.
fn around_source(line: Line<'_>, frame: &Frame) -> Option<Vec<Range<usize>>> {
    let extent = frame.extent();
    let comma = extent.start.checked_sub(1).filter(|&at| line.is(at, ","))?;
    let second = after_source(line, extent.end);
    if second == extent.end || !line.tag(second).is_finite() {
        return None;
    }
    let first = before_frame(line, frame, 1)?;
    let rest = clause_from(line, frame.cue.start, second);
    (comma > 0 && !rest.is_empty()).then(|| vec![first, rest])
}

/// Where the sentence begins after a source in front of it: after the comma that closes the source with all that describes it
/// ("According to a poll conducted for the council by Lund, | half …").
fn after_source(line: Line<'_>, end: usize) -> usize {
    (end..(end + LONGEST_SOURCE).min(line.len()))
        .take_while(|&at| line.word(at).is_some_and(|word| !word.tag.is_finite()))
        .filter(|&at| line.is(at, ","))
        .map(|comma| comma + 1)
        .find(|&next| line.tag(next).is_finite() || is_clause(line, next, NEAR) || has_predicate(line, next))
        .unwrap_or(end)
}

/// "The bridge, engineers say, could fall": the clause in two parts around its frame. Where the second part is a quotation,
/// the first alone is left.
#[must_use]
pub fn interrupted(line: Line<'_>, frame: &Frame) -> Option<Vec<Range<usize>>> {
    let extent = frame.extent();
    let kind = frame.speaker_kind()?;
    let tight = matches!(kind, SubjectKind::Before | SubjectKind::Inverted);
    if !tight
        || !(frame.class.speaks() || frame.class.think)
        || extent.len() > LONGEST_FRAME
        || extent.start < 2
        || !line.is(extent.start - 1, ",")
    {
        return None;
    }
    let second = closing_comma(line, extent.end)? + 1;
    let first = after_quotation(line, before_frame(line, frame, 1)?);
    let rest = clause_from(line, frame.cue.start, second);
    // ", she said, adding that": the sentence was over.
    if first.is_empty() || rest.is_empty() || line.tag(second) == Tag::Gerund {
        return None;
    }
    // "…, said Lund, mayor of Holm": the speaker is described further.
    if kind == SubjectKind::Inverted && line.has(second, BEGINS) {
        return (!line.holds_quotation(first.clone())).then(|| vec![first]);
    }
    if !line.holds_quotation(rest.clone()) {
        return Some(vec![first, rest]);
    }
    // "On Thursday, Lund said, “It is late.”": the writer says when and where. In "Sooner or later, Lund said, “it rains”" the quotation
    // goes on with the words before the frame.
    let begins = |at: usize| line.quoted(at).starts_with(char::is_uppercase);
    let is_whole = rest.clone().find(|&at| line.is_quotation(at)).is_some_and(begins);
    if is_whole && !line.has(first.start, BEGINS) {
        cov_mark::hit!(an_adverbial_before_the_frame_is_not_said);
        return None;
    }
    Some(vec![first])
}

/// ", he said in an interview,": the comma that closes a frame, with nothing but words of place and time before it.
fn closing_comma(line: Line<'_>, end: usize) -> Option<usize> {
    let comma = (end..(end + LONGEST_ASIDE).min(line.len())).find(|&at| line.is(at, ","))?;
    (end..comma)
        .all(|at| line.has(at, &[Upos::Adp, Upos::Det, Upos::Noun, Upos::Propn, Upos::Adv]))
        .then_some(comma)
}

/// The range after the last quotation in it.
fn after_quotation(line: Line<'_>, range: Range<usize>) -> Range<usize> {
    match range.clone().rev().find(|&at| line.is_quotation(at)) {
        Some(quotation) => trimmed(line, quotation + 1..range.end),
        None => range,
    }
}

/// "a plan that he said would fail", "what he says the plan will cost": the relative pronoun and the rest of its clause.
#[must_use]
pub fn extracted(line: Line<'_>, frame: &Frame, takes: Complements) -> Option<Vec<Range<usize>>> {
    let pronoun = frame.speaker.as_ref()?.items.start.checked_sub(1)?;
    let next = frame.cue.end;
    let predicate = line.tag(next).is_finite();
    let clause = predicate || line.has(next, BEGINS) && is_clause(line, next, NEAR);
    let relative =
        matches!(line.tag(pronoun), Tag::WhPronoun | Tag::WhDeterminer) || predicate && line.is(pronoun, "that");
    if !relative || !clause || !takes.takes(Complement::Zero) {
        return None;
    }
    let rest = clause_from(line, frame.cue.start, next);
    (rest.len() >= SHORTEST_EXTRACTED).then(|| vec![pronoun..pronoun + 1, rest])
}

/// The clause from an item to its end.
fn clause_from(line: Line<'_>, cue: usize, first: usize) -> Range<usize> {
    trimmed(line, first..ends::end(line, cue, first, true))
}
