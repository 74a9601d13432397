//! The features of the parser's next action, in groups. It never looks at more than a few nodes.
//!
//! What a group looks at is a value of its own: states that share it share the features of the group, and so their scores.

use crate::language::base::hashing::{Feature, by_convention, shared};
use crate::language::base::parser::state::{Nodes, State};
use crate::language::base::parser::views::{Ahead, Between, Kin, Next, Pair, Rest, Top, views};

/// How many features each group has.
const OF_AHEAD: usize = 12;
const OF_PAIR: usize = 28;
const OF_KIN: usize = 11;
const OF_TOP: usize = 12;
const OF_NEXT: usize = 9;
const OF_REST: usize = 7;

/// All features of the next action in `state`.
pub fn extract<F: Feature>(nodes: &Nodes, state: &State, features: &mut Vec<F>) {
    let views = views(state);
    features.extend(of_ahead(nodes, views.ahead));
    features.extend(of_pair(nodes, views.pair));
    features.extend(of_kin(nodes, views.top.kin));
    features.extend(of_top(nodes, views.top));
    features.extend(of_next(nodes, views.next));
    features.extend(of_rest(nodes, views.rest));
}

/// The features of the next word and of those after it.
pub(super) fn of_ahead<F: Feature>(nodes: &Nodes, ahead: Ahead) -> [F; OF_AHEAD] {
    let node = |index: u32| nodes.node(index);
    let Ahead { n0 } = ahead;
    let (n, n1, n2, n3) = (node(n0), node(n0 + 1), node(n0 + 2), node(n0 + 3));
    [
        by_convention(103, [n.word]),
        by_convention(104, [n.tag]),
        by_convention(105, [n.word, n.tag]),
        by_convention(106, [n1.word]),
        by_convention(107, [n1.tag]),
        by_convention(109, [n2.tag]),
        by_convention(114, [n.tag, n1.tag]),
        by_convention(115, [n.tag, n1.tag, n2.tag]),
        shared(145, [n.punctuation, n1.punctuation, n.tag]),
        shared(151, [n.word, n1.tag]),
        shared(173, [n1.tag, n2.tag, n3.tag, n.tag]),
        shared(181, [n1.word, n.tag, n2.tag]),
    ]
}

/// The features of the two words.
pub(super) fn of_pair<F: Feature>(nodes: &Nodes, pair: Pair) -> [F; OF_PAIR] {
    let Pair { s0, n0, .. } = pair;
    let node = |index: u32| nodes.node(index);
    let (s, n, n1, n2) = (node(s0), node(n0), node(n0 + 1), node(n0 + 2));
    let between = Between::of(nodes, s0, n0);
    let (distance, quoted, verbs, between) = (between.distance, between.quotes, between.verbs, between.marks);
    let at = pair.at(nodes);
    [
        shared(200, [at]),
        by_convention(100, [s.word, at]),
        by_convention(101, [s.tag, at]),
        by_convention(102, [s.word, s.tag]),
        by_convention(113, [s.tag, n.tag, at]),
        by_convention(116, [s.tag, n.tag, n1.tag]),
        by_convention(186, [s.tag, n.tag, s.kind, n.kind]),
        by_convention(187, [s.kind, n.kind, n1.kind, n1.tag, distance]),
        by_convention(190, [s.word, n.kind]),
        by_convention(191, [s.kind, n.word]),
        by_convention(194, [s.tag, s.case, n.kind, n1.kind, n.punctuation]),
        shared(121, [s.word, distance]),
        shared(122, [s.tag, distance, between]),
        shared(123, [n.word, distance]),
        shared(124, [n.tag, distance, between]),
        shared(125, [s.tag, n.tag, distance]),
        shared(143, [s.tag, n.tag, n.punctuation]),
        shared(144, [s.tag, n.tag, between]),
        shared(147, [s.tag, n1.tag, n1.punctuation]),
        shared(150, [s.word, n1.tag]),
        shared(152, [s.tag, n1.word]),
        shared(153, [s.tag, n.tag, n1.tag, n2.tag]),
        shared(154, [s.tag, n.suffix]),
        shared(155, [s.suffix, n.tag]),
        shared(163, [s.tag, n.tag, quoted, n.punctuation]),
        shared(164, [s.tag, n.tag, verbs, distance]),
        shared(165, [s.tag, n.tag, s.case, n.case]),
        shared(174, [s.tag, n1.tag, n2.tag]),
    ]
}

