//! Where a line may end that has no room for its sentence: before what can be left out without tearing anything apart. It
//! never parts a verb from its object, a number from what it counts, or a name.

use crate::language::{Relation, Tag, Upos, View};

/// How much a better border counts, in characters of a longer line.
const STRENGTH: usize = 6;

/// How many words after a mark a line must show, the mark included, to end before the next one.
const STUB: usize = 4;

/// How many words of a condition a line must show.
const CONDITION: usize = 4;

/// How many characters a line has at least.
const SHORTEST: usize = 34;

/// How many of the words a line of `limit` characters keeps, the ellipsis included.
pub(super) fn best(view: View<'_>, words: &[usize], limit: usize) -> Option<usize> {
    let mut chosen: Option<(usize, usize)> = None;
    let mut fallback = None;
    let mut length = 0;
    let mut marks = Marks::default();
    let verb = words
        .iter()
        .position(|word| view.relation(*word) == Relation::Root)
        .unwrap_or(0);
    // What depends on a condition is not said without it.
    let condition = (verb..words.len()).find(|at| words.get(*at).is_some_and(|word| is_condition(view, *word)));
    let least = condition.map_or(verb, |at| at + CONDITION);
    for (kept, word) in words.iter().enumerate() {
        if let Some(last) = kept.checked_sub(1).and_then(|last| words.get(last)) {
            length += usize::from(view.span(*last..last + 1).end < view.span(*word..word + 1).start);
            if length >= limit {
                break;
            }
            let ends = kept > least && marks.are_closed() && !is_stub(view, words, kept) && may_end(view, *last, *word);
            if ends && !waits_for_verb(view, words, *word) {
                fallback = Some(kept);
            }
            let strength = if ends { strength(view, words, kept) } else { 0 };
            let value = strength * STRENGTH + length;
            if strength > 0 && length >= SHORTEST && chosen.is_none_or(|(most, _)| value >= most) {
                chosen = Some((value, kept));
            }
        }
        length += view.form(*word).chars().count();
        marks.read(view.form(*word));
    }
    let kept = chosen.map(|(_, kept)| kept).or(fallback)?;
    let is_loose = |word: &usize| matches!(view.form(*word), "," | ";" | ":" | "—" | "–" | "--" | "-");
    let loose = words
        .get(..kept)?
        .iter()
        .rev()
        .take_while(|word| is_loose(word))
        .count();
    Some(kept - loose)
}

/// "On Saturday, three years": few words after a mark say nothing yet.
fn is_stub(view: View<'_>, words: &[usize], kept: usize) -> bool {
    let at_comma = words.get(kept).is_some_and(|next| view.is(*next, ","));
    let year = kept
        .checked_sub(1)
        .and_then(|last| words.get(last))
        .is_some_and(|last| view.upos(*last) == Upos::Num);
    if at_comma || year {
        return false;
    }
    let since = words.get(..kept).unwrap_or(words).iter().rev();
    since
        .take(STUB)
        .skip(1)
        .any(|word| matches!(view.form(*word), "," | ";" | ":" | "—" | "–" | "--"))
}

/// How many words of a line there is room for, wherever that ends it.
pub(super) fn room(view: View<'_>, words: &[usize], limit: usize) -> usize {
    let mut length = 0;
    let fits = words.iter().take_while(|word| {
        length += view.form(**word).chars().count() + 1;
        length < limit
    });
    fits.count().max(1)
}

/// Quotation marks and brackets that are still open.
#[derive(Default)]
struct Marks {
    straight: usize,
    depth: i32,
}

impl Marks {
    fn read(&mut self, form: &str) {
        match form {
            "\"" => self.straight += 1,
            "“" | "(" | "[" => self.depth += 1,
            "”" | ")" | "]" => self.depth -= 1,
            _ => {}
        }
    }

    fn are_closed(&self) -> bool {
        self.depth <= 0 && self.straight.is_multiple_of(2)
    }
}

