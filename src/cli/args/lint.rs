//! The arguments of `copydesk lint`. They are checked here and acted on elsewhere.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use crate::cli::args::reading::ReadingArgs;
use crate::cli::fix::FixesWanted;
use crate::rules::Level;

/// Check drafts and print findings
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  copydesk lint                                  Every draft in this folder and those inside it
  copydesk lint stories/ column.md               A folder and a file
  copydesk lint --fix stories/                   Apply the safe fixes
  copydesk lint --diff stories/                  Show the fixes without making them
  copydesk lint --diff --fix-suggested stories/  Show suggested fixes too
  copydesk lint --select doubled-word story.txt  Only one rule
  copydesk lint --select quotes,time stories/    Only the rules of two categories
  copydesk lint --format json story.md           Findings as a JSON array
  copydesk lint --report sarif=lint.sarif        Text on the terminal, and SARIF in a file
  copydesk lint --format junit --output-file lint.xml
  copydesk lint --write-baseline baseline.json   Record today's findings; fail only on new ones:
  copydesk lint --baseline baseline.json
  copydesk lint --since origin/main              Only drafts that changed since the branch began
  git diff origin/main | copydesk lint --changed-lines
  copydesk lint --statistics stories/            Count the findings of each rule
  git diff -z --name-only --diff-filter=d origin/main | copydesk lint --files-from -
  copydesk lint --test-rules                     Test the examples of the terms in copydesk.toml
  copydesk lint --watch stories/                 Check again whenever something changes
  copydesk lint - --stdin-filename story.md < story.md

Exit codes:
  0  no findings at or above the failing level (--fail-on)
  1  findings
  2  a problem with the command, the configuration or a file")]
pub struct LintArgs {
    /// Files and folders; `-` is standard input. In folders, hidden files and files that git ignores are skipped
    ///
    /// By default, everything in this folder
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Check the drafts listed in this file, one per line or separated by NUL; `-` is standard input
    #[arg(long, value_name = "FILE")]
    pub files_from: Option<PathBuf>,
    /// Skip excluded files (by the configuration or .copydeskignore) even if they are named on the command line
    #[arg(long)]
    pub force_exclude: bool,
    /// Read every draft again, and store no results
    #[arg(long)]
    pub no_cache: bool,
    /// Keep running, and check again whenever a draft or a configuration file changes
    #[arg(long, conflicts_with_all = ["files_from", "write_baseline", "changed_lines"])]
    pub watch: bool,
    /// Output format
    #[arg(long, value_enum, default_value_t = LintFormat::Text)]
    pub format: LintFormat,
    /// Write the findings to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    pub output_file: Option<PathBuf>,
    /// Write the findings in this format to this file too; can be given several times
    #[arg(long, value_name = "FORMAT=FILE", value_parser = report)]
    pub report: Vec<(LintFormat, PathBuf)>,
    /// Count the findings of each rule instead of listing them (formats text, concise and json)
    #[arg(long)]
    pub statistics: bool,
    /// Where the pages of the rules are on a site of your own, with `{code}` in the address for the code of a rule
    #[arg(long, value_name = "ADDRESS", value_parser = address)]
    pub explain_address: Option<String>,
    /// Leave out the findings that are recorded in this file
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Record the findings in this file, for `--baseline`, and exit with 0
    #[arg(long, value_name = "FILE", conflicts_with_all = ["baseline", "fix", "fix_suggested", "diff", "since", "changed_lines"])]
    pub write_baseline: Option<PathBuf>,
    /// Remove the findings from the baseline that no longer occur
    #[arg(long, requires = "baseline")]
    pub prune_baseline: bool,
    /// Check only drafts that changed since this branch left REV, committed or not
    #[arg(long, value_name = "REV")]
    pub since: Option<String>,
    /// Report only findings on changed lines, as given by a diff on standard input or, with `--since`, by git
    #[arg(long, conflicts_with_all = ["fix", "fix_suggested", "diff"])]
    pub changed_lines: bool,
    /// Print the settings for this draft, and check nothing
    #[arg(long, value_name = "FILE")]
    pub show_settings: Option<PathBuf>,
    /// Print which drafts would be checked, and check nothing
    #[arg(long)]
    pub show_files: bool,
    /// Test the examples of the `[[terms]]` in the configuration and of the rule pages; check no drafts
    #[arg(long, conflicts_with_all = ["watch", "fix", "fix_suggested", "diff", "select", "ignore", "baseline", "write_baseline", "since", "changed_lines", "files_from", "output_file", "report", "statistics", "show_files", "show_settings"])]
    pub test_rules: bool,
    /// The lowest level that makes the exit code 1
    #[arg(long, value_enum, default_value_t = FailOn::Warning, value_name = "LEVEL")]
    pub fail_on: FailOn,
    /// Run only these rules, or the rules of these categories
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub select: Vec<String>,
    /// Skip these rules or categories
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub ignore: Vec<String>,
    /// Apply the safe fixes to the files; with `-`, print the fixed draft, and the findings on standard error
    #[arg(long, conflicts_with = "diff")]
    pub fix: bool,
    /// Apply the suggested fixes too, if a finding has only one and it changes no quoted words. They may change what a
    /// draft says: look at them with `--diff` first
    #[arg(long)]
    pub fix_suggested: bool,
    /// Show what `--fix` would change, as a unified diff, without changing anything
    #[arg(long, conflicts_with_all = ["format", "output_file", "report", "statistics"])]
    pub diff: bool,
    /// The file name to assume for standard input; it decides the format and the configuration
    #[arg(long, value_name = "PATH")]
    pub stdin_filename: Option<PathBuf>,
    /// Options of every reading of drafts.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

impl LintArgs {
    /// Which fixes are made, or shown.
    pub fn fixes(&self) -> Option<FixesWanted> {
        match (self.fix_suggested, self.fix || self.diff) {
            (true, _) => Some(FixesWanted::Suggested),
            (false, true) => Some(FixesWanted::Safe),
            (false, false) => None,
        }
    }

