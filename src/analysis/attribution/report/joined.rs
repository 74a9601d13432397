//! Whether a verb after *and*, after a comma or after a noun phrase belongs to the reported words or to the writer, by what it
//! depends on and by its tense. It looks at no marks.

use crate::analysis::attribution::line::Line;
use crate::language::{Relation, Tag, Upos};

/// How near after a noun phrase its verb is, in items.
const NEAR_VERB: usize = 8;

/// How far a verb may stand from its finite auxiliary, in items: "has since said".
const NEAR_IN_GROUP: usize = 4;

/// How many joined verbs a verb may hang over: "said it rained, came and left".
const MOST_JOINED: usize = 3;

/// The content whose end is looked for.
#[derive(Clone, Copy, Debug)]
pub struct Content {
    /// The item of the cue.
    pub cue: usize,
    /// The first item of the content.
    pub first: usize,
    /// Whether the content is a finite clause.
    pub clause: bool,
    /// The item that it cannot go beyond.
    pub limit: usize,
}

/// "Lund said it rained | and left", "Lund backed the plan | and opposed the fee": whether a verb after "and" or "but" goes on
/// with the writer's sentence.
#[must_use]
pub fn ends_at_conjunction(line: Line<'_>, content: &Content, conjunction: usize) -> bool {
    let skip = usize::from(line.has(conjunction + 1, &[Upos::Adv]));
    let next = conjunction + 1 + skip;
    let tag = line.tag(next);
    let Content { cue, clause, .. } = *content;
    if tag.is_finite() {
        return !clause
            || same_tense(line, cue, next)
                && full_verb(line, next).is_some_and(|verb| hangs_on(line, verb, cue, MOST_JOINED));
    }
    !clause
        && match tag {
            Tag::Gerund => line.tag(cue) == Tag::Gerund,
            Tag::PastParticiple | Tag::BaseVerb => line.tag(cue) == tag && hangs_on(line, next, cue, 1),
            _ => false,
        }
}

/// ", and left" or ", but left": whether the joined clause belongs to the writer.
#[must_use]
pub fn ends_at_comma_with_conjunction(line: Line<'_>, content: &Content, conjunction: usize) -> bool {
    let next = conjunction + 1;
    if line.word(next).is_none() {
        return false;
    }
    let finite = line.tag(next).is_finite();
    if !content.clause && (line.is(conjunction, "but") || finite) {
        return true;
    }
    let verb = (next..next + NEAR_VERB).find(|&at| line.has(at, &[Upos::Verb]) || line.tag(at).is_finite());
    verb.is_some_and(|verb| hangs_on(line, verb, content.cue, MOST_JOINED))
        && (!finite || same_tense(line, content.cue, next))
}

/// Whether a finite verb is near after a noun phrase that begins here.
#[must_use]
pub fn leads_clause(line: Line<'_>, first: usize, limit: usize) -> bool {
    (first + 1..limit.min(first + NEAR_VERB)).any(|at| line.tag(at).is_finite())
}

/// Whether the verb at an item depends on the cue, directly or over less than `steps` joined verbs.
#[must_use]
pub fn hangs_on(line: Line<'_>, verb: usize, cue: usize, steps: usize) -> bool {
    let (Some(cue), Some(mut word)) = (line.index(cue), line.index(verb)) else {
        return false;
    };
    for _ in 0..steps {
        let Some(head) = line.view.head(word) else { return false };
        if head == cue {
            return true;
        }
        let joined = matches!(
            line.view.relation(word),
            Relation::Conj | Relation::Aux | Relation::Cop | Relation::AuxPass
        );
        if !joined {
            return false;
        }
        word = head;
    }
    false
}

/// "and | has left": the verb after a finite auxiliary, else the finite verb itself.
fn full_verb(line: Line<'_>, finite: usize) -> Option<usize> {
    if line.has(finite, &[Upos::Aux]) {
        (finite + 1..=finite + NEAR_IN_GROUP).find(|&at| line.has(at, &[Upos::Verb]))
    } else {
        Some(finite)
    }
}

/// Whether the finite form of the cue has the tense of a verb that may be joined to it.
fn same_tense(line: Line<'_>, cue: usize, verb: usize) -> bool {
    let finite = (cue.saturating_sub(NEAR_IN_GROUP)..=cue)
        .rev()
        .map(|at| line.tag(at))
        .find(|tag| tag.is_finite());
    line.word(verb).is_some() && finite.is_none_or(|tag| tag == line.tag(verb))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn a_verb_that_is_joined_to_the_cue_is_the_writers() {
        let text = "Lund said it was raining and left.";
        with_line(text, |line| {
            let content = Content {
                cue: 1,
                first: 2,
                clause: true,
                limit: 7,
            };
            assert_eq!(
                ends_at_conjunction(line, &content, 5),
                hangs_on(line, 6, 1, MOST_JOINED)
            );
            assert!(same_tense(line, 1, 6) && leads_clause(line, 2, 7));
        });
    }
}
