//! The arguments of `copydesk diff`. They are checked here and acted on elsewhere.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use crate::cli::args::reading::ReadingArgs;

/// Show what a new version of a draft adds, removes and changes: quotations, names, titles, figures, dates, findings
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  copydesk diff old.md new.md
  copydesk diff HEAD:story.md story.md            What changed since the last commit
  copydesk diff v1:news/story.md main:news/story.md
  copydesk diff --format markdown HEAD:story.md story.md > advisory.md

Text that was only moved does not count as changed. docs/diff.md says what is compared, and how.

Exit codes:
  0  no changes
  1  changes
  2  a problem with the command, the configuration, a file or git")]
pub struct DiffArgs {
    /// The old version: a file, or REV:PATH for a file in a revision that git knows; `-` is standard input
    #[arg(value_name = "OLD")]
    pub old: PathBuf,
    /// The new version, given in the same way
    #[arg(value_name = "NEW")]
    pub new: PathBuf,
    /// Output format
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    pub format: DiffFormat,
    /// Options of every reading of drafts.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// Formats of `diff`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum DiffFormat {
    /// A list for a terminal, by topic
    #[default]
    Text,
    /// An advisory: a sentence for each change
    Markdown,
    /// An object with the places in both versions
    Json,
}
