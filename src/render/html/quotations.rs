//! The quotations of a draft, source by source, to be checked one by one. The line under each holds what is known of it, and what
//! the notes say.

use maud::{Markup, html};

use crate::render::html::said;
use crate::render::html::words::{heading_of, place, shown};
use crate::render::report::{DraftReport, ReportQuotation, counted};

/// The quotations of a draft under headings of a level; `number` is the draft's in its page, so that each quotation has an
/// address.
pub(super) fn quotations(draft: &DraftReport, number: usize, level: u8) -> Markup {
    let mut at = 0;
    let mut groups = Vec::new();
    for source in draft.sources.iter().filter(|source| !source.quotations.is_empty()) {
        let numbered: Vec<(usize, &ReportQuotation)> = (source.quotations.iter())
            .map(|quoted| {
                at += 1;
                (at, quoted)
            })
            .collect();
        groups.push((source, numbered));
    }
    html! {
        (said::counts(draft))
        @for (source, numbered) in groups {
            (heading_of(level, &html! {
                (shown(source.label()))
                @if !source.title.is_empty() { span.quiet { ", " (shown(&source.title)) } }
            }))
            ol.quotations {
                @for (at, quoted) in numbered { (quotation(quoted, &format!("draft-{number}-quotation-{at}"))) }
            }
        }
    }
}

fn quotation(quoted: &ReportQuotation, id: &str) -> Markup {
    html! {
        li id=(id) {
            @if quoted.kind == "indirect" { p.reported dir="auto" { (shown(&quoted.text)) } }
            @else { blockquote dir="auto" { (shown(&quoted.text)) } }
            ul.about {
                li { (place(quoted.spot)) }
                li { (quoted.kind) }
                @if quoted.words > 0 { li { (counted(quoted.words, "word", "words")) } }
                @if !quoted.speaker.is_empty() { li dir="auto" { "attributed to “" (shown(&quoted.speaker)) "”" } }
                @if let Some(said) = &quoted.said { (said::mark(said)) }
            }
            @if let Some(said) = &quoted.said { (said::said(said)) }
        }
    }
}
