//! A clause with its own verb before the comma at the head of a sentence: "As the water rose, families fled". It finds none where
//! more than one comma parts its verb from that of the sentence.

use crate::language::base::clauses::enclosed::Enclosed;
use crate::language::base::clauses::reader::Reader;
use crate::language::{Relation, Tag, Upos};
use crate::text::table::WordList;

/// Words that open such a clause where a subject and a verb follow them.
static OPENERS: WordList = WordList::new(include_str!("clause_openers.txt"));

/// How many words may measure the time before it: "about two and a half hours after".
const MEASURE: usize = 6;

/// The clause at the head of a sentence.
pub fn find(read: Reader<'_>) -> Option<Enclosed> {
    let first = (0..read.len()).find(|at| read.upos(*at) != Upos::Punct && read.upos(*at) != Upos::Cconj)?;
    let opener = opener(read, first)?;
    let inner = read.next_verb(opener + 1)?;
    let noun = inner.start.checked_sub(1).filter(|at| read.is_nominal(*at))?;
    let is_plain = !(opener + 1..inner.start).any(|at| read.opens_clause(at) || read.is_comma(at));
    let comma = (inner.finite..read.len()).find(|at| read.is_comma(*at))?;
    let outer = read.next_verb(comma + 1)?;
    // "…, the owner, a widow, rebuilt it": what two commas set apart is not the subject.
    let before = outer.start.checked_sub(1)?;
    let aside = (comma + 1..before)
        .find(|at| read.is_comma(*at))
        .filter(|_| read.is_comma(before));
    let last = aside.map_or(before, |aside| aside - 1);
    let is_open = (comma + 1..last + 1).any(|at| read.opens_clause(at) || read.upos(at) == Upos::Punct);
    if !is_plain || is_open || inner.head >= comma {
        return None;
    }
    let relation = if read.tag(opener) == Tag::WhAdverb {
        Relation::Advmod
    } else {
        Relation::Mark
    };
    let subject = (last > comma && read.is_nominal(last)).then(|| read.phrase_head(last, comma + 1));
    Some(Enclosed {
        words: first..comma + 1,
        verb: inner.head,
        opener: Some((opener, relation)),
        own_subject: Some(read.phrase_head(noun, opener + 1)),
        host: outer.head,
        relation: Relation::Advcl,
        main: outer.head,
        subject: subject.filter(|subject| !follows_preposition(read, comma + 1, *subject)),
    })
}

/// The word that opens a clause at the head of a sentence: the first one, or one after a stretch of time ("hours after", "two days before").
pub fn opener(read: Reader<'_>, first: usize) -> Option<usize> {
    if read.is_on(first, &OPENERS) {
        return Some(first);
    }
    // "Even as", "Shortly after".
    if read.upos(first) == Upos::Adv && read.is_on(first + 1, &OPENERS) {
        return Some(first + 1);
    }
    let at = (first + 1..first + MEASURE).find(|at| read.is_any(*at, &["after", "before"]))?;
    let is_measure = (first..at).all(|at| {
        matches!(
            read.upos(at),
            Upos::Noun | Upos::Num | Upos::Det | Upos::Adj | Upos::Adv | Upos::Cconj
        )
    });
    (is_measure && read.upos(at - 1) == Upos::Noun).then_some(at)
}

fn follows_preposition(read: Reader<'_>, from: usize, noun: usize) -> bool {
    let first = read.chunk_start(noun);
    first > from && read.upos(first - 1) == Upos::Adp
}
