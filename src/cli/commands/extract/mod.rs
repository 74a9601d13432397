//! `copydesk extract`: the facts of drafts as data. It judges none of them.

mod stream;

#[cfg(feature = "parquet")]
use std::io::IsTerminal;
use std::sync::Arc;

use crate::cli::args::{Args, ExtractArgs, ExtractFormat, OnError};
use crate::cli::commands::jsonl;
use crate::cli::commands::jsonl::{LineFormat, Tally};
use crate::cli::commands::reading::{WantedDrafts, each_draft, rules_if};
use crate::cli::commands::shared::jobs;
use crate::cli::configuration::Configuration;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::output;
use crate::render::Standard;
use crate::render::facts::tables::{Sink, Table};
use crate::render::facts::{Field, Shape, TableFormat};
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
        with_findings: shape.has(Field::Findings),
    };
    let mut stream = Stream::new(sink(extract)?, extract.format);
    let outcome = each_draft(
        &wanted,
        args,
        &mut configuration,
        |name, snapshot| Rendered::new(extract.format, table_format(extract), &shape, name, snapshot),
        |draft| stream.add(draft).map_err(CliError::output),
    )?;
    stream
        .finish(outcome.failed && !outcome.was_read)
        .map_err(CliError::output)?;
    Ok(if outcome.failed { Exit::Failure } else { Exit::Clean })
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
    if extract.table_format.is_some() && table.is_none() {
        return Err(CliError::Usage(
            "`--as` says how a table is written; ask for one, such as `--format quotes`".to_owned(),
        ));
    }
    Ok(Shape {
        fields: table.map_or_else(|| extract.fields.clone(), Table::fields),
        offsets: extract.offsets,
    })
}

fn table_format(extract: &ExtractArgs) -> TableFormat {
    extract.table_format.unwrap_or_default()
}

/// Standard output, ready for what is written to it.
fn sink(extract: &ExtractArgs) -> Result<Sink<Output>, CliError> {
    let out = std::io::BufWriter::new(std::io::stdout());
    let Some(table) = table_of(extract.format) else {
        return Ok(Sink::Text(out));
    };
    #[cfg(feature = "parquet")]
    if table_format(extract) == TableFormat::Parquet && std::io::stdout().is_terminal() {
        return Err(CliError::Usage(
            "Parquet is not text; send it to a file: `> quotes.parquet`".to_owned(),
        ));
    }
    Sink::of_table(out, table, table_format(extract), extract.offsets).map_err(CliError::output)
}

/// Not locked: a locked one cannot be handed to another thread, which the writer of Parquet asks for.
type Output = std::io::BufWriter<std::io::Stdout>;

/// What the lines of `--jsonl` are read with.
fn settings_of_lines(
    extract: &ExtractArgs,
    shape: Shape,
    configuration: &Configuration,
) -> Result<jsonl::Settings, CliError> {
    let fixed = configuration.fixed();
    Ok(jsonl::Settings {
        jobs: jobs(extract.reading.jobs),
        max_size: extract.reading.limit_of_lines(),
        reference_date: extract.reading.date,
        fallback_date: fixed.date,
        locale: fixed.locale,
        timezone: fixed.timezone.clone(),
        publication: Arc::clone(&fixed.publication),
        register: configuration.fixed_register(),
        rules: rules_if(shape.has(Field::Findings), &fixed.rules),
        shape,
        format: line_format(extract)?,
    })
}

/// `--jsonl` answers a line with a line, with sentences or with rows; what reads several drafts together has no place there.
fn line_format(extract: &ExtractArgs) -> Result<LineFormat, CliError> {
    if let Some(table) = table_of(extract.format) {
        return Ok(LineFormat::Table(table, table_format(extract)));
    }
    match extract.format {
        ExtractFormat::Json => Ok(LineFormat::Json),
        ExtractFormat::Conllu => Ok(LineFormat::Conllu),
        ExtractFormat::Ninjs => Ok(LineFormat::Export(Standard::Ninjs)),
        ExtractFormat::JsonLd => Ok(LineFormat::Export(Standard::SchemaOrg)),
        ExtractFormat::ActivityStreams => Ok(LineFormat::Export(Standard::ActivityStreams)),
        _ => Err(CliError::Usage(
            "`--jsonl` writes `json`, `conllu`, `ninjs`, `json-ld`, `activitystreams` or a table; for the other formats, name files"
                .to_owned(),
        )),
    }
}
