//! What the parse says about a verb's subject, for verbs where the parts of speech show none. It never overrules them.

use std::ops::Range;

use crate::analysis::attribution::lexicon::is_day;
use crate::analysis::attribution::line::{Line, noun_phrase, when};
use crate::language::{Relation, Upos};

/// How many items away from a verb the words that the parse attaches to it are looked for.
const REACH: usize = 80;

/// The noun phrase that the parse makes the subject of the verb at item `verb`, as items.
#[must_use]
pub fn subject(line: Line<'_>, verb: usize) -> Option<Range<usize>> {
    let index = line.index(verb)?;
    let near = verb.saturating_sub(REACH)..line.len().min(verb + REACH);
    let head = near.into_iter().find(|&at| {
        line.head(at) == Some(index)
            && matches!(
                line.relation(at),
                Relation::Nsubj | Relation::NsubjPass | Relation::NsubjOuter
            )
    })?;
    let phrase = phrase_around(line, head);
    let speaks = !is_day(line.form(head)) && !noun_phrase::is_relative(line, head) && !when::is_time(line, &phrase);
    let remnant = line.has(head, &[Upos::Pron]) && !noun_phrase::is_nominal(line, head);
    (speaks && !remnant).then_some(phrase)
}

/// The simple noun phrase around its head, with names that go on after the head.
fn phrase_around(line: Line<'_>, head: usize) -> Range<usize> {
    let start = noun_phrase::ending_at(line, head).start;
    let end = (head + 1..line.len()).find(|&at| !goes_on(line, at, head));
    start..end.unwrap_or(line.len())
}

/// "Mayor Ana | Lund", "Article | 12": whether the item is a part of the name or an apposition that the parse attaches to its head.
fn goes_on(line: Line<'_>, at: usize, head: usize) -> bool {
    line.has(at, &[Upos::Propn, Upos::Noun, Upos::Num])
        && line.head(at).is_some()
        && line.head(at) == line.index(head)
        && matches!(
            line.relation(at),
            Relation::Flat | Relation::Compound | Relation::FlatName | Relation::Appos
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn the_parse_names_the_subject() {
        let text = "Mayor Ana Lund was confident.";
        with_line(text, |line| {
            let subject = subject(line, 4).unwrap();
            assert_eq!(line.span(subject).of(text), "Mayor Ana Lund");
        });
    }
}
