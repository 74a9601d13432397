//! Where the content of a cue begins, and in which form the cue takes it. It does not look for the end.

use crate::analysis::attribution::lexicon::{Complement, Complements, WordClass, is_day, is_listed};
use crate::analysis::attribution::line::Line;
use crate::analysis::attribution::line::noun_phrase::{self, BEGINS};
use crate::analysis::attribution::line::verb_group::is_infinitive;
use crate::analysis::attribution::report::clause::{NEAR, begins_clause, has_predicate, is_clause};
use crate::language::{Relation, Tag, Upos};

/// How many adverbials are stepped over between a cue and its content.
const STEPS: usize = 4;

/// How many items may describe a listener after its name.
const LONGEST_LISTENER: usize = 16;

/// How many items an aside between a cue and its clause may have, its marks included.
const LONGEST_ASIDE: usize = 12;

/// How many items may come between a noun phrase and its *as*.
const FARTHEST_AS: usize = 10;

/// The form of what a cue reports, with its first item.
type Beginning = (Complement, usize);

/// The first item of what the cue at item `cue` reports, and its form; `None` where nothing follows that the cue takes.
#[must_use]
pub fn after_cue(line: Line<'_>, cue: usize, takes: Complements, passive: bool) -> Option<Beginning> {
    let first = cue + 1;
    if !passive && line.lemma(cue) == "say" {
        if opener(line, first).is_none() && has_predicate(line, first) {
            return takes.takes(Complement::Zero).then_some((Complement::Zero, first));
        }
        if line.has(first, &[Upos::Adp])
            && let Some(found) = far_that(line, first, takes)
        {
            return Some(found);
        }
    }
    if let Some(that) = after_aside(line, first)
        && takes.takes(Complement::That)
    {
        return (!passive).then_some((Complement::That, that));
    }
    let at = match after_adverbials(line, first) {
        Reached::Opener(form, at) => {
            let form = if passive && form == Complement::That {
                Complement::PassiveThat
            } else {
                form
            };
            return takes.takes(form).then_some((form, at));
        }
        Reached::Other(at) => at,
    };
    if passive {
        return (is_infinitive(line, at) && takes.takes(Complement::PassiveTo)).then_some((Complement::PassiveTo, at));
    }
    let after_listener = takes.listener.then(|| after_listener(line, at, takes)).flatten();
    after_listener
        .or_else(|| directly_after(line, at, takes))
        .filter(|&(form, first)| form != Complement::Object || can_be_said(line, cue, first))
}

/// "rejected the claim", "rejected | the appeal", "denies | it", "denies | murder": whether the object of a verb is what
/// somebody said.
fn can_be_said(line: Line<'_>, cue: usize, first: usize) -> bool {
    if !matches!(line.lemma(cue), "deny" | "dismiss" | "reject") {
        return true;
    }
    noun_phrase::core_starting_at(line, first).is_some_and(|items| {
        let noun = items.end - 1;
        !line.has(noun, &[Upos::Pron]) && !is_listed(WordClass::Submission, line.lemma(noun))
    })
}

/// What comes after the adverbials that follow a cue.
enum Reached {
    /// A word that opens a clause, with the form of the clause.
    Opener(Complement, usize),
    /// Anything else.
    Other(usize),
}

/// Steps over "on Monday", "in Ostby", "later" to the word that opens the clause, or to whatever else is there.
fn after_adverbials(line: Line<'_>, mut at: usize) -> Reached {
    for _ in 0..STEPS {
        if let Some(form) = opener(line, at) {
            return Reached::Opener(form, at);
        }
        match after_adverbial(line, at, STEPS) {
            Some(next) => at = next,
            None => break,
        }
    }
    Reached::Other(at)
}

