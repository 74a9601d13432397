//! The actor files of the open drafts: each is read once for all of them, again when it changes, and the last good one
//! stays in force while the file is bad. It is used on the threads that analyze, never by a handler.

use std::collections::HashMap;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use crate::analysis::register::Register;
use crate::config::{self, Problem};

/// An actor file as it was when a draft was last configured: equal as long as the file was not changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    path: PathBuf,
    stamp: Option<Stamp>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    modified: Option<SystemTime>,
    length: u64,
    /// Distinguishes a file that was replaced in one step from the one before it.
    file: u64,
}

impl Version {
    /// The file as it is now.
    pub fn of(path: PathBuf) -> Self {
        let stamp = path.metadata().ok().map(|metadata| Stamp {
            modified: metadata.modified().ok(),
            length: metadata.len(),
            file: file_number(&metadata),
        });
        Self { path, stamp }
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

#[cfg(unix)]
fn file_number(metadata: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn file_number(_: &Metadata) -> u64 {
    0
}

/// What there is to report about a file that was just read.
#[derive(Clone, Debug)]
pub struct FileReport {
    /// The file.
    pub path: PathBuf,
    /// What is wrong with it; may be empty.
    pub problems: Vec<Problem>,
    /// For the log, where the file cannot be used.
    pub error: Option<String>,
}

/// The actor files that were read.
#[derive(Debug, Default)]
pub struct ActorFiles {
    files: Mutex<HashMap<PathBuf, Arc<Mutex<Slot>>>>,
}

#[derive(Debug, Default)]
struct Slot {
    read: Option<Version>,
    good: Option<Arc<Register>>,
    had_problems: bool,
}

impl ActorFiles {
    /// The register of a version of a file, and what there is to report about it, once for each version that is read.
    /// Reads the file where this version was not read yet; of drafts that ask at the same time, one reads and the
    /// others wait.
    pub fn get(&self, version: &Version) -> (Option<Arc<Register>>, Option<FileReport>) {
        let slot = {
            let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(files.entry(version.path.clone()).or_default())
        };
        let mut slot = slot.lock().unwrap_or_else(PoisonError::into_inner);
        if slot.read.as_ref() == Some(version) {
            return (slot.good.clone(), None);
        }
        slot.read = Some(version.clone());
        let report = slot.take_in(&version.path);
        // A file that was and is in order is not talked about.
        let is_news = slot.had_problems || !report.problems.is_empty() || report.error.is_some();
        slot.had_problems = !report.problems.is_empty();
        (slot.good.clone(), is_news.then_some(report))
    }
}

impl Slot {
    fn take_in(&mut self, path: &Path) -> FileReport {
        let fate = if self.good.is_some() {
            "the version before it stays in force"
        } else {
            "drafts are read without it"
        };
        let report = |problems, error: Option<String>| FileReport {
            path: path.to_owned(),
            problems,
            error: error.map(|error| format!("{error}; {fate}")),
        };
        match config::load_actors(path) {
            Ok(file) => {
                let error = file
                    .first_error()
                    .map(|problem| format!("{}:{}: {}", path.display(), problem.line, problem.message));
                if error.is_none() {
                    self.good = Some(Arc::new(file.register));
                }
                report(file.problems, error)
            }
            Err(error) => report(Vec::new(), Some(error.to_string())),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_last_good_file_stays_in_force() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("actors.toml");
        let files = ActorFiles::default();
        let read = |text: &[u8]| {
            fs::write(&path, text).unwrap();
            let (register, report) = files.get(&Version::of(path.clone()));
            let names = register.map_or(0, |register| register.entries().len());
            (names, report.map(|report| (report.problems.len(), report.error)))
        };
        assert_eq!(read(b"[[actor]]\nname = \"Rosa Weil\"\nkind = \"person\"\n"), (1, None));
        let (names, report) = read(b"[[actor]]\nname = \"Rosa Weil\"\n");
        let (problems, error) = report.unwrap();
        assert_eq!((names, problems), (1, 1));
        let error = error.unwrap();
        assert!(error.ends_with("the version before it stays in force"), "{error}");
        // Mended: the problems are taken back.
        let (names, report) = read(b"[[actor]]\nname = \"Rosa Weil\"\nkind = \"person\"\n\n");
        assert_eq!((names, report), (1, Some((0, None))));
    }

    #[test]
    fn a_version_is_read_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("actors.toml");
        fs::write(&path, "[[actor]]\nkind = 3\n").unwrap();
        let files = ActorFiles::default();
        let version = Version::of(path);
        assert!(files.get(&version).1.is_some());
        assert!(files.get(&version).1.is_none());
    }
}
