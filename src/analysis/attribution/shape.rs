//! Whether marked words are a sentence of their own or a piece of the writer's. It asks nobody who speaks.

use crate::analysis::attribution::cues;
use crate::analysis::attribution::extent::ends_like_speech;
use crate::analysis::attribution::line::Line;
use crate::analysis::attribution::local::LocalQuotation;
use crate::analysis::quotations::Region;
use crate::language::Upos;

/// Whether the quotation is a piece of the writer's own sentence rather than a sentence of its own.
#[must_use]
pub fn is_fragment(line: Line<'_>, at: usize, region: &Region) -> bool {
    let inner = region
        .inner
        .of(line.text())
        .trim_start_matches(['…', '.', ' ', '[', '(', '‘', '\'']);
    let starts_low = inner.starts_with(char::is_lowercase);
    let before_comma = at.checked_sub(1).is_none_or(|before| {
        line.word(before)
            .is_none_or(|word| matches!(line.form_of(word), "," | ":" | "—" | "–" | "--" | "(" | "." | "!" | "?"))
    });
    let goes_on = line.word(at + 1).is_some_and(|word| {
        !matches!(word.upos, Upos::Punct)
            && !ends_like_speech(region.inner.of(line.text()))
            && !frame_follows(line, at + 1)
    });
    if goes_on {
        return true;
    }
    if before_comma {
        starts_low && at > 0 && !split_before(line, at)
    } else {
        starts_low || region.inner.of(line.text()).split_whitespace().count() < 4
    }
}

fn frame_follows(line: Line<'_>, at: usize) -> bool {
    (at..at + 4).any(|at| {
        line.word(at)
            .is_some_and(|word| word.upos == Upos::Verb && cues::cue(&word.lemma).is_some_and(|cue| cue.speaks()))
    })
}

/// Whether an earlier quotation of the unit stands before this one with a frame between them.
fn split_before(line: Line<'_>, at: usize) -> bool {
    (at.saturating_sub(12)..at).any(|before| line.is_quotation(before) && ends_like_speech(line.quoted(before)))
}

/// Whether marked words that begin small go on over the end of a sentence, or ask behind a dash: they are speech of their
/// own then, and the words before the comma or dash are the writer's.
#[must_use]
pub fn holds_sentences(line: Line<'_>, quotation: &LocalQuotation) -> bool {
    let before = line.text().get(..quotation.span.start).unwrap_or("").trim_end();
    let inner = quotation.content.of(line.text());
    let asks = before.ends_with(['-', '—', '–']) && inner.trim_end().ends_with(['?', '!']);
    asks || before.ends_with([',', ':'])
        && inner
            .split_inclusive(['.', '!', '?'])
            .filter(|sentence| sentence.split_whitespace().nth(3).is_some())
            .nth(1)
            .is_some()
}
