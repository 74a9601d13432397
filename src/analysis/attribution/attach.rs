//! Which frame of a sentence reports a quotation of the same sentence. From precise to loose; the first fit wins.

use crate::analysis::attribution::cues::Cue;
use crate::analysis::attribution::frames::{Form, Frame};
use crate::analysis::attribution::subject::{How, is_finite};
use crate::analysis::attribution::unit::{Item, Page, Unit};
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
pub fn attach(page: &Page<'_>, unit: &Unit, frames: &[Frame], at: usize) -> Option<(usize, Fit)> {
    let first = frames.partition_point(|frame| frame.cue.end + REACH < at);
    let last = frames.partition_point(|frame| frame.cue.start <= at + REACH);
    let (found, fit) = attach_near(page, unit, frames.get(first..last)?, at)?;
    Some((first + found, fit))
}

fn attach_near(page: &Page<'_>, unit: &Unit, frames: &[Frame], at: usize) -> Option<(usize, Fit)> {
    let find = |fits: &dyn Fn(&Frame) -> bool| frames.iter().position(|frame| frame.speaker.is_some() && fits(frame));
    let invites = invites_frame(page, unit, at);
    if let Some(found) = find(&|frame| frame.form == Form::Dash && frame.cue.start == at + 1) {
        return Some((found, Fit::Behind));
    }
    let behind = find(&|frame| follows(page, unit, frame, at, invites));
    if let Some(found) = behind.filter(|_| !asks_after_lead(page, unit, frames, at)) {
        return Some((found, Fit::Behind));
    }
    if let Some(found) = frames
        .iter()
        .rposition(|frame| frame.speaker.is_some() && leads(page, unit, frame, at))
    {
        if let Some(outer) = outer(page, unit, frames, found) {
            return Some((outer, Fit::Governs));
        }
        let split = frames.get(found).is_some_and(|frame| quote_before(unit, frame));
        return Some((found, if split { Fit::Between } else { Fit::Before }));
    }
    let phrase = find(&|frame| frame.form == Form::Phrase && !crosses(unit, frame, at));
    let ends = frames
        .iter()
        .position(|frame| frame.speaker.is_some() && ends_unit(page, unit, frame, at));
    // A thought inside reported speech is the speaker's report of it.
    let governing = |strong: bool| {
        frames
            .iter()
            .rposition(|frame| frame.speaker.is_some() && is_strong(frame) == strong && governs(page, unit, frame, at))
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
        (Some(inner), None) => Some((outer(page, unit, frames, inner).unwrap_or(inner), Fit::Governs)),
        (None, None) => frames
            .iter()
            .rposition(|frame| {
                frame.speaker.is_some()
                    && frame.cue.end <= at
                    && (frame.form == Form::OtherVerb || frame.form == Form::Verb && !frame.class.speaks())
                    && !stops_between(page, unit, frame.cue.end, at)
            })
            .map(|found| (found, Fit::Weak)),
    }
}

/// Whether a cue reports speech or a description, and not only a thought or what a document shows.
fn is_strong(frame: &Frame) -> bool {
    frame.class.describe || frame.class.speaks() && (frame.class.that || frame.class.write || frame.class.ask)
}

/// Whether a question or an exclamation is led in already, so that what follows it is another sentence.
fn asks_after_lead(page: &Page<'_>, unit: &Unit, frames: &[Frame], at: usize) -> bool {
    let Some(Item::Quote(region)) = unit.items.get(at) else {
        return false;
    };
    let asks = page
        .regions
        .get(*region)
        .is_some_and(|region| region.inner.of(page.text).ends_with(['?', '!', '.']));
    asks && at > 0
        && (page.is(unit, at - 1, ",") || page.is(unit, at - 1, ":"))
        && frames
            .iter()
            .any(|frame| frame.speaker.is_some() && leads(page, unit, frame, at))
}

/// The frame that reports what another frame says: in "Lund said he wanted “peace”" the words are Lund's by *said*,
/// whatever *wanted* adds.
fn outer(page: &Page<'_>, unit: &Unit, frames: &[Frame], inner: usize) -> Option<usize> {
    let frame = frames.get(inner).filter(|frame| frame.form == Form::Verb)?;
    let subject = frame.speaker.as_ref()?;
    let pronoun = subject.items.len() == 1
        && page
            .word(unit, subject.items.start)
            .is_some_and(|word| word.upos == Upos::Pron);
    // A clause that only says which people are meant ("voters who wonder") reports nothing of its own.
    let restrictive = subject.how == How::Relative && !page.is(unit, subject.items.end, ",");
    if !(pronoun || restrictive) || subject.how == How::Shared {
        return None;
    }
    let earlier = frames.get(..inner)?;
    let found = earlier.iter().rposition(|frame| {
        frame.form == Form::Verb && frame.class.speaks() && frame.class.that && frame.speaker.is_some()
    })?;
    let outer = earlier.get(found)?;
    let reaches = outer.extent().end <= subject.items.start
        && !stops_between(page, unit, outer.cue.end, frame.cue.start)
        && !quote_between(unit, outer.cue.end, frame.cue.start);
    reaches.then_some(found)
}

