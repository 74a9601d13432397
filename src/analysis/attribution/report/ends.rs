//! Where the content of a cue ends: at the end of its sentence, or where the writer's own sentence goes on. It does not ask
//! whether anything is reported.

use std::ops::Range;

use crate::analysis::attribution::lexicon::is_day;
use crate::analysis::attribution::line::{Line, noun_phrase};
use crate::analysis::attribution::report::commas::ends_at_comma;
use crate::analysis::attribution::report::content::{LONGEST, ends_like_speech};
use crate::analysis::attribution::report::joined::{Content, ends_at_conjunction, leads_clause};
use crate::language::{Relation, Upos};

/// The item after the content that begins at `first` and is reported by the cue at item `cue`. `clause` says whether the
/// content is a finite clause; a phrase ends at more things than a clause does.
#[must_use]
pub fn end(line: Line<'_>, cue: usize, first: usize, clause: bool) -> usize {
    let limit = sentence_end(line, first).min(first + LONGEST);
    let limit = predicate_of_noun(line, cue, first, limit).unwrap_or(limit);
    let content = Content {
        cue,
        first,
        clause,
        limit,
    };
    (first + 1..limit)
        .find(|&at| ends_at(line, &content, at))
        .unwrap_or(limit)
}

/// The end of the sentence that holds the content, its closing punctuation left out.
fn sentence_end(line: Line<'_>, first: usize) -> usize {
    let mut end = (first..line.len().min(first + LONGEST))
        .find(|&at| line.is_stop(at))
        .unwrap_or(line.len());
    while end > first && line.has(end - 1, &[Upos::Punct]) && !matches!(line.form(end - 1), ")" | "]") {
        end -= 1;
    }
    end
}

/// "The claim that it fell | is wrong": where a noun is the subject of a verb after its content, the verb's group ends it.
fn predicate_of_noun(line: Line<'_>, cue: usize, first: usize, limit: usize) -> Option<usize> {
    if !line.has(cue, &[Upos::Noun]) || !matches!(line.relation(cue), Relation::Nsubj | Relation::NsubjPass) {
        return None;
    }
    let head = line.head(cue)?;
    let mut at = (first + 1..limit).find(|&at| line.index(at) == Some(head))?;
    while at > first + 1 && line.has(at - 1, &[Upos::Aux, Upos::Adv, Upos::Part]) {
        at -= 1;
    }
    Some(at)
}

/// Whether the content ends before an item, by what the item is.
fn ends_at(line: Line<'_>, content: &Content, at: usize) -> bool {
    // The marks say where speech ends: wrote “We leave at dawn.” | on the wall.
    if line.is_quotation(at - 1) && !line.is_quotation(at) && ends_like_speech(line.quoted(at - 1)) {
        return true;
    }
    match line.form(at) {
        ";" => true,
        "—" | "–" | "--" | "-" | "―" => ends_at_dash(line, content, at),
        "," => at + 1 < content.limit && ends_at_comma(line, content, at),
        "and" | "but" => !line.is(at - 1, ",") && ends_at_conjunction(line, content, at),
        // "backed the plan | on Monday", "backed the plan | late Monday", "backed the plan | Monday": for a phrase.
        "on" | "late" | "early" if !content.clause => is_day(line.form(at + 1)),
        form => !content.clause && is_day(form) && at + 1 >= content.limit,
    }
}

/// After a dash a clause goes on more often than not, unless a clause of its own begins ("said it was over | — he had left");
/// a phrase is over.
fn ends_at_dash(line: Line<'_>, content: &Content, dash: usize) -> bool {
    let next = dash + 1;
    let begins_own_clause = || {
        line.has(next, &[Upos::Pron, Upos::Det, Upos::Propn, Upos::Sconj])
            && !noun_phrase::is_relative(line, next)
            && leads_clause(line, next, content.limit)
            && !is_paired(line, content.first..content.limit, dash)
    };
    let spaced = line.form(dash) != "-" || is_spaced(line, dash);
    spaced && dash > content.first + 1 && (!content.clause || begins_own_clause())
}

/// Whether another dash is in the range: two dashes hold an insertion.
fn is_paired(line: Line<'_>, range: Range<usize>, dash: usize) -> bool {
    range
        .into_iter()
        .filter(|&at| at != dash)
        .any(|at| line.is_dash(at) || line.form(at) == "―" || line.form(at) == "-" && is_spaced(line, at))
}

/// Whether a blank separates a hyphen from the word before it, as it separates a dash.
fn is_spaced(line: Line<'_>, at: usize) -> bool {
    at.checked_sub(1)
        .is_some_and(|before| line.word(before).is_some() && !line.touches_next(before))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    /// What is reported from the word `from` on, for the first word that reads `cue`.
    fn content(text: &str, cue: &str, from: &str, clause: bool) -> String {
        with_line(text, |line| {
            let at = |form: &str| (0..line.len()).find(|&at| line.is(at, form)).unwrap();
            let first = at(from);
            let end = end(line, at(cue), first, clause);
            line.span(first..end).of(text).to_owned()
        })
    }

    #[test]
    fn a_clause_ends_with_its_sentence() {
        assert_eq!(
            content("Lund said the road of Ostby was odd; it rained.", "said", "the", true),
            "the road of Ostby was odd"
        );
        assert_eq!(
            content(
                "Lund said the road was wet and the bridge was odd.",
                "said",
                "the",
                true
            ),
            "the road was wet and the bridge was odd"
        );
    }

    #[test]
    fn the_writer_goes_on() {
        assert_eq!(
            content("Lund said it was safe, adding that it was new.", "said", "it", true),
            "it was safe"
        );
        assert_eq!(
            content("Lund, who said it was over, left.", "said", "it", true),
            "it was over"
        );
        assert_eq!(
            content("The claim that it fell is wrong.", "claim", "that", true),
            "that it fell"
        );
    }

    #[test]
    fn a_phrase_ends_at_a_day() {
        assert_eq!(
            content("Lund backed the plan on Monday.", "backed", "the", false),
            "the plan"
        );
        assert_eq!(
            content("Lund backed the plan Monday.", "backed", "the", false),
            "the plan"
        );
    }
}
