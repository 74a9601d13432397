//! The first look: from left to right, one decision a word. It never goes back.

use crate::language::base::hashing::{Capitals, Case, Form, capitals, feature};
use crate::language::base::lately::{Lately, of_features};
use crate::language::base::table::Scores;
use crate::language::base::tagger::second::{DOUBT, Doubt};
use crate::language::base::tagger::tags::{TagId, edge, tags};

/// Tags from left to right, and the words that are in doubt. `lately` has the tags that were clear.
#[must_use]
pub fn first_look(
    weights: &impl Scores,
    forms: &[Form],
    lately: &mut Lately<Option<TagId>>,
) -> (Vec<TagId>, Vec<Doubt>) {
    let mut scores = vec![0; tags().len()];
    let mut features = Vec::with_capacity(48);
    let mut tagged: Vec<TagId> = Vec::with_capacity(forms.len());
    let mut doubts = Vec::new();
    let capitals = capitals(forms);
    for at in 0..forms.len() {
        features.clear();
        extract(forms, capitals, &tagged, at, &mut features);
        let mut fresh = None;
        let clear = lately.get(of_features(&features), || {
            let (tag, doubt) = fresh.insert(look(weights, &features, &mut scores));
            doubt.is_none().then_some(*tag)
        });
        // What was in doubt is looked at again, for its scores.
        let (tag, doubt) = match clear {
            Some(tag) => (tag, None),
            None => fresh.unwrap_or_else(|| look(weights, &features, &mut scores)),
        };
        tagged.push(tag);
        doubts.extend(doubt.map(|(rival, scores)| Doubt { at, rival, scores }));
    }
    (tagged, doubts)
}

/// The tag with the highest score; where it is in doubt, its rival and the scores of all.
fn look(weights: &impl Scores, features: &[u64], scores: &mut [i32]) -> (TagId, Option<(TagId, Vec<i32>)>) {
    scores.iter_mut().for_each(|score| *score = 0);
    weights.score(features, scores);
    let (tag, rival) = best_two(scores);
    let score = |tag: usize| scores.get(tag).copied().unwrap_or(0);
    let is_close = score(tag) - score(rival) < DOUBT;
    (tag as TagId, is_close.then(|| (rival as TagId, scores.to_vec())))
}

/// The classes with the highest and the second highest score.
fn best_two(scores: &[i32]) -> (usize, usize) {
    let (mut best, mut second) = ((0, i32::MIN), (0, i32::MIN));
    for (class, &score) in scores.iter().enumerate() {
        if score > best.1 {
            (best, second) = ((class, score), best);
        } else if score > second.1 {
            second = (class, score);
        }
    }
    (best.0, second.0)
}

/// The class with the highest score, the first of equals.
#[must_use]
pub fn best(scores: &[i32]) -> usize {
    let mut best = 0;
    let mut top = i32::MIN;
    for (class, &score) in scores.iter().enumerate() {
        if score > top {
            (best, top) = (class, score);
        }
    }
    best
}

/// The features of the word `at`; `tagged` holds the tags before it.
pub fn extract(forms: &[Form], capitals: Capitals, tagged: &[TagId], at: usize, features: &mut Vec<u64>) {
    let edge = edge();
    let form = |offset: isize| {
        at.checked_add_signed(offset)
            .and_then(|place| forms.get(place))
            .unwrap_or(&edge)
    };
    let tag = |back: usize| {
        at.checked_sub(back)
            .and_then(|place| tagged.get(place))
            .map_or(255, |tag| u64::from(*tag))
    };
    let (this, last, next) = (form(0), form(-1), form(1));
    let (before, after) = (form(-2), form(2));
    let place = capitals as u64 * 4 + u64::from(at == 0) * 2 + u64::from(last.case == Case::Mark);
    let case = |form: &Form| if capitals == Capitals::All { 0 } else { form.case as u64 };
    let shape = if capitals == Capitals::All && this.case == Case::Upper {
        0
    } else {
        this.shape
    };
    let [s1, s2, s3, s4, s5] = this.suffixes;
    let [p1, p2, p3, p4] = this.prefixes;
    let (t1, t2) = (tag(1), tag(2));
    let mut put = |template: u64, values: &[u64]| features.push(feature(template, values));
    put(0, &[]);
    put(1, &[this.word]);
    put(2, &[s1]);
    put(3, &[s2]);
    put(4, &[s3]);
    put(5, &[s4]);
    put(6, &[s5]);
    put(7, &[p1]);
    put(8, &[p2]);
    put(9, &[p3]);
    put(10, &[p4]);
    put(11, &[shape]);
    put(12, &[case(this), place]);
    put(13, &[last.word]);
    put(14, &[next.word]);
    put(15, &[before.word]);
    put(16, &[after.word]);
    put(17, &[t1]);
    put(18, &[t2, t1]);
    put(19, &[t1, this.word]);
    put(20, &[t1, next.word]);
    put(21, &[last.word, this.word]);
    put(22, &[this.word, next.word]);
    put(23, &[next.suffixes[2]]);
    put(24, &[last.suffixes[2]]);
    put(25, &[case(last), case(this), case(next), place]);
    put(26, &[s3, case(this), t1]);
    put(27, &[this.word, case(this), place]);
    put(28, &[next.word, after.word]);
    put(29, &[t1, s2, next.suffixes[1]]);
    put(30, &[next.suffixes[1], after.suffixes[1]]);
    put(31, &[t2, t1, this.word]);
    put(32, &[s3, next.suffixes[2]]);
    put(33, &[s4, place, case(this)]);
}
