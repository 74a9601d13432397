//! Which drafts the paths on the command line mean. It reads folders, never drafts.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use crate::cli::configuration::resolved;
use crate::cli::error::CliError;
use crate::cli::ignored::{IGNORE_FILE, Ignored};
use crate::cli::input;
use crate::config;

/// A draft to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Its path, as far as possible as the user wrote it; `-` is standard input.
    pub path: PathBuf,
    /// Whether the user named the draft itself rather than a folder above it.
    pub is_explicit: bool,
}

/// The drafts that the paths mean.
#[derive(Debug, Default)]
pub struct Targets {
    /// In the order of the arguments, below a folder by name; each draft once.
    pub drafts: Vec<Target>,
    /// Paths that are not there and folders that could not be read.
    pub errors: Vec<CliError>,
    /// Folders below which no draft is.
    pub empty_folders: Vec<PathBuf>,
}

/// Finds the drafts. Below folders, hidden files and files that git or `.copydeskignore` ignore are passed over, and links
/// are not followed.
pub fn targets(paths: &[PathBuf]) -> Targets {
    targets_and_listed(paths, &[], false)
}

/// The same, and the drafts of a list: of what a program lists, only what is a draft by its name and is not ignored. With
/// `force_exclude`, also what the user names is left out where it is ignored.
pub fn targets_and_listed(paths: &[PathBuf], listed: &[PathBuf], force_exclude: bool) -> Targets {
    let mut targets = Targets::default();
    let mut seen = HashSet::new();
    let mut ignored = Ignored::default();
    for path in listed {
        match path.metadata() {
            Ok(metadata) if metadata.is_dir() => {}
            Ok(_) if !input::is_draft(path) || ignored.matches(&resolved(path)) => {}
            Ok(_) => {
                if seen.insert(resolved(path)) {
                    targets.drafts.push(Target {
                        path: path.clone(),
                        is_explicit: false,
                    });
                }
            }
            Err(error) => targets.errors.push(unreadable(path, error)),
        }
    }
    for path in paths {
        if input::is_stdin(path) {
            if seen.insert(path.clone()) {
                targets.drafts.push(Target {
                    path: path.clone(),
                    is_explicit: true,
                });
            }
            continue;
        }
        match path.metadata() {
            Ok(metadata) if metadata.is_dir() => walk(path, &mut seen, &mut targets),
            Ok(_) if force_exclude && ignored.matches(&resolved(path)) => {}
            Ok(_) => {
                if seen.insert(resolved(path)) {
                    targets.drafts.push(Target {
                        path: path.clone(),
                        is_explicit: !force_exclude,
                    });
                }
            }
            Err(error) => targets.errors.push(unreadable(path, error)),
        }
    }
    targets
}

fn unreadable(path: &Path, source: std::io::Error) -> CliError {
    let path = path.to_owned();
    match source.kind() {
        std::io::ErrorKind::NotFound => CliError::NotFound { path },
        _ => CliError::Read { path, source },
    }
}

fn walk(folder: &Path, seen: &mut HashSet<PathBuf>, targets: &mut Targets) {
    let mut any = false;
    let entries = WalkBuilder::new(folder)
        // A `.gitignore` is meant also where the folder was exported without its repository; what one user ignores
        // everywhere must not change the outcome for the others.
        .require_git(false)
        .git_global(false)
        .add_custom_ignore_filename(IGNORE_FILE)
        .sort_by_file_name(std::ffi::OsStr::cmp)
        .build();
    for entry in entries {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                targets.errors.push(CliError::Walk(error));
                continue;
            }
        };
        let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
        // Notes of a draft are no drafts.
        if !is_file || !input::is_draft(entry.path()) || config::is_notes_name(entry.path()) {
            continue;
        }
        any = true;
        if seen.insert(resolved(entry.path())) {
            targets.drafts.push(Target {
                path: without_dot(entry.path()),
                is_explicit: false,
            });
        }
    }
    if !any {
        targets.empty_folders.push(folder.to_owned());
    }
}

fn without_dot(path: &Path) -> PathBuf {
    path.strip_prefix(".").unwrap_or(path).to_owned()
}
