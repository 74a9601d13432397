//! What a line looks like to a reader: whether it is what its sentence says, whole, and clear on its own. It weighs and does
//! not choose.

use std::ops::Range;

use crate::engine::headline::Headline;
use crate::engine::outline::alone::Reading;
use crate::engine::outline::newsroom::is_pleasantry;
use crate::engine::outline::{cut, other_time};
use crate::language::{Relation, Upos, View};
use crate::text::table::WordList;

/// What a line looks like to a reader.
pub(super) struct Shape {
    /// Whether the event is what the sentence as a whole reports.
    pub(super) heads: bool,
    serves_head: bool,
    opens_block: bool,
    is_cut: bool,
    leaves_open: bool,
    is_ours: bool,
    has_no_clause: bool,
    asks: bool,
    is_short: bool,
    loses_source: bool,
    loses_turn: bool,
    lack_of_news: f32,
    is_before: bool,
}

impl Shape {
    /// The shape of a line about what is said at a byte of its block.
    pub(super) fn of(reading: &Reading<'_>, offset: usize, headline: &Headline) -> Self {
        let (view, line) = (reading.view, reading.line);
        let at = view.language.word_from(offset);
        let sentence = view.sentence(at);
        let first = line.words.first().copied().unwrap_or(at);
        let root = sentence.clone().find(|word| view.relation(*word) == Relation::Root);
        let heads = Some(at) == root;
        let shown = headline.text.to_lowercase();
        let is_named = !shown.starts_with(view.lower(first).as_str());
        Self {
            heads,
            serves_head: view.head(at).is_some() && view.head(at) == root,
            opens_block: sentence.start == 0,
            is_cut: line.is_cut,
            leaves_open: reading.leaves_open(root, is_named)
                || view.is(first, "(")
                || other_time::is_of_another(view, first),
            is_ours: view.is_any(first, &["you", "your"]),
            has_no_clause: root.is_none_or(|root| !line.shows(root) || !has_clause(view, root))
                || line.is_cut && (waits_for_clause(view, &line.words) || waits_inside(view, &line.words))
                || is_bare_condition(view, &line.words)
                || root.is_some_and(|root| reading.says_nothing(root))
                || reading.is_no_news(&shown)
                || is_pleasantry(&shown)
                || reading.is_of_newsroom(root)
                || view.is(sentence.end.saturating_sub(1), ":")
                || calls_out(view, sentence.clone())
                || root.is_some_and(|root| root != sentence.start && view.is_capitalized(root)),
            asks: view.is(sentence.end.saturating_sub(1), "?")
                || view.upos(first) == Upos::Aux
                || view.tag(first).is_wh() && root != Some(first),
            is_short: line.words.len() < 4,
            loses_source: reading.loses_source(),
            loses_turn: line.is_cut
                && (turns(view, &line.words)
                    || waits_for_verb(view, &line.words)
                    || ends_in_part(view, &line.words)
                    || cut::loses_point(view, &line.words, root)),
            lack_of_news: reading.lack_of_news(root),
            is_before: root.is_some_and(|root| view.auxiliaries_of(root).any(|had| view.is(had, "had"))),
        }
    }

    /// Whether the line is a whole statement that no other sentence explains.
    pub(super) fn reads_alone(&self) -> bool {
        !(self.leaves_open || self.has_no_clause || self.loses_turn || self.asks || self.is_short)
    }

    pub(super) fn weight(&self) -> f32 {
        let add = |holds: bool, weight: f32| if holds { weight } else { 0.0 };
        add(self.heads, 0.5)
            + add(self.serves_head, 0.2)
            + add(self.opens_block, 0.3)
            + add(self.is_cut, -0.2)
            + add(self.leaves_open, -6.0)
            + add(self.is_ours, -0.4)
            + add(self.has_no_clause, -3.0)
            + add(self.asks, -2.0)
            + add(self.is_short, -1.0)
            + add(self.loses_source, -3.0)
            + add(self.loses_turn, -3.0)
            // "Lund had sold the mill": what came before the news.
            + add(self.is_before, -0.4)
            + self.lack_of_news
    }
}

/// "The ferry is promised to the island…, but": a line whose sentence goes on to take it back.
fn turns(view: View<'_>, words: &[usize]) -> bool {
    words.last().is_some_and(|last| {
        let next = last + 1 + usize::from(matches!(view.form(last + 1), "," | ";" | "—" | "–" | "("));
        view.is_any(next, &["but", "yet"]) && view.sentence(*last).contains(&next)
    })
}

/// How many words before the end of a line an "as" may be that begins a comparison: "as wide | as".
const COMPARED: usize = 3;

/// "a rare instance where the council…", "as similar…": a line that ends inside a clause or a comparison that it begins.
pub(super) fn waits_for_verb(view: View<'_>, words: &[usize]) -> bool {
    let leads_in = |at: usize| {
        view.tag(at).is_wh()
            || view.upos(at) == Upos::Sconj
            || view.is(at, "that") && view.relation(at) == Relation::Mark
    };
    let compares = words
        .iter()
        .rev()
        .take(COMPARED)
        .any(|at| view.is(*at, "as") && view.upos(*at) == Upos::Adv);
    let after = words.iter().rev().take_while(|at| !leads_in(**at)).count();
    let begins = after < words.len();
    let has_verb = words
        .iter()
        .rev()
        .take(after)
        .any(|at| matches!(view.upos(*at), Upos::Verb | Upos::Aux));
    compares || begins && !has_verb
}

