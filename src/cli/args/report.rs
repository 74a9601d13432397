//! The arguments of `copydesk report`. They are checked here and acted on elsewhere.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use crate::cli::args::reading::ReadingArgs;

/// Report who speaks and how much: in one draft, or summed over many by month, desk and source
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  copydesk report story.md                         Who speaks, how much, and where first
  copydesk report archive/                         By month, desk, source and attribute
  copydesk report --by month --format csv archive/ > months.csv
  copydesk report --format csv archive/ > sources.csv
  copydesk report --format html -o story.html story.md

Desks and sections come from the front matter of the drafts, attributes such as expertise from actors.toml. \
Nothing about a source is inferred. docs/report.md describes every column and field.

Exit codes:
  0  the report is complete
  2  a draft could not be read (the report has the others), or a problem with the command")]
pub struct ReportArgs {
    /// Files and folders; `-` is standard input. In folders, hidden files and files that git ignores are skipped
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
    /// Output format
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub format: ReportFormat,
    /// Print only the sums by this. In `csv`, they replace the records for each source of each draft
    #[arg(long, value_enum, value_name = "WHAT")]
    pub by: Option<ReportBy>,
    /// How many sources a table of sums shows in `text` and `html`
    #[arg(long, value_name = "N", default_value_t = 30)]
    pub top: usize,
    /// Write the report to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The file name to assume for standard input; it decides the format and the configuration
    #[arg(long, value_name = "PATH")]
    pub stdin_filename: Option<PathBuf>,
    /// Options of every reading of drafts.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// Formats of `report`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum ReportFormat {
    /// Tables for a terminal
    #[default]
    Text,
    /// A record for each source of each draft, or with `--by` for each row of sums
    Csv,
    /// Drafts and sums as one object
    Json,
    /// One file for a browser, with the quotations, the timeline and the findings
    Html,
}

/// What `report` sums by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum ReportBy {
    /// The month of the draft
    Month,
    /// The desk or section in the front matter
    Desk,
    /// People and organizations with a name
    Source,
    /// The attributes in actors.toml
    Attribute,
}
