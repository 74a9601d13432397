//! One writer of a file at a time, among the runs of this program. It changes no file, and other programs need not know of it.

use std::fs::File;
use std::path::Path;

use crate::cli::error::CliError;

/// Waits until no other run writes a file. The turn ends with what is returned; there is none for a file that is not there, or where
/// the file system has no locks: then only what changed meanwhile is seen.
#[cfg(unix)]
pub fn await_turn(path: &Path) -> Result<Option<File>, CliError> {
    use std::os::unix::fs::MetadataExt;
    loop {
        if !path.is_file() {
            return Ok(None);
        }
        let failed = |source| CliError::Read {
            path: path.to_owned(),
            source,
        };
        let file = File::open(path).map_err(failed)?;
        if file.lock().is_err() {
            return Ok(None);
        }
        let locked = file.metadata().map_err(failed)?;
        // Whoever had the turn before replaced the file: it is another one now.
        let is_still_there = path
            .metadata()
            .is_ok_and(|now| (now.dev(), now.ino()) == (locked.dev(), locked.ino()));
        if is_still_there {
            return Ok(Some(file));
        }
    }
}

/// Elsewhere a lock would keep this program itself from reading the file.
#[cfg(not(unix))]
pub fn await_turn(_: &Path) -> Result<Option<File>, CliError> {
    Ok(None)
}
