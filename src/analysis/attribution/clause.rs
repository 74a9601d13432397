//! What makes a clause: whether one begins at an item, by parts of speech and by the parse. It asks for no cue and looks for
//! no end.

use crate::analysis::attribution::line::{Item, Line};
use crate::analysis::attribution::phrase::{self, is_day};
use crate::language::{Relation, Tag, Upos};

/// How far behind a noun phrase the verb of its clause may stand, in items.
pub const NEAR: usize = 24;

/// What a noun phrase begins with.
pub const NOMINAL: &[Upos] = &[
    Upos::Det,
    Upos::Pron,
    Upos::Propn,
    Upos::Noun,
    Upos::Adj,
    Upos::Num,
    Upos::Sym,
];

/// Whether a clause with a subject and a finite verb begins at an item. Relative clauses inside the subject are counted
/// with their verbs; `near` is how far behind the first noun phrase the verb may stand.
#[must_use]
pub fn is_clause(line: Line<'_>, first: usize, near: usize) -> bool {
    let Some(word) = line.word(first) else {
        return false;
    };
    let start = match word.upos {
        Upos::Punct | Upos::Cconj | Upos::X => return false,
        // "said in 2016 he would": a phrase in front of the clause.
        Upos::Adp | Upos::Sconj | Upos::Adv | Upos::Verb => return is_clause_by_parse(line, first),
        _ => first,
    };
    if word.upos == Upos::Pron && line.form_of(word).eq_ignore_ascii_case("there") {
        return line.tag(first + 1).is_finite();
    }
    let Some(core) = phrase::core_starting_at(line, start) else {
        return false;
    };
    let mut pending = 0;
    for at in core.end..(core.end + near).min(line.len()) {
        let Some(word) = line.word(at) else { continue };
        let form = line.form_of(word);
        if matches!(form, ";" | ":" | "." | "—" | "–" | "--") {
            return false;
        }
        if matches!(word.tag, Tag::WhPronoun | Tag::WhDeterminer | Tag::WhAdverb)
            || at > core.end && form.eq_ignore_ascii_case("that")
        {
            pending += 1;
        } else if word.tag.is_finite() {
            if pending == 0 {
                return true;
            }
            pending -= 1;
        } else if matches!(form, "and" | "or") && near == 1 {
            return false;
        }
    }
    false
}

/// Whether nearly everything that can stand behind "said" makes a clause here: a verb follows an item, by any tag that a
/// finite verb may get by mistake, before the clause could end: "said bullying doesn't happen", "said about half of it was
/// lost", "said the two were friends".
#[must_use]
pub fn has_predicate(line: Line<'_>, first: usize) -> bool {
    let Some(word) = line.word(first) else {
        return false;
    };
    // "said in a statement", "said during his speech", "said later": no subject begins so.
    let quantity = [
        "about", "over", "under", "around", "between", "nearly", "too", "more", "neither", "there",
    ];
    let form = line.form_of(word);
    let may_begin = match word.upos {
        Upos::Adp | Upos::Adv | Upos::Sconj | Upos::Part | Upos::Aux => {
            quantity.iter().any(|known| form.eq_ignore_ascii_case(known))
                && line.has(
                    first + 1,
                    &[Upos::Noun, Upos::Num, Upos::Adj, Upos::Det, Upos::Adv, Upos::Sym],
                )
                && !line.has(first + 1, &[Upos::Propn])
        }
        Upos::Cconj => form.eq_ignore_ascii_case("neither"),
        Upos::Punct | Upos::X | Upos::Intj => false,
        Upos::Verb => word.tag == Tag::Gerund,
        _ => true,
    };
    may_begin
        && !is_day(form)
        && (first + 1..(first + NEAR).min(line.len()))
            .map_while(|at| line.word(at))
            .take_while(|word| !matches!(line.form_of(word), ";" | ":" | "." | "," | "—" | "–" | "--"))
            .take_while(|word| !matches!(word.tag, Tag::WhPronoun | Tag::WhDeterminer | Tag::WhAdverb))
            .scan(false, |after_to, word| {
                let verb = word.tag.is_finite() || word.upos == Upos::Aux || word.upos == Upos::Verb && !*after_to;
                *after_to = word.tag == Tag::To;
                Some(verb && word.tag != Tag::Gerund)
            })
            .any(|verb| verb)
}

/// Whether a pronoun that can only be a subject stands at an item, with more behind it: "she plans", whatever the tags
/// of what follows.
#[must_use]
pub fn begins_clause(line: Line<'_>, first: usize) -> bool {
    let subject = ["he", "she", "they", "we", "i"].iter().any(|form| line.is(first, form));
    subject
        && line
            .word(first + 1)
            .is_some_and(|next| !matches!(next.upos, Upos::Punct | Upos::Cconj | Upos::X))
}

/// Whether the parse hangs a finite verb with a subject, both behind `first`, on the word before it.
fn is_clause_by_parse(line: Line<'_>, first: usize) -> bool {
    let Some(&Item::Word(start)) = line.items.get(first) else {
        return false;
    };
    let reach = line.items.get(first..(first + 30).min(line.len())).unwrap_or(&[]);
    reach.iter().any(|item| {
        let &Item::Word(index) = item else { return false };
        line.view.language.words.get(index).is_some_and(|word| {
            word.relation == Relation::Nsubj
                && word.head.is_some_and(|head| {
                    head > start
                        && line.view.language.words.get(head).is_some_and(|verb| {
                            verb.relation == Relation::Ccomp
                                && verb.head.is_some_and(|cue| cue < start && start - cue <= 3)
                        })
                })
        })
    })
}
