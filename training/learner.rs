//! An averaged perceptron over hashed features with few classes each. It knows nothing of what it learns.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use copydesk::language::base::table::{Row, Weights};

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

/// Weights while they are learned: whole numbers, since every update is one step.
#[derive(Default)]
pub struct Learner {
    places: HashMap<u64, u32, BuildHasherDefault<Identity>>,
    rows: Vec<Vec<Cell>>,
    step: u32,
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

    /// The averaged weights, cut down to bytes.
    pub fn rows(&self, cut: Cut) -> Vec<Row> {
        let steps = f64::from(self.step.max(1));
        let mut rows = Vec::new();
        let mut largest = 0;
        for (&feature, &place) in &self.places {
            let mut weights: Vec<(u8, i8)> = self.rows[place as usize]
                .iter()
                .flat_map(|cell| {
                    let total = cell.total + i64::from(cell.weight) * i64::from(self.step - cell.since);
                    let average = total as f64 / steps;
                    let steps = if average.abs() >= cut.threshold {
                        (average * cut.scale).round() as i32
                    } else {
                        0
                    };
                    largest = largest.max(steps.abs());
                    // A weight that one byte cannot hold stands in its row several times.
                    let pieces = (steps.abs() + 126) / 127;
                    (0..pieces).map(move |piece| {
                        let left = steps.abs() - piece * 127;
                        (cell.class, (left.min(127) * steps.signum()) as i8)
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

impl Weights for Learner {
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
