//! Trains the parser: whole parses against each other, side by side in a beam. It never sees a tag of the treebank but for
//! what is punctuation.

use copydesk::language::base::hashing::{Form, MarkedFeature};
use copydesk::language::base::parser::{self, ACTIONS, Nodes, State};
use copydesk::language::base::slots::Slots;
use copydesk::language::base::table::Scores as _;
use copydesk::language::base::tagger::TagId;

use crate::dense::Dense;
use crate::foreign;
use crate::learner::{Cut, Random};
use crate::treebank::Tree;

/// Rounds after the features are chosen.
const ROUNDS: usize = 5;
/// Rounds before the features are chosen.
const CHOOSING: usize = 3;
/// How many parses go side by side in training.
const WIDTH: usize = 4;
/// How large the average weight of a feature must be to be chosen.
const LEAST: f64 = 2.4;
/// How many of a hundred words are hidden in training.
const HIDDEN: u64 = 12;

/// How many parsers are trained at the same time.
const AT_ONCE: usize = 2;

/// How the weights are cut down to bytes.
const CUT: Cut = Cut {
    threshold: 0.1,
    scale: 2.0,
};

/// A parse under way.
#[derive(Clone)]
struct Hypothesis {
    state: State,
    score: i32,
    /// Its last step in the trail.
    last: u32,
    /// Whether every action was among the best possible ones.
    fits: bool,
}

/// The steps of all parses, each with the one before it.
#[derive(Default)]
struct Trail(Vec<(u32, u8)>);

impl Trail {
    fn push(&mut self, last: u32, action: usize) -> u32 {
        self.0.push((last, action as u8));
        self.0.len() as u32 - 1
    }

    fn actions(&self, mut last: u32) -> Vec<usize> {
        let mut actions = Vec::new();
        while last != 0 {
            let (before, action) = self.0[last as usize];
            actions.push(usize::from(action));
            last = before;
        }
        actions.reverse();
        actions
    }
}

/// Trains parsers on trees with predicted tags. Each sees the trees in another order; together
/// they choose the features, and the mean of their weights is a better parser than each of them (McDonald, Hall and Mann
/// 2010).
pub fn train(trees: &[Tree], tagged: &[Vec<TagId>], kinds: &[Vec<u8>], orders: u64) -> Vec<u8> {
    let mut order: Vec<usize> = (0..trees.len()).collect();
    // Gold trees that follow the conventions of the program are seen twice in a round.
    order.extend((0..trees.len()).filter(|&index| !trees[index].is_foreign && trees[index].document.is_none()));
    let golds: Vec<Vec<u32>> = trees.iter().map(node_heads).collect();
    let course = |start: &Dense, rounds: usize, seed: u64| {
        let (mut learner, mut order, mut random) = (start.clone(), order.clone(), Random(seed));
        for round in 0..rounds {
            random.shuffle(&mut order);
            let mut wrong = 0;
            for &index in &order {
                let tree = &trees[index];
                let forms = hide(tree.forms(), &mut random);
                let nodes = Nodes::new(&forms, &tagged[index], &kinds[index]);
                learner.tick();
                if let Some((right, guess)) = search(&learner, &nodes, &golds[index], tree.is_foreign) {
                    wrong += 1;
                    learn(&mut learner, &nodes, &right, &guess, tree.is_foreign);
                }
            }
            println!("parser {seed}, round {round}: {wrong} of {} trees wrong", order.len());
        }
        learner
    };
    let all = |start: &Dense, rounds: usize, seed: u64| -> Vec<Dense> {
        let course = &course;
        let seeds: Vec<u64> = (seed..seed + orders).collect();
        let pairs = seeds.chunks(AT_ONCE).flat_map(|seeds| {
            std::thread::scope(|scope| {
                let running: Vec<_> = seeds
                    .iter()
                    .map(|&seed| scope.spawn(move || course(start, rounds, seed)))
                    .collect();
                running
                    .into_iter()
                    .filter_map(|course| course.join().ok())
                    .collect::<Vec<_>>()
            })
        });
        pairs.collect()
    };
    let start = Dense::chosen(&all(&Dense::default(), CHOOSING, 20), LEAST);
    Slots::write(Dense::rows(&all(&start, ROUNDS, 40), CUT))
}

/// Moves the weights from the steps of one parse to those of another, from where they part.
fn learn(learner: &mut Dense, nodes: &Nodes, right: &[usize], wrong: &[usize], is_foreign: bool) {
    let shared = right
        .iter()
        .zip(wrong)
        .take_while(|(right, wrong)| right == wrong)
        .count();
    for (actions, by) in [(right, 1), (wrong, -1)] {
        let mut state = State::new(nodes);
        let mut features = Features::default();
        for (step, &action) in actions.iter().enumerate() {
            if step >= shared {
                let known = features.read(nodes, &state, is_foreign);
                learner.add(&features.all, known, action, by);
            }
            state.act(action, 0);
        }
    }
}

