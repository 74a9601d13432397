//! `copydesk explain RULE`: the page of a rule. The page itself is written beside the rule.

use crate::cli::args::ExplainArgs;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;

/// Prints the page of one rule.
pub fn explain(args: &ExplainArgs) -> Result<Exit, CliError> {
    Err(CliError::Usage(format!("there is no rule “{}”", args.rule)))
}