/// Whether the quotation ends, or is followed, as one that a frame follows.
fn invites_frame(page: &Page<'_>, unit: &Unit, at: usize) -> bool {
    let Some(Item::Quote(region)) = unit.items.get(at) else {
        return false;
    };
    let inner = page
        .regions
        .get(*region)
        .map_or("", |region| region.inner.of(page.text))
        .trim_end();
    inner.ends_with([',', '?', '!', '…', '—', '–', '-'])
        || inner.ends_with("...")
        || page
            .word(unit, at + 1)
            .is_some_and(|word| matches!(page.form(word), "," | "—" | "–" | "--" | "-"))
}

/// “…,” she said / “…,” said Lund / “…,” Lund, who owns the mill, said.
fn follows(page: &Page<'_>, unit: &Unit, frame: &Frame, at: usize, invites: bool) -> bool {
    // Behind a comma inside the marks any finite verb with its subject is a frame: “…,” she went on.
    let verb =
        frame.form == Form::Verb && (frame.class.speaks() || (invites && (frame.class.think || frame.class.document)));
    let other = frame.form != Form::Phrase && invites && finite(page, unit, frame) && is_utterance(page, unit, at);
    if !(verb || other || frame.form == Form::Phrase) {
        return false;
    }
    let extent = frame.extent();
    let Some(speaker) = &frame.speaker else { return false };
    if extent.start <= at || speaker.how == How::Relative || speaker.how == How::Shared {
        return false;
    }
    let mut first = at + 1;
    while first < extent.start
        && (page
            .word(unit, first)
            .is_some_and(|word| matches!(page.form(word), "," | "—" | "–" | "--" | "-"))
            || page
                .word(unit, first)
                .is_some_and(|word| matches!(word.upos, Upos::Adv | Upos::Aux) && !word.xpos.starts_with('W')))
    {
        first += 1;
    }
    if first != extent.start || starts_sentence(page, unit, at, first) {
        return false;
    }
    if invites || frame.form == Form::Phrase {
        return true;
    }
    // Without a comma the frame must be the whole rest: “We met” Lund said.
    let end = extent.end;
    speaker.how != How::Apart
        && frame.class.speaks()
        && unit.items.get(end).is_none_or(|item| match item {
            Item::Quote(_) => true,
            Item::Word(_) => page.has(unit, end, &[Upos::Punct, Upos::Adp, Upos::Adv]),
        })
}

/// She said: “…” / Lund told the paper that “…” / “…,” he added, “…”.
fn leads(page: &Page<'_>, unit: &Unit, frame: &Frame, at: usize) -> bool {
    let extent = frame.extent();
    if extent.end > at || frame.form == Form::Dash {
        return false;
    }
    if frame.form == Form::Colon {
        return extent.end == at;
    }
    if !matches!(frame.form, Form::Verb | Form::Phrase) {
        return false;
    }
    let mut last = at;
    while last > extent.end && glue(page, unit, last - 1) {
        last -= 1;
    }
    if last != extent.end {
        // “…,” said Lund, the head of the harbour, “…”
        let described = frame
            .speaker
            .as_ref()
            .is_some_and(|speaker| speaker.how == How::Inverted)
            && quote_before(unit, frame)
            && page.is(unit, at - 1, ",")
            && at - extent.end <= 30
            && !(extent.end..at).any(|at| page.word(unit, at).is_none_or(|word| is_finite(word.xpos)));
        if described {
            return true;
        }
        // "In a statement issued on Monday, Lund said on the radio: “…”"
        let opens = page
            .word(unit, at - 1)
            .is_some_and(|mark| matches!(page.form(mark), ":" | "--" | "—" | "–"));
        return opens && !quote_between(unit, extent.end, at) && at - extent.end <= 30;
    }
    true
}

/// Whether the marked words are a sentence rather than a fragment: a capital and four words.
fn is_utterance(page: &Page<'_>, unit: &Unit, at: usize) -> bool {
    let Some(Item::Quote(region)) = unit.items.get(at) else {
        return false;
    };
    page.regions.get(*region).is_some_and(|region| {
        let inner = region.inner.of(page.text);
        inner.starts_with(char::is_uppercase) && inner.split_whitespace().nth(3).is_some()
    })
}

