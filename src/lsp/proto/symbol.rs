//! The outline of a draft as symbols. It orders nothing: the engine did.

use tower_lsp::ls_types as lsp;

use crate::analysis::ActorKind;
use crate::engine::{OutlineItem, OutlineKind, Symbol, SymbolKind};
use crate::lsp::proto::capabilities::Capabilities;
use crate::lsp::proto::document::range;
use crate::text::Document;

/// The outline as a tree, or in a row where the client takes no tree.
pub fn symbols(
    outline: &[OutlineItem],
    uri: &lsp::Uri,
    document: &Document,
    client: &Capabilities,
) -> lsp::DocumentSymbolResponse {
    if client.symbol_tree {
        let tree = outline.iter().map(|item| symbol(item, document, client));
        return lsp::DocumentSymbolResponse::Nested(tree.collect());
    }
    let mut row = Vec::new();
    for item in outline {
        flatten(item, None, &mut row, &|item| {
            lsp::Location::new(uri.clone(), range(item.span, document, client.encoding))
        });
    }
    lsp::DocumentSymbolResponse::Flat(row)
}

#[allow(deprecated, reason = "the field has no default")]
fn symbol(item: &OutlineItem, document: &Document, client: &Capabilities) -> lsp::DocumentSymbol {
    let encoding = client.encoding;
    let children: Vec<_> = item
        .children
        .iter()
        .map(|child| symbol(child, document, client))
        .collect();
    let selection_range = range(item.selection, document, encoding);
    lsp::DocumentSymbol {
        name: name(item),
        detail: detail(item),
        kind: kind(item.kind),
        tags: None,
        deprecated: None,
        // Editors refuse the whole outline if one selection is outside its range.
        range: match item.span.join(item.selection) {
            span if span == item.selection => selection_range,
            span => range(span, document, encoding),
        },
        selection_range,
        children: (!children.is_empty()).then_some(children),
    }
}

#[allow(deprecated, reason = "the field has no default")]
fn flatten(
    item: &OutlineItem,
    container: Option<&str>,
    row: &mut Vec<lsp::SymbolInformation>,
    location: &impl Fn(&OutlineItem) -> lsp::Location,
) {
    row.push(lsp::SymbolInformation {
        name: name(item),
        kind: kind(item.kind),
        tags: None,
        deprecated: None,
        location: location(item),
        container_name: container.map(str::to_owned),
    });
    for child in &item.children {
        flatten(child, Some(&item.name), row, location);
    }
}

/// Something that was looked up, with its place.
#[allow(deprecated, reason = "the field has no default")]
pub fn workspace_symbol(symbol: Symbol, uri: &lsp::Uri, range: lsp::Range) -> lsp::SymbolInformation {
    lsp::SymbolInformation {
        name: symbol.name,
        kind: match symbol.kind {
            SymbolKind::Line(line) => kind(line),
            SymbolKind::Actor(ActorKind::Person) => lsp::SymbolKind::KEY,
            SymbolKind::Actor(ActorKind::Organization) => lsp::SymbolKind::MODULE,
            SymbolKind::Actor(ActorKind::Place) => lsp::SymbolKind::FIELD,
            SymbolKind::Actor(ActorKind::Other) => lsp::SymbolKind::OBJECT,
        },
        tags: None,
        deprecated: None,
        location: lsp::Location::new(uri.clone(), range),
        container_name: (!symbol.detail.is_empty()).then_some(symbol.detail),
    }
}

/// What is shown next to a line; the main event says so.
fn detail(item: &OutlineItem) -> Option<String> {
    let main = (item.kind == OutlineKind::MainEvent).then(|| "main event".to_owned());
    let own = (!item.detail.is_empty()).then(|| item.detail.clone());
    let parts: Vec<String> = main.into_iter().chain(own).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Editors refuse the whole outline if one name is empty.
fn name(item: &OutlineItem) -> String {
    if item.name.trim().is_empty() {
        "…".to_owned()
    } else {
        item.name.clone()
    }
}

/// The protocol knows the parts of programs; some editors print these words next to a line.
fn kind(kind: OutlineKind) -> lsp::SymbolKind {
    match kind {
        OutlineKind::MainEvent | OutlineKind::Event => lsp::SymbolKind::EVENT,
        OutlineKind::Quotation => lsp::SymbolKind::STRING,
        OutlineKind::Heading => lsp::SymbolKind::MODULE,
    }
}
