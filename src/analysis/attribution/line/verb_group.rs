//! What belongs to the group of a verb: auxiliaries, *not*, *to*. The questions of grammar are asked of `language::grammar`.

use crate::analysis::attribution::line::view::Line;
use crate::language::Tag;

/// How far after *to* its verb may stand, in items: "to very quickly go".
const LONGEST_SPLIT: usize = 3;

/// Whether the verb is a participle after a form of *be* or *get*: "was told", "got told".
#[must_use]
pub fn follows_passive_auxiliary(line: Line<'_>, verb: usize) -> bool {
    line.index(verb)
        .is_some_and(|verb| line.view.follows_passive_auxiliary(verb))
}

/// Whether an auxiliary comes before the verb: "has said".
#[must_use]
pub fn has_auxiliary(line: Line<'_>, verb: usize) -> bool {
    line.index(verb)
        .is_some_and(|verb| line.view.auxiliaries_before(verb).next().is_some())
}

/// Whether the verb is denied: "did not say".
#[must_use]
pub fn is_negated(line: Line<'_>, verb: usize) -> bool {
    line.index(verb).is_some_and(|verb| line.view.is_negated_before(verb))
}

/// Whether the item is the *to* of an infinitive: "to go", "to quickly go".
#[must_use]
pub fn is_infinitive(line: Line<'_>, at: usize) -> bool {
    line.tag(at) == Tag::To && (at + 1..=at + LONGEST_SPLIT).any(|at| line.tag(at) == Tag::BaseVerb)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn a_group_tells_voice_and_denial() {
        with_line("Lund was told of it.", |line| {
            assert!(follows_passive_auxiliary(line, 2))
        });
        with_line("Lund has not said so.", |line| {
            assert!(has_auxiliary(line, 3) && is_negated(line, 3) && !follows_passive_auxiliary(line, 3));
        });
    }
}
