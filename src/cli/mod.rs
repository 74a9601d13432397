//! The command line: a thin reader of `engine`. It knows nothing of the language server but how to start it.
//!
//! One file per subcommand in `commands/`, one per format in `output/`. This is the only room that prints.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "printing is what a command line does"
)]

mod args;
mod baseline;
mod cache;
mod changes;
mod commands;
mod configuration;
mod error;
mod exit;
mod file_list;
mod fingerprint;
mod fix;
mod input;
mod interruption;
mod notes;
mod output;
mod progress;
mod replacement;
mod walk;

use std::process::ExitCode;

use clap::Parser;

pub use crate::render::facts::{input_schema as extract_input_schema, output_schema as extract_schema};
use args::{Args, Command};
pub use commands::man_pages;
use error::CliError;
use exit::Exit;
pub use output::people::{link_schema as people_links_schema, person_schema as people_schema};

/// Runs the command line with the arguments of the process.
#[must_use]
pub fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(told) => return told_instead(told).into(),
    };
    args.color.make_global();
    let done = match &args.command {
        Command::Lsp(lsp) => commands::check_model().and_then(|()| commands::lsp(lsp)),
        Command::Lint(lint) => commands::check_model().and_then(|()| commands::lint(lint, &args)),
        Command::Extract(extract) => commands::check_model().and_then(|()| commands::extract(extract, &args)),
        Command::Report(report) => commands::check_model().and_then(|()| commands::report(report, &args)),
        Command::Diff(diff) => commands::check_model().and_then(|()| commands::diff(diff, &args)),
        Command::Verify(verify) => commands::check_model().and_then(|()| commands::verify(verify, &args)),
        Command::Explain(explain) => commands::explain(explain),
        Command::Rules(rules) => commands::rules(rules),
        Command::Actors(actors) => commands::actors(actors, &args),
        Command::Schema(schema) => commands::schema(schema),
        Command::Completions(completions) => commands::completions(completions),
        Command::Man(man) => commands::man(man),
        Command::Init(init) => commands::init(init, &args),
    };
    match done {
        Ok(exit) => exit.into(),
        // Whoever read our output has what they wanted, and nothing went wrong.
        Err(CliError::OutputClosed) => Exit::Clean.into(),
        Err(error) => {
            output::report_error(&error);
            Exit::Failure.into()
        }
    }
}

/// Prints the help, the version or what is wrong with the arguments.
fn told_instead(told: clap::Error) -> Exit {
    let is_error = told.use_stderr();
    let told = if is_error { harmless(told) } else { told };
    match told.print().map_err(CliError::output) {
        Err(error) if !is_error && !matches!(error, CliError::OutputClosed) => {
            output::report_error(&error);
            Exit::Failure
        }
        _ if is_error => Exit::Failure,
        _ => Exit::Clean,
    }
}

/// The same error about arguments that may be shown: they are repeated in it, and may be the names of any files.
fn harmless(told: clap::Error) -> clap::Error {
    let shown = std::env::args_os().map(|argument| output::printable(&argument.to_string_lossy()));
    match Args::try_parse_from(shown) {
        Err(again) if again.kind() == told.kind() => again,
        _ => clap::Error::raw(told.kind(), output::printable_lines(&told.render().to_string())),
    }
}
