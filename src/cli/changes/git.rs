//! What git knows of changes. Git is asked with nothing of the repository's own that could run: no hooks, no external
//! diffs, no conversions.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::cli::changes::quoted::path_of;
use crate::cli::error::CliError;

/// A repository that was asked from the current folder.
pub struct Repository {
    /// Its top folder.
    pub top: PathBuf,
}

impl Repository {
    /// The repository that the current folder is in.
    pub fn here() -> Result<Self, CliError> {
        let top = ask(Path::new("."), &["rev-parse", "--show-toplevel"])?;
        let top = top.strip_suffix(b"\n").unwrap_or(&top);
        Ok(Self { top: path_of(top) })
    }

    /// The commit where this history and that of `revision` part.
    pub fn base(&self, revision: &str) -> Result<String, CliError> {
        let commit = format!("{revision}^{{commit}}");
        let unknown = |_| {
            CliError::Git(format!(
                "git knows no revision “{revision}” here; in CI, fetch enough of the history (`git fetch --unshallow`)"
            ))
        };
        let commit = ask(
            &self.top,
            &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit],
        )
        .map_err(unknown)?;
        let commit = line_of(&commit);
        let apart = |_| {
            CliError::Git(format!(
                "“{revision}” and HEAD have no common history here; in CI, fetch enough of it (`git fetch --unshallow`)"
            ))
        };
        let base = ask(&self.top, &["merge-base", &commit, "HEAD"]).map_err(apart)?;
        Ok(line_of(&base))
    }

    /// Files that differ from a commit in what is there now, committed or not, by their new names.
    pub fn changed(&self, base: &str) -> Result<Vec<PathBuf>, CliError> {
        let mut arguments = vec!["diff", "--name-only", "-z", "--diff-filter=d"];
        arguments.extend(DIFF_OPTIONS);
        arguments.extend([base, "--"]);
        Ok(self.names(&ask(&self.top, &arguments)?))
    }

    /// Files that git does not know yet and does not ignore.
    pub fn untracked(&self) -> Result<Vec<PathBuf>, CliError> {
        let names = ask(&self.top, &["ls-files", "-z", "--others", "--exclude-standard"])?;
        Ok(self.names(&names))
    }

    /// The diff from a commit to what is there now.
    pub fn diff(&self, base: &str) -> Result<Vec<u8>, CliError> {
        let mut arguments = vec![
            "diff",
            "--unified=0",
            "--no-color",
            "--src-prefix=a/",
            "--dst-prefix=b/",
        ];
        arguments.extend(DIFF_OPTIONS);
        arguments.extend([base, "--"]);
        ask(&self.top, &arguments)
    }

    fn names(&self, output: &[u8]) -> Vec<PathBuf> {
        let names = output.split(|&byte| byte == 0).filter(|name| !name.is_empty());
        names.map(|name| self.top.join(path_of(name))).collect()
    }
}

const DIFF_OPTIONS: [&str; 5] = [
    "--find-renames",
    "--no-ext-diff",
    "--no-textconv",
    "--ignore-submodules",
    "--no-relative",
];

/// What git writes on standard output.
fn ask(folder: &Path, arguments: &[&str]) -> Result<Vec<u8>, CliError> {
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args([
            "--no-pager",
            "-c",
            "core.fsmonitor=false",
            "-c",
            "core.hooksPath=/dev/null",
        ])
        .args(arguments)
        .env("GIT_OPTIONAL_LOCKS", "0")
        .env_remove("GIT_EXTERNAL_DIFF")
        .stdin(Stdio::null())
        .output()
        .map_err(|error| CliError::Git(format!("git cannot be run: {error}; `--since` needs it")))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(CliError::Git(format!("git failed: {}", said.trim())))
}

fn line_of(output: &[u8]) -> String {
    String::from_utf8_lossy(output).trim().to_owned()
}
