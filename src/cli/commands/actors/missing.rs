//! `copydesk actors missing`: who is in the drafts but not in the actor file. It writes nothing to the file.

use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::sync::Arc;

use crate::analysis::{Actor, ActorKind, MentionForm};
use crate::cli::args::{Args, Kind, MissingArgs, MissingFormat};
use crate::cli::commands::shared::{model, print};
use crate::cli::configuration::Configuration;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::output::actors::{self as output, Missing};
use crate::cli::output::lines::Lines;
use crate::cli::output::report_error;
use crate::cli::{input, walk};
use crate::engine::{self, Cache, Snapshot};

/// Prints who is missing, by draft. Drafts that cannot be read are reported and do not keep the others from being read.
pub fn missing(missing: &MissingArgs, args: &Args) -> Result<Exit, CliError> {
    let mut configuration = Configuration::new(&missing.reading, args)?;
    let targets = walk::targets(&missing.paths);
    if !args.quiet {
        targets.warn();
    }
    targets.errors.iter().for_each(report_error);
    let mut failed = !targets.errors.is_empty();
    let mut found = Vec::new();
    for target in targets.drafts {
        match in_draft(&target.path, missing, &mut configuration) {
            Ok(here) => found.extend(here),
            Err(error @ CliError::Config(_)) => return Err(error),
            Err(error) => {
                failed = true;
                report_error(&error);
            }
        }
    }
    let text = match missing.format {
        MissingFormat::Text => output::missing(&found),
        MissingFormat::Json => output::missing_json(&found),
        MissingFormat::Toml => output::missing_toml(&found),
    };
    print(&text)?;
    if found.is_empty() && !failed && missing.format == MissingFormat::Text {
        print("Nobody is missing.\n")?;
    }
    Ok(match failed {
        true => Exit::Failure,
        false if found.is_empty() => Exit::Clean,
        false => Exit::Findings,
    })
}

fn in_draft(path: &Path, missing: &MissingArgs, configuration: &mut Configuration) -> Result<Vec<Missing>, CliError> {
    let limit = missing.reading.limit();
    let text = match input::is_stdin(path) {
        true => input::read_stdin(limit)?,
        false => input::read_file(path, limit)?,
    };
    let settings = configuration.of(path)?;
    let draft = configuration.draft(text.into(), path, &settings, Arc::clone(&settings.rules));
    let snapshot = panic::catch_unwind(AssertUnwindSafe(|| engine::analyse(&draft, &Cache::default(), model())))
        .map_err(|_| CliError::Internal { path: path.to_owned() })?;
    let lines = Lines::new(&snapshot.text);
    let name = match input::is_stdin(path) {
        true => input::STDIN_NAME.to_owned(),
        false => path.display().to_string(),
    };
    let worth = snapshot.worth_an_entry();
    let actors = worth.into_iter().filter_map(|id| snapshot.facts.actor(id));
    Ok(actors
        .filter(|actor| is_wanted(actor, missing))
        .filter_map(|actor| {
            let place = first_name(actor, &snapshot)?;
            Some(Missing {
                path: name.clone(),
                name: actor.name.clone(),
                kind: actor.kind,
                role: actor.roles.first().map(|role| role.text.clone()),
                mentions: actor.mentions.len(),
                at: lines.position(snapshot.source_span(place).start),
            })
        })
        .collect())
}

fn is_wanted(actor: &Actor, missing: &MissingArgs) -> bool {
    let kind = match actor.kind {
        ActorKind::Person => Kind::Person,
        ActorKind::Organization => Kind::Organization,
        ActorKind::Place => Kind::Place,
        ActorKind::Other => Kind::Other,
    };
    missing.kind.contains(&kind)
}

/// Where the actor is first named; those who are only described are not.
fn first_name(actor: &Actor, snapshot: &Snapshot) -> Option<crate::analysis::Place> {
    snapshot
        .facts
        .mentions_of(actor)
        .find(|mention| mention.form == MentionForm::Named)
        .map(|mention| mention.place)
}
