//! Rows, columns and cells. Nothing is worked out here.

/// A row: one cell for each column of its table, in their order.
pub type Row = Vec<Cell>;

/// What is in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing is known.
    Empty,
    /// Words.
    Text(String),
    /// A number of things, or an offset.
    Count(u64),
    /// A number from 0 to 1.
    Share(f64),
    /// Yes or no.
    Flag(bool),
}

impl Cell {
    /// About how many bytes it takes in memory.
    pub fn size(&self) -> usize {
        let text = match self {
            Cell::Text(text) => text.capacity(),
            _ => 0,
        };
        size_of::<Self>() + text
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Cell::Text(text.to_owned())
    }
}

impl From<Option<&str>> for Cell {
    fn from(text: Option<&str>) -> Self {
        text.map_or(Cell::Empty, Cell::from)
    }
}

impl From<usize> for Cell {
    fn from(count: usize) -> Self {
        Cell::Count(count as u64)
    }
}

/// What the cells of a column hold, where they are not empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellKind {
    /// [`Cell::Text`].
    Text,
    /// [`Cell::Count`].
    Count,
    /// [`Cell::Share`].
    Share,
    /// [`Cell::Flag`].
    Flag,
}

/// A column of a table.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What its cells hold.
    #[cfg_attr(not(feature = "parquet"), allow(dead_code, reason = "only Parquet has types"))]
    pub kind: CellKind,
}
