//! Who takes part in an event, by the parse; by the nearest noun phrases where there is none. It joins what the files for
//! verbs, nouns and unparsed sentences find, and finds no trigger.

mod beside;
mod conjuncts;
mod misread;
mod nearby;
mod of_noun;
mod of_verb;
mod subjects;

pub use beside::add_named;
pub use conjuncts::Argument;
pub use subjects::of_own_clause;

use crate::analysis::ParticipantRole::Patient;
use crate::analysis::actors::{ActorKind, tables};
use crate::analysis::events::arguments::conjuncts::has_role;
use crate::analysis::events::lexicon::{self, WordClass};
use crate::analysis::events::triggers::Trigger;
use crate::analysis::times::LocalTime;
use crate::language::{NameKind, Relation, Upos, View};

/// The participants of a trigger, in the order of the text, without duplicates.
#[must_use]
pub fn arguments(view: View<'_>, trigger: &Trigger, times: &[LocalTime]) -> Vec<Argument> {
    let mut found = Vec::new();
    // No parse is right about a verb that its tagger did not see.
    let is_read = trigger.nominal || !matches!(view.upos(trigger.word), Upos::Noun | Upos::Propn | Upos::Adp);
    match (is_read && view.is_parsed(trigger.word), trigger.nominal) {
        (false, true) => nearby::of_noun(view, trigger, &mut found),
        (false, false) => nearby::of_verb(view, trigger.word, &mut found),
        (true, true) => of_noun::of_noun(view, trigger, &mut found),
        (true, false) => of_verb::of_verb(view, trigger.word, trigger.sense.kind, &mut found),
    }
    for (word, _) in &mut found {
        *word = name_after_title(view, not_ruled_out(view, *word));
    }
    found.retain(|(word, _)| can_take_part(view, *word) && !is_time(view, *word, times));
    if trigger.sense.kind.is_reciprocal() {
        make_reciprocal(&mut found);
    }
    found.sort_by_key(|(word, _)| *word);
    found.dedup_by_key(|(word, _)| *word);
    found
}

/// "It was Rao, not Lund, who met her": who takes part where another one is ruled out; any other word stays.
fn not_ruled_out(view: View<'_>, word: usize) -> usize {
    let start = view.noun_phrase(word).start;
    let not = if view.is(start, "not") {
        Some(start)
    } else {
        start.checked_sub(1)
    };
    let comma = not
        .filter(|at| {
            view.is(*at, "not") && !view.is_any(at + 1, &["only", "just", "merely", "all", "every", "everyone"])
        })
        .and_then(|at| at.checked_sub(1))
        .filter(|at| view.is(*at, ","));
    comma
        .and_then(|at| at.checked_sub(1))
        .filter(|at| view.is_nominal(*at) && view.sentence(word).contains(at))
        .unwrap_or(word)
}

/// "Coach | Vern Orbel resigned": parsers take the title for the one who does it, with the name beside it.
fn name_after_title(view: View<'_>, word: usize) -> usize {
    let names = &view.language.names;
    let next = names.get(names.partition_point(|name| name.words.start <= word));
    let beside = next.filter(|name| name.words.start == word + 1 && name.kind == NameKind::Person);
    let is_title = || tables::noun(&view.lower(word)).is_some_and(|(_, noun)| noun.kind == ActorKind::Person);
    match beside.filter(|_| is_title()) {
        Some(name) => name.words.end - 1,
        None => word,
    }
}

/// "X and Y met", "X met with Y", "talks between X and Y": the first one is the agent, the others are patients.
fn make_reciprocal(found: &mut [Argument]) {
    if has_role(found, Patient) {
        return;
    }
    let first = found.iter().map(|(word, _)| *word).min();
    for (word, role) in found.iter_mut() {
        if Some(*word) != first {
            *role = Patient;
        }
    }
}

/// "met on Friday": a time is not a participant.
fn is_time(view: View<'_>, word: usize, times: &[LocalTime]) -> bool {
    let span = view.span(word..word + 1);
    // Times come in order.
    let next = times.partition_point(|time| time.span.end <= span.start);
    times.get(next).is_some_and(|time| time.span.overlaps(span))
}

/// "There was a vote", "this worries Rao": such pronouns refer to nobody.
fn can_take_part(view: View<'_>, word: usize) -> bool {
    if is_stretch_of_time(view, word) {
        return false;
    }
    match view.upos(word) {
        Upos::Pron if view.is(word, "it") => view.relation(word) != Relation::Expl,
        Upos::Pron => !view.is_any(word, &["there", "that", "which", "what", "this", "who"]) && !is_nobody(view, word),
        _ if is_nobody(view, word) => false,
        Upos::Noun | Upos::Propn | Upos::Num | Upos::Adj | Upos::Det | Upos::Sym | Upos::X => true,
        _ => false,
    }
}

/// "Nobody signed", "No one signed", "None of them signed": whoever does not exist takes no part.
fn is_nobody(view: View<'_>, word: usize) -> bool {
    view.is_any(word, &["nobody", "none", "nothing", "neither", "no-one"])
        || view.is(word, "one") && word > 0 && view.is_any(word - 1, &["no", "not"])
}

/// "resigned hours after the vote", "two weeks earlier": how long before or after.
fn is_stretch_of_time(view: View<'_>, word: usize) -> bool {
    view.is_any(word + 1, &["after", "before", "later", "earlier", "ago"])
        && lexicon::is(WordClass::UnitOfTime, &view.lemma(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::ParticipantRole::Agent;
    use crate::analysis::times;
    use crate::language::testing::{ask, parsed};

    #[test]
    fn of_those_who_meet_the_first_is_the_agent() {
        let mut found = [(0, Agent), (2, Agent)];
        make_reciprocal(&mut found);
        assert_eq!(found, [(0, Agent), (2, Patient)]);
        let mut settled = [(0, Agent), (2, Agent), (4, Patient)];
        make_reciprocal(&mut settled);
        assert_eq!(settled[1], (2, Agent));
    }

    #[test]
    fn a_day_takes_no_part() {
        let read = parsed("They/they/PRP/2/nsubj met/meet/VBD/0/root Friday/Friday/NNP/2/obj");
        let found = times::of_block(&read.0, &read.1);
        assert!(ask(&read, "Friday", |view, at| is_time(view, at, &found)));
        assert!(!ask(&read, "They", |view, at| is_time(view, at, &found)));
    }

    #[test]
    fn a_pronoun_that_stands_for_nobody_takes_no_part() {
        let read =
            parsed("it/it/PRP/2/expl was/be/VBD/0/root this/this/PRP/2/nsubj she/she/PRP/2/nsubj met/meet/VBD/2/conj");
        assert!(!ask(&read, "it", can_take_part) && !ask(&read, "this", can_take_part));
        assert!(ask(&read, "she", can_take_part) && !ask(&read, "met", can_take_part));
    }
}
