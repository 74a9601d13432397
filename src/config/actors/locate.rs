//! Where the actor file of a draft is: named by the configuration, or the nearest one upward. It reads no file.

use std::path::{Path, PathBuf};

use crate::config::inside::inside;
use crate::config::problem::{ConfigError, Problem};

/// What an actor file is called where no configuration names another.
pub const ACTOR_FILE_NAME: &str = "actors.toml";

/// The key `actors` of a configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActorsKey {
    /// The configuration file.
    pub file: PathBuf,
    /// The path it names, counted from its folder.
    pub named: String,
    /// The line of the key, from 1.
    pub line: usize,
}

/// The actor file for drafts in `folder`, an absolute path with its links resolved: the one that their configuration
/// names, or the nearest `actors.toml` upward, at most up to the folder that holds the repository (`.git`). The path is
/// returned with its links resolved.
///
/// # Errors
/// Where the file that the configuration names is not there, and where a file lies outside the repository, or without one
/// outside the folder it was found in.
pub fn locate(folder: &Path, key: Option<&ActorsKey>) -> Result<Option<PathBuf>, ConfigError> {
    match key {
        Some(key) => named(key).map(Some).map_err(|message| ConfigError::Invalid {
            path: key.file.clone(),
            problem: Problem {
                line: key.line,
                key: "actors".to_owned(),
                message,
                is_error: true,
            },
        }),
        None => discover(folder).map_err(ConfigError::Outside),
    }
}

fn named(key: &ActorsKey) -> Result<PathBuf, String> {
    let file = key.file.canonicalize().unwrap_or_else(|_| key.file.clone());
    let folder = file.parent().unwrap_or(Path::new("/"));
    let path = folder.join(&key.named);
    let resolved = path
        .canonicalize()
        .map_err(|error| format!("the actor file {} cannot be read: {error}", path.display()))?;
    inside("the actor file", folder, &path, resolved)
}

fn discover(folder: &Path) -> Result<Option<PathBuf>, String> {
    for folder in folder.ancestors() {
        let candidate = folder.join(ACTOR_FILE_NAME);
        if candidate.is_file() {
            let resolved = candidate.canonicalize().unwrap_or_else(|_| candidate.clone());
            return inside("the actor file", folder, &candidate, resolved).map(Some);
        }
        if folder.join(".git").exists() {
            return Ok(None);
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn at(folder: &Path, named: Option<&str>) -> Result<Option<PathBuf>, String> {
        let key = named.map(|named| ActorsKey {
            file: folder.join("copydesk.toml"),
            named: named.to_owned(),
            line: 7,
        });
        locate(folder, key.as_ref()).map_err(|error| error.to_string())
    }

    #[test]
    fn the_nearest_file_counts_and_the_repository_is_the_limit() {
        let desk = tempfile::tempdir().unwrap();
        let root = desk.path().canonicalize().unwrap();
        let news = root.join("repository/news");
        fs::create_dir_all(&news).unwrap();
        fs::write(root.join(ACTOR_FILE_NAME), "").unwrap();
        assert_eq!(at(&news, None), Ok(Some(root.join(ACTOR_FILE_NAME))));
        fs::create_dir(root.join("repository/.git")).unwrap();
        assert_eq!(at(&news, None), Ok(None));
        fs::write(root.join("repository").join(ACTOR_FILE_NAME), "").unwrap();
        assert_eq!(at(&news, None), Ok(Some(root.join("repository").join(ACTOR_FILE_NAME))));
    }

    #[test]
    fn a_configuration_names_a_file_inside_the_repository_only() {
        let desk = tempfile::tempdir().unwrap();
        let root = desk.path().canonicalize().unwrap();
        let news = root.join("repository/news");
        fs::create_dir_all(&news).unwrap();
        fs::write(root.join("who.toml"), "").unwrap();
        fs::write(root.join("repository/who.toml"), "").unwrap();
        // Without a repository the folder of the configuration is the limit.
        let above = at(&news, Some("../who.toml")).unwrap_err();
        assert!(above.contains("copydesk.toml:7: the actor file "), "{above}");
        assert!(above.contains("leads out of"), "{above}");
        fs::create_dir(root.join("repository/.git")).unwrap();
        assert_eq!(
            at(&news, Some("../who.toml")),
            Ok(Some(root.join("repository/who.toml")))
        );
        assert!(at(&news, Some(root.join("who.toml").to_str().unwrap())).is_err());
        let missing = at(&news, Some("nobody.toml")).unwrap_err();
        assert!(missing.contains("cannot be read"), "{missing}");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_does_not_lead_out() {
        let desk = tempfile::tempdir().unwrap();
        let root = desk.path().canonicalize().unwrap();
        let news = root.join("news");
        fs::create_dir_all(&news).unwrap();
        fs::write(root.join("secret.toml"), "").unwrap();
        std::os::unix::fs::symlink(root.join("secret.toml"), news.join(ACTOR_FILE_NAME)).unwrap();
        assert!(at(&news, None).unwrap_err().contains("leads out of"));
        assert!(at(&news, Some("actors.toml")).is_err());
    }
}
