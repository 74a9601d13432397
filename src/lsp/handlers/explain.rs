//! `copydesk/explain`: the page of a rule. It looks at no draft.

use tower_lsp::jsonrpc::{Error, Result};

use crate::config;
use crate::lsp::proto::{self, ExplainParams, ExplainView};
use crate::rules;

/// The page; an error where there is no such rule.
pub fn explain(params: &ExplainParams) -> Result<ExplainView> {
    let code = params.code().unwrap_or_default();
    let rule = rules::find(code).ok_or_else(|| Error::invalid_params(config::unknown_rule(code)))?;
    Ok(proto::explain_view(rule))
}
