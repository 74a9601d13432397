//! Whether words make a clause of their own: "The fee will rise, said Lund" and not "The mayor, who left in May, announced the cuts". It
//! asks for no subject.

use std::ops::Range;

use crate::analysis::attribution::line::Line;
use crate::language::{Tag, Upos};

/// Whether a finite verb is among the items that no relative pronoun or subordinator has for its own.
#[must_use]
pub fn has_main_verb(line: Line<'_>, items: Range<usize>) -> bool {
    let mut opened = 0_usize;
    for at in items {
        if line.tag(at).is_wh() || line.has(at, &[Upos::Sconj]) || is_relative_that(line, at) {
            opened += 1;
        } else if line.tag(at).is_finite() {
            match opened.checked_sub(1) {
                Some(fewer) => opened = fewer,
                None => return true,
            }
        }
    }
    false
}

/// "the plan that failed"
fn is_relative_that(line: Line<'_>, at: usize) -> bool {
    line.is(at, "that") && line.tag(at) != Tag::Determiner && at > 0 && line.has(at - 1, &[Upos::Noun, Upos::Propn])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn a_verb_of_an_inner_clause_is_no_main_verb() {
        let main = |text: &str| with_line(text, |line| has_main_verb(line, 0..line.len()));
        assert!(main("The fee will rise."));
        assert!(main("The road that was closed will open."));
        assert!(main("If it rains, the shop will close."));
        assert!(!main("The mayor, who left in May,"));
        assert!(!main("When the council met, Ana Lund, a lawyer,"));
        assert!(!main("The guide, who came when it was late,"));
    }
}
