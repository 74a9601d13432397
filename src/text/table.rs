//! Reads the word lists and other tables that are built into the program. It reads no file at run time.
//!
//! A table is lines of fields parted by tabs. Empty lines and lines that begin with `#` are comments.

/// The lines of a table without comments, in order.
pub fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
}

/// The rows of a table of `N` columns, in order. A row with fewer or more fields is left out: a test finds it, see
/// [`malformed`].
pub fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    lines(table).filter_map(fields)
}

/// The rows of a table that do not have `N` fields.
pub fn malformed<const N: usize>(table: &'static str) -> impl Iterator<Item = &'static str> {
    lines(table).filter(|line| fields::<N>(line).is_none())
}

fn fields<const N: usize>(line: &'static str) -> Option<[&'static str; N]> {
    let fields: Vec<&str> = line.split('\t').collect();
    fields.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "# word\tkind\nsay\tspeech\n\nthink\nwrite\twriting\n";

    #[test]
    fn comments_are_no_rows_and_a_short_row_is_found() {
        assert_eq!(lines(TABLE).count(), 3);
        let rows: Vec<[&str; 2]> = rows(TABLE).collect();
        assert_eq!(rows, [["say", "speech"], ["write", "writing"]]);
        assert_eq!(malformed::<2>(TABLE).collect::<Vec<_>>(), ["think"]);
    }
}
