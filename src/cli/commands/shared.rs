//! What several commands need: the model, threads, and printing a result. It knows no command.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::cli::error::CliError;
use crate::cli::output::warn;
use crate::engine::Snapshot;
use crate::language::{Model, embedded, try_embedded};

/// The model that every command analyses with.
pub fn model() -> &'static dyn Model {
    embedded()
}

/// Fails where the weights that were built in do not fit the program: findings without them would be guesses.
pub fn check_model() -> Result<(), CliError> {
    try_embedded()
        .map(|_| ())
        .map_err(|error| CliError::Model(error.to_string()))
}

/// The lines at which paragraphs begin that are too long to be prose, and have no facts.
pub fn unread_lines(snapshot: &Snapshot) -> Vec<usize> {
    let blocks = snapshot
        .unread
        .iter()
        .filter_map(|index| snapshot.markup.blocks.get(*index));
    let before = blocks.map(|block| snapshot.text.get(..block.span.start).unwrap_or(""));
    before
        .map(|before| before.bytes().filter(|byte| *byte == b'\n').count() + 1)
        .collect()
}

/// Says that paragraphs were not read, so that nobody takes them for read.
pub fn warn_of_unread(path: &Path, lines: &[usize]) {
    for line in lines {
        warn(&format!(
            "{}:{line}: this paragraph is too long to be prose and was not read",
            path.display()
        ));
    }
}

/// Prints a result on standard output.
pub fn print(text: &str) -> Result<(), CliError> {
    let mut out = anstream::stdout().lock();
    out.write_all(text.as_bytes())
        .and_then(|()| out.flush())
        .map_err(CliError::output)
}

/// Deeply nested markup is read with recursion by some parsers, and 2 MB, the default, is soon used up.
pub const STACK_SIZE: usize = 8 * 1024 * 1024;

/// How many drafts are worked on at a time: more than there are processor cores would only take memory.
pub fn jobs(wanted: Option<std::num::NonZeroUsize>) -> usize {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get);
    wanted.map_or(cores, |wanted| wanted.get().min(cores))
}

/// Threads for `drafts` drafts, `wanted` at most.
pub fn workers(wanted: Option<std::num::NonZeroUsize>, drafts: usize) -> Result<rayon::ThreadPool, CliError> {
    rayon::ThreadPoolBuilder::new()
        .num_threads(jobs(wanted).min(drafts).max(1))
        .stack_size(STACK_SIZE)
        .build()
        .map_err(|error| {
            CliError::Usage(format!(
                "could not start threads ({error}); ask for fewer with `--jobs`"
            ))
        })
}

/// The folder with the pages of the rules: next to the program, where packages put documents, or in the checkout that
/// the program was built in.
pub fn rule_pages() -> Option<PathBuf> {
    let program = std::env::current_exe()
        .and_then(|program| program.canonicalize())
        .ok()?;
    let folder = program.parent()?;
    ["rules", "../share/doc/copydesk/rules", "../../docs/rules"]
        .iter()
        .filter_map(|place| folder.join(place).canonicalize().ok())
        .find(|place| place.join("doubled-word.md").is_file())
}
