//! Dependency heads by arc-eager transitions. Punctuation is seen by features and is no node; labels come later.

use std::sync::LazyLock;

use crate::language::Upos;
use crate::language::base::hashing::{Form, feature};
use crate::language::base::table::Weights;
use crate::language::base::tagger::{Tag, tags};

/// No node.
const NONE: usize = usize::MAX;
/// Number of actions.
pub const ACTIONS: usize = 4;
/// Takes the next node onto the stack.
pub const SHIFT: usize = 0;
/// Makes the next node the head of the top of the stack.
pub const LEFT: usize = 1;
/// Makes the top of the stack the head of the next node.
pub const RIGHT: usize = 2;
/// Drops the top of the stack, which has its head.
pub const REDUCE: usize = 3;

static PUNCTUATION: LazyLock<Vec<bool>> =
    LazyLock::new(|| tags().iter().map(|(upos, _)| *upos == Upos::Punct).collect());

/// Whether a tag is punctuation.
#[must_use]
pub fn is_punctuation(tag: Tag) -> bool {
    PUNCTUATION.get(usize::from(tag)).copied().unwrap_or(false)
}

/// A node of the tree that is built: a word that is no punctuation.
#[derive(Clone, Copy, Debug)]
struct Node {
    word: u64,
    suffix: u64,
    tag: u64,
    /// Punctuation directly before it, as bits.
    punctuation: u64,
    /// Commas and other marks before it in the sentence.
    commas: u32,
    others: u32,
    place: usize,
}

/// What the features of a node's family need.
#[derive(Clone, Copy, Debug)]
struct Family {
    head: usize,
    lefts: [usize; 2],
    rights: [usize; 2],
    left_count: u32,
    right_count: u32,
    margin: i32,
}

const ORPHAN: Family = Family {
    head: NONE,
    lefts: [NONE; 2],
    rights: [NONE; 2],
    left_count: 0,
    right_count: 0,
    margin: 0,
};

/// The state of the parser on one sentence. The last node is the root.
#[derive(Clone, Debug)]
pub struct State {
    nodes: Vec<Node>,
    families: Vec<Family>,
    stack: Vec<usize>,
    next: usize,
}

/// What the parser says of one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arc {
    /// The head, a place in the sentence; the word itself where it is the root.
    pub head: usize,
    /// By how much the attaching action won.
    pub margin: i32,
}

impl State {
    /// The state before the first action.
    #[must_use]
    pub fn new(forms: &[Form], tagged: &[Tag]) -> Self {
        let mut nodes = Vec::with_capacity(forms.len() + 1);
        let (mut punctuation, mut commas, mut others) = (0, 0, 0);
        for (place, (form, &tag)) in forms.iter().zip(tagged).enumerate() {
            if is_punctuation(tag) {
                let kind = match tags().get(usize::from(tag)).map_or("", |tag| tag.1) {
                    "," => 1,
                    ":" => 2,
                    "``" | "''" => 4,
                    "-LRB-" | "-RRB-" => 8,
                    "HYPH" => 16,
                    _ => 32,
                };
                punctuation |= kind;
                commas += u32::from(kind == 1);
                others += u32::from(matches!(kind, 2 | 4 | 8));
                continue;
            }
            nodes.push(Node {
                word: form.word,
                suffix: form.suffixes.get(2).copied().unwrap_or(0),
                tag: u64::from(tag),
                punctuation,
                commas,
                others,
                place,
            });
            punctuation = 0;
        }
        nodes.push(Node {
            word: 1,
            suffix: 1,
            tag: 254,
            punctuation,
            commas,
            others,
            place: NONE,
        });
        let families = vec![ORPHAN; nodes.len()];
        Self {
            nodes,
            families,
            stack: Vec::with_capacity(16),
            next: 0,
        }
    }

    fn root(&self) -> usize {
        self.nodes.len() - 1
    }

