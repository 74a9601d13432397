//! The features of the parser's next action. It never looks at more than a few nodes.

use crate::language::base::hashing::join;
use crate::language::base::parser::state::{NONE, Nodes, State};

/// How many features the top of the stack and the next words have by themselves.
pub const OF_PAIR: usize = 40;
/// How many features their families and the rest of the stack add.
pub const OF_CONTEXT: usize = 39;

/// What two nodes and the punctuation and verbs between them say.
struct Between {
    distance: u64,
    marks: u64,
    quotes: u64,
    verbs: u64,
}

impl Between {
    fn of(nodes: &Nodes, s0: u32, n0: u32) -> Self {
        if s0 == NONE {
            return Self {
                distance: 0,
                marks: 0,
                quotes: 0,
                verbs: 0,
            };
        }
        let (s, n) = (nodes.node(s0), nodes.node(n0));
        Self {
            distance: bucket(n0 - s0),
            marks: u64::from((n.commas - s.commas).min(2)) * 3 + u64::from((n.others - s.others).min(2)),
            quotes: u64::from((n.quotes - s.quotes).min(3)),
            verbs: u64::from((n.verbs - s.verbs).min(3)),
        }
    }
}

/// What [`of_pair`] looks at in a state: the top of the stack, the next word and whether the top has its head. States that
/// share it share those features.
#[must_use]
pub fn pair(state: &State) -> (u32, u32, bool) {
    let top = state.top(0);
    (top, state.next, state.family(top).head != NONE)
}

/// The features of a pair, see [`pair`].
#[must_use]
pub fn of_pair(nodes: &Nodes, (s0, n0, has_head): (u32, u32, bool)) -> [u64; OF_PAIR] {
    let node = |index: u32| nodes.node(index);
    let (s, n, n1, n2, n3) = (node(s0), node(n0), node(n0 + 1), node(n0 + 2), node(n0 + 3));
    let between = Between::of(nodes, s0, n0);
    let (distance, quoted, verbs, between) = (between.distance, between.quotes, between.verbs, between.marks);
    let at = u64::from(s0 == NONE) + 2 * u64::from(has_head) + 4 * u64::from(n0 >= nodes.root());
    [
        join(200, [at]),
        join(100, [s.word, at]),
        join(101, [s.tag, at]),
        join(102, [s.word, s.tag]),
        join(103, [n.word]),
        join(104, [n.tag]),
        join(105, [n.word, n.tag]),
        join(106, [n1.word]),
        join(107, [n1.tag]),
        join(109, [n2.tag]),
        join(113, [s.tag, n.tag, at]),
        join(114, [n.tag, n1.tag]),
        join(115, [n.tag, n1.tag, n2.tag]),
        join(116, [s.tag, n.tag, n1.tag]),
        join(186, [s.tag, n.tag, s.kind, n.kind]),
        join(187, [s.kind, n.kind, n1.kind, n1.tag, distance]),
        join(190, [s.word, n.kind]),
        join(191, [s.kind, n.word]),
        join(194, [s.tag, s.case, n.kind, n1.kind, n.punctuation]),
        join(121, [s.word, distance]),
        join(122, [s.tag, distance, between]),
        join(123, [n.word, distance]),
        join(124, [n.tag, distance, between]),
        join(125, [s.tag, n.tag, distance]),
        join(143, [s.tag, n.tag, n.punctuation]),
        join(144, [s.tag, n.tag, between]),
        join(145, [n.punctuation, n1.punctuation, n.tag]),
        join(147, [s.tag, n1.tag, n1.punctuation]),
        join(150, [s.word, n1.tag]),
        join(151, [n.word, n1.tag]),
        join(152, [s.tag, n1.word]),
        join(153, [s.tag, n.tag, n1.tag, n2.tag]),
        join(154, [s.tag, n.suffix]),
        join(155, [s.suffix, n.tag]),
        join(163, [s.tag, n.tag, quoted, n.punctuation]),
        join(164, [s.tag, n.tag, verbs, distance]),
        join(165, [s.tag, n.tag, s.case, n.case]),
        join(173, [n1.tag, n2.tag, n3.tag, n.tag]),
        join(174, [s.tag, n1.tag, n2.tag]),
        join(181, [n1.word, n.tag, n2.tag]),
    ]
}

