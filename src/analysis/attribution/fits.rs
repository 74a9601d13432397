//! How a frame can stand to a quotation of its sentence: behind it, before it, over it, at the end. It does not choose among
//! frames.

use crate::analysis::attribution::cues::Cue;
use crate::analysis::attribution::frames::{Form, Frame};
use crate::analysis::attribution::line::{Item, Line};
use crate::analysis::attribution::phrase::is_day;
use crate::analysis::attribution::subject::How;
use crate::language::{Tag, Upos};

/// “…,” she said / “…,” said Lund / “…,” Lund, who owns the mill, said.
#[must_use]
pub fn follows(line: Line<'_>, frame: &Frame, at: usize, invites: bool) -> bool {
    // Behind a comma inside the marks any finite verb with its subject is a frame: “…,” she went on.
    let verb =
        frame.form == Form::Verb && (frame.class.speaks() || (invites && (frame.class.think || frame.class.document)));
    let other = frame.form != Form::Phrase && invites && finite(line, frame) && is_utterance(line, at);
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
        && (matches!(line.form(first), "," | "—" | "–" | "--" | "-")
            || line
                .word(first)
                .is_some_and(|word| matches!(word.upos, Upos::Adv | Upos::Aux) && !word.tag.is_wh()))
    {
        first += 1;
    }
    if first != extent.start || starts_sentence(line, at, first) {
        return false;
    }
    if invites || frame.form == Form::Phrase {
        return true;
    }
    // Without a comma the frame must be the whole rest: “We met” Lund said.
    let end = extent.end;
    speaker.how != How::Apart
        && frame.class.speaks()
        && line.items.get(end).is_none_or(|item| match item {
            Item::Quotation(_) => true,
            Item::Word(_) => line.has(end, &[Upos::Punct, Upos::Adp, Upos::Adv]),
        })
}

/// She said: “…” / Lund told the paper that “…” / “…,” he added, “…”.
#[must_use]
pub fn leads(line: Line<'_>, frame: &Frame, at: usize) -> bool {
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
    while last > extent.end && glue(line, last - 1) {
        last -= 1;
    }
    if last != extent.end {
        // “…,” said Lund, the head of the harbour, “…”
        let described = frame
            .speaker
            .as_ref()
            .is_some_and(|speaker| speaker.how == How::Inverted)
            && quote_before(line, frame)
            && line.is(at - 1, ",")
            && at - extent.end <= 30
            && !(extent.end..at).any(|at| line.word(at).is_none_or(|word| word.tag.is_finite()));
        if described {
            return true;
        }
        // "In a statement issued on Monday, Lund said on the radio: “…”"
        let opens = matches!(line.form(at - 1), ":" | "--" | "—" | "–");
        return opens && !line.holds_quotation(extent.end..at) && at - extent.end <= 30;
    }
    true
}

/// Whether the cue stands before the quotation and its clause reaches over it.
#[must_use]
pub fn governs(line: Line<'_>, frame: &Frame, at: usize) -> bool {
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
    reports(class) && !stops_between(line, frame.cue.end, at)
}

/// Whether the unit ends in ", officials said ." with the quotation before it.
#[must_use]
pub fn ends_unit(line: Line<'_>, frame: &Frame, at: usize) -> bool {
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
        .is_some_and(|before| line.is(before, ",") || line.is(before, "—") || line.is_quotation(before));
    comma
        && line.len() - extent.end <= 30
        && !line.holds_quotation(extent.end..line.len())
        && !(extent.end..line.len()).any(|at| line.is(at, "that") || line.tag(at).is_finite())
}

/// Whether the quotation ends, or is followed, as one that a frame follows.
#[must_use]
pub fn invites_frame(line: Line<'_>, at: usize) -> bool {
    if !line.is_quotation(at) {
        return false;
    }
    let inner = line.quoted(at).trim_end();
    inner.ends_with([',', '?', '!', '…', '—', '–', '-'])
        || inner.ends_with("...")
        || matches!(line.form(at + 1), "," | "—" | "–" | "--" | "-")
}

/// Whether a quotation stands between a frame and the one at item `at`, where the frame does not begin the sentence.
#[must_use]
pub fn crosses(line: Line<'_>, frame: &Frame, at: usize) -> bool {
    let extent = frame.extent();
    if extent.end <= at {
        line.holds_quotation(extent.end..at) && extent.start > 2
    } else {
        line.holds_quotation(at + 1..extent.start)
    }
}

/// Whether a quotation ends right before the frame, a mark between them not counted.
#[must_use]
pub fn quote_before(line: Line<'_>, frame: &Frame) -> bool {
    let start = frame.extent().start;
    (start.saturating_sub(2)..start).any(|at| line.is_quotation(at))
}

/// Whether a sentence ends between two items of a unit.
#[must_use]
pub fn stops_between(line: Line<'_>, from: usize, to: usize) -> bool {
    (from.max(to.saturating_sub(60))..to).any(|at| matches!(line.form(at), "." | "!" | "?" | ";"))
}

/// Whether the marked words are a sentence rather than a fragment: a capital and four words.
fn is_utterance(line: Line<'_>, at: usize) -> bool {
    let inner = line.quoted(at);
    inner.starts_with(char::is_uppercase) && inner.split_whitespace().nth(3).is_some()
}

/// Whether a pronoun with a capital begins a new sentence behind the quotation: “Go home!” She replied that …
fn starts_sentence(line: Line<'_>, at: usize, first: usize) -> bool {
    first == at + 1
        && line.word(first).is_some_and(|word| {
            matches!(word.upos, Upos::Pron | Upos::Det)
                && line.form_of(word).starts_with(char::is_uppercase)
                && line.form_of(word) != "I"
        })
}

fn finite(line: Line<'_>, frame: &Frame) -> bool {
    matches!(
        line.tag(frame.cue.start),
        Tag::PastTense | Tag::ThirdPerson | Tag::PresentTense
    )
}

fn glue(line: Line<'_>, at: usize) -> bool {
    line.word(at).is_some_and(|word| {
        matches!(word.upos, Upos::Adv | Upos::Sconj)
            || matches!(
                line.form_of(word).to_lowercase().as_str(),
                "," | ":" | "that" | "as" | "—" | "–" | "of" | "the" | "a" | "an"
            )
            || is_day(line.form_of(word))
            || line.is(at, "on") && is_day(line.form(at + 1))
    })
}

fn reports(class: Cue) -> bool {
    class.that || class.write || class.ask || class.think || class.describe || class.document
}
