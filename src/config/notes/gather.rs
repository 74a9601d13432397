//! The files of notes in a folder, or one file. Links are resolved, and whatever leads out of the repository is refused.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::config::inside::inside;
use crate::config::notes::refused::refused;
use crate::config::regular::read_regular;
use crate::text::Span;
use crate::verify::{NotesFormat, NotesProblem};

/// A file of notes, as it was when it was found: equal as long as it was not changed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NotesFile {
    /// The file, links resolved.
    pub path: PathBuf,
    /// What it is called in messages: its path from the folder of the draft or of the configuration.
    pub name: String,
    /// Whether it is named for the draft alone.
    pub is_for_draft: bool,
    /// Where the draft names it.
    pub named_at: Option<(usize, usize)>,
    /// When it was last changed, and how long it is.
    stamp: (Option<SystemTime>, u64),
}

impl NotesFile {
    /// Where the draft names it.
    pub fn named_span(&self) -> Option<Span> {
        self.named_at.map(|(start, end)| Span::new(start, end))
    }
}

/// Files of one draft's notes; more are told and left out.
pub const MAX_NOTES_FILES: usize = 500;

/// Larger files are refused, in bytes: three hundred hours of talk.
pub const MAX_NOTES: u64 = 10_000_000;

/// Folders in folders in folders.
const DEEPEST: usize = 4;

/// What is gathered, for one draft.
#[derive(Debug)]
pub struct Gathered<'a> {
    /// The draft, links resolved: it is no notes of its own.
    pub draft: &'a Path,
    /// The files, each once.
    pub files: Vec<NotesFile>,
    /// What is wrong.
    pub problems: Vec<NotesProblem>,
    seen: BTreeSet<PathBuf>,
}

/// How a file or a folder came to be looked at.
#[derive(Clone, Copy, Debug)]
pub struct Origin<'a> {
    /// The folder that paths count from, and whose repository is the limit.
    pub folder: &'a Path,
    /// Whether it is named for the draft alone.
    pub is_for_draft: bool,
    /// Where the draft names it.
    pub named_at: Option<Span>,
}

impl<'a> Gathered<'a> {
    /// Nothing yet.
    pub fn new(draft: &'a Path) -> Self {
        Self {
            draft,
            files: Vec::new(),
            problems: Vec::new(),
            seen: BTreeSet::new(),
        }
    }

    /// Adds a file that somebody names, or all of a folder.
    pub fn add(&mut self, path: &Path, origin: Origin<'_>) {
        let resolved = match path.canonicalize() {
            Ok(resolved) => resolved,
            Err(error) => return self.tell(path, origin, format!("cannot be read: {error}")),
        };
        let resolved = match inside("the notes", origin.folder, path, resolved) {
            Ok(resolved) => resolved,
            Err(_) => {
                let limit =
                    "lead out of the repository, or without one out of the folder; only notes inside it are read";
                return self.tell(path, origin, limit.to_owned());
            }
        };
        if resolved.is_dir() {
            return self.folder(path, resolved, origin, 0);
        }
        if resolved == self.draft {
            return self.tell(
                path,
                origin,
                "are the draft itself, so that they cannot confirm it; name other notes".to_owned(),
            );
        }
        match NotesFormat::of_ending(&ending(path)) {
            Some(_) => self.file(path, resolved, origin),
            // What has no ending is text until a look at it says otherwise.
            None if ending(path).is_empty() => self.file(path, resolved, origin),
            None => {
                let why = refused(&ending(path)).unwrap_or("it is not text; write down what is said in it");
                self.tell(path, origin, format!("cannot be read: {why}"));
            }
        }
    }

