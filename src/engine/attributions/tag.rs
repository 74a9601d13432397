//! Where the clause that names a speaker goes, and what becomes of the marks around it. It knows no names.

use crate::analysis::{Locale, Place};
use crate::engine::types::Snapshot;
use crate::rules::Edit;
use crate::text::Span;

/// A clause after a quotation, without its name and its verb.
#[derive(Debug)]
pub(super) struct Tag {
    /// What changes before the clause: a period that becomes a comma.
    comma: Option<Edit>,
    /// What the clause replaces: a period after the marks, or nothing.
    at: Span,
    /// Whether the clause itself begins with a comma.
    begins_with_comma: bool,
    /// Whether a comma is before it, wherever it is.
    has_comma: bool,
}

impl Tag {
    /// The clause for a quotation; `None` if its sentence goes on after it.
    pub(super) fn of(snapshot: &Snapshot, place: Place) -> Option<Self> {
        let text = snapshot.text_of(place);
        let closing = text.chars().next_back().filter(|mark| !mark.is_alphanumeric())?;
        let marks = if text.ends_with("''") { 2 } else { closing.len_utf8() };
        let words = text.get(..text.len() - marks)?.trim_end();
        let block = place.block.of(&snapshot.markup.blocks)?;
        let rest = block.text.get(place.span.end..)?;
        let has_period_after = rest.starts_with('.');
        let goes_on = rest.strip_prefix('.').unwrap_or(rest).trim_start();
        if goes_on.starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';' | ':' | ')' | ']' | '—' | '–' | '-'))
        {
            return None;
        }
        let at_end = place.span.start + words.len();
        let source = |start: usize, end: usize| snapshot.source_span(Place::new(place.block, Span::new(start, end)));
        let after = after_marks(snapshot, place, false);
        let at = if has_period_after {
            source(place.span.end, place.span.end + 1)
        } else {
            Span::new(after, after)
        };
        let insert = |at: usize| Edit::replace(Span::new(at, at), ",");
        let inside = source(at_end.checked_sub(words.chars().next_back()?.len_utf8())?, at_end);
        let (comma, begins_with_comma, has_comma) = match words.chars().next_back()? {
            ',' => (None, false, true),
            '?' | '!' | '…' | '—' | '–' | '-' => (None, false, false),
            '.' if words.ends_with("..") => (None, false, false),
            '.' if is_shortened(words) => (Some(insert(inside.end)), false, true),
            '.' => (Some(Edit::replace(inside, ",")), false, true),
            _ if comma_is_outside(snapshot) => (None, true, true),
            _ => (Some(insert(inside.end)), false, true),
        };
        Some(Self {
            comma,
            at,
            begins_with_comma,
            has_comma,
        })
    }

    /// “Add “, Brask said””; without the comma after a question.
    pub(super) fn title(&self, name: &str, said: &str) -> String {
        let comma = if self.has_comma { ", " } else { "" };
        format!("Add “{comma}{name} {said}”")
    }

    /// The edits that add it, in the order of the text.
    pub(super) fn edits(&self, name: &str, said: &str) -> Vec<Edit> {
        let comma = if self.begins_with_comma { "," } else { "" };
        let clause = Edit::replace(self.at, format!("{comma} {name} {said}."));
        self.comma.iter().cloned().chain([clause]).collect()
    }
}

/// The byte of the source after a quotation and the marks of markup that end with it; after a period, too, if `with_period`.
pub(super) fn after_marks(snapshot: &Snapshot, place: Place, with_period: bool) -> usize {
    let end = snapshot.source_span(place).end;
    let rest = snapshot.text.get(end..).unwrap_or("");
    let marks = rest.len() - rest.trim_start_matches(['*', '_']).len();
    let after = rest.get(marks..).unwrap_or("");
    end + marks + usize::from(with_period && after.starts_with('.'))
}

/// Whether a comma goes after the marks if the quoted words have no mark of their own at their end.
fn comma_is_outside(snapshot: &Snapshot) -> bool {
    snapshot.facts.locale == Locale::British
}

/// Whether the period at the end belongs to the last word: “U.S.”, “J.”.
fn is_shortened(words: &str) -> bool {
    let last = words.rsplit(char::is_whitespace).next().unwrap_or("");
    let word = last.trim_end_matches('.');
    let is_initial = word.chars().count() == 1 && word.starts_with(char::is_uppercase) && word != "I";
    word.contains('.') || is_initial
}
