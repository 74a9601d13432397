//! `copydesk actors`: the newsroom's actor file, one file for each thing to do with it. It decides nothing about names.

mod check;
mod file;
mod import;
mod list;
mod merge;
mod missing;
mod turn;

use crate::cli::args::{ActorsArgs, ActorsCommand, Args};
use crate::cli::commands::shared::check_model;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;

/// Does what the arguments ask for.
pub fn actors(actors: &ActorsArgs, args: &Args) -> Result<Exit, CliError> {
    match &actors.command {
        ActorsCommand::List(list) => list::list(list),
        ActorsCommand::Check(check) => check::check(check),
        ActorsCommand::Import(import) => import::import(import, args),
        ActorsCommand::Merge(merge) => merge::merge(merge, args),
        ActorsCommand::Missing(missing) => check_model().and_then(|()| missing::missing(missing, args)),
    }
}
