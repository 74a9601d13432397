//! Why git could not say something. Each message says what to do next.

use thiserror::Error;

/// A question that git did not answer.
#[derive(Debug, Error)]
pub enum HistoryError {
    /// Git is not there, or cannot be started.
    #[error("git cannot be run: {0}; install it, or add it to PATH")]
    NoGit(std::io::Error),
    /// Git ended with an error.
    #[error("git failed: {0}")]
    Failed(String),
    /// There is no repository.
    #[error("“{0}” is not in a git repository, so there is no earlier version to compare with")]
    NoRepository(String),
    /// There is no such revision.
    #[error("git knows no revision “{0}” here; in CI, fetch enough of the history (`git fetch --unshallow`)")]
    UnknownRevision(String),
    /// Two histories do not meet.
    #[error("“{0}” and HEAD have no common history here; in CI, fetch enough of it (`git fetch --unshallow`)")]
    NoCommonHistory(String),
    /// A revision does not have the file.
    #[error("“{revision}” has no file “{path}”; `git ls-tree -r --name-only {revision}` lists those that it has")]
    NoFile {
        /// The revision.
        revision: String,
        /// The file.
        path: String,
    },
    /// A name of a revision is that of something else than a file.
    #[error("“{path}” in “{revision}” is no file; name a file in it, such as `{revision}:{path}/story.md`")]
    NotAFile {
        /// The revision.
        revision: String,
        /// The name.
        path: String,
    },
    /// A name means one file from the top of the repository and another one from here.
    #[error(
        "“{revision}” has two files “{path}”, at the top of the repository and in this folder; write `{revision}:./{path}` for the second, or run the command at the top"
    )]
    TwoFiles {
        /// The revision.
        revision: String,
        /// The name.
        path: String,
    },
    /// A file of a revision is above the size limit.
    #[error("“{path}” in “{revision}” has {size} bytes, more than the limit of {limit} bytes for one draft")]
    TooLarge {
        /// The revision.
        revision: String,
        /// The file.
        path: String,
        /// Its size in bytes.
        size: u64,
        /// The limit in bytes.
        limit: u64,
    },
}
