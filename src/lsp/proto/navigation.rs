//! Ways through a draft as locations. It finds none itself.

use std::path::Path;

use tower_lsp::ls_types as lsp;

use crate::engine::{Highlight, Part, Target};
use crate::lsp::proto::capabilities::Capabilities;
use crate::lsp::proto::document::range;
use crate::text::{Document, Encoding};

/// Where something is introduced, with what was pointed at where the client takes that.
pub fn definition(
    target: Target,
    uri: lsp::Uri,
    document: &Document,
    client: &Capabilities,
) -> lsp::GotoDefinitionResponse {
    let to = range(target.target, document, client.encoding);
    if client.definition_links {
        lsp::GotoDefinitionResponse::Link(vec![lsp::LocationLink {
            origin_selection_range: Some(range(target.origin, document, client.encoding)),
            target_uri: uri,
            target_range: to,
            target_selection_range: to,
        }])
    } else {
        lsp::GotoDefinitionResponse::Scalar(lsp::Location::new(uri, to))
    }
}

/// A line of a file, counted from 1.
pub fn line_of_file(file: &Path, line: usize) -> Option<lsp::GotoDefinitionResponse> {
    let uri = lsp::Uri::from_file_path(file)?;
    let start = lsp::Position::new(u32::try_from(line.saturating_sub(1)).ok()?, 0);
    let location = lsp::Location::new(uri, lsp::Range::new(start, start));
    Some(lsp::GotoDefinitionResponse::Scalar(location))
}

/// What belongs together. Editors show names and other mentions in two colors, as they do for writes and reads.
pub fn highlights(highlights: &[Highlight], document: &Document, encoding: Encoding) -> Vec<lsp::DocumentHighlight> {
    let shown = highlights.iter().map(|highlight| lsp::DocumentHighlight {
        range: range(highlight.span, document, encoding),
        kind: Some(match highlight.part {
            Part::Name => lsp::DocumentHighlightKind::WRITE,
            Part::Mention => lsp::DocumentHighlightKind::READ,
            Part::Words => lsp::DocumentHighlightKind::TEXT,
        }),
    });
    shown.collect()
}
