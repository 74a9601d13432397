//! Whether what a verb says took place: by its auxiliaries, by the verb above it, by its form. It does not look at dates.

use smol_str::SmolStr;

use crate::analysis::EventStatus::{self, Denied, Done, Ongoing, Planned, Possible};
use crate::analysis::events::lexicon::{self, WordClass};
use crate::analysis::events::status::gerunds::is_split_off;
use crate::analysis::events::status::nobody::{is_near_miss, is_never_to, is_of_nobody, is_parted_by_mark};
use crate::analysis::events::status::{accused, alleged, claims, denials, prevented, questions, wanted};
use crate::language::{Relation, Tag, Upos, View};

/// How many verbs above a verb are asked.
const HEADS: usize = 4;

/// How many words before a verb belong to its group where no parser ran.
const GROUP_BEFORE: usize = 4;

/// The words before a verb that belong to its group: auxiliaries, adverbs, conjunctions, "to".
struct VerbGroup(Vec<SmolStr>);

impl VerbGroup {
    fn before(view: View<'_>, verb: usize) -> Self {
        if view.is_parsed(verb) {
            let of_group = view.children_by(
                verb,
                &[
                    Relation::Aux,
                    Relation::AuxPass,
                    Relation::Advmod,
                    Relation::Mark,
                    Relation::Det,
                    Relation::Cop,
                ],
            );
            return Self(
                of_group
                    .filter(|child| {
                        *child < verb && !is_not_only(view, *child) && !is_parted_by_mark(view, *child, verb)
                    })
                    .map(|at| view.lower(at))
                    .collect(),
            );
        }
        let sentence = view.sentence(verb);
        let near = (sentence.start.max(verb.saturating_sub(GROUP_BEFORE))..verb)
            .rev()
            .take_while(|at| matches!(view.upos(*at), Upos::Aux | Upos::Adv | Upos::Part | Upos::Verb));
        Self(near.map(|at| view.lower(at)).collect())
    }

    fn has(&self, class: WordClass) -> bool {
        self.0.iter().any(|word| lexicon::is(class, word))
    }

    fn has_any(&self, words: &[&str]) -> bool {
        self.0.iter().any(|word| words.contains(&word.as_str()))
    }

    fn is_infinitive(&self) -> bool {
        self.has_any(&["to"])
    }
}

/// The status of a verb.
#[must_use]
pub fn status(view: View<'_>, verb: usize) -> EventStatus {
    status_below(view, verb, 0)
}

/// The status of a verb from which `depth` steps were made upwards to this one.
fn status_below(view: View<'_>, verb: usize, depth: usize) -> EventStatus {
    if questions::is_asked(view, verb) {
        return Possible;
    }
    let group = VerbGroup::before(view, verb);
    let claimed = claims::status(view, verb);
    accused::of_verb(view, verb)
        .or_else(|| prevented::of_verb(view, verb))
        .or(claimed.filter(|status| *status == Denied))
        .or_else(|| denials::status(view, verb))
        .or_else(|| by_group(view, verb, &group))
        .or_else(|| wanted::status(view, verb))
        .or(claimed)
        .or_else(|| alleged::status(view, verb))
        .or_else(|| {
            let head = view.head(verb).filter(|_| depth < HEADS)?;
            if is_split_off(view, verb, head) {
                return Some(status_below(view, head, depth + 1));
            }
            by_infinitive(view, verb, head, &group, depth)
                .or_else(|| by_participle(view, verb, head, depth))
                .or_else(|| by_joined_verb(view, verb, head, &group, depth))
        })
        .unwrap_or_else(|| by_form(view, verb, &group))
}

/// "did not meet", "will meet", "may meet", "if they meet", "whether to meet".
fn by_group(view: View<'_>, verb: usize, group: &VerbGroup) -> Option<EventStatus> {
    if group.has(WordClass::Negation) || is_of_nobody(view, verb) || is_near_miss(view, verb) || is_never_to(view, verb)
    {
        Some(Denied)
    } else if group.has(WordClass::FutureModal) || is_reported_future(view, verb, group) {
        Some(Planned)
    } else if group.has(WordClass::PossibleModal) || group.has_any(&["if", "unless", "whether"]) {
        Some(Possible)
    } else {
        None
    }
}

/// "not only vetoed the bill but fired the aide": nothing is denied.
fn is_not_only(view: View<'_>, at: usize) -> bool {
    view.is(at, "not") && view.is_any(at + 1, &["only", "just", "merely"])
}

