//! `copydesk/explain`: the page of a rule for a virtual document, and the addresses of such documents. It writes no page.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use tower_lsp::ls_types as lsp;

use crate::render::rule_page;
use crate::rules::{RULES, Rule};

/// The version of the answer to `copydesk/explain`.
pub const EXPLAIN_SCHEMA: u32 = 1;

/// What the address of every page begins with.
const FOLDER: &str = "copydesk:/rules/";

/// Which page is wanted: by the code of the rule, or by an address that a diagnostic has.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ExplainParams {
    /// The code.
    pub code: Option<String>,
    /// The address.
    pub uri: Option<String>,
}

/// The page of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExplainView {
    schema: u32,
    uri: String,
    code: &'static str,
    title: String,
    markdown: String,
}

impl ExplainParams {
    /// The code that is asked for, in whichever way.
    pub fn code(&self) -> Option<&str> {
        let of_uri = || self.uri.as_deref()?.strip_prefix(FOLDER)?.strip_suffix(".md");
        self.code.as_deref().or_else(of_uri)
    }
}

/// The page of a rule.
pub fn explain_view(rule: &Rule) -> ExplainView {
    ExplainView {
        schema: EXPLAIN_SCHEMA,
        uri: address(rule),
        code: rule.code,
        title: format!("{}: {}", rule.code, rule.summary),
        markdown: rule_page(rule),
    }
}

/// The addresses of all pages, by the code of the rule.
pub fn virtual_pages() -> BTreeMap<&'static str, lsp::Uri> {
    let pages = RULES
        .iter()
        .filter_map(|rule| Some((rule.code, address(rule).parse().ok()?)));
    pages.collect()
}

fn address(rule: &Rule) -> String {
    format!("{FOLDER}{}.md", rule.code)
}
