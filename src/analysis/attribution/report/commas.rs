//! Whether a comma ends the content of a cue, by what follows the comma. One question for each kind of word after it; the first
//! that knows an answer decides.

use crate::analysis::attribution::line::{Line, noun_phrase};
use crate::analysis::attribution::report::joined::{Content, ends_at_comma_with_conjunction, hangs_on, leads_clause};
use crate::language::{Relation, Tag, Upos};

/// How many heads of a word are followed upwards.
const HIGHEST: usize = 12;

/// How far before a cue the subordinator of its clause may stand, in items.
const NEAR_SUBORDINATOR: usize = 10;

/// How far before a cue its relative pronoun may stand, in items: "who has since said".
const NEAR_RELATIVE: usize = 3;

/// Subordinators that lead the writer's own remark after a comma.
const REMARKS: [&str; 6] = ["when", "where", "while", "although", "though", "whereas"];

/// Whether a comma ends the content, by what follows it.
#[must_use]
pub fn ends_at_comma(line: Line<'_>, content: &Content, comma: usize) -> bool {
    let next = comma + 1;
    line.word(next).is_some()
        && main_clause(line, content, comma)
            .or_else(|| remark(line, content, next))
            .or_else(|| gerund(line, content, next))
            .or_else(|| comparison(line, next))
            .or_else(|| conjunction(line, content, next))
            .or_else(|| finite_verb(line, content, next))
            .unwrap_or_else(|| ends_phrase(line, content, next))
}

/// "While critics say it is late, | the council goes on": the main clause begins.
fn main_clause(line: Line<'_>, content: &Content, comma: usize) -> Option<bool> {
    let next = comma + 1;
    let nominal = line.has(
        next,
        &[Upos::Det, Upos::Pron, Upos::Propn, Upos::Noun, Upos::Adj, Upos::Num],
    ) && !matches!(line.tag(next), Tag::WhPronoun | Tag::WhDeterminer | Tag::WhPossessive);
    (nominal && leads_clause(line, next, content.limit) && is_fronted(line, content.cue, comma)).then_some(true)
}

/// "Lund said it was late, | though it was not", ", | even as it rained", ", | according to the readout", "backed the plan, | which failed".
fn remark(line: Line<'_>, content: &Content, next: usize) -> Option<bool> {
    let relative = line.is(next, "which") && !content.clause;
    let even = line.is(next, "even") && line.is_any(next + 1, &["as", "though", "while"]);
    (line.is(next, "according") || relative || even || line.is_any(next, &REMARKS)).then_some(true)
}

/// "Lund said it was safe, | adding that": a gerund ends a clause where it depends on the cue, and a phrase always.
fn gerund(line: Line<'_>, content: &Content, next: usize) -> Option<bool> {
    (line.tag(next) == Tag::Gerund).then(|| {
        if content.clause {
            hangs_on(line, next, content.cue, 1)
        } else {
            next > content.first + 2
        }
    })
}

/// "Lund said it was late, | as have others": the writer compares.
fn comparison(line: Line<'_>, next: usize) -> Option<bool> {
    (line.is(next, "as") && line.has(next + 1, &[Upos::Aux])).then_some(true)
}

/// "Lund said it was late, and that it rained" goes on; "Lund said it was late, | and left" does not.
fn conjunction(line: Line<'_>, content: &Content, next: usize) -> Option<bool> {
    if !line.is_any(next, &["and", "but", "so", "yet"]) {
        return None;
    }
    let goes_on = content.clause && line.is_any(next, &["and", "but"]) && line.is(next + 1, "that");
    Some(!goes_on && ends_at_comma_with_conjunction(line, content, next))
}

/// "Lund, who said it was over, | left": the comma closes the relative clause of the cue.
fn finite_verb(line: Line<'_>, content: &Content, next: usize) -> Option<bool> {
    line.tag(next)
        .is_finite()
        .then(|| !content.clause || is_in_relative_clause(line, content.cue))
}

/// "backed the plan, | whose cost rose", "backed the plan, | made public in May": such words end a phrase and no clause.
fn ends_phrase(line: Line<'_>, content: &Content, next: usize) -> bool {
    !content.clause && (line.is_any(next, &["who", "whom", "whose"]) || line.tag(next) == Tag::PastParticiple)
}

/// Whether the cue is the verb of a relative clause.
fn is_in_relative_clause(line: Line<'_>, cue: usize) -> bool {
    line.relation(cue) == Relation::AclRelcl
        || (cue.saturating_sub(NEAR_RELATIVE)..cue).any(|at| noun_phrase::is_relative(line, at))
}

/// Whether the clause of the cue is in front of the main clause, which begins after the comma.
fn is_fronted(line: Line<'_>, cue: usize, comma: usize) -> bool {
    // A source that begins the sentence has the main clause for its content.
    if line.is(cue, "according") {
        return false;
    }
    let Some(comma) = line.index(comma) else { return false };
    // "Asked whether it rained, Lund said": a participle that begins the sentence comes first.
    let participle = cue == 0 && line.tag(cue).is_participle();
    let heads = line.index(cue).into_iter().flat_map(|cue| line.view.ancestors(cue));
    participle || heads.take(HIGHEST).any(|head| head > comma) || is_subordinate(line, cue)
}

/// "While critics say": whether the sentence begins with the subordinator of the cue's clause.
fn is_subordinate(line: Line<'_>, cue: usize) -> bool {
    let reach = cue.saturating_sub(NEAR_SUBORDINATOR);
    let first = (reach..cue)
        .rev()
        .find(|&at| line.is_any(at, &[",", "."]))
        .map_or(reach, |at| at + 1);
    let subordinator =
        line.has(first, &[Upos::Sconj]) && (line.is_any(first, &REMARKS) || line.is_any(first, &["if", "as"]));
    // "For a man who said it was over, Lund was busy."
    let preposition = first == 0 && line.has(0, &[Upos::Adp]) && is_in_relative_clause(line, cue);
    subordinator || preposition
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    /// Whether the last comma of a sentence ends what the first word that reads `cue` reports.
    fn ends(text: &str, cue: &str, clause: bool) -> bool {
        with_line(text, |line| {
            let cue = (0..line.len()).find(|&at| line.is(at, cue)).unwrap();
            let comma = (0..line.len()).rfind(|&at| line.is(at, ",")).unwrap();
            let content = Content {
                cue,
                first: cue + 1,
                clause,
                limit: line.len() - 1,
            };
            ends_at_comma(line, &content, comma)
        })
    }

    #[test]
    fn what_follows_the_comma_decides() {
        assert!(ends("While critics say it is late, the council goes on.", "say", true));
        assert!(ends("Lund said it was late, though it was not.", "said", true));
        assert!(ends("Lund said it was late, even as it rained.", "said", true));
        assert!(ends("Lund said it was safe, adding that it was new.", "said", true));
        assert!(ends("Lund said it was late, as has been the case.", "said", true));
        assert!(ends("Lund, who said it was over, left.", "said", true));
        assert!(ends("Lund backed the plan, whose cost rose.", "backed", false));
        assert!(!ends("Lund said it was late, and that it rained.", "said", true));
        assert!(!ends("Lund said it was a wet, cold day.", "said", true));
    }
}
