//! `copydesk diff`: what a new version of a draft has otherwise than an old one. It compares nothing itself.

use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::analysis::name_of_language;
use crate::cli::args::{Args, DiffArgs, DiffFormat};
use crate::cli::commands::shared::{model, print};
use crate::cli::configuration::Configuration;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::input;
use crate::config::Settings;
use crate::engine::{self, Cache, Snapshot};
use crate::history::{OldFile, Repository};
use crate::render::json;
use crate::render::{ComparedDrafts, changes_json, changes_markdown, changes_text};

/// Compares two versions. Both are read with the configuration of the new one, so that only the draft makes a difference.
pub fn diff(diff: &DiffArgs, args: &Args) -> Result<Exit, CliError> {
    if input::is_stdin(&diff.old) && input::is_stdin(&diff.new) {
        let message = "only one of the two versions can come from standard input";
        return Err(CliError::Usage(message.to_owned()));
    }
    let mut configuration = Configuration::new(&diff.reading, args)?;
    let (old, new) = (version(&diff.old, diff)?, version(&diff.new, diff)?);
    let (old, new) = (old.named_like(&new), new.named_like(&old));
    let settings = configuration.of(&new.path)?;
    let (before, after) = (
        analysed(&old, &configuration, &settings)?,
        analysed(&new, &configuration, &settings)?,
    );
    let differences = after.differences_from(&before);
    let compared = ComparedDrafts {
        old: (&old.name, &before.text),
        new: (&new.name, &after.text),
        differences: &differences,
    };
    print(&match diff.format {
        DiffFormat::Text => changes_text(&compared),
        DiffFormat::Markdown => changes_markdown(&compared),
        DiffFormat::Json => json::text_of(&changes_json(&compared)) + "\n",
    })?;
    Ok(if differences.is_empty() {
        Exit::Clean
    } else {
        Exit::Findings
    })
}

/// A version as the user names it.
#[derive(Clone)]
struct NamedVersion {
    /// What the user calls it.
    name: String,
    /// The file that it is or was, for its format and its configuration.
    path: PathBuf,
    text: Arc<str>,
}

impl NamedVersion {
    /// What comes from standard input is a version of the other file.
    fn named_like(&self, other: &NamedVersion) -> NamedVersion {
        let mut named = self.clone();
        if named.name == input::STDIN_NAME {
            named.path.clone_from(&other.path);
        }
        named
    }
}

/// Reads a version. A file with a colon in its name is a file.
fn version(written: &Path, diff: &DiffArgs) -> Result<NamedVersion, CliError> {
    let limit = diff.reading.limit();
    if input::is_stdin(written) {
        return Ok(NamedVersion {
            name: input::STDIN_NAME.to_owned(),
            path: PathBuf::from(input::STDIN_NAME),
            text: input::read_stdin(limit)?.into(),
        });
    }
    let name = written.display().to_string();
    let in_revision = written.to_str().and_then(|written| written.split_once(':'));
    let in_revision = in_revision.filter(|(revision, path)| !revision.is_empty() && !path.is_empty());
    match in_revision.filter(|_| !written.exists()) {
        Some((revision, path)) => {
            let repository = Repository::of(Path::new("."))?;
            let bytes = repository.read(&OldFile { revision, path }, limit)?;
            Ok(NamedVersion {
                text: input::text_of(bytes, written, limit)?.into(),
                path: PathBuf::from(path),
                name,
            })
        }
        None => Ok(NamedVersion {
            text: input::read_file(written, limit)?.into(),
            path: written.to_owned(),
            name,
        }),
    }
}

/// What is known of a version. One in another language than English has no facts, so that nothing can be said of it.
fn analysed(version: &NamedVersion, configuration: &Configuration, settings: &Settings) -> Result<Snapshot, CliError> {
    let rules = Arc::clone(&settings.rules);
    let draft = configuration.draft(Arc::clone(&version.text), &version.path, settings, rules);
    let snapshot = panic::catch_unwind(AssertUnwindSafe(|| engine::analyse(&draft, &Cache::default(), model())))
        .map_err(|_| CliError::Internal {
            path: PathBuf::from(&version.name),
        })?;
    match snapshot.facts.foreign_language {
        Some(language) => Err(CliError::Usage(format!(
            "{}: is in {}; copydesk compares drafts in English only",
            version.name,
            name_of_language(language)
        ))),
        None => Ok(snapshot),
    }
}
