//! The arguments of `copydesk actors merge`. They are checked here and acted on elsewhere.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use crate::cli::args::extract::OnError;

/// Identify the people of an archive: which actors of its documents are one person, left open if it is not sure
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  copydesk extract --jsonl --fields quotes,actors < archive.jsonl > facts.jsonl
  copydesk actors merge facts.jsonl > people.jsonl
  copydesk actors merge 2030.jsonl 2031.jsonl --links who.jsonl > people.jsonl
  copydesk actors merge --as csv --links who.csv < facts.jsonl > people.csv

Reads what `copydesk extract --jsonl` wrote, and prints a table of people. --links FILE has a row for each \
person of each document, which connects them to the tables of `copydesk extract`: the document, the id of the \
actor there, and the id of the person, or the reason why there is none.

The order of the input makes no difference. Entries of actors.toml take precedence. docs/people.md describes \
the tables and how reliable they are.

Exit codes:
  0  every line was used; with --on-error skip, even if some could not be
  1  some lines could not be used
  2  a problem with the command or a file")]
pub struct MergeArgs {
    /// Files that `copydesk extract --jsonl` wrote; standard input by default, and for `-`
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Write to this file who each person of each document is
    #[arg(long, value_name = "FILE")]
    pub links: Option<PathBuf>,
    /// The file format of both tables
    #[arg(long = "as", value_enum, value_name = "FILE_FORMAT", default_value_t = PeopleFormat::Jsonl)]
    pub format: PeopleFormat,
    /// The actors.toml to use; by default, the one for this folder, if there is one
    #[arg(long, value_name = "FILE")]
    pub actors: Option<PathBuf>,
    /// Use no actors.toml but the one given with --actors
    #[arg(long)]
    pub isolated: bool,
    /// What a line that cannot be used does to the exit code
    #[arg(long, value_enum, value_name = "WHAT", default_value_t = OnError::Fail)]
    pub on_error: OnError,
}

/// How the tables of `actors merge` are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum PeopleFormat {
    /// One object per row
    #[default]
    Jsonl,
    /// For spreadsheets; no cell can be a formula
    Csv,
}
