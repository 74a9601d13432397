//! What every caller may rely on: blocks in order and apart, maps that stay inside their block and on whole characters.

use copydesk::markup::{self, Block, BlockKind, Format};
use copydesk::text::Span;
use proptest::prelude::*;

use crate::sources::source;

fn check(source: &str, format: Format) {
    let markup = markup::read(source, format);
    let mut end = 0;
    for block in &markup.blocks {
        assert!(
            end <= block.span.start,
            "{format:?}: blocks out of order or overlapping at {:?}\n{source:?}",
            block.span
        );
        end = block.span.end;
        check_block(source, block);
    }
    for field in &markup.front.fields {
        assert!(source.get(field.span.start..field.span.end).is_some());
    }
    if let Some((span, _)) = &markup.front.error {
        assert!(markup.front.span.covers(*span));
    }
    let comments = &markup.comments;
    assert!(comments.is_sorted(), "comments out of order in {source:?}");
    for comment in comments {
        assert!(
            source.get(comment.start..comment.end).is_some(),
            "{comment:?} in {source:?}"
        );
    }
}

fn check_block(source: &str, block: &Block) {
    assert!(
        source.get(block.span.start..block.span.end).is_some(),
        "{block:?}\n{source:?}"
    );
    assert!(!block.text.trim().is_empty());
    assert!(!block.text.contains('\u{AD}'));
    assert_eq!(block.map.decoded_len(), block.text.len(), "{block:?}\n{source:?}");
    for (decoded, copied) in block.map.copies() {
        assert_eq!(decoded.of(&block.text), copied.of(source), "{block:?}\n{source:?}");
    }
    let mut bounds: Vec<usize> = block.text.char_indices().map(|(at, _)| at).collect();
    bounds.push(block.text.len());
    for (index, &start) in bounds.iter().enumerate() {
        for &end in bounds.iter().skip(index).take(12).chain(bounds.last()) {
            let mapped = block.map.to_source(Span::new(start, end));
            assert!(block.span.covers(mapped), "{start}..{end} of {block:?}\n{source:?}");
            assert!(
                source.get(mapped.start..mapped.end).is_some(),
                "{start}..{end} of {block:?}\n{source:?}"
            );
            if start < end && mapped.is_empty() {
                panic!("words from nowhere: {start}..{end} of {block:?}\n{source:?}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn mixtures_of_markup(source in source()) {
        for format in Format::ALL {
            check(&source, format);
        }
    }

    #[test]
    fn any_text(source in "\\PC{0,80}") {
        for format in Format::ALL {
            check(&source, format);
        }
    }

    #[test]
    fn line_ends_do_not_change_what_is_read(source in source()) {
        // With one kind of line end throughout, only the line ends inside blocks may differ.
        let source = source.replace('\r', "");
        for format in [Format::Plain, Format::ArchieMl] {
            let read = |text: &str| -> Vec<(BlockKind, String)> {
                markup::read(text, format)
                    .blocks
                    .into_iter()
                    .map(|block| (block.kind, block.text.replace("\r\n", "\n").replace('\r', "\n")))
                    .collect()
            };
            prop_assert_eq!(read(&source), read(&source.replace('\n', "\r\n")));
            prop_assert_eq!(read(&source), read(&source.replace('\n', "\r")));
        }
    }

    #[test]
    fn code_is_never_prose(lines in prop::collection::vec("[a-z]{3,8}( [a-z]{3,8}){0,4}", 1..5)) {
        let code = lines.join("\n");
        let source = format!("Before.\n\n```\n{code}\n```\n\n{}\n\nAfter.\n", code.replace('\n', "\n    ").replacen("", "    ", 1));
        let texts: Vec<String> = markup::read(&source, Format::Markdown).blocks.into_iter().map(|block| block.text.to_string()).collect();
        prop_assert_eq!(texts, ["Before.", "After."]);
    }

    #[test]
    fn cells_of_a_table_are_never_body(cells in prop::collection::vec("[A-Z][a-z]{2,8}( [a-z]{3,8}){0,4}", 2..6)) {
        let rule = "|-".repeat(cells.len());
        let source = format!("| {} |\n{rule}|\n| {} |\n", cells.join(" | "), cells.join(" | "));
        for block in markup::read(&source, Format::Markdown).blocks {
            prop_assert_eq!(block.kind, BlockKind::TableCell);
        }
    }
}

#[test]
fn sources_that_once_went_wrong() {
    for source in [
        "&ngE;",
        "<p>&nGt;x</p>",
        "\u{FEFF}---\na: b\n---\n",
        "a\u{AD}",
        "\u{AD}",
        "\\",
        "<",
        "&",
    ] {
        for format in Format::ALL {
            check(source, format);
        }
    }
}
