//! `textDocument/semanticTokens`: what an editor colors, whole, as what differs from the last time, or in a range. Nothing is
//! kept but the last tokens of each draft that were sent whole.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    SemanticToken, SemanticTokens, SemanticTokensDelta, SemanticTokensDeltaParams, SemanticTokensFullDeltaResult,
    SemanticTokensParams, SemanticTokensRangeParams, SemanticTokensRangeResult, SemanticTokensResult, Uri,
};

use crate::lsp::proto;
use crate::lsp::session::{Analysed, Session};
use crate::text::Span;

/// All tokens of the draft.
pub async fn full(session: &Arc<Session>, params: SemanticTokensParams) -> Result<Option<SemanticTokensResult>> {
    let uri = params.text_document.uri;
    let claim = session.claim(&uri);
    let Some(analysed) = claim.redeem().await? else {
        return Ok(None);
    };
    let tokens = whole(session, &analysed);
    Ok(Some(kept(session, &uri, tokens).into()))
}

/// What differs from the tokens that the client has; all tokens if these are not known any more.
pub async fn delta(
    session: &Arc<Session>,
    params: SemanticTokensDeltaParams,
) -> Result<Option<SemanticTokensFullDeltaResult>> {
    let uri = params.text_document.uri;
    let claim = session.claim(&uri);
    let Some(analysed) = claim.redeem().await? else {
        return Ok(None);
    };
    let before = session.state().tokens.get(&uri, &params.previous_result_id);
    let tokens = whole(session, &analysed);
    let Some(before) = before else {
        return Ok(Some(kept(session, &uri, tokens).into()));
    };
    let edits = proto::token_edits(&before, &tokens);
    let result_id = kept(session, &uri, tokens).result_id;
    Ok(Some(SemanticTokensDelta { result_id, edits }.into()))
}

/// The tokens in a range.
pub async fn range(
    session: &Arc<Session>,
    params: SemanticTokensRangeParams,
) -> Result<Option<SemanticTokensRangeResult>> {
    let claim = session.claim(&params.text_document.uri);
    let Some(analysed) = claim.redeem().await? else {
        return Ok(None);
    };
    let encoding = session.capabilities().encoding;
    let document = &analysed.version.document;
    let offset = |position| document.offset(proto::position(position), encoding);
    let within = Span::new(offset(params.range.start), offset(params.range.end));
    let data = proto::tokens(&analysed.snapshot.colored(within), document, encoding);
    Ok(Some(SemanticTokens { result_id: None, data }.into()))
}

fn whole(session: &Session, analysed: &Analysed) -> Vec<SemanticToken> {
    let encoding = session.capabilities().encoding;
    let document = &analysed.version.document;
    let colored = analysed.snapshot.colored(Span::new(0, document.len()));
    proto::tokens(&colored, document, encoding)
}

fn kept(session: &Session, uri: &Uri, data: Vec<SemanticToken>) -> SemanticTokens {
    let result_id = Some(session.state().tokens.keep(uri, &data));
    SemanticTokens { result_id, data }
}
