//! Chooses the frame that reports a quotation: the questions from precise to loose; the first answer wins. The questions about
//! one frame are in `positions.rs`.

use crate::analysis::attribution::frame::{CueForm, Frame, SubjectKind};
use crate::analysis::attribution::lexicon::{Complement, WordClass, is_listed, noun_complements};
use crate::analysis::attribution::line::Line;
use crate::analysis::attribution::matching::fit::Fit;
use crate::analysis::attribution::matching::positions::{
    crosses, ends_line, follows, governs, invites_frame, leads, quotation_before, stops_between,
};
use crate::language::Upos;

/// How many items away from its quotation a frame is looked for; this keeps a sentence without an end linear.
const REACH: usize = 120;

/// How near before a fragment a verb of describing outweighs the frame at the end: "called it the “odd” plan, officials said".
const NEAR_DESCRIPTION: usize = 4;

/// How far after a source the conjunction of the next clause may stand, in items.
const SOURCE_REST: usize = 16;

/// How near before a fragment a verb of saying outweighs the frame at the end.
const NEAR_SPEECH: usize = 2;

/// The frame that reports the quotation at item `at`, as an index into `frames`.
#[must_use]
pub fn choose(line: Line<'_>, frames: &[Frame], at: usize) -> Option<(usize, Fit)> {
    let first = frames.partition_point(|frame| frame.cue.end + REACH < at);
    let last = frames.partition_point(|frame| frame.cue.start <= at + REACH);
    let near = Near {
        line,
        frames: frames.get(first..last)?,
        at,
    };
    let (found, fit) = signed(near)
        .or_else(|| right_after(near))
        .or_else(|| leading_in(near))
        .or_else(|| over_the_clause(near))
        .or_else(|| any_verb_before(near))?;
    (!rejects_words_of_others(near, found)).then_some((first + found, fit))
}

/// "Lund rejected claims that it was “odd”": whether the marked words are those of others, whom nobody names, and the subject of the
/// verb only rejects them.
fn rejects_words_of_others(near: Near<'_>, found: usize) -> bool {
    let Near { line, frames, at } = near;
    let Some(frame) = frames.get(found).filter(|frame| frame.cue.end < at) else {
        return false;
    };
    let rejects =
        matches!(frame.form, CueForm::Verb | CueForm::OtherVerb) && is_listed(WordClass::Rejecting, &frame.lemma);
    let nouns = || (frame.cue.end..at).filter(|&at| line.has(at, &[Upos::Noun]));
    let is_claimed = |noun: usize| {
        let takes = noun_complements(line.lemma(noun));
        takes.takes(Complement::That) && line.is(noun + 1, "that")
            || takes.takes(Complement::ObjectAs) && line.is(noun + 1, "of")
    };
    rejects && nouns().next().is_some_and(is_claimed)
}

/// A quotation with the frames near it.
#[derive(Clone, Copy)]
struct Near<'a> {
    line: Line<'a>,
    frames: &'a [Frame],
    /// The item of the quotation.
    at: usize,
}

