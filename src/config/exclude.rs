//! Which drafts a configuration leaves out. It looks at names only, never at files.

use std::path::{Path, PathBuf};

use ignore::gitignore::{Gitignore, GitignoreBuilder};

/// The `exclude` patterns of a configuration, read as lines of a `.gitignore` in its folder.
#[derive(Clone, Debug)]
pub struct Exclude {
    folder: PathBuf,
    patterns: Gitignore,
}

impl Exclude {
    /// The patterns of a configuration in `folder`, and those that are not valid patterns, with the reason.
    #[must_use]
    pub fn new(folder: &Path, patterns: &[String]) -> (Self, Vec<String>) {
        let mut builder = GitignoreBuilder::new("");
        builder.allow_unclosed_class(false);
        let mut wrong = Vec::new();
        for pattern in patterns {
            if let Err(error) = builder.add_line(None, pattern) {
                wrong.push(error.to_string());
            }
        }
        let patterns = builder.build().unwrap_or_else(|error| {
            wrong.push(error.to_string());
            Gitignore::empty()
        });
        let folder = folder.to_owned();
        (Self { folder, patterns }, wrong)
    }

    /// Whether a draft is left out. Drafts outside the configuration's folder never are.
    #[must_use]
    pub fn matches(&self, draft: &Path) -> bool {
        draft
            .strip_prefix(&self.folder)
            .is_ok_and(|relative| self.patterns.matched_path_or_any_parents(relative, false).is_ignore())
    }
}

impl Default for Exclude {
    fn default() -> Self {
        Self {
            folder: PathBuf::new(),
            patterns: Gitignore::empty(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_count_from_the_folder_of_the_configuration() {
        let patterns = ["archive/".to_owned(), "*.old.md".to_owned()];
        let (exclude, wrong) = Exclude::new(Path::new("/desk"), &patterns);
        assert!(wrong.is_empty());
        assert!(exclude.matches(Path::new("/desk/archive/2031/story.md")));
        assert!(exclude.matches(Path::new("/desk/news/story.old.md")));
        assert!(!exclude.matches(Path::new("/desk/news/story.md")));
        assert!(!exclude.matches(Path::new("/elsewhere/archive/story.md")));
    }

    #[test]
    fn a_pattern_that_is_none_is_named() {
        let (_, wrong) = Exclude::new(Path::new("/desk"), &["a[".to_owned()]);
        assert_eq!(wrong.len(), 1);
    }
}
