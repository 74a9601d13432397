//! Requests that cannot be done, with the reason that the editor shows. It decides nothing.

use tower_lsp::jsonrpc;

/// `RequestFailed`: nothing is wrong with the request, it just cannot be done here.
const REQUEST_FAILED: i64 = -32803;

/// Why an action that was chosen changes nothing.
#[derive(Clone, Copy, Debug, thiserror::Error)]
pub enum NotDone {
    /// It was offered for another version.
    #[error("the draft has changed in the meantime; ask for the actions again")]
    Changed,
    /// There is no place for the change, or the file is not fit for it.
    #[error(
        "this cannot be done here: the draft has no place for it, or copydesk.toml or actors.toml must be corrected first"
    )]
    Impossible,
    /// There is nothing to compare a draft with that is not a file.
    #[error("the draft is not saved as a file, so that git has no earlier version of it")]
    NoFile,
    /// The earlier version is no text.
    #[error("the earlier version of the draft is not UTF-8 text")]
    NotText,
    /// Nothing is known of drafts in other languages.
    #[error("one of the two versions is not in English; copydesk compares drafts in English only")]
    NotEnglish,
}

/// The answer to a request that cannot be done, with the reason that the editor shows.
pub fn refusal(reason: &dyn std::error::Error) -> jsonrpc::Error {
    jsonrpc::Error {
        code: jsonrpc::ErrorCode::ServerError(REQUEST_FAILED),
        message: reason.to_string().into(),
        data: None,
    }
}
