//! What `.gitignore`, `.ignore` and `.copydeskignore` leave out, and what git excludes in this clone alone. It looks at names, and
//! reads no drafts.
//!
//! These files come with the drafts and are not trusted: the crate that knows their patterns reads whatever has their name, a
//! device without an end as well, so that they are read here.

mod read;

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::gitignore::Gitignore;

use read::{exclude_of_git, read, read_inside};

/// The file with drafts to leave out, as lines of a `.gitignore`.
pub const IGNORE_FILE: &str = ".copydeskignore";

/// The files of a folder: what an earlier one says of a name counts more, wherever it is.
const NAMES: [&str; 3] = [IGNORE_FILE, ".ignore", ".gitignore"];

/// So many patterns are kept at a time, which take some hundred megabytes. Those of folders that a walk has left go first.
const MOST_KEPT: usize = 50_000;

/// The files that were read so far, by folder.
#[derive(Debug, Default)]
pub struct IgnoreFiles {
    by_folder: HashMap<PathBuf, Arc<InFolder>>,
    /// How many patterns are in them.
    kept: usize,
    problems: BTreeSet<String>,
}

/// What is said in a folder about what is below it.
#[derive(Debug, Default)]
struct InFolder {
    /// By rank: the lower one counts more.
    lists: Vec<(usize, Gitignore)>,
    /// Whether it holds a repository: what is above it has no say.
    is_top: bool,
}

impl IgnoreFiles {
    /// Whether a name that a walk comes by, its path absolute with links resolved, is left out (`true`) or wanted (`false`), if
    /// any file says so: those of its folder and the ones above, up to the folder that holds the repository.
    pub fn verdict(&mut self, path: &Path, is_folder: bool) -> Option<bool> {
        let mut best: Option<(usize, bool)> = None;
        for folder in path.ancestors().skip(1) {
            let here = self.of(folder);
            for (rank, list) in &here.lists {
                if best.is_none_or(|(known, _)| *rank < known) {
                    let matched = list.matched(path, is_folder);
                    best = (!matched.is_none()).then_some((*rank, matched.is_ignore())).or(best);
                }
            }
            if here.is_top {
                break;
            }
        }
        best.map(|(_, is_left_out)| is_left_out)
    }

    /// Whether `.copydeskignore` leaves out a draft that no walk came by, its path resolved: the nearest file that says something about
    /// it, or about a folder that it is in, decides.
    pub fn leaves_out(&mut self, draft: &Path) -> bool {
        for folder in draft.ancestors().skip(1) {
            let here = self.of(folder);
            if let Some((_, list)) = here
                .lists
                .iter()
                .find(|(rank, _)| NAMES.get(*rank) == Some(&IGNORE_FILE))
            {
                let matched = list.matched_path_or_any_parents(draft, false);
                if !matched.is_none() {
                    return matched.is_ignore();
                }
            }
            if here.is_top {
                return false;
            }
        }
        false
    }

    /// What was wrong with the files, a sentence each, by their paths.
    pub fn take_problems(&mut self) -> Vec<String> {
        std::mem::take(&mut self.problems).into_iter().collect()
    }

    fn of(&mut self, folder: &Path) -> Arc<InFolder> {
        if let Some(known) = self.by_folder.get(folder) {
            return Arc::clone(known);
        }
        let mut here = InFolder::read(folder, &mut self.problems);
        if self.kept + here.patterns() > MOST_KEPT {
            self.by_folder.retain(|known, _| folder.starts_with(known));
            self.kept = self.by_folder.values().map(|known| known.patterns()).sum();
        }
        if self.kept + here.patterns() > MOST_KEPT {
            let (count, folder) = (here.patterns(), folder.display());
            self.problems.insert(format!(
                "{folder}: the {count} patterns of its ignore files are not used: the folders above have too many already"
            ));
            here.lists.clear();
        }
        self.kept += here.patterns();
        let here = Arc::new(here);
        self.by_folder.insert(folder.to_owned(), Arc::clone(&here));
        here
    }
}

impl InFolder {
    fn read(folder: &Path, problems: &mut BTreeSet<String>) -> Self {
        let is_top = folder.join(".git").exists();
        let of_names = NAMES.iter().map(|name| read_inside(folder, name));
        let of_git = (is_top.then(|| exclude_of_git(folder)).flatten()).map(|file| read(folder, &file));
        let mut lists = Vec::new();
        for (rank, (list, wrong)) in of_names.chain(of_git).enumerate() {
            problems.extend(wrong);
            lists.extend(list.filter(|list| !list.is_empty()).map(|list| (rank, list)));
        }
        Self { lists, is_top }
    }

    fn patterns(&self) -> usize {
        self.lists.iter().map(|(_, list)| list.len()).sum()
    }
}

#[cfg(test)]
mod tests;
