//! Which drafts the paths on the command line mean. It reads folders, never drafts.

use std::collections::HashSet;
use std::path::{Component, Path, PathBuf};

use crate::cli::configuration::{folder_of, resolved};
use crate::cli::error::CliError;
use crate::cli::{input, output};
use crate::config::{self, IgnoreFiles};

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
    empty_folders: Vec<PathBuf>,
    /// What was wrong with ignore files.
    ignore_problems: Vec<String>,
    seen: HashSet<PathBuf>,
}

impl Targets {
    /// Warns of what is more often a slip than a wish: folders without drafts, and ignore files that leave out nothing.
    pub fn warn(&self) {
        self.ignore_problems.iter().for_each(|problem| output::warn(problem));
        self.empty_folders
            .iter()
            .for_each(|folder| output::warn_of_empty(folder));
    }

    /// Whether nothing is wrong so far: what is named is there, and no folder is empty.
    pub fn are_sound(&self) -> bool {
        self.errors.is_empty() && self.empty_folders.is_empty()
    }

    fn add(&mut self, path: PathBuf, key: PathBuf, is_explicit: bool) {
        if self.seen.insert(key) {
            self.drafts.push(Target { path, is_explicit });
        }
    }
}

/// Finds the drafts. Below folders, hidden files and files that git or `.copydeskignore` ignore are passed over, and links
/// are not followed.
pub fn targets(paths: &[PathBuf]) -> Targets {
    targets_and_listed(paths, &[], false)
}

/// The same, and the drafts of a list: of what a program lists, only what is a draft by its name and is not ignored. With
/// `force_exclude`, a program names the paths as well: they are left out where they are ignored.
pub fn targets_and_listed(paths: &[PathBuf], listed: &[PathBuf], force_exclude: bool) -> Targets {
    let mut targets = Targets::default();
    let mut ignored = IgnoreFiles::default();
    for path in listed {
        match path.metadata() {
            Ok(metadata) if metadata.is_dir() || !input::is_draft(path) => {}
            Ok(_) => named_by_a_program(path, &mut ignored, &mut targets),
            Err(error) => targets.errors.push(unreadable(path, error)),
        }
    }
    for path in paths {
        if input::is_stdin(path) {
            targets.add(path.clone(), path.clone(), true);
            continue;
        }
        match path.metadata() {
            Ok(metadata) if metadata.is_dir() => walk(path, &mut ignored, &mut targets),
            Ok(_) if force_exclude => named_by_a_program(path, &mut ignored, &mut targets),
            Ok(_) => targets.add(path.clone(), resolved(path), true),
            Err(error) => targets.errors.push(unreadable(path, error)),
        }
    }
    targets.ignore_problems = ignored.take_problems();
    targets
}

/// A draft that no person named: its name may be that of a link, which came with the drafts and must not have other files read or
/// fixed.
fn named_by_a_program(path: &Path, ignored: &mut IgnoreFiles, targets: &mut Targets) {
    let key = resolved(path);
    if ignored.leaves_out(&key) {
        return;
    }
    match leads_out(path) {
        Some(root) => {
            let path = path.to_owned();
            targets.errors.push(CliError::LeadsOut { path, root });
        }
        None => targets.add(path.to_owned(), key, false),
    }
}

/// The folder that a path leaves over a link: the repository of the working folder, or else of the draft's own folder.
fn leads_out(path: &Path) -> Option<PathBuf> {
    let is_below = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
    let home = if path.components().all(is_below) {
        folder_of(Path::new("draft"))
    } else {
        folder_of(path)
    };
    let root = config::root_of(&home);
    let target = path.canonicalize().ok()?;
    (!target.starts_with(&root)).then_some(root)
}

fn unreadable(path: &Path, source: std::io::Error) -> CliError {
    let path = path.to_owned();
    match source.kind() {
        std::io::ErrorKind::NotFound => CliError::NotFound { path },
        _ => CliError::Read { path, source },
    }
}

fn walk(folder: &Path, ignored: &mut IgnoreFiles, targets: &mut Targets) {
    // Notes of a draft are no drafts.
    let is_wanted = |path: &Path| input::is_draft(path) && !config::is_notes_name(path);
    let below = config::files_below(folder, ignored, is_wanted);
    let unread = below.unread.into_iter();
    targets
        .errors
        .extend(unread.map(|(path, source)| CliError::Walk { path, source }));
    if below.files.is_empty() {
        targets.empty_folders.push(folder.to_owned());
    }
    for file in config::without_notes(folder, below.files) {
        targets.add(without_dot(&file), resolved(&file), false);
    }
}

fn without_dot(path: &Path) -> PathBuf {
    path.strip_prefix(".").unwrap_or(path).to_owned()
}
