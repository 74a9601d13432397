//! The arguments of `copydesk extract`. They are checked here and acted on elsewhere.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use crate::cli::args::reading::ReadingArgs;

/// Print what the drafts say: quotations and speakers, actors, times, events
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  copydesk extract story.md                     One JSON object
  copydesk extract one.md two.md                A JSON array
  copydesk extract --jsonl < archive.jsonl      A line in, a line out, in order, in parallel
  copydesk extract - < story.txt
  copydesk extract --format conllu story.md     Words, tags, heads and relations as CoNLL-U
  copydesk extract --format outline story.md    The main event with its parts, then the others
  copydesk extract --format timeline stories/   What happened on which day, over all drafts of a folder
  copydesk extract --format timeline-csv stories/ > days.csv

A line of --jsonl is {\"id\", \"text\", \"format\"?: \"plain|markdown|html|archieml\", \"reference_date\"?: \"YYYY-MM-DD\"}.
All offsets in the output are UTF-8 bytes of the text. A line that cannot be used is answered by
{\"id\"?, \"error\"}, and the exit code is then 1; docs/extract.md describes every field.")]
pub struct ExtractArgs {
    /// Files and folders; `-` is standard input. Below folders, files that git ignores and hidden ones are skipped
    #[arg(value_name = "PATH", required_unless_present = "jsonl", conflicts_with = "jsonl")]
    pub paths: Vec<PathBuf>,
    /// Read one JSON object a line from standard input and answer each with one line
    #[arg(long)]
    pub jsonl: bool,
    /// How to print the facts
    #[arg(long, value_enum, default_value_t = ExtractFormat::Json)]
    pub format: ExtractFormat,
    /// What the draft on standard input would be called: gives its format and its configuration
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
    /// Everything the draft says
    #[default]
    Json,
    /// Words, tags, heads and relations
    Conllu,
    /// The outline as indented text: the main event with its parts, then the others
    Outline,
    /// What happened on which day, as a Markdown table over all drafts
    Timeline,
    /// The timeline as CSV, for spreadsheets
    TimelineCsv,
    /// The timeline as JSON
    TimelineJson,
}
