//! `copydesk lsp`: starts the language server. It reads no draft and writes none.

use crate::cli::args::LspArgs;
use crate::cli::commands::pages::rule_pages_or_copies;
use crate::cli::commands::shared::model;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::lsp::{self, Config, End};

/// Serves one editor and ends with it: exit code 0 after it asked to shut down, else 1.
pub fn lsp(args: &LspArgs) -> Result<Exit, CliError> {
    // Standard input and output are what is used anyway.
    let _ = args.stdio;
    let config = Config {
        client_process_id: args.client_process_id,
        rule_pages: rule_pages_or_copies(),
        warm_up: Some(lsp::WARM_UP),
        ..Config::new(model())
    };
    match lsp::run_stdio(config).map_err(CliError::Stdin)? {
        End::Shutdown => Ok(Exit::Clean),
        End::Abandoned => {
            eprintln!(
                "copydesk: the editor disconnected without shutting down the server, or sent something other than the Language Server Protocol"
            );
            Ok(Exit::Findings)
        }
    }
}
