//! Mistakes in the newsroom's files, `copydesk.toml` and `actors.toml`, as diagnostics of these files. It reads no file.

use tower_lsp::ls_types as lsp;

use crate::config::Problem;
use crate::lsp::proto::diagnostic::SOURCE;

/// What is wrong with a file as its diagnostics, each for the whole of its line.
pub fn problem_diagnostics(problems: &[Problem]) -> Vec<lsp::Diagnostic> {
    problems
        .iter()
        .map(|problem| {
            let line = u32::try_from(problem.line.saturating_sub(1)).unwrap_or(u32::MAX);
            lsp::Diagnostic {
                // Up to the start of the next line: that is the line, however long it is.
                range: lsp::Range::new(
                    lsp::Position::new(line, 0),
                    lsp::Position::new(line.saturating_add(1), 0),
                ),
                severity: Some(match problem.is_error {
                    true => lsp::DiagnosticSeverity::ERROR,
                    false => lsp::DiagnosticSeverity::WARNING,
                }),
                source: Some(SOURCE.to_owned()),
                message: problem.message.clone(),
                ..lsp::Diagnostic::default()
            }
        })
        .collect()
}
