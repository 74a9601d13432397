//! The outline of a draft as indented text. It orders nothing.

use std::fmt::Write as _;

use crate::engine::{OutlineItem, OutlineKind};
use crate::render::plain::printable;

/// A line for each item: its name, what it is where that is not plain, and its detail.
#[must_use]
pub fn outline(items: &[OutlineItem]) -> String {
    let mut text = String::new();
    write_items(items, 0, &mut text);
    text
}

fn write_items(items: &[OutlineItem], depth: usize, text: &mut String) {
    for item in items {
        let kind = match item.kind {
            OutlineKind::MainEvent => " [main event]",
            OutlineKind::Heading => " [heading]",
            OutlineKind::Event | OutlineKind::Quotation => "",
        };
        // Only words that somebody says are followed by a dash and a name.
        let detail = match (item.detail.as_str(), item.kind) {
            ("", _) => String::new(),
            (speaker, OutlineKind::Quotation) => format!(" — {}", printable(speaker)),
            (detail, _) => format!(" ({})", printable(detail)),
        };
        let _ = writeln!(
            text,
            "{:indent$}{}{kind}{detail}",
            "",
            printable(&item.name),
            indent = depth * 2
        );
        write_items(&item.children, depth + 1, text);
    }
}
