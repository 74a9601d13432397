//! Requests that cannot be done, with the reason that the editor shows. It decides nothing.

use tower_lsp::jsonrpc;

use crate::lsp::proto::action::Choice;

/// `RequestFailed`: nothing is wrong with the request, it just cannot be done here.
const REQUEST_FAILED: i64 = -32803;

/// Why an action that was chosen changes nothing.
#[derive(Clone, Copy, Debug, thiserror::Error)]
pub enum NotDone {
    /// It was offered for another version.
    #[error("the draft has changed in the meantime; ask for the actions again")]
    Changed,
    /// There is nothing at the place that it could be done to.
    #[error("this action does not apply here")]
    Nothing,
    /// The finding is not about a name.
    #[error("only a name can be ignored in the whole draft or project; ignore this finding here, or turn off its rule")]
    NoName,
    /// No comment can be where it would have to be.
    #[error("there is no place for a comment here; turn off the rule, or correct the draft")]
    NoPlace,
    /// The configuration cannot be changed.
    #[error(
        "copydesk.toml cannot be changed: correct the mistake in it first, save the draft as a file, or make an empty copydesk.toml \
         if the editor cannot"
    )]
    Configuration,
    /// The actor file cannot be changed.
    #[error(
        "actors.toml cannot be changed: correct the mistake in it first, save the draft as a file, or make an empty actors.toml if \
         the editor cannot"
    )]
    ActorFile,
    /// There is nothing to compare a draft with that is not a file.
    #[error("the draft is not saved as a file, so that git has no earlier version of it")]
    NoFile,
    /// A draft that is not open is gone, too long, or not text.
    #[error("the draft is not open, and its file cannot be read")]
    Unread,
    /// The earlier version is no text.
    #[error("the earlier version of the draft is not UTF-8 text")]
    NotText,
    /// Nothing is known of drafts in other languages.
    #[error("one of the two versions is not in English; copydesk compares drafts in English only")]
    NotEnglish,
}

impl NotDone {
    /// Why a choice has no edit.
    pub fn of(choice: &Choice) -> Self {
        match choice {
            Choice::IgnoreHere { .. } | Choice::MarkChecked { .. } | Choice::IgnoreInDraft { .. } => NotDone::NoPlace,
            Choice::IgnoreInProject { .. } | Choice::TurnOff { .. } | Choice::Exclude => NotDone::Configuration,
            Choice::AddEntry { .. } | Choice::AddName { .. } => NotDone::ActorFile,
            Choice::Fix { .. }
            | Choice::Attribute { .. }
            | Choice::OpenNotes { .. }
            | Choice::Explain { .. }
            | Choice::FixAll => NotDone::Nothing,
        }
    }
}

/// The answer to a request that cannot be done, with the reason that the editor shows.
pub fn refusal(reason: &dyn std::error::Error) -> jsonrpc::Error {
    jsonrpc::Error {
        code: jsonrpc::ErrorCode::ServerError(REQUEST_FAILED),
        message: reason.to_string().into(),
        data: None,
    }
}