/// Whether a line may end with `last` where `next` follows: words are whole, and nothing waits for the next one.
fn may_end(view: View<'_>, last: usize, next: usize) -> bool {
    let apart = view.span(last..last + 1).end < view.span(next..next + 1).start || view.upos(next) == Upos::Punct;
    let waits = match view.upos(last) {
        Upos::Adp => view.relation(last) != Relation::CompoundPrt,
        Upos::Det | Upos::Aux | Upos::Cconj | Upos::Sconj | Upos::Part => true,
        Upos::Adj | Upos::Num => view.upos(next) != Upos::Punct && !matches!(view.upos(next), Upos::Adp | Upos::Sconj),
        Upos::Propn => view.upos(next) == Upos::Propn,
        Upos::Noun => matches!(view.upos(next), Upos::Noun | Upos::Propn) || view.tag(next) == Tag::PossessiveEnding,
        Upos::Sym => true,
        Upos::Verb => matches!(
            view.upos(next),
            Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num | Upos::Pron | Upos::Sym | Upos::Verb
        ),
        _ => false,
    };
    let opens = matches!(
        view.tag(last),
        Tag::To
            | Tag::PossessivePronoun
            | Tag::PossessiveEnding
            | Tag::Currency
            | Tag::OpeningQuote
            | Tag::OpeningBracket
    ) || view.tag(last).is_wh();
    let negates = view.is_any(last, &["not", "n't", "n’t", "never", "no"]);
    let sign = view.form(last).ends_with(['$', '£', '€', '-', '/']) || view.form(next).starts_with(['-', '/', '%']);
    apart && !waits && !opens && !negates && !sign
}

/// How well a line ends before the word at `kept`: 0 where it must not, 3 where a clause ends.
fn strength(view: View<'_>, words: &[usize], kept: usize) -> usize {
    let Some(next) = words.get(kept).copied() else {
        return 0;
    };
    let crossing = words.iter().filter_map(|word| {
        let head = view.head(*word)?;
        match (*word < next, head < next) {
            (true, false) => Some(if view.relation(*word) == Relation::Punct { 3 } else { 0 }),
            (false, true) => Some(of_arc(view, *word, head, next)),
            _ => None,
        }
    });
    let weakest = crossing.min().unwrap_or(3);
    let at_mark = matches!(view.form(next), "," | ";" | "—" | "–" | "--" | ":");
    if weakest > 0 && at_mark { weakest + 1 } else { weakest }
}

/// "if", "as long as".
fn is_condition(view: View<'_>, word: usize) -> bool {
    let is_mark = view.is_any(word, &["if", "unless", "provided"]) && view.upos(word) != Upos::Aux;
    let as_long = view.is_any(word, &["as", "so"]) && view.is(word + 1, "long") && view.is(word + 2, "as");
    is_mark && !matches!(view.tag(word), Tag::PastTense | Tag::PastParticiple) || as_long
}

/// "said the commissioners": a subject whose verb is still to come.
fn waits_for_verb(view: View<'_>, words: &[usize], next: usize) -> bool {
    words.iter().take_while(|word| **word < next).any(|word| {
        matches!(view.relation(*word), Relation::Nsubj | Relation::NsubjPass)
            && view.head(*word).is_some_and(|head| head >= next)
    })
}

/// How well what depends on an earlier word can be left out.
fn of_arc(view: View<'_>, word: usize, head: usize, next: usize) -> usize {
    let follows = head + 1 == next && matches!(view.upos(head), Upos::Verb | Upos::Aux);
    match view.relation(word) {
        Relation::Punct | Relation::Advcl | Relation::Parataxis | Relation::Appos => 3,
        Relation::Conj if matches!(view.upos(word), Upos::Verb | Upos::Aux) => 3,
        Relation::Obl | Relation::OblUnmarked | Relation::OblTmod | Relation::Advmod | Relation::AdvclRelcl
            if follows =>
        {
            1
        }
        Relation::Obl | Relation::OblUnmarked | Relation::OblTmod | Relation::Advmod | Relation::AdvclRelcl => 2,
        Relation::Nmod if view.case_of(word).as_deref() == Some("of") => 0,
        Relation::Nmod | Relation::NmodUnmarked => 2,
        Relation::Acl
        | Relation::AclRelcl
        | Relation::Conj
        | Relation::Cc
        | Relation::OblAgent
        | Relation::Dep
        | Relation::List => 1,
        _ => 0,
    }
}
