//! Who is named only to say that somebody else spoke: "Lund, not Holt, said", "Lund rather than Holt". It looks for no verb.

use std::ops::Range;

use crate::analysis::attribution::line::Line;
use crate::analysis::attribution::line::noun_phrase::{self, is_nominal};

/// The phrase that is meant instead of these items; `None` if they are not set against another.
#[must_use]
pub fn meant_instead(line: Line<'_>, items: &Range<usize>) -> Option<Range<usize>> {
    let last = items.start.checked_sub(1)?;
    // "Not | Holt but Lund | said so."
    let but = items.clone().find(|&at| line.is(at, "but"));
    if let Some(but) = but.filter(|but| line.is(last, "not") && but + 1 < items.end) {
        return Some(but + 1..items.end);
    }
    let two =
        |first: &str, second: &str| last.checked_sub(1).is_some_and(|at| line.is(at, first)) && line.is(last, second);
    let denial = if line.is(last, "not") {
        last
    } else if two("rather", "than") || two("instead", "of") {
        last - 1
    } else {
        return None;
    };
    let mut before = denial.checked_sub(1)?;
    while line.is_any(before, &[",", "and", "but"]) {
        before = before.checked_sub(1)?;
    }
    is_nominal(line, before).then(|| noun_phrase::ending_at(line, before))
}

/// "It was not Lund who said so": whether it is denied that they are meant, and nobody else is named before them.
#[must_use]
pub fn is_denied(line: Line<'_>, items: &Range<usize>) -> bool {
    let Some(denial) = items.start.checked_sub(1) else {
        return false;
    };
    let is_not = line.is_any(denial, &["not", "n't", "n’t", "never"]);
    is_not && denial.checked_sub(1).is_some_and(|verb| line.lemma(verb) == "be")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    /// Who is meant instead of the first item that reads `name`, and whether that one is denied.
    fn of(text: &str, name: &str) -> (Option<String>, bool) {
        with_line(text, |line| {
            let at = (0..line.len()).find(|&at| line.is(at, name)).unwrap();
            let items = noun_phrase::ending_at(line, at);
            let meant = meant_instead(line, &items).map(|meant| line.span(meant).of(text).to_owned());
            (meant, is_denied(line, &items))
        })
    }

    #[test]
    fn whoever_comes_after_not_is_not_meant() {
        for (text, meant) in [
            ("Lund, not Holt, said so.", "Lund"),
            ("Lund and not Holt said so.", "Lund"),
            ("It was the mayor rather than Holt who said so.", "the mayor"),
        ] {
            assert_eq!(of(text, "holt"), (Some(meant.to_owned()), false), "{text}");
        }
        assert_eq!(of("It was not Holt who said so.", "holt"), (None, true));
        assert_eq!(of("It was not Lund but Holt who said so.", "holt"), (None, false));
        assert_eq!(of("“It was not,” Holt said.", "holt"), (None, false));
    }
}
