//! The words of a description that say which one of its kind is meant. It compares none.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use smol_str::SmolStr;

use crate::analysis::actors::{LocalMention, lower};
use crate::language::View;
use crate::text::table;

static EMPTY: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("data/empty_modifiers.txt")).collect());

/// The words of a description between its determiner and its head, and those of what follows "of": "foreign" of "the
/// foreign minister", in lowercase.
pub(super) fn modifiers(words: View<'_>, description: &LocalMention) -> Vec<SmolStr> {
    description
        .words
        .clone()
        .filter(|at| *at != description.head)
        .map(|at| SmolStr::new(lower(words.form(at))))
        .filter(|word| word.chars().any(char::is_alphabetic) && !EMPTY.contains(word.as_str()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::actors::{of_block, toy};

    #[test]
    fn determiners_are_no_modifiers() {
        let text = "The foreign minister of both ports left.";
        let language = toy::language(text);
        let mentions = of_block(text, &language);
        let found = modifiers(View::new(text, &language), &mentions[0]);
        assert_eq!(found, ["foreign", "ports"]);
    }
}
