//! `textDocument/prepareRename`: whether the name under the cursor can be changed. It changes nothing.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{PrepareRenameResponse, TextDocumentPositionParams};

use crate::lsp::options::QuotedNames;
use crate::lsp::proto;
use crate::lsp::session::Session;

/// The name that would be changed; an error says why there is none.
pub async fn prepare_rename(
    session: &Arc<Session>,
    at: TextDocumentPositionParams,
) -> Result<Option<PrepareRenameResponse>> {
    let quoted_names = session.settings_of(&at.text_document.uri).quoted_names;
    let Some(pointed) = session.pointed(&at).await? else {
        return Ok(None);
    };
    let name = pointed
        .snapshot()
        .renamable(pointed.offset)
        .map_err(|error| proto::refusal(&error))?;
    if name.is_quoted && quoted_names != QuotedNames::Change {
        return Err(proto::refusal(&proto::Quoted));
    }
    Ok(Some(PrepareRenameResponse::RangeWithPlaceholder {
        range: proto::range(name.span, pointed.document(), pointed.capabilities.encoding),
        placeholder: name.name,
    }))
}
