//! `copydesk extract`: the facts of drafts as data. It judges none of them.

use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::sync::Arc;

use serde_json::Value;

use crate::cli::args::{Args, ExtractArgs, ExtractFormat};
use crate::cli::commands::{jobs, jsonl, model};
use crate::cli::configuration::Configuration;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::input;
use crate::cli::output::conllu;
use crate::cli::output::extract::Document;
use crate::engine::{self, Cache, Snapshot};

/// Extracts the facts of files, or of the lines on standard input.
pub fn extract(extract: &ExtractArgs, args: &Args) -> Result<Exit, CliError> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut configuration = Configuration::new(&extract.reading, args)?;
    if extract.jsonl {
        let settings = jsonl::Settings {
            jobs: jobs(extract.reading.jobs),
            max_size: extract.reading.max_size.0,
            reference_date: extract.reading.date,
            fallback_date: configuration.fixed().date,
            register: configuration.fixed_register(),
            rules: Arc::clone(&configuration.fixed().rules),
            format: extract.format,
        };
        return jsonl::run(std::io::BufReader::new(std::io::stdin()), &mut out, settings);
    }
    let snapshots = extract
        .files
        .iter()
        .map(|path| analysed(path, extract, &mut configuration))
        .collect::<Result<Vec<_>, _>>()?;
    match extract.format {
        ExtractFormat::Json => write_json(&mut out, &snapshots),
        ExtractFormat::Conllu => snapshots
            .iter()
            .try_for_each(|(id, snapshot)| out.write_all(conllu::document(id, snapshot).as_bytes())),
    }
    .and_then(|()| out.flush())
    .map_err(CliError::output)?;
    Ok(Exit::Clean)
}

fn write_json(out: &mut impl Write, snapshots: &[(Value, Snapshot)]) -> io::Result<()> {
    let documents: Vec<_> = snapshots
        .iter()
        .map(|(id, snapshot)| Document::of(id.clone(), snapshot))
        .collect();
    match documents.as_slice() {
        [only] => serde_json::to_writer_pretty(&mut *out, only)?,
        all => serde_json::to_writer_pretty(&mut *out, all)?,
    }
    writeln!(out)
}

fn analysed(
    path: &Path,
    extract: &ExtractArgs,
    configuration: &mut Configuration,
) -> Result<(Value, Snapshot), CliError> {
    let limit = extract.reading.max_size.0;
    let (text, path) = if input::is_stdin(path) {
        let name = extract.stdin_filename.as_deref();
        (input::read_stdin(limit)?, name.unwrap_or(Path::new(input::STDIN_NAME)))
    } else {
        (input::read_file(path, limit)?, path)
    };
    let settings = configuration.of(path)?;
    let draft = configuration.draft(text.into(), path, &settings, Arc::clone(&settings.rules));
    let snapshot = panic::catch_unwind(AssertUnwindSafe(|| engine::analyse(&draft, &Cache::default(), model())))
        .map_err(|_| CliError::Internal { path: path.to_owned() })?;
    Ok((Value::String(path.display().to_string()), snapshot))
}
