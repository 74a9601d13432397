//! How a run over all drafts ended. It is data.

use crate::cli::exit::Exit;

/// The end of a run.
pub struct Done {
    /// The exit code.
    pub exit: Exit,
    /// Whether nobody reads what is written.
    pub is_closed: bool,
}

impl Done {
    /// Nothing was to be linted.
    pub fn nothing() -> Self {
        Self {
            exit: Exit::Clean,
            is_closed: false,
        }
    }
}
