//! Where a line may end that has no room for its sentence: before what can be left out without tearing anything apart. It
//! never parts a verb from its object, a number from what it counts, or a name.

use crate::language::{Relation, Tag, Upos, View};
use crate::text::calendar;
use crate::text::table::WordList;

/// How much a better border counts, in characters of a longer line.
const STRENGTH: usize = 6;

/// How good a border must be: a phrase that only adds to what is said, or a clause.
const LEAST: usize = 2;

/// How many words after a mark a line must show, the mark included, to end before the next one.
const STUB: usize = 4;

/// How many words of a condition a line must show.
const CONDITION: usize = 4;

/// How many words of a list are looked at for its "and".
const LIST: usize = 9;

/// How many words an item of a list has at most, its comma included.
const ITEM: usize = 3;

/// How many characters a line has at least.
const SHORTEST: usize = 34;

/// How many of the words a line of `limit` characters keeps, the ellipsis included.
pub(super) fn best(view: View<'_>, words: &[usize], limit: usize) -> Option<usize> {
    let mut chosen: Option<(usize, usize)> = None;
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
            let ends =
                kept > least && marks.are_closed() && !is_stub(view, words, kept) && may_end_at(view, words, kept);
            let strength = if ends { strength(view, words, kept) } else { 0 };
            let strength = if strength < LEAST { 0 } else { strength };
            let value = strength * STRENGTH + length;
            if strength > 0 && length >= SHORTEST && chosen.is_none_or(|(most, _)| value >= most) {
                chosen = Some((value, kept));
            }
        }
        length += view.form(*word).chars().count();
        marks.read(view.form(*word));
    }
    let (_, kept) = chosen?;
    let is_loose = |word: &usize| matches!(view.form(*word), "," | ";" | ":" | "—" | "–" | "--" | "-");
    let loose = words
        .get(..kept)?
        .iter()
        .rev()
        .take_while(|word| is_loose(word))
        .count();
    Some(kept - loose)
}

/// "On Saturday, three years", "doctors who each approved": few words after a mark or at the head of a clause say nothing yet.
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
    since.take(STUB).skip(1).any(|word| {
        let is_mark = matches!(view.form(*word), "," | ";" | ":" | "—" | "–" | "--");
        let last = words.get(kept.saturating_sub(1)).copied().unwrap_or(*word);
        let has_verb = (*word..=last).any(|at| matches!(view.upos(at), Upos::Verb | Upos::Aux));
        is_mark || view.tag(*word).is_wh() || view.upos(*word) == Upos::Sconj && !has_verb
    })
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

/// Whether a line may end before the word at `kept`; the mark before it, which a line does without, is no excuse.
fn may_end_at(view: View<'_>, words: &[usize], kept: usize) -> bool {
    let at = |back: usize| kept.checked_sub(back).and_then(|at| words.get(at)).copied();
    let (Some(last), Some(next)) = (at(1), words.get(kept).copied()) else {
        return false;
    };
    let follows_mark = matches!(view.form(last), "," | ";" | ":" | "—" | "–" | "--");
    let before = at(2).filter(|_| follows_mark);
    may_end(view, last, next) && before.is_none_or(|before| may_end(view, before, last))
}

/// Whether a line may end with `last` where `next` follows: words are whole, and nothing waits for the next one.
fn may_end(view: View<'_>, last: usize, next: usize) -> bool {
    let apart = view.span(last..last + 1).end < view.span(next..next + 1).start || view.upos(next) == Upos::Punct;
    let waits = match view.upos(last) {
        Upos::Adp => view.relation(last) != Relation::CompoundPrt,
        Upos::Det | Upos::Aux | Upos::Cconj | Upos::Sconj | Upos::Part => true,
        Upos::Adj | Upos::Num => view.upos(next) != Upos::Punct && !matches!(view.upos(next), Upos::Adp | Upos::Sconj),
        Upos::Propn => view.upos(next) == Upos::Propn || waits_for_verb(view, last) || acts_next(view, next),
        Upos::Noun => {
            matches!(view.upos(next), Upos::Noun | Upos::Propn)
                || view.tag(next) == Tag::PossessiveEnding
                || acts_next(view, next)
                || is_half_of_phrase(view, last, next)
        }
        Upos::Sym => true,
        // "nearly $3 million", "far more".
        Upos::Adv => {
            view.head(last).is_some_and(|head| head > last) || matches!(view.upos(next), Upos::Num | Upos::Sym)
        }
        Upos::Verb => {
            let begins_phrase = matches!(
                view.upos(next),
                Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num | Upos::Pron | Upos::Sym | Upos::Verb
            );
            // "a plan aimed | at", "the votes needed | to": what the noun is comes after the verb.
            begins_phrase || view.relation(last) == Relation::Acl && view.ancestors(next).any(|above| above == last)
        }
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
    ) || view.tag(last).is_wh()
        || view.is(last, "that") && view.relation(last) == Relation::Mark;
    let negates = view.is_any(
        last,
        &["not", "n't", "n’t", "never", "no", "only", "just", "even", "especially"],
    );
    let sign = view.form(last).ends_with(['$', '£', '€', '-', '/']) || view.form(next).starts_with(['-', '/', '%']);
    let lists = begins_list(view, last, next) || is_inside_list(view, last, next) || is_half_of_way(view, last, next);
    apart && !waits && !opens && !negates && !sign && !lists
}

/// "a duty that crews | currently have": the verb of a subject, after an adverb.
fn acts_next(view: View<'_>, next: usize) -> bool {
    view.upos(next) == Upos::Adv && view.tag(next + 1).is_finite()
}

