//! Relations, by a second pass over the finished tree, heads before dependents. It never moves an arc.

use std::sync::LazyLock;

use crate::language::Relation;
use crate::language::base::hashing::{Feature, Form, by_convention, shared};
use crate::language::base::lately::{Lately, of_features};
use crate::language::base::parser::is_punctuation;
use crate::language::base::table::Scores;
use crate::language::base::tagger::{TagId, best};

/// A relation, as a place in [`relations`].
pub type RelationId = u8;

/// The relations in the order of the weights; "punct" is not one of them, a rule gives it.
#[must_use]
pub fn relations() -> &'static [Relation] {
    &RELATIONS
}

static RELATIONS: LazyLock<Vec<Relation>> = LazyLock::new(|| {
    include_str!("relations.txt")
        .lines()
        .filter_map(Relation::from_name)
        .collect()
});

const NONE: usize = usize::MAX;

/// A finished tree with what the features ask of it.
pub struct RelationTree<'a> {
    forms: &'a [Form],
    tagged: &'a [TagId],
    kinds: &'a [u8],
    heads: &'a [usize],
    /// For each word its first and last dependents on the left and on the right that are no punctuation.
    left: Vec<[usize; 2]>,
    right: Vec<[usize; 2]>,
    /// The sibling before each word, on the same side of the head.
    sibling: Vec<usize>,
    /// The sibling after it.
    after: Vec<usize>,
    /// How many siblings are before it on its side.
    counts: Vec<u8>,
}

impl<'a> RelationTree<'a> {
    /// Reads heads; a root is its own head.
    #[must_use]
    pub fn new(forms: &'a [Form], tagged: &'a [TagId], kinds: &'a [u8], heads: &'a [usize]) -> Self {
        let mut left = vec![[NONE; 2]; forms.len()];
        let mut right = vec![[NONE; 2]; forms.len()];
        let mut sibling = vec![NONE; forms.len()];
        let mut after = vec![NONE; forms.len()];
        let mut counts = vec![0_u8; forms.len()];
        for (child, &head) in heads.iter().enumerate() {
            if head == child || tagged.get(child).is_some_and(|&tag| is_punctuation(tag)) {
                continue;
            }
            let side = if child < head { &mut left } else { &mut right };
            if let (Some([first, last]), Some(before)) = (side.get_mut(head), sibling.get_mut(child)) {
                if *first == NONE {
                    *first = child;
                }
                *before = *last;
                *last = child;
                if let Some(next) = after.get_mut(*before) {
                    *next = child;
                }
                let count = counts.get(*before).map_or(0, |count| count.saturating_add(1));
                if let Some(slot) = counts.get_mut(child) {
                    *slot = count;
                }
            }
        }
        Self {
            forms,
            tagged,
            kinds,
            heads,
            left,
            right,
            sibling,
            after,
            counts,
        }
    }

    /// The words, heads before their dependents. Words in a circle are left out; the parser makes none.
    #[must_use]
    pub fn order(&self) -> Vec<usize> {
        // The dependents of each head as a list through the words, the last first.
        let mut first = vec![NONE; self.heads.len()];
        let mut next = vec![NONE; self.heads.len()];
        let mut order: Vec<usize> = Vec::with_capacity(self.heads.len());
        for (child, &head) in self.heads.iter().enumerate().rev() {
            if head == child {
                order.push(child);
            } else if let (Some(start), Some(link)) = (first.get_mut(head), next.get_mut(child)) {
                *link = std::mem::replace(start, child);
            }
        }
        order.reverse();
        let mut at = 0;
        while let Some(&head) = order.get(at) {
            let mut child = first.get(head).copied().unwrap_or(NONE);
            while let Some(&link) = next.get(child) {
                order.push(child);
                child = link;
            }
            at += 1;
        }
        order
    }

