//! The arguments of the commands that read no drafts: `lsp`, `explain`, `rules`, `schema`, and those that write about the program. They are checked here and acted
//! on elsewhere.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

/// Start the language server on standard input and output
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  copydesk lsp
  copydesk lsp --stdio --clientProcessId=4711

Your editor starts this. In a terminal it waits for messages of the Language Server Protocol.")]
pub struct LspArgs {
    /// Accepted because some editors pass it; the server always uses standard input and output
    #[arg(long)]
    pub stdio: bool,
    /// The process ID of the editor; the server stops when that process ends
    #[arg(long = "clientProcessId", value_name = "PID")]
    pub client_process_id: Option<u32>,
}

/// Explain what a rule flags, why it matters and when it is wrong, or list the rules of a category
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:\n  copydesk explain unattributed-quote\n  copydesk explain time")]
pub struct ExplainArgs {
    /// The rule's code, or a category
    #[arg(value_name = "RULE")]
    pub rule: String,
}

/// List the rules with their default levels
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:\n  copydesk rules\n  copydesk rules --format json")]
pub struct RulesArgs {
    /// Output format
    #[arg(long, value_enum, default_value_t = RulesFormat::Text)]
    pub format: RulesFormat,
}

/// Print the JSON Schema of a file that copydesk reads or writes
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  copydesk schema actors > actors.schema.json
  copydesk schema config > copydesk.schema.json
  copydesk schema extract > extract.schema.json")]
pub struct SchemaArgs {
    /// What the schema describes
    #[arg(value_enum, value_name = "WHAT")]
    pub file: Schema,
}

/// Print a completion script for a shell
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  copydesk completions bash > ~/.local/share/bash-completion/completions/copydesk
  copydesk completions zsh > ~/.zfunc/_copydesk
  copydesk completions fish > ~/.config/fish/completions/copydesk.fish")]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    pub shell: clap_complete::Shell,
}

/// Write a copydesk.toml that lists the settings
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  copydesk init
  copydesk init --profile ap newsroom/

It asks no questions and replaces no file.")]
pub struct InitArgs {
    /// The folder that the configuration is for
    #[arg(value_name = "FOLDER", default_value = ".")]
    pub folder: PathBuf,
    /// The house style to begin with
    #[arg(long, value_name = "PROFILE", value_parser = clap::builder::PossibleValuesParser::new(crate::config::profile_names()))]
    pub profile: Option<String>,
}

/// Print the manual page, or write those of all subcommands to a folder
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  copydesk man | man -l -
  copydesk man --folder ~/.local/share/man/man1")]
pub struct ManArgs {
    /// The folder for the pages
    #[arg(long, value_name = "FOLDER")]
    pub folder: Option<PathBuf>,
}

/// Formats of `rules`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum RulesFormat {
    Text,
    Json,
}

/// What has a published schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum Schema {
    /// actors.toml
    Actors,
    /// copydesk.toml
    Config,
    /// What `extract` writes for a document or a line
    Extract,
    /// A line that `extract --jsonl` reads
    ExtractInput,
    /// A person that `actors merge` writes
    People,
    /// A link that `actors merge` writes
    PeopleLinks,
}
