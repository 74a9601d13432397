//! Findings in fields of the front matter, whose text is a scalar of YAML, TOML or JSON: escaped, folded, between quotation marks of the
//! notation. It judges no words.

use crate::markup::BlockKind;
use crate::rules::{Context, Finding};
use crate::text::Span;

/// Leaves out the findings in fields that mark something else in the source than what they are about, and the fixes that could
/// break the scalar.
pub fn keep_to_the_notation(context: &Context<'_>, findings: &mut Vec<Finding>) {
    findings.retain(|finding| !is_in_field(context, finding.span) || is_written_so(context, finding.span));
    for finding in findings {
        if is_in_field(context, finding.span) {
            finding.fixes.retain(|fix| {
                let mut edits = fix.edits.iter();
                edits.all(|edit| is_written_so(context, edit.span) && !edit.text.contains(is_notation))
            });
        }
    }
}

/// Whether a stretch of the source is in a field.
fn is_in_field(context: &Context<'_>, source: Span) -> bool {
    let block = context.place_of(source).and_then(|place| context.block(place));
    block.is_some_and(|block| matches!(block.kind, BlockKind::Field(_)))
}

/// Whether the source has the words as they read: no escape, no reference, no line end that reads as a space. Of a place between
/// two words, the sign before it is asked.
fn is_written_so(context: &Context<'_>, source: Span) -> bool {
    let before = context.source.get(..source.start).unwrap_or("");
    let sign = before.chars().next_back().map_or(0, char::len_utf8);
    let asked = match source.is_empty() {
        true => Span::new(source.start - sign, source.start),
        false => source,
    };
    let place = context.place_of(asked);
    place.is_some_and(|place| context.text(place) == asked.of(context.source) && context.source_span(place) == asked)
}

/// Marks that may end a scalar or begin something else in it.
fn is_notation(mark: char) -> bool {
    matches!(
        mark,
        '"' | '\'' | '\\' | ':' | '#' | '\n' | '\r' | '{' | '}' | '[' | ']' | ',' | '&' | '*' | '|' | '>' | '<'
    )
}

#[cfg(test)]
mod tests {
    use crate::markup::Format;
    use crate::rules::testing::findings_with;
    use crate::rules::{FixSafety, Settings};

    /// The marked words with the number of fixes and of safe ones.
    fn found(text: &str) -> Vec<(&str, usize, usize)> {
        let findings = findings_with(text, Format::Markdown, &Settings::default());
        let safe = |safety: FixSafety| usize::from(safety == FixSafety::Safe);
        findings
            .iter()
            .map(|finding| {
                let safe = finding.fixes.iter().map(|fix| safe(fix.safety)).sum();
                (finding.span.of(text), finding.fixes.len(), safe)
            })
            .collect()
    }

    #[test]
    fn a_word_is_marked_where_the_notation_has_it() {
        for value in [
            "The ferry of of Brandvik",
            "\"The ferry of of \\\"Brandvik\\\"\"",
            "'It''s the ferry of of Brandvik'",
            ">\n  The late\n  ferry of of Brandvik",
            "|\n  The late\n  ferry of of Brandvik",
        ] {
            assert_eq!(
                found(&format!("---\ntitle: {value}\n---\n\nIt rained.\n")),
                [("of", 1, 1)],
                "{value}"
            );
        }
        assert_eq!(
            found("+++\ntitle = \"The ferry of of Brandvik\"\n+++\n\nIt rained.\n"),
            [("of", 1, 1)]
        );
    }

    #[test]
    fn a_folded_line_keeps_its_end() {
        let text = "---\ntitle: >\n  The ferry of\n  of Brandvik\n---\n\nIt rained.\n";
        assert_eq!(found(text), [("of", 1, 1)]);
        let text = "---\ntitle: >\n  The ferry of\n  of\n  Brandvik\n---\n\nIt rained.\n";
        assert_eq!(found(text), [("of", 0, 0)]);
    }

    #[test]
    fn an_escape_is_not_marked_as_what_it_stands_for() {
        let text = "---\ntitle: \"The bridge opens on 31 \\u0041pril 2031\"\n---\n\nIt rained.\n";
        assert_eq!(found(text), []);
        let text = "---\ntitle: The bridge opens on 31 April 2031\n---\n\nIt rained.\n";
        assert_eq!(found(text), [("31 April 2031", 0, 0)]);
    }

    #[test]
    fn no_mark_of_the_notation_is_written() {
        let curly = "---\ntitle: Quist says “it is late\n---\n\nIt rained.\n";
        assert_eq!(found(curly), [("“it", 1, 0)]);
        let straight = "---\ntitle: 'Quist says \"it is late'\n---\n\nIt rained.\n";
        assert_eq!(found(straight), [("\"it", 0, 0)]);
    }
}
