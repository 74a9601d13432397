//! `initialize`: what both sides can do. It starts nothing: until the client says `initialized`, it may be sent nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use tower_lsp::ls_types::{InitializeParams, InitializeResult};

use crate::lsp::options;
use crate::lsp::proto::{self, Capabilities};
use crate::lsp::session::Session;

/// Notes what the client can do and says what the server does.
pub fn initialize(session: &Session, params: InitializeParams) -> InitializeResult {
    session.parent.set(params.process_id);
    let mut capabilities = Capabilities::new(&params.capabilities);
    let given = params
        .initialization_options
        .as_ref()
        .map(|settings| options::read(settings).0);
    if capabilities.code_description {
        let site = given.as_ref().and_then(|given| given.rule_pages.as_deref());
        capabilities.rule_pages = match (site, &session.rule_pages) {
            _ if capabilities.explains => proto::virtual_pages(),
            (Some(site), _) => proto::pages_on_site(site),
            (None, Some(folder)) => proto::rule_pages(folder),
            (None, None) => BTreeMap::new(),
        };
    }
    let capabilities = Arc::new(capabilities);
    let mut state = session.state();
    state.capabilities = Arc::clone(&capabilities);
    if capabilities.asks_for_diagnostics {
        state.outgoing.keep();
    }
    if let Some(given) = given {
        state.settings.initial = given;
    }
    #[allow(deprecated, reason = "older clients give a folder in no other way")]
    let root = params.root_uri;
    let folders = params.workspace_folders.unwrap_or_default();
    state.settings.folders = folders.into_iter().map(|folder| folder.uri).collect();
    if state.settings.folders.is_empty() {
        state.settings.folders.extend(root);
    }
    proto::initialize_result(&capabilities)
}
