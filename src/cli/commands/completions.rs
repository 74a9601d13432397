//! `copydesk completions SHELL`: what a shell needs to complete the arguments. It is made from the arguments themselves.

use clap::CommandFactory;

use crate::cli::args::{Args, CompletionsArgs};
use crate::cli::commands::shared::print;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;

/// Prints the completions of one shell.
pub fn completions(args: &CompletionsArgs) -> Result<Exit, CliError> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "copydesk", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Clean)
}
