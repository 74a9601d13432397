//! The reported clause around marked words, and clauses that are reported without marks.

use std::ops::Range;

use crate::analysis::attribution::frames::{Form, Frame};
use crate::analysis::attribution::phrase;
use crate::analysis::attribution::subject::{How, is_finite};
use crate::analysis::attribution::unit::{Item, Page, Unit};
use crate::language::Upos;
use crate::text::Span;

/// The shortest clause that is reported as indirect speech, in words.
const SHORTEST: usize = 3;

/// The longest clause that is followed, in items.
const LONGEST: usize = 120;

/// The clause that `frame` reports, as items of the unit; `None` where nothing but the frame is there.
///
/// After the cue (and its addressee) to the end of the sentence, or, for a frame that ends the sentence, from its
/// beginning to the frame.
#[must_use]
pub fn reported(page: &Page<'_>, unit: &Unit, frame: &Frame, before: bool) -> Option<Range<usize>> {
    let extent = frame.extent();
    let range = if before {
        clause_start(page, unit, extent.start)?..extent.start
    } else {
        extent.end..clause_end(page, unit, frame)
    };
    let range = trimmed(page, unit, range);
    (range.len() >= SHORTEST).then_some(range)
}

/// Where the sentence in front of a frame begins: behind an earlier frame's semicolon, else at the start.
fn clause_start(page: &Page<'_>, unit: &Unit, end: usize) -> Option<usize> {
    let start = (end.saturating_sub(LONGEST)..end)
        .rev()
        .find(|&at| page.is(unit, at, ";"))
        .map(|at| at + 1)
        .or_else(|| (end <= LONGEST).then_some(0))?;
    // "But the road, he said": the conjunction belongs to the writer.
    Some(start + usize::from(page.has(unit, start, &[Upos::Cconj])))
}

/// The end of a reported clause: the end of the sentence, or a joined clause with a cue or a subject of its own.
fn clause_end(page: &Page<'_>, unit: &Unit, frame: &Frame) -> usize {
    let from = frame.extent().end;
    let last = unit.items.len();
    let limit = last.min(from + LONGEST);
    for at in from..limit {
        if page.is(unit, at, ";") {
            return at;
        }
        // A comma or a full stop inside the marks ends what is reported.
        if let Some(Item::Quote(region)) = unit.items.get(at)
            && page
                .regions
                .get(*region)
                .is_some_and(|region| ends_like_speech(region.inner.of(page.text)))
            && !matches!(unit.items.get(at + 1), Some(Item::Quote(_)))
        {
            return at + 1;
        }
        // ", but the union said" / ", calling it odd" / ", according to".
        if page.is(unit, at, ",") {
            let next = page.word(unit, at + 1);
            if next.is_some_and(|word| {
                (word.xpos == "VBG" && at > from + 2)
                    || page.form(word).eq_ignore_ascii_case("according")
                    || (matches!(
                        page.form(word).to_lowercase().as_str(),
                        "but" | "although" | "though" | "while"
                    ) && at > from + 2)
            }) {
                return at;
            }
        }
    }
    limit
}

/// Whether a quotation right behind its cue is all that is reported: what follows it is the writer's
/// ("wrote “Thank you” on Friday").
#[must_use]
pub fn stands_alone(page: &Page<'_>, unit: &Unit, frame: &Frame, quotation: Span) -> bool {
    let end = frame.extent().end;
    let Some(at) =
        (end..(end + 2).min(unit.items.len())).find(|&at| matches!(unit.items.get(at), Some(Item::Quote(_))))
    else {
        return false;
    };
    let directly = at == end || page.is(unit, end, ",") || page.is(unit, end, ":");
    directly
        && page.span(unit, at..at + 1) == quotation
        && unit.items.get(at + 1).is_none_or(|_| {
            page.word(unit, at + 1).is_some_and(|word| {
                matches!(
                    word.upos,
                    Upos::Adp | Upos::Adv | Upos::Cconj | Upos::Sconj | Upos::Punct
                ) || phrase::is_day(page.form(word))
                    || word.lemma == "moment"
            })
        })
}

