//! How a frame can stand to a quotation of its sentence: behind it, before it, over it, at the end. It does not choose among
//! frames.

use crate::analysis::attribution::cues::Cue;
use crate::analysis::attribution::frames::{Form, Frame};
use crate::analysis::attribution::phrase::is_day;
use crate::analysis::attribution::subject::How;
use crate::analysis::attribution::unit::{Item, Page, Unit};
use crate::language::{Tag, Upos};

/// “…,” she said / “…,” said Lund / “…,” Lund, who owns the mill, said.
#[must_use]
pub fn follows(page: &Page<'_>, unit: &Unit, frame: &Frame, at: usize, invites: bool) -> bool {
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
                .is_some_and(|word| matches!(word.upos, Upos::Adv | Upos::Aux) && !word.tag.is_wh()))
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
#[must_use]
pub fn leads(page: &Page<'_>, unit: &Unit, frame: &Frame, at: usize) -> bool {
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
            && !(extent.end..at).any(|at| page.word(unit, at).is_none_or(|word| word.tag.is_finite()));
        if described {
            return true;
        }
        // "In a statement issued on Monday, Lund said on the radio: “…”"
        let opens = page
            .word(unit, at - 1)
            .is_some_and(|mark| matches!(page.form(mark), ":" | "--" | "—" | "–"));
        return opens && !unit.holds_quotation(extent.end..at) && at - extent.end <= 30;
    }
    true
}

/// Whether the cue stands before the quotation and its clause reaches over it.
#[must_use]
pub fn governs(page: &Page<'_>, unit: &Unit, frame: &Frame, at: usize) -> bool {
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

/// Whether the unit ends in ", officials said ." with the quotation before it.
#[must_use]
pub fn ends_unit(page: &Page<'_>, unit: &Unit, frame: &Frame, at: usize) -> bool {
    let extent = frame.extent();
    if frame.form != Form::Verb || !frame.class.speaks() && !frame.class.think || extent.start <= at {
        return false;
    }
    let Some(speaker) = &frame.speaker else { return false };
    if matches!(speaker.how, How::Shared | How::Relative) {
        return false;
    }
    let comma = extent
        .start
        .checked_sub(1)
        .is_some_and(|before| page.is(unit, before, ",") || page.is(unit, before, "—") || unit.is_quotation(before));
    comma
        && unit.items.len() - extent.end <= 30
        && !unit.holds_quotation(extent.end..unit.items.len())
        && !(extent.end..unit.items.len())
            .any(|at| page.is(unit, at, "that") || page.word(unit, at).is_some_and(|word| word.tag.is_finite()))
}

/// Whether the quotation ends, or is followed, as one that a frame follows.
#[must_use]
pub fn invites_frame(page: &Page<'_>, unit: &Unit, at: usize) -> bool {
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

/// Whether a quotation stands between a frame and the one at item `at`, where the frame does not begin the sentence.
#[must_use]
pub fn crosses(unit: &Unit, frame: &Frame, at: usize) -> bool {
    let extent = frame.extent();
    if extent.end <= at {
        unit.holds_quotation(extent.end..at) && extent.start > 2
    } else {
        unit.holds_quotation(at + 1..extent.start)
    }
}

/// Whether a quotation ends right before the frame, a mark between them not counted.
#[must_use]
pub fn quote_before(unit: &Unit, frame: &Frame) -> bool {
    let start = frame.extent().start;
    (start.saturating_sub(2)..start).any(|at| unit.is_quotation(at))
}

/// Whether a sentence ends between two items of a unit.
#[must_use]
pub fn stops_between(page: &Page<'_>, unit: &Unit, from: usize, to: usize) -> bool {
    (from.max(to.saturating_sub(60))..to).any(|at| {
        page.word(unit, at)
            .is_some_and(|word| matches!(page.form(word), "." | "!" | "?" | ";"))
    })
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
        .is_some_and(|word| matches!(word.tag, Tag::PastTense | Tag::ThirdPerson | Tag::PresentTense))
}

fn glue(page: &Page<'_>, unit: &Unit, at: usize) -> bool {
    page.word(unit, at).is_some_and(|word| {
        matches!(word.upos, Upos::Adv | Upos::Sconj)
            || matches!(
                page.form(word).to_lowercase().as_str(),
                "," | ":" | "that" | "as" | "—" | "–" | "of" | "the" | "a" | "an"
            )
            || is_day(page.form(word))
            || page.is(unit, at, "on") && page.word(unit, at + 1).is_some_and(|next| is_day(page.form(next)))
    })
}

fn reports(class: Cue) -> bool {
    class.that || class.write || class.ask || class.think || class.describe || class.document
}
