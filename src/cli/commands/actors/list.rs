//! `copydesk actors list`: the entries of the actor file. It checks none of them.

use crate::cli::args::{ActorsFormat, ListArgs};
use crate::cli::commands::actors::file::{file_of, load};
use crate::cli::commands::shared::print;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::output::actors as output;
use crate::config::ConfigError;

/// Prints the entries. A file with mistakes is refused: what is listed is what drafts are read with.
pub fn list(list: &ListArgs) -> Result<Exit, CliError> {
    let file = load(&file_of(list.file.as_deref())?)?;
    if let Some(problem) = file.first_error() {
        return Err(CliError::Config(ConfigError::Invalid {
            path: file.path.clone(),
            problem: problem.clone(),
        }));
    }
    let text = match list.format {
        ActorsFormat::Text => output::table(file.register.entries()),
        ActorsFormat::Json => output::json(file.register.entries()),
    };
    print(&text)?;
    Ok(Exit::Clean)
}
