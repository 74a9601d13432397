//! The noun that a relative pronoun refers to: "Lund, who said", "a letter on Friday that said". It looks at no other pronoun.

use std::ops::Range;

use crate::analysis::attribution::frame::rivals;
use crate::analysis::attribution::lexicon::is_day;
use crate::analysis::attribution::line::noun_phrase::{self, is_nominal};
use crate::analysis::attribution::line::{Line, when};
use crate::language::Upos;

/// How far before the pronoun the noun that the parse names may stand, in items.
const FARTHEST: usize = 24;

/// The phrase that the relative pronoun at an item refers to. None after a preposition ("of whom").
#[must_use]
pub fn antecedent(line: Line<'_>, relative: usize) -> Option<Range<usize>> {
    let mut last = relative.checked_sub(1)?;
    if line.is(last, ",") {
        last = last.checked_sub(1)?;
    }
    last = before_time(line, last)?;
    if !is_nominal(line, last) {
        return None;
    }
    let near = noun_phrase::ending_at(line, last);
    if rivals::is_denied(line, &near) {
        return None;
    }
    if let Some(meant) = rivals::meant_instead(line, &near) {
        return Some(meant);
    }
    if is_odd(line, relative, &near)
        && let Some(far) = parsed(line, relative)
    {
        return Some(far);
    }
    Some(near)
}

/// "a letter on Friday | that": the item before words that say when.
fn before_time(line: Line<'_>, last: usize) -> Option<usize> {
    let start = if is_day(line.form(last)) {
        last
    } else {
        match when::begins_at(line, last) {
            Some(start) => start,
            None => return Some(last),
        }
    };
    let before = start.checked_sub(1)?;
    if line.has(before, &[Upos::Adp]) {
        return before.checked_sub(1);
    }
    Some(before)
}

/// "spoke to Lund on camera, who said", "a letter from his doctor that said": whether a pronoun for people comes after a thing, or one
/// for things after a person, and a preposition leads that phrase.
fn is_odd(line: Line<'_>, relative: usize, near: &Range<usize>) -> bool {
    let led = near
        .start
        .checked_sub(1)
        .is_some_and(|before| line.has(before, &[Upos::Adp]));
    let Some(head) = near.end.checked_sub(1).filter(|_| led) else {
        return false;
    };
    let person = noun_phrase::is_person_noun(line, head);
    let common = line.has(head, &[Upos::Noun]) && !line.is_capitalized(head);
    common && person != line.is(relative, "who")
}

/// The noun that the parse makes the head of the clause of the pronoun.
fn parsed(line: Line<'_>, relative: usize) -> Option<Range<usize>> {
    let noun = line.view.antecedent_of(line.index(relative)?)?;
    let last = (relative.saturating_sub(FARTHEST)..relative)
        .rev()
        .find(|&at| line.index(at) == Some(noun))?;
    let phrase = noun_phrase::ending_at(line, last);
    let name = noun_phrase::core_starting_at(line, phrase.start)?;
    Some(phrase.start..name.end.max(phrase.end).min(relative))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn a_pronoun_refers_over_days_and_places() {
        for (text, pronoun, expected) in [
            ("Ana Lund, who said so, left.", "who", "Ana Lund"),
            ("Lund wrote a letter on Friday that said so.", "that", "a letter"),
            ("Lund sent a letter from her doctor that said so.", "that", "a letter"),
        ] {
            let found = with_line(text, |line| {
                let at = (0..line.len()).find(|&at| line.is(at, pronoun)).unwrap();
                antecedent(line, at).map(|items| line.span(items).of(text).to_owned())
            });
            assert_eq!(found.as_deref(), Some(expected), "{text}");
        }
    }
}
