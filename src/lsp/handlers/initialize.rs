//! `initialize`: what both sides can do. It starts nothing: until the client says `initialized`, it may be sent nothing.

use std::sync::Arc;

use tower_lsp::ls_types::{InitializeParams, InitializeResult};

use crate::lsp::options;
use crate::lsp::proto::{self, Capabilities};
use crate::lsp::session::Session;

/// Notes what the client can do and says what the server does.
pub fn initialize(session: &Session, params: InitializeParams) -> InitializeResult {
    session.parent.set(params.process_id);
    let capabilities = Arc::new(Capabilities::new(&params.capabilities));
    let mut state = session.state();
    state.capabilities = Arc::clone(&capabilities);
    if let Some(settings) = params.initialization_options {
        state.initial_options = options::read(&settings).0;
    }
    proto::initialize_result(&capabilities)
}
