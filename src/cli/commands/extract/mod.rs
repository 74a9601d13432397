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

/// Extracts the facts of files, or of the lines on standard input.
pub fn extract(extract: &ExtractArgs, args: &Args) -> Result<Exit, CliError> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut configuration = Configuration::new(&extract.reading, args)?;
    if extract.jsonl {
        let settings = settings_of_lines(extract, &configuration)?;
        return jsonl::run(std::io::BufReader::new(std::io::stdin()), &mut out, settings);
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
