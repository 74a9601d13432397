//! What somebody denies, with or without a phrase between: "denied on Tuesday that he stole it", "denied in court stealing it". It
//! reads no denial that a noun names.

use crate::analysis::EventStatus::{self, Denied, Possible};
use crate::analysis::events::status::clauses::{self, first_joined, governor_before, that_before};
use crate::language::{Tag, Upos, View};

/// Whether a verb says what somebody denies; what is not denied is open.
#[must_use]
pub fn status(view: View<'_>, verb: usize) -> Option<EventStatus> {
    let denies = denier(view, verb)?;
    Some(if clauses::is_denied(view, denies) {
        Possible
    } else {
        Denied
    })
}

/// The verb that denies what another one says.
fn denier(view: View<'_>, verb: usize) -> Option<usize> {
    let verb = first_joined(view, verb);
    let of_clause = || {
        let that = that_before(view, verb).filter(|that| clauses::has_subject(view, *that, verb))?;
        before(view, that)
    };
    of_clause().or_else(|| of_gerund(view, verb))
}

/// The verb that denies what a gerund says: "denied | saying | so", "denied to police | having | stolen it". A gerund may describe
/// the noun before it instead, where a clause with "that" follows.
#[must_use]
pub fn of_gerund(view: View<'_>, verb: usize) -> Option<usize> {
    let first = verb.checked_sub(1).filter(|at| view.is_any(*at, &["having", "being"]));
    let gerund = first.unwrap_or(verb);
    let denies = before(view, gerund).filter(|_| view.tag(gerund) == Tag::Gerund)?;
    let is_next = denies + 1 == gerund;
    let is_led = matches!(
        view.upos(gerund - 1),
        Upos::Adp | Upos::Sconj | Upos::Part | Upos::Cconj | Upos::Punct
    );
    let has_clause = || (gerund..view.sentence(verb).end).any(|at| view.is(at, "that"));
    (is_next || !is_led && !has_clause()).then_some(denies)
}

/// "denied" before "that" or a gerund, with nothing or a phrase that says when, where or to whom between.
fn before(view: View<'_>, at: usize) -> Option<usize> {
    let denies = governor_before(view, at, |at| view.lemma(at) == "deny")?;
    let next = denies + 1;
    let is_day = || view.upos(next) == Upos::Propn && next + 1 == at;
    let is_phrase = matches!(view.upos(next), Upos::Adp | Upos::Adv) || view.is(next, ",");
    (next == at || is_phrase || is_day()).then_some(denies)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::{ask, parsed};

    const PHRASE: &str = "in/in/IN/4/case court/court/NN/2/obl";

    #[test]
    fn a_phrase_before_the_clause_hides_no_denial() {
        let of = |verb: &str, subject: &str| {
            let marked = format!(
                "Rao/Rao/NNP/2/nsubj {verb}/VBD/0/root {PHRASE} that/that/IN/7/mark {subject} left/leave/VBD/4/acl"
            );
            ask(&parsed(&marked), "left", status)
        };
        let lund = "Lund/Lund/NNP/7/nsubj";
        assert_eq!(of("denied/deny", lund), Some(Denied));
        assert_eq!(of("said/say", lund), None);
        assert_eq!(of("denied/deny", "once/once/RB/7/advmod"), None);
    }

    #[test]
    fn a_gerund_is_denied_as_a_clause_is() {
        let of = |rest: &str| {
            let marked = format!("Rao/Rao/NNP/2/nsubj denied/deny/VBD/0/root {PHRASE} {rest}");
            ask(&parsed(&marked), "leaving", status)
        };
        assert_eq!(of("leaving/leave/VBG/4/acl town/town/NN/5/obj"), Some(Denied));
        assert_eq!(of("by/by/IN/6/mark leaving/leave/VBG/2/advcl"), None);
    }
}
