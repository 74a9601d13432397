//! `copydesk extract`: the facts of drafts as data. It judges none of them.

mod stream;

use std::sync::Arc;

use crate::cli::args::{Args, ExtractArgs, ExtractFormat};
use crate::cli::commands::jsonl;
use crate::cli::commands::jsonl::LineFormat;
use crate::cli::commands::reading::{WantedDrafts, each_draft};
use crate::cli::commands::shared::jobs;
use crate::cli::configuration::Configuration;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use stream::{Rendered, Stream};
#[cfg(feature = "parquet")]
use std::io::IsTerminal;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

#[cfg(feature = "parquet")]
use crate::cli::args::TableFormat;
use crate::cli::args::{Args, ExtractArgs, ExtractFormat, Field, OnError};
use crate::cli::commands::jsonl;
use crate::cli::commands::jsonl::{LineFormat, Tally};
use crate::cli::commands::shared::{jobs, model, workers};
use crate::cli::configuration::{Configuration, resolved};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::input;
use crate::cli::output;
use crate::cli::output::extract::Shape;
use crate::cli::output::extract::tables::{Sink, Table};
use crate::cli::walk::{self, Target};
use crate::config::Settings;
use crate::engine::{self, Cache};
use crate::render::Standard;
use crate::rules;
use stream::{Rendered, Stream, table_of};

/// Extracts the facts of files, or of the lines on standard input.
pub fn extract(extract: &ExtractArgs, args: &Args) -> Result<Exit, CliError> {
    let shape = shape_of(extract)?;
    let mut configuration = Configuration::new(&extract.reading, args)?;
    if extract.jsonl {
        let settings = settings_of_lines(extract, shape, &configuration)?;
        let mut out = sink(extract)?;
        let tally = jsonl::run(std::io::BufReader::new(std::io::stdin()), &mut out, settings)?;
        out.finish().map_err(CliError::output)?;
        return Ok(exit_of(tally, extract, args.quiet));
    }
    let wanted = WantedDrafts {
        paths: &extract.paths,
        stdin_filename: extract.stdin_filename.as_deref(),
        left_out: None,
        reading: &extract.reading,
    };
    let mut stream = Stream::new(out, extract.format);
    let outcome = each_draft(
        &wanted,
        args,
        &mut configuration,
        |name, snapshot| Rendered::new(extract.format, name, snapshot),
        |draft| stream.add(draft).map_err(CliError::output),
    )?;
    stream
        .finish(outcome.failed && !outcome.was_read)
        .map_err(CliError::output)?;
    Ok(if outcome.failed { Exit::Failure } else { Exit::Clean })
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
    let mut stream = Stream::new(sink(extract)?, extract.format);
    let mut was_read = false;
    let workers = workers(extract.reading.jobs, targets.drafts.len())?;
    for portion in targets.drafts.chunks(PORTION) {
        let drafts = portion.iter().map(|target| chosen(target, extract, &mut configuration));
        let drafts: Vec<_> = drafts.collect::<Result<_, _>>()?;
        let drafts: Vec<_> = drafts.into_iter().flatten().collect();
        let read = |draft: &Chosen<'_>| rendered(draft, extract, &shape, &configuration);
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

/// How a run over lines ends. Its answers say which lines could not be used; a person who looks at the run is told how many.
fn exit_of(tally: Tally, extract: &ExtractArgs, quiet: bool) -> Exit {
    let Tally { lines, refused } = tally;
    if refused == 0 {
        return Exit::Clean;
    }
    if !quiet {
        let why = match table_of(extract.format) {
            Some(_) => "",
            None => "; “error” in their answers says why",
        };
        output::warn(&format!("{refused} of {lines} lines could not be used{why}"));
    }
    match extract.on_error {
        OnError::Fail => Exit::Findings,
        OnError::Skip => Exit::Clean,
    }
}

/// What is written of each document.
fn shape_of(extract: &ExtractArgs) -> Result<Shape, CliError> {
    if !extract.fields.is_empty() && extract.format != ExtractFormat::Json {
        return Err(CliError::Usage(
            "`--fields` chooses fields of the JSON; leave it out with another `--format`".to_owned(),
        ));
    }
    let table = table_of(extract.format);
    Ok(Shape {
        fields: table.map_or_else(|| extract.fields.clone(), Table::fields),
        offsets: extract.offsets,
    })
}

/// Standard output, ready for what is written to it.
fn sink(extract: &ExtractArgs) -> Result<Sink<Output>, CliError> {
    let out = std::io::BufWriter::new(std::io::stdout());
    let Some(table) = table_of(extract.format) else {
        return Ok(Sink::Text(out));
    };
    #[cfg(feature = "parquet")]
    if extract.table_format == TableFormat::Parquet && std::io::stdout().is_terminal() {
        return Err(CliError::Usage(
            "Parquet is not text; send it to a file: `> quotes.parquet`".to_owned(),
        ));
    }
    Sink::of_table(out, table, extract.table_format, extract.offsets).map_err(CliError::output)
}

/// Not locked: a locked one cannot be handed to another thread, which the writer of Parquet asks for.
type Output = std::io::BufWriter<std::io::Stdout>;

/// The rules, or none where nobody asks for findings.
fn rules_for(shape: &Shape, rules: &Arc<rules::Settings>) -> Arc<rules::Settings> {
    if shape.has(Field::Findings) {
        return Arc::clone(rules);
    }
    let mut none = (**rules).clone();
    none.select([]);
    Arc::new(none)
}

/// What the lines of `--jsonl` are read with.
fn settings_of_lines(
    extract: &ExtractArgs,
    shape: Shape,
    configuration: &Configuration,
) -> Result<jsonl::Settings, CliError> {
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
        rules: rules_for(&shape, &fixed.rules),
        shape,
        format: line_format(extract)?,
    })
}

/// `--jsonl` answers a line with a line, or with sentences; what reads several drafts together has no place there.
fn line_format(format: ExtractFormat) -> Result<LineFormat, CliError> {
    match format {
/// How many drafts are read before what they say is written; no more are held at a time.
const PORTION: usize = 32;

/// `--jsonl` answers a line with a line, with sentences or with rows; what reads several drafts together has no place there.
fn line_format(extract: &ExtractArgs) -> Result<LineFormat, CliError> {
    if let Some(table) = table_of(extract.format) {
        return Ok(LineFormat::Table(table, extract.table_format));
    }
    match extract.format {
        ExtractFormat::Json => Ok(LineFormat::Json),
        ExtractFormat::Conllu => Ok(LineFormat::Conllu),
        ExtractFormat::Ninjs => Ok(LineFormat::Export(Standard::Ninjs)),
        ExtractFormat::JsonLd => Ok(LineFormat::Export(Standard::SchemaOrg)),
        _ => Err(CliError::Usage(
            "`--jsonl` writes `json`, `conllu`, `ninjs`, `json-ld` or a table; for the other formats, name files"
                .to_owned(),
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
fn rendered(
    chosen: &Chosen<'_>,
    extract: &ExtractArgs,
    shape: &Shape,
    configuration: &Configuration,
) -> Result<Rendered, CliError> {
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
    let draft = configuration.draft(text.into(), path, settings, rules_for(shape, &settings.rules));
    panic::catch_unwind(AssertUnwindSafe(|| {
        let snapshot = engine::analyse(&draft, &Cache::default(), model());
        let name = path.display().to_string();
        Rendered::new(extract.format, extract.table_format, shape, name, snapshot)
    }))
    .map_err(|_| CliError::Internal {
        path: (*path).to_owned(),
    })
}
