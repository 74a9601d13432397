//! `textDocument/rename`: an actor's new name, wherever the draft carries the old one. It changes nothing: the client does.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{RenameParams, WorkspaceEdit};

use crate::lsp::options::QuotedNames;
use crate::lsp::proto;
use crate::lsp::session::Session;

/// The edits; an error says why there are none.
pub async fn rename(session: &Arc<Session>, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
    let at = params.text_document_position;
    let quoted_names = session.settings_of(&at.text_document.uri).quoted_names;
    let Some(pointed) = session.pointed(&at).await? else {
        return Ok(None);
    };
    let draft = proto::Draft {
        uri: &at.text_document.uri,
        number: pointed.analysed.version.number,
        document: pointed.document(),
    };
    let snapshot = pointed.snapshot();
    let name = snapshot
        .renamable(pointed.offset)
        .map_err(|error| proto::refusal(&error))?;
    if name.is_quoted && quoted_names != QuotedNames::Change {
        return Err(proto::refusal(&proto::Quoted));
    }
    let renamings = snapshot
        .rename(pointed.offset, &params.new_name)
        .map_err(|error| proto::refusal(&error))?;
    Ok(Some(proto::rename(
        &draft,
        renamings,
        quoted_names,
        &pointed.capabilities,
    )))
}
