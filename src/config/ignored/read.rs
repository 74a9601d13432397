//! Reads one ignore file, within bounds: it comes with the drafts. Where it finds something it cannot use, it says so and goes on.

use std::io;
use std::path::{Path, PathBuf};

use ignore::gitignore::{Gitignore, GitignoreBuilder};

use crate::config::exclude::{LONGEST, MOST};
use crate::config::inside::inside;
use crate::config::regular::read_regular;

/// Larger files are left aside, in bytes.
const MAX_SIZE: u64 = 1_000_000;

/// The patterns of an ignore file, counted from `folder`, and what is wrong with it; no patterns where it is not there. As with git,
/// lines that are no patterns are passed over.
pub(super) fn read(folder: &Path, file: &Path) -> (Option<Gitignore>, Vec<String>) {
    let bytes = match bytes_of(file) {
        Ok(bytes) => bytes,
        Err(error) if is_absent(&error) => return (None, Vec::new()),
        Err(error) => {
            let what = format!("cannot be read ({error})");
            return (None, vec![left_aside(file, &what)]);
        }
    };
    if bytes.len() as u64 > MAX_SIZE {
        return (None, vec![left_aside(file, "is larger than 1 MB")]);
    }
    let mut problems = Vec::new();
    let text = String::from_utf8_lossy(&bytes);
    let mut builder = GitignoreBuilder::new(folder);
    let mut patterns = 0;
    for (number, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        if line.starts_with('#') || line.trim().is_empty() {
            continue;
        }
        patterns += 1;
        if patterns > MOST {
            let what = format!("has more than {MOST} patterns; those after line {number} do not count");
            problems.push(format!("{}: {what}", file.display()));
            break;
        }
        if line.len() > LONGEST {
            let what = format!("the pattern is longer than {LONGEST} bytes and does not count");
            problems.push(format!("{}:{}: {what}", file.display(), number + 1));
            continue;
        }
        let _ = builder.add_line(None, line);
    }
    // Once is enough for a file.
    problems.truncate(1);
    match builder.build() {
        Ok(patterns) => (Some(patterns), problems),
        Err(_) => (None, vec![left_aside(file, "has patterns that are too large together")]),
    }
}

/// The same for a file of a repository: a link in it leads to another file in it, or is left aside.
pub(super) fn read_inside(folder: &Path, name: &str) -> (Option<Gitignore>, Vec<String>) {
    let file = folder.join(name);
    let is_link = file.symlink_metadata().is_ok_and(|metadata| metadata.is_symlink());
    let resolved = if is_link { file.canonicalize().ok() } else { None };
    match resolved.map(|resolved| inside("the ignore file", folder, &file, resolved)) {
        Some(Err(problem)) => (None, vec![problem]),
        _ => read(folder, &file),
    }
}

/// What git itself leaves out in the clone that `folder` is the top of.
pub(super) fn exclude_of_git(folder: &Path) -> Option<PathBuf> {
    let git = folder.join(".git");
    if git.is_dir() {
        return Some(git.join("info/exclude"));
    }
    // A worktree names the folder of its own, and that one the folder of all.
    let own = folder.join(named_in(&git)?.strip_prefix("gitdir:")?.trim());
    let of_all = named_in(&own.join("commondir")).map_or_else(|| own.clone(), |named| own.join(named.trim()));
    Some(of_all.join("info/exclude"))
}

fn named_in(file: &Path) -> Option<String> {
    const MAX_PATH: u64 = 10_000;
    String::from_utf8(read_regular(file, MAX_PATH).ok()?).ok()
}

fn bytes_of(file: &Path) -> io::Result<Vec<u8>> {
    read_regular(file, MAX_SIZE)
}

/// Whether there is no such file; one that a link leads to may be missing, too.
fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

fn left_aside(file: &Path, what: &str) -> String {
    format!(
        "{}: {what} and is left aside, so that what it names is read",
        file.display()
    )
}
