//! Which drafts a configuration leaves out. It looks at names only, never at files.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use ignore::gitignore::{Gitignore, GitignoreBuilder};

/// More patterns than this are not read: each costs time for every draft.
pub(super) const MOST: usize = 5_000;

/// Bytes. A longer pattern is not read: braces in braces are read one inside the other, as deep as there are any.
pub(super) const LONGEST: usize = 1_000;

/// As much of a longer pattern is shown.
const SHOWN: usize = 30;

/// The `exclude` patterns of a configuration, read as lines of a `.gitignore` in its folder.
///
/// To make it is cheap. The first question compiles the patterns, which takes up to some tenths of a second; clones share
/// what was compiled.
#[derive(Clone, Debug, Default)]
pub struct Exclude {
    folder: PathBuf,
    patterns: Vec<String>,
    compiled: Arc<OnceLock<Gitignore>>,
    /// Those of the configurations that this one extends.
    more: Vec<Exclude>,
}

impl Exclude {
    /// The patterns of a configuration in `folder`, and what is wrong with those that cannot be used.
    #[must_use]
    pub fn new(folder: &Path, patterns: &[String]) -> (Self, Vec<String>) {
        let mut wrong: Vec<String> = Vec::new();
        let (patterns, too_long): (Vec<String>, Vec<String>) = patterns
            .iter()
            .take(MOST)
            .cloned()
            .partition(|pattern| pattern.len() <= LONGEST);
        wrong.extend(too_long.iter().map(|pattern| {
            let start = pattern.chars().take(SHOWN).collect::<String>();
            format!("“{start}…” is longer than {LONGEST} bytes")
        }));
        let mut builder = builder();
        for pattern in &patterns {
            if let Err(error) = builder.add_line(None, pattern) {
                wrong.push(error.to_string());
            }
        }
        let exclude = Self {
            folder: folder.to_owned(),
            patterns,
            compiled: Arc::default(),
            more: Vec::new(),
        };
        (exclude, wrong)
    }

    /// These patterns and others, each counted from its own folder.
    #[must_use]
    pub fn and(mut self, other: Exclude) -> Self {
        self.more.push(other);
        self
    }

    /// Whether a draft is left out. Drafts outside the configuration's folder never are.
    #[must_use]
    pub fn matches(&self, draft: &Path) -> bool {
        self.matches_own(draft) || self.more.iter().any(|other| other.matches(draft))
    }

    fn matches_own(&self, draft: &Path) -> bool {
        if self.patterns.is_empty() {
            return false;
        }
        let Ok(relative) = draft.strip_prefix(&self.folder) else {
            return false;
        };
        let compiled = self.compiled.get_or_init(|| compile(&self.patterns));
        compiled.matched_path_or_any_parents(relative, false).is_ignore()
    }
}

/// Two that leave out the same drafts by the same patterns.
impl PartialEq for Exclude {
    fn eq(&self, other: &Self) -> bool {
        let is_same = self.folder == other.folder && self.patterns == other.patterns;
        (Arc::ptr_eq(&self.compiled, &other.compiled) || is_same) && self.more == other.more
    }
}

impl Eq for Exclude {}

fn builder() -> GitignoreBuilder {
    let mut builder = GitignoreBuilder::new("");
    builder.allow_unclosed_class(false);
    builder
}

fn compile(patterns: &[String]) -> Gitignore {
    let mut builder = builder();
    for pattern in patterns {
        // What is wrong with one was said when it was read.
        drop(builder.add_line(None, pattern));
    }
    builder.build().unwrap_or_else(|_| Gitignore::empty())
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
        let deep = format!("{}{}", "{a,".repeat(60_000), "}".repeat(60_000));
        let (_, wrong) = Exclude::new(Path::new("/desk"), &["a[".to_owned(), deep]);
        assert_eq!(wrong.len(), 2);
        assert!(wrong[0].len() < 100, "{wrong:?}");
        assert!(wrong[0].starts_with("“{a,{a,"), "{wrong:?}");
    }

    #[test]
    fn a_list_without_end_is_cut_off() {
        let patterns: Vec<String> = (0..20_000).map(|number| format!("a{number}-*b.md")).collect();
        let (exclude, _) = Exclude::new(Path::new("/desk"), &patterns);
        assert!(exclude.matches(Path::new("/desk/a4999-b.md")));
        assert!(!exclude.matches(Path::new("/desk/a5000-b.md")));
    }
}
