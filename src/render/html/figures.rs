//! The figures at the top of a page, and how the quoted words are divided. The bar says nothing that its legend does not say.

use maud::{Markup, html};

use crate::engine::Standing;
use crate::render::html::words::coordinate;
use crate::render::report::{grouped, percent, share_label};

/// A number with what it counts.
pub(super) struct KeyFigure {
    /// What it counts.
    pub label: &'static str,
    /// The number.
    pub value: String,
}

impl KeyFigure {
    /// A count.
    pub(super) fn count(label: &'static str, count: usize) -> Self {
        Self {
            label,
            value: grouped(count),
        }
    }

    /// A share.
    pub(super) fn share(label: &'static str, part: usize, whole: usize) -> Self {
        Self {
            label,
            value: share_label(part, whole),
        }
    }
}

/// The figures in a row.
pub(super) fn figures(figures: &[KeyFigure]) -> Markup {
    html! {
        dl.figures {
            @for figure in figures {
                div { dt { (figure.label) } dd { (figure.value) } }
            }
        }
    }
}

/// How the quoted words are divided by how the sources are named: a bar, and a legend with the shares.
pub(super) fn division(portions: &[(Standing, usize)], quoted: usize) -> Markup {
    if quoted == 0 {
        return html! {};
    }
    html! {
        figure.division {
            (stretches(portions, quoted))
            figcaption {
                span.lead { "Quoted words by how their sources are named:" }
                @for (standing, words) in portions.iter().filter(|(_, words)| *words > 0) {
                    " " span.key {
                        svg.swatch aria-hidden="true" viewBox="0 0 10 10" { rect class={"fill-" (standing.name())} width="10" height="10" {} }
                        (legend(*standing)) " " b { (share_label(*words, quoted)) }
                    }
                }
            }
        }
    }
}

/// The bar alone.
pub(super) fn stretches(portions: &[(Standing, usize)], quoted: usize) -> Markup {
    let mut from = 0.0;
    let mut stretches = Vec::new();
    for (standing, words) in portions {
        let width = percent(*words, quoted);
        stretches.push((*standing, from, width));
        from += width;
    }
    html! {
        svg.stretches aria-hidden="true" viewBox="0 0 100 4" preserveAspectRatio="none" {
            @for (standing, from, width) in &stretches {
                rect class={"fill-" (standing.name())} x=(coordinate(*from)) y="0" width=(coordinate(*width)) height="4" {}
            }
        }
    }
}

fn legend(standing: Standing) -> &'static str {
    match standing {
        Standing::Named => "people by name",
        Standing::RoleOnly => "people by role only",
        Standing::Organization => "organizations",
        Standing::Document => "documents",
        Standing::Other => "others",
        Standing::Anonymous => "anonymous",
        Standing::Unclear => "speaker not clear",
        Standing::Unattributed => "no speaker",
    }
}
