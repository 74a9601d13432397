//! `copydesk lsp`: starts the language server. It reads and writes nothing itself.

use crate::cli::args::LspArgs;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;

/// Serves one editor and ends with it.
pub fn lsp(args: &LspArgs) -> Result<Exit, CliError> {
    let _ = (args.stdio, args.client_process_id);
    Err(CliError::Usage(
        "the language server is not part of this build".to_owned(),
    ))
}
