//! The text of an actor file as entries, every mistake reported with its line and key. It opens no file.

use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap};
use smol_str::SmolStr;

use crate::analysis::register::Entry;
use crate::config::actors::entries::read_portion;
use crate::config::actors::portions;
use crate::config::actors::reader::{MOST_PROBLEMS, Portion};
use crate::config::problem::Problem;

/// Reads the text of an actor file. Entries that can be used are returned, all mistakes reported; that two entries
/// claim one name is not looked at here. Linear in the text, which is read on all cores.
#[must_use]
pub fn read(text: &str) -> (Vec<Entry>, Vec<Problem>) {
    // A byte order mark is not TOML, but some editors write one. A blank in its place keeps the lines.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let starts = portions::likely_starts(text);
    let mut file = read_portions(text, &starts);
    if file.is_broken && starts.len() > 1 {
        // A line in a long string may look like the start of an entry: mistakes are reported from the sure cuts.
        file = read_portions(text, &portions::starts(text));
    }
    for problem in duplicate_ids(&file.entries) {
        file.mistakes.add(problem);
    }
    file.entries.shrink_to_fit();
    (file.entries, file.mistakes.all())
}

/// How many portions are read at a time: enough for all cores, and few enough to need little memory.
const AT_A_TIME: usize = 24;

fn read_portions(text: &str, starts: &[usize]) -> FileSoFar {
    let portion = |at: usize| {
        let start = starts.get(at).copied().unwrap_or(text.len());
        let end = starts.get(at + 1).copied().unwrap_or(text.len());
        read_portion(text.get(start..end).unwrap_or(""))
    };
    let mut file = FileSoFar::default();
    for first in (0..starts.len()).step_by(AT_A_TIME) {
        let several = first..starts.len().min(first + AT_A_TIME);
        let portions: Vec<Portion> = several.into_par_iter().map(portion).collect();
        portions.into_iter().for_each(|portion| file.add(portion));
    }
    file
}

/// The portions read so far, lines counted through the file.
#[derive(Default)]
struct FileSoFar {
    entries: Vec<Entry>,
    mistakes: Mistakes,
    line_breaks: usize,
    is_broken: bool,
}

impl FileSoFar {
    fn add(&mut self, portion: Portion) {
        let before = self.line_breaks;
        self.entries.extend(portion.entries.into_iter().map(|entry| Entry {
            line: entry.line + before,
            ..entry
        }));
        for problem in portion.problems {
            self.mistakes.add(Problem {
                line: problem.line + before,
                ..problem
            });
        }
        self.mistakes.unlisted += portion.unlisted;
        self.line_breaks += portion.line_breaks;
        self.is_broken |= portion.is_broken;
    }
}

/// The mistakes that are reported, and how many are not.
#[derive(Default)]
struct Mistakes {
    problems: Vec<Problem>,
    unlisted: usize,
}

impl Mistakes {
    fn add(&mut self, problem: Problem) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(problem);
        } else {
            self.unlisted += usize::from(problem.is_error);
        }
    }

    fn all(mut self) -> Vec<Problem> {
        if self.unlisted > 0 {
            self.problems.push(Problem {
                line: self.problems.last().map_or(1, |problem| problem.line),
                key: String::new(),
                message: format!("{} more mistakes are not shown", self.unlisted),
                is_error: true,
            });
        }
        self.problems
    }
}

fn duplicate_ids(entries: &[Entry]) -> Vec<Problem> {
    let mut first: FxHashMap<&SmolStr, usize> = FxHashMap::with_capacity_and_hasher(entries.len(), FxBuildHasher);
    let mut twice = Vec::new();
    for entry in entries {
        match first.get(&entry.id) {
            Some(before) => twice.push(Problem {
                line: entry.line,
                key: "actor.id".to_owned(),
                message: format!(
                    "the id “{}” is taken by the entry in line {before}; give one of them another “id”",
                    entry.id
                ),
                is_error: true,
            }),
            None => {
                first.insert(&entry.id, entry.line);
            }
        }
    }
    twice
}
