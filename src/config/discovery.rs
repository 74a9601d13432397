//! Finding and reading the configuration of a draft. It reads only `copydesk.toml`.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::config::options::Options;
use crate::config::problem::{ConfigError, Problem};

/// What a configuration file is called.
pub const FILE_NAME: &str = "copydesk.toml";

/// Larger files are refused: no newsroom writes a configuration of a megabyte.
const MAX_SIZE: u64 = 1_000_000;

/// A configuration file that was read.
#[derive(Clone, Debug)]
pub struct Found {
    /// The file.
    pub path: PathBuf,
    /// What it says.
    pub options: Options,
    /// What is wrong with it, in the order of the file.
    pub problems: Vec<Problem>,
}

/// The configuration for drafts in `folder` (an absolute path): the nearest one upward, at most up to the folder that
/// holds the repository (`.git`).
#[must_use]
pub fn discover(folder: &Path) -> Option<PathBuf> {
    for folder in folder.ancestors() {
        let candidate = folder.join(FILE_NAME);
        if candidate.is_file() {
            return Some(candidate);
        }
        if folder.join(".git").exists() {
            return None;
        }
    }
    None
}

/// Reads a configuration file. Mistakes in it are among the problems; only a file that cannot be read is an error.
pub fn load(path: &Path) -> Result<Found, ConfigError> {
    let text = read(path).map_err(|source| ConfigError::Read {
        path: path.to_owned(),
        source,
    })?;
    let (options, problems) = Options::read(&text);
    Ok(Found {
        path: path.to_owned(),
        options,
        problems,
    })
}

fn read(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    // A device or a pipe of that name could be read for ever.
    if !path.metadata()?.is_file() {
        return Err(io::Error::other("it is not a file"));
    }
    File::open(path)?.take(MAX_SIZE + 1).read_to_string(&mut text)?;
    if text.len() as u64 > MAX_SIZE {
        return Err(io::Error::other("it is larger than 1 MB"));
    }
    // A byte order mark is not TOML, but some editors write one.
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_nearest_configuration_counts_and_the_repository_is_the_limit() {
        let desk = tempfile::tempdir().unwrap();
        let repository = desk.path().join("repository");
        let news = repository.join("news");
        fs::create_dir_all(news.join("sport")).unwrap();
        fs::write(desk.path().join(FILE_NAME), "").unwrap();
        assert_eq!(discover(&news), Some(desk.path().join(FILE_NAME)));
        fs::create_dir(repository.join(".git")).unwrap();
        assert_eq!(discover(&news), None);
        fs::write(repository.join(FILE_NAME), "").unwrap();
        fs::write(news.join(FILE_NAME), "").unwrap();
        assert_eq!(discover(&news.join("sport")), Some(news.join(FILE_NAME)));
        assert_eq!(discover(&repository), Some(repository.join(FILE_NAME)));
    }

    #[test]
    fn a_file_that_is_not_there_is_an_error_with_its_path() {
        let error = load(Path::new("/nowhere/copydesk.toml")).unwrap_err().to_string();
        assert!(error.starts_with("/nowhere/copydesk.toml: "), "{error}");
    }
}