impl<'a> Near<'a> {
    /// The first frame with a speaker of which this holds.
    fn first(self, holds: impl Fn(&'a Frame) -> bool) -> Option<usize> {
        self.frames
            .iter()
            .position(|frame| frame.speaker.is_some() && holds(frame))
    }

    /// The last frame with a speaker of which this holds.
    fn last(self, holds: impl Fn(&'a Frame) -> bool) -> Option<usize> {
        self.frames
            .iter()
            .rposition(|frame| frame.speaker.is_some() && holds(frame))
    }
}

/// “We leave at dawn” —Ana Lund
fn signed(near: Near<'_>) -> Option<(usize, Fit)> {
    let found = near.first(|frame| frame.form == CueForm::Dash && frame.cue.start == near.at + 1)?;
    Some((found, Fit::After))
}

/// “We leave at dawn,” Lund said.
fn right_after(near: Near<'_>) -> Option<(usize, Fit)> {
    let invites = invites_frame(near.line, near.at);
    let found = near.first(|frame| follows(near.line, frame, near.at, invites))?;
    (!is_led_in_already(near) && !is_object_of_passive(near, found)).then_some((found, Fit::After))
}

/// Lund said “every line” was agreed to by Weil: whether a passive with its agent says what happened to the marked words, which another
/// frame leads in.
fn is_object_of_passive(near: Near<'_>, found: usize) -> bool {
    let Near { line, frames, at } = near;
    let agent = frames.get(found).is_some_and(|frame| {
        frame.speaker_kind() == Some(SubjectKind::Agent)
            && (at + 1..frame.cue.start).any(|at| line.has(at, &[Upos::Aux]))
    });
    agent && near.first(|frame| leads(line, frame, at)).is_some()
}

/// Lund asked, “Is it?” He said it was. A whole sentence in marks that is led in already has no frame after it.
fn is_led_in_already(near: Near<'_>) -> bool {
    let Near { line, at, .. } = near;
    line.quoted(at).ends_with(['?', '!', '.'])
        && at > 0
        && line.is_any(at - 1, &[",", ":"])
        && near.first(|frame| leads(line, frame, at)).is_some()
}

/// Lund said: “We leave at dawn.” / “We leave,” Lund said, “at dawn.”
fn leading_in(near: Near<'_>) -> Option<(usize, Fit)> {
    let found = near.last(|frame| leads(near.line, frame, near.at))?;
    if let Some(outer) = reported_by(near, found) {
        return Some((outer, Fit::Governs));
    }
    let split = near
        .frames
        .get(found)
        .is_some_and(|frame| quotation_before(near.line, frame));
    Some((found, if split { Fit::Between } else { Fit::Before }))
}

/// The frame over the clause that holds a fragment: "Lund said the road was “odd”", "The road is “odd”, Lund said", "The road
/// is “odd”, according to Lund".
fn over_the_clause(near: Near<'_>) -> Option<(usize, Fit)> {
    let Near { line, frames, at } = near;
    let phrase =
        near.first(|frame| frame.form == CueForm::Phrase && !crosses(line, frame, at) && !is_over(near, frame));
    let ends = near.first(|frame| ends_line(line, frame, at));
    // A thought inside reported speech is the speaker's report of it.
    let governing = |strong: bool| near.last(|frame| is_strong(frame) == strong && governs(line, frame, at));
    let governs = governing(true).or_else(|| governing(false));
    let speaks = |index: usize| frames.get(index).is_some_and(|frame| frame.class.speaks());
    match (governs, ends) {
        (None, None) => phrase.map(|found| (found, Fit::Governs)),
        // "Lund told the paper the plan was “odd”, according to a readout": the readout is the source, not the speaker.
        (Some(inner), None) => {
            let found = phrase.filter(|_| !speaks(inner));
            let found = found.unwrap_or_else(|| reported_by(near, inner).unwrap_or(inner));
            Some((found, Fit::Governs))
        }
        // "Berg called it “odd”, officials said": the near verb reports the fragment.
        (Some(inner), Some(_)) if is_nearer(near, inner) => Some((inner, Fit::Governs)),
        // "She said the plan is “odd”, officials said": the frame at the end reports the whole.
        (_, Some(outer)) => Some((outer, Fit::Ends)),
    }
}

/// "It is late, according to the papers, and Lund called it “odd”": whether a conjunction opens a clause with a cue of its own
/// between a source and the fragment.
fn is_over(near: Near<'_>, source: &Frame) -> bool {
    let Near { line, frames, at } = near;
    let end = source.extent().end;
    let joined = (end..at.min(end + SOURCE_REST)).find(|&at| line.has(at, &[Upos::Cconj]) && line.is(at - 1, ","));
    joined.is_some_and(|joined| {
        frames.iter().any(|frame| {
            let extent = frame.extent();
            frame.speaker.is_some() && frame.form == CueForm::Verb && extent.start == joined + 1 && extent.end <= at
        })
    })
}

/// "Lund embraced the “old ways”": the last verb before the fragment in its sentence, whatever it says.
fn any_verb_before(near: Near<'_>) -> Option<(usize, Fit)> {
    let found = near.last(|frame| {
        let no_speech = frame.form == CueForm::OtherVerb || frame.form == CueForm::Verb && !frame.class.speaks();
        no_speech && frame.cue.end <= near.at && !stops_between(near.line, frame.cue.end, near.at)
    })?;
    Some((found, Fit::Weak))
}

/// Whether a cue reports speech or a description, and not only a thought or what a document shows.
fn is_strong(frame: &Frame) -> bool {
    frame.class.describe || frame.class.speaks() && (frame.class.that || frame.class.write || frame.class.ask)
}

/// The frame that reports what another frame says: in "Lund said he wanted “peace”" the words are Lund's by *said*, whatever
/// *wanted* adds.
fn reported_by(near: Near<'_>, inner: usize) -> Option<usize> {
    let Near { line, frames, .. } = near;
    let frame = frames.get(inner).filter(|frame| frame.form == CueForm::Verb)?;
    let subject = frame.speaker.as_ref()?;
    let pronoun =
        subject.items.len() == 1 && line.has(subject.items.start, &[Upos::Pron]) && subject.kind != SubjectKind::Retold;
    // A clause that only says which people are meant ("voters who wonder") reports nothing of its own.
    let restrictive = subject.kind == SubjectKind::Relative && !line.is(subject.items.end, ",");
    let shared = subject.kind == SubjectKind::Shared;
    // "Lund said the council should work to provide “support”": what is provided is part of the report.
    let speechless = !frame.class.speaks() && !frame.class.describe && !frame.class.think;
    if !(pronoun || restrictive || speechless) || shared && !speechless {
        return None;
    }
    let earlier = frames.get(..inner)?;
    let found = earlier.iter().rposition(|frame| {
        frame.form == CueForm::Verb && frame.class.speaks() && frame.class.that && frame.speaker.is_some()
    })?;
    let outer = earlier.get(found)?;
    // “It is late,” Lund said, though she said it was “odd”: what the outer frame reports is over.
    let begins = subject.items.start.saturating_sub(2)..subject.items.start;
    let contrasted = quotation_before(line, outer)
        && begins.clone().any(|at| line.is(at, ","))
        && begins
            .clone()
            .any(|at| line.is_any(at, &["though", "although", "but", "while", "and", "whereas"]));
    let reaches =
        outer.cue.end <= subject.items.start && !contrasted && !stops_between(line, outer.cue.end, frame.cue.start);
    reaches.then_some(found)
}

/// Whether the governing cue is so near to the fragment that the frame at the end does not report it.
fn is_nearer(near: Near<'_>, inner: usize) -> bool {
    near.frames.get(inner).is_some_and(|frame| {
        let between = near.at - frame.cue.end;
        frame.class.describe && between <= NEAR_DESCRIPTION || frame.class.say && between <= NEAR_SPEECH
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::frame::frames;
    use crate::analysis::attribution::line::with_line;

    /// The cue of the frame that reports the last quotation of a sentence, with its fit.
    fn chosen(text: &str) -> Option<(String, Fit)> {
        with_line(text, |line| {
            let at = (0..line.len()).rfind(|&at| line.is_quotation(at))?;
            let frames = frames(line);
            let (found, fit) = choose(line, &frames, at)?;
            Some((frames[found].lemma.to_string(), fit))
        })
    }

    #[test]
    fn the_first_question_with_an_answer_wins() {
        for (text, cue, fit) in [
            ("“We leave at dawn” —Ana Lund", "—", Fit::After),
            ("“We leave at dawn,” Lund said of Weil.", "say", Fit::After),
            ("Lund said: “We leave at dawn.”", "say", Fit::Before),
            ("“We leave,” Lund said, “at dawn.”", "say", Fit::Between),
            ("Lund said the road to Ostby was “odd” on Monday.", "say", Fit::Governs),
            (
                "The road to Ostby is “odd” on Mondays, officials said.",
                "say",
                Fit::Ends,
            ),
            ("The road is now “odd”, according to Lund.", "according to", Fit::After),
            ("Lund embraced the “old ways” of Ostby.", "embrace", Fit::Weak),
        ] {
            assert_eq!(chosen(text), Some((cue.to_owned(), fit)), "{text}");
        }
    }

    #[test]
    fn what_somebody_says_of_himself_is_reported_by_the_outer_frame() {
        assert_eq!(
            chosen("Lund said he wanted “peace”."),
            Some(("say".to_owned(), Fit::Governs))
        );
    }
}
