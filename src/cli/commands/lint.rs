//! `copydesk lint`: findings for files, folders and standard input. It decides nothing about drafts.

use crate::cli::args::{Args, LintArgs};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;

/// Lints everything that the arguments name.
pub fn lint(lint: &LintArgs, args: &Args) -> Result<Exit, CliError> {
    let _ = (lint, args);
    Err(CliError::Usage("linting is not part of this build".to_owned()))
}
