//! Reads an actor file from the disk, or says why it cannot be read. It looks for none.

use std::io;
use std::path::{Path, PathBuf};

use crate::analysis::register::{Entry, Register};
use crate::config::actors::conflicts::conflicts;
use crate::config::actors::read::read;
use crate::config::problem::{ConfigError, Problem};
use crate::config::regular::read_regular;

/// Larger files are refused, in bytes. Fifty thousand entries with every key and two titles stay below it.
pub const MAX_ACTOR_FILE: u64 = 30_000_000;

/// An actor file that was read.
#[derive(Clone, Debug)]
pub struct ActorFile {
    /// The file.
    pub path: PathBuf,
    /// Its entries; those with mistakes are left out.
    pub register: Register,
    /// What is wrong with it, in the order of the file.
    pub problems: Vec<Problem>,
}

impl ActorFile {
    /// The first mistake that makes the file unfit for use. Warnings do not.
    #[must_use]
    pub fn first_error(&self) -> Option<&Problem> {
        self.problems.iter().find(|problem| problem.is_error)
    }
}

/// What is wrong with the text of an actor file, in the order of the text.
#[must_use]
pub fn check_actors(text: &str) -> Vec<Problem> {
    let (entries, problems) = read(text);
    registered(entries, problems).1
}

/// Reads an actor file. Mistakes in it are among the problems; only a file that cannot be read is an error.
///
/// # Errors
/// If the file cannot be read, is not a file or is larger than [`MAX_ACTOR_FILE`].
pub fn load_actors(path: &Path) -> Result<ActorFile, ConfigError> {
    let bytes = bytes_of(path).map_err(|source| ConfigError::Actors {
        path: path.to_owned(),
        source,
    })?;
    let (entries, problems) = match std::str::from_utf8(&bytes) {
        Ok(text) => read(text),
        Err(error) => (Vec::new(), vec![not_utf8(&bytes, error.valid_up_to())]),
    };
    // The text is as large as what was made from it, and is no longer needed.
    drop(bytes);
    let (register, problems) = registered(entries, problems);
    Ok(ActorFile {
        path: path.to_owned(),
        register,
        problems,
    })
}

fn registered(entries: Vec<Entry>, mut problems: Vec<Problem>) -> (Register, Vec<Problem>) {
    let register = Register::new(entries);
    problems.extend(conflicts(&register));
    problems.sort_by_key(|problem| problem.line);
    (register, problems)
}

/// The text of an actor file.
///
/// # Errors
/// As [`load_actors`], and where it is not UTF-8.
pub fn actor_file_text(path: &Path) -> Result<String, ConfigError> {
    let text = bytes_of(path).and_then(|bytes| String::from_utf8(bytes).map_err(io::Error::other));
    text.map_err(|source| ConfigError::Actors {
        path: path.to_owned(),
        source,
    })
}

fn bytes_of(path: &Path) -> io::Result<Vec<u8>> {
    let bytes = read_regular(path, MAX_ACTOR_FILE)?;
    if bytes.len() as u64 > MAX_ACTOR_FILE {
        return Err(io::Error::other(
            "it is larger than 30 MB; split what is not news from it",
        ));
    }
    Ok(bytes)
}

fn not_utf8(bytes: &[u8], offset: usize) -> Problem {
    let line = 1 + bytes.iter().take(offset).filter(|&&byte| byte == b'\n').count();
    Problem {
        line,
        key: String::new(),
        message: format!(
            "this is not valid UTF-8 (byte {offset}); save the file as UTF-8 (`iconv -f WINDOWS-1252 -t UTF-8` often does it)"
        ),
        is_error: true,
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::config::actors::ACTOR_FILE_NAME;

    fn load(bytes: &[u8]) -> Result<ActorFile, ConfigError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(ACTOR_FILE_NAME);
        fs::write(&path, bytes).unwrap();
        load_actors(&path)
    }

    #[test]
    fn text_in_another_encoding_is_one_error_with_its_line() {
        let file = load(b"[[actor]]\nname = \"Andr\xe9 Weil\"\n").unwrap();
        let [problem] = file.problems.as_slice() else {
            panic!("{:?}", file.problems)
        };
        assert_eq!((problem.line, problem.is_error), (2, true));
        assert!(problem.message.contains("UTF-8 (byte 22)"), "{}", problem.message);
    }

    #[test]
    fn a_file_that_is_too_large_or_none_is_refused() {
        let error = load(&vec![b'#'; usize::try_from(MAX_ACTOR_FILE).unwrap() + 1]).unwrap_err();
        assert!(error.to_string().contains("larger than 30 MB"), "{error}");
        let folder = tempfile::tempdir().unwrap();
        assert!(
            load_actors(folder.path())
                .unwrap_err()
                .to_string()
                .contains("not a file")
        );
        assert!(load_actors(&folder.path().join("none.toml")).is_err());
    }
}
