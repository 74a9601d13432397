//! Lists of drafts (`--files-from`): names apart by NUL or by lines. A name is a name, whatever it begins with.

use std::io::Read;
use std::path::{Path, PathBuf};

use crate::cli::error::CliError;
use crate::cli::input;
use crate::history::path_of;

/// Longer lists are refused: nobody has that many drafts.
const MAX_SIZE: u64 = 500_000_000;

/// The names in a file, or on standard input.
pub fn read(list: &Path) -> Result<Vec<PathBuf>, CliError> {
    let mut bytes = Vec::new();
    if input::is_stdin(list) {
        let source = std::io::stdin().lock();
        source.take(MAX_SIZE).read_to_end(&mut bytes).map_err(CliError::Stdin)?;
    } else {
        let failed = |source| CliError::Read {
            path: list.to_owned(),
            source,
        };
        let file = std::fs::File::open(list).map_err(failed)?;
        file.take(MAX_SIZE).read_to_end(&mut bytes).map_err(failed)?;
    }
    Ok(names(&bytes))
}

/// A list with a NUL in it is one of names that end with NUL (`git diff -z`, `find -print0`): there, a line end belongs to
/// the name.
fn names(bytes: &[u8]) -> Vec<PathBuf> {
    let end = if bytes.contains(&0) { 0 } else { b'\n' };
    bytes
        .split(|&byte| byte == end)
        .map(|name| match end {
            0 => name,
            _ => name.strip_suffix(b"\r").unwrap_or(name),
        })
        .filter(|name| !name.is_empty())
        // What looks like standard input is a file here.
        .map(|name| {
            if name == b"-" {
                PathBuf::from("./-")
            } else {
                path_of(name)
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end_with_nul_or_with_the_line() {
        let list = |text: &str| names(text.as_bytes());
        assert_eq!(list("a.md\nb c.md\r\n\n"), ["a.md", "b c.md"].map(PathBuf::from));
        assert_eq!(
            list("a\nb.md\0--fix\0-\0"),
            ["a\nb.md", "--fix", "./-"].map(PathBuf::from)
        );
        assert_eq!(list(""), Vec::<PathBuf>::new());
    }
}