    /// Whether nothing is left to do.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.next >= self.root() && self.stack.is_empty()
    }

    fn top(&self, depth: usize) -> usize {
        self.stack
            .len()
            .checked_sub(depth + 1)
            .and_then(|at| self.stack.get(at))
            .copied()
            .unwrap_or(NONE)
    }

    fn family(&self, node: usize) -> &Family {
        self.families.get(node).unwrap_or(&ORPHAN)
    }

    /// Which actions are possible.
    #[must_use]
    pub fn valid(&self) -> [bool; ACTIONS] {
        let top = self.top(0);
        let has_top = top != NONE;
        let has_head = has_top && self.family(top).head != NONE;
        let before_root = self.next < self.root();
        [before_root, has_top && !has_head, has_top && before_root, has_head]
    }

    /// Does an action that is possible.
    pub fn act(&mut self, action: usize, margin: i32) {
        let top = self.top(0);
        let next = self.next;
        match action {
            LEFT => {
                self.attach(top, next, margin);
                self.stack.pop();
            }
            RIGHT => {
                self.attach(next, top, margin);
                self.stack.push(next);
                self.next += 1;
            }
            REDUCE => {
                self.stack.pop();
            }
            _ => {
                self.stack.push(next);
                self.next += 1;
            }
        }
    }

    fn attach(&mut self, child: usize, head: usize, margin: i32) {
        if let Some(family) = self.families.get_mut(child) {
            family.head = head;
            family.margin = margin;
        }
        if let Some(family) = self.families.get_mut(head) {
            if child < head {
                family.left_count += 1;
                family.lefts = [child, family.lefts[0]];
            } else {
                family.right_count += 1;
                family.rights = [child, family.rights[0]];
            }
        }
    }

    /// The heads, one for each word of the sentence. Punctuation gets the highest node it follows, the end mark the root.
    #[must_use]
    pub fn arcs(&self, words: usize) -> Vec<Arc> {
        let root = self.root();
        let first_root = (0..root).find(|&node| self.family(node).head == root || self.family(node).head == NONE);
        let main = first_root
            .and_then(|node| self.nodes.get(node))
            .map_or(0, |node| node.place);
        let mut arcs = vec![Arc { head: main, margin: 0 }; words];
        let mut is_node = vec![false; words];
        for (index, node) in self.nodes.iter().enumerate().take(root) {
            let family = self.family(index);
            let head = if Some(index) == first_root {
                node.place
            } else if family.head == root || family.head == NONE {
                main
            } else {
                self.nodes.get(family.head).map_or(main, |head| head.place)
            };
            if let (Some(arc), Some(mark)) = (arcs.get_mut(node.place), is_node.get_mut(node.place)) {
                *arc = Arc {
                    head,
                    margin: family.margin,
                };
                *mark = true;
            }
        }
        self.attach_punctuation(&mut arcs, &is_node);
        arcs
    }

    fn attach_punctuation(&self, arcs: &mut [Arc], is_node: &[bool]) {
        let mut last = None;
        let end = is_node.iter().rposition(|is_node| *is_node);
        for place in 0..arcs.len() {
            if is_node.get(place) == Some(&true) {
                last = Some(place);
                continue;
            }
            if end.is_some_and(|end| place > end) {
                continue;
            }
            let Some(mut node) = last else { continue };
            // The highest node whose subtree stands before the mark; a few steps are enough.
            for _ in 0..8 {
                match arcs.get(node) {
                    Some(arc) if arc.head < place && arc.head != node => node = arc.head,
                    _ => break,
                }
            }
            if let Some(arc) = arcs.get_mut(place) {
                arc.head = node;
            }
        }
    }

    /// The features of the next action.
    pub fn extract(&self, features: &mut Vec<u64>) {
        const ABSENT: Node = Node {
            word: 2,
            suffix: 2,
            tag: 255,
            punctuation: 0,
            commas: 0,
            others: 0,
            place: NONE,
        };
        let node = |index: usize| self.nodes.get(index).unwrap_or(&ABSENT);
        let (s0, s1, n0) = (self.top(0), self.top(1), self.next);
        let (s, s2nd, n, n1, n2) = (node(s0), node(s1), node(n0), node(n0 + 1), node(n0 + 2));
        let (sf, nf) = (self.family(s0), self.family(n0));
        let (sh, nl, nl2) = (node(sf.head), node(nf.lefts[0]), node(nf.lefts[1]));
        let sh2 = node(self.family(sf.head).head);
        let (sl, sl2, sr, sr2) = (
            node(sf.lefts[0]),
            node(sf.lefts[1]),
            node(sf.rights[0]),
            node(sf.rights[1]),
        );
        let distance = if s0 == NONE { 0 } else { bucket(n0 - s0) };
        let between = if s0 == NONE {
            0
        } else {
            u64::from((n.commas - s.commas).min(2)) * 3 + u64::from((n.others - s.others).min(2))
        };
        let state = u64::from(s0 == NONE) + 2 * u64::from(sf.head != NONE) + 4 * u64::from(n0 >= self.root());
        let (slv, srv, nlv) = (
            u64::from(sf.left_count.min(3)),
            u64::from(sf.right_count.min(4)),
            u64::from(nf.left_count.min(3)),
        );
        let mut put = |template: u64, values: &[u64]| features.push(feature(template, values));
        put(200, &[state]);
        put(100, &[s.word, state]);
        put(101, &[s.tag, state]);
        put(102, &[s.word, s.tag]);
        put(103, &[n.word]);
        put(104, &[n.tag]);
        put(105, &[n.word, n.tag]);
        put(106, &[n1.word]);
        put(107, &[n1.tag]);
        put(109, &[n2.tag]);
        put(110, &[s.word, n.word]);
        put(111, &[s.word, s.tag, n.tag]);
        put(112, &[s.tag, n.word, n.tag]);
        put(113, &[s.tag, n.tag, state]);
        put(114, &[n.tag, n1.tag]);
        put(115, &[n.tag, n1.tag, n2.tag]);
        put(116, &[s.tag, n.tag, n1.tag]);
        put(117, &[sh.tag, s.tag, n.tag]);
        put(118, &[s.tag, sl.tag, n.tag]);
        put(119, &[s.tag, sr.tag, n.tag]);
        put(120, &[s.tag, n.tag, nl.tag]);
        put(121, &[s.word, distance]);
        put(122, &[s.tag, distance, between]);
        put(123, &[n.word, distance]);
        put(124, &[n.tag, distance, between]);
        put(125, &[s.tag, n.tag, distance]);
        put(126, &[s.word, srv]);
        put(127, &[s.tag, srv, slv]);
        put(128, &[s.word, slv]);
        put(129, &[n.word, nlv]);
        put(130, &[n.tag, nlv]);
        put(131, &[sh.word, s.tag]);
        put(132, &[sh.tag, s.tag]);
        put(133, &[sl.word, s.tag]);
        put(134, &[sr.word, s.tag]);
        put(135, &[nl.word, n.tag]);
        put(136, &[nl.tag, n.tag]);
        put(137, &[s.tag, sl.tag, sl2.tag]);
        put(138, &[s.tag, sr.tag, sr2.tag]);
        put(139, &[s.tag, sh.tag, sh2.tag]);
        put(140, &[n.tag, nl.tag, nl2.tag]);
        put(141, &[s2nd.tag, s.tag, n.tag]);
        put(142, &[s2nd.word, n.word]);
        put(143, &[s.tag, n.tag, n.punctuation]);
        put(144, &[s.tag, n.tag, between]);
        put(145, &[n.punctuation, n1.punctuation, n.tag]);
        put(146, &[s.word, n.tag, between]);
        put(147, &[s.tag, n1.tag, n1.punctuation]);
        put(148, &[sh.tag, s.tag, n.tag, between]);
        put(149, &[sh.word, n.word]);
        put(150, &[s.word, n1.tag]);
        put(151, &[n.word, n1.tag]);
        put(152, &[s.tag, n1.word]);
        put(153, &[s.tag, n.tag, n1.tag, n2.tag]);
        put(154, &[s.tag, n.suffix]);
        put(155, &[s.suffix, n.tag]);
        put(156, &[sr.word, n.word]);
        put(157, &[s.tag, sr.tag, n.tag, between]);
        put(158, &[s.word, sr.tag, n.tag]);
        put(159, &[nl.word, s.tag, n.tag]);
        put(160, &[s2nd.tag, n.tag, n1.tag]);
        put(161, &[sh.word, s.tag, n.tag]);
        put(162, &[s.tag, slv, srv, n.tag]);
    }

    /// What each action costs against the gold heads (places among the nodes; the root's is the last node).
    #[must_use]
    pub fn costs(&self, gold: &[usize]) -> [u32; ACTIONS] {
        let (top, next) = (self.top(0), self.next);
        let head_of = |node: usize| gold.get(node).copied().unwrap_or(NONE);
        let in_buffer = |node: usize| node != NONE && node >= next;
        let children_ahead = |head: usize| (next..self.root()).filter(|&child| head_of(child) == head).count() as u32;
        let children_behind = |head: usize| {
            self.stack
                .iter()
                .filter(|&&child| head_of(child) == head && self.family(child).head == NONE)
                .count() as u32
        };
        let mut costs = [0; ACTIONS];
        costs[SHIFT] = children_behind(next) + u32::from(self.stack.contains(&head_of(next)));
        if top != NONE {
            let ahead = children_ahead(top);
            let gold_head = head_of(top);
            costs[LEFT] = ahead + u32::from(gold_head != next && in_buffer(gold_head));
            costs[REDUCE] = ahead;
            let next_head = head_of(next);
            let lost = next_head != top && (in_buffer(next_head) || self.stack.contains(&next_head));
            costs[RIGHT] = children_behind(next) + u32::from(lost);
            // The head of a headless top is lost for good when it is dropped; REDUCE is then not possible at all.
        }
        costs
    }

    /// Where each node stands among the words, the root left out.
    #[must_use]
    pub fn places(&self) -> Vec<usize> {
        self.nodes.iter().take(self.root()).map(|node| node.place).collect()
    }
}

