//! A second look at the words whose tag was won by little: now the tags after them are known too. It never looks at a word
//! that was clear.

use std::sync::LazyLock;

use crate::language::Upos;
use crate::language::base::hashing::{Capitals, Form, join};
use crate::language::base::table::Scores;
use crate::language::base::tagger::tags::{TagId, edge, tags};

/// A word whose best tag leads by less is looked at again.
pub const DOUBT: i32 = 48;

/// A word that is looked at again, with what the first look said.
#[derive(Clone, Debug)]
pub struct Doubt {
    /// Its place in the sentence.
    pub at: usize,
    /// The tag with the second highest score.
    pub rival: TagId,
    /// The scores of all tags.
    pub scores: Vec<i32>,
}

static FINITE: LazyLock<Vec<bool>> = LazyLock::new(|| tags().iter().map(|(_, tag)| tag.is_finite()).collect());

static CONTENT: LazyLock<Vec<bool>> = LazyLock::new(|| tags().iter().map(|(upos, _)| *upos == Upos::Verb).collect());

/// How far before and after a word a verb is looked for, in words. The weights were trained with this reach.
const REACH: usize = 8;

/// The features of a second look at the word `at`; `tagged` holds the tags of the whole sentence, those before it seen twice.
pub fn extract(forms: &[Form], capitals: Capitals, tagged: &[TagId], at: usize, rival: TagId, features: &mut Vec<u64>) {
    let edge = edge();
    let place = |offset: isize| at.checked_add_signed(offset).unwrap_or(usize::MAX);
    let form = |offset: isize| forms.get(place(offset)).unwrap_or(&edge);
    let tag = |offset: isize| tagged.get(place(offset)).map_or(255, |tag| u64::from(*tag));
    let is = |set: &[bool], at: usize| {
        tagged
            .get(at)
            .is_some_and(|tag| set.get(usize::from(*tag)) == Some(&true))
    };
    let reach = |places: &mut dyn Iterator<Item = usize>| {
        places
            .take(REACH)
            .find(|&at| is(&FINITE, at) || is(&CONTENT, at))
            .map_or(0, |at| 1 + u64::from(is(&FINITE, at)))
    };
    let (verb_before, verb_after) = (reach(&mut (0..at).rev()), reach(&mut (at + 1..forms.len())));
    let (this, next) = (form(0), form(1));
    let (first, rival) = (tag(0), u64::from(rival));
    let (t1, t2, r1, r2) = (tag(-1), tag(-2), tag(1), tag(2));
    let [.., s3, _, _] = this.suffixes;
    let case = this.case as u64 + 16 * capitals as u64;
    features.extend([
        join(50, [first, rival]),
        join(51, [r1]),
        join(52, [r1, r2]),
        join(53, [t1, r1]),
        join(54, [this.word, r1]),
        join(55, [s3, r1, case]),
        join(56, [t1, r1, r2]),
        join(57, [t2, t1, r1]),
        join(58, [this.word, t1, r1]),
        join(59, [first, rival, r1]),
        join(60, [first, rival, t1, r1]),
        join(61, [first, rival, this.word]),
        join(62, [first, rival, r1, r2]),
        join(63, [first, rival, next.word]),
        join(64, [first, rival, verb_before, verb_after]),
        join(65, [first, rival, verb_before, verb_after, t1, r1]),
        join(66, [first, rival, form(-1).word]),
        join(67, [first, rival, t2, t1, r1]),
        join(68, [t1, r1, case]),
        join(69, [this.word, verb_before, verb_after]),
    ]);
}

/// Decides the doubtful words again, from left to right.
pub fn decide(weights: &impl Scores, forms: &[Form], capitals: Capitals, doubts: Vec<Doubt>, tagged: &mut [TagId]) {
    let mut features = Vec::with_capacity(24);
    for doubt in doubts {
        features.clear();
        extract(forms, capitals, tagged, doubt.at, doubt.rival, &mut features);
        let mut again = vec![0; doubt.scores.len()];
        weights.score(&features, &mut again);
        if let Some(slot) = tagged.get_mut(doubt.at) {
            *slot = doubt.best(&again) as TagId;
        }
    }
}

impl Doubt {
    /// The tag with the highest score of both looks together. Tags that were far behind at the first look stay out, so that
    /// what is around a word never gives it a tag that it cannot have.
    #[must_use]
    pub fn best(&self, again: &[i32]) -> usize {
        let top = self.scores.iter().copied().max().unwrap_or(0);
        let sums = self.scores.iter().zip(again).enumerate();
        let open = sums.filter(|(_, (first, _))| top - **first < DOUBT);
        // Of equals the first.
        let best = open.min_by_key(|(_, (first, again))| std::cmp::Reverse(*first + *again));
        best.map_or(0, |(tag, _)| tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Tag;
    use crate::language::base::table::{Row, Table};
    use crate::language::base::tagger::tag_of;

    /// What a second look makes of "plans" in "plans change", read as a noun first, whose lead over the verb is `lead`: it holds
    /// for the verb, and with more weight for an adverb that is far behind.
    fn second_look(lead: i32) -> TagId {
        let forms = ["plans", "change"].map(Form::new);
        let [noun, verb, adverb] = [
            tag_of(Upos::Noun, Tag::PluralNoun),
            tag_of(Upos::Verb, Tag::ThirdPerson),
            tag_of(Upos::Adv, Tag::Adverb),
        ];
        let mut tagged = [noun, tag_of(Upos::Noun, Tag::SingularNoun)];
        let mut features = Vec::new();
        extract(&forms, Capitals::Running, &tagged, 0, verb, &mut features);
        let row: Row = (features[0], vec![(verb, 40), (adverb, 100)]);
        let bytes = Table::write(vec![row]);
        let (weights, _) = Table::read(&bytes).unwrap();
        let mut scores = vec![-200; tags().len()];
        scores[usize::from(noun)] = 0;
        scores[usize::from(verb)] = -lead;
        scores[usize::from(adverb)] = -DOUBT;
        let doubt = Doubt {
            at: 0,
            rival: verb,
            scores,
        };
        decide(&weights, &forms, Capitals::Running, vec![doubt], &mut tagged);
        tagged[0]
    }

    #[test]
    fn a_second_look_decides_between_the_tags_that_were_close() {
        assert_eq!(second_look(39), tag_of(Upos::Verb, Tag::ThirdPerson));
        assert_eq!(second_look(41), tag_of(Upos::Noun, Tag::PluralNoun));
    }
}
