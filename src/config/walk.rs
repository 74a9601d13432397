//! The files below a folder, but for those that are hidden or left out by ignore files. It reads folders and ignore files, never
//! drafts, and follows no link but the one that the folder itself may be.

use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::config::ignored::IgnoreFiles;

/// What is below a folder.
#[derive(Debug, Default)]
pub struct FilesBelow {
    /// The files, by name, each path beginning as that of the folder does.
    pub files: Vec<PathBuf>,
    /// What could not be read.
    pub unread: Vec<(PathBuf, io::Error)>,
}

/// The files below a folder that are `wanted` by their names; of a file, itself. A `.gitignore` is meant also where the folder was
/// exported without its repository; what one user ignores everywhere must not change the outcome for the others, and is not read.
pub fn files_below(folder: &Path, ignored: &mut IgnoreFiles, wanted: impl Fn(&Path) -> bool) -> FilesBelow {
    let root = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let is_kept = |entry: &DirEntry| {
        let is_folder = entry.file_type().is_dir();
        if entry.depth() == 0 || !is_folder && !wanted(entry.path()) {
            return entry.depth() == 0;
        }
        let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let left_out = ignored.verdict(&root.join(below), is_folder);
        entry.file_name() != ".git" && !left_out.unwrap_or_else(|| is_hidden(entry))
    };
    let mut below = FilesBelow::default();
    for entry in WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(is_kept)
    {
        match entry {
            Ok(entry) if entry.file_type().is_file() && wanted(entry.path()) => below.files.push(entry.into_path()),
            Ok(_) => {}
            Err(error) => {
                let path = error.path().unwrap_or(folder).to_owned();
                let error = error.into_io_error();
                below
                    .unread
                    .push((path, error.unwrap_or_else(|| io::ErrorKind::Other.into())));
            }
        }
    }
    below
}

#[cfg(not(windows))]
fn is_hidden(entry: &DirEntry) -> bool {
    has_hidden_name(entry)
}

#[cfg(windows)]
fn is_hidden(entry: &DirEntry) -> bool {
    use std::os::windows::fs::MetadataExt;
    const HIDDEN: u32 = 2;
    let attributes = entry.metadata().map_or(0, |metadata| metadata.file_attributes());
    has_hidden_name(entry) || attributes & HIDDEN != 0
}

fn has_hidden_name(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}
