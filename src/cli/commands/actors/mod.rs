//! `copydesk actors`: the newsroom's actor file, one file for each thing to do with it. It decides nothing about names.

mod check;
mod import;
mod list;
mod missing;

use std::path::{Path, PathBuf};

use crate::cli::actors_args::{ActorsArgs, ActorsCommand};
use crate::cli::args::Args;
use crate::cli::commands::check_model;
use crate::cli::configuration;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::config::{self, ACTOR_FILE_NAME, ActorFile};

/// Does what the arguments ask for.
pub fn actors(actors: &ActorsArgs, args: &Args) -> Result<Exit, CliError> {
    match &actors.command {
        ActorsCommand::List(list) => list::list(list),
        ActorsCommand::Check(check) => check::check(check),
        ActorsCommand::Import(import) => import::import(import, args),
        ActorsCommand::Missing(missing) => check_model().and_then(|()| missing::missing(missing, args)),
    }
}

/// The actor file that is named, or the one for drafts in this folder.
fn file_of(named: Option<&Path>) -> Result<PathBuf, CliError> {
    match named {
        Some(path) => Ok(path.to_owned()),
        None => found()?.ok_or_else(|| {
            CliError::Usage(format!(
                "there is no {ACTOR_FILE_NAME} in this folder or above it; name one, or make it with `copydesk actors import`"
            ))
        }),
    }
}

/// The actor file for drafts in this folder, where there is one.
fn found() -> Result<Option<PathBuf>, CliError> {
    let draft = Path::new("draft.txt");
    let settings = configuration::nearest(draft)?;
    Ok(config::locate(
        &configuration::folder_of(draft),
        settings.actors.as_ref(),
    )?)
}

/// The actor file, usable or not.
fn load(path: &Path) -> Result<ActorFile, CliError> {
    if !path.exists() {
        return Err(CliError::NotFound { path: path.to_owned() });
    }
    Ok(config::load_actors(path)?)
}