/// The *that* after an aside between two marks of one kind: "said — on the radio — that", "said, on Monday, that".
fn after_aside(line: Line<'_>, at: usize) -> Option<usize> {
    let mark = line.form(at);
    if !(line.is_dash(at) || matches!(mark, "," | "-")) {
        return None;
    }
    (at + 1..(at + LONGEST_ASIDE).min(line.len()))
        .find(|&at| line.is(at, mark))
        .map(|close| close + 1)
        .filter(|&next| opener(line, next) == Some(Complement::That))
}

/// "that", "whether", "how": words that open a clause.
fn opener(line: Line<'_>, at: usize) -> Option<Complement> {
    if line.is(at, "that") {
        return opens_that_clause(line, at).then_some(Complement::That);
    }
    (line.is_any(at, &["if", "whether"]) || line.tag(at).is_wh()).then_some(Complement::Wh)
}

/// Whether a *that* opens a clause: none in "the promise that won", a relative clause, nor in "that promise".
fn opens_that_clause(line: Line<'_>, at: usize) -> bool {
    line.relation(at) != Relation::Det
        && !line.tag(at + 1).is_finite()
        && !line.has(at + 1, &[Upos::Punct])
        && line.len() > at + 1
}

/// Steps over an adverb, a day, or a phrase that says when, where or to whom, where a clause or a day follows it; over at most
/// `steps` phrases in a row ("said in Ostby at noon that").
fn after_adverbial(line: Line<'_>, at: usize, steps: usize) -> Option<usize> {
    let adverb = line.tag(at) == Tag::Adverb && !line.is_any(at, &["not", "only", "even", "just"]);
    if adverb || is_day(line.form(at)) {
        return Some(at + 1);
    }
    if line.is(at, "on") && is_day(line.form(at + 1)) {
        return Some(at + 2);
    }
    if !line.has(at, &[Upos::Adp]) || !line.is_any(at, &["in", "at", "to", "during", "on", "with"]) {
        return None;
    }
    let end = noun_phrase::with_of(line, at + 1)?.end;
    let goes_on = opener(line, end).is_some()
        || steps > 0 && line.has(end, &[Upos::Adp]) && after_adverbial(line, end, steps - 1).is_some()
        || is_day(line.form(end))
        || line.is(end, "on");
    goes_on.then_some(end)
}

/// "told reporters on Monday that", "warned the council it would".
fn after_listener(line: Line<'_>, at: usize, takes: Complements) -> Option<Beginning> {
    // "told cheering workers that"
    let at = at + usize::from(line.tag(at).is_participle() && line.has(at + 1, &[Upos::Noun]));
    let mut end = noun_phrase::with_of(line, at)?.end;
    for _ in 0..STEPS {
        if let Some(form) = opener(line, end).filter(|&form| takes.takes(form)) {
            return Some((form, end));
        }
        match after_adverbial(line, end, STEPS) {
            Some(next) => end = next,
            None => break,
        }
    }
    if takes.takes(Complement::Zero) && line.has(end, BEGINS) && is_clause(line, end, 1) {
        return Some((Complement::Zero, end));
    }
    // "told a crowd at the hall in Ostby that", "telling Lund, the head of the council, that".
    far_that(line, end, takes)
}

/// The *that* after phrases without a verb: "said at a rally in the hall of Ostby that".
fn far_that(line: Line<'_>, from: usize, takes: Complements) -> Option<Beginning> {
    let that = (from..(from + LONGEST_LISTENER).min(line.len()))
        .take_while(|&at| line.word(at).is_some() && !line.has(at, &[Upos::Verb, Upos::Aux]))
        .find(|&at| opener(line, at) == Some(Complement::That))?;
    takes.takes(Complement::That).then_some((Complement::That, that))
}

