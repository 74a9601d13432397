//! The exit codes of the program. Nothing else in the program chooses a number.

use std::process::ExitCode;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Nothing at or above the failing level.
    Clean = 0,
    /// Findings at or above the failing level; for `diff`, differences; for `extract --jsonl`, lines that could not be used.
    Findings = 1,
    /// Usage, configuration or input and output went wrong.
    Failure = 2,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit as u8)
    }
}
