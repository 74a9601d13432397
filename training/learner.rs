//! An averaged perceptron over hashed features with few classes each. It knows nothing of what it learns.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use copydesk::language::base::table::{Row, Scores};

/// The features are hashes already.
#[derive(Default)]
pub struct Identity(u64);

impl Hasher for Identity {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, _: &[u8]) {}
    fn write_u64(&mut self, value: u64) {
        self.0 = value;
    }
}

#[derive(Clone, Copy)]
struct Cell {
    class: u8,
    weight: i32,
    total: i64,
    since: u32,
}

impl Cell {
    /// The mean of its weight over all steps.
    fn average(self, step: u32) -> f64 {
        let total = self.total + i64::from(self.weight) * i64::from(step - self.since);
        total as f64 / f64::from(step.max(1))
    }
}

/// Weights while they are learned: whole numbers, since every update is one step.
#[derive(Clone, Default)]
pub struct Learner {
    places: HashMap<u64, u32, BuildHasherDefault<Identity>>,
    rows: Vec<Vec<Cell>>,
    /// The rows that the program never asks for.
    foreign: std::collections::HashSet<u32>,
    step: u32,
    /// Whether no feature comes in any more.
    frozen: bool,
}

/// How weights are cut down to bytes.
#[derive(Clone, Copy, Debug)]
pub struct Cut {
    /// Averages below this size are dropped.
    pub threshold: f64,
    /// How many steps of a byte one unit is.
    pub scale: f64,
}

impl Learner {
    /// Counts one more decision.
    pub fn tick(&mut self) {
        self.step += 1;
    }

    /// Moves the weights of `features` from the class `wrong` to the class `right`.
    pub fn update(&mut self, features: &[u64], right: usize, wrong: usize) {
        if right == wrong {
            return;
        }
        for &feature in features {
            if self.frozen && !self.places.contains_key(&feature) {
                continue;
            }
            let next = self.rows.len() as u32;
            let place = *self.places.entry(feature).or_insert(next);
            if place == next {
                self.rows.push(Vec::new());
            }
            let row = &mut self.rows[place as usize];
            add(row, self.step, right as u8, 1);
            add(row, self.step, wrong as u8, -1);
        }
    }

    /// Like [`Learner::update`], for features that are not written.
    pub fn update_foreign(&mut self, features: &[u64], right: usize, wrong: usize) {
        if right != wrong {
            self.update(features, right, wrong);
            let places = &self.places;
            self.foreign
                .extend(features.iter().filter_map(|feature| places.get(feature)));
        }
    }

    /// One learner from several: it has the weights with an average over all of at least this much, takes in no other
    /// features, and starts from the mean of their weights. What is learned afterwards makes good for what was dropped.
    pub fn chosen(learners: &[Self], threshold: f64) -> Self {
        let mut kept = Self {
            frozen: true,
            ..Self::default()
        };
        let mut features: Vec<u64> = learners
            .iter()
            .flat_map(|learner| learner.places.keys().copied())
            .collect();
        features.sort_unstable();
        features.dedup();
        for feature in features {
            let mut row: Vec<(Cell, f64)> = Vec::new();
            let mut is_foreign = false;
            for learner in learners {
                let Some(&place) = learner.places.get(&feature) else {
                    continue;
                };
                is_foreign |= learner.foreign.contains(&place);
                for cell in &learner.rows[place as usize] {
                    let average = cell.average(learner.step);
                    match row.iter_mut().find(|(known, _)| known.class == cell.class) {
                        Some((known, sum)) => {
                            known.weight += cell.weight;
                            *sum += average;
                        }
                        None => row.push((*cell, average)),
                    }
                }
            }
            let all = learners.len() as f64;
            row.retain(|(_, sum)| (sum / all).abs() >= threshold);
            if row.is_empty() {
                continue;
            }
            let place = kept.rows.len() as u32;
            kept.places.insert(feature, place);
            if is_foreign {
                kept.foreign.insert(place);
            }
            let start = |cell: Cell| Cell {
                class: cell.class,
                weight: (f64::from(cell.weight) / all).round() as i32,
                total: 0,
                since: 0,
            };
            kept.rows.push(row.into_iter().map(|(cell, _)| start(cell)).collect());
        }
        println!("kept {} features", kept.rows.len());
        kept
    }

    /// The mean of the averaged weights of several learners, cut down to bytes.
    pub fn rows(learners: &[Self], cut: Cut) -> Vec<Row> {
        let mut sums: HashMap<u64, Vec<(u8, f64)>, BuildHasherDefault<Identity>> = HashMap::default();
        for learner in learners {
            for (&feature, &place) in learner
                .places
                .iter()
                .filter(|(_, place)| !learner.foreign.contains(place))
            {
                let row = sums.entry(feature).or_default();
                for cell in &learner.rows[place as usize] {
                    let share = cell.average(learner.step) / learners.len() as f64;
                    match row.iter_mut().find(|sum| sum.0 == cell.class) {
                        Some(sum) => sum.1 += share,
                        None => row.push((cell.class, share)),
                    }
                }
            }
        }
        let mut rows = Vec::new();
        let mut largest = 0;
        for (feature, averages) in sums {
            let mut weights: Vec<(u8, i8)> = averages
                .into_iter()
                .flat_map(|(class, average)| {
                    let steps = if average.abs() >= cut.threshold {
                        (average * cut.scale).round() as i32
                    } else {
                        0
                    };
                    largest = largest.max(steps.abs());
                    // A weight that one byte cannot hold is in its row several times.
                    let pieces = (steps.abs() + 126) / 127;
                    (0..pieces).map(move |piece| {
                        let left = steps.abs() - piece * 127;
                        (class, (left.min(127) * steps.signum()) as i8)
                    })
                })
                .collect();
            weights.sort_unstable();
            if !weights.is_empty() {
                rows.push((feature, weights));
            }
        }
        println!("{} features, largest weight {largest}", rows.len());
        rows
    }
}

fn add(row: &mut Vec<Cell>, step: u32, class: u8, by: i32) {
    if let Some(cell) = row.iter_mut().find(|cell| cell.class == class) {
        cell.total += i64::from(cell.weight) * i64::from(step - cell.since);
        cell.since = step;
        cell.weight += by;
    } else {
        row.push(Cell {
            class,
            weight: by,
            total: 0,
            since: step,
        });
    }
}

impl Scores for Learner {
    fn score(&self, features: &[u64], scores: &mut [i32]) {
        for feature in features {
            if let Some(&place) = self.places.get(feature) {
                for cell in &self.rows[place as usize] {
                    scores[usize::from(cell.class)] += cell.weight;
                }
            }
        }
    }
}

/// A small random generator (splitmix64) with a fixed seed, so that every run is the same.
pub struct Random(pub u64);

impl Random {
    /// The next number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Mixes the order of `items`.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = (self.number() % (last as u64 + 1)) as usize;
            items.swap(last, other);
        }
    }
}
