//! How a part is learned: several learners see the same examples in different orders. They choose the features together, and
//! the mean of their weights is better than each of them (McDonald, Hall and Mann 2010).

use copydesk::language::base::table::Table;

use crate::learner::{Cut, Learner};

/// The numbers of a course.
#[derive(Clone, Copy)]
pub struct Course {
    /// Rounds before the features are chosen.
    pub choosing: usize,
    /// Rounds after that.
    pub rounds: usize,
    /// How large the average weight of a feature must be to be chosen.
    pub least: f64,
    /// How many learners there are.
    pub orders: u64,
    /// How the weights are cut down to bytes.
    pub cut: Cut,
}

impl Course {
    /// The same course for one learner, which is enough where its weights are not those of the program.
    pub const fn alone(self) -> Self {
        Self { orders: 1, ..self }
    }

    /// Learns: `train` goes on with a learner for some rounds, in the order of a seed. Gives the table.
    pub fn learn(self, train: impl Fn(Learner, usize, u64) -> Learner + Sync) -> Vec<u8> {
        let all = |start: &Learner, rounds: usize, seed: u64| -> Vec<Learner> {
            let train = &train;
            std::thread::scope(|scope| {
                let run = |order: u64| scope.spawn(move || train(start.clone(), rounds, seed + order));
                let running: Vec<_> = (0..self.orders).map(run).collect();
                running.into_iter().filter_map(|learner| learner.join().ok()).collect()
            })
        };
        let start = Learner::chosen(&all(&Learner::default(), self.choosing, 100), self.least);
        Table::write(Learner::rows(&all(&start, self.rounds, 200), self.cut))
    }
}
