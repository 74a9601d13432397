//! The state of the parser: a stack, the words to come, the arcs so far. It never weighs an action.

use std::sync::LazyLock;

use crate::language::base::hashing::{Form, join};
use crate::language::base::tagger::{TagId, tags};
use crate::language::{Tag, Upos};

/// No node.
pub(super) const NONE: u32 = u32::MAX;
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

static VERBS: LazyLock<Vec<bool>> = LazyLock::new(|| tags().iter().map(|(upos, _)| *upos == Upos::Verb).collect());

/// Whether a tag is punctuation.
#[must_use]
pub fn is_punctuation(tag: TagId) -> bool {
    PUNCTUATION.get(usize::from(tag)).copied().unwrap_or(false)
}

/// A node of the tree that is built: a word that is no punctuation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub word: u64,
    pub suffix: u64,
    pub tag: u64,
    pub case: u64,
    /// The class of the word among the names, see [`names::classify`](crate::language::base::names::classify).
    pub kind: u64,
    /// Punctuation directly before it, as bits.
    pub punctuation: u64,
    /// Commas, other marks, quotation marks and verbs before it in the sentence.
    pub commas: u32,
    pub others: u32,
    pub quotes: u32,
    pub verbs: u32,
    pub place: u32,
    /// A hash of all that features see of it by itself.
    pub looks: u64,
}

/// A node that is not there.
pub(super) const ABSENT: Node = Node {
    word: 2,
    suffix: 2,
    tag: 255,
    case: 9,
    kind: 9,
    punctuation: 0,
    commas: 0,
    others: 0,
    quotes: 0,
    verbs: 0,
    place: NONE,
    looks: 0,
};

/// What the features of a node's family need.
#[derive(Clone, Copy, Debug)]
pub(super) struct Family {
    pub head: u32,
    pub lefts: [u32; 2],
    pub rights: [u32; 2],
    pub left_count: u8,
    pub right_count: u8,
    pub margin: i32,
}

const ORPHAN: Family = Family {
    head: NONE,
    lefts: [NONE; 2],
    rights: [NONE; 2],
    left_count: 0,
    right_count: 0,
    margin: 0,
};

/// The words of one sentence as the parser sees them. The last node is the root.
#[derive(Clone, Debug)]
pub struct Nodes(Vec<Node>);

impl Nodes {
    /// Reads a tagged sentence; `kinds` are the classes of its words among the names.
    #[must_use]
    pub fn new(forms: &[Form], tagged: &[TagId], kinds: &[u8]) -> Self {
        let mut nodes = Vec::with_capacity(forms.len() + 1);
        let mut next = Node {
            word: 1,
            suffix: 1,
            tag: 254,
            ..ABSENT
        };
        for (place, ((form, &tag), &kind)) in (0..).zip(forms.iter().zip(tagged).zip(kinds)) {
            if is_punctuation(tag) {
                let kind = match tags().get(usize::from(tag)).map_or(Tag::None, |tag| tag.1) {
                    Tag::Comma => 1,
                    Tag::Colon => 2,
                    Tag::OpeningQuote | Tag::ClosingQuote => 4,
                    Tag::OpeningBracket | Tag::ClosingBracket => 8,
                    Tag::Hyphen => 16,
                    _ => 32,
                };
                next.punctuation |= kind;
                next.commas += u32::from(kind == 1);
                next.others += u32::from(matches!(kind, 2 | 4 | 8));
                next.quotes += u32::from(kind == 4);
                continue;
            }
            nodes.push(Node {
                word: form.word,
                suffix: form.suffixes.get(2).copied().unwrap_or(0),
                tag: u64::from(tag),
                case: form.case as u64,
                kind: u64::from(kind),
                place,
                ..next
            });
            next.punctuation = 0;
            next.verbs += u32::from(VERBS.get(usize::from(tag)) == Some(&true));
        }
        nodes.push(next);
        for node in &mut nodes {
            let small = node.tag << 32 | node.case << 24 | node.kind << 16 | node.punctuation;
            node.looks = join(5, [node.word, node.suffix, small]);
        }
        Self(nodes)
    }

    #[inline]
    pub(super) fn node(&self, index: u32) -> &Node {
        self.0.get(index as usize).unwrap_or(&ABSENT)
    }

    /// The place of the root, which is the number of the other nodes.
    #[must_use]
    pub fn root(&self) -> u32 {
        self.0.len() as u32 - 1
    }

    /// The nodes except for the root.
    pub(super) fn words(&self) -> impl Iterator<Item = &Node> {
        self.0.iter().take(self.0.len() - 1)
    }
}

