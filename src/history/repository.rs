//! The questions to git: what changed, and what a file was. No hooks run, no external diffs, no filters and no conversions.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use crate::history::error::HistoryError;
use crate::history::names::path_of;

/// A repository, asked from one of its folders.
pub struct Repository {
    /// Its top folder.
    pub top: PathBuf,
    folder: PathBuf,
    /// What its configuration has files converted with, once somebody asks.
    filters: OnceLock<BTreeSet<String>>,
}

/// A file as a revision has it.
#[derive(Clone, Copy, Debug)]
pub struct OldFile<'a> {
    /// The revision, as git understands it.
    pub revision: &'a str,
    /// The file, from the top of the repository, or else from the folder that it is asked from.
    pub path: &'a str,
}

impl Repository {
    /// The repository that a folder is in.
    pub fn of(folder: &Path) -> Result<Self, HistoryError> {
        let top = ask(folder, &["rev-parse", "--show-toplevel"]).map_err(|error| match error {
            HistoryError::Failed(said) if said.contains("not a git repository") => {
                HistoryError::NoRepository(folder.display().to_string())
            }
            other => other,
        })?;
        let top = top.strip_suffix(b"\n").unwrap_or(&top);
        Ok(Self {
            top: path_of(top),
            folder: folder.to_owned(),
            filters: OnceLock::new(),
        })
    }

    /// What is in a file of a revision, as it was committed. More than `limit` bytes are refused before they are read.
    pub fn read(&self, file: &OldFile<'_>, limit: u64) -> Result<Vec<u8>, HistoryError> {
        let OldFile { revision, path } = *file;
        self.verified(&format!("{revision}^{{commit}}"))
            .ok_or_else(|| HistoryError::UnknownRevision(revision.to_owned()))?;
        let from_top = self.verified(&format!("{revision}:{path}"));
        let is_from_here = path.starts_with("./") || path.starts_with("../");
        let from_here = if is_from_here {
            None
        } else {
            self.verified(&format!("{revision}:./{path}"))
        };
        // Which of two files is meant nobody can know, and a comparison with the wrong one would look like many changes.
        if from_top.is_some() && from_here.is_some() && from_top != from_here {
            return Err(HistoryError::TwoFiles {
                revision: revision.to_owned(),
                path: path.to_owned(),
            });
        }
        let object = from_top.or(from_here).ok_or_else(|| HistoryError::NoFile {
            revision: revision.to_owned(),
            path: path.to_owned(),
        })?;
        // A folder, or the commit of a submodule, which need not be here.
        if ask(&self.folder, &["cat-file", "-t", &object]).ok().as_deref() != Some(b"blob\n") {
            return Err(HistoryError::NotAFile {
                revision: revision.to_owned(),
                path: path.trim_end_matches('/').to_owned(),
            });
        }
        let size = line_of(&ask(&self.folder, &["cat-file", "-s", &object])?);
        let size: u64 = size.parse().unwrap_or(u64::MAX);
        if size > limit {
            return Err(HistoryError::TooLarge {
                revision: revision.to_owned(),
                path: path.to_owned(),
                size,
                limit,
            });
        }
        ask(&self.folder, &["cat-file", "blob", &object])
    }

    /// The object that a name stands for.
    fn verified(&self, name: &str) -> Option<String> {
        let arguments = ["rev-parse", "--verify", "--quiet", "--end-of-options", name];
        ask(&self.folder, &arguments).ok().map(|object| line_of(&object))
    }

    /// The commit where this history and that of `revision` part.
    pub fn base(&self, revision: &str) -> Result<String, HistoryError> {
        let commit = self.verified(&format!("{revision}^{{commit}}"));
        let commit = commit.ok_or_else(|| HistoryError::UnknownRevision(revision.to_owned()))?;
        let base = ask(&self.top, &["merge-base", &commit, "HEAD"])
            .map_err(|_| HistoryError::NoCommonHistory(revision.to_owned()))?;
        Ok(line_of(&base))
    }

    /// Files that differ from a commit in what is there now, committed or not, by their new names.
    pub fn changed(&self, base: &str) -> Result<Vec<PathBuf>, HistoryError> {
        let mut arguments = vec!["diff", "--name-only", "-z", "--diff-filter=d"];
        arguments.extend(DIFF_OPTIONS);
        arguments.extend([base, "--"]);
        Ok(self.names(&self.ask_of_files(&arguments)?))
    }

