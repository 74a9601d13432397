//! `copydesk actors check`: what is wrong with the actor file. It changes nothing in it.

use crate::cli::args::{ActorsFormat, CheckArgs};
use crate::cli::commands::actors::file::{file_of, load};
use crate::cli::commands::shared::print;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::output::actors as output;

/// Prints what is wrong, like `lint` does of a draft: exit code 1 where anything is.
pub fn check(check: &CheckArgs) -> Result<Exit, CliError> {
    let file = load(&file_of(check.file.as_deref())?)?;
    let text = match check.format {
        ActorsFormat::Text => output::problems(&file),
        ActorsFormat::Json => output::problems_json(&file),
    };
    print(&text)?;
    Ok(match file.problems.is_empty() {
        true => Exit::Clean,
        false => Exit::Findings,
    })
}
