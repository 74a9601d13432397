//! What two commas set apart in the middle of a sentence, and what "then" joins to its verb: "the plant, officials say, will close",
//! "police shot a man who ran, then arrested his brother".

use crate::language::base::clauses::enclosed::Enclosed;
use crate::language::base::clauses::reader::Reader;
use crate::language::{Relation, Tag, Upos};

/// A subject and its verb alone between two commas, before the verb of the sentence.
pub fn aside(read: Reader<'_>) -> Option<Enclosed> {
    (2..read.len())
        .filter(|at| read.tag(*at).is_finite() && read.upos(*at) == Upos::Verb)
        .find_map(|verb| {
            let noun = verb - 1;
            let first = read.chunk_start(noun);
            let comma = first.checked_sub(1)?;
            let outer = read.next_verb(verb + 1)?;
            let is_apart =
                read.is_nominal(noun) && read.is_comma(comma) && read.is_comma(verb + 1) && outer.start == verb + 2;
            let before = comma.checked_sub(1).filter(|at| read.is_nominal(*at))?;
            let begins = read.chunk_start(before);
            let is_subject = begins == 0 || read.upos(begins - 1) == Upos::Punct && !read.is_comma(begins - 1);
            (is_apart && is_subject).then(|| Enclosed {
                words: comma..verb + 2,
                verb,
                opener: None,
                own_subject: Some(read.phrase_head(noun, first)),
                host: outer.head,
                relation: Relation::Parataxis,
                main: outer.head,
                subject: Some(read.phrase_head(before, begins)),
            })
        })
}

/// "…, officials said.": the subject and the verb that end a sentence after a comma.
pub fn closing(read: Reader<'_>) -> Option<(usize, usize)> {
    let verb = (2..read.len()).rev().find(|at| read.upos(*at) != Upos::Punct)?;
    let noun = verb - 1;
    let first = read.chunk_start(noun);
    let is_clause = read.tag(verb).is_finite() && read.upos(verb) == Upos::Verb && read.is_nominal(noun);
    let comma = first.checked_sub(1).filter(|at| is_clause && read.is_comma(*at))?;
    let has_verb = read.next_verb(0).is_some_and(|other| other.finite < comma);
    let opens = (0..comma).any(|at| read.is_comma(at) && read.opens_clause(at + 1));
    (has_verb && !opens).then(|| (read.phrase_head(noun, first), verb))
}

/// A verb after a comma and "then", and the first verb of the sentence, to which it is joined.
pub fn joined(read: Reader<'_>) -> Option<(usize, usize)> {
    let then = (2..read.len()).find(|at| read.is_any(*at, &["then"]) && read.is_comma(at - 1))?;
    let verb = then + 1;
    let is_past = read.upos(verb) == Upos::Verb && matches!(read.tag(verb), Tag::PastTense | Tag::PastParticiple);
    let first = read.next_verb(0).filter(|first| first.head < then)?;
    let is_main = read.relation(first.head) == Relation::Root;
    (is_past && is_main).then_some((verb, first.head))
}
