//! `initialized`: from now on the client can be asked. It waits for no answer.

use std::sync::Arc;

use crate::lsp::proto;
use crate::lsp::pull;
use crate::lsp::session::Session;

/// Asks for the client's settings, and to be notified when they, or configuration files, change; has the
/// drafts of the workspace read.
pub fn initialized(session: &Arc<Session>) {
    session.warm_up();
    let mut state = session.state();
    let registrations = proto::registrations(&state.capabilities);
    pull::pull(session, &mut state);
    if !registrations.is_empty() {
        let client = session.client.clone();
        // A client that refuses has said that it can; there is no other way to be notified, so its answer is not
        // needed.
        tokio::spawn(async move { client.register_capability(registrations).await });
    }
    // The settings may say that only open drafts are searched; where they are asked for, the answer is waited for.
    if !state.capabilities.configuration {
        drop(state);
        session.index_workspace();
    }
}
