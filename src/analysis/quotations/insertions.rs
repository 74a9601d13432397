//! Words in brackets inside a quotation that are the writer's and not the speaker's. It judges none of them.

use crate::text::Span;

/// The round and square brackets inside `inner`, brackets included, in order. An unclosed bracket is not an insertion.
#[must_use]
pub fn insertions(text: &str, inner: Span) -> Vec<Span> {
    let mut found = Vec::new();
    if memchr::memchr2(b'(', b'[', inner.of(text).as_bytes()).is_none() {
        return found;
    }
    let mut open: Option<(usize, u8)> = None;
    // No byte of another character is one of these.
    for (at, byte) in inner.of(text).bytes().enumerate() {
        match (byte, open) {
            (b'(', _) => open = Some((at, b')')),
            (b'[', _) => open = Some((at, b']')),
            (b')' | b']', Some((start, closing))) if byte == closing => {
                if at > start + 1 {
                    found.push(Span::new(start, at + 1).shifted(inner.start));
                }
                open = None;
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_inside_a_quotation_are_insertions() {
        let text = "“They (have) to [act] now (or”";
        let found: Vec<&str> = insertions(text, Span::new(3, text.len() - 3))
            .iter()
            .map(|span| span.of(text))
            .collect();
        assert_eq!(found, ["(have)", "[act]"]);
    }
}
