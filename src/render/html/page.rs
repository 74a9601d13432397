//! The frame of a page: its policy, its style, its head and its foot. It shows no draft.

use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use crate::render::html::overview::Overview;
use crate::render::html::story::{StoryReport, content, heading};
use crate::render::html::words::shown;
use crate::render::report::{Totals, counted};

const STYLE: &str = include_str!("style.css");

/// Nothing is loaded and nothing runs; the only style is the one in the page, known by its digest.
static POLICY: LazyLock<String> = LazyLock::new(|| {
    let digest = STANDARD.encode(Sha256::digest(STYLE.as_bytes()));
    format!("default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'")
});

/// A whole page on one draft.
#[must_use]
pub fn story_page(story: &StoryReport) -> String {
    let inside = html! { (heading(story, 1)) (content(story, 1, 2)) };
    start(story.draft.heading(), "story", &inside) + &page_end()
}

/// A page on several drafts up to the articles on each of them; `name` is what its readers call the drafts.
#[must_use]
pub fn folder_start(name: &str, overview: &Overview, totals: &Totals, top: usize, unread: &[String]) -> String {
    let inside = html! {
        header {
            p.kicker { "Source report" }
            h1 dir="auto" { (shown(name)) }
            p.quiet { (counted(overview.count(), "draft", "drafts")) }
        }
        (overview.html(totals, top, unread))
    };
    start(name, "folder", &inside)
}

/// What ends a page.
#[must_use]
pub fn page_end() -> String {
    let foot = html! {
        footer {
            p { "Made by copydesk " (env!("CARGO_PKG_VERSION")) " from the drafts, their notes and the newsroom's actors.toml alone. Nothing was looked up \
                 elsewhere, and nothing about a person was inferred. A small share is no mistake, and a large one no merit." }
        }
    };
    format!("{}</main></body></html>\n", foot.into_string())
}

fn start(title: &str, class: &str, inside: &Markup) -> String {
    let head = html! {
        meta charset="utf-8";
        meta http-equiv="Content-Security-Policy" content=(POLICY.as_str());
        meta name="viewport" content="width=device-width, initial-scale=1";
        meta name="referrer" content="no-referrer";
        meta name="color-scheme" content="light dark";
        title { (shown(title)) }
        style { (PreEscaped(STYLE)) }
    };
    format!(
        "{}<html lang=\"en\"><head>{}</head><body class=\"{class}\"><main>{}",
        DOCTYPE.into_string(),
        head.into_string(),
        inside.0
    )
}
