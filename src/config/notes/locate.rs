//! Where the notes of a draft are: beside it, in the folder `notes` beside it, or where its front matter or the configuration
//! says. It reads no notes.

use std::path::{Path, PathBuf};

use crate::config::notes::gather::{Gathered, NotesFile, Origin};
use crate::config::notes::named::NamedNotes;
use crate::text::Span;
use crate::verify::NotesProblem;

/// The folder beside a draft that holds notes.
pub const NOTES_FOLDER: &str = "notes";

/// Endings that a file of the draft's own notes may have, after “.notes”: those that are read, and those that are told of.
const ENDINGS: [&str; 9] = ["md", "txt", "markdown", "srt", "vtt", "pdf", "docx", "odt", "rtf"];

/// The key `notes` of a configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotesKey {
    /// The configuration file.
    pub file: PathBuf,
    /// The paths it names, counted from its folder.
    pub named: Vec<String>,
}

/// Notes that are looked for, for one draft.
#[derive(Clone, Copy, Debug)]
pub struct NotesWanted<'a> {
    /// The draft: an absolute path, its folder with links resolved. It need not exist.
    pub draft: &'a Path,
    /// What its front matter names.
    pub named: &'a [NamedNotes],
    /// What its configuration names.
    pub key: Option<&'a NotesKey>,
}

/// The notes of a draft that are there, and what is wrong with the others. Two are equal as long as no file was changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NotesFiles {
    /// The files, each once, those of the draft alone first.
    pub files: Vec<NotesFile>,
    /// What is wrong.
    pub problems: Vec<NotesProblem>,
}

impl NotesFiles {
    /// Whether there are no notes, and none are missing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty() && self.problems.is_empty()
    }
}

/// The notes of a draft. Looks at a handful of names where there are none.
#[must_use]
pub fn locate_notes(wanted: &NotesWanted<'_>) -> NotesFiles {
    let Some(folder) = wanted.draft.parent() else {
        return NotesFiles::default();
    };
    let mut gathered = Gathered::new(wanted.draft);
    let own = |named_at: Option<Span>| Origin {
        folder,
        is_for_draft: true,
        named_at,
    };
    for named in wanted.named {
        let path = folder.join(&named.path);
        if named.is_path || path.exists() {
            gathered.add(&path, own(Some(named.span)));
        }
    }
    if let Some(stem) = wanted.draft.file_stem().map(|stem| stem.to_string_lossy()) {
        for ending in ENDINGS {
            let beside = folder.join(format!("{stem}.notes.{ending}"));
            if beside.symlink_metadata().is_ok() {
                gathered.add(&beside, own(None));
            }
        }
    }
    let shared = folder.join(NOTES_FOLDER);
    if shared.is_dir() {
        let origin = Origin {
            is_for_draft: false,
            ..own(None)
        };
        gathered.add(&shared, origin);
    }
    if let Some(key) = wanted.key {
        let file = key.file.canonicalize().unwrap_or_else(|_| key.file.clone());
        let folder = file.parent().unwrap_or(Path::new("/"));
        for named in &key.named {
            let origin = Origin {
                folder,
                is_for_draft: false,
                named_at: None,
            };
            gathered.add(&folder.join(named), origin);
        }
    }
    NotesFiles {
        files: gathered.files,
        problems: gathered.problems,
    }
}

/// The notes at these paths, which the user names for a draft: they may be anywhere.
#[must_use]
pub fn notes_at(draft: &Path, paths: &[PathBuf]) -> NotesFiles {
    let mut gathered = Gathered::new(draft);
    for path in paths {
        let absolute = std::path::absolute(path).unwrap_or_else(|_| path.clone());
        let resolved = absolute.canonicalize().unwrap_or(absolute);
        let folder = if resolved.is_dir() {
            resolved.as_path()
        } else {
            resolved.parent().unwrap_or(&resolved)
        };
        let origin = Origin {
            folder,
            is_for_draft: true,
            named_at: None,
        };
        gathered.add(&resolved, origin);
    }
    NotesFiles {
        files: gathered.files,
        problems: gathered.problems,
    }
}

/// Whether a file is by its name the notes of a draft, and so no draft: “story.notes.md”.
#[must_use]
pub fn is_notes_name(path: &Path) -> bool {
    let stem = path.file_stem().map(Path::new);
    stem.and_then(Path::extension)
        .is_some_and(|ending| ending.eq_ignore_ascii_case("notes"))
}