/// The other features of the next action in `state`.
#[must_use]
pub fn of_context(nodes: &Nodes, state: &State) -> [u64; OF_CONTEXT] {
    let node = |index: u32| nodes.node(index);
    let (s0, s1, n0) = (state.top(0), state.top(1), state.next);
    let (s, s2nd, s3rd) = (node(s0), node(s1), node(state.top(2)));
    let (n, n1) = (node(n0), node(n0 + 1));
    let (sf, nf) = (state.family(s0), state.family(n0));
    let (sh, nl, nl2) = (node(sf.head), node(nf.lefts[0]), node(nf.lefts[1]));
    let sh2 = node(state.family(sf.head).head);
    let (sl, sl2, sr, sr2) = (
        node(sf.lefts[0]),
        node(sf.lefts[1]),
        node(sf.rights[0]),
        node(sf.rights[1]),
    );
    let srl = node(state.family(sf.rights[0]).lefts[0]);
    let between = Between::of(nodes, s0, n0).marks;
    let (slv, srv, nlv) = (
        u64::from(sf.left_count.min(3)),
        u64::from(sf.right_count.min(4)),
        u64::from(nf.left_count.min(3)),
    );
    [
        join(188, [s.kind, sh.tag, n.kind, n.tag]),
        join(189, [s2nd.kind, s.kind, n.kind, between]),
        join(192, [s.kind, sr.kind, n.kind, between]),
        join(193, [s.tag, n.kind, nl.kind, n.tag]),
        join(117, [sh.tag, s.tag, n.tag]),
        join(118, [s.tag, sl.tag, n.tag]),
        join(119, [s.tag, sr.tag, n.tag]),
        join(120, [s.tag, n.tag, nl.tag]),
        join(126, [s.word, srv]),
        join(127, [s.tag, srv, slv]),
        join(128, [s.word, slv]),
        join(129, [n.word, nlv]),
        join(130, [n.tag, nlv]),
        join(131, [sh.word, s.tag]),
        join(132, [sh.tag, s.tag]),
        join(133, [sl.word, s.tag]),
        join(134, [sr.word, s.tag]),
        join(135, [nl.word, n.tag]),
        join(136, [nl.tag, n.tag]),
        join(137, [s.tag, sl.tag, sl2.tag]),
        join(138, [s.tag, sr.tag, sr2.tag]),
        join(139, [s.tag, sh.tag, sh2.tag]),
        join(140, [n.tag, nl.tag, nl2.tag]),
        join(141, [s2nd.tag, s.tag, n.tag]),
        join(148, [sh.tag, s.tag, n.tag, between]),
        join(149, [sh.word, n.word]),
        join(156, [sr.word, n.word]),
        join(157, [s.tag, sr.tag, n.tag, between]),
        join(159, [nl.word, s.tag, n.tag]),
        join(160, [s2nd.tag, n.tag, n1.tag]),
        join(162, [s.tag, slv, srv, n.tag]),
        join(166, [s3rd.tag, s2nd.tag, s.tag, n.tag]),
        join(169, [sh.word, nl.word, n.tag]),
        join(175, [sr.word, srl.word, s.tag]),
        join(176, [s.tag, sr.tag, srl.tag, n.tag]),
        join(178, [s2nd.tag, s.tag, n.tag, between]),
        join(179, [s.tag, sl.tag, sr.tag, n.tag]),
        join(180, [s.tag, n.tag, nl.tag, nl2.tag]),
        join(184, [sh.tag, s.tag, n.tag, nl.tag]),
    ]
}

fn bucket(distance: u32) -> u64 {
    match distance {
        0..=4 => u64::from(distance),
        5..=6 => 5,
        7..=10 => 6,
        11..=20 => 7,
        _ => 8,
    }
}
