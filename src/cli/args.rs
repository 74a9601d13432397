//! The arguments of the command line, as clap reads them. They are checked here and acted on elsewhere.

use std::path::PathBuf;

use clap::builder::styling::{AnsiColor, Styles};
use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

use crate::cli::actors_args::{ActorsArgs, SchemaArgs};
use crate::cli::reading_args::ReadingArgs;
use crate::rules::Level;

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().bold())
    .usage(AnsiColor::Green.on_default().bold())
    .literal(AnsiColor::Cyan.on_default().bold())
    .placeholder(AnsiColor::Cyan.on_default());

/// A copy desk for news drafts: who speaks, who acts, what happened, when. Nothing leaves your machine.
#[derive(Debug, Parser)]
#[command(name = "copydesk", version, styles = STYLES, max_term_width = 100, after_help = "\
Examples:
  copydesk lint                      Lint every draft below this folder
  copydesk lint story.md             Lint one draft
  copydesk extract story.md          Print quotations, actors, times and events as JSON
  copydesk explain doubled-word      Say what a rule flags and why
  copydesk actors missing story.md   Say who in a draft is not in the newsroom's actor file
  copydesk lsp                       Serve an editor over standard input and output

Exit codes: 0 nothing at or above the failing level, 1 findings, 2 usage, configuration or I/O error.")]
pub struct Args {
    /// When to use colours. The variable NO_COLOR turns them off, too
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    pub color: Color,
    /// Print results only: no summary, no warnings about the configuration, no progress
    #[arg(long, short, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Say on standard error which files and which configuration are read
    #[arg(long, short, global = true)]
    pub verbose: bool,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal.
    Auto,
    /// Also in pipes and files.
    Always,
    /// Nowhere.
    Never,
}

impl Color {
    /// Makes this the choice of every stream of the process.
    pub fn make_global(self) {
        match self {
            // Left to `anstream`, which looks at the terminal, NO_COLOR and CLICOLOR.
            Color::Auto => {}
            Color::Always => anstream::ColorChoice::Always.write_global(),
            Color::Never => anstream::ColorChoice::Never.write_global(),
        }
    }
}

/// The subcommands.
#[derive(Debug, Subcommand)]
#[allow(missing_docs, reason = "each variant's arguments carry the description")]
pub enum Command {
    Lsp(LspArgs),
    Lint(LintArgs),
    Extract(ExtractArgs),
    Explain(ExplainArgs),
    Rules(RulesArgs),
    Actors(ActorsArgs),
    Schema(SchemaArgs),
}

/// Start the language server on standard input and output
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  copydesk lsp
  copydesk lsp --stdio --clientProcessId=4711

An editor starts this; typed into a terminal it waits for the Language Server Protocol.")]
pub struct LspArgs {
    /// Accepted for editors that pass it; standard input and output are what is used anyway
    #[arg(long)]
    pub stdio: bool,
    /// The process of the editor; the server ends when that process is gone
    #[arg(long = "clientProcessId", value_name = "PID")]
    pub client_process_id: Option<u32>,
}

/// Check drafts and print findings
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  copydesk lint                                  Every draft below this folder
  copydesk lint stories/ column.md               A folder and a file
  copydesk lint --fix stories/                   Apply the safe fixes
  copydesk lint --diff stories/                  Show them and change nothing
  copydesk lint --select doubled-word story.txt  One rule alone
  copydesk lint --format json story.md           Findings as a JSON array
  copydesk lint - --stdin-filename story.md < story.md

