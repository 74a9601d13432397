//! What a draft says about findings that are not wanted, as data.

use crate::rules::Finding;
use crate::text::Span;

/// A comment, or an entry of the front matter, that says which findings are not wanted.
#[derive(Clone, Debug, PartialEq)]
pub struct Suppression {
    /// The comment or the entry in the source, marks included.
    pub span: Span,
    /// What it says.
    pub verb: SuppressionVerb,
    /// The rules that it names; of `ignore-words` the words.
    pub codes: Vec<SuppressionCode>,
    /// Why, in the words of the draft; may be empty.
    pub reason: String,
    /// The stretch of the source in which the findings are not wanted; empty if it has no effect.
    pub covers: Span,
}

/// What a suppression says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SuppressionVerb {
    /// `ignore`: in this paragraph, or in the next one.
    Ignore,
    /// `ignore-start`: from here on.
    Start,
    /// `ignore-end`: up to here.
    End,
    /// `ignore-end` where nothing is to end.
    StrayEnd,
    /// A note to copydesk in the middle of a text, where it is prose.
    InProse,
    /// `ignore-file`: in the whole draft.
    File,
    /// `ignore-words`: whatever is found in these words, in the whole draft.
    Words,
    /// Anything else, as it is written.
    Unknown(String),
}

/// A rule that a suppression names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuppressionCode {
    /// Where it is in the source.
    pub span: Span,
    /// As it is written.
    pub code: String,
    /// Whether there is such a rule.
    pub is_known: bool,
    /// Whether that rule is on.
    pub is_on: bool,
    /// Whether it kept a finding back.
    pub is_used: bool,
}

/// A finding that is not wanted.
#[derive(Clone, Debug, PartialEq)]
pub struct Suppressed {
    /// The finding.
    pub finding: Finding,
    /// The comment that says so, in the source.
    pub by: Span,
    /// Why; may be empty.
    pub reason: String,
}
