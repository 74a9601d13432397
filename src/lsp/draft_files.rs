//! Which files of a workspace are drafts. It reads folders, never drafts.

use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use crate::config::is_notes_name;

/// The endings of drafts, as a client's pattern.
pub const PATTERN: &str = "**/*.{txt,md,markdown,mdx,qmd,html,htm,aml,archieml}";

/// The endings of drafts.
const ENDINGS: [&str; 9] = ["txt", "md", "markdown", "mdx", "qmd", "html", "htm", "aml", "archieml"];

/// Whether a file is a draft, by its name.
pub fn is_draft(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending)))
}

/// The drafts in a folder; a file alone is what there is in it. Hidden files and files that git ignores are passed over, as
/// the command line does it, and links are not followed.
pub fn drafts_in(folder: &Path) -> Vec<PathBuf> {
    let entries = WalkBuilder::new(folder)
        .require_git(false)
        .git_global(false)
        .sort_by_file_name(std::ffi::OsStr::cmp)
        .build();
    entries
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()) && is_draft(entry.path()))
        // Notes of a draft are no drafts.
        .filter(|entry| !is_notes_name(entry.path()))
        .map(ignore::DirEntry::into_path)
        .collect()
}
