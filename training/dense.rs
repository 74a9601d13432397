//! An averaged perceptron with few classes, laid out so that a look-up touches little memory. It knows nothing of what it
//! learns.

use copydesk::language::base::parser::ACTIONS;
use copydesk::language::base::table::{Row, Scores};

use crate::learner::Cut;

#[derive(Clone, Copy, Default)]
struct Cells {
    /// Whether the program never asks for the feature.
    is_foreign: bool,
    weights: [i32; ACTIONS],
    /// Each change, times the step at which it was made.
    changes: [i64; ACTIONS],
}

/// Weights while they are learned: whole numbers, since every update is one step.
#[derive(Clone)]
pub struct Dense {
    /// Open addressing; a free place has 0 for its feature.
    places: Vec<(u64, u32)>,
    rows: Vec<Cells>,
    step: i64,
    /// Whether no feature comes in any more.
    frozen: bool,
}

impl Default for Dense {
    fn default() -> Self {
        Self {
            places: vec![(0, 0); 1 << 16],
            rows: Vec::new(),
            step: 1,
            frozen: false,
        }
    }
}

impl Dense {
    /// Counts one more decision.
    pub fn tick(&mut self) {
        self.step += 1;
    }

    /// Adds `by` to the weights of `features` for a class. Those from the place `known` on are not written.
    pub fn add(&mut self, features: &[u64], known: usize, class: usize, by: i32) {
        for (at, &feature) in features.iter().enumerate() {
            if self.frozen && self.places[self.find(feature)].0 != feature {
                continue;
            }
            let row = self.row(feature);
            let cells = &mut self.rows[row];
            cells.is_foreign = at >= known;
            cells.weights[class] += by;
            cells.changes[class] += self.step * i64::from(by);
        }
    }

    /// One learner from several: it has the features with an average over all of at least this much, takes in no
    /// others, and starts from the mean of their weights.
    pub fn chosen(learners: &[Self], threshold: f64) -> Self {
        let mut kept = Self::default();
        for learner in learners {
            for &(feature, place) in learner.places.iter().filter(|place| place.0 != 0) {
                if kept.places[kept.find(feature)].0 == feature {
                    continue;
                }
                let means: [f64; ACTIONS] = std::array::from_fn(|class| mean(learners, feature, class));
                if means.iter().any(|mean| mean.abs() >= threshold) {
                    let row = kept.row(feature);
                    kept.rows[row].is_foreign = learner.rows[place as usize].is_foreign;
                    for (class, weight) in kept.rows[row].weights.iter_mut().enumerate() {
                        let sum: i32 = learners
                            .iter()
                            .map(|learner| learner.cells(feature).weights[class])
                            .sum();
                        *weight = (f64::from(sum) / learners.len() as f64).round() as i32;
                    }
                }
            }
        }
        println!("kept {} features", kept.rows.len());
        kept.frozen = true;
        kept
    }

    fn cells(&self, feature: u64) -> Cells {
        let (found, row) = self.places[self.find(feature)];
        if found == feature {
            self.rows[row as usize]
        } else {
            Cells::default()
        }
    }

    fn average(&self, feature: u64, class: usize) -> f64 {
        let cells = self.cells(feature);
        f64::from(cells.weights[class]) - cells.changes[class] as f64 / self.step as f64
    }

    fn find(&self, feature: u64) -> usize {
        let mask = self.places.len() - 1;
        let mut at = (feature >> 32) as usize & mask;
        while self.places[at].0 != feature && self.places[at].0 != 0 {
            at = (at + 1) & mask;
        }
        at
    }

    fn row(&mut self, feature: u64) -> usize {
        let at = self.find(feature);
        if self.places[at].0 == feature {
            return self.places[at].1 as usize;
        }
        if self.rows.len() * 2 > self.places.len() {
            let larger = vec![(0, 0); self.places.len() * 2];
            for place in std::mem::replace(&mut self.places, larger) {
                if place.0 != 0 {
                    let at = self.find(place.0);
                    self.places[at] = place;
                }
            }
        }
        let at = self.find(feature);
        self.places[at] = (feature, self.rows.len() as u32);
        self.rows.push(Cells::default());
        self.rows.len() - 1
    }

    /// The mean of the averaged weights of learners with the same features, cut down to bytes.
    pub fn rows(learners: &[Self], cut: Cut) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut largest = 0;
        let features = learners.first().map_or(&[][..], |first| &first.places);
        for &(feature, place) in features.iter().filter(|place| place.0 != 0) {
            if learners[0].rows[place as usize].is_foreign {
                continue;
            }
            let mut weights: Vec<(u8, i8)> = Vec::new();
            for class in 0..ACTIONS {
                let average = mean(learners, feature, class);
                if average.abs() < cut.threshold {
                    continue;
                }
                // A weight that one byte cannot hold is in its row several times.
                let mut left = (average * cut.scale).round() as i32;
                largest = largest.max(left.abs());
                while left != 0 {
                    let piece = left.clamp(-127, 127);
                    weights.push((class as u8, piece as i8));
                    left -= piece;
                }
            }
            if !weights.is_empty() {
                rows.push((feature, weights));
            }
        }
        println!("{} features, largest weight {largest}", rows.len());
        rows
    }
}

fn mean(learners: &[Dense], feature: u64, class: usize) -> f64 {
    let sum: f64 = learners.iter().map(|learner| learner.average(feature, class)).sum();
    sum / learners.len() as f64
}

impl Scores for Dense {
    fn score(&self, features: &[u64], scores: &mut [i32]) {
        for &feature in features {
            let (found, row) = self.places[self.find(feature)];
            if found == feature {
                for (score, weight) in scores.iter_mut().zip(&self.rows[row as usize].weights) {
                    *score += weight;
                }
            }
        }
    }
}