/// Whether the words inside marks end in punctuation, as a whole utterance does.
#[must_use]
pub fn ends_like_speech(inner: &str) -> bool {
    inner.trim_end().ends_with(['.', ',', '!', '?', '…', '—'])
}

fn trimmed(page: &Page<'_>, unit: &Unit, range: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (range.start, range.end.max(range.start));
    let outer = |at: usize| {
        page.word(unit, at).is_some_and(|word| {
            word.upos == Upos::Punct && !matches!(page.form(word), "(" | ")" | "[" | "]" | "$" | "-")
        })
    };
    while start < end && outer(start) {
        start += 1;
    }
    while start < end && outer(end - 1) {
        end -= 1;
    }
    start..end
}

/// The text that a range of items covers.
#[must_use]
pub fn span(page: &Page<'_>, unit: &Unit, items: Range<usize>) -> Span {
    page.span(unit, items)
}

/// A clause that a frame reports without marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Indirect {
    /// Index of the frame.
    pub frame: usize,
    /// The clause, as items.
    pub content: Range<usize>,
    /// How sure it is that this is reported speech, 0..=1.
    pub confidence: f32,
}

/// The clauses of a unit that are reported without marks. `used` are the frames that report quotations.
#[must_use]
pub fn indirect(page: &Page<'_>, unit: &Unit, frames: &[Frame], used: &[usize]) -> Vec<Indirect> {
    let mut found: Vec<Indirect> = Vec::new();
    for (index, frame) in frames.iter().enumerate() {
        if used.contains(&index) || frame.speaker.is_none() || frame.negated {
            continue;
        }
        let Some((content, confidence)) = one(page, unit, frame) else {
            continue;
        };
        let quoted = unit
            .items
            .get(content.clone())
            .is_some_and(|items| items.iter().any(|item| matches!(item, Item::Quote(_))));
        let inside = found
            .iter()
            .rev()
            .take(4)
            .any(|earlier| earlier.content.start < content.end && content.start < earlier.content.end);
        if !quoted && !inside {
            found.push(Indirect {
                frame: index,
                content,
                confidence,
            });
        }
    }
    found
}

fn one(page: &Page<'_>, unit: &Unit, frame: &Frame) -> Option<(Range<usize>, f32)> {
    let speaker = frame.speaker.as_ref()?;
    if frame.form == Form::Phrase {
        let behind = frame.cue.start > SHORTEST;
        let content = reported(page, unit, frame, behind)?;
        return Some((content, 0.85));
    }
    if frame.form != Form::Verb || !frame.class.that || matches!(speaker.how, How::Agent) {
        return None;
    }
    // ", officials said." with the clause before it.
    let extent = frame.extent();
    let tail = (extent.end..unit.items.len()).all(|at| {
        page.has(unit, at, &[Upos::Punct, Upos::Adv])
            || page.word(unit, at).is_some_and(|word| phrase::is_day(page.form(word)))
            || page.is(unit, at, "on")
    });
    if frame.class.speaks() && extent.start > SHORTEST && page.is(unit, extent.start - 1, ",") && tail {
        return reported(page, unit, frame, true).map(|content| (content, 0.85));
    }
    if speaker.how == How::Inverted {
        return None;
    }
    let first = extent.end;
    let marked = page.is(unit, first, "that") || page.is(unit, first, "whether");
    let finite = (first..unit.items.len().min(first + 25)).any(|at| {
        page.word(unit, at)
            .is_some_and(|word| is_finite(word.xpos) || (word.upos == Upos::Aux && word.xpos != "VB"))
    });
    if !finite {
        return None;
    }
    if marked {
        return reported(page, unit, frame, false).map(|content| (content, 0.85));
    }
    // Zero that: a noun phrase must follow directly.
    let bare = phrase::core_starting_at(page, unit, first)?;
    let verb_follows = (bare.end..(bare.end + 12).min(unit.items.len())).find(|&at| {
        page.word(unit, at)
            .is_some_and(|word| is_finite(word.xpos) || word.upos == Upos::Aux)
    });
    verb_follows?;
    if !frame.class.speaks() && frame.lemma != "think" && frame.lemma != "believe" {
        return None;
    }
    reported(page, unit, frame, false).map(|content| (content, 0.75))
}
