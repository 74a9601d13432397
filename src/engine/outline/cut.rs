//! What a line that is cut has lost: the words that say which, how much or what. It looks at the line and its sentence alone.

use crate::engine::outline::vague::is_vague;
use crate::language::{Relation, Tag, Upos, View};
use crate::text::table::WordList;

/// What somebody does, of which only more words say what it is.
static DEEDS: WordList = WordList::new(include_str!("deeds.txt"));

/// Whether the words that are left out change or empty what the line says. `root` is the main word of the sentence.
pub(super) fn loses_point(view: View<'_>, words: &[usize], root: Option<usize>) -> bool {
    loses_description(view, words)
        || loses_measure(view, words)
        || loses_verb(view, words)
        || loses_purpose(view, words)
        || is_scrap(view, words)
        || waits_after_turn(view, words)
        || ends_at_verb(view, words, root)
        || loses_completion(view, words)
        || ends_at_bare_object(view, words)
        || root.is_some_and(|root| loses_report(view, words, root))
}

/// "The council rejected a plan…": a line that ends in something of which only the rest of the sentence says what it is.
fn loses_description(view: View<'_>, words: &[usize]) -> bool {
    let Some(last) = words.last().copied().filter(|last| view.upos(*last) == Upos::Noun) else {
        return false;
    };
    let described = &[
        Relation::Acl,
        Relation::AclRelcl,
        Relation::Nmod,
        Relation::Ccomp,
        Relation::Advcl,
    ];
    let is_one = view
        .child_by(last, &[Relation::Det])
        .is_some_and(|article| view.is_any(article, &["a", "an", "another"]));
    let says_kind = view
        .child_by(
            last,
            &[
                Relation::Amod,
                Relation::Compound,
                Relation::NmodUnmarked,
                Relation::Nummod,
            ],
        )
        .is_some();
    // "Weil's request… for", "the board's attempts… at": nobody asks without asking for something.
    let is_deed = is_vague(&view.lemma(last)) || DEEDS.has(&view.lemma(last));
    (is_one && !says_kind || is_deed) && view.children_by(last, described).any(|word| word > last)
}

/// The first word that is left out at the end, marks aside.
fn next_word(view: View<'_>, words: &[usize]) -> Option<usize> {
    let last = words.last().copied()?;
    (last + 1..view.sentence(last).end).find(|at| view.upos(*at) != Upos::Punct)
}

/// "Lund, a teacher in Ostby…", "the price that crews pay for salt…": somebody or something acts, and the verb is left out.
fn loses_verb(view: View<'_>, words: &[usize]) -> bool {
    let subjects = &[
        Relation::Nsubj,
        Relation::NsubjPass,
        Relation::Csubj,
        Relation::CsubjPass,
    ];
    let Some(next) = next_word(view, words) else {
        return false;
    };
    // "an obligation that crews | have", "the salt crews | rarely pay for"
    let last = words.last().copied().unwrap_or(next);
    let verb = next + usize::from(view.upos(next) == Upos::Adv);
    let acts = view.tag(verb).is_finite() && next == last + 1 && matches!(view.upos(last), Upos::Noun | Upos::Propn);
    acts || waits_after_aside(view, words)
        || (next..view.sentence(next).end).any(|verb| {
            view.children_by(verb, subjects)
                .any(|subject| words.binary_search(&subject).is_ok() && !view.tag(subject).is_wh())
        })
}

/// "a rare case where crews, who often sail at night…": the noun before the comma waits for its verb.
fn waits_after_aside(view: View<'_>, words: &[usize]) -> bool {
    let Some(comma) = words.iter().rposition(|at| view.is(*at, ",")) else {
        return false;
    };
    let noun = comma.checked_sub(1).and_then(|before| words.get(before)).copied();
    let wh = words.get(comma + 1).copied().filter(|at| view.tag(*at).is_wh());
    noun.zip(wh).is_some_and(|(noun, wh)| {
        let acts = matches!(view.relation(noun), Relation::Nsubj | Relation::NsubjPass);
        acts && view
            .head(noun)
            .is_some_and(|verb| verb > wh && words.binary_search(&verb).is_err())
    })
}

