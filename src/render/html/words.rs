//! Words and numbers as the pages show them. It knows no page.

use maud::{Markup, html};

use crate::analysis::EventStatus;
use crate::render::plain::printable;
use crate::render::report::TextSpot;

/// Words of a draft without what could turn the direction of the page around. The templates escape them.
pub(super) fn shown(text: &str) -> String {
    printable(text)
}

/// A heading of a level, from 2 to 4.
pub(super) fn heading_of(level: u8, content: &Markup) -> Markup {
    match level {
        2 => html! { h2 dir="auto" { (content) } },
        3 => html! { h3 dir="auto" { (content) } },
        _ => html! { h4 dir="auto" { (content) } },
    }
}

/// Words of a draft, cut where a picture has no room for more.
pub(super) fn cut(text: &str, longest: usize) -> String {
    let text = shown(text);
    if text.chars().count() <= longest {
        return text;
    }
    let cut: String = text.chars().take(longest.saturating_sub(1)).collect();
    cut.trim_end().to_owned() + "…"
}

/// “paragraph 3, line 12”
pub(super) fn place(spot: TextSpot) -> String {
    match spot.paragraph {
        Some(number) => format!("paragraph {number}, line {}", spot.line),
        None => format!("line {}", spot.line),
    }
}

/// A coordinate of a drawing.
pub(super) fn coordinate(number: f64) -> String {
    format!("{number:.1}")
}

/// The word for an event that has not simply happened; empty for the rest.
pub fn status_word(status: Option<EventStatus>) -> &'static str {
    match status {
        Some(EventStatus::Planned) => "Planned",
        Some(EventStatus::Possible) => "Possible",
        Some(EventStatus::Denied) => "Denied",
        Some(EventStatus::Ongoing) => "Ongoing",
        Some(EventStatus::Done) | None => "",
    }
}
