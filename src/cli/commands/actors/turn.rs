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

/// Elsewhere a lock would keep this program itself from reading the file and from replacing it: another file stands for it.
#[cfg(not(unix))]
pub fn await_turn(path: &Path) -> Result<Option<File>, CliError> {
    Ok(path.is_file().then(|| stand_in(path)).flatten())
}

/// The turn of a file by an empty one in the folder for temporary files, which is named for the path of the file. Nothing is lost where
/// there can be none: then only what changed meanwhile is seen.
#[cfg(any(not(unix), test))]
fn stand_in(path: &Path) -> Option<File> {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut of_path = DefaultHasher::new();
    path.canonicalize().ok()?.hash(&mut of_path);
    let name = format!("copydesk-{:016x}.lock", of_path.finish());
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(std::env::temp_dir().join(name));
    file.ok().filter(|file| file.lock().is_ok())
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::thread;
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_stand_in_is_one_turn_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("actors.toml");
        std::fs::write(&path, "").unwrap();
        let turn = stand_in(&path).unwrap();
        let (done, next) = mpsc::channel();
        let other = thread::spawn(move || {
            let turn = stand_in(&path);
            done.send(turn.is_some()).unwrap();
        });
        assert!(next.recv_timeout(Duration::from_millis(50)).is_err());
        drop(turn);
        assert!(next.recv_timeout(Duration::from_secs(10)).unwrap());
        other.join().unwrap();
    }
}
