//! Where the actor file of a draft is: named by the configuration, or the nearest one upward. It reads no file.

use std::path::{Path, PathBuf};

use crate::config::discovery::Found;
use crate::config::problem::Problem;

/// What an actor file is called where no configuration names another.
pub const ACTOR_FILE_NAME: &str = "actors.toml";

/// The actor file for drafts in `folder`, an absolute path with its links resolved: the one that `found`, the
/// configuration of these drafts, names, or the nearest `actors.toml` upward, at most up to the folder that holds the
/// repository (`.git`). The path is returned with its links resolved.
///
/// # Errors
/// Where the file that the configuration names is not there, and where a file lies outside the repository, or without one
/// outside the folder it was found in.
pub fn locate(folder: &Path, found: Option<&Found>) -> Result<Option<PathBuf>, Problem> {
    match found.and_then(|found| Some((found, found.options.actors.as_deref()?))) {
        Some((found, named)) => locate_beside(&found.path, named, found.options.actors_line).map(Some),
        None => discover(folder),
    }
}

/// The actor file that the configuration `file` names as `named` in its line `line`.
fn locate_beside(file: &Path, named: &str, line: usize) -> Result<PathBuf, Problem> {
    let wrong = |message: String| Problem {
        line,
        key: "actors".to_owned(),
        message,
        is_error: true,
    };
    let file = file.canonicalize().unwrap_or_else(|_| file.to_owned());
    let folder = file.parent().unwrap_or(Path::new("/"));
    let path = folder.join(named);
    let resolved = path
        .canonicalize()
        .map_err(|error| wrong(format!("the actor file {} cannot be read: {error}", path.display())))?;
    check_inside(&root_of(folder), &path, resolved).map_err(wrong)
}

fn discover(folder: &Path) -> Result<Option<PathBuf>, Problem> {
    for folder in folder.ancestors() {
        let candidate = folder.join(ACTOR_FILE_NAME);
        if candidate.is_file() {
            let resolved = candidate.canonicalize().unwrap_or_else(|_| candidate.clone());
            return check_inside(&root_of(folder), &candidate, resolved)
                .map(Some)
                .map_err(|message| Problem {
                    line: 0,
                    key: String::new(),
                    message,
                    is_error: true,
                });
        }
        if folder.join(".git").exists() {
            return Ok(None);
        }
    }
    Ok(None)
}

/// The folder that holds the repository in which `folder` lies, else `folder` itself.
fn root_of(folder: &Path) -> PathBuf {
    let root = folder
        .ancestors()
        .find(|folder| folder.join(".git").exists())
        .unwrap_or(folder);
    root.canonicalize().unwrap_or_else(|_| root.to_owned())
}

fn check_inside(root: &Path, path: &Path, resolved: PathBuf) -> Result<PathBuf, String> {
    if resolved.starts_with(root) {
        return Ok(resolved);
    }
    Err(format!(
        "the actor file {} leads out of {}; copydesk reads actor files inside it only",
        path.display(),
        root.display()
    ))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::config::Options;

    fn found(file: &Path, text: &str) -> Found {
        fs::write(file, text).unwrap();
        let (options, problems) = Options::read(text);
        assert_eq!(problems, []);
        Found {
            path: file.to_owned(),
            options,
            problems,
        }
    }

    #[test]
    fn the_nearest_file_counts_and_the_repository_is_the_limit() {
        let desk = tempfile::tempdir().unwrap();
        let root = desk.path().canonicalize().unwrap();
        let news = root.join("repository/news");
        fs::create_dir_all(&news).unwrap();
        fs::write(root.join(ACTOR_FILE_NAME), "").unwrap();
        assert_eq!(locate(&news, None), Ok(Some(root.join(ACTOR_FILE_NAME))));
        fs::create_dir(root.join("repository/.git")).unwrap();
        assert_eq!(locate(&news, None), Ok(None));
        fs::write(root.join("repository").join(ACTOR_FILE_NAME), "").unwrap();
        assert_eq!(
            locate(&news, None),
            Ok(Some(root.join("repository").join(ACTOR_FILE_NAME)))
        );
    }

    #[test]
    fn a_configuration_names_a_file_inside_the_repository_only() {
        let desk = tempfile::tempdir().unwrap();
        let root = desk.path().canonicalize().unwrap();
        let news = root.join("repository/news");
        fs::create_dir_all(&news).unwrap();
        fs::write(root.join("who.toml"), "").unwrap();
        fs::write(root.join("repository/who.toml"), "").unwrap();
        let file = news.join("copydesk.toml");
        // Without a repository the folder of the configuration is the limit.
        let above = locate(&news, Some(&found(&file, "actors = \"../who.toml\"\n"))).unwrap_err();
        assert!(above.message.contains("leads out of"), "{}", above.message);
        assert_eq!((above.line, above.key.as_str()), (1, "actors"));
        fs::create_dir(root.join("repository/.git")).unwrap();
        let named = locate(&news, Some(&found(&file, "actors = \"../who.toml\"\n")));
        assert_eq!(named, Ok(Some(root.join("repository/who.toml"))));
        let outside = format!("actors = \"{}\"\n", root.join("who.toml").display());
        assert!(locate(&news, Some(&found(&file, &outside))).is_err());
        let missing = locate(&news, Some(&found(&file, "actors = \"nobody.toml\"\n"))).unwrap_err();
        assert!(missing.message.contains("cannot be read"), "{}", missing.message);
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
        assert!(locate(&news, None).unwrap_err().message.contains("leads out of"));
        let file = news.join("copydesk.toml");
        assert!(locate(&news, Some(&found(&file, "actors = \"actors.toml\"\n"))).is_err());
    }
}