/// Hides some words, so that trees are learned from tags, endings and places too.
pub fn hide(mut forms: Vec<Form>, random: &mut Random) -> Vec<Form> {
    for form in &mut forms {
        if random.number() % 100 < HIDDEN {
            form.word = 9;
        }
    }
    forms
}

/// The features of the actions in a state, with what is kept from state to state.
#[derive(Default)]
struct Features {
    marked: Vec<MarkedFeature>,
    all: Vec<u64>,
}

impl Features {
    /// Reads a state; gives how many of the features the program asks for.
    fn read(&mut self, nodes: &Nodes, state: &State, is_foreign: bool) -> usize {
        self.marked.clear();
        parser::extract(nodes, state, &mut self.marked);
        foreign::features(&self.marked, is_foreign, &mut self.all)
    }
}

/// Searches and gives a right parse and the wrong one that is best before it, up to where the lead was greatest; none where
/// the best parse is right.
fn search(learner: &Dense, nodes: &Nodes, gold: &[u32], is_foreign: bool) -> Option<(Vec<usize>, Vec<usize>)> {
    let mut trail = Trail(vec![(0, 0)]);
    let start = Hypothesis {
        state: State::new(nodes),
        score: 0,
        last: 0,
        fits: true,
    };
    let mut beam = vec![start.clone()];
    let mut right = start;
    let mut worst: Option<(i32, u32, u32)> = None;
    let mut features = Features::default();
    let mut score = |state: &State| {
        features.read(nodes, state, is_foreign);
        let mut scores = [0; ACTIONS];
        learner.score(&features.all, &mut scores);
        scores
    };
    while !right.state.is_done() {
        let mut candidates: Vec<(i32, usize, usize, bool)> = Vec::new();
        for (parent, hypothesis) in beam.iter().enumerate() {
            let scores = score(&hypothesis.state);
            let valid = hypothesis.state.valid();
            let fit = if hypothesis.fits {
                fitting(&hypothesis.state, gold)
            } else {
                [false; ACTIONS]
            };
            for action in (0..ACTIONS).filter(|&action| valid[action]) {
                candidates.push((hypothesis.score + scores[action], parent, action, fit[action]));
            }
        }
        let scores = score(&right.state);
        let action = parser::choose(&scores, &fitting(&right.state, gold));
        right.state.act(action, 0);
        right.score += scores[action];
        right.last = trail.push(right.last, action);
        candidates.sort_by_key(|candidate| std::cmp::Reverse(candidate.0));
        let mut next: Vec<Hypothesis> = Vec::with_capacity(WIDTH);
        let mut futures = Vec::with_capacity(WIDTH);
        for &(score, parent, action, fits) in &candidates {
            let mut state = beam[parent].state.clone();
            state.act(action, 0);
            let future = state.future();
            if futures.contains(&future) {
                continue;
            }
            futures.push(future);
            next.push(Hypothesis {
                state,
                score,
                last: trail.push(beam[parent].last, action),
                fits,
            });
            if next.len() == WIDTH {
                break;
            }
        }
        beam = next;
        if let Some(better) = beam
            .iter()
            .find(|hypothesis| hypothesis.fits && hypothesis.score > right.score)
        {
            right = better.clone();
        }
        if !beam[0].fits {
            let lead = beam[0].score - right.score;
            if worst.is_none_or(|(most, _, _)| lead > most) {
                worst = Some((lead, right.last, beam[0].last));
            }
        }
    }
    if beam[0].fits {
        return None;
    }
    worst.map(|(_, right, wrong)| (trail.actions(right), trail.actions(wrong)))
}

/// The possible actions that cost least.
fn fitting(state: &State, gold: &[u32]) -> [bool; ACTIONS] {
    let (valid, costs) = (state.valid(), state.costs(gold));
    let least = (0..ACTIONS)
        .filter(|&action| valid[action])
        .map(|action| costs[action])
        .min();
    std::array::from_fn(|action| valid[action] && Some(costs[action]) == least)
}

/// The gold heads among the nodes; the root's dependents have the number of nodes.
fn node_heads(tree: &Tree) -> Vec<u32> {
    let places: Vec<usize> = (0..tree.words.len()).filter(|&at| tree.is_node(at)).collect();
    places
        .iter()
        .map(|&at| {
            let head = tree.node_head(at);
            if head == at {
                places.len() as u32
            } else {
                places.binary_search(&head).unwrap_or(places.len()) as u32
            }
        })
        .collect()
}
