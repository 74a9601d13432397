//! `textDocument/codeAction`: the fixes that findings bring along, ways to be rid of a finding, and taking an actor up into the
//! actor file. It changes nothing: the client applies what is chosen.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{CodeAction, CodeActionParams, CodeActionResponse};

use crate::lsp::actions::{Offer, edit_of, offers};
use crate::lsp::proto::{self, Choice, Chosen};
use crate::lsp::session::Session;
use crate::text::Span;

/// The actions for a range; their edits come later if the client can ask for them.
pub async fn code_action(session: &Arc<Session>, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
    session.look_again();
    let uri = params.text_document.uri;
    let Some(analysed) = session.claim(&uri).redeem().await? else {
        return Ok(None);
    };
    let client = session.capabilities();
    let offset = |at| analysed.version.document.offset(proto::position(at), client.encoding);
    let asked = Span::new(offset(params.range.start), offset(params.range.end));
    let offers = offers(&analysed, &uri, asked, &params.context, &client);
    let actions = offers.into_iter().filter_map(|offer| {
        let mut action = action(&offer, client.preferred_action);
        // A place without room for a comment or a file that cannot be changed is found out here, so that nothing is offered in vain.
        if let Choice::OpenNotes { location } = offer.choice {
            action.command = Some(proto::open_notes(&offer.title, &location));
        } else if let Choice::Explain { code } = offer.choice {
            action.command = Some(proto::explain_rule(&offer.title, &code));
        } else if client.lazy_actions {
            if offer.choice.may_fail() {
                edit_of(session, &analysed, &uri, &offer.choice)?;
            }
            let chosen = Chosen {
                uri: uri.clone(),
                version: analysed.version.number,
                choice: offer.choice,
            };
            action.data = serde_json::to_value(chosen).ok();
        } else {
            action.edit = Some(edit_of(session, &analysed, &uri, &offer.choice)?);
        }
        Some(action.into())
    });
    Ok(Some(actions.collect()))
}

fn action(offer: &Offer, takes_preferred: bool) -> CodeAction {
    CodeAction {
        title: offer.title.clone(),
        kind: Some(offer.kind.clone()),
        diagnostics: offer.diagnostic.clone().map(|diagnostic| vec![diagnostic]),
        is_preferred: (takes_preferred && offer.is_preferred).then_some(true),
        ..CodeAction::default()
    }
}
