//! `shutdown`: the client is about to end the server. Nothing is written: nothing is kept.

use crate::lsp::session::Session;

/// Notes that the end is in order.
pub fn shutdown(session: &Session) {
    session.shut_down();
}
