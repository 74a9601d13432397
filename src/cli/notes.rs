//! The notes of drafts, and how places in them are shown. It reads none itself.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::cli::configuration::resolved;
use crate::cli::output::lines::Position;
use crate::config::{self, NotesShelf, NotesWanted, Settings};
use crate::engine::Draft;
use crate::rules;
use crate::text::{Encoding, Span};
use crate::verify::{Notes, NotesSource};

/// The notes of a draft at a path, where its rules compare quotations with them.
pub fn notes_of(draft: &Draft, path: &Path, settings: &Settings, shelf: &NotesShelf) -> Option<Arc<Notes>> {
    draft.read_as.rules.level(rules::find("quote-mismatch")?)?;
    let named = config::named_notes(&draft.text, draft.read_as.format);
    let wanted = NotesWanted {
        draft: &resolved(path),
        named: &named,
        key: settings.notes.as_ref(),
    };
    shelf.read(&config::locate_notes(&wanted))
}

/// The path of notes as it is shown: from this folder on, where it is below it.
pub fn shown_path(source: &NotesSource) -> PathBuf {
    let path = Path::new(&source.path);
    let here = std::env::current_dir().and_then(|here| here.canonicalize());
    let below = here
        .ok()
        .and_then(|here| path.strip_prefix(here).ok().map(Path::to_owned));
    below.unwrap_or_else(|| path.to_owned())
}

/// Where a stretch of notes begins and ends.
pub fn positions(source: &NotesSource, span: Span) -> (Position, Position) {
    let position = |offset| {
        let column = source.lines.column(&source.text, offset, Encoding::Utf32);
        Position {
            line: column.line + 1,
            column: column.column + 1,
        }
    };
    (position(span.start), position(span.end))
}