    /// Whether the fixes are written to the drafts.
    pub fn writes_fixes(&self) -> bool {
        self.fix || self.fix_suggested && !self.diff
    }

    /// The paths to search: this folder where nothing is named.
    pub fn roots(&self) -> Vec<PathBuf> {
        match self.paths.as_slice() {
            [] if self.files_from.is_none() => vec![PathBuf::from(".")],
            paths => paths.to_vec(),
        }
    }
}

/// Formats of `lint`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LintFormat {
    /// Findings with the words they are about
    Text,
    /// One line per finding
    Concise,
    /// A JSON array
    Json,
    /// One JSON object per line
    Jsonl,
    /// The draft with its fixes and findings as CriticMarkup; for one draft
    Critic,
    /// SARIF 2.1.0
    Sarif,
    /// Annotations of GitHub Actions
    Github,
    /// GitLab's code quality report
    Gitlab,
    /// JUnit's XML
    Junit,
    /// Checkstyle's XML
    Checkstyle,
    /// Reviewdog's JSON
    Rdjson,
}

/// `https://desk.example/rules/{code}.html`.
fn address(text: &str) -> Result<String, String> {
    let is_on_web = ["https://", "http://"].iter().any(|scheme| text.starts_with(scheme));
    let is_address = text
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && !b"\"<>\\^`|".contains(&byte));
    match is_on_web && is_address && text.contains("{code}") {
        true => Ok(text.to_owned()),
        false => Err("expected an address of the web with `{code}` in it".to_owned()),
    }
}

/// `sarif=lint.sarif`.
fn report(text: &str) -> Result<(LintFormat, PathBuf), String> {
    let (format, file) = text
        .split_once('=')
        .filter(|(_, file)| !file.is_empty())
        .ok_or("expected a format and a file, such as `sarif=lint.sarif`")?;
    let format = LintFormat::from_str(format, false).map_err(|_| {
        let names: Vec<_> = LintFormat::value_variants()
            .iter()
            .filter_map(|format| Some(format.to_possible_value()?.get_name().to_owned()))
            .collect();
        format!("“{format}” is not a format; use one of {}", names.join(", "))
    })?;
    Ok((format, PathBuf::from(file)))
}

/// The lowest level that fails a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum FailOn {
    Error,
    Warning,
    Info,
    Hint,
    Never,
}

impl FailOn {
    /// Whether a finding of this level fails the run.
    pub fn is_reached_by(self, level: Level) -> bool {
        match self {
            FailOn::Error => level >= Level::Error,
            FailOn::Warning => level >= Level::Warning,
            FailOn::Info => level >= Level::Info,
            FailOn::Hint => level >= Level::Hint,
            FailOn::Never => false,
        }
    }
}
