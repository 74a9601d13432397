//! What is printed, one file per format. What is serialized is declared here and nowhere else.

pub mod actors;
pub mod conllu;
pub mod diff;
mod excerpt;
pub mod extract;
pub mod lines;
pub mod lint;
pub mod lint_json;
pub mod lint_text;
pub mod rules;

use std::path::Path;

use crate::cli::error::CliError;

/// Prints an error for a person, on standard error.
pub fn report_error(error: &CliError) {
    let style = clap::builder::styling::AnsiColor::Red.on_default().bold();
    anstream::eprintln!("{style}error{style:#}: {}", printable(&error.to_string()));
}

/// Prints a warning that stops nothing, on standard error.
pub fn warn(message: &str) {
    let style = clap::builder::styling::AnsiColor::Yellow.on_default().bold();
    anstream::eprintln!("{style}warning{style:#}: {}", printable(message));
}

/// Warns of a folder without drafts, which is more often a slip than a wish.
pub fn warn_of_empty(folder: &Path) {
    warn(&format!(
        "{}: no drafts in this folder (.txt, .md, .markdown, .mdx, .html, .htm, .aml)",
        folder.display()
    ));
}

/// Prints what `--verbose` asks for, on standard error.
pub fn note(message: &str) {
    anstream::eprintln!("{}", printable(message));
}

/// The text without the control characters that could move a terminal's cursor or recolor it.
pub fn printable(text: &str) -> String {
    annotate_snippets::normalize_untrusted_str(text)
}
