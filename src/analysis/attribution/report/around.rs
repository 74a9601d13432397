//! The reported clause around marked words: "the road was “odd”" in *Lund said the road was “odd”*. It does not decide which
//! frame reports them.

use std::ops::Range;

use crate::analysis::attribution::frame::{CueForm, Frame, SubjectKind};
use crate::analysis::attribution::lexicon::is_day;
use crate::analysis::attribution::line::{Line, verb_group};
use crate::analysis::attribution::report::content::{SHORTEST, before_frame, trimmed};
use crate::analysis::attribution::report::{begins, ends};
use crate::language::Upos;
use crate::text::Span;

/// How far after a frame the *as* before a quotation may stand, in items: "known here as “the sock”".
const NEAR_AS: usize = 3;

/// The same after a noun of description.
const FARTHEST_AS: usize = 12;

/// The clause around marked words that `frame` reports, as items; `None` where nothing but the frame is there. `follows` tells
/// whether the frame follows what it reports.
///
/// From after the cue (and its addressee) to where the clause ends, or, for a frame that follows, from the beginning of the
/// sentence to the frame.
#[must_use]
pub fn reported(line: Line<'_>, frame: &Frame, follows: bool) -> Option<Range<usize>> {
    if follows {
        return before_frame(line, frame, SHORTEST);
    }
    let cue = frame.cue.start;
    let passive = verb_group::follows_passive_auxiliary(line, cue) || frame.speaker_kind() == Some(SubjectKind::Agent);
    let (clause, first) = match begins::after_cue(line, cue, frame.takes, passive) {
        Some((form, first)) => (form.is_clause(), first),
        None => (true, after_as(line, frame.extent().end, near_as(frame))),
    };
    let range = trimmed(line, first..ends::end(line, cue, first, clause));
    (range.len() >= SHORTEST).then_some(range)
}

/// Whether a quotation right after its cue is all that is reported: what follows it is the writer's (wrote “Thank you” on
/// Friday).
#[must_use]
pub fn is_whole_report(line: Line<'_>, frame: &Frame, quotation: Span) -> bool {
    let end = frame.extent().end;
    let Some(at) = (end..(end + 2).min(line.len())).find(|&at| line.is_quotation(at)) else {
        return false;
    };
    if line.span(at..at + 1) != quotation {
        return false;
    }
    // "the share of voters saying “it is late” rose": the verb after the quotation belongs to the writer.
    let is_subject = line.tag(frame.cue.start).is_participle() && at == end && line.tag(at + 1).is_finite();
    let directly = at == end || line.is_any(end, &[",", ":"]);
    is_subject || directly && (line.len() <= at + 1 || is_the_writers(line, at + 1))
}

/// wrote “Thank you” on Friday, the moment it was over: whether an item goes on with the writer's sentence.
fn is_the_writers(line: Line<'_>, at: usize) -> bool {
    line.has(at, &[Upos::Adp, Upos::Adv, Upos::Cconj, Upos::Sconj, Upos::Punct])
        || is_day(line.form(at))
        || line.lemma(at) == "moment"
}

/// How far after a frame the *as* of what it reports may stand: a noun has what it describes between ("portrayal of the harbor as").
fn near_as(frame: &Frame) -> usize {
    match frame.form {
        CueForm::Noun => FARTHEST_AS,
        _ => NEAR_AS,
    }
}

/// "known here as “the sock”": the quotation itself is what is reported.
fn after_as(line: Line<'_>, first: usize, reach: usize) -> usize {
    (first..first + reach)
        .find(|&at| line.is(at, "as") && line.is_quotation(at + 1))
        .map_or(first, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::frame::frames;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn the_clause_around_a_fragment_is_reported() {
        let text = "Lund said the road to Ostby was “odd” on Monday.";
        with_line(text, |line| {
            let clause = reported(line, &frames(line)[0], false).unwrap();
            assert_eq!(line.span(clause).of(text), "the road to Ostby was “odd” on Monday");
        });
    }

    #[test]
    fn words_after_a_quotation_right_after_its_cue_are_the_writers() {
        with_line("Lund wrote “thank you” on Friday.", |line| {
            assert!(is_whole_report(line, &frames(line)[0], line.region(2).unwrap().span));
        });
    }
}
