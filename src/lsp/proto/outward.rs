//! Folds, links, counts and pairs of marks in the client's terms. It words and decides nothing.

use std::path::Path;

use tower_lsp::ls_types as lsp;

use crate::engine::{Fold, FoldKind, Lens, Link};
use crate::lsp::proto::document::range;
use crate::text::{Document, Encoding, Span};

/// A fold; `None` if it is all on one line.
pub fn folding_range(fold: Fold, document: &Document, encoding: Encoding) -> Option<lsp::FoldingRange> {
    let range = range(fold.span, document, encoding);
    (range.start.line < range.end.line).then_some(lsp::FoldingRange {
        start_line: range.start.line,
        start_character: Some(range.start.character),
        end_line: range.end.line,
        end_character: Some(range.end.character),
        kind: Some(match fold.kind {
            FoldKind::Comment => lsp::FoldingRangeKind::Comment,
            // As imports of a program are: what is before the text itself, and can be folded all at once.
            FoldKind::FrontMatter => lsp::FoldingRangeKind::Imports,
            FoldKind::Section | FoldKind::Speech => lsp::FoldingRangeKind::Region,
        }),
        collapsed_text: None,
    })
}

/// Stretches, each inside the next, from the inner one outward. There is always one, if it is empty.
pub fn selection_range(
    spans: &[Span],
    at: lsp::Position,
    document: &Document,
    encoding: Encoding,
) -> lsp::SelectionRange {
    let mut outer = None;
    for span in spans.iter().rev() {
        outer = Some(Box::new(lsp::SelectionRange {
            range: range(*span, document, encoding),
            parent: outer,
        }));
    }
    outer.map_or_else(
        || lsp::SelectionRange {
            range: lsp::Range::new(at, at),
            parent: None,
        },
        |innermost| *innermost,
    )
}

/// A count above the line of what it is about. It does nothing when it is clicked.
pub fn code_lens(lens: Lens, document: &Document, encoding: Encoding) -> lsp::CodeLens {
    lsp::CodeLens {
        range: range(lens.span, document, encoding),
        command: Some(lsp::Command {
            title: lens.text,
            command: String::new(),
            arguments: None,
        }),
        data: None,
    }
}

/// A link: to the address that the entry gives, else to the entry itself, with the newsroom's note where the client shows
/// such. An actor file may come with the drafts, so that it opens nothing but pages.
pub fn document_link(
    link: &Link<'_>,
    file: &Path,
    with_tooltip: bool,
    document: &Document,
    encoding: Encoding,
) -> Option<lsp::DocumentLink> {
    let entry = link.entry;
    let page = entry
        .link
        .as_deref()
        .filter(|address| address.starts_with("https://") || address.starts_with("http://"))
        .and_then(|address| address.parse::<lsp::Uri>().ok());
    let target = match page {
        Some(page) => page,
        None => {
            let file = lsp::Uri::from_file_path(file)?;
            format!("{}#L{}", file.as_str(), entry.line.max(1)).parse().ok()?
        }
    };
    let note = entry
        .note
        .as_deref()
        .map_or_else(String::new, |note| format!(": {note}"));
    Some(lsp::DocumentLink {
        range: range(link.span, document, encoding),
        target: Some(target),
        tooltip: with_tooltip.then(|| format!("{}{note}", entry.name)),
        data: None,
    })
}

/// Marks that are written over together.
pub fn linked_marks(marks: [Span; 2], document: &Document, encoding: Encoding) -> lsp::LinkedEditingRanges {
    lsp::LinkedEditingRanges {
        ranges: marks.iter().map(|mark| range(*mark, document, encoding)).collect(),
        word_pattern: Some("[\"'“”‘’«»]*".to_owned()),
    }
}
