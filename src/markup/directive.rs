//! Lines for copydesk in formats without comments. It does not read what they say.

/// Whether a line is meant for copydesk and is no prose: `[copydesk: ignore doubled-word: why]`. Plain text and ArchieML have no
/// comments inside a story; notes in square brackets are what desks write there and take out before they publish.
pub(super) fn is_directive(line: &str) -> bool {
    let line = line.trim();
    line.starts_with("[copydesk:") && line.ends_with(']')
}
