//! `.copydeskignore`, for drafts that no walk over folders came by. It looks at names only.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use ignore::gitignore::{Gitignore, GitignoreBuilder};

/// The file with drafts to leave out, as lines of a `.gitignore`.
pub const IGNORE_FILE: &str = ".copydeskignore";

/// The files that were read so far, by folder.
#[derive(Default)]
pub struct Ignored {
    by_folder: HashMap<PathBuf, Option<Gitignore>>,
}

impl Ignored {
    /// Whether a draft, with its path resolved, is left out: the nearest file that says something about it decides, up to the
    /// folder that holds the repository.
    pub fn matches(&mut self, draft: &Path) -> bool {
        for folder in draft.ancestors().skip(1) {
            let patterns = self.by_folder.entry(folder.to_owned()).or_insert_with(|| read(folder));
            if let Some(patterns) = patterns {
                let matched = patterns.matched_path_or_any_parents(draft, false);
                if !matched.is_none() {
                    return matched.is_ignore();
                }
            }
            if folder.join(".git").exists() {
                return false;
            }
        }
        false
    }
}

fn read(folder: &Path) -> Option<Gitignore> {
    let file = folder.join(IGNORE_FILE);
    if !file.is_file() {
        return None;
    }
    let mut builder = GitignoreBuilder::new(folder);
    // Lines that are no patterns are passed over, as git does.
    let _ = builder.add(file);
    builder.build().ok()
}