    /// Files that git does not know yet and does not ignore.
    pub fn untracked(&self) -> Result<Vec<PathBuf>, HistoryError> {
        let names = ask(&self.top, &["ls-files", "-z", "--others", "--exclude-standard"])?;
        Ok(self.names(&names))
    }

    /// The diff from a commit to what is there now.
    pub fn diff(&self, base: &str) -> Result<Vec<u8>, HistoryError> {
        let mut arguments = vec![
            "diff",
            "--unified=0",
            "--no-color",
            "--src-prefix=a/",
            "--dst-prefix=b/",
        ];
        arguments.extend(DIFF_OPTIONS);
        arguments.extend([base, "--"]);
        self.ask_of_files(&arguments)
    }

    /// What git says of the files that are there now, which filters of the repository would convert before.
    fn ask_of_files(&self, arguments: &[&str]) -> Result<Vec<u8>, HistoryError> {
        let mut command = command(&self.top);
        let first = std::env::var("GIT_CONFIG_COUNT")
            .ok()
            .and_then(|count| count.parse().ok());
        let mut count: usize = first.unwrap_or(0);
        for filter in self.filters.get_or_init(|| filters(&self.top)) {
            // An empty command is none, and one that is required would fail without it.
            for (what, value) in [("clean", ""), ("process", ""), ("required", "false")] {
                command
                    .env(format!("GIT_CONFIG_KEY_{count}"), format!("{filter}.{what}"))
                    .env(format!("GIT_CONFIG_VALUE_{count}"), value);
                count += 1;
            }
        }
        answer(command.env("GIT_CONFIG_COUNT", count.to_string()).args(arguments))
    }

    fn names(&self, output: &[u8]) -> Vec<PathBuf> {
        let names = output.split(|&byte| byte == 0).filter(|name| !name.is_empty());
        names.map(|name| self.top.join(path_of(name))).collect()
    }
}

const DIFF_OPTIONS: [&str; 6] = [
    // Whatever the repository says of a file (`-diff`), its lines count.
    "--text",
    "--find-renames",
    "--no-ext-diff",
    "--no-textconv",
    "--ignore-submodules",
    "--no-relative",
];

/// What git writes on standard output. Nothing in the repository runs, and what a repository that was cloned in part lacks is not
/// fetched from elsewhere.
fn ask(folder: &Path, arguments: &[&str]) -> Result<Vec<u8>, HistoryError> {
    answer(command(folder).args(arguments))
}

/// The filters that a configuration of git defines, as "filter.lfs".
fn filters(folder: &Path) -> BTreeSet<String> {
    // Without any, git says so by its exit status.
    let keys = ask(
        folder,
        &["config", "--null", "--name-only", "--get-regexp", r"^filter\."],
    )
    .unwrap_or_default();
    keys.split(|&byte| byte == 0)
        .filter_map(|key| Some(std::str::from_utf8(key).ok()?.rsplit_once('.')?.0.to_owned()))
        .collect()
}

fn command(folder: &Path) -> Command {
    let mut command = Command::new("git");
    command
        .arg("-C")
        .arg(folder)
        .args([
            "--no-pager",
            "-c",
            "core.fsmonitor=false",
            "-c",
            "core.hooksPath=/dev/null",
            // A folder of a clone that looks like a repository is not asked for its configuration.
            "-c",
            "safe.bareRepository=explicit",
        ])
        // What it says is read.
        .env("LC_ALL", "C")
        .env("GIT_OPTIONAL_LOCKS", "0")
        // The second is what an older git understands.
        .env("GIT_NO_LAZY_FETCH", "1")
        .env("GIT_ALLOW_PROTOCOL", "none")
        .env_remove("GIT_EXTERNAL_DIFF")
        .stdin(Stdio::null());
    command
}

fn answer(command: &mut Command) -> Result<Vec<u8>, HistoryError> {
    let output = command.output().map_err(HistoryError::NoGit)?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(HistoryError::Failed(said.trim().to_owned()))
}

fn line_of(output: &[u8]) -> String {
    String::from_utf8_lossy(output).trim().to_owned()
}
