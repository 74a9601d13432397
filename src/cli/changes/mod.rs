//! Which drafts changed, and on which lines: from git, or from a diff on standard input. It judges no finding by anything
//! but its place.

mod diff;
mod quoted;

use std::collections::HashMap;
use std::io::Read;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use crate::cli::configuration::resolved;
use crate::cli::error::CliError;
use crate::history::{Repository, path_of};
use crate::rules::Finding;
use crate::text::Span;

use diff::ChangedFile;
pub use quoted::quoted;

/// The files that changed, with their paths resolved.
#[derive(Debug, Default)]
pub struct Changes {
    files: HashMap<PathBuf, Changed>,
}

/// What changed in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Changed {
    /// All of it counts.
    Whole,
    /// Only these lines count, from 1.
    Lines(Vec<RangeInclusive<usize>>),
}

impl Changes {
    /// What changed since this history and that of `revision` parted, committed or not; with `only_lines`, the lines that
    /// are new or changed, otherwise whole files.
    pub fn since(revision: &str, only_lines: bool) -> Result<Self, CliError> {
        let repository = Repository::of(Path::new("."))?;
        let base = repository.base(revision)?;
        let mut changes = Self::default();
        if only_lines {
            let files = diff::read(&repository.diff(&base)?).map_err(CliError::Diff)?;
            changes.add(files, std::slice::from_ref(&repository.top));
        } else {
            changes.add_whole(repository.changed(&base)?);
        }
        changes.add_whole(repository.untracked()?);
        Ok(changes)
    }

    /// The lines that a diff on standard input adds or changes. Its names count from the current folder or from the top
    /// of the repository.
    pub fn on_stdin() -> Result<Self, CliError> {
        let mut text = Vec::new();
        std::io::stdin()
            .lock()
            .read_to_end(&mut text)
            .map_err(CliError::Stdin)?;
        let files = diff::read(&text).map_err(CliError::Diff)?;
        let mut folders = vec![PathBuf::from(".")];
        folders.extend(top_folder());
        let mut changes = Self::default();
        changes.add(files, &folders);
        Ok(changes)
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    fn add_whole(&mut self, paths: Vec<PathBuf>) {
        self.files
            .extend(paths.iter().map(|path| (resolved(path), Changed::Whole)));
    }

    fn add(&mut self, files: Vec<ChangedFile>, folders: &[PathBuf]) {
        for file in files {
            for path in candidates(&file.name, folders) {
                let lines = file.lines.clone();
                self.files
                    .entry(path)
                    .and_modify(|known| {
                        if let Changed::Lines(known) = known {
                            known.extend(lines.clone());
                        }
                    })
                    .or_insert(Changed::Lines(lines));
            }
        }
    }

    /// Whether anything changed in a draft.
    pub fn has(&self, draft: &Path) -> bool {
        self.files.contains_key(&resolved(draft))
    }

    /// The test of whether a finding in this draft is about something that changed: its words, or words that explain it.
    pub fn of<'a>(&'a self, draft: &Path, source: &str) -> impl Fn(&Finding) -> bool + 'a {
        let changed = self.files.get(&resolved(draft));
        let ends: Vec<usize> = match changed {
            Some(Changed::Lines(_)) => source.match_indices('\n').map(|(place, _)| place).collect(),
            _ => Vec::new(),
        };
        let line_of = move |offset: usize| ends.partition_point(|&end| end < offset) + 1;
        move |finding| match changed {
            None => false,
            Some(Changed::Whole) => true,
            Some(Changed::Lines(lines)) => {
                let touches = |span: Span| {
                    let (first, last) = (line_of(span.start), line_of(span.end.max(span.start + 1) - 1));
                    lines
                        .iter()
                        .any(|range| *range.start() <= last && first <= *range.end())
                };
                let mut here = finding.related.iter().filter(|related| related.notes.is_none());
                touches(finding.span) || here.any(|related| touches(related.span))
            }
        }
    }
}

/// The folder above that holds the repository, if there is one.
fn top_folder() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    here.ancestors()
        .find(|folder| folder.join(".git").exists())
        .map(Path::to_owned)
}

/// The files that a name in a diff can mean. The prefix (`b/`) is not told from a folder of that name, so that both are
/// taken where both are there: a finding too many is better than one that is passed over.
fn candidates(name: &[u8], folders: &[PathBuf]) -> Vec<PathBuf> {
    let without_prefix = match name {
        [_, b'/', rest @ ..] => Some(rest),
        _ => None,
    };
    let mut found = Vec::new();
    for name in without_prefix.into_iter().chain([name]) {
        for folder in folders {
            let path = folder.join(path_of(name));
            if path.is_file() {
                let path = resolved(&path);
                if !found.contains(&path) {
                    found.push(path);
                }
            }
        }
    }
    found
}
