//! What can go wrong at the command line. Each message says which file it is about and what to do next.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

/// A failure that the user can do something about.
#[derive(Debug, Error)]
pub enum CliError {
    /// The arguments contradict each other or name something that does not exist.
    #[error("{0}")]
    Usage(String),
    /// A path that is not there.
    #[error("{}: no such file or folder; check the spelling, or run the command from another folder", path.display())]
    NotFound {
        /// The path as it was given.
        path: PathBuf,
    },
    /// A file that could not be read.
    #[error("{}: cannot be read: {source}; check the file's permissions", path.display())]
    Read {
        /// The path as it was given.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A draft without notes.
    #[error("{}: no notes to compare with; name them with `--notes`, or save them beside the draft (story.notes.md, or in a folder notes)", path.display())]
    NoNotes {
        /// The draft as it was given.
        path: PathBuf,
    },
    /// A pipe, a device or a socket.
    #[error("{}: is not a file; to check what a program prints, use `-`", path.display())]
    NotAFile {
        /// The path as it was given.
        path: PathBuf,
    },
    /// A folder, or something below it, that could not be read.
    #[error("{}: cannot be read: {source}; check the permissions", path.display())]
    Walk {
        /// What could not be read.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A draft that a program names, over a link that leads elsewhere.
    #[error("{}: a link leads out of {}, and was not followed; name the draft that it leads to, if you mean that one", path.display(), root.display())]
    LeadsOut {
        /// The path as it was given.
        path: PathBuf,
        /// The folder that it should stay in.
        root: PathBuf,
    },
    /// A file that could not be written.
    #[error("{}: cannot be written: {source}; the file was not changed", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A draft that no diff can be made of.
    #[error("{}: has lines that end with a carriage return alone, which `patch` and `git apply` do not know; use `--fix`, or save it with line feeds", path.display())]
    LoneReturns {
        /// The file.
        path: PathBuf,
    },
    /// A file that changed between reading and writing.
    #[error("{}: the file changed while copydesk was reading it, so nothing was written; run the command again", path.display())]
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// A file that is not text.
    #[error("{}: looks like a binary file (a NUL byte at byte {offset}); give copydesk text, or exclude the file", path.display())]
    Binary {
        /// The path as it was given.
        path: PathBuf,
        /// Where the first NUL byte is.
        offset: usize,
    },
    /// A text that is not UTF-8.
    #[error("{}: not valid UTF-8 at byte {offset}; save the file as UTF-8 (`iconv -f WINDOWS-1252 -t UTF-8` often does it)", path.display())]
    NotUtf8 {
        /// The path as it was given.
        path: PathBuf,
        /// The first byte that is not UTF-8.
        offset: usize,
    },
    /// A text in UTF-16.
    #[error("{}: is encoded as UTF-16; save the file as UTF-8 (`iconv -f UTF-16 -t UTF-8`)", path.display())]
    Utf16 {
        /// The path as it was given.
        path: PathBuf,
    },
    /// A draft above the size limit.
    #[error("{}: {size} is above the limit of {limit} bytes for one draft; split it, exclude it, or raise the limit with `--max-size`", path.display())]
    TooLarge {
        /// The path as it was given.
        path: PathBuf,
        /// The size in words ("52428800 bytes").
        size: String,
        /// The limit in bytes.
        limit: u64,
    },
    /// A configuration file that cannot be used.
    #[error(transparent)]
    Config(#[from] crate::config::ConfigError),
    /// A baseline that cannot be used.
    #[error("{}: not a baseline: {message}; write a new one with `--write-baseline`", path.display())]
    Baseline {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        message: String,
    },
    /// Git could not say what changed, or what was there before.
    #[error(transparent)]
    Git(#[from] crate::history::HistoryError),
    /// The diff on standard input cannot be read.
    #[error("the diff cannot be read: {0}; give `--changed-lines` what `git diff` prints")]
    Diff(String),
    /// The embedded weights do not fit the program.
    #[error("this copy of copydesk is damaged: {0}; reinstall it")]
    Model(String),
    /// The analysis panicked.
    #[error("{}: copydesk failed on this draft; that is a bug in copydesk, so please report it", path.display())]
    Internal {
        /// The path as it was given.
        path: PathBuf,
    },
    /// Standard input could not be read.
    #[error("standard input cannot be read: {0}")]
    Stdin(io::Error),
    /// A temporary file could not be written or read.
    #[error("temporary files cannot be used: {0}; name a folder with more room in the variable TMPDIR")]
    Temporary(io::Error),
    /// Standard output could not be written.
    #[error("standard output cannot be written: {0}")]
    Stdout(io::Error),
    /// Whoever read standard output stopped reading.
    #[error("standard output was closed")]
    OutputClosed,
}

impl CliError {
    /// The draft or other file that it is about.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::NotFound { path }
            | Self::NotAFile { path }
            | Self::NoNotes { path }
            | Self::Walk { path, .. }
            | Self::LeadsOut { path, .. }
            | Self::Read { path, .. }
            | Self::Write { path, .. }
            | Self::Changed { path }
            | Self::LoneReturns { path }
            | Self::Binary { path, .. }
            | Self::NotUtf8 { path, .. }
            | Self::Utf16 { path }
            | Self::TooLarge { path, .. }
            | Self::Baseline { path, .. }
            | Self::Internal { path } => Some(path),
            Self::Usage(_)
            | Self::Config(_)
            | Self::Git(_)
            | Self::Diff(_)
            | Self::Model(_)
            | Self::Stdin(_)
            | Self::Temporary(_)
            | Self::Stdout(_)
            | Self::OutputClosed => None,
        }
    }

    /// The error of a write to standard output.
    pub fn output(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::OutputClosed
        } else {
            Self::Stdout(error)
        }
    }
}
