//! The arguments of `copydesk extract`. They are checked here and acted on elsewhere.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use crate::cli::args::reading::ReadingArgs;

/// Print what drafts say: quotations and speakers, people and organizations, times, events
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  copydesk extract story.md                     One JSON object
  copydesk extract one.md two.md                A JSON array
  copydesk extract --jsonl < archive.jsonl      One line of JSON in, one line out, in order
  copydesk extract - < story.txt
  copydesk extract --format conllu story.md     Words, tags, heads and relations as CoNLL-U
  copydesk extract --format outline story.md    The main event and its parts, then the other events
  copydesk extract --format timeline stories/   What happened on which day, across a folder
  copydesk extract --format timeline-csv stories/ > days.csv

A line for --jsonl is {\"id\", \"text\", \"format\"?: \"plain|markdown|html|archieml\", \"reference_date\"?: \"YYYY-MM-DD\"}.
Offsets in the output count UTF-8 bytes of the text. A line that cannot be used is answered with
{\"id\"?, \"error\"}, and the exit code is then 1. docs/extract.md describes every field.")]
pub struct ExtractArgs {
    /// Files and folders; `-` is standard input. In folders, hidden files and files that git ignores are skipped
    #[arg(value_name = "PATH", required_unless_present = "jsonl", conflicts_with = "jsonl")]
    pub paths: Vec<PathBuf>,
    /// Read one JSON object per line from standard input, and answer each with one line
    #[arg(long)]
    pub jsonl: bool,
    /// Output format
    #[arg(long, value_enum, default_value_t = ExtractFormat::Json)]
    pub format: ExtractFormat,
    /// The file name to assume for standard input; it decides the format and the configuration
    #[arg(long, value_name = "PATH", conflicts_with = "jsonl")]
    pub stdin_filename: Option<PathBuf>,
    /// Options of every reading of drafts.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// Formats of `extract`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum ExtractFormat {
    /// Everything copydesk finds in the draft
    #[default]
    Json,
    /// Words with their tags, heads and relations
    Conllu,
    /// An outline as indented text: the main event and its parts, then the other events
    Outline,
    /// What happened on which day, as one Markdown table for all drafts
    Timeline,
    /// The timeline as CSV, for spreadsheets
    TimelineCsv,
    /// The timeline as JSON
    TimelineJson,
}