    /// The features of the relation of `child`; `labels` holds those of the words before it in [`RelationTree::order`].
    /// It is long because every template is a line.
    pub fn extract<F: Feature>(&self, child: usize, labels: &[RelationId], features: &mut Vec<F>) {
        const ABSENT: Form = Form {
            word: 3,
            suffixes: [3; 5],
            prefixes: [3; 4],
            shape: 0,
            case: crate::language::base::hashing::Case::Mark,
        };
        let form = |at: usize| self.forms.get(at).unwrap_or(&ABSENT);
        let tag = |at: usize| self.tagged.get(at).map_or(255, |tag| u64::from(*tag));
        let head = self.heads.get(child).copied().unwrap_or(child);
        let label = |at: usize| labels.get(at).map_or(255, |label| u64::from(*label));
        let grand = self.heads.get(head).copied().unwrap_or(head);
        let first = |at: usize| self.left.get(at).map_or(NONE, |[first, _]| *first);
        let last = |side: &[[usize; 2]], at: usize| side.get(at).map_or(NONE, |[_, last]| *last);
        let side = u64::from(child < head) + 2 * u64::from(child == head);
        let distance = match child.abs_diff(head) {
            0..=3 => child.abs_diff(head) as u64,
            4..=6 => 4,
            7..=12 => 5,
            _ => 6,
        };
        let (c, h) = (form(child), form(head));
        let (ct, ht, hl) = (tag(child), tag(head), label(head));
        let hl = if head == child { 254 } else { hl };
        let (cl, cll, cr) = (first(child), last(&self.left, child), last(&self.right, child));
        let (hfl, hll, hr) = (first(head), last(&self.left, head), last(&self.right, head));
        let before = self.sibling.get(child).copied().unwrap_or(NONE);
        let after = self.after.get(child).copied().unwrap_or(NONE);
        let count = self.counts.get(child).map_or(9, |count| u64::from((*count).min(3)));
        let kind = |at: usize| self.kinds.get(at).map_or(9, |kind| u64::from(*kind));
        let (prior, next) = (child.wrapping_sub(1), child + 1);
        macro_rules! put {
            ($template:expr, $values:expr $(,)?) => {
                features.push(shared($template, $values))
            };
        }
        macro_rules! put_by_convention {
            ($template:expr, $values:expr) => {
                features.push(by_convention($template, $values))
            };
        }
        put_by_convention!(300, [ct, ht, side]);
        put_by_convention!(301, [c.word, ht, side]);
        put_by_convention!(302, [ct, h.word, side]);
        put_by_convention!(303, [c.word, h.word, side]);
        put_by_convention!(304, [c.word]);
        put_by_convention!(305, [ct, side, distance]);
        put_by_convention!(306, [ct, hl, side]);
        put_by_convention!(307, [c.word, hl, side]);
        put_by_convention!(308, [tag(cl), ct, side]);
        put!(309, [form(cl).word, ct, ht, side]);
        put!(310, [form(cll).word, ct, ht]);
        put_by_convention!(311, [tag(cr), ct, ht, side]);
        put!(312, [tag(hfl), ht, ct, side]);
        put!(313, [form(hfl).word, ht, ct, side]);
        put!(314, [form(hll).word, ht, ct, side]);
        put!(315, [tag(hr), ht, ct, side]);
        put!(316, [form(hr).word, ct, side]);
        put!(317, [tag(before), label(before), ct, ht, side]);
        put!(318, [label(before), ht, ct]);
        put!(319, [tag(prior), ct, ht, side]);
        put!(320, [form(prior).word, ct, side]);
        put!(321, [tag(next), ct, ht, side]);
        put!(322, [form(next).word, ct]);
        put!(323, [ct, ht, hl, tag(grand), side]);
        put!(324, [c.suffixes[2], ht, side]);
        put!(325, [h.suffixes[2], ct, side]);
        put!(326, [ct, ht, distance, side, c.case as u64]);
        put!(327, [form(cl).word, c.word]);
        put!(328, [form(cl).word, h.word, ct]);
        put!(
            329,
            [
                u64::from(child == hfl),
                u64::from(child == hll),
                u64::from(child == hr),
                ct,
                ht,
            ],
        );
        put!(330, [tag(cl), tag(cr), ct, ht, side]);
        put!(331, [label(before), ct, h.word]);
        put!(332, [tag(after), ct, ht, side]);
        put!(333, [tag(after), tag(before), ct, ht, side]);
        put!(334, [form(cl).word, hl, ct]);
        put!(335, [h.word, ct, tag(cl), side]);
        put_by_convention!(336, [kind(child), kind(head), ct, ht, side]);
        put_by_convention!(337, [kind(child), kind(head), kind(prior), kind(next), side]);
        put!(338, [c.suffixes[2], h.suffixes[2], side, ct]);
        put_by_convention!(339, [kind(child), h.word, form(cl).word]);
        put!(340, [count, ct, ht, side]);
        put!(341, [form(after).word, h.word, ct]);
        put!(342, [tag(prior), tag(next), ct, ht, side]);
        put!(343, [form(hfl).word, form(cl).word, ct, ht, side]);
        put!(344, [kind(child), hl, ct, side, form(cl).word]);
    }
}

/// Labels a tree; `lately` has what was found before.
#[must_use]
pub fn label(
    (weights, lately): (&impl Scores, &mut Lately<RelationId>),
    forms: &[Form],
    tagged: &[TagId],
    kinds: &[u8],
    heads: &[usize],
) -> Vec<RelationId> {
    let tree = RelationTree::new(forms, tagged, kinds, heads);
    let mut labels: Vec<RelationId> = vec![255; forms.len()];
    let mut scores = vec![0; relations().len()];
    let mut features = Vec::with_capacity(40);
    let root = relations()
        .iter()
        .position(|relation| *relation == Relation::Root)
        .unwrap_or(0);
    for child in tree.order() {
        if tagged.get(child).is_some_and(|&tag| is_punctuation(tag)) {
            continue;
        }
        let is_root = heads.get(child) == Some(&child);
        let relation = if is_root {
            root as RelationId
        } else {
            features.clear();
            tree.extract(child, &labels, &mut features);
            lately.get(of_features(&features), || {
                scores.iter_mut().for_each(|score| *score = 0);
                weights.score(&features, &mut scores);
                if let Some(score) = scores.get_mut(root) {
                    *score = i32::MIN;
                }
                best(&scores) as RelationId
            })
        };
        if let Some(slot) = labels.get_mut(child) {
            *slot = relation;
        }
    }
    labels
}