/// The features of the top and its kin.
pub(super) fn of_kin<F: Feature>(nodes: &Nodes, kin: Kin) -> [F; OF_KIN] {
    let node = |index: u32| nodes.node(index);
    let s = node(kin.s0);
    let (sh, sh2, srl) = (node(kin.head), node(kin.grandhead), node(kin.inner));
    let [sl, sl2] = kin.lefts.map(node);
    let [sr, sr2] = kin.rights.map(node);
    let [slv, srv] = kin.counts.map(u64::from);
    [
        shared(126, [s.word, srv]),
        shared(127, [s.tag, srv, slv]),
        shared(128, [s.word, slv]),
        shared(131, [sh.word, s.tag]),
        shared(132, [sh.tag, s.tag]),
        shared(133, [sl.word, s.tag]),
        shared(134, [sr.word, s.tag]),
        shared(137, [s.tag, sl.tag, sl2.tag]),
        shared(138, [s.tag, sr.tag, sr2.tag]),
        shared(139, [s.tag, sh.tag, sh2.tag]),
        shared(175, [sr.word, srl.word, s.tag]),
    ]
}

/// The features of the family of the top next to the next word.
pub(super) fn of_top<F: Feature>(nodes: &Nodes, top: Top) -> [F; OF_TOP] {
    let node = |index: u32| nodes.node(index);
    let Top { kin, n0 } = top;
    let (s, n) = (node(kin.s0), node(n0));
    let (sh, srl) = (node(kin.head), node(kin.inner));
    let ([sl, _], [sr, _]) = (kin.lefts.map(node), kin.rights.map(node));
    let [slv, srv] = kin.counts.map(u64::from);
    let between = Between::of(nodes, kin.s0, n0).marks;
    [
        by_convention(188, [s.kind, sh.tag, n.kind, n.tag]),
        by_convention(192, [s.kind, sr.kind, n.kind, between]),
        shared(117, [sh.tag, s.tag, n.tag]),
        shared(118, [s.tag, sl.tag, n.tag]),
        shared(119, [s.tag, sr.tag, n.tag]),
        shared(148, [sh.tag, s.tag, n.tag, between]),
        shared(149, [sh.word, n.word]),
        shared(156, [sr.word, n.word]),
        shared(157, [s.tag, sr.tag, n.tag, between]),
        shared(162, [s.tag, slv, srv, n.tag]),
        shared(176, [s.tag, sr.tag, srl.tag, n.tag]),
        shared(179, [s.tag, sl.tag, sr.tag, n.tag]),
    ]
}

/// The features of the dependents of the next word.
pub(super) fn of_next<F: Feature>(nodes: &Nodes, next: Next) -> [F; OF_NEXT] {
    let node = |index: u32| nodes.node(index);
    let (s, n) = (node(next.s0), node(next.n0));
    let [nl, nl2] = next.lefts.map(node);
    let nlv = u64::from(next.count);
    [
        by_convention(193, [s.tag, n.kind, nl.kind, n.tag]),
        shared(120, [s.tag, n.tag, nl.tag]),
        shared(129, [n.word, nlv]),
        shared(130, [n.tag, nlv]),
        shared(135, [nl.word, n.tag]),
        shared(136, [nl.tag, n.tag]),
        shared(140, [n.tag, nl.tag, nl2.tag]),
        shared(159, [nl.word, s.tag, n.tag]),
        shared(180, [s.tag, n.tag, nl.tag, nl2.tag]),
    ]
}

/// The features of what is deeper, and of the head of the top next to the dependent of the next word.
pub(super) fn of_rest<F: Feature>(nodes: &Nodes, rest: Rest) -> [F; OF_REST] {
    let node = |index: u32| nodes.node(index);
    let [s, s2nd, s3rd] = rest.stack.map(node);
    let (n, n1) = (node(rest.n0), node(rest.n0 + 1));
    let (sh, nl) = (node(rest.head), node(rest.left));
    let [s0, ..] = rest.stack;
    let between = Between::of(nodes, s0, rest.n0).marks;
    [
        by_convention(189, [s2nd.kind, s.kind, n.kind, between]),
        shared(141, [s2nd.tag, s.tag, n.tag]),
        shared(160, [s2nd.tag, n.tag, n1.tag]),
        shared(178, [s2nd.tag, s.tag, n.tag, between]),
        shared(166, [s3rd.tag, s2nd.tag, s.tag, n.tag]),
        shared(169, [sh.word, nl.word, n.tag]),
        shared(184, [sh.tag, s.tag, n.tag, nl.tag]),
    ]
}
