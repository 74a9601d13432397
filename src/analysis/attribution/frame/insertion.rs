//! The subject before an insertion: "Lund, citing the report, said", "when Lund, in a letter, said". It looks at nothing right before
//! the verb.

use std::ops::Range;

use crate::analysis::attribution::frame::types::REACH;
use crate::analysis::attribution::lexicon::is_day;
use crate::analysis::attribution::line::noun_phrase::{self, is_relative};
use crate::analysis::attribution::line::{Line, when};
use crate::language::{Tag, Upos};

/// "Lund, citing the report, said": the first noun phrase of the clause that ends at item `end` and that no preposition leads.
#[must_use]
pub fn before_insertion(line: Line<'_>, end: usize) -> Option<Range<usize>> {
    let mut at = clause_start(line, end);
    while at < end {
        if let Some(after) = when::ends_at(line, at) {
            at = after;
        } else if line.has(at, &[Upos::Adp, Upos::Sconj]) || line.tag(at).is_participle() || opens_with_when(line, at) {
            // A phrase in front of the clause ends with its comma.
            at = (at..end).find(|&at| line.is(at, ","))? + 1;
        } else if let Some(items) = noun_phrase::starting_at(line, at) {
            if !is_day(line.form(items.end - 1)) && !is_relative(line, items.start) {
                return Some(items);
            }
            at = items.end;
        } else {
            at += 1;
        }
    }
    None
}

/// "When the council met, | Lund, a pilot, said": whether a clause with a verb of its own comes before a name with an insertion.
fn opens_with_when(line: Line<'_>, at: usize) -> bool {
    let Some(comma) = (at..at + REACH).find(|&at| line.is(at, ",") || line.word(at).is_none()) else {
        return false;
    };
    line.tag(at) == Tag::WhAdverb
        && (at..comma).any(|at| line.tag(at).is_finite())
        && noun_phrase::core_starting_at(line, comma + 1).is_some_and(|items| line.is(items.end, ","))
}

/// Where the clause begins that goes to item `end`: after a quotation, a semicolon, a colon, a comma with its "and", or the "when"
/// of a clause with an insertion after its subject.
fn clause_start(line: Line<'_>, end: usize) -> usize {
    let first = end.saturating_sub(REACH);
    let in_commas = line.is(end, ",");
    (first..end)
        .rev()
        .find(|&at| {
            line.is_quotation(at)
                || line.is_any(at, &[";", ":"])
                || in_commas && line.is_dash(at)
                || line.has(at, &[Upos::Cconj]) && at > 0 && line.is(at - 1, ",")
                || opens_clause_to(line, at, end)
        })
        .map_or(first, |at| at + 1)
}

/// "It began when Lund, in a letter to Weil, said": whether a word opens a clause with a subject and an insertion that reach to
/// item `end`, with no finite verb of their own but in relative clauses.
fn opens_clause_to(line: Line<'_>, at: usize, end: usize) -> bool {
    if at == 0
        || !line.is_any(
            at,
            &[
                "when", "while", "because", "although", "though", "since", "after", "before",
            ],
        )
    {
        return false;
    }
    let named = |subject: &Range<usize>| line.is(subject.end, ",") && noun_phrase::is_name(line, subject.end - 1);
    let Some(subject) = noun_phrase::core_starting_at(line, at + 1).filter(named) else {
        return false;
    };
    let mut relatives = 0_i32;
    for at in subject.end..end {
        relatives += i32::from(is_relative(line, at)) - i32::from(line.tag(at).is_finite());
        if relatives < 0 {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn the_subject_is_before_the_insertion_of_its_own_clause() {
        for (text, expected) in [
            ("After the vote, Lund, citing the report, said so.", "Lund"),
            ("It ended last week when Ana Lund, in a letter, said so.", "Ana Lund"),
            ("Last night Ana Lund, a pilot, said so.", "Ana Lund"),
            ("When the mayor, Ana Lund, said so.", "the mayor"),
            ("When the council met, Ana Lund, a pilot, said so.", "Ana Lund"),
        ] {
            let found = with_line(text, |line| {
                let said = (0..line.len()).find(|&at| line.is(at, "said")).unwrap();
                before_insertion(line, said - 1).map(|items| line.span(items).of(text).to_owned())
            });
            assert_eq!(found.as_deref(), Some(expected), "{text}");
        }
    }
}
