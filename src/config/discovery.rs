//! Finding and reading the configuration of a draft. It reads only `copydesk.toml`.

use std::io;
use std::path::{Path, PathBuf};

use crate::config::inside::inside;
use crate::config::options::Options;
use crate::config::problem::{ConfigError, Problem};
use crate::config::regular::read_regular;

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
    /// The configuration that it extends.
    pub base: Option<Box<Found>>,
}

/// A configuration that extends one that extends one … ends somewhere.
const MAX_DEPTH: usize = 8;

/// The configuration for drafts in `folder` (an absolute path): the nearest one upward, at most up to the folder that
/// holds the repository (`.git`).
///
/// # Errors
/// Where it is a link that leads out of the repository, or without one out of the folder it was found in: it came with the drafts.
pub fn discover(folder: &Path) -> Result<Option<PathBuf>, ConfigError> {
    for folder in folder.ancestors() {
        let candidate = folder.join(FILE_NAME);
        if candidate.is_file() {
            let resolved = candidate.canonicalize().unwrap_or_else(|_| candidate.clone());
            return match inside("the configuration", folder, &candidate, resolved) {
                Ok(_) => Ok(Some(candidate)),
                Err(message) => Err(ConfigError::Outside(format!(
                    "{message}; put a copy in its place, or name it with `--config`"
                ))),
            };
        }
        if folder.join(".git").exists() {
            return Ok(None);
        }
    }
    Ok(None)
}

/// Reads a configuration file and those that it extends. Mistakes are among the problems; only a file that cannot be read is
/// an error.
pub fn load(path: &Path) -> Result<Found, ConfigError> {
    load_below(path, &[])
}

/// Reads a configuration that these extend, the outermost first.
fn load_below(path: &Path, above: &[PathBuf]) -> Result<Found, ConfigError> {
    let text = read(path).map_err(|source| ConfigError::Read {
        path: path.to_owned(),
        source,
    })?;
    let (options, mut problems) = Options::read(&text);
    let base = match &options.extend {
        None => None,
        Some((line, extended)) => match base(path, extended, above) {
            Ok(base) => Some(base),
            Err(message) => {
                problems.push(problem(*line, message));
                None
            }
        },
    };
    // What is wrong with the other file is told where it is named, with its place there.
    if let (Some(base), Some((line, _))) = (&base, &options.extend) {
        problems.extend(base.problems.iter().map(|found| Problem {
            is_error: found.is_error,
            ..problem(
                *line,
                format!("{}:{}: {}", base.path.display(), found.line, found.message),
            )
        }));
    }
    Ok(Found {
        path: path.to_owned(),
        options,
        problems,
        base: base.map(Box::new),
    })
}

fn problem(line: usize, message: String) -> Problem {
    Problem {
        line,
        key: "extend".to_owned(),
        message,
        is_error: true,
    }
}

/// The configuration that one extends, inside the repository only.
fn base(path: &Path, extended: &str, above: &[PathBuf]) -> Result<Found, String> {
    if above.len() >= MAX_DEPTH {
        return Err(format!("“extend” goes on for more than {MAX_DEPTH} files"));
    }
    let file = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let folder = file.parent().unwrap_or(Path::new("/"));
    let named = folder.join(extended);
    let resolved = named
        .canonicalize()
        .map_err(|error| format!("the configuration {} cannot be read: {error}", named.display()))?;
    let resolved = inside("the configuration", folder, &named, resolved)?;
    let above: Vec<PathBuf> = above.iter().cloned().chain([file.clone()]).collect();
    if above.contains(&resolved) {
        return Err(format!("“extend” goes in a circle, back to {}", resolved.display()));
    }
    load_below(&resolved, &above).map_err(|error| error.to_string())
}

/// The text of a configuration file, to the letter. What is no file, or larger than any configuration, is an error.
pub fn config_file_text(path: &Path) -> io::Result<String> {
    let bytes = read_regular(path, MAX_SIZE)?;
    if bytes.len() as u64 > MAX_SIZE {
        return Err(io::Error::other(
            "it is larger than 1 MB; move what is not configuration out of it",
        ));
    }
    String::from_utf8(bytes).map_err(|_| io::Error::other("it is not valid UTF-8; save it as UTF-8"))
}

fn read(path: &Path) -> io::Result<String> {
    let text = config_file_text(path)?;
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
        let discover = |folder: &Path| discover(folder).unwrap();
        assert_eq!(discover(&news), Some(desk.path().join(FILE_NAME)));
        fs::create_dir(repository.join(".git")).unwrap();
        assert_eq!(discover(&news), None);
        fs::write(repository.join(FILE_NAME), "").unwrap();
        fs::write(news.join(FILE_NAME), "").unwrap();
        assert_eq!(discover(&news.join("sport")), Some(news.join(FILE_NAME)));
        assert_eq!(discover(&repository), Some(repository.join(FILE_NAME)));
    }

    #[test]
    fn a_circle_is_told_once_and_a_long_way_is_told_too() {
        let desk = tempfile::tempdir().unwrap();
        let file = |name: &str| desk.path().join(name);
        let extend = |name: &str, base: &str| fs::write(file(name), format!("extend = \"{base}\"\n")).unwrap();
        let told = |name: &str| {
            let problems = load(&file(name)).unwrap().problems;
            let [problem] = problems.as_slice() else {
                panic!("{problems:?}")
            };
            problem.message.clone()
        };
        fs::create_dir(file(".git")).unwrap();
        extend("a.toml", "b.toml");
        extend("b.toml", "c.toml");
        extend("c.toml", "a.toml");
        let circle = told("a.toml");
        assert!(circle.ends_with("a.toml"), "{circle}");
        assert_eq!(circle.matches("circle").count(), 1, "{circle}");
        assert_eq!(circle.matches("a.toml").count(), 1, "{circle}");
        extend("own.toml", "own.toml");
        assert!(told("own.toml").starts_with("“extend” goes in a circle"));
        for number in 0..20 {
            extend(&format!("{number}.toml"), &format!("{}.toml", number + 1));
        }
        assert!(told("0.toml").contains("more than 8 files"));
    }

    #[test]
    fn a_file_that_is_not_there_is_an_error_with_its_path() {
        let error = load(Path::new("/nowhere/copydesk.toml")).unwrap_err().to_string();
        assert!(error.starts_with("/nowhere/copydesk.toml: "), "{error}");
    }
}