/// Whether a pronoun with a capital begins a new sentence behind the quotation: “Go home!” She replied that …
fn starts_sentence(page: &Page<'_>, unit: &Unit, at: usize, first: usize) -> bool {
    first == at + 1
        && page.word(unit, first).is_some_and(|word| {
            matches!(word.upos, Upos::Pron | Upos::Det)
                && page.form(word).starts_with(char::is_uppercase)
                && page.form(word) != "I"
        })
}

fn finite(page: &Page<'_>, unit: &Unit, frame: &Frame) -> bool {
    page.word(unit, frame.cue.start)
        .is_some_and(|word| matches!(word.xpos, "VBD" | "VBZ" | "VBP"))
}

fn glue(page: &Page<'_>, unit: &Unit, at: usize) -> bool {
    page.word(unit, at).is_some_and(|word| {
        matches!(word.upos, Upos::Adv | Upos::Sconj)
            || matches!(
                page.form(word).to_lowercase().as_str(),
                "," | ":" | "that" | "as" | "—" | "–" | "of" | "the" | "a" | "an"
            )
            || crate::analysis::attribution::phrase::is_day(page.form(word))
            || page.is(unit, at, "on")
                && page
                    .word(unit, at + 1)
                    .is_some_and(|next| crate::analysis::attribution::phrase::is_day(page.form(next)))
    })
}

fn quote_before(unit: &Unit, frame: &Frame) -> bool {
    let start = frame.extent().start;
    (start.saturating_sub(2)..start).any(|at| matches!(unit.items.get(at), Some(Item::Quote(_))))
}

fn quote_between(unit: &Unit, from: usize, to: usize) -> bool {
    unit.items
        .get(from..to)
        .is_some_and(|items| items.iter().any(|item| matches!(item, Item::Quote(_))))
}

fn crosses(unit: &Unit, frame: &Frame, at: usize) -> bool {
    let extent = frame.extent();
    if extent.end <= at {
        quote_between(unit, extent.end, at) && extent.start > 2
    } else {
        quote_between(unit, at + 1, extent.start)
    }
}

/// Whether the cue stands before the quotation and its clause reaches over it.
fn governs(page: &Page<'_>, unit: &Unit, frame: &Frame, at: usize) -> bool {
    if frame.form != Form::Verb || frame.cue.end > at || at - frame.cue.end > 60 {
        return false;
    }
    let class = frame.class;
    if frame
        .speaker
        .as_ref()
        .is_some_and(|speaker| speaker.how == How::Inverted)
    {
        return false;
    }
    reports(class) && !stops_between(page, unit, frame.cue.end, at)
}

/// Whether a sentence ends between two items of a unit.
fn stops_between(page: &Page<'_>, unit: &Unit, from: usize, to: usize) -> bool {
    (from.max(to.saturating_sub(60))..to).any(|at| {
        page.word(unit, at)
            .is_some_and(|word| matches!(page.form(word), "." | "!" | "?" | ";"))
    })
}

fn reports(class: Cue) -> bool {
    class.that || class.write || class.ask || class.think || class.describe || class.document
}

/// Whether the unit ends in ", officials said ." with the quotation before it.
fn ends_unit(page: &Page<'_>, unit: &Unit, frame: &Frame, at: usize) -> bool {
    let extent = frame.extent();
    if frame.form != Form::Verb || !frame.class.speaks() && !frame.class.think || extent.start <= at {
        return false;
    }
    let Some(speaker) = &frame.speaker else { return false };
    if matches!(speaker.how, How::Shared | How::Relative) {
        return false;
    }
    let comma = extent.start.checked_sub(1).is_some_and(|before| {
        page.is(unit, before, ",")
            || page.is(unit, before, "—")
            || matches!(unit.items.get(before), Some(Item::Quote(_)))
    });
    comma
        && unit.items.len() - extent.end <= 30
        && !quote_between(unit, extent.end, unit.items.len())
        && !(extent.end..unit.items.len())
            .any(|at| page.is(unit, at, "that") || page.word(unit, at).is_some_and(|word| is_finite(word.xpos)))
}

/// Whether the governing cue stands so near that the frame at the end reports all of it.
fn closer(frames: &[Frame], inner: usize, at: usize) -> bool {
    frames.get(inner).is_some_and(|frame| {
        frame.class.describe && at - frame.cue.end <= 4 || frame.class.say && at - frame.cue.end <= 2
    })
}
