//! Hover cards for the client: Markdown with links where it takes that, plain text else. What is known is decided in the
//! engine.

mod cards;
mod line;

use tower_lsp::ls_types as lsp;

use crate::engine::Hover;
use crate::lsp::proto::capabilities::Capabilities;
use crate::lsp::proto::document::range;
use crate::text::Document;

/// A hover with the stretch of text that it is about.
pub fn hover(hover: &Hover, uri: &lsp::Uri, document: &Document, client: &Capabilities) -> lsp::Hover {
    let lines = cards::lines(&hover.card);
    let links = line::Links { uri, document };
    let (kind, value) = if client.markdown {
        (lsp::MarkupKind::Markdown, line::markdown(&lines, &links))
    } else {
        (lsp::MarkupKind::PlainText, line::plain(&lines, &links))
    };
    lsp::Hover {
        contents: lsp::HoverContents::Markup(lsp::MarkupContent { kind, value }),
        range: Some(range(hover.span, document, client.encoding)),
    }
}
