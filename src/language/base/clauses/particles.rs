//! "sank off Lindholm": what the tagger takes for a particle is a preposition after verbs that take none. It looks at "off" alone.

use crate::language::base::clauses::reader::Reader;
use crate::language::{Relation, Tag, Word};
use crate::text::table::WordList;

/// Verbs of accidents and of the sea that take no "off" for a particle.
static WITHOUT_PARTICLE: WordList = WordList::new(include_str!("without_particle.txt"));

/// Gives "off" to the noun after it.
pub fn mend(text: &str, words: &mut [Word]) {
    let read = Reader::new(text, words);
    let found = (1..read.len()).find(|at| {
        let verb = read.head(*at).filter(|_| read.relation(*at) == Relation::CompoundPrt);
        read.is_any(*at, &["off"]) && verb.is_some_and(|verb| WITHOUT_PARTICLE.has(read.lemma(verb)))
    });
    let Some(off) = found else { return };
    let object =
        (off + 1..read.len()).find(|at| read.head(*at) == read.head(off) && read.relation(*at) == Relation::Obj);
    let Some(object) = object else { return };
    if let Some(word) = words.get_mut(off) {
        (word.head, word.relation, word.tag) = (Some(object), Relation::Case, Tag::Preposition);
    }
    if let Some(word) = words.get_mut(object) {
        word.relation = Relation::Obl;
    }
}
