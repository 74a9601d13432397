//! Titles and roles as one block gives them. It does not ask whose they are.

use std::ops::Range;

use smol_str::SmolStr;

use crate::analysis::actors::LocalRole;
use crate::language::View;

/// The role that `range` says, with the base form of its noun.
pub(super) fn role(words: View<'_>, range: Range<usize>, head: SmolStr) -> LocalRole {
    LocalRole {
        span: words.span(range.clone()),
        former: is_former(words, range),
        head,
    }
}

/// Whether the words say that a role is past: "former mayor", "then-Mayor".
pub(super) fn is_former(words: View<'_>, mut range: Range<usize>) -> bool {
    range.any(|at| words.is_any(at, &["former", "ex", "then", "onetime", "late", "ousted"]))
}

/// Whether a title says nothing about what somebody does: "Mrs".
pub(super) fn is_courtesy(head: &str) -> bool {
    matches!(
        head,
        "mr" | "mrs" | "ms" | "miss" | "sir" | "madam" | "lord" | "lady" | "dame"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::actors::toy;

    #[test]
    fn a_role_may_be_past() {
        for (text, expected) in [("former Mayor", true), ("then - Mayor", true), ("new Mayor", false)] {
            let language = toy::language(text);
            let words = View::new(text, &language);
            let found = role(words, 0..words.len(), "mayor".into());
            assert_eq!((found.former, found.span.of(text)), (expected, text));
        }
        assert!(is_courtesy("mrs") && !is_courtesy("mayor"));
    }
}
