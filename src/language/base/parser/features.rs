//! The features of the parser's next action, in four groups. It never looks at more than a few nodes.
//!
//! What a group looks at is a value of its own: states that share it share the features of the group, and so their scores.

use crate::language::base::hashing::{Feature, by_convention, join, shared};
use crate::language::base::parser::state::{NONE, Nodes, State};

/// How many features each group has.
const OF_PAIR: usize = 40;
const OF_TOP: usize = 23;
const OF_NEXT: usize = 9;
const OF_REST: usize = 7;

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

/// The top of the stack, the next word, and whether the top has its head.
#[derive(Clone, Copy)]
pub(super) struct Pair {
    s0: u32,
    n0: u32,
    has_head: bool,
}

/// The top of the stack with its family, and the next word.
#[derive(Clone, Copy)]
pub(super) struct Top {
    s0: u32,
    n0: u32,
    head: u32,
    grandhead: u32,
    lefts: [u32; 2],
    rights: [u32; 2],
    /// The dependent on the left of its last one on the right.
    inner: u32,
    counts: [u8; 2],
}

/// The next word with its dependents, and the top of the stack.
#[derive(Clone, Copy)]
pub(super) struct Next {
    s0: u32,
    n0: u32,
    lefts: [u32; 2],
    count: u8,
}

/// What is deeper in the stack, and the head of its top next to the dependent of the next word.
#[derive(Clone, Copy)]
pub(super) struct Rest {
    stack: [u32; 3],
    n0: u32,
    head: u32,
    left: u32,
}

