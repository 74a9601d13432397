//! The arguments of `copydesk verify`. They are checked here and acted on elsewhere.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use crate::cli::args::reading::ReadingArgs;

/// Compare the quotations of drafts with notes and transcripts
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  copydesk verify story.md                         With the notes next to it: story.notes.md, notes/
  copydesk verify story.md --notes interview.srt   With these
  copydesk verify story.md --notes calls/ --notes speech.txt
  copydesk verify story.md --format json

Notes are plain text, Markdown, SubRip (.srt) and WebVTT (.vtt). Without --notes, copydesk reads story.notes.md \
(.txt, .srt, .vtt), the folder notes/, and what the front matter or copydesk.toml names as `notes`. \
docs/notes.md says what counts as said.

Verdicts:
  exact          the notes have these words, letter for letter
  folded         only spaces, punctuation, capitals, ellipses, “um” and the like differ
  near           words differ; they are shown as [written → said]
  other-speaker  in the notes, somebody else says these words
  absent         the words are not in the notes
  too-short      too few words to search for

Exit codes:
  0  every quotation is exact, folded or too short, or differs only in small words
  1  some are not
  2  there are no notes, some cannot be read, or a problem with the command or a draft")]
pub struct VerifyArgs {
    /// Drafts and folders
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
    /// Notes, or a folder of them; can be given several times. Then only these are read
    #[arg(long, value_name = "PATH")]
    pub notes: Vec<PathBuf>,
    /// Output format
    #[arg(long, value_enum, default_value_t = VerifyFormat::Text)]
    pub format: VerifyFormat,
    /// Options of every reading of drafts.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// Formats of `verify`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum VerifyFormat {
    Text,
    Json,
}
