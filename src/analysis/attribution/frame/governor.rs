//! Which verb a participle goes with: "Lund left, saying that it was late" is said by whoever left. It finds no subject.

use crate::analysis::attribution::frame::types::REACH;
use crate::analysis::attribution::lexicon::{FormKind, cue, speaking_form};
use crate::analysis::attribution::line::{Line, noun_phrase};
use crate::language::{Relation, Tag, Upos};

/// How far before its verb the word may stand that opens a clause, in items.
const NEAR_CLAUSE: usize = 16;

/// The finite verb that the participle at item `verb` goes with, where more than its nearness shows it.
#[must_use]
pub fn of_participle(line: Line<'_>, verb: usize) -> Option<usize> {
    root_before(line, verb)
        .or_else(|| reporting_before(line, verb))
        .or_else(|| governor(line, verb))
        .or_else(|| main_after(line, verb))
        .or_else(|| around_relative(line, verb))
}

/// "Lund came close to an admission that it had rained, saying, “…”": the main verb of a sentence of which the last clause is only
/// said of something, for a participle that leads in a quotation after a comma.
fn root_before(line: Line<'_>, verb: usize) -> Option<usize> {
    let leads = line.tag(verb) == Tag::Gerund
        && verb.checked_sub(1).is_some_and(|before| line.is(before, ","))
        && speaking_form(line.form(verb)).is_some_and(|form| form.kind == FormKind::Gerund)
        && (line.is_any(verb + 1, &[",", ":"]) && line.is_quotation(verb + 2) || line.is_quotation(verb + 1));
    if !leads || line.holds_quotation(verb.saturating_sub(REACH)..verb) {
        return None;
    }
    let near = (0..verb).rev().find(|&at| line.tag(at).is_finite())?;
    let inner = (verb.saturating_sub(REACH)..near)
        .rev()
        .take(NEAR_CLAUSE)
        .any(|at| line.is(at, "that") || line.tag(at).is_wh());
    (verb.saturating_sub(REACH)..verb)
        .find(|&at| line.relation(at) == Relation::Root && line.tag(at).is_finite())
        .filter(|&root| root < near && inner)
}

/// "Lund said that his party backs the bill, adding that it is late": the verb that reports what came before, for a participle of saying
/// after a comma.
fn reporting_before(line: Line<'_>, verb: usize) -> Option<usize> {
    let says = line.tag(verb) == Tag::Gerund
        && verb.checked_sub(1).is_some_and(|before| line.is(before, ","))
        && cue(line.lemma(verb)).is_some_and(|class| class.speaks() && class.that);
    if !says {
        return None;
    }
    let reports = |at: &usize| {
        line.tag(*at).is_finite()
            && line.has(*at, &[Upos::Verb])
            && cue(line.lemma(*at)).is_some_and(|class| class.say && class.that)
    };
    (verb.saturating_sub(REACH)..verb)
        .rev()
        .take_while(|&at| !line.is_stop(at) && !line.is(at, ";"))
        .find(reports)
}

/// The finite verb before a comma to which the parse attaches a participle: "Berg said it was safe, adding that" depends on
/// *said*, not on the nearer *was*.
fn governor(line: Line<'_>, verb: usize) -> Option<usize> {
    let after_comma = verb.checked_sub(1).is_some_and(|before| line.is(before, ","));
    let head = line
        .head(verb)
        .filter(|_| after_comma && line.relation(verb) == Relation::Advcl)?;
    (verb.saturating_sub(REACH)..verb)
        .rev()
        .find(|&at| line.index(at) == Some(head))
        .filter(|&at| line.tag(at).is_finite())
}

/// "Noting that it was late, Lund left": the verb after the comma to which the parse attaches a participle that begins the sentence.
fn main_after(line: Line<'_>, verb: usize) -> Option<usize> {
    let head = line
        .head(verb)
        .filter(|_| verb == 0 && line.relation(verb) == Relation::Advcl)?;
    let comma = (verb..line.len().min(verb + REACH)).find(|&at| line.is(at, ","))?;
    (comma..line.len().min(comma + REACH))
        .find(|&at| line.index(at) == Some(head))
        .filter(|&at| line.tag(at).is_finite())
}

/// "Lund defended Weil, who is ill, saying that": the finite verb before a relative clause that ends at the comma before a participle.
fn around_relative(line: Line<'_>, verb: usize) -> Option<usize> {
    let comma = verb.checked_sub(1).filter(|&before| line.is(before, ","))?;
    let from = verb.saturating_sub(REACH);
    let near = (from..comma).rev().find(|&at| line.tag(at).is_finite())?;
    let before = (from..near).rev().find(|&at| !line.has(at, &[Upos::Adv, Upos::Aux]))?;
    let describes = noun_phrase::is_relative(line, before) && before > 0 && line.is(before - 1, ",");
    (from..before)
        .rev()
        .find(|&at| line.tag(at).is_finite())
        .filter(|_| describes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn a_participle_goes_with_the_verb_around_a_relative_clause() {
        for (text, participle, verb) in [
            (
                "Lund defended Weil, who was ill, saying that it was late.",
                "saying",
                "defended",
            ),
            ("Noting that Weil was late, Ana Lund left.", "Noting", "left"),
            ("Lund said that Weil was late, adding that it rained.", "adding", "said"),
        ] {
            with_line(text, |line| {
                let at = |form: &str| (0..line.len()).find(|&at| line.is(at, form)).unwrap();
                assert_eq!(of_participle(line, at(participle)), Some(at(verb)), "{text}");
            });
        }
    }
}
