//! What kind of event it is to say something: a demand, a refusal. It asks only who must do what in the words reported.

use crate::analysis::events::EventKind;
use crate::analysis::events::kinds::Plover;
use crate::analysis::events::triggers::Trigger;
use crate::language::{Relation, Upos, View};

/// "said that Rao must resign" demands, "says it will not pay" refuses; `None` for everything else that is said.
#[must_use]
pub fn reported(view: View<'_>, trigger: &Trigger) -> Option<Plover> {
    if trigger.nominal || trigger.sense.kind != EventKind::Say {
        return None;
    }
    let clause = view.children_by(trigger.word, &[Relation::Ccomp]).next()?;
    let subject = view.subject_of(clause)?;
    let has = |forms: &[&str]| {
        view.children_by(clause, &[Relation::Aux, Relation::Advmod])
            .any(|at| view.is_any(at, forms))
    };
    let of_itself = view.upos(subject) == Upos::Pron;
    if has(&["must"]) && !of_itself {
        Some(Plover::Demand)
    } else if has(&["not", "n't", "n’t", "never"]) && has(&["will", "would", "wo"]) && of_itself {
        Some(Plover::Reject)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::events::triggers::triggers;
    use crate::language::testing::parsed;

    fn found(marked: &str) -> Option<Plover> {
        let (text, language) = parsed(marked);
        let view = View::new(&text, &language);
        triggers(view).iter().find_map(|trigger| reported(view, trigger))
    }

    #[test]
    fn who_says_what_another_must_do_demands_it() {
        let marked =
            "Rao/Rao/NNP/2/nsubj said/say/VBD/0/root Lund/Lund/NNP/5/nsubj must/must/MD/5/aux resign/resign/VB/2/ccomp";
        assert_eq!(found(marked), Some(Plover::Demand));
        let marked =
            "Rao/Rao/NNP/2/nsubj said/say/VBD/0/root she/she/PRP/5/nsubj must/must/MD/5/aux leave/leave/VB/2/ccomp";
        assert_eq!(found(marked), None);
    }

    #[test]
    fn who_will_not_do_it_refuses() {
        let marked = "Rao/Rao/NNP/2/nsubj says/say/VBZ/0/root she/she/PRP/6/nsubj will/will/MD/6/aux not/not/RB/6/advmod \
                      pay/pay/VB/2/ccomp";
        assert_eq!(found(marked), Some(Plover::Reject));
    }
}
