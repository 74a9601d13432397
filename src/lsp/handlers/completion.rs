//! `textDocument/completion`: names and titles to go on with; in the newsroom's files keys and values. It changes nothing.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{CompletionParams, CompletionResponse};

use crate::lsp::proto;
use crate::lsp::session::Session;

/// What can be gone on with; nothing before a capital or two letters are written, but after a quotation or a title.
pub async fn completion(session: &Arc<Session>, params: CompletionParams) -> Result<Option<CompletionResponse>> {
    let at = params.text_document_position;
    if let Some((found, file, offset)) = session.suggestions(&at) {
        let encoding = session.capabilities().encoding;
        return Ok(Some(proto::suggestions(&found, &file.document, offset, encoding)));
    }
    let Some(pointed) = session.pointed(&at).await? else {
        return Ok(None);
    };
    let completions = pointed.snapshot().completions(pointed.offset);
    Ok(Some(proto::completions(
        &completions,
        &pointed.analysed.draft(&at.text_document.uri),
        pointed.capabilities.encoding,
    )))
}
