//! `copydesk explain RULE`: the page of a rule, or the rules of a category. The page itself is written in the rule's file.

use crate::cli::args::ExplainArgs;
use crate::cli::commands::shared::print;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::output::rules as output;
use crate::config;
use crate::render::rule_page;
use crate::rules;

/// Prints the page of one rule; of a category, what its rules are.
pub fn explain(args: &ExplainArgs) -> Result<Exit, CliError> {
    if let Some(rule) = rules::find(&args.rule) {
        print(&rule_page(rule))?;
        return Ok(Exit::Clean);
    }
    let of_category = config::rules_named(&args.rule);
    if of_category.is_empty() {
        let what = config::unknown_rule(&args.rule);
        let joint = if what.ends_with('?') { "" } else { ";" };
        return Err(CliError::Usage(format!(
            "{what}{joint} `copydesk rules` lists them all"
        )));
    }
    print(&output::table(&of_category))?;
    Ok(Exit::Clean)
}
