//! Whether a file that a configuration names is inside the repository, links resolved: what comes with the drafts reaches
//! nothing else. It reads no file.

use std::path::{Path, PathBuf};

/// The resolved path, if it is inside the repository that `folder` is in; else what is wrong with it.
pub fn inside(what: &str, folder: &Path, path: &Path, resolved: PathBuf) -> Result<PathBuf, String> {
    let root = root_of(folder);
    if resolved.starts_with(&root) {
        return Ok(resolved);
    }
    Err(format!(
        "{what} {} leads out of {}; copydesk reads such files inside it only",
        path.display(),
        root.display()
    ))
}

/// The folder of the repository that `folder` is in, else `folder` itself; its links are resolved.
pub fn root_of(folder: &Path) -> PathBuf {
    let root = folder
        .ancestors()
        .find(|folder| folder.join(".git").exists())
        .unwrap_or(folder);
    root.canonicalize().unwrap_or_else(|_| root.to_owned())
}