/// What follows the cue directly: an infinitive, a gerund, a clause without *that*, a preposition, a noun phrase.
fn directly_after(line: Line<'_>, at: usize, takes: Complements) -> Option<Beginning> {
    line.word(at)?;
    if is_infinitive(line, at) {
        return takes.takes(Complement::To).then_some((Complement::To, at));
    }
    // "suggested going"
    if line.tag(at) == Tag::Gerund && line.has(at, &[Upos::Verb]) && takes.takes(Complement::Gerund) {
        return Some((Complement::Gerund, at));
    }
    if takes.takes(Complement::Zero) && (begins_clause(line, at) || is_clause(line, at, NEAR)) {
        return Some((Complement::Zero, at));
    }
    if line.has(at, &[Upos::Adp, Upos::Part, Upos::Adv]) || line.tag(at) == Tag::Particle {
        return after_preposition(line, at, takes);
    }
    if line.has(at, BEGINS) {
        return object(line, at, takes);
    }
    None
}

/// "called for a vote", "called out the mayor", "referred to the claim".
fn after_preposition(line: Line<'_>, at: usize, takes: Complements) -> Option<Beginning> {
    let next = at + 1;
    if !(line.is_quotation(next) || line.has(next, BEGINS) || line.tag(next) == Tag::Gerund) {
        return None;
    }
    if takes.takes_preposition(line.form(at)) {
        return Some((Complement::Preposition, next));
    }
    (line.is(at, "to") && takes.takes(Complement::ToObject)).then_some((Complement::ToObject, next))
}

/// "urged the council to go", "saw the plan as a threat", "denied the claim".
fn object(line: Line<'_>, at: usize, takes: Complements) -> Option<Beginning> {
    let end = noun_phrase::with_of(line, at)?.end;
    let form = if is_infinitive(line, end) && takes.takes(Complement::ObjectTo) {
        Complement::ObjectTo
    } else if takes.takes(Complement::ObjectAs) && is_taken_as(line, end) {
        Complement::ObjectAs
    } else {
        Complement::Object
    };
    takes.takes(form).then_some((form, at))
}

/// "saw the plan for the harbour as a threat": whether *as* follows before another verb or a mark.
fn is_taken_as(line: Line<'_>, end: usize) -> bool {
    (end..(end + FARTHEST_AS).min(line.len()))
        .take_while(|&at| line.word(at).is_some() && !line.has(at, &[Upos::Punct]) && !line.tag(at).is_finite())
        .any(|at| line.is(at, "as"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::lexicon::complements;
    use crate::analysis::attribution::line::with_line;

    /// What the first word that reads `cue` reports, from its beginning on, with its form.
    fn found(text: &str, cue: &str, lemma: &str) -> Option<(Complement, String)> {
        with_line(text, |line| {
            let cue = (0..line.len()).find(|&at| line.is(at, cue)).unwrap();
            let (form, first) = after_cue(line, cue, complements(lemma), false)?;
            Some((form, line.span(first..line.len()).of(text).to_owned()))
        })
    }

    #[test]
    fn each_form_begins_where_it_does() {
        for (text, cue, lemma, form, rest) in [
            ("Lund said it rained.", "said", "say", Complement::Zero, "it rained."),
            (
                "Lund said on Monday that it rained.",
                "said",
                "say",
                Complement::That,
                "that it rained.",
            ),
            (
                "Lund told the council of Ostby that it rained.",
                "told",
                "tell",
                Complement::That,
                "that it rained.",
            ),
            (
                "Lund asked whether it rained.",
                "asked",
                "ask",
                Complement::Wh,
                "whether it rained.",
            ),
            ("Lund vowed to go.", "vowed", "vow", Complement::To, "to go."),
            (
                "Lund urged the council to go.",
                "urged",
                "urge",
                Complement::ObjectTo,
                "the council to go.",
            ),
            (
                "Lund called for a vote.",
                "called",
                "call",
                Complement::Preposition,
                "a vote.",
            ),
            (
                "Lund denied the claim.",
                "denied",
                "deny",
                Complement::Object,
                "the claim.",
            ),
        ] {
            assert_eq!(found(text, cue, lemma), Some((form, rest.to_owned())), "{text}");
        }
    }
}
