//! What a client can do with ranges of a draft, and what it is offered of that. A client that cannot take something is not
//! offered it.

use tower_lsp::ls_types as lsp;

use crate::lsp::proto::token;

/// What the client can do with ranges of a draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RangeCapabilities {
    /// It folds.
    pub folds: bool,
    /// It makes selections grow.
    pub selects: bool,
    /// It colors what it is told to.
    pub colors: bool,
    /// It shows counts above lines.
    pub lenses: bool,
    /// It can be notified that these counts changed.
    pub refreshes_lenses: bool,
    /// It shows links.
    pub links: bool,
    /// Links may have a text.
    pub link_tooltips: bool,
    /// It writes in two places at a time.
    pub linked_editing: bool,
    /// It asks for the reason of a note when that is looked at.
    pub resolves_hints: bool,
}

impl RangeCapabilities {
    /// Reads what a client says about itself.
    pub fn new(client: &lsp::ClientCapabilities) -> Self {
        let Some(text) = client.text_document.as_ref() else {
            return Self::default();
        };
        let workspace = client.workspace.as_ref();
        let hints = text.inlay_hint.as_ref();
        Self {
            folds: text.folding_range.is_some(),
            selects: text.selection_range.is_some(),
            colors: text
                .semantic_tokens
                .as_ref()
                .is_some_and(|tokens| tokens.formats.contains(&lsp::TokenFormat::RELATIVE)),
            lenses: text.code_lens.is_some(),
            refreshes_lenses: workspace
                .and_then(|workspace| workspace.code_lens.as_ref())
                .is_some_and(|lens| lens.refresh_support == Some(true)),
            links: text.document_link.is_some(),
            link_tooltips: text
                .document_link
                .as_ref()
                .is_some_and(|links| links.tooltip_support == Some(true)),
            linked_editing: text.linked_editing_range.is_some(),
            resolves_hints: hints
                .and_then(|hints| hints.resolve_support.as_ref())
                .is_some_and(|resolve| resolve.properties.iter().any(|property| property == "tooltip")),
        }
    }

    /// Offers what the client can take.
    pub fn offer(self, server: &mut lsp::ServerCapabilities) {
        let progress = lsp::WorkDoneProgressOptions::default();
        server.folding_range_provider = self.folds.then(|| true.into());
        server.selection_range_provider = self.selects.then(|| true.into());
        server.linked_editing_range_provider = self
            .linked_editing
            .then_some(lsp::LinkedEditingRangeServerCapabilities::Simple(true));
        server.code_lens_provider = self.lenses.then_some(lsp::CodeLensOptions {
            resolve_provider: Some(false),
        });
        server.document_link_provider = self.links.then_some(lsp::DocumentLinkOptions {
            resolve_provider: Some(false),
            work_done_progress_options: progress,
        });
        server.semantic_tokens_provider = self.colors.then(|| {
            lsp::SemanticTokensServerCapabilities::SemanticTokensOptions(lsp::SemanticTokensOptions {
                legend: token::legend(),
                range: Some(true),
                full: Some(lsp::SemanticTokensFullOptions::Delta { delta: Some(true) }),
                ..lsp::SemanticTokensOptions::default()
            })
        });
        if self.resolves_hints {
            server.inlay_hint_provider = Some(lsp::OneOf::Right(lsp::InlayHintServerCapabilities::Options(
                lsp::InlayHintOptions {
                    resolve_provider: Some(true),
                    work_done_progress_options: progress,
                },
            )));
        }
    }
}
