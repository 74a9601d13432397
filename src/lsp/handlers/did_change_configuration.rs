//! `workspace/didChangeConfiguration`: the client's settings changed. It waits for no answer.

use std::sync::Arc;

use tower_lsp::ls_types::DidChangeConfigurationParams;

use crate::lsp::pull;
use crate::lsp::session::Session;

/// Asks for the new settings; a client that cannot be asked has sent them along.
pub fn did_change_configuration(session: &Arc<Session>, params: &DidChangeConfigurationParams) {
    let mut state = session.state();
    if state.capabilities.configuration {
        pull::pull(session, &mut state);
    } else {
        pull::take(session, &mut state, &params.settings);
    }
}