fn bucket(distance: usize) -> u64 {
    match distance {
        0..=4 => distance as u64,
        5..=6 => 5,
        7..=10 => 6,
        11..=20 => 7,
        _ => 8,
    }
}

/// Parses a tagged sentence.
#[must_use]
pub fn parse(weights: &impl Weights, forms: &[Form], tagged: &[Tag]) -> Vec<Arc> {
    let mut state = State::new(forms, tagged);
    let mut features = Vec::with_capacity(72);
    while !state.is_done() {
        features.clear();
        state.extract(&mut features);
        let mut scores = [0; ACTIONS];
        weights.score(&features, &mut scores);
        let (action, margin) = choose(&scores, &state.valid());
        state.act(action, margin);
    }
    state.arcs(forms.len())
}

/// The best possible action and by how much it leads.
#[must_use]
pub fn choose(scores: &[i32; ACTIONS], valid: &[bool; ACTIONS]) -> (usize, i32) {
    let (mut best, mut top, mut second) = (NONE, i32::MIN, i32::MIN);
    for (action, (&score, &valid)) in scores.iter().zip(valid).enumerate() {
        if !valid {
            continue;
        }
        if score > top {
            second = top;
            (best, top) = (action, score);
        } else if score > second {
            second = score;
        }
    }
    let margin = if second == i32::MIN {
        FORCED
    } else {
        top.saturating_sub(second)
    };
    (if best == NONE { SHIFT } else { best }, margin)
}

/// What [`choose`] gives where only one action was possible.
const FORCED: i32 = i32::MAX / 2;

/// How sure an arc with this margin is, 0..=1; fitted on trees that the parser was not trained on.
#[must_use]
pub fn certainty(margin: i32) -> f32 {
    if margin >= FORCED {
        return 0.86;
    }
    1.0 - 0.62 * (-(margin.max(0) as f32) / 300.0).exp()
}
