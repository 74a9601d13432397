//! Which frame of a sentence reports a quotation of the same sentence. From precise to loose; the first fit wins.

use crate::analysis::attribution::fits::{
    crosses, ends_unit, follows, governs, invites_frame, leads, quote_before, stops_between,
};
use crate::analysis::attribution::frames::{Form, Frame};
use crate::analysis::attribution::line::Line;
use crate::analysis::attribution::subject::How;
use crate::language::Upos;

/// How a frame and a quotation stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// The frame follows the quotation directly: “…,” she said.
    Behind,
    /// The frame leads into the quotation directly: She said: “…”
    Before,
    /// The frame stands between two parts of one quotation.
    Between,
    /// The cue governs the clause that holds the fragment.
    Governs,
    /// The sentence ends in the frame: "The plan is “odd”, she said."
    Ends,
    /// Only a verb that is no cue stands by.
    Weak,
}

impl Fit {
    /// How often a frame that fits so names the right speaker, 0..=1, as counted on published news (docs/quotations.md).
    /// `mixed` tells whether the marked words are a fragment.
    #[must_use]
    pub fn confidence(self, mixed: bool) -> f32 {
        match (self, mixed) {
            (Fit::Behind, false) => 0.97,
            (Fit::Behind, true) => 0.92,
            (Fit::Between, false) => 0.94,
            (Fit::Ends, true) => 0.92,
            (Fit::Before, false) | (Fit::Governs, true) => 0.9,
            (Fit::Governs, false) => 0.88,
            (Fit::Between, true) | (Fit::Ends, false) => 0.85,
            (Fit::Before, true) => 0.68,
            (Fit::Weak, _) => 0.5,
        }
    }
}

/// How many items away from its quotation a frame is looked for; this keeps a sentence without an end linear.
const REACH: usize = 120;

/// The frame that reports the quotation at item `at`, as an index into `frames`.
#[must_use]
pub fn attach(line: Line<'_>, frames: &[Frame], at: usize) -> Option<(usize, Fit)> {
    let first = frames.partition_point(|frame| frame.cue.end + REACH < at);
    let last = frames.partition_point(|frame| frame.cue.start <= at + REACH);
    let (found, fit) = attach_near(line, frames.get(first..last)?, at)?;
    Some((first + found, fit))
}

fn attach_near(line: Line<'_>, frames: &[Frame], at: usize) -> Option<(usize, Fit)> {
    let find = |fits: &dyn Fn(&Frame) -> bool| frames.iter().position(|frame| frame.speaker.is_some() && fits(frame));
    let invites = invites_frame(line, at);
    if let Some(found) = find(&|frame| frame.form == Form::Dash && frame.cue.start == at + 1) {
        return Some((found, Fit::Behind));
    }
    let behind = find(&|frame| follows(line, frame, at, invites));
    if let Some(found) = behind.filter(|_| !asks_after_lead(line, frames, at)) {
        return Some((found, Fit::Behind));
    }
    if let Some(found) = frames
        .iter()
        .rposition(|frame| frame.speaker.is_some() && leads(line, frame, at))
    {
        if let Some(outer) = outer(line, frames, found) {
            return Some((outer, Fit::Governs));
        }
        let split = frames.get(found).is_some_and(|frame| quote_before(line, frame));
        return Some((found, if split { Fit::Between } else { Fit::Before }));
    }
    let phrase = find(&|frame| frame.form == Form::Phrase && !crosses(line, frame, at));
    let ends = frames
        .iter()
        .position(|frame| frame.speaker.is_some() && ends_unit(line, frame, at));
    // A thought inside reported speech is the speaker's report of it.
    let governing = |strong: bool| {
        frames
            .iter()
            .rposition(|frame| frame.speaker.is_some() && is_strong(frame) == strong && governs(line, frame, at))
    };
    let governs = governing(true).or_else(|| governing(false));
    match (governs, ends) {
        // "Lund told the paper the plan was “odd”, according to a readout": the readout is the source, not the speaker.
        (None, None) if phrase.is_some() => phrase.map(|found| (found, Fit::Governs)),
        (Some(inner), None) if phrase.is_some() && !frames.get(inner).is_some_and(|frame| frame.class.speaks()) => {
            phrase.map(|found| (found, Fit::Governs))
        }
        // "She said the plan is “odd”, officials said": the frame at the end reports the whole.
        (Some(inner), Some(_)) if closer(frames, inner, at) => Some((inner, Fit::Governs)),
        (_, Some(outer)) => Some((outer, Fit::Ends)),
        (Some(inner), None) => Some((outer(line, frames, inner).unwrap_or(inner), Fit::Governs)),
        (None, None) => frames
            .iter()
            .rposition(|frame| {
                frame.speaker.is_some()
                    && frame.cue.end <= at
                    && (frame.form == Form::OtherVerb || frame.form == Form::Verb && !frame.class.speaks())
                    && !stops_between(line, frame.cue.end, at)
            })
            .map(|found| (found, Fit::Weak)),
    }
}

/// Whether a cue reports speech or a description, and not only a thought or what a document shows.
fn is_strong(frame: &Frame) -> bool {
    frame.class.describe || frame.class.speaks() && (frame.class.that || frame.class.write || frame.class.ask)
}

/// Whether a question or an exclamation is led in already, so that what follows it is another sentence.
fn asks_after_lead(line: Line<'_>, frames: &[Frame], at: usize) -> bool {
    let asks = line.quoted(at).ends_with(['?', '!', '.']);
    asks && at > 0
        && (line.is(at - 1, ",") || line.is(at - 1, ":"))
        && frames
            .iter()
            .any(|frame| frame.speaker.is_some() && leads(line, frame, at))
}

/// The frame that reports what another frame says: in "Lund said he wanted “peace”" the words are Lund's by *said*,
/// whatever *wanted* adds.
fn outer(line: Line<'_>, frames: &[Frame], inner: usize) -> Option<usize> {
    let frame = frames.get(inner).filter(|frame| frame.form == Form::Verb)?;
    let subject = frame.speaker.as_ref()?;
    let pronoun = subject.items.len() == 1 && line.upos(subject.items.start) == Upos::Pron;
    // A clause that only says which people are meant ("voters who wonder") reports nothing of its own.
    let restrictive = subject.how == How::Relative && !line.is(subject.items.end, ",");
    if !(pronoun || restrictive) || subject.how == How::Shared {
        return None;
    }
    let earlier = frames.get(..inner)?;
    let found = earlier.iter().rposition(|frame| {
        frame.form == Form::Verb && frame.class.speaks() && frame.class.that && frame.speaker.is_some()
    })?;
    let outer = earlier.get(found)?;
    let reaches = outer.extent().end <= subject.items.start
        && !stops_between(line, outer.cue.end, frame.cue.start)
        && !line.holds_quotation(outer.cue.end..frame.cue.start);
    reaches.then_some(found)
}

/// Whether the governing cue stands so near that the frame at the end reports all of it.
fn closer(frames: &[Frame], inner: usize, at: usize) -> bool {
    frames.get(inner).is_some_and(|frame| {
        frame.class.describe && at - frame.cue.end <= 4 || frame.class.say && at - frame.cue.end <= 2
    })
}
