//! `copydesk report`: who speaks in drafts, and how much. It finds and counts nothing itself.

mod stream;

use std::io::{BufWriter, Write};

use crate::cli::args::{Args, ReportArgs, ReportFormat};
use crate::cli::commands::reading::{WantedDrafts, each_draft};
use crate::cli::configuration::{Configuration, resolved};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::replacement::Replacement;
use crate::render::{DraftReport, StoryReport};
use stream::{ReadDraft, ReportStream};

/// Reports on drafts, to standard output or to a file. Where nothing could be read, nothing is written.
pub fn report(report: &ReportArgs, args: &Args) -> Result<Exit, CliError> {
    if report.by.is_some() && matches!(report.format, ReportFormat::Json | ReportFormat::Html) {
        let message = "`--by` is for `text` and `csv`; `json` and `html` have all sums";
        return Err(CliError::Usage(message.to_owned()));
    }
    let Some(path) = &report.output else {
        let out = BufWriter::new(std::io::stdout().lock());
        return Ok(write(report, args, out, CliError::output)?.1);
    };
    if report.paths.iter().any(|draft| resolved(draft) == resolved(path)) {
        let message = format!(
            "{}: is a draft to report on; choose another file for `--output`",
            path.display()
        );
        return Err(CliError::Usage(message));
    }
    let failed = |source| CliError::Write {
        path: path.clone(),
        source,
    };
    let (file, exit) = write(report, args, Replacement::new(path)?, failed)?;
    if let Some(file) = file {
        file.finish()?;
    }
    Ok(exit)
}

/// Writes the report; `failed` is the error for what cannot be written. Gives back where it went if there is one.
fn write<W: Write>(
    report: &ReportArgs,
    args: &Args,
    out: W,
    failed: impl Fn(std::io::Error) -> CliError,
) -> Result<(Option<W>, Exit), CliError> {
    let mut configuration = Configuration::new(&report.reading, args)?;
    let wanted = WantedDrafts {
        paths: &report.paths,
        stdin_filename: report.stdin_filename.as_deref(),
        // A report of last week in the folder is no draft.
        left_out: report.output.as_deref().map(resolved),
        reading: &report.reading,
        with_findings: report.format == ReportFormat::Html,
    };
    let mut stream = ReportStream::new(out, report);
    let outcome = each_draft(
        &wanted,
        args,
        &mut configuration,
        |name, snapshot| match report.format {
            ReportFormat::Html => ReadDraft::Story(Box::new(StoryReport::of(&name, &snapshot))),
            _ => ReadDraft::Sources(Box::new(DraftReport::of(&name, &snapshot))),
        },
        |draft| stream.add(draft).map_err(&failed),
    )?;
    let out = stream.finish(&outcome).map_err(&failed)?;
    Ok((out, if outcome.failed { Exit::Failure } else { Exit::Clean }))
}
