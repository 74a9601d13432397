//! `textDocument/linkedEditingRange`: the two marks of a quotation. It changes nothing.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{LinkedEditingRangeParams, LinkedEditingRanges};

use crate::lsp::proto;
use crate::lsp::session::Session;

/// The mark under the cursor and the one that belongs to it.
pub async fn linked_editing_range(
    session: &Arc<Session>,
    params: LinkedEditingRangeParams,
) -> Result<Option<LinkedEditingRanges>> {
    let Some(pointed) = session.pointed(&params.text_document_position_params).await? else {
        return Ok(None);
    };
    let marks = pointed.snapshot().paired_marks(pointed.offset);
    let (document, encoding) = (pointed.document(), pointed.capabilities.encoding);
    Ok(marks.map(|marks| proto::linked_marks(marks, document, encoding)))
}
