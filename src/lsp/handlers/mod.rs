//! One file per method of the protocol. Whatever a handler changes or claims, it does before it first waits.

mod code_action;
mod did_change;
mod did_change_configuration;
mod did_change_watched_files;
mod did_close;
mod did_open;
mod document_symbol;
mod hover;
mod initialize;
mod initialized;
mod shutdown;

pub use code_action::code_action;
pub use did_change::did_change;
pub use did_change_configuration::did_change_configuration;
pub use did_change_watched_files::did_change_watched_files;
pub use did_close::did_close;
pub use did_open::did_open;
pub use document_symbol::document_symbol;
pub use hover::hover;
pub use initialize::initialize;
pub use initialized::initialized;
pub use shutdown::shutdown;
