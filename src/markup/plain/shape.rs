//! Where the paragraphs of a plain text end if there are no blank lines. It never looks at what the words mean.
//!
//! Text comes hard-wrapped, or with one paragraph on each line. Wrapped text shows in its line ends: many are inside a
//! sentence, with no full stop before and no capital after, which the ends of paragraphs never do. A quarter of all line
//! ends is far more than stray breaks give and far less than wrapping does (four in five).

use crate::markup::plain::furniture;
use crate::markup::plain::line::Line;

/// How a document sets its paragraphs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Shape {
    /// Hard-wrapped lines.
    Wrapped {
        /// The column that lines are filled to.
        column: usize,
        /// The indent that most of the document has; deeper means a new paragraph.
        base: usize,
        /// Whether no blank line or indent separates paragraphs, so that short last lines must.
        is_run_on: bool,
    },
    /// One paragraph on each line.
    Lines,
}

/// Lines longer than this are not wrapped by anybody.
const WIDEST: usize = 130;

/// A line that ends this many characters before the wrapping column is full: the next word did not fit.
const NEAR_ENOUGH: usize = 12;

impl Shape {
    /// Decides from the shape of all lines together.
    pub fn of(source: &str, lines: &[Line]) -> Shape {
        let is_furniture = |line: &&Line| {
            let text = line.text(source);
            furniture::end_mark(text)
                .or_else(|| furniture::top_line(text))
                .is_some()
        };
        let pairs: Vec<(&Line, &Line)> = lines
            .windows(2)
            .filter_map(|pair| match pair {
                [before, after] if is_pair(before, after) && ![before, after].iter().any(is_furniture) => {
                    Some((before, after))
                }
                _ => None,
            })
            .collect();
        let mut widths: Vec<usize> = pairs
            .iter()
            .map(|(before, _)| before.width)
            .filter(|&width| width <= WIDEST)
            .collect();
        widths.sort_unstable();
        let Some(&column) = widths.get(widths.len().saturating_sub(1) * 19 / 20) else {
            return Shape::Lines;
        };
        let inside = pairs
            .iter()
            .filter(|(before, after)| before.is_open(source) && !after.starts_upper(source))
            .count();
        if inside * 4 < pairs.len() {
            return Shape::Lines;
        }
        let prose = || lines.iter().filter(|line| !line.is_blank());
        let base = prose().map(|line| line.indent).min().unwrap_or(0);
        let has_indents = prose().any(|line| line.indent > base + 1);
        Shape::Wrapped {
            column,
            base,
            is_run_on: !has_indents
                && pairs.len() * 10 >= prose().count() * 8
                && longest_run(lines) * 10 >= prose().count() * 6,
        }
    }

    /// Whether a line reaches the wrapping column, near enough.
    pub fn is_filled_by(&self, line: &Line) -> bool {
        matches!(self, Shape::Wrapped { column, .. } if line.width + NEAR_ENOUGH > *column)
    }

    /// Whether a paragraph ends between two lines that follow each other.
    pub fn breaks(&self, source: &str, before: &Line, after: &Line) -> bool {
        if !is_pair(before, after) {
            return true;
        }
        match *self {
            Shape::Lines => !after.starts_lower(source),
            Shape::Wrapped {
                column,
                base,
                is_run_on,
            } => {
                let is_filled = before.width + 1 + after.first_word(source) > column;
                if after.indent > base + 1 && !before.is_item {
                    // A passage that is set off as a whole keeps its indent on every line, and a hanging one takes it
                    // up inside a sentence.
                    return !before.is_open(source)
                        || !(after.starts_lower(source) || is_filled && before.indent >= base + 2);
                }
                let is_short = before.width * 5 < column * 3;
                is_short && !before.is_open(source) && is_run_on && !after.starts_lower(source)
            }
        }
    }
}

/// Whether two lines could be in one paragraph at all.
fn is_pair(before: &Line, after: &Line) -> bool {
    !before.is_blank() && !after.is_blank() && before.in_quote == after.in_quote && !after.is_item
}

/// The most lines that follow each other without a blank one.
fn longest_run(lines: &[Line]) -> usize {
    lines
        .split(|line| line.is_blank())
        .map(<[Line]>::len)
        .max()
        .unwrap_or(0)
}
