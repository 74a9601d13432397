//! Whether marked words are a sentence of their own or a piece of the writer's. It asks nobody who speaks.

use crate::analysis::attribution::cues;
use crate::analysis::attribution::extent::ends_like_speech;
use crate::analysis::attribution::local::LocalQuotation;
use crate::analysis::attribution::unit::{Item, Page, Unit};
use crate::analysis::quotations::Region;
use crate::language::Upos;

/// Whether the quotation is a piece of the writer's own sentence rather than a sentence of its own.
#[must_use]
pub fn is_fragment(page: &Page<'_>, unit: &Unit, at: usize, region: &Region) -> bool {
    let inner = region
        .inner
        .of(page.text)
        .trim_start_matches(['…', '.', ' ', '[', '(', '‘', '\'']);
    let starts_low = inner.starts_with(char::is_lowercase);
    let before_comma = at.checked_sub(1).is_none_or(|before| {
        page.word(unit, before)
            .is_none_or(|word| matches!(page.form(word), "," | ":" | "—" | "–" | "--" | "(" | "." | "!" | "?"))
    });
    let goes_on = page.word(unit, at + 1).is_some_and(|word| {
        !matches!(word.upos, Upos::Punct)
            && !ends_like_speech(region.inner.of(page.text))
            && !frame_follows(page, unit, at + 1)
    });
    if goes_on {
        return true;
    }
    if before_comma {
        starts_low && at > 0 && !split_before(page, unit, at)
    } else {
        starts_low || region.inner.of(page.text).split_whitespace().count() < 4
    }
}

fn frame_follows(page: &Page<'_>, unit: &Unit, at: usize) -> bool {
    (at..at + 4).any(|at| {
        page.word(unit, at)
            .is_some_and(|word| word.upos == Upos::Verb && cues::cue(&word.lemma).is_some_and(|cue| cue.speaks()))
    })
}

/// Whether an earlier quotation of the unit stands before this one with a frame between them.
fn split_before(page: &Page<'_>, unit: &Unit, at: usize) -> bool {
    (at.saturating_sub(12)..at).any(|before| {
        matches!(unit.items.get(before), Some(Item::Quote(region)) if page.regions.get(*region).is_some_and(|region| ends_like_speech(region.inner.of(page.text))))
    })
}

/// Whether marked words that begin small go on over the end of a sentence, or ask behind a dash: they are speech of their
/// own then, and the words before the comma or dash are the writer's.
#[must_use]
pub fn holds_sentences(page: &Page<'_>, quotation: &LocalQuotation) -> bool {
    let before = page.text.get(..quotation.span.start).unwrap_or("").trim_end();
    let inner = quotation.content.of(page.text);
    let asks = before.ends_with(['-', '—', '–']) && inner.trim_end().ends_with(['?', '!']);
    asks || before.ends_with([',', ':'])
        && inner
            .split_inclusive(['.', '!', '?'])
            .filter(|sentence| sentence.split_whitespace().nth(3).is_some())
            .nth(1)
            .is_some()
}
