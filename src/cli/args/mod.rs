//! The arguments of the command line, as clap reads them. They are checked here and acted on elsewhere.

mod actors;
mod diff;
mod extract;
mod lint;
mod merge;
mod others;
mod reading;
mod report;
mod verify;

pub use actors::{
    ActorsArgs, ActorsCommand, ActorsFormat, CheckArgs, ImportArgs, Kind, ListArgs, MissingArgs, MissingFormat,
};
pub use diff::{DiffArgs, DiffFormat};
pub use extract::{ExtractArgs, ExtractFormat, OnError};
pub use lint::{FailOn, LintArgs, LintFormat};
pub use merge::{MergeArgs, PeopleFormat};
pub use others::{
    CompletionsArgs, ExplainArgs, InitArgs, LspArgs, ManArgs, RulesArgs, RulesFormat, Schema, SchemaArgs,
};
pub use reading::ReadingArgs;
pub use report::{ReportArgs, ReportBy, ReportFormat};
pub use verify::{VerifyArgs, VerifyFormat};

use clap::builder::styling::{AnsiColor, Styles};
use clap::{Parser, Subcommand, ValueEnum};

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().bold())
    .usage(AnsiColor::Green.on_default().bold())
    .literal(AnsiColor::Cyan.on_default().bold())
    .placeholder(AnsiColor::Cyan.on_default());

/// A copy desk for news drafts: who said what, who did what, what happened and when. Nothing leaves your machine.
#[derive(Debug, Parser)]
#[command(name = "copydesk", version, styles = STYLES, max_term_width = 100, after_help = "\
Examples:
  copydesk lint                      Check every draft in this folder
  copydesk lint story.md             Check one draft
  copydesk extract story.md          Print quotations, people and organizations, times and events as JSON
  copydesk report story.md           Report who speaks and how much
  copydesk diff HEAD:story.md story.md
                                     Show what changed since the last commit
  copydesk verify story.md           Compare quotations with notes and transcripts
  copydesk explain doubled-word      Explain what a rule flags and why
  copydesk actors missing story.md   List who is in a draft but not in actors.toml
  copydesk lsp                       Run the language server for an editor

Exit codes:
  0  no findings at or above the failing level
  1  findings
  2  a problem with the command, the configuration or a file")]
pub struct Args {
    /// When to use color. Setting the variable NO_COLOR turns it off too
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    pub color: Color,
    /// Print results only: no summary, no configuration warnings, no progress bar
    #[arg(long, short, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// List the drafts and configuration files that are read, on standard error
    #[arg(long, short, global = true)]
    pub verbose: bool,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// When to use color.
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
    Lint(Box<LintArgs>),
    Extract(ExtractArgs),
    Report(ReportArgs),
    Diff(DiffArgs),
    Verify(VerifyArgs),
    Explain(ExplainArgs),
    Rules(RulesArgs),
    Actors(ActorsArgs),
    Schema(SchemaArgs),
    Completions(CompletionsArgs),
    Man(ManArgs),
    Init(InitArgs),
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