/// "The crews sent letters… to", "The council will turn the mill… into", "It charged crews… with hiding": what something is done for
/// is its point.
fn loses_purpose(view: View<'_>, words: &[usize]) -> bool {
    let Some(next) = next_word(view, words) else {
        return false;
    };
    // "prompted the crews | last week to sail"
    let is_time = |at: &usize| {
        matches!(
            view.upos(*at),
            Upos::Noun | Upos::Propn | Upos::Adj | Upos::Adv | Upos::Num
        )
    };
    let to = (next..next + TIME).find(|at| !is_time(at)).unwrap_or(next);
    let is_purpose = view.tag(to) == Tag::To && view.upos(to) == Upos::Part;
    let is_gerund = |at: usize| view.tag(at) == Tag::Gerund;
    let follows = view.upos(next) == Upos::Adp || view.upos(next) == Upos::Sconj;
    let is_deed = follows && (is_gerund(next + 1) || view.upos(next + 1) == Upos::Adv && is_gerund(next + 2));
    is_purpose || is_deed && !view.is_any(next, &["while", "when", "before"]) || view.is_any(next, &["into", "rather"])
}

/// How many words may say when, before what something is done for.
const TIME: usize = 4;

/// How many characters a line shows at least of a sentence that goes on about what it says.
const SCRAP: usize = 75;

/// "Lund said he asked the board…, which": few words of a long sentence, which goes on about them.
fn is_scrap(view: View<'_>, words: &[usize]) -> bool {
    let (Some(first), Some(last), Some(next)) = (words.first(), words.last(), next_word(view, words)) else {
        return false;
    };
    let length = view.span(*first..*last + 1).of(view.text).chars().count();
    let goes_on = view.tag(next).is_wh() || view.is(next, "including") || view.upos(next) == Upos::Sconj;
    length < SCRAP && goes_on
}

/// "The council praised the crews, but at night…": what turns against the first half has no verb yet.
fn waits_after_turn(view: View<'_>, words: &[usize]) -> bool {
    let after = words.iter().rev().take_while(|at| !view.is_any(**at, &["but", "yet"]));
    let turns = words
        .iter()
        .rev()
        .take(TURN + 1)
        .any(|at| view.is_any(*at, &["but", "yet"]));
    turns
        && !after
            .into_iter()
            .any(|at| matches!(view.upos(*at), Upos::Verb | Upos::Aux))
}

/// "The flood prompted crews last week… to", "Lund argued that selling the pier…": a verb of the line without the clause that
/// completes it, or a clause without its verb.
fn loses_completion(view: View<'_>, words: &[usize]) -> bool {
    let Some(last) = words.last().copied() else {
        return false;
    };
    let is_left_out = |verb: &usize| {
        view.upos(*verb) == Upos::Verb
            && view.children_by(*verb, &[Relation::Xcomp]).any(|clause| {
                let marks = view.child_by(clause, &[Relation::Mark]);
                clause > last && marks.is_some_and(|to| view.is(to, "to") && to > last)
            })
    };
    let begins = |at: &&usize| view.is(**at, "that") && view.tag(**at + 1) == Tag::Gerund;
    let waits = words
        .iter()
        .find(begins)
        .is_some_and(|that| !words.iter().any(|at| at > that && view.tag(*at).is_finite()));
    waits || words.iter().any(is_left_out)
}

/// "The crews were holed up…": a line that ends with its verb, where the sentence says more.
fn ends_at_verb(view: View<'_>, words: &[usize], root: Option<usize>) -> bool {
    let (Some(root), Some(last)) = (root, words.last().copied()) else {
        return false;
    };
    let is_particle = view.relation(last) == Relation::CompoundPrt && view.head(last) == Some(root);
    is_particle || last == root && view.upos(root) == Upos::Verb && !view.is_passive(root)
}