/// "…, said Ana Weil…", "after the crews…": a line that ends in a name after a comma, of which something is said, or in the subject of
/// a clause.
fn ends_in_part(view: View<'_>, words: &[usize]) -> bool {
    let Some(last) = words.last().copied() else {
        return true;
    };
    let end = words.iter().rev().take_while(|at| !view.is(**at, ","));
    let is_name = end.clone().count() < words.len()
        && view.upos(last) == Upos::Propn
        && end.clone().all(|at| matches!(view.upos(*at), Upos::Propn | Upos::Verb));
    let from_link = words.iter().rev().find(|at| {
        view.is_any(**at, &["after", "before", "since", "until", "once"]) && !view.is(**at + 1, "of")
            || matches!(view.upos(**at), Upos::Verb | Upos::Aux)
    });
    let begins_clause = from_link.is_some_and(|at| !matches!(view.upos(*at), Upos::Verb | Upos::Aux));
    let goes_on = matches!(view.form(last + 1), "—" | "–" | "--")
        || matches!(view.upos(last + 1), Upos::Verb | Upos::Aux)
        || view.is(last + 1, ",") && matches!(view.upos(last + 2), Upos::Verb | Upos::Aux)
        || view.tag(last + 1).is_wh();
    is_name || begins_clause && goes_on
}

/// "Come and see!", and what comes after it: news does not call out, and a name with such a mark in it ("Crews First! Norland") was
/// taken apart there.
fn calls_out(view: View<'_>, sentence: Range<usize>) -> bool {
    // "Correction, May 3: …" is about the draft.
    let is_note = view.is_any(sentence.start, &["correction", "clarification", "update"])
        && view.is_any(sentence.start + 1, &[",", ":"]);
    is_note
        || view.is(sentence.end.saturating_sub(1), "!")
        || sentence.start.checked_sub(1).is_some_and(|before| view.is(before, "!"))
}

/// "Only if you live in Ostby, and you may already": a condition, and nothing that depends on it.
fn is_bare_condition(view: View<'_>, words: &[usize]) -> bool {
    let Some(first) = words.first().copied().filter(|first| view.is(*first, "only")) else {
        return false;
    };
    view.is_any(first + 1, &["if", "when", "after"]) && !words.iter().any(|at| view.is(*at, ","))
}

/// Whether a sentence has a finite verb, and somebody or something of which it is said, or "there" is something.
fn has_clause(view: View<'_>, root: usize) -> bool {
    let subjects = &[
        Relation::Nsubj,
        Relation::NsubjPass,
        Relation::NsubjOuter,
        Relation::Csubj,
        Relation::CsubjPass,
        Relation::Expl,
    ];
    let helpers = &[Relation::Aux, Relation::AuxPass, Relation::Cop];
    let is_helped = view.child_by(root, helpers).is_some();
    let is_said = view.upos(root) == Upos::Verb && view.tag(root).is_finite() || is_helped;
    is_said && view.child_by(root, subjects).is_some()
}

/// "As the water rose in the valley last month…": a line whose first clause only says when or why, and whose end is cut
/// before what happened. Verbs of clauses that describe somebody are not what happened.
fn waits_for_clause(view: View<'_>, words: &[usize]) -> bool {
    let Some(first) = words.first().copied() else {
        return true;
    };
    let leads_in = view.upos(first) == Upos::Sconj || LEAD_INS.has(&view.lower(first));
    let has_mark = words.iter().any(|word| matches!(view.form(*word), "," | "—" | "–"));
    let leads_in = leads_in || view.upos(first) == Upos::Adp && has_mark;
    let after = words
        .iter()
        .skip_while(|word| !matches!(view.form(**word), "," | "—" | "–"))
        .copied();
    let verbs = after.clone().filter(|word| view.tag(*word).is_finite()).count();
    let describes = after.filter(|word| view.tag(*word).is_wh()).count();
    leads_in && verbs <= describes
}

/// "Weil said that if the dam breaks…": a clause that is reported, whose end is cut before what is said.
fn waits_inside(view: View<'_>, words: &[usize]) -> bool {
    let leads_in = |at: usize| {
        let next = at + 1 + usize::from(view.is(at + 1, "even"));
        view.is(at, "that") && LEAD_INS.has(&view.lower(next))
    };
    let after = words.iter().skip_while(|word| !leads_in(**word));
    let mut after = after.skip_while(|word| !view.is(**word, ","));
    words.iter().any(|word| leads_in(*word)) && !after.any(|word| view.tag(*word).is_finite())
}

/// Words that lead in a clause at the head of a sentence.
static LEAD_INS: WordList = WordList::new(include_str!("lead_ins.txt"));
