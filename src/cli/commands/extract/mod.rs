//! `copydesk extract`: the facts of drafts as data. It judges none of them.

mod stream;

use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::cli::args::{Args, ExtractArgs, ExtractFormat};
use crate::cli::commands::jsonl;
use crate::cli::commands::jsonl::LineFormat;
use crate::cli::commands::shared::{jobs, model, workers};
use crate::cli::configuration::{Configuration, resolved};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::input;
use crate::cli::output;
use crate::cli::walk::{self, Target};
use crate::config::Settings;
use crate::engine::{self, Cache};
use stream::{Rendered, Stream};

/// Extracts the facts of files, or of the lines on standard input.
pub fn extract(extract: &ExtractArgs, args: &Args) -> Result<Exit, CliError> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut configuration = Configuration::new(&extract.reading, args)?;
    if extract.jsonl {
        let settings = settings_of_lines(extract, &configuration)?;
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
    let mut stream = Stream::new(out, extract.format);
    let mut was_read = false;
    let workers = workers(extract.reading.jobs, targets.drafts.len())?;
    for portion in targets.drafts.chunks(PORTION) {
        let drafts = portion.iter().map(|target| chosen(target, extract, &mut configuration));
        let drafts: Vec<_> = drafts.collect::<Result<_, _>>()?;
        let drafts: Vec<_> = drafts.into_iter().flatten().collect();
        let read = |draft: &Chosen<'_>| rendered(draft, extract, &configuration);
        let done: Vec<_> = workers.install(|| drafts.par_iter().map(read).collect());
        for one in done {
            match one {
                Ok(draft) => {
                    was_read = true;
                    stream.add(draft).map_err(CliError::output)?;
                }
                Err(error) => {
                    failed = true;
                    output::report_error(&error);
                }
            }
        }
    }
    stream.finish(failed && !was_read).map_err(CliError::output)?;
    Ok(if failed { Exit::Failure } else { Exit::Clean })
}

/// What the lines of `--jsonl` are read with.
fn settings_of_lines(extract: &ExtractArgs, configuration: &Configuration) -> Result<jsonl::Settings, CliError> {
    let fixed = configuration.fixed();
    Ok(jsonl::Settings {
        jobs: jobs(extract.reading.jobs),
        max_size: extract.reading.max_size.0,
        reference_date: extract.reading.date,
        fallback_date: fixed.date,
        locale: fixed.locale,
        timezone: fixed.timezone.clone(),
        publication: Arc::clone(&fixed.publication),
        register: configuration.fixed_register(),
        rules: Arc::clone(&fixed.rules),
        format: line_format(extract.format)?,
    })
}

/// How many drafts are read before what they say is written; no more are held at a time.
const PORTION: usize = 32;

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

/// A draft that is read.
struct Chosen<'a> {
    path: &'a Path,
    is_stdin: bool,
    settings: Arc<Settings>,
}

/// A draft with its settings; `None` for one below a folder that the configuration leaves out.
fn chosen<'a>(
    target: &'a Target,
    extract: &'a ExtractArgs,
    configuration: &mut Configuration,
) -> Result<Option<Chosen<'a>>, CliError> {
    let is_stdin = input::is_stdin(&target.path);
    let stdin_name = extract
        .stdin_filename
        .as_deref()
        .unwrap_or(Path::new(input::STDIN_NAME));
    let path = if is_stdin { stdin_name } else { target.path.as_path() };
    let settings = configuration.of(path)?;
    let is_left_out = !target.is_explicit && settings.exclude.matches(&resolved(path));
    Ok((!is_left_out).then_some(Chosen {
        path,
        is_stdin,
        settings,
    }))
}

/// A draft as it will be written.
fn rendered(chosen: &Chosen<'_>, extract: &ExtractArgs, configuration: &Configuration) -> Result<Rendered, CliError> {
    let Chosen {
        path,
        is_stdin,
        settings,
    } = chosen;
    let limit = extract.reading.max_size.0;
    let text = match is_stdin {
        true => input::read_stdin(limit)?,
        false => input::read_file(path, limit)?,
    };
    let draft = configuration.draft(text.into(), path, settings, Arc::clone(&settings.rules));
    panic::catch_unwind(AssertUnwindSafe(|| {
        let snapshot = engine::analyse(&draft, &Cache::default(), model());
        Rendered::new(extract.format, path.display().to_string(), snapshot)
    }))
    .map_err(|_| CliError::Internal {
        path: (*path).to_owned(),
    })
}
