//! Code actions: what each of them does, as the client keeps it until it is chosen. It makes no edit.

use serde::{Deserialize, Serialize};
use tower_lsp::ls_types as lsp;

use crate::rules::Finding;
use crate::text::Span;

/// The action that applies all safe fixes; editors offer it as "fix all" and on saving.
pub const FIX_ALL: lsp::CodeActionKind = lsp::CodeActionKind::new("source.fixAll.copydesk");

/// The action that takes an actor of the draft up into the actor file.
pub const ADD_ENTRY: lsp::CodeActionKind = lsp::CodeActionKind::new("refactor.actorFile.copydesk");

/// What an action does.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(tag = "do", rename_all = "camelCase")]
pub enum Choice {
    /// Applies a fix of a finding.
    Fix {
        /// The finding.
        finding: Named,
        /// Which of its fixes.
        nth: usize,
    },
    /// Says who speaks, or asks.
    Attribute {
        /// The finding.
        finding: Named,
        /// Which of the ways.
        nth: usize,
    },
    /// Leaves a rule out in the paragraph of a finding.
    IgnoreHere {
        /// The finding.
        finding: Named,
    },
    /// Notes in the draft that somebody has compared a quotation with the recording.
    MarkChecked {
        /// The finding.
        finding: Named,
    },
    /// Has the client show the place in the notes.
    OpenNotes {
        /// The place.
        location: lsp::Location,
    },
    /// Has the client show the page of a rule.
    Explain {
        /// The rule.
        code: String,
    },
    /// Leaves out whatever is found in a finding's words, in the draft.
    IgnoreInDraft {
        /// The finding.
        finding: Named,
    },
    /// Has words known in the project.
    IgnoreInProject {
        /// The words.
        words: String,
    },
    /// Turns a rule off for the project.
    TurnOff {
        /// The rule.
        code: String,
    },
    /// Takes an actor up into the actor file.
    AddEntry {
        /// A byte of the draft at which the actor is mentioned.
        offset: usize,
    },
    /// Takes a name up into an entry of the actor file.
    AddName {
        /// The name.
        name: String,
        /// The entry, by its id.
        entry: String,
        /// Whether the name is a wrong spelling, and not another right one.
        is_wrong: bool,
    },
    /// Leaves the draft out.
    Exclude,
    /// Applies all safe fixes.
    FixAll,
}

impl Choice {
    /// Whether there may be no edit for it: where no comment can be, or a file cannot be changed.
    pub fn may_fail(&self) -> bool {
        match self {
            Choice::IgnoreHere { .. }
            | Choice::MarkChecked { .. }
            | Choice::IgnoreInDraft { .. }
            | Choice::IgnoreInProject { .. }
            | Choice::TurnOff { .. }
            | Choice::AddEntry { .. }
            | Choice::AddName { .. }
            | Choice::Exclude => true,
            Choice::Fix { .. }
            | Choice::Attribute { .. }
            | Choice::OpenNotes { .. }
            | Choice::Explain { .. }
            | Choice::FixAll => false,
        }
    }
}

/// A finding by its rule and its place.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Named {
    code: String,
    start: usize,
    end: usize,
}

impl Named {
    /// The name of a finding.
    pub fn of(finding: &Finding) -> Self {
        Self {
            code: finding.code.to_owned(),
            start: finding.span.start,
            end: finding.span.end,
        }
    }

    /// The finding with this name.
    pub fn find<'a>(&self, findings: &'a [Finding]) -> Option<&'a Finding> {
        let is_meant =
            |finding: &&Finding| finding.code == self.code && finding.span == Span::new(self.start, self.end);
        findings.iter().find(is_meant)
    }
}

/// What the client sends back when an action was chosen whose edit it does not have yet.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Chosen {
    /// The draft.
    pub uri: lsp::Uri,
    /// The version that the action was offered for.
    pub version: i32,
    /// What it does.
    pub choice: Choice,
}

/// Whether a client that asks for actions asks for those of a kind.
pub fn is_wanted(context: &lsp::CodeActionContext, kind: &lsp::CodeActionKind) -> bool {
    let only = context.only.as_ref();
    only.is_none_or(|only| only.iter().any(|wanted| holds(wanted, kind)))
}

/// Whether a kind is the wanted one or one below it: kinds are paths of names, joined by dots.
fn holds(wanted: &lsp::CodeActionKind, kind: &lsp::CodeActionKind) -> bool {
    let rest = kind.as_str().strip_prefix(wanted.as_str());
    wanted.as_str().is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_paths() {
        let holds = |wanted: &'static str, kind| holds(&lsp::CodeActionKind::new(wanted), &kind);
        assert!(holds("", FIX_ALL));
        assert!(holds("source", FIX_ALL));
        assert!(holds("source.fixAll", FIX_ALL));
        assert!(holds("source.fixAll.copydesk", FIX_ALL));
        assert!(!holds("source.fixAll.other", FIX_ALL));
        assert!(!holds("source.fix", FIX_ALL));
        assert!(!holds("quickfix", FIX_ALL));
    }
}