/// "said the rosters would take effect": what was "will" when it was said. What "would have" happened did not.
fn is_reported_future(view: View<'_>, verb: usize, group: &VerbGroup) -> bool {
    let is_reported = || {
        matches!(view.relation(verb), Relation::Ccomp | Relation::Parataxis)
            && view
                .head(verb)
                .is_some_and(|above| view.upos(above) == Upos::Verb && lexicon::is_saying(&view.lemma(above)))
    };
    group.has_any(&["would"]) && !group.has_any(&["if", "have"]) && is_reported()
}

/// "refused to meet", "considers meeting", "plans to meet", "managed to meet": the verb above an infinitive decides.
fn by_infinitive(view: View<'_>, verb: usize, head: usize, group: &VerbGroup, depth: usize) -> Option<EventStatus> {
    let lemma = view.lemma(head);
    let relation = view.relation(verb);
    // "ruled that Lund lied", but "ruled out leaving".
    let denies = || lexicon::is(WordClass::Denier, &lemma) && (lemma != "rule" || view.is(head + 1, "out"));
    if matches!(relation, Relation::Xcomp | Relation::Ccomp) && denies() && !is_after_quotation(view, verb, head) {
        return Some(Denied);
    }
    if !group.is_infinitive() {
        return None;
    }
    if matches!(relation, Relation::Acl | Relation::Advcl) && is_resisted(view, head) {
        return Some(Possible);
    }
    match relation {
        Relation::Xcomp if lexicon::is(WordClass::PossibleGovernor, &lemma) => Some(Possible),
        Relation::Xcomp if lexicon::is(WordClass::Planner, &lemma) || view.is(head, "going") => {
            Some(of_plan(view, head))
        }
        Relation::Xcomp if view.upos(head) != Upos::Verb => Some(Planned),
        Relation::Xcomp => Some(status_below(view, head, depth + 1)),
        // "a plan to meet", "came to meet".
        Relation::Acl | Relation::Advcl => Some(Planned),
        _ => None,
    }
}

/// "“It stopped,” she said": whether a quotation that a verb above is in ends before this one.
fn is_after_quotation(view: View<'_>, verb: usize, head: usize) -> bool {
    let has = |tag: Tag| (head..verb).any(|at| view.tag(at) == tag);
    has(Tag::ClosingQuote) && !has(Tag::OpeningQuote)
}

/// "plans to meet"; "nobody is going to meet" denies it, and whoever does not plan it may do it all the same.
fn of_plan(view: View<'_>, planner: usize) -> EventStatus {
    if !is_of_nobody(view, planner) && !VerbGroup::before(view, planner).has(WordClass::Negation) {
        Planned
    } else if view.is(planner, "going") {
        Denied
    } else {
        Possible
    }
}

/// "resisted a bill to spend millions": what is fought is not planned by anybody who is known; the infinitive may depend on
/// the verb or on its object.
fn is_resisted(view: View<'_>, head: usize) -> bool {
    let is_fought = |at: usize| lexicon::is(WordClass::Resister, &view.lemma(at));
    let of_object = || view.relation(head) == Relation::Obj || view.relation(head) == Relation::NsubjPass;
    is_fought(head) || of_object() && view.head(head).is_some_and(is_fought)
}

/// "wants them to join in clearing the road": what a plan holds is planned.
fn by_participle(view: View<'_>, verb: usize, head: usize, depth: usize) -> Option<EventStatus> {
    let depends = view.tag(verb) == Tag::Gerund
        && matches!(view.relation(verb), Relation::Advcl | Relation::Acl | Relation::Xcomp)
        && view.upos(head) == Upos::Verb;
    let above = depends.then(|| status_below(view, head, depth + 1))?;
    matches!(above, Planned | Possible).then_some(above)
}

/// "will meet and talk": a bare verb shares the auxiliaries of the one it is joined to.
fn by_joined_verb(view: View<'_>, verb: usize, head: usize, group: &VerbGroup, depth: usize) -> Option<EventStatus> {
    let shares = view.relation(verb) == Relation::Conj
        && group.0.is_empty()
        && view.upos(head) == Upos::Verb
        && view.tag(verb) == view.tag(head);
    shares.then(|| status_below(view, head, depth + 1))
}

