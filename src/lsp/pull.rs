//! Asking the client for its settings. The only place that waits for an answer of the client's, on a task of its own.
//!
//! A window may hold several folders with settings of their own, so that the client is asked for each of them.

use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tower_lsp::ls_types::{ConfigurationItem, MessageType};

use crate::lsp::options::{self, ClientSettings};
use crate::lsp::session::{Pull, Session, State};

/// A client that has not answered by then does not answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// Asks the client for its settings, where it can be asked. Returns at once.
pub fn pull(session: &Arc<Session>, state: &mut State) {
    if !state.capabilities.configuration {
        return;
    }
    if state.pull != Pull::Idle {
        state.pull = Pull::AskAgain;
        return;
    }
    state.pull = Pull::Asked;
    tokio::spawn(ask(Arc::clone(session)));
}

/// Takes settings that the client gave for all drafts.
pub fn take(session: &Arc<Session>, state: &mut State, settings: &Value) {
    state.settings.since = read_settings(state, settings);
    state.settings.of_folders.clear();
    changed(session, state);
}

/// Reads everything again that depends on settings, in the client, too.
fn changed(session: &Arc<Session>, state: &mut State) {
    session.reconfigure(state);
    if state.capabilities.ranges.refreshes_lenses {
        let client = session.client.clone();
        tokio::spawn(async move { client.code_lens_refresh().await });
    }
    if state.capabilities.refreshes_hints {
        let client = session.client.clone();
        // Whether it did makes no difference to us.
        tokio::spawn(async move { client.inlay_hint_refresh().await });
    }
}

/// The settings in an answer. A client that has no such section knows no better than what it started us with.
fn read_settings(state: &mut State, settings: &Value) -> Option<ClientSettings> {
    let (read, remarks) = options::read(settings);
    for remark in remarks {
        state.outgoing.log(MessageType::WARNING, remark);
    }
    (!settings.is_null()).then_some(read)
}

async fn ask(session: Arc<Session>) {
    loop {
        let folders = session.state().settings.folders.clone();
        let item = |scope_uri| ConfigurationItem {
            scope_uri,
            section: Some(options::SECTION.to_owned()),
        };
        let scopes = folders.iter().cloned().map(Some);
        let items = std::iter::once(None).chain(scopes).map(item).collect();
        let answer = tokio::time::timeout(PATIENCE, session.client.configuration(items)).await;
        let mut state = session.state();
        if let Ok(Ok(answers)) = answer {
            let mut answers = answers.iter();
            if let Some(settings) = answers.next() {
                state.settings.since = read_settings(&mut state, settings);
            }
            let mut of_folders = Vec::new();
            for (folder, settings) in folders.into_iter().zip(answers) {
                of_folders.extend(read_settings(&mut state, settings).map(|settings| (folder, settings)));
            }
            state.settings.of_folders = of_folders;
            changed(&session, &mut state);
        }
        if state.pull != Pull::AskAgain {
            state.pull = Pull::Idle;
            drop(state);
            session.index_workspace();
            return;
        }
        state.pull = Pull::Asked;
    }
}