/// Stack, buffer and arcs on one sentence.
#[derive(Debug)]
pub struct State {
    families: Vec<Family>,
    stack: Vec<u32>,
    pub(super) next: u32,
}

impl Clone for State {
    fn clone(&self) -> Self {
        Self {
            families: self.families.clone(),
            stack: self.stack.clone(),
            next: self.next,
        }
    }

    fn clone_from(&mut self, source: &Self) {
        self.families.clone_from(&source.families);
        self.stack.clone_from(&source.stack);
        self.next = source.next;
    }
}

impl State {
    /// The state before the first action.
    #[must_use]
    pub fn new(nodes: &Nodes) -> Self {
        Self {
            families: vec![ORPHAN; nodes.0.len()],
            stack: Vec::with_capacity(16),
            next: 0,
        }
    }

    pub(super) fn root(&self) -> u32 {
        self.families.len() as u32 - 1
    }

    /// Whether nothing is left to do. Every parse of a sentence takes the same number of actions, two for each node.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.next >= self.root() && self.stack.is_empty()
    }

    #[inline]
    pub(super) fn top(&self, depth: usize) -> u32 {
        self.stack
            .len()
            .checked_sub(depth + 1)
            .and_then(|at| self.stack.get(at))
            .copied()
            .unwrap_or(NONE)
    }

    #[inline]
    pub(super) fn family(&self, node: u32) -> &Family {
        self.families.get(node as usize).unwrap_or(&ORPHAN)
    }

    /// A hash of all that can still matter to what follows. Of two parses that share it, only the better one is worth going on
    /// with.
    #[must_use]
    pub fn future(&self) -> u64 {
        /// What is deeper on the stack comes up again only after many actions.
        const DEPTH: usize = 24;
        const FACTOR: u64 = 0x517c_c1b7_2722_0a95;
        let mut hash = u64::from(self.next);
        let mut mix = |value: u64| hash = (hash.rotate_left(23) ^ value).wrapping_mul(FACTOR);
        for (depth, &node) in self.stack.iter().rev().take(DEPTH).enumerate() {
            let family = self.family(node);
            if depth == 0 {
                mix(u64::from(family.head) << 32 | u64::from(self.family(family.head).head));
                mix(u64::from(self.family(family.rights[0]).lefts[0]));
            }
            mix(u64::from(node) << 1 | u64::from(family.head != NONE));
            mix(u64::from(family.lefts[0]) << 32 | u64::from(family.rights[0]));
        }
        let family = self.family(self.next);
        mix(u64::from(family.lefts[0]) << 32 | u64::from(family.lefts[1]));
        hash
    }

    /// Which actions are possible; one is, until all is done.
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

    fn attach(&mut self, child: u32, head: u32, margin: i32) {
        if let Some(family) = self.families.get_mut(child as usize) {
            family.head = head;
            family.margin = margin;
        }
        if let Some(family) = self.families.get_mut(head as usize) {
            if child < head {
                family.left_count = family.left_count.saturating_add(1);
                family.lefts = [child, family.lefts[0]];
            } else {
                family.right_count = family.right_count.saturating_add(1);
                family.rights = [child, family.rights[0]];
            }
        }
    }

    /// What each action costs against the gold heads (places among the nodes; the root's is the last node).
    #[must_use]
    pub fn costs(&self, gold: &[u32]) -> [u32; ACTIONS] {
        let (top, next) = (self.top(0), self.next);
        let head_of = |node: u32| gold.get(node as usize).copied().unwrap_or(NONE);
        let in_buffer = |node: u32| node != NONE && node >= next;
        let children_ahead = |head: u32| (next..self.root()).filter(|&child| head_of(child) == head).count() as u32;
        let children_after = |head: u32| {
            self.stack
                .iter()
                .filter(|&&child| head_of(child) == head && self.family(child).head == NONE)
                .count() as u32
        };
        let mut costs = [0; ACTIONS];
        costs[SHIFT] = children_after(next) + u32::from(self.stack.contains(&head_of(next)));
        if top != NONE {
            let ahead = children_ahead(top);
            let gold_head = head_of(top);
            costs[LEFT] = ahead + u32::from(gold_head != next && in_buffer(gold_head));
            costs[REDUCE] = ahead;
            let next_head = head_of(next);
            let lost = next_head != top && (in_buffer(next_head) || self.stack.contains(&next_head));
            costs[RIGHT] = children_after(next) + u32::from(lost);
            // The head of a headless top is lost for good when it is dropped; REDUCE is then not possible at all.
        }
        costs
    }
}
