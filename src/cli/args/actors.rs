//! The arguments of `copydesk actors`. They are checked here and acted on elsewhere.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand, ValueEnum};

use crate::cli::args::reading::ReadingArgs;

/// Work with the newsroom's actor file: who is who, how names are spelled, who bears which title
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  copydesk actors list                       Who is in the actor file of this folder
  copydesk actors check desk/actors.toml     Say what is wrong with it
  copydesk actors import people.csv --diff   Show what a table would add, and change nothing
  copydesk actors missing stories/           Who is in the drafts but not in the file

The actor file is the one that copydesk.toml names with `actors`, or the nearest actors.toml upward.
docs/actors.md describes it.")]
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
    Missing(MissingArgs),
}

/// List the entries of the actor file
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  copydesk actors list
  copydesk actors list --file desk/actors.toml --format json")]
pub struct ListArgs {
    /// The actor file; by default the one for drafts in this folder
    #[arg(long, value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// How to print the entries
    #[arg(long, value_enum, default_value_t = ActorsFormat::Text)]
    pub format: ActorsFormat,
}

/// Check the actor file: names claimed twice, wrong dates, unknown keys
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  copydesk actors check
  copydesk actors check desk/actors.toml --format json

Exit codes: 0 nothing is wrong, 1 mistakes or warnings, 2 the file cannot be read.")]
pub struct CheckArgs {
    /// The actor file; by default the one for drafts in this folder
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// How to print what is wrong
    #[arg(long, value_enum, default_value_t = ActorsFormat::Text)]
    pub format: ActorsFormat,
}

/// Add the rows of a table to the actor file
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  copydesk actors import people.csv                          Into the actor file of this folder
  copydesk actors import people.csv --file desk/actors.toml  Into this one, which is made where it is missing
  copydesk actors import people.csv --diff                   Show the change and make none
  copydesk actors import - < people.csv

The first row names the columns: name, and of id, kind, aliases, misspellings, title, valid-from, valid-until,
pronouns, affiliation, note, link those there are. Several names in a cell are parted by `|` or `;`; days are
YYYY-MM-DD. A row whose id or name the file has adds to that entry; what the file says already is never changed,
and its comments stay. Nothing is written where a row has a mistake.")]
pub struct ImportArgs {
    /// The table; `-` is standard input
    #[arg(value_name = "CSV")]
    pub table: PathBuf,
    /// The actor file; by default the one for drafts in this folder, or a new actors.toml here
    #[arg(long, value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Show the change as a unified diff, and make none
    #[arg(long)]
    pub diff: bool,
}

/// List whom drafts name that is not in the actor file
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  copydesk actors missing story.md
  copydesk actors missing stories/ --kind person
  copydesk actors missing stories/ --format toml    Entries to be completed and put into the file

Exit codes: 0 nobody is missing, 1 somebody is, 2 usage, configuration or I/O error.")]
pub struct MissingArgs {
    /// Drafts and folders; `-` is standard input
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
    /// List actors of these kinds only
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_enum, default_values_t = [Kind::Person, Kind::Organization])]
    pub kind: Vec<Kind>,
    /// How to print them
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