/// "A survey found crews…", "The flood prompted crews…": a plural right after its verb, and the sentence says at once which or what.
fn ends_at_bare_object(view: View<'_>, words: &[usize]) -> bool {
    let Some(last) = words.last().copied() else {
        return false;
    };
    let follows_verb = last
        .checked_sub(1)
        .is_some_and(|before| view.upos(before) == Upos::Verb && words.contains(&before));
    let ends = view.upos(last + 1) == Upos::Punct || !view.sentence(last).contains(&(last + 1));
    follows_verb && view.tag(last) == Tag::PluralNoun && !ends
}

/// How many words before the end of a line a turn may be that has no verb.
const TURN: usize = 6;

/// "Ostby spends the most money on schools…": what the most is counted by comes after it ("per child").
fn loses_measure(view: View<'_>, words: &[usize]) -> bool {
    let is_most = |at: usize| view.is_any(at, &["most", "least", "highest", "lowest"]);
    words.iter().any(|at| is_most(*at))
        && words
            .last()
            .is_some_and(|last| view.is_any(last + 1, &["per", "for", "among", "of"]))
}

/// "Lund argued that closing the pier of Ostby for good…", "sent a letter that says the pier…": what is reported has lost its verb.
fn loses_report(view: View<'_>, words: &[usize], root: usize) -> bool {
    let is_left_out = |clause: &usize| words.last().is_some_and(|last| clause > last);
    let loses = |verb: usize| {
        let mut clauses = view.children_by(verb, &[Relation::Ccomp]).peekable();
        clauses.peek().is_some() && clauses.all(|clause| is_left_out(&clause))
    };
    let after_root = words.iter().filter(|at| **at >= root);
    after_root.copied().any(loses)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::{ask, parsed};

    const REJECTED: &str = "Lund/Lund/NNP/2/nsubj rejected/reject/VBD/0/root a/a/DT/4/det mill/mill/NN/2/obj to/to/TO/6/mark \
                            sell/sell/VB/4/acl";

    #[test]
    fn a_thing_of_which_only_the_rest_says_what_it_is_is_no_point() {
        assert!(ask(&parsed(REJECTED), "rejected", |view, _| loses_description(
            view,
            &[0, 1, 2, 3]
        )));
        let told = REJECTED.replace("a/a/DT/4/det", "the/the/DT/4/det");
        assert!(!ask(&parsed(&told), "rejected", |view, _| loses_description(
            view,
            &[0, 1, 2, 3]
        )));
    }

    #[test]
    fn what_is_reported_needs_its_verb() {
        let marked =
            "Lund/Lund/NNP/2/nsubj said/say/VBD/0/root that/that/IN/5/mark rain/rain/NN/5/nsubj fell/fall/VBD/2/ccomp";
        assert!(ask(&parsed(marked), "said", |view, root| loses_report(
            view,
            &[0, 1, 2, 3],
            root
        )));
        assert!(!ask(&parsed(marked), "said", |view, root| loses_report(
            view,
            &[0, 1, 2, 3, 4],
            root
        )));
    }

    #[test]
    fn what_is_done_needs_its_purpose_and_a_subject_its_verb() {
        let sent =
            "Lund/Lund/NNP/2/nsubj sent/send/VBD/0/root letters/letter/NNS/2/obj to/to/TO/5/mark win/win/VB/2/advcl";
        assert!(ask(&parsed(sent), "sent", |view, _| loses_purpose(view, &[0, 1, 2])));
        let sent = sent.replace(
            "to/to/TO/5/mark win/win/VB/2/advcl",
            "in/in/IN/5/case May/May/NNP/2/obl",
        );
        assert!(!ask(&parsed(&sent), "sent", |view, _| loses_purpose(view, &[0, 1, 2])));
        let price =
            "Lund/Lund/NNP/5/nsubj of/of/IN/3/case Senn/Senn/NNP/1/nmod has/have/VBZ/5/aux left/leave/VBN/0/root";
        assert!(ask(&parsed(price), "left", |view, _| loses_verb(view, &[0, 1, 2])));
        assert!(!ask(&parsed(price), "left", |view, _| loses_verb(
            view,
            &[0, 1, 2, 3, 4]
        )));
    }
}
