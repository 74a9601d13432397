//! What is printed, one file per format. What is serialised is declared here and nowhere else.

pub mod extract;

use crate::cli::error::CliError;

/// Prints an error for a person, on standard error.
pub fn report_error(error: &CliError) {
    let style = clap::builder::styling::AnsiColor::Red.on_default().bold();
    anstream::eprintln!("{style}error{style:#}: {}", printable(&error.to_string()));
}

/// The text without the control characters that could move a terminal's cursor or recolour it.
pub fn printable(text: &str) -> String {
    annotate_snippets::normalize_untrusted_str(text)
}
