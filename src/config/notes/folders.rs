//! Which files below a folder are notes and no drafts by the folder that they are in. It looks at paths alone.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use crate::config::notes::locate::NOTES_FOLDER;

/// The files without those in a folder `notes` beside drafts, which are the notes of these drafts. `folder` is where the files were looked
/// for: whoever names a folder of notes means what is in it.
#[must_use]
pub fn without_notes(folder: &Path, files: Vec<PathBuf>) -> Vec<PathBuf> {
    let with_drafts: HashSet<PathBuf> = files
        .iter()
        .filter_map(|file| Some(file.parent()?.to_owned()))
        .collect();
    let serves = |notes: &Path| {
        let is_called = notes.file_name().is_some_and(|name| name == NOTES_FOLDER);
        is_called && notes.parent().is_some_and(|beside| with_drafts.contains(beside))
    };
    let is_draft = |file: &PathBuf| {
        let mut folders = file.ancestors().skip(1).take_while(|above| *above != folder);
        !folders.any(serves)
    };
    files.into_iter().filter(is_draft).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_notes_beside_drafts_holds_no_drafts() {
        let files = |names: &[&str]| names.iter().map(PathBuf::from).collect::<Vec<_>>();
        let all = files(&[
            "./a.md",
            "./notes/talk.txt",
            "./notes/calls/lund.txt",
            "./old/notes/b.md",
        ]);
        assert_eq!(
            without_notes(Path::new("."), all),
            files(&["./a.md", "./old/notes/b.md"])
        );
        // Named itself, it is what is meant.
        let named = files(&["desk/notes/talk.txt"]);
        assert_eq!(without_notes(Path::new("desk/notes"), named.clone()), named);
        assert_eq!(without_notes(Path::new("desk"), named.clone()), named);
    }
}