/// "is to meet", "are set to meet", "is to be sold" carry their plan before an infinitive; "is meeting" goes on.
fn by_form(view: View<'_>, verb: usize, group: &VerbGroup) -> EventStatus {
    match view.tag(verb) {
        Tag::BaseVerb if group.is_infinitive() => Planned,
        // "was to have been sold".
        Tag::PastParticiple if group.is_infinitive() && group.has_any(&["have"]) => Possible,
        // "is to be closed" may be tagged as an adjective.
        Tag::PastParticiple | Tag::Adjective if group.is_infinitive() && group.has_any(&["be"]) => Planned,
        Tag::Gerund if group.has_any(&["is", "are", "am", "'s", "'re", "’s", "’re", "been"]) => Ongoing,
        _ => Done,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::{ask, parsed};

    fn of(marked: &str, form: &str) -> EventStatus {
        ask(&parsed(marked), form, status)
    }

    #[test]
    fn auxiliaries_tell() {
        assert_eq!(
            of("did/do/VBD/3/aux not/not/RB/3/advmod meet/meet/VB/0/root", "meet"),
            Denied
        );
        assert_eq!(of("will/will/MD/2/aux meet/meet/VB/0/root", "meet"), Planned);
        assert_eq!(of("may/may/MD/2/aux meet/meet/VB/0/root", "meet"), Possible);
        assert_eq!(
            of("if/if/IN/3/mark they/they/PRP/3/nsubj meet/meet/VBP/0/root", "meet"),
            Possible
        );
        assert_eq!(of("will/will/MD/0/_ not/not/RB/0/_ meet/meet/VB/0/_", "meet"), Denied);
    }

    #[test]
    fn a_reported_would_was_a_will() {
        let reported =
            "He/he/PRP/2/nsubj said/say/VBD/0/root they/they/PRP/5/nsubj would/would/MD/5/aux meet/meet/VB/2/ccomp";
        assert_eq!(of(reported, "meet"), Planned);
        assert_eq!(
            of("They/they/PRP/3/nsubj would/would/MD/3/aux meet/meet/VB/0/root", "meet"),
            Possible
        );
    }

    #[test]
    fn the_verb_above_an_infinitive_tells() {
        let of_governor = |form: &str, lemma: &str| {
            of(
                &format!("Rao/Rao/NNP/2/nsubj {form}/{lemma}/VBD/0/root to/to/TO/4/mark meet/meet/VB/2/xcomp"),
                "meet",
            )
        };
        assert_eq!(of_governor("refused", "refuse"), Denied);
        assert_eq!(of_governor("attempted", "attempt"), Possible);
        assert_eq!(of_governor("planned", "plan"), Planned);
        assert_eq!(of_governor("managed", "manage"), Done);
        let of_nobody = |form: &str, lemma: &str| {
            let marked = format!(
                "Nobody/nobody/NN/3/nsubj was/be/VBD/3/aux {form}/{lemma}/VBG/0/root to/to/TO/5/mark meet/meet/VB/3/xcomp"
            );
            of(&marked, "meet")
        };
        assert_eq!(
            (of_nobody("going", "go"), of_nobody("planning", "plan")),
            (Denied, Possible)
        );
        assert_eq!(
            of(
                "a/a/DT/2/det plan/plan/NN/0/root to/to/TO/4/mark meet/meet/VB/2/acl",
                "meet"
            ),
            Planned
        );
    }

    #[test]
    fn what_is_to_be_sold_is_planned() {
        let marked = "It/it/PRP/5/nsubj:pass is/be/VBZ/5/aux to/to/TO/5/mark be/be/VB/5/aux:pass sold/sell/VBN/0/root";
        assert_eq!(of(marked, "sold"), Planned);
    }

    #[test]
    fn who_rules_that_somebody_lied_denies_nothing() {
        let marked = "Rao/Rao/NNP/2/nsubj ruled/rule/VBD/0/root Lund/Lund/NNP/4/nsubj lied/lie/VBD/2/ccomp";
        assert_eq!(of(marked, "lied"), Done);
    }

    #[test]
    fn an_auxiliary_that_is_taken_for_a_verb_tells() {
        let marked = "Rao/Rao/NNP/2/nsubj denied/deny/VBD/0/root having/have/VBG/2/xcomp lied/lie/VBN/3/ccomp";
        assert_eq!(of(marked, "lied"), Denied);
    }

    #[test]
    fn what_a_plan_holds_is_planned() {
        let marked =
            "They/they/PRP/3/nsubj will/will/MD/3/aux help/help/VB/0/root clearing/clear/VBG/3/advcl it/it/PRP/4/obj";
        assert_eq!(of(marked, "clearing"), Planned);
    }

    #[test]
    fn joined_verbs_share_their_auxiliaries() {
        let marked = "They/they/PRP/3/nsubj will/will/MD/3/aux meet/meet/VB/0/root and/and/CC/5/cc talk/talk/VB/3/conj";
        assert_eq!(of(marked, "talk"), Planned);
    }

    #[test]
    fn the_form_tells_where_nothing_else_does() {
        assert_eq!(
            of("is/be/VBZ/3/aux to/to/TO/3/mark meet/meet/VB/0/root", "meet"),
            Planned
        );
        assert_eq!(of("is/be/VBZ/2/aux meeting/meet/VBG/0/root", "meeting"), Ongoing);
        assert_eq!(of("They/they/PRP/2/nsubj met/meet/VBD/0/root", "met"), Done);
    }
}
