//! What is wrong with a configuration file, with the line and the next step. It prints nothing.

use std::io::{self, ErrorKind};
use std::path::PathBuf;

use thiserror::Error;

/// A configuration file that cannot be used.
#[derive(Debug, Error)]
pub enum ConfigError {
    /// The file could not be read.
    #[error("{}: the configuration cannot be read: {source}{}", path.display(), next_step(source))]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The actor file could not be read.
    #[error("{}: cannot be read: {source}{}", path.display(), next_step(source))]
    Actors {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file, or the actor file, is a link that leads elsewhere.
    #[error("{0}")]
    Outside(String),
    /// The file is not TOML, or a value is not what its key needs.
    #[error("{}:{}: {}", path.display(), problem.line, problem.message)]
    Invalid {
        /// The file.
        path: PathBuf,
        /// The first mistake in it.
        problem: Problem,
    },
}

/// What to do about a file that the system does not give; other errors say it themselves.
fn next_step(error: &io::Error) -> &'static str {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::PermissionDenied | ErrorKind::IsADirectory => {
            "; check the path and its permissions"
        }
        _ => "",
    }
}

/// One remark on a configuration file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// The key it is about, dotted ("rules.doubled-word"); empty if the file is not TOML.
    pub key: String,
    /// What is wrong and what to write instead.
    pub message: String,
    /// Whether the setting is lost: a wrong value is an error, an unknown key is not.
    pub is_error: bool,
}

impl Problem {
    pub(super) fn new(line: usize, key: &str, message: String, is_error: bool) -> Self {
        Self {
            line,
            key: key.to_owned(),
            message,
            is_error,
        }
    }
}

/// “; did you mean …?” for a name that is close to one of `known`, else nothing.
#[must_use]
pub fn suggestion<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    known
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(name, candidate), candidate))
        .filter(|(likeness, _)| *likeness > 0.8)
        // Of equally close names the first one wins, whatever the order of floating point ties.
        .fold(None, |best: Option<(f64, &str)>, next| match best {
            Some(best) if best.0 >= next.0 => Some(best),
            _ => Some(next),
        })
        .map_or_else(String::new, |(_, candidate)| format!("; did you mean “{candidate}”?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn close_names_are_suggested() {
        let known = ["doubled-word", "unclosed-quote"];
        assert_eq!(suggestion("double-word", known), "; did you mean “doubled-word”?");
        assert_eq!(suggestion("spelling", known), "");
    }
}
