//! Reads notes from the disk, or says why they cannot be read. It looks for none.

use std::sync::Arc;

use crate::config::notes::gather::{MAX_NOTES, NotesFile};
use crate::config::notes::locate::NotesFiles;
use crate::config::notes::word_file::text_part;
use crate::config::notes::word_text::words_of;
use crate::config::regular::read_regular;
use crate::verify::{Notes, NotesBuilder, NotesFormat, NotesProblem, NotesText};

/// So much is read for one draft, in bytes.
pub const MAX_ALL_NOTES: u64 = 30_000_000;

/// The notes of a draft with their index; `None` where there are none and none are missing. Linear in their texts.
#[must_use]
pub fn load_notes(files: &NotesFiles) -> Option<Notes> {
    if files.is_empty() {
        return None;
    }
    let mut builder = NotesBuilder::default();
    let mut left = MAX_ALL_NOTES;
    for problem in &files.problems {
        builder.problem(problem.clone());
    }
    for file in &files.files {
        match text_of(file, left) {
            Ok((text, format)) => {
                left = left.saturating_sub(text.len() as u64);
                builder.add(NotesText {
                    path: file.path.to_string_lossy().into_owned(),
                    name: file.name.clone(),
                    text,
                    format,
                    is_for_draft: file.is_for_draft,
                });
            }
            Err(message) => builder.problem(NotesProblem {
                name: file.name.clone(),
                message,
                named_at: file.named_span(),
                is_read: false,
                is_for_draft: file.is_for_draft,
            }),
        }
    }
    Some(builder.build())
}

fn text_of(file: &NotesFile, left: u64) -> Result<(Arc<str>, NotesFormat), String> {
    let ending = file
        .path
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase());
    // A link has the ending of what it leads to, or else the one that it is called by.
    let named = file.name.rsplit('.').next().unwrap_or("").to_lowercase();
    let format = ending
        .as_deref()
        .and_then(NotesFormat::of_ending)
        .or_else(|| NotesFormat::of_ending(&named));
    let format = format.unwrap_or(NotesFormat::Text);
    let most = MAX_NOTES.min(left);
    let bytes = read_regular(&file.path, most).map_err(|error| format!("cannot be read: {error}"))?;
    if bytes.len() as u64 > most {
        return Err(match most == MAX_NOTES {
            true => "are larger than 10 MB; split them, or leave out what nobody says".to_owned(),
            false => "are left out: the notes of one draft are larger than 30 MB together".to_owned(),
        });
    }
    if format == NotesFormat::Word {
        let part = text_part(&bytes).map_err(|why| format!("cannot be read: {why}"))?;
        let text = words_of(&part);
        return match text.len() as u64 > most || text.trim().is_empty() {
            true => Err("have no words, or more than 10 MB of them".to_owned()),
            false => Ok((text.into(), format)),
        };
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err("cannot be read: they are encoded as UTF-16; save them as UTF-8".to_owned());
    }
    if let Some(offset) = memchr::memchr(0, &bytes) {
        return Err(format!(
            "cannot be read: they look like a binary file (a NUL byte at byte {offset}); save them as text"
        ));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        format!("cannot be read: they are not valid UTF-8 at byte {offset}; save them as UTF-8")
    })?;
    Ok((text.into(), format))
}
