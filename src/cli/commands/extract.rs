//! `copydesk extract`: the facts of drafts as data. It judges none of them.

use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::sync::Arc;

use serde_json::Value;

use crate::cli::args::{Args, ExtractArgs, ExtractFormat};
use crate::cli::commands::jsonl;
use crate::cli::commands::jsonl::LineFormat;
use crate::cli::commands::shared::{jobs, model};
use crate::cli::configuration::{Configuration, resolved};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::input;
use crate::cli::output::extract::Document;
use crate::cli::output::{self, conllu};
use crate::cli::walk::{self, Target};
use crate::engine::{self, Cache, Snapshot};
use crate::render::{self, Timeline};

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
            locale: configuration.fixed().locale,
            timezone: configuration.fixed().timezone.clone(),
            register: configuration.fixed_register(),
            rules: Arc::clone(&configuration.fixed().rules),
            format: line_format(extract.format)?,
        };
        return jsonl::run(std::io::BufReader::new(std::io::stdin()), &mut out, settings);
    }
    let targets = walk::targets(&extract.paths);
    let mut failed = false;
    for error in targets.errors {
        // What the user named must be there; what is below a folder must not keep the rest from being read.
        if !matches!(error, CliError::Walk(_)) {
            return Err(error);
        }
        failed = true;
        output::report_error(&error);
    }
    if !args.quiet {
        targets
            .empty_folders
            .iter()
            .for_each(|folder| output::warn_of_empty(folder));
    }
    let mut timeline = Timeline::default();
    let mut snapshots = Vec::new();
    for target in targets.drafts {
        let (name, snapshot) = match analysed(&target, extract, &mut configuration) {
            Ok(Some(found)) => found,
            Ok(None) => continue,
            Err(error) if target.is_explicit => return Err(error),
            Err(error) => {
                failed = true;
                output::report_error(&error);
                continue;
            }
        };
        if is_timeline(extract.format) {
            timeline.add(&name, &snapshot);
        } else {
            snapshots.push((Value::String(name), snapshot));
        }
    }
    write(&mut out, extract.format, &snapshots, &timeline)
        .and_then(|()| out.flush())
        .map_err(CliError::output)?;
    Ok(if failed { Exit::Failure } else { Exit::Clean })
}

/// Whether a format is made from the rows of all drafts, which are let go one by one.
fn is_timeline(format: ExtractFormat) -> bool {
    matches!(
        format,
        ExtractFormat::Timeline | ExtractFormat::TimelineCsv | ExtractFormat::TimelineJson
    )
}

/// `--jsonl` answers a line with a line, or with sentences; what reads several drafts together has no place there.
fn line_format(format: ExtractFormat) -> Result<LineFormat, CliError> {
    match format {
        ExtractFormat::Json => Ok(LineFormat::Json),
        ExtractFormat::Conllu => Ok(LineFormat::Conllu),
        _ => Err(CliError::Usage(
            "`--jsonl` writes `json` or `conllu`; for the other formats, name files".to_owned(),
        )),
    }
}

fn write(
    out: &mut impl Write,
    format: ExtractFormat,
    snapshots: &[(Value, Snapshot)],
    timeline: &Timeline,
) -> io::Result<()> {
    match format {
        ExtractFormat::Json => write_json(out, snapshots),
        ExtractFormat::Conllu => snapshots
            .iter()
            .try_for_each(|(id, snapshot)| out.write_all(conllu::document(id, snapshot).as_bytes())),
        ExtractFormat::Outline => write_outlines(out, snapshots),
        ExtractFormat::Timeline => out.write_all(timeline.markdown().as_bytes()),
        ExtractFormat::TimelineCsv => out.write_all(timeline.csv().as_bytes()),
        ExtractFormat::TimelineJson => serde_json::to_writer_pretty(&mut *out, &timeline.json())
            .map_err(io::Error::from)
            .and_then(|()| writeln!(out)),
    }
}

/// The outline of each draft, under its name where there are several.
fn write_outlines(out: &mut impl Write, snapshots: &[(Value, Snapshot)]) -> io::Result<()> {
    for (number, (id, snapshot)) in snapshots.iter().enumerate() {
        if snapshots.len() > 1 {
            let gap = if number > 0 { "\n" } else { "" };
            writeln!(out, "{gap}{}", id.as_str().unwrap_or_default())?;
        }
        out.write_all(render::outline(&snapshot.outline()).as_bytes())?;
    }
    Ok(())
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

/// A draft by its name; `None` for one below a folder that the configuration leaves out.
fn analysed(
    target: &Target,
    extract: &ExtractArgs,
    configuration: &mut Configuration,
) -> Result<Option<(String, Snapshot)>, CliError> {
    let limit = extract.reading.max_size.0;
    let is_stdin = input::is_stdin(&target.path);
    let stdin_name = extract
        .stdin_filename
        .as_deref()
        .unwrap_or(Path::new(input::STDIN_NAME));
    let path = if is_stdin { stdin_name } else { target.path.as_path() };
    let settings = configuration.of(path)?;
    if !target.is_explicit && settings.exclude.matches(&resolved(path)) {
        return Ok(None);
    }
    let text = if is_stdin {
        input::read_stdin(limit)?
    } else {
        input::read_file(path, limit)?
    };
    let draft = configuration.draft(text.into(), path, &settings, Arc::clone(&settings.rules));
    let snapshot = panic::catch_unwind(AssertUnwindSafe(|| engine::analyse(&draft, &Cache::default(), model())))
        .map_err(|_| CliError::Internal { path: path.to_owned() })?;
    Ok(Some((path.display().to_string(), snapshot)))
}
