//! The names of a publication. Nothing is looked up in a draft here.

use std::collections::BTreeSet;

use crate::language::is_newspaper_word;

/// The names that a publication and its reporters go by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publication {
    names: BTreeSet<String>,
}

impl Publication {
    /// A publication with these names, each as drafts write it.
    pub fn new<S: AsRef<str>>(names: impl IntoIterator<Item = S>) -> Self {
        let names = names.into_iter().map(|name| folded(name.as_ref()));
        Self {
            names: names.filter(|name| !name.is_empty()).collect(),
        }
    }

    /// The names, in small letters and without an article, in alphabetical order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// Whether no name is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Whether a name is the publication's: in full, in whatever case, with “the” before it or without, or as “the Courier” for
    /// “the Ostby Courier”.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        let name = folded(name);
        let is_short = |full: &String| full.rsplit_once(' ').is_some_and(|(_, last)| last == name);
        !self.is_empty() && (self.names.contains(&name) || is_newspaper_word(&name) && self.names.iter().any(is_short))
    }

    /// The same with more names.
    #[must_use]
    pub fn and<S: AsRef<str>>(mut self, names: impl IntoIterator<Item = S>) -> Self {
        self.names.extend(Self::new(names).names);
        self
    }
}

/// A name in small letters, with one space between its words and without an article.
fn folded(name: &str) -> String {
    let small = name.to_lowercase().replace('’', "'");
    let words: Vec<&str> = small.split_whitespace().collect();
    let name = words.join(" ");
    name.strip_prefix("the ").map(str::to_owned).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_known_with_its_article_and_without() {
        let paper = Publication::new(["The Ostby Courier", "Courier", " "]);
        for name in ["the  Ostby Courier", "Ostby courier", "THE COURIER", "Courier"] {
            assert!(paper.has(name), "{name}");
        }
        for name in ["Ostby", "the", "", "Courier Street"] {
            assert!(!paper.has(name), "{name}");
        }
        assert!(!Publication::default().has("Courier"));
    }
}
