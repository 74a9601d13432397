//! The arguments of `copydesk actors`. They are checked here and acted on elsewhere.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand, ValueEnum};

use crate::cli::args::merge::MergeArgs;
use crate::cli::args::reading::ReadingArgs;

/// Work with actors.toml, the newsroom's list of people and organizations: names, spellings, titles
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  copydesk actors list                       List who is in this folder's actors.toml
  copydesk actors check desk/actors.toml     Check a file for mistakes
  copydesk actors import people.csv --diff   Show what a table would add, without adding it
  copydesk actors missing stories/           List who is in the drafts but not in actors.toml
  copydesk actors merge facts.jsonl          Identify people across an archive

copydesk reads the file that copydesk.toml names as `actors`, or else the nearest actors.toml in \
this folder or above it. docs/actors.md describes the file.")]
pub struct ActorsArgs {
    /// What to do.
    #[command(subcommand)]
    pub command: ActorsCommand,
}

/// The subcommands of `actors`.
#[derive(Debug, Subcommand)]
#[allow(missing_docs, reason = "each variant's arguments carry the description")]
pub enum ActorsCommand {
    List(ListArgs),
    Check(CheckArgs),
    Import(ImportArgs),
    Merge(MergeArgs),
    Missing(MissingArgs),
}

/// List the people and organizations in actors.toml
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  copydesk actors list
  copydesk actors list --file desk/actors.toml --format json")]
pub struct ListArgs {
    /// The file to read; by default, the actors.toml for drafts in this folder
    #[arg(long, value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Output format
    #[arg(long, value_enum, default_value_t = ActorsFormat::Text)]
    pub format: ActorsFormat,
}

/// Check actors.toml for names listed twice, wrong dates and unknown keys
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  copydesk actors check
  copydesk actors check desk/actors.toml --format json

Exit codes:
  0  no problems
  1  mistakes or warnings
  2  the file cannot be read")]
pub struct CheckArgs {
    /// The file to read; by default, the actors.toml for drafts in this folder
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Output format
    #[arg(long, value_enum, default_value_t = ActorsFormat::Text)]
    pub format: ActorsFormat,
}

/// Add the rows of a table (CSV) to actors.toml
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  copydesk actors import people.csv                          Into this folder's actors.toml
  copydesk actors import people.csv --file desk/actors.toml  Into this file (created if needed)
  copydesk actors import people.csv --diff                   Show the change without making it
  copydesk actors import - < people.csv

The first row names the columns: name, and any of id, kind, aliases, misspellings, title, valid-from, \
valid-until, pronouns, affiliation, note, link. Separate several names in a cell with `|` or `;`. Write \
dates as YYYY-MM-DD.

A row whose id or name is in the file adds to that entry. What the file already says is never changed, \
and its comments are kept. If any row has a mistake, nothing is written.")]
pub struct ImportArgs {
    /// The table; `-` is standard input
    #[arg(value_name = "CSV")]
    pub table: PathBuf,
    /// The file to add to; by default, the actors.toml for drafts in this folder, or a new one here
    #[arg(long, value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Show the change as a unified diff without making it
    #[arg(long)]
    pub diff: bool,
}

/// List the people and organizations in drafts that are not in actors.toml
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  copydesk actors missing story.md
  copydesk actors missing stories/ --kind person
  copydesk actors missing stories/ --format toml    Entries to complete and add to the file

Exit codes:
  0  nobody is missing
  1  somebody is missing
  2  a problem with the command, the configuration or a file")]
pub struct MissingArgs {
    /// Drafts and folders; `-` is standard input
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
    /// List only these kinds
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_enum, default_values_t = [Kind::Person, Kind::Organization])]
    pub kind: Vec<Kind>,
    /// Output format
    #[arg(long, value_enum, default_value_t = MissingFormat::Text)]
    pub format: MissingFormat,
    /// Options of every reading of drafts.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// Formats of lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum ActorsFormat {
    Text,
    Json,
}

/// Formats of `actors missing`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum MissingFormat {
    Text,
    Json,
    Toml,
}

/// Kinds of actors in drafts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum Kind {
    Person,
    Organization,
    Place,
    Other,
}
