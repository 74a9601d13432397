//! Clauses that stand beside their frame: in front of it, behind it, around it. It does not choose among them, and what a cue
//! governs is left to others.

use std::ops::Range;

use crate::analysis::attribution::clause;
use crate::analysis::attribution::content::{before, trimmed};
use crate::analysis::attribution::cues::{Complement, Complements};
use crate::analysis::attribution::extent;
use crate::analysis::attribution::frames::Frame;
use crate::analysis::attribution::line::Line;
use crate::analysis::attribution::phrase;
use crate::analysis::attribution::subject::How;
use crate::language::{Tag, Upos};

/// The shortest content in front of a frame, in words.
pub const SHORTEST: usize = 3;

/// How many words may stand between a frame and the comma that closes it: "he said in an interview,".
const LONGEST_ASIDE: usize = 6;

/// How many items may describe a source behind its name: "a poll conducted for the council by Lund,".
const LONGEST_SOURCE: usize = 16;

/// "As the council said, the fee will rise", "The fee will rise, as the council said": what stands beside the clause.
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
        let clause = line.is(extent.end, ",") && clause::is_clause(line, first, clause::NEAR);
        return clause.then(|| trimmed(line, first..extent::end(line, subordinator, first, true)));
    }
    let ends = line.len() <= extent.end || line.has(extent.end, &[Upos::Punct, Upos::Adp]);
    let part = trimmed(line, 0..subordinator);
    (ends && line.is(subordinator - 1, ",") && part.len() >= SHORTEST && part.len() <= extent::LONGEST).then_some(part)
}

/// ", officials said on Friday." with what they said before it.
#[must_use]
pub fn ends_sentence(line: Line<'_>, frame: &Frame) -> bool {
    let extent = frame.extent();
    if !(frame.class.speaks() || frame.class.document) || extent.start <= SHORTEST {
        return false;
    }
    if !line.is(extent.start - 1, ",") {
        return false;
    }
    let cue = frame.cue.start;
    let rest = extent.end..line.len().min(extent.end + 20);
    let goes_on = rest.clone().any(|at| {
        line.word(at).is_some_and(|word| {
            word.tag.is_finite() || word.tag == Tag::To || line.form_of(word).eq_ignore_ascii_case("that")
        }) || line.is_quotation(at)
    });
    let first = frame.cue.end.max(extent.end);
    let adverbial = line.has(first, &[Upos::Punct, Upos::Adv, Upos::Adp, Upos::Sconj])
        || first >= line.len()
        || phrase::is_day(line.form(first));
    adverbial && !goes_on && line.len() - extent.end <= 20 && line.has(cue, &[Upos::Verb])
}

/// "The fee, according to the council, will rise": the clause in two parts around its source.
#[must_use]
pub fn around_source(line: Line<'_>, frame: &Frame) -> Option<Vec<Range<usize>>> {
    let extent = frame.extent();
    let comma = extent.start.checked_sub(1).filter(|&at| line.is(at, ","))?;
    let second = behind_source(line, extent.end);
    let predicate = second > extent.end && line.tag(second).is_finite();
    if !predicate {
        return None;
    }
    let first = before(line, frame, 1)?;
    let rest = trimmed(line, second..extent::end(line, frame.cue.start, second, true));
    (comma > 0 && !rest.is_empty()).then(|| vec![first, rest])
}

/// Where the sentence begins behind a source in front of it: behind the comma that closes the source with all that
/// describes it ("According to a poll conducted for the council by Lund, half …").
#[must_use]
pub fn behind_source(line: Line<'_>, end: usize) -> usize {
    (end..(end + LONGEST_SOURCE).min(line.len()))
        .take_while(|&at| line.word(at).is_some_and(|word| !word.tag.is_finite()))
        .filter(|&at| line.is(at, ","))
        .find(|&comma| {
            let next = comma + 1;
            line.tag(next).is_finite()
                || clause::is_clause(line, next, clause::NEAR)
                || clause::has_predicate(line, next)
        })
        .map_or(end, |comma| comma + 1)
}

/// "The bridge, engineers say, could fall": the clause in two parts around its frame. Where the second part is a
/// quotation, the first alone is left.
#[must_use]
pub fn interrupted(line: Line<'_>, frame: &Frame) -> Option<Vec<Range<usize>>> {
    let extent = frame.extent();
    let speaker = frame.speaker.as_ref()?;
    let tight = matches!(speaker.how, How::Before | How::Inverted) && (frame.class.speaks() || frame.class.think);
    if !tight || extent.len() > 12 || extent.start < 2 {
        return None;
    }
    let closes = (extent.end..(extent.end + LONGEST_ASIDE).min(line.len()))
        .find(|&at| line.is(at, ","))
        .filter(|&at| {
            !(extent.end..at).any(|at| !line.has(at, &[Upos::Adp, Upos::Det, Upos::Noun, Upos::Propn, Upos::Adv]))
        })?;
    if !line.is(extent.start - 1, ",") {
        return None;
    }
    let mut first = before(line, frame, 1)?;
    if let Some(quote) = first.clone().rev().find(|&at| line.is_quotation(at)) {
        first = trimmed(line, quote + 1..first.end);
    }
    let second = closes + 1;
    let rest = trimmed(line, second..extent::end(line, frame.cue.start, second, true));
    // ", she said, adding that": the sentence was over.
    if first.is_empty() || rest.is_empty() || line.tag(second) == Tag::Gerund {
        return None;
    }
    // "…, said Lund, mayor of Holm": who speaks is told more of.
    if speaker.how == How::Inverted && line.has(second, clause::NOMINAL) {
        return (!line.holds_quotation(first.clone())).then(|| vec![first]);
    }
    Some(if line.holds_quotation(rest.clone()) {
        vec![first]
    } else {
        vec![first, rest]
    })
}

/// "a plan that he said would fail", "what he says the plan will cost": the relative pronoun and the rest of its clause.
#[must_use]
pub fn extracted(line: Line<'_>, frame: &Frame, takes: Complements) -> Option<Vec<Range<usize>>> {
    let speaker = frame.speaker.as_ref()?;
    let next = frame.cue.end;
    let predicate = line.tag(next).is_finite();
    let clause = predicate || line.has(next, clause::NOMINAL) && clause::is_clause(line, next, clause::NEAR);
    let pronoun = speaker.items.start.checked_sub(1)?;
    let relative = line.word(pronoun).is_some_and(|word| {
        matches!(word.tag, Tag::WhPronoun | Tag::WhDeterminer)
            || predicate && line.form_of(word).eq_ignore_ascii_case("that")
    });
    if !relative || !clause || !takes.takes(Complement::Zero) {
        return None;
    }
    let rest = trimmed(line, next..extent::end(line, frame.cue.start, next, true));
    (rest.len() >= 2).then(|| vec![pronoun..pronoun + 1, rest])
}
