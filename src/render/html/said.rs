//! What the notes say of quotations, as marks with an icon and a word, so that neither color nor font has to tell. It compares
//! nothing.

use maud::{Markup, html};

use crate::engine::said_summary;
use crate::render::html::words::shown;
use crate::render::report::{DraftReport, ReportSaid};
use crate::verify::Verdict;

/// The mark of a quotation with its place in the notes, as items of the line under it.
pub(super) fn mark(said: &ReportSaid) -> Markup {
    html! {
        li.said.look[said.needs_look] {
            (icon(said.verdict))
            span.visually-hidden { "Notes: " }
            (said.label)
        }
        @if !said.place.is_empty() { li dir="auto" { "in the notes: " (shown(&said.place)) } }
    }
}

/// What the mark alone does not tell: what was overlooked, and what differs.
pub(super) fn said(said: &ReportSaid) -> Markup {
    let is_shown = matches!(
        said.verdict,
        Verdict::Folded | Verdict::Near | Verdict::OtherSpeaker | Verdict::GivenUp
    );
    html! {
        @if is_shown { p.told.look[said.needs_look] dir="auto" { "Notes: " (shown(&said.says)) } }
    }
}

/// How many quotations have each mark. Nothing without notes.
pub(super) fn counts(draft: &DraftReport) -> Markup {
    let quotations = draft.sources.iter().flat_map(|source| &source.quotations);
    let said = quotations.filter_map(|quoted| quoted.said.as_ref());
    let summary = said_summary(said.map(|said| (said.verdict, said.label)));
    html! {
        @if !summary.is_empty() { p.quiet { (summary) } }
    }
}

/// A drawing for a verdict: a tick, two waves, an equals sign crossed out, a head, a cross, a dash.
fn icon(verdict: Verdict) -> Markup {
    let path = match verdict {
        Verdict::Exact => "M2 6.6 4.8 9.4 10 3",
        Verdict::Folded => "M1.5 4.7q2.2-2.2 4.5 0t4.5 0M1.5 8.3q2.2-2.2 4.5 0t4.5 0",
        Verdict::Near => "M2 4.3h8M2 7.7h8M8.2 1.6 3.8 10.4",
        Verdict::OtherSpeaker => "M6 6a2.1 2.1 0 1 0 0-4.2 2.1 2.1 0 0 0 0 4.2zM1.8 10.7c.2-4 8.2-4 8.4 0",
        Verdict::Absent => "M3 3l6 6M9 3l-6 6",
        Verdict::TooShort | Verdict::GivenUp | Verdict::Unread => "M3 6h6",
    };
    html! { svg.mark aria-hidden="true" viewBox="0 0 12 12" { path d=(path) {} } }
}
