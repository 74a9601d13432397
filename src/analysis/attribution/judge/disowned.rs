//! Words that nobody is said to have said: "If Lund had said “I did it”", "Lund denied telling the crew to “burn the books”".
//! It asks nobody who speaks.

use crate::analysis::attribution::lexicon::{CueClass, cue};
use crate::analysis::attribution::line::Line;
use crate::language::Upos;

/// How many items before a verb of saying its "if" may be, and before a quotation the "denied" of its clause.
const CLAUSE: usize = 24;

/// How many items before a quotation the verb of saying may be that only supposes it.
const NEAR: usize = 6;

/// Whether the words at item `at` are only supposed to be said, or are said to be denied; `cue` is the verb of saying that
/// leads to them.
#[must_use]
pub fn is_disowned(line: Line<'_>, cue: usize, at: usize) -> bool {
    is_supposed(line, cue) || begins_unreal(line, cue, at) || is_denied_saying(line, at)
}

/// "If Lund had shouted “fire”, the panel heard, …": whether the verb of saying right before the words at item `at` only
/// supposes them, whoever speaks after them.
#[must_use]
pub fn is_supposed_before(line: Line<'_>, at: usize) -> bool {
    (at.saturating_sub(NEAR)..at)
        .rev()
        .take_while(|&at| line.word(at).is_some() && !line.is_stop(at) && !line.is(at, ","))
        .find(|&at| line.has(at, &[Upos::Verb]))
        .is_some_and(|verb| cue(line.lemma(verb)).is_some_and(CueClass::speaks) && is_supposed(line, verb))
}

/// "If Lund had | said", "unless Lund, the mayor, | says": not "If elected, Lund said".
fn is_supposed(line: Line<'_>, cue: usize) -> bool {
    let mut commas = 0;
    for at in (cue.saturating_sub(CLAUSE)..cue).rev() {
        let other_verb = line.has(at, &[Upos::Verb]) && line.tag(at).is_finite() && line.lemma(at) != "have";
        if line.word(at).is_none() || line.is_stop(at) || other_verb {
            return false;
        }
        if line.is_any(at, &["if", "unless"]) {
            return commas == 0 || commas == 2;
        }
        commas += usize::from(line.is(at, ","));
    }
    false
}

/// "Had Lund told them “I will quit”, he would have won".
fn begins_unreal(line: Line<'_>, cue: usize, at: usize) -> bool {
    let would_follow = (at + 1..line.len()).any(|at| line.is_any(at, &["would", "could", "might"]));
    line.is(0, "had") && cue > 0 && would_follow && !line.is(line.len() - 1, "?")
}

/// "denied telling the crew to “burn the books”", "denied that he had called her a “liar”": whether somebody denies a saying in
/// the clause that leads to the words. "Denied the charge, saying “…”" says them.
fn is_denied_saying(line: Line<'_>, at: usize) -> bool {
    let belongs = |at: &usize| {
        line.word(*at).is_some() && !line.is_stop(*at) && !line.is(*at, ",") && !line.has(*at, &[Upos::Cconj])
    };
    let says = |at: usize| {
        let class = cue(line.lemma(at)).filter(|_| line.has(at, &[Upos::Verb]));
        class.is_some_and(|class: CueClass| class.speaks() || class.describe)
    };
    let clause = (at.saturating_sub(CLAUSE)..at).rev().take_while(belongs);
    let mut is_said = false;
    for at in clause {
        if line.lemma(at) == "deny" {
            return is_said;
        }
        is_said |= says(at);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    fn disowned(text: &str, cue: &str) -> bool {
        with_line(text, |line| {
            let at = (0..line.len()).find(|&at| line.is_quotation(at)).unwrap();
            let cue = (0..line.len()).find(|&at| line.is(at, cue)).unwrap();
            is_disowned(line, cue, at)
        })
    }

    #[test]
    fn what_somebody_might_have_said_is_nobodys() {
        assert!(disowned("If Lund had said “I did it”, Rao would know.", "said"));
        assert!(disowned("Had Lund told them “I will quit”, he would have won.", "told"));
        assert!(!disowned("If elected, Lund said, “I will quit.”", "said"));
        assert!(!disowned("Lund had told them “I will quit”.", "told"));
        let supposed = |text: &str| {
            with_line(text, |line| {
                is_supposed_before(line, (0..line.len()).find(|&at| line.is_quotation(at)).unwrap())
            })
        };
        assert!(supposed("If Lund had shouted “jump”, the panel heard, all would live."));
        assert!(!supposed("When Lund shouted “jump”, the panel heard, all did."));
    }

    #[test]
    fn what_somebody_denies_having_said_is_nobodys() {
        assert!(disowned("Lund denied telling the crew to “burn the books”.", "telling"));
        assert!(disowned("Lund denied that he had called her a “liar”.", "called"));
        assert!(!disowned("Lund denied the charge, saying “I was out”.", "saying"));
        assert!(!disowned("Lund denied it was “odd”.", "denied"));
    }
}
