//! The arguments of `copydesk lint`. They are checked here and acted on elsewhere.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use crate::cli::args::reading::ReadingArgs;
use crate::rules::Level;

/// Check drafts and print findings
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  copydesk lint                                  Every draft in this folder and those inside it
  copydesk lint stories/ column.md               A folder and a file
  copydesk lint --fix stories/                   Apply the safe fixes
  copydesk lint --diff stories/                  Show the fixes without making them
  copydesk lint --select doubled-word story.txt  Only one rule
  copydesk lint --format json story.md           Findings as a JSON array
  copydesk lint - --stdin-filename story.md < story.md

Exit codes:
  0  no findings at or above the failing level (--fail-on)
  1  findings
  2  a problem with the command, the configuration or a file")]
pub struct LintArgs {
    /// Files and folders; `-` is standard input. In folders, hidden files and files that git ignores are skipped
    #[arg(value_name = "PATH", default_value = ".")]
    pub paths: Vec<PathBuf>,
    /// Output format
    #[arg(long, value_enum, default_value_t = LintFormat::Text)]
    pub format: LintFormat,
    /// The lowest level that makes the exit code 1
    #[arg(long, value_enum, default_value_t = FailOn::Warning, value_name = "LEVEL")]
    pub fail_on: FailOn,
    /// Run only these rules
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub select: Vec<String>,
    /// Skip these rules
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub ignore: Vec<String>,
    /// Apply the safe fixes to the files; with `-`, print the fixed draft, and the findings on standard error
    #[arg(long, conflicts_with = "diff")]
    pub fix: bool,
    /// Show what `--fix` would change, as a unified diff, without changing anything
    #[arg(long, conflicts_with = "format")]
    pub diff: bool,
    /// The file name to assume for standard input; it decides the format and the configuration
    #[arg(long, value_name = "PATH")]
    pub stdin_filename: Option<PathBuf>,
    /// Options of every reading of drafts.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// Formats of `lint`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum LintFormat {
    Text,
    Json,
}

/// The lowest level that fails a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum FailOn {
    Error,
    Warning,
    Info,
    Hint,
    Never,
}

impl FailOn {
    /// Whether a finding of this level fails the run.
    pub fn is_reached_by(self, level: Level) -> bool {
        match self {
            FailOn::Error => level >= Level::Error,
            FailOn::Warning => level >= Level::Warning,
            FailOn::Info => level >= Level::Info,
            FailOn::Hint => level >= Level::Hint,
            FailOn::Never => false,
        }
    }
}
