//! `copydesk rules`: the list of rules. The list itself is kept by `rules`.

use crate::cli::args::{RulesArgs, RulesFormat};
use crate::cli::commands::shared::print;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::output::rules as output;
use crate::rules::RULES;

/// Prints the rules.
pub fn rules(args: &RulesArgs) -> Result<Exit, CliError> {
    let text = match args.format {
        RulesFormat::Text => output::table(RULES),
        RulesFormat::Json => output::json(RULES),
    };
    print(&text)?;
    Ok(Exit::Clean)
}