/// Two nodes in one number.
fn both(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

impl Pair {
    /// A hash of all of it, as the others have one.
    pub fn key(self) -> u64 {
        join(1, [both(self.s0, self.n0), u64::from(self.has_head)])
    }
}

impl Top {
    pub fn key(self) -> u64 {
        let ([l1, l2], [r1, r2], [left, right]) = (self.lefts, self.rights, self.counts);
        let counts = u32::from(left) << 8 | u32::from(right);
        join(
            2,
            [
                both(self.s0, self.n0),
                both(self.head, self.grandhead),
                both(l1, l2),
                both(r1, r2),
                both(self.inner, counts),
            ],
        )
    }
}

impl Next {
    pub fn key(self) -> u64 {
        let [l1, l2] = self.lefts;
        join(3, [both(self.s0, self.n0), both(l1, l2), u64::from(self.count)])
    }
}

impl Rest {
    pub fn key(self) -> u64 {
        let [s0, s1, s2] = self.stack;
        join(4, [both(s0, s1), both(s2, self.n0), both(self.head, self.left)])
    }
}

/// What the four groups look at in a state.
pub(super) fn views(state: &State) -> (Pair, Top, Next, Rest) {
    let (s0, n0) = (state.top(0), state.next);
    let (of_s0, of_n0) = (state.family(s0), state.family(n0));
    let pair = Pair {
        s0,
        n0,
        has_head: of_s0.head != NONE,
    };
    let top = Top {
        s0,
        n0,
        head: of_s0.head,
        grandhead: state.family(of_s0.head).head,
        lefts: of_s0.lefts,
        rights: of_s0.rights,
        inner: state.family(of_s0.rights[0]).lefts[0],
        counts: [of_s0.left_count.min(3), of_s0.right_count.min(4)],
    };
    let next = Next {
        s0,
        n0,
        lefts: of_n0.lefts,
        count: of_n0.left_count.min(3),
    };
    let rest = Rest {
        stack: [s0, state.top(1), state.top(2)],
        n0,
        head: of_s0.head,
        left: of_n0.lefts[0],
    };
    (pair, top, next, rest)
}

/// All features of the next action in `state`.
pub fn extract<F: Feature>(nodes: &Nodes, state: &State, features: &mut Vec<F>) {
    let (pair, top, next, rest) = views(state);
    features.extend(of_pair(nodes, pair));
    features.extend(of_top(nodes, top));
    features.extend(of_next(nodes, next));
    features.extend(of_rest(nodes, rest));
}

/// The features of the two words and of those after the next one.
pub(super) fn of_pair<F: Feature>(nodes: &Nodes, Pair { s0, n0, has_head }: Pair) -> [F; OF_PAIR] {
    let node = |index: u32| nodes.node(index);
    let (s, n, n1, n2, n3) = (node(s0), node(n0), node(n0 + 1), node(n0 + 2), node(n0 + 3));
    let between = Between::of(nodes, s0, n0);
    let (distance, quoted, verbs, between) = (between.distance, between.quotes, between.verbs, between.marks);
    let at = u64::from(s0 == NONE) + 2 * u64::from(has_head) + 4 * u64::from(n0 >= nodes.root());
    [
        shared(200, [at]),
        by_convention(100, [s.word, at]),
        by_convention(101, [s.tag, at]),
        by_convention(102, [s.word, s.tag]),
        by_convention(103, [n.word]),
        by_convention(104, [n.tag]),
        by_convention(105, [n.word, n.tag]),
        by_convention(106, [n1.word]),
        by_convention(107, [n1.tag]),
        by_convention(109, [n2.tag]),
        by_convention(113, [s.tag, n.tag, at]),
        by_convention(114, [n.tag, n1.tag]),
        by_convention(115, [n.tag, n1.tag, n2.tag]),
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
        shared(145, [n.punctuation, n1.punctuation, n.tag]),
        shared(147, [s.tag, n1.tag, n1.punctuation]),
        shared(150, [s.word, n1.tag]),
        shared(151, [n.word, n1.tag]),
        shared(152, [s.tag, n1.word]),
        shared(153, [s.tag, n.tag, n1.tag, n2.tag]),
        shared(154, [s.tag, n.suffix]),
        shared(155, [s.suffix, n.tag]),
        shared(163, [s.tag, n.tag, quoted, n.punctuation]),
        shared(164, [s.tag, n.tag, verbs, distance]),
        shared(165, [s.tag, n.tag, s.case, n.case]),
        shared(173, [n1.tag, n2.tag, n3.tag, n.tag]),
        shared(174, [s.tag, n1.tag, n2.tag]),
        shared(181, [n1.word, n.tag, n2.tag]),
    ]
}

/// The features of the family of the top.
pub(super) fn of_top<F: Feature>(nodes: &Nodes, top: Top) -> [F; OF_TOP] {
    let node = |index: u32| nodes.node(index);
    let (s, n) = (node(top.s0), node(top.n0));
    let (sh, sh2, srl) = (node(top.head), node(top.grandhead), node(top.inner));
    let [sl, sl2] = top.lefts.map(node);
    let [sr, sr2] = top.rights.map(node);
    let [slv, srv] = top.counts.map(u64::from);
    let between = Between::of(nodes, top.s0, top.n0).marks;
    [
        by_convention(188, [s.kind, sh.tag, n.kind, n.tag]),
        by_convention(192, [s.kind, sr.kind, n.kind, between]),
        shared(117, [sh.tag, s.tag, n.tag]),
        shared(118, [s.tag, sl.tag, n.tag]),
        shared(119, [s.tag, sr.tag, n.tag]),
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
        shared(148, [sh.tag, s.tag, n.tag, between]),
        shared(149, [sh.word, n.word]),
        shared(156, [sr.word, n.word]),
        shared(157, [s.tag, sr.tag, n.tag, between]),
        shared(162, [s.tag, slv, srv, n.tag]),
        shared(175, [sr.word, srl.word, s.tag]),
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

fn bucket(distance: u32) -> u64 {
    match distance {
        0..=4 => u64::from(distance),
        5..=6 => 5,
        7..=10 => 6,
        11..=20 => 7,
        _ => 8,
    }
}
