//! What the groups of features look at in a state of the parser, each with a hash of all that it sees. It makes no feature.

use crate::language::base::hashing::join;
use crate::language::base::parser::state::{NONE, Nodes, State};

/// What two nodes and the punctuation and verbs between them say.
pub(super) struct Between {
    pub distance: u64,
    pub marks: u64,
    pub quotes: u64,
    pub verbs: u64,
}

impl Between {
    pub fn of(nodes: &Nodes, s0: u32, n0: u32) -> Self {
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

/// The next word, with those after it.
#[derive(Clone, Copy)]
pub(super) struct Ahead {
    pub n0: u32,
}

/// The top of the stack, the next word, and whether the top has its head.
#[derive(Clone, Copy)]
pub(super) struct Pair {
    pub s0: u32,
    pub n0: u32,
    pub has_head: bool,
}

/// The top of the stack with its family.
#[derive(Clone, Copy)]
pub(super) struct Kin {
    pub s0: u32,
    pub head: u32,
    pub grandhead: u32,
    pub lefts: [u32; 2],
    pub rights: [u32; 2],
    /// The dependent on the left of its last one on the right.
    pub inner: u32,
    pub counts: [u8; 2],
}

/// The same, and the next word.
#[derive(Clone, Copy)]
pub(super) struct Top {
    pub kin: Kin,
    pub n0: u32,
}

/// The next word with its dependents, and the top of the stack.
#[derive(Clone, Copy)]
pub(super) struct Next {
    pub s0: u32,
    pub n0: u32,
    pub lefts: [u32; 2],
    pub count: u8,
}

/// What is deeper in the stack, and the head of its top next to the dependent of the next word.
#[derive(Clone, Copy)]
pub(super) struct Rest {
    pub stack: [u32; 3],
    pub n0: u32,
    pub head: u32,
    pub left: u32,
}

/// Small numbers side by side, each below 256.
fn side_by_side<const N: usize>(numbers: [u64; N]) -> u64 {
    const { assert!(N <= 8) };
    numbers.into_iter().fold(0, |all, number| all << 8 | number)
}

impl Ahead {
    /// A hash of all that its features see, as the others have one: in another sentence the same words have the same.
    pub fn key(self, nodes: &Nodes) -> u64 {
        let [n, n1] = [self.n0, self.n0 + 1].map(|index| nodes.node(index).looks);
        let tags = [self.n0 + 2, self.n0 + 3].map(|index| nodes.node(index).tag);
        join(7, [n, n1, side_by_side(tags)])
    }
}

impl Pair {
    pub fn key(self, nodes: &Nodes) -> u64 {
        let node = |index: u32| nodes.node(index);
        let n2 = node(self.n0 + 2);
        let between = Between::of(nodes, self.s0, self.n0);
        let small = [
            n2.tag,
            between.distance,
            between.marks,
            between.quotes,
            between.verbs,
            self.at(nodes),
        ];
        let [s, n, n1] = [self.s0, self.n0, self.n0 + 1].map(|index| node(index).looks);
        join(1, [s, n, n1, side_by_side(small)])
    }

    /// What is at the border: no top, a top with its head, no next word.
    pub fn at(self, nodes: &Nodes) -> u64 {
        u64::from(self.s0 == NONE) + 2 * u64::from(self.has_head) + 4 * u64::from(self.n0 >= nodes.root())
    }
}

impl Kin {
    pub fn key(self, nodes: &Nodes) -> u64 {
        let node = |index: u32| nodes.node(index);
        let ([l1, l2], [r1, r2], [left, right]) = (self.lefts, self.rights, self.counts);
        let small = [
            node(self.grandhead).tag,
            node(l2).tag,
            node(r2).tag,
            u64::from(left),
            u64::from(right),
        ];
        let looks = |index: u32| node(index).looks;
        let near = [
            looks(self.s0),
            looks(self.head),
            looks(l1),
            looks(r1),
            looks(self.inner),
        ];
        let [s, head, l1, r1, inner] = near;
        join(2, [s, head, l1, r1, inner, side_by_side(small)])
    }
}

impl Top {
    /// The same; `kin` is the hash of the top with its family.
    pub fn key(self, nodes: &Nodes, kin: u64) -> u64 {
        let marks = Between::of(nodes, self.kin.s0, self.n0).marks;
        join(8, [kin, nodes.node(self.n0).looks, marks])
    }
}

impl Next {
    pub fn key(self, nodes: &Nodes) -> u64 {
        let [l1, l2] = self.lefts;
        let small = [nodes.node(self.s0).tag, nodes.node(l2).tag, u64::from(self.count)];
        let [n, l1] = [self.n0, l1].map(|index| nodes.node(index).looks);
        join(3, [n, l1, side_by_side(small)])
    }
}

impl Rest {
    pub fn key(self, nodes: &Nodes) -> u64 {
        let [s0, s1, s2] = self.stack.map(|index| nodes.node(index));
        let (n, n1) = (nodes.node(self.n0), nodes.node(self.n0 + 1));
        let tags = side_by_side([s0.tag, s0.kind, s1.tag, s1.kind, s2.tag, n.tag, n.kind, n1.tag]);
        let [head, left] = [self.head, self.left].map(|index| nodes.node(index).looks);
        let [top, ..] = self.stack;
        join(4, [head, left, tags, Between::of(nodes, top, self.n0).marks])
    }
}

/// What the groups look at in a state.
pub(super) struct Views {
    pub ahead: Ahead,
    pub pair: Pair,
    pub top: Top,
    pub next: Next,
    pub rest: Rest,
}

/// What the groups look at in `state`.
pub(super) fn views(state: &State) -> Views {
    let (s0, n0) = (state.top(0), state.next);
    let (of_s0, of_n0) = (state.family(s0), state.family(n0));
    let pair = Pair {
        s0,
        n0,
        has_head: of_s0.head != NONE,
    };
    let kin = Kin {
        s0,
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
    Views {
        ahead: Ahead { n0 },
        pair,
        top: Top { kin, n0 },
        next,
        rest,
    }
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