/// "in response | to", "in exchange | for": a preposition and a noun without an article, which another preposition completes.
fn is_half_of_phrase(view: View<'_>, noun: usize, next: usize) -> bool {
    view.upos(next) == Upos::Adp
        && view.tag(noun) == Tag::SingularNoun
        && noun
            .checked_sub(1)
            .is_some_and(|before| view.is_any(before, &["in", "on", "with", "by"]))
}

/// "from Senn | to Kessel".
fn is_half_of_way(view: View<'_>, last: usize, next: usize) -> bool {
    view.is(next, "to") && (last.saturating_sub(ITEM)..last).any(|at| view.is(at, "from"))
}

/// Words that lead in a clause.
static LEADS_IN: WordList = WordList::new(include_str!("leads_in.txt"));

/// "after the Senn Council |, in answer to a suit, closed": a name after a word that leads in a clause waits for its verb. A day or
/// a month does not.
fn waits_for_verb(view: View<'_>, name: usize) -> bool {
    let is_of_name = |at: &usize| matches!(view.upos(*at), Upos::Propn | Upos::Adj | Upos::Det | Upos::Num);
    let before = (0..=name).rev().find(|at| !is_of_name(at));
    let is_time = calendar::is_weekday(view.form(name)) || calendar::is_month(view.form(name));
    !is_time && before.is_some_and(|at| LEADS_IN.has(&view.lower(at)))
}

/// "the salt, the sand |, and the boats": the last comma of a list.
fn is_inside_list(view: View<'_>, last: usize, comma: usize) -> bool {
    let is_item = |at: usize| matches!(view.upos(at), Upos::Noun | Upos::Propn | Upos::Adj);
    view.is(comma, ",")
        && view.is_any(comma + 1, &["and", "or"])
        && is_item(last)
        && is_item(comma + 2)
        && (last.saturating_sub(ITEM)..last).any(|at| view.is(at, ","))
}

/// "500 teachers |, nurses and clerks": what is counted or done is said of all of them, whatever the parse says.
fn begins_list(view: View<'_>, last: usize, comma: usize) -> bool {
    let is_item = |at: usize| matches!(view.upos(at), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num);
    let ends = |at: usize| view.is_any(at, &["and", "or"]);
    let follows = comma + 1..comma + 1 + LIST;
    view.is(comma, ",")
        && view.upos(last) == Upos::Noun
        && is_item(comma + 1)
        && follows
            .clone()
            .find(|at| !(is_item(*at) || view.is(*at, ",")))
            .is_some_and(|at| ends(at) && is_item(at + 1))
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

/// How well what depends on an earlier word can be left out.
fn of_arc(view: View<'_>, word: usize, head: usize, next: usize) -> usize {
    let follows = head + 1 == next && matches!(view.upos(head), Upos::Verb | Upos::Aux | Upos::Adj);
    match view.relation(word) {
        Relation::Conj if matches!(view.upos(word), Upos::Verb | Upos::Aux) => 3,
        // "have both come | out", "aimed | at", "falls short | of".
        Relation::Advmod | Relation::Obl | Relation::OblUnmarked if follows => 0,
        Relation::Obl | Relation::Advcl if completes_verb(view, word, head, next) => 0,
        // "called on the board | to resign".
        Relation::Advcl if view.tag(next) == Tag::To => 1,
        Relation::Punct | Relation::Advcl | Relation::Parataxis | Relation::Appos => 3,
        Relation::OblTmod | Relation::AdvclRelcl if follows => 1,
        Relation::Obl | Relation::OblUnmarked | Relation::OblTmod | Relation::Advmod | Relation::AdvclRelcl => 2,
        Relation::Nmod if view.case_of(word).as_deref() == Some("of") => 0,
        Relation::Nmod if is_counted(view, head) => 0,
        Relation::Nmod | Relation::NmodUnmarked => 2,
        Relation::Acl | Relation::AclRelcl if word >= next && completes(view, word, head, next) => 0,
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

/// "a bill | that would ban it", "on the grounds | that": what a noun is comes only with its clause.
fn completes(view: View<'_>, clause: usize, noun: usize, next: usize) -> bool {
    let is_next = noun + 1 == next
        && matches!(
            view.relation(noun),
            Relation::Obj | Relation::Nsubj | Relation::NsubjPass | Relation::Root
        );
    let is_open = !view
        .children_by(noun, &[Relation::Det, Relation::NmodPoss])
        .any(|at| !view.is_any(at, &["a", "an", "some", "any"]))
        && view.upos(noun) == Upos::Noun;
    let is_content = view.relation(clause) == Relation::Acl && view.child_by(clause, &[Relation::Mark]).is_some();
    is_next && (is_open || is_content)
}

/// "the number of people | under investigation": which of them are counted.
fn is_counted(view: View<'_>, noun: usize) -> bool {
    view.relation(noun) == Relation::Nmod
        && view
            .head(noun)
            .is_some_and(|of| view.is_any(of, &["number", "share", "percentage", "rate"]))
}

/// "would block crews | from the pier", "accused Weil | of fraud", "painted the vote | as a defeat": without what comes after the
/// object, the verb says something else.
fn completes_verb(view: View<'_>, word: usize, verb: usize, next: usize) -> bool {
    let begins =
        view.is_any(next, &["from", "of", "with", "into", "against", "as", "to"]) && view.upos(verb) == Upos::Verb;
    begins
        && word >= next
        && view
            .object_of(verb)
            .is_some_and(|object| object < next && view.noun_phrase(object).end == next)
}
