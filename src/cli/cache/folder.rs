//! The folder of the cache: private to the user, and bounded. It knows nothing of what the files say.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The most that is kept.
pub const MAX_BYTES: u64 = 64_000_000;
/// The most entries that are kept.
pub const MAX_FILES: usize = 50_000;

/// `$XDG_CACHE_HOME/copydesk`, or what the system has in its place.
pub fn of_user() -> Option<PathBuf> {
    let absolute = |name: &str| {
        std::env::var_os(name)
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
    };
    let caches = absolute("XDG_CACHE_HOME").or_else(|| {
        if cfg!(windows) {
            absolute("LOCALAPPDATA")
        } else if cfg!(target_os = "macos") {
            absolute("HOME").map(|home| home.join("Library/Caches"))
        } else {
            absolute("HOME").map(|home| home.join(".cache"))
        }
    })?;
    Some(caches.join("copydesk").join("lint"))
}

/// Writes a file in one step, for the user alone: drafts are not public yet.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().ok_or(io::ErrorKind::NotFound)?;
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Removes what was used longest ago, down to four fifths of the bounds, where they are passed.
pub fn tidy(folder: &Path, max_bytes: u64, max_files: usize) {
    let shelves = fs::read_dir(folder).into_iter().flatten().flatten();
    let files = shelves.flat_map(|shelf| fs::read_dir(shelf.path()).into_iter().flatten().flatten());
    let mut files: Vec<(SystemTime, u64, PathBuf)> = files
        .filter_map(|file| {
            let metadata = file.metadata().ok()?;
            Some((metadata.modified().ok()?, metadata.len(), file.path()))
        })
        .collect();
    let mut bytes: u64 = files.iter().map(|(_, length, _)| length).sum();
    if bytes <= max_bytes && files.len() <= max_files {
        return;
    }
    files.sort_unstable();
    let mut count = files.len();
    for (_, length, path) in files {
        if bytes <= max_bytes / 5 * 4 && count <= max_files / 5 * 4 {
            break;
        }
        // Another run may have been faster.
        let _ = fs::remove_file(path);
        bytes -= length;
        count -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_used_longest_ago_goes_first() {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..10u64 {
            let path = folder.path().join("ab").join(number.to_string());
            write(&path, &[0; 10]).unwrap();
            let time = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1000 + number);
            fs::File::options()
                .append(true)
                .open(&path)
                .unwrap()
                .set_modified(time)
                .unwrap();
        }
        let left = || fs::read_dir(folder.path().join("ab")).unwrap().count();
        tidy(folder.path(), 100, 10);
        assert_eq!(left(), 10);
        tidy(folder.path(), 100, 9);
        assert_eq!(left(), 4);
        assert!(!folder.path().join("ab/5").exists());
        tidy(folder.path(), 20, 10);
        assert_eq!(left(), 1);
        assert!(folder.path().join("ab/9").exists());
    }
}
