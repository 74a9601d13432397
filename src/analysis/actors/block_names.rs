//! The words of a block with the names in it, as every question about mentions needs them. It finds no mention.

use crate::language::{Language, Name, View};

/// The words of a block, and for each word the name it belongs to.
pub(super) struct BlockNames<'a> {
    /// The words.
    pub words: View<'a>,
    name_at: Vec<Option<usize>>,
}

impl<'a> BlockNames<'a> {
    /// Indexes the names of a block by their words.
    pub fn new(text: &'a str, language: &'a Language) -> Self {
        let mut name_at = vec![None; language.words.len()];
        for (index, name) in language.names.iter().enumerate() {
            if let Some(words) = name_at.get_mut(name.words.clone()) {
                words.fill(Some(index));
            }
        }
        Self {
            words: View::new(text, language),
            name_at,
        }
    }

    /// The name that the word at `at` belongs to.
    pub fn name(&self, at: usize) -> Option<&'a Name> {
        self.words.language.names.get((*self.name_at.get(at)?)?)
    }
}
