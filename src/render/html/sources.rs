//! Who speaks in a draft: a row for each source with its share and a strip that shows where in the draft it is heard.

use maud::{Markup, html};

use crate::engine::Standing;
use crate::render::html::figures::{KeyFigure, division, figures};
use crate::render::html::words::{coordinate, place, shown};
use crate::render::report::{DraftReport, ReportSource, TextSpot, percent, remarks, share_label, standing_label};

/// The strip is this long.
const STRIP: f64 = 200.0;

/// The figures of a draft.
pub(super) fn draft_figures(draft: &DraftReport) -> Markup {
    let voices = || draft.sources.iter().filter(|source| !source.standing.is_group());
    let quotations = draft.sources.iter().map(|source| source.quotations.len()).sum();
    figures(&[
        KeyFigure::count("Words", draft.words),
        KeyFigure::count("Paragraphs", draft.paragraphs),
        KeyFigure::count("Sources", voices().count()),
        KeyFigure::count("Named sources", voices().filter(|source| source.is_named).count()),
        KeyFigure::count("Quotations", quotations),
        KeyFigure::share("Words inside quotation marks", draft.quoted, draft.words),
    ])
}

/// The section on the sources of a draft.
pub(super) fn sources(draft: &DraftReport) -> Markup {
    let most = draft.sources.iter().map(|source| source.words).max().unwrap_or(0);
    let mut portions: Vec<_> = draft
        .sources
        .iter()
        .map(|source| (source.standing, source.words))
        .collect();
    portions.sort_by_key(|portion| portion.0);
    html! {
        (division(&together(&portions), draft.quoted))
        div.scroll {
            table.sources {
                thead { tr {
                    th scope="col" { "Source" }
                    th scope="col" { "Named as" }
                    th scope="col" { "Quoted words" }
                    th.number scope="col" { "Quotations" }
                    th scope="col" { "Where in the draft" }
                } }
                tbody {
                    @for source in &draft.sources { (row(source, draft, most)) }
                }
            }
        }
        @for (at, remark) in remarks(draft).iter().enumerate() {
            p class=(if at == 0 && draft.only.is_some() { "remark only" } else { "remark" }) dir="auto" { (shown(remark)) }
        }
    }
}

/// The words of those who are named in the same way.
fn together(portions: &[(Standing, usize)]) -> Vec<(Standing, usize)> {
    let mut sums: Vec<(Standing, usize)> = Vec::new();
    for (standing, words) in portions {
        match sums.last_mut() {
            Some((last, sum)) if last == standing => *sum += words,
            _ => sums.push((*standing, *words)),
        }
    }
    sums
}

fn row(source: &ReportSource, draft: &DraftReport, most: usize) -> Markup {
    let first = source.first.map(place).unwrap_or_default();
    html! {
        tr class=[source.standing.is_group().then_some("group")] {
            th scope="row" dir="auto" {
                (shown(source.label()))
                @if !source.title.is_empty() { span.quiet { (shown(&source.title)) } }
                @for (name, value) in &source.attributes { span.quiet { (shown(name)) ": " (shown(value)) } }
            }
            td { (standing_label(source.standing)) }
            td {
                @if source.words > 0 {
                    (bar(source, most))
                    (source.words) span.quiet { (share_label(source.words, draft.quoted)) }
                } @else { span.quiet { @if source.quotations.is_empty() { "only cited" } @else { "only indirectly" } } }
            }
            td.number { (source.quotations.len()) }
            td { (strip(source)) span.quiet { @if !first.is_empty() { "first: " (first) } } }
        }
    }
}

// Drawn next to the number, and so hidden from those who have the page read to them.
fn bar(source: &ReportSource, most: usize) -> Markup {
    html! {
        svg.bar aria-hidden="true" viewBox="0 0 100 6" preserveAspectRatio="none" {
            rect.track width="100" height="6" {}
            rect class={"fill-" (source.standing.name())} width=(coordinate(percent(source.words, most))) height="6" {}
        }
    }
}

fn strip(source: &ReportSource) -> Markup {
    let first = source.first.filter(|_| source.quotations.is_empty());
    let spots: Vec<TextSpot> = source
        .quotations
        .iter()
        .map(|quoted| quoted.spot)
        .chain(first)
        .collect();
    html! {
        svg.strip aria-hidden="true" viewBox={"0 0 " (STRIP) " 12"} {
            rect.track y="5" width=(STRIP) height="2" {}
            @for spot in spots {
                @let x = (STRIP - 3.0) * spot.percent / 100.0;
                rect class={"fill-" (source.standing.name())} x=(coordinate(x)) y="0" width="3" height="12" rx="1" {}
            }
        }
    }
}
