//! The arguments of `copydesk extract`. They are checked here and acted on elsewhere.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use crate::cli::args::reading::ReadingArgs;
use crate::render::facts::{Field, OffsetUnit, TableFormat};

/// Print what drafts say: quotations and speakers, people and organizations, times, events
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  copydesk extract story.md                     One JSON object
  copydesk extract one.md two.md                A JSON array
  copydesk extract --jsonl < archive.jsonl      One line of JSON in, one line out, in order
  copydesk extract --jsonl --fields quotes,actors --offsets chars < archive.jsonl
  copydesk extract - < story.txt
  copydesk extract --jsonl --format quotes --as parquet < archive.jsonl > quotes.parquet
  copydesk extract --format json-ld story.md    A NewsArticle of schema.org, with quotations
  copydesk extract --format actors stories/ > actors.csv
  copydesk extract --format conllu story.md     Words, tags, heads and relations as CoNLL-U
  copydesk extract --format outline story.md    The main event and its parts, then the other events
  copydesk extract --format timeline stories/   What happened on which day, across a folder
  copydesk extract --format timeline-csv stories/ > days.csv

A line for --jsonl is {\"id\", \"text\", \"format\"?: \"plain|markdown|html|archieml\", \"reference_date\"?: \
\"YYYY-MM-DD\", \"section\"?}. A line that cannot be used is answered with {\"id\"?, \"line\", \"error\"} in its \
place. docs/extract.md describes every field, and `copydesk schema extract` prints the JSON Schema.

Exit codes:
  0  every draft or line was used; with --on-error skip, even if some lines could not be
  1  some lines of --jsonl could not be used
  2  a draft could not be read (the others are printed), or a problem with the command or the output")]
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
    /// The file format of a table (`quotes`, `actors`, `events`, `times`, `findings`); `csv` by default
    #[arg(long = "as", value_enum, value_name = "FILE_FORMAT")]
    pub table_format: Option<TableFormat>,
    /// Print only these fields of the JSON; id, version, program, offsets, date and section are always there
    #[arg(long, value_enum, value_name = "FIELD", value_delimiter = ',')]
    pub fields: Vec<Field>,
    /// What offsets count: UTF-8 bytes, characters (as Python and DuckDB slice), or UTF-16 units (as JavaScript and Java do)
    #[arg(long, value_enum, value_name = "UNIT", default_value_t = OffsetUnit::Bytes)]
    pub offsets: OffsetUnit,
    /// What a line that cannot be used does to the exit code; either way, it is answered in its place
    #[arg(long, value_enum, value_name = "WHAT", default_value_t = OnError::Fail, requires = "jsonl")]
    pub on_error: OnError,
    /// The file name to assume for standard input; it decides the format and the configuration
    #[arg(long, value_name = "PATH", conflicts_with = "jsonl")]
    pub stdin_filename: Option<PathBuf>,
    /// Options of every reading of drafts.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// What a line that cannot be used does to the exit code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum OnError {
    /// Exit code 1 at the end
    #[default]
    Fail,
    /// Exit code 0 even so
    Skip,
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
    /// A table with a row for each quotation: speaker, words, cue, source, status, place
    Quotes,
    /// A table with a row for each person, organization and place of a document
    Actors,
    /// A table with a row for each event
    Events,
    /// A table with a row for each time expression
    Times,
    /// A table with a row for each finding
    Findings,
    /// An outline as indented text: the main event and its parts, then the other events
    Outline,
    /// What happened on which day, as one Markdown table for all drafts
    Timeline,
    /// The timeline as CSV, for spreadsheets
    TimelineCsv,
    /// The timeline as JSON
    TimelineJson,
    /// A news item for publishing systems (ninjs 2.1): headline, text, who is named
    Ninjs,
    /// A NewsArticle of schema.org as JSON-LD: the same, and the quotations whose speaker is sure
    JsonLd,
    /// An Article of ActivityStreams 2.0: headline, text as HTML, who is named as its tags
    #[value(name = "activitystreams")]
    ActivityStreams,
}
