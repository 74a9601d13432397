//! Whether marked words are called out, mouthed or shown: they are somebody's however short they are. It does not ask whose.

use crate::analysis::attribution::lexicon::{WordClass, is_in};
use crate::analysis::attribution::line::Line;

/// How near a verb of using is to the words that are used, in items.
const NEAR: usize = 3;

/// Whether the quotation is called out, mouthed or shown: chants of “Go home”, a sign that read “Closed”.
#[must_use]
pub fn is_uttered(line: Line<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let before = if line.is_any(before, &["of", ",", ":"]) {
        before.saturating_sub(1)
    } else {
        before
    };
    is_in(WordClass::Uttered, line.form(before)) || is_used(line, at)
}

/// "refused to say the words “…”", "the phrase “…” was uttered": words that somebody is said to have used.
fn is_used(line: Line<'_>, at: usize) -> bool {
    let Some(noun) = at.checked_sub(1) else { return false };
    let mut near = (noun.saturating_sub(NEAR)..noun).chain(at + 1..=at + NEAR);
    matches!(line.lemma(noun), "word" | "term" | "phrase" | "slogan")
        && near.any(|at| {
            matches!(
                line.lemma(at),
                "say" | "use" | "utter" | "repeat" | "shout" | "under" | "write"
            )
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn what_is_shouted_shown_or_used_is_uttered() {
        let uttered = |text: &str| {
            with_line(text, |line| {
                is_uttered(line, (0..line.len()).find(|&at| line.is_quotation(at)).unwrap())
            })
        };
        assert!(uttered("There were chants of “Go home” in Ostby."));
        assert!(uttered("Lund refused to say the words “radical plan”."));
        assert!(!uttered("Lund saw the film “Salt Road”."));
    }
}