Exit codes: 0 nothing at or above the failing level (--fail-on), 1 findings, 2 usage, configuration or I/O error.")]
pub struct LintArgs {
    /// Files and folders; `-` is standard input. Below folders, files that git ignores and hidden ones are skipped
    #[arg(value_name = "PATH", default_value = ".")]
    pub paths: Vec<PathBuf>,
    /// How to print findings
    #[arg(long, value_enum, default_value_t = LintFormat::Text)]
    pub format: LintFormat,
    /// The mildest level that makes the exit code 1
    #[arg(long, value_enum, default_value_t = FailOn::Warning, value_name = "LEVEL")]
    pub fail_on: FailOn,
    /// Run these rules only
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub select: Vec<String>,
    /// Leave these rules out
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub ignore: Vec<String>,
    /// Apply the safe fixes to the files; with `-`, print the fixed draft and put findings on standard error
    #[arg(long, conflicts_with = "diff")]
    pub fix: bool,
    /// Show what `--fix` would change as a unified diff, and change nothing
    #[arg(long, conflicts_with = "format")]
    pub diff: bool,
    /// What the draft on standard input would be called: gives its format and its configuration
    #[arg(long, value_name = "PATH")]
    pub stdin_filename: Option<PathBuf>,
    /// Options of every reading of drafts.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// Print what the drafts say: quotations and speakers, actors, times, events
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  copydesk extract story.md                     One JSON object
  copydesk extract one.md two.md                A JSON array
  copydesk extract --jsonl < archive.jsonl      A line in, a line out, in order, in parallel
  copydesk extract - < story.txt
  copydesk extract --format conllu story.md     Words, tags, heads and relations as CoNLL-U
  copydesk extract --format outline story.md    The main event with its parts, then the others
  copydesk extract --format timeline stories/   What happened on which day, over all drafts of a folder
  copydesk extract --format timeline-csv stories/ > days.csv

A line of --jsonl is {\"id\", \"text\", \"format\"?: \"plain|markdown|html|archieml\", \"reference_date\"?: \"YYYY-MM-DD\"}.
All offsets in the output are UTF-8 bytes of the text. A line that cannot be used is answered by
{\"id\"?, \"error\"}, and the exit code is then 1; docs/extract.md describes every field.")]
pub struct ExtractArgs {
    /// Files and folders; `-` is standard input. Below folders, files that git ignores and hidden ones are skipped
    #[arg(value_name = "PATH", required_unless_present = "jsonl", conflicts_with = "jsonl")]
    pub paths: Vec<PathBuf>,
    /// Read one JSON object a line from standard input and answer each with one line
    #[arg(long)]
    pub jsonl: bool,
    /// How to print the facts
    #[arg(long, value_enum, default_value_t = ExtractFormat::Json)]
    pub format: ExtractFormat,
    /// What the draft on standard input would be called: gives its format and its configuration
    #[arg(long, value_name = "PATH", conflicts_with = "jsonl")]
    pub stdin_filename: Option<PathBuf>,
    /// Options of every reading of drafts.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// Say what a rule flags, why it matters and when it is wrong
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:\n  copydesk explain unattributed-quote\n  copydesk explain doubled-word")]
pub struct ExplainArgs {
    /// The rule's code
    #[arg(value_name = "RULE")]
    pub rule: String,
}

/// List the rules with their default levels
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:\n  copydesk rules\n  copydesk rules --format json")]
pub struct RulesArgs {
    /// How to print the list
    #[arg(long, value_enum, default_value_t = RulesFormat::Text)]
    pub format: RulesFormat,
}

/// Formats of `lint`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum LintFormat {
    Text,
    Json,
}

/// Formats of `extract`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum ExtractFormat {
    /// Everything the draft says
    #[default]
    Json,
    /// Words, tags, heads and relations
    Conllu,
    /// The outline as indented text: the main event with its parts, then the others
    Outline,
    /// What happened on which day, as a Markdown table over all drafts
    Timeline,
    /// The timeline as CSV, for spreadsheets
    TimelineCsv,
    /// The timeline as JSON
    TimelineJson,
}

/// Formats of `rules`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum RulesFormat {
    Text,
    Json,
}

/// The mildest level that fails a run.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_are_consistent() {
        use clap::CommandFactory;
        Args::command().debug_assert();
    }
}
