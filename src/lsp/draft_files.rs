//! Which files of a workspace are drafts. It reads folders, never drafts.

use std::path::{Path, PathBuf};

use crate::config::{IgnoreFiles, files_below, is_notes_name, without_notes};

/// The endings of drafts, as a client's pattern.
pub const PATTERN: &str = "**/*.{txt,md,markdown,mdx,qmd,html,htm,aml,archieml}";

/// The endings of drafts.
const ENDINGS: [&str; 9] = ["txt", "md", "markdown", "mdx", "qmd", "html", "htm", "aml", "archieml"];

/// Whether a file is a draft, by its name.
pub fn is_draft(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending)))
}

/// The drafts in a folder; a file alone is what there is in it. Hidden files and files that ignore files leave out are passed over, as
/// the command line does it, and links are not followed.
pub fn drafts_in(folder: &Path, ignored: &mut IgnoreFiles) -> Vec<PathBuf> {
    // Notes of a draft are no drafts.
    let below = files_below(folder, ignored, |path| is_draft(path) && !is_notes_name(path));
    without_notes(folder, below.files)
}
