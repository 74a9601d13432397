//! Which actor file a command works on. It changes nothing in it.

use std::path::{Path, PathBuf};

use crate::cli::configuration;
use crate::cli::error::CliError;
use crate::config::{self, ACTOR_FILE_NAME, ActorFile};

/// The actor file that is named, or the one for drafts in this folder.
pub fn file_of(named: Option<&Path>) -> Result<PathBuf, CliError> {
    match named {
        Some(path) => Ok(path.to_owned()),
        None => found()?.ok_or_else(|| {
            CliError::Usage(format!(
                "no {ACTOR_FILE_NAME} in this folder or above it; name a file, or create one with `copydesk actors import`"
            ))
        }),
    }
}

/// The actor file for drafts in this folder, where there is one.
pub fn found() -> Result<Option<PathBuf>, CliError> {
    let draft = Path::new("draft.txt");
    let settings = configuration::nearest(draft)?;
    Ok(config::locate(
        &configuration::folder_of(draft),
        settings.actors.as_ref(),
    )?)
}

/// The actor file, usable or not.
pub fn load(path: &Path) -> Result<ActorFile, CliError> {
    if !path.exists() {
        return Err(CliError::NotFound { path: path.to_owned() });
    }
    Ok(config::load_actors(path)?)
}
