//! What has been read of one portion of an actor file, and what is wrong with it. It understands no key.

use toml::Spanned;
use toml::de::DeValue;

use crate::analysis::register::Entry;
use crate::config::problem::Problem;

/// More mistakes than these are counted and not reported one by one.
pub(super) const MOST_PROBLEMS: usize = 100;

/// What one portion says. Lines count from the start of the portion, from 1.
pub(super) struct Portion {
    pub entries: Vec<Entry>,
    /// The first [`MOST_PROBLEMS`] mistakes.
    pub problems: Vec<Problem>,
    /// How many more there are.
    pub unlisted: usize,
    /// How many line breaks it has.
    pub line_breaks: usize,
    /// Whether it is not TOML.
    pub is_broken: bool,
}

/// What has been read of one portion.
pub(super) struct EntryReader {
    line_starts: Vec<usize>,
    /// The entries without mistakes.
    pub entries: Vec<Entry>,
    problems: Vec<Problem>,
    unlisted: usize,
    /// Whether it is not TOML.
    pub is_broken: bool,
}

/// A value with its place.
pub(super) type Value<'a, 'i> = &'a Spanned<DeValue<'i>>;

impl EntryReader {
    /// Nothing is read of `text` yet.
    pub(super) fn of(text: &str) -> Self {
        Self {
            line_starts: line_starts(text),
            entries: Vec::new(),
            problems: Vec::new(),
            unlisted: 0,
            is_broken: false,
        }
    }

    /// What was read.
    pub(super) fn finish(self) -> Portion {
        Portion {
            line_breaks: self.line_starts.len() - 1,
            entries: self.entries,
            problems: self.problems,
            unlisted: self.unlisted,
            is_broken: self.is_broken,
        }
    }

    /// The line of an offset, from 1.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= offset)
    }

    /// Notes a mistake, or only counts it if there are too many.
    pub(super) fn tell(&mut self, line: usize, key: &str, message: String, is_error: bool) {
        if self.problems.len() >= MOST_PROBLEMS {
            self.unlisted += usize::from(is_error);
            return;
        }
        self.problems.push(Problem {
            line,
            key: key.to_owned(),
            message,
            is_error,
        });
    }

    /// Notes that a value is not what its key wants.
    pub(super) fn wrong(&mut self, key: &str, value: Value<'_, '_>, wanted: &str) {
        let line = self.line(value.span().start);
        self.tell(line, key, format!("“{key}” must be {wanted}"), true);
    }

    /// How many mistakes there are so far, reported or not.
    pub(super) fn errors(&self) -> (usize, usize) {
        (
            self.problems.iter().filter(|problem| problem.is_error).count(),
            self.unlisted,
        )
    }
}

fn line_starts(text: &str) -> Vec<usize> {
    let breaks = text.match_indices('\n');
    std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect()
}
