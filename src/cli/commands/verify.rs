//! `copydesk verify`: the quotations of drafts beside their notes, each with what came of it. It changes nothing.

use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;

use crate::cli::args::{Args, VerifyArgs, VerifyFormat};
use crate::cli::commands::shared::{model, print};
use crate::cli::configuration::{Configuration, resolved};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::input;
use crate::cli::notes::notes_of;
use crate::cli::output::verify::{self as output, Verified};
use crate::cli::output::{report, report_error, warn};
use crate::cli::walk::{self, Target};
use crate::config;
use crate::engine::{self, Cache, Snapshot};
use crate::rules;
use crate::verify::Notes;

/// Prints what the notes say of each quotation. A draft that cannot be read, or is named and has no notes, is reported and does not keep
/// the others from being read.
pub fn verify(verify: &VerifyArgs, args: &Args) -> Result<Exit, CliError> {
    for path in &verify.notes {
        if path.symlink_metadata().is_err() {
            return Err(CliError::NotFound { path: path.clone() });
        }
    }
    let mut configuration = Configuration::new(&verify.reading, args)?;
    let targets = walk::targets(&verify.paths);
    if !args.quiet {
        targets.warn();
    }
    targets.errors.iter().for_each(report_error);
    let mut failed = !targets.errors.is_empty();
    let mut verified = Vec::new();
    let mut without_notes = 0;
    for target in targets.drafts {
        match in_draft(&target, verify, &mut configuration) {
            Ok(Some((draft, notes))) => {
                let is_read = are_notes_read(&notes);
                failed |= !is_read;
                // Beside notes that nobody could read there is nothing to list; a program is told so of each quotation.
                let is_listed = is_read || notes.has_words() || verify.format == VerifyFormat::Json;
                verified.extend(is_listed.then_some(draft));
            }
            Ok(None) => {}
            Err(CliError::NoNotes { .. }) if !target.is_explicit => without_notes += 1,
            Err(error @ CliError::Config(_)) => return Err(error),
            Err(error) => {
                failed = true;
                report_error(&error);
            }
        }
    }
    let is_wrong = verified
        .iter()
        .any(|draft| draft.rows().any(|row| row.checked.needs_look()));
    let text = match verify.format {
        // What kept the drafts from being read has been said; nobody knows how many quotations they have.
        VerifyFormat::Text if failed && verified.is_empty() => String::new(),
        VerifyFormat::Text => output::table(&verified, without_notes),
        VerifyFormat::Json => output::json(&verified),
    };
    print(&text)?;
    Ok(match failed {
        true => Exit::Failure,
        false if is_wrong => Exit::Findings,
        false => Exit::Clean,
    })
}

/// A draft with its notes; `None` for one below a folder that the configuration leaves out.
fn in_draft(
    target: &Target,
    verify: &VerifyArgs,
    configuration: &mut Configuration,
) -> Result<Option<(Verified, Arc<Notes>)>, CliError> {
    let path = target.path.as_path();
    let settings = configuration.of(path)?;
    if !target.is_explicit && settings.exclude.matches(&resolved(path)) {
        return Ok(None);
    }
    let limit = verify.reading.limit();
    let text = match input::is_stdin(path) {
        true => input::read_stdin(limit)?,
        false => input::read_file(path, limit)?,
    };
    let mut rules = (*settings.rules_for(&resolved(path))).clone();
    // Whoever asks for a comparison wants one, also where the rule is off.
    let asked = rules::find("quote-mismatch");
    rules.select(asked);
    let mut draft = configuration.draft(text.into(), path, &settings, Arc::new(rules));
    let notes = match verify.notes.is_empty() {
        true => notes_of(&draft, path, &settings, configuration.notes()),
        false => configuration
            .notes()
            .read(&config::notes_at(&resolved(path), &verify.notes)),
    };
    let Some(notes) = notes else {
        return Err(CliError::NoNotes { path: path.to_owned() });
    };
    draft.read_as.settings.notes = Some(Arc::clone(&notes));
    let snapshot = panic::catch_unwind(AssertUnwindSafe(|| engine::analyse(&draft, &Cache::default(), model())))
        .map_err(|_| CliError::Internal { path: path.to_owned() })?;
    let name = match input::is_stdin(path) {
        true => input::STDIN_NAME.to_owned(),
        false => path.display().to_string(),
    };
    Ok(Some((verified(name, snapshot), notes)))
}

fn verified(name: String, snapshot: Snapshot) -> Verified {
    if let Some(language) = snapshot.facts.foreign_language {
        let language = crate::analysis::name_of_language(language);
        warn(&format!("{name}: is in {language} and was left alone"));
    }
    Verified::new(name, snapshot)
}

/// Whether all notes are read; what is wrong is told.
fn are_notes_read(notes: &Notes) -> bool {
    for problem in notes.problems() {
        let message = format!("the notes {} {}", problem.name, problem.message);
        if problem.is_read {
            warn(&message);
        } else {
            report(&message);
        }
    }
    notes.problems().iter().all(|problem| problem.is_read)
}
