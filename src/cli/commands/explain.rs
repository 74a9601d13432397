//! `copydesk explain RULE`: the page of a rule. The page itself is written in the rule's file.

use crate::cli::args::ExplainArgs;
use crate::cli::commands::shared::print;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::config;
use crate::render::rule_page;
use crate::rules;

/// Prints the page of one rule.
pub fn explain(args: &ExplainArgs) -> Result<Exit, CliError> {
    let rule = rules::find(&args.rule).ok_or_else(|| {
        CliError::Usage(format!(
            "{}; `copydesk rules` lists them",
            config::unknown_rule(&args.rule)
        ))
    })?;
    print(&rule_page(rule))?;
    Ok(Exit::Clean)
}
