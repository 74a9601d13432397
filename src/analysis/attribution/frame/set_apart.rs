//! The name that a description inside reported words has set apart right before the verb: "said that the driver, Ned Rao, |
//! shouted". It looks at no description that begins its sentence.

use std::ops::Range;

use crate::analysis::attribution::lexicon::{Complement, complements};
use crate::analysis::attribution::line::Line;
use crate::analysis::attribution::line::noun_phrase;
use crate::language::Upos;

/// The name that ends before the comma at item `comma`, if a description in front of it begins a clause that somebody reports.
#[must_use]
pub fn subject(line: Line<'_>, comma: usize) -> Option<Range<usize>> {
    let last = comma.checked_sub(1).filter(|_| line.is(comma, ","))?;
    if !noun_phrase::is_name(line, last) {
        return None;
    }
    let name = noun_phrase::ending_at(line, last);
    let noun = name
        .start
        .checked_sub(2)
        .filter(|noun| line.is(noun + 1, ",") && is_description(line, *noun))?;
    let start = if line.is(noun, "accused") {
        noun.checked_sub(1)?
    } else {
        noun_phrase::ending_at(line, noun).start
    };
    let opener = start.checked_sub(1)?;
    let reports = || line.has(opener, &[Upos::Verb]) && complements(line.lemma(opener)).takes(Complement::Zero);
    (line.is(opener, "that") || reports()).then_some(name)
}

/// "driver", "the accused".
fn is_description(line: Line<'_>, noun: usize) -> bool {
    noun_phrase::is_person_noun(line, noun) || line.is(noun, "accused") && noun > 0 && line.is(noun - 1, "the")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn whoever_is_described_in_reported_words_acts_in_them() {
        let found = |text: &str, verb: &str| {
            with_line(text, |line| {
                let at = (0..line.len()).find(|&at| line.is(at, verb)).unwrap();
                subject(line, at - 1).map(|items| line.span(items).of(text).to_owned())
            })
        };
        let rao = Some("Ned Rao".to_owned());
        assert_eq!(found("Lund said the driver, Ned Rao, shouted “go”.", "shouted"), rao);
        assert_eq!(
            found("Lund said that the accused, Ned Rao, shouted “go”.", "shouted"),
            rao
        );
        assert_eq!(found("The driver, Ned Rao, shouted “go”.", "shouted"), None);
        assert_eq!(
            found("Lund, who met the driver, Ned Rao, shouted “go”.", "shouted"),
            None
        );
    }
}
