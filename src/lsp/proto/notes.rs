//! Places in notes, as the client counts them. It finds none.

use std::path::Path;

use tower_lsp::ls_types as lsp;

use crate::lsp::proto::capabilities::Capabilities;
use crate::lsp::proto::document::{range, uri_of};
use crate::text::{Document, Encoding, Span};
use crate::verify::{NotesPlace, NotesSource};

/// A stretch of notes; `None` where they are no file that has an address, or one that no editor can show a line of.
pub fn location_in_notes(source: &NotesSource, span: Span, encoding: Encoding) -> Option<lsp::Location> {
    if source.is_unpacked {
        return None;
    }
    let uri = uri_of(Path::new(&source.path))?;
    let position = |offset| {
        let column = source.lines.column(&source.text, offset, encoding);
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        lsp::Position::new(number(column.line), number(column.column))
    };
    Some(lsp::Location::new(
        uri,
        lsp::Range::new(position(span.start), position(span.end)),
    ))
}

/// The place in the notes where the words of a quotation are, with the quotation where the client takes that.
pub fn definition_in_notes(
    quotation: Span,
    found: &NotesPlace,
    document: &Document,
    client: &Capabilities,
) -> Option<lsp::GotoDefinitionResponse> {
    let to = location_in_notes(&found.source, found.span, client.encoding)?;
    Some(match client.definition_links {
        true => lsp::GotoDefinitionResponse::Link(vec![lsp::LocationLink {
            origin_selection_range: Some(range(quotation, document, client.encoding)),
            target_uri: to.uri,
            target_range: to.range,
            target_selection_range: to.range,
        }]),
        false => lsp::GotoDefinitionResponse::Scalar(to),
    })
}
