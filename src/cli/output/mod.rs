//! What is printed, one file per format. What is serialized is declared here and nowhere else.

pub mod actors;
pub mod conllu;
pub mod diff;
pub mod lines;
pub mod lint;
pub mod people;
pub mod rules;
pub mod stretch;
pub mod verify;

pub use crate::render::{printable, printable_lines};

use std::io::Write;
use std::path::Path;

use crate::cli::error::CliError;

/// Prints an error for a person, on standard error.
pub fn report_error(error: &CliError) {
    report(&error.to_string());
}

/// The same for what went wrong in words.
pub fn report(message: &str) {
    let style = clap::builder::styling::AnsiColor::Red.on_default().bold();
    say(&format!("{style}error{style:#}: {}", printable(message)));
}

/// Prints a warning that stops nothing, on standard error.
pub fn warn(message: &str) {
    let style = clap::builder::styling::AnsiColor::Yellow.on_default().bold();
    say(&format!("{style}warning{style:#}: {}", printable(message)));
}

/// Warns of a folder without drafts, which is more often a slip than a wish.
pub fn warn_of_empty(folder: &Path) {
    warn(&format!(
        "{}: no drafts in this folder (.txt, .md, .markdown, .mdx, .qmd, .html, .htm, .aml, .archieml)",
        folder.display()
    ));
}

/// Prints what `--verbose` asks for, on standard error.
pub fn note(message: &str) {
    say(&printable(message));
}

/// A line on standard error. If that is closed or full, there is nowhere left to say so.
fn say(line: &str) {
    let _ = writeln!(anstream::stderr(), "{line}");
}
