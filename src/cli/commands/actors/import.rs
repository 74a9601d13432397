//! `copydesk actors import`: the rows of a table into the actor file. It takes nothing out of the file.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::cli::args::{Args, ImportArgs};
use crate::cli::commands::actors::file::found;
use crate::cli::commands::actors::turn;
use crate::cli::commands::shared::print;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::output::{self, diff};
use crate::cli::replacement::{Over, Replacement};
use crate::cli::{fix, input};
use crate::config::{self, ACTOR_FILE_NAME, ConfigError, MAX_ACTOR_FILE, Merged, Problem};

/// Adds the rows, or shows what that would change. Where a row has a mistake, nothing is written.
pub fn import(import: &ImportArgs, args: &Args) -> Result<Exit, CliError> {
    let table = match input::is_stdin(&import.table) {
        true => input::read_stdin(MAX_ACTOR_FILE)?,
        false => input::read_file(&import.table, MAX_ACTOR_FILE)?,
    };
    let (entries, problems) = config::read_csv(&table);
    refuse_mistakes(&import.table, &problems, args)?;
    let file = match &import.file {
        Some(file) => file.clone(),
        None => found()?.unwrap_or_else(|| PathBuf::from(ACTOR_FILE_NAME)),
    };
    // Of two imports at a time, the second one adds to what the first one wrote.
    let _turn = if import.diff { None } else { turn::await_turn(&file)? };
    let before = match file.exists() {
        true => Some(input::read_file(&file, MAX_ACTOR_FILE)?),
        false => None,
    };
    let text = before.as_deref().unwrap_or("");
    let merged = config::merge(text, &entries)
        .map_err(|error| CliError::Usage(format!("{}: {error}; nothing was written", file.display())))?;
    refuse_mistakes(&file, &config::check_actors(&merged.text), args)?;
    if import.diff {
        let diff = diff::shown(diff::unified(&file, text, &merged.text));
        print(&String::from_utf8_lossy(&diff))?;
        return Ok(match merged.text == text {
            true => Exit::Clean,
            false => Exit::Findings,
        });
    }
    if merged.text != text {
        write(&file, before.as_deref(), &merged.text)?;
    }
    tell(&merged, &file, args)?;
    Ok(Exit::Clean)
}

fn refuse_mistakes(path: &Path, problems: &[Problem], args: &Args) -> Result<(), CliError> {
    let name = if input::is_stdin(path) {
        Path::new(input::STDIN_NAME)
    } else {
        path
    };
    for problem in problems.iter().filter(|problem| !problem.is_error && !args.quiet) {
        output::warn(&format!("{}:{}: {}", name.display(), problem.line, problem.message));
    }
    let mut errors = problems.iter().filter(|problem| problem.is_error).map(|problem| {
        CliError::Config(ConfigError::Invalid {
            path: name.to_owned(),
            problem: problem.clone(),
        })
    });
    let Some(first) = errors.next() else { return Ok(()) };
    output::report_error(&first);
    errors.for_each(|error| output::report_error(&error));
    Err(CliError::Usage(
        "nothing was imported; fix the rows above and run the command again".to_owned(),
    ))
}

fn write(file: &Path, before: Option<&str>, after: &str) -> Result<(), CliError> {
    if let Some(before) = before {
        return fix::replace(file, before, after);
    }
    let mut new = Replacement::new(file)?;
    new.write_all(after.as_bytes()).map_err(|error| new.error(error))?;
    new.finish_over(&Over::Nothing)
}

fn tell(merged: &Merged, file: &Path, args: &Args) -> Result<(), CliError> {
    if args.quiet {
        return Ok(());
    }
    for kept in &merged.kept {
        output::warn(&format!("{}: {kept}", file.display()));
    }
    print(&format!(
        "{}: {} added, {} extended\n",
        output::printable(&file.display().to_string()),
        merged.added.len(),
        merged.extended.len()
    ))
}