    fn file(&mut self, path: &Path, resolved: PathBuf, origin: Origin<'_>) {
        let Ok(metadata) = resolved.metadata() else {
            return self.tell(path, origin, "cannot be read; check the permissions".to_owned());
        };
        // A device or a pipe could be read for ever.
        if !metadata.is_file() {
            return self.tell(path, origin, "cannot be read: it is not a file".to_owned());
        }
        if resolved == self.draft || !self.seen.insert(resolved.clone()) {
            return;
        }
        if self.is_copy(&resolved, metadata.len()) {
            let message = "are a copy of the draft, so that they cannot confirm it; name other notes";
            return self.tell(path, origin, message.to_owned());
        }
        if self.files.len() >= MAX_NOTES_FILES {
            return self.tell_too_many(origin);
        }
        self.files.push(NotesFile {
            path: resolved,
            name: name(path, origin.folder),
            is_for_draft: origin.is_for_draft,
            named_at: origin.named_at.map(|span| (span.start, span.end)),
            stamp: (metadata.modified().ok(), metadata.len()),
        });
    }

    /// Whether a file of this length holds what the draft holds.
    fn is_copy(&self, file: &Path, length: u64) -> bool {
        let draft = self.draft.metadata();
        if length == 0 || length > MAX_NOTES || !draft.is_ok_and(|draft| draft.is_file() && draft.len() == length) {
            return false;
        }
        let both = read_regular(file, length)
            .ok()
            .zip(read_regular(self.draft, length).ok());
        both.is_some_and(|(one, other)| one == other)
    }

    /// All files of a folder and of those in it, by name. A folder that links lead back to is read once.
    fn folder(&mut self, path: &Path, resolved: PathBuf, origin: Origin<'_>, depth: usize) {
        if depth > DEEPEST || !self.seen.insert(resolved) {
            return;
        }
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) => return self.tell(path, origin, format!("cannot be read: {error}")),
        };
        let mut names: Vec<PathBuf> = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .take(MOST_ENTRIES)
            .collect();
        names.sort();
        for name in names {
            let is_hidden = name
                .file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with('.'));
            if is_hidden || self.files.len() >= MAX_NOTES_FILES {
                continue;
            }
            let Ok(resolved) = name.canonicalize() else {
                self.tell(&name, origin, "cannot be read: the link leads nowhere".to_owned());
                continue;
            };
            if inside("the notes", origin.folder, &name, resolved.clone()).is_err() {
                self.tell(
                    &name,
                    origin,
                    "lead out of the repository; only notes inside it are read".to_owned(),
                );
            } else if resolved.is_dir() {
                self.folder(&name, resolved, origin, depth + 1);
            } else if NotesFormat::of_ending(&ending(&name)).is_some() {
                self.file(&name, resolved, origin);
            } else if let Some(why) = refused(&ending(&name)) {
                self.tell(&name, origin, format!("cannot be read: {why}"));
            }
        }
        if self.files.len() >= MAX_NOTES_FILES {
            self.tell_too_many(origin);
        }
    }

    fn tell(&mut self, path: &Path, origin: Origin<'_>, message: String) {
        let problem = NotesProblem {
            name: name(path, origin.folder),
            message,
            named_at: origin.named_at,
            is_read: false,
            is_for_draft: origin.is_for_draft,
        };
        if !self.problems.contains(&problem) && self.problems.len() < MOST_PROBLEMS {
            self.problems.push(problem);
        }
    }

    fn tell_too_many(&mut self, origin: Origin<'_>) {
        let message = format!("are more than {MAX_NOTES_FILES} files; only the first ones are read");
        self.tell(Path::new("in this folder"), origin, message);
    }
}

/// Names of a folder that are looked at.
const MOST_ENTRIES: usize = 5_000;

/// So many problems are told.
const MOST_PROBLEMS: usize = 20;

/// A path as it is shown: from the folder, with slashes.
fn name(path: &Path, folder: &Path) -> String {
    let short = path.strip_prefix(folder).unwrap_or(path);
    short.to_string_lossy().replace('\\', "/")
}

fn ending(path: &Path) -> String {
    path.extension()
        .map(|ending| ending.to_string_lossy().to_lowercase())
        .unwrap_or_default()
}
