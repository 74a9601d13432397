//! `initialize`: what both sides can do. It starts nothing: until the client says `initialized`, it may be sent nothing.

use std::sync::Arc;

use tower_lsp::ls_types::{InitializeParams, InitializeResult};

use crate::lsp::options;
use crate::lsp::proto::{self, Capabilities};
use crate::lsp::session::Session;

/// Notes what the client can do and says what the server does.
pub fn initialize(session: &Session, params: InitializeParams) -> InitializeResult {
    session.parent.set(params.process_id);
    let mut capabilities = Capabilities::new(&params.capabilities);
    if let (true, Some(folder)) = (capabilities.code_description, &session.rule_pages) {
        capabilities.rule_pages = proto::rule_pages(folder);
    }
    let capabilities = Arc::new(capabilities);
    let mut state = session.state();
    state.capabilities = Arc::clone(&capabilities);
    if let Some(settings) = params.initialization_options {
        state.settings.initial = options::read(&settings).0;
    }
    state.settings.folders = params
        .workspace_folders
        .unwrap_or_default()
        .into_iter()
        .map(|folder| folder.uri)
        .collect();
    proto::initialize_result(&capabilities)
}
