//! The fixes of findings as code actions. It applies nothing.

use tower_lsp::ls_types as lsp;

use crate::analysis::register::Entry;
use crate::engine::Snapshot;
use crate::lsp::proto::capabilities::Capabilities;
use crate::lsp::proto::diagnostic::diagnostic;
use crate::lsp::proto::document::position;
use crate::lsp::proto::edit::{Draft, workspace_edit};
use crate::rules::{CommentStyle, Edit, Finding, FixSafety, ignore};
use crate::text::Span;

/// The action that applies all safe fixes; editors offer it as "fix all" and on saving.
pub const FIX_ALL: lsp::CodeActionKind = lsp::CodeActionKind::new("source.fixAll.copydesk");

/// The action that takes an actor of the draft up into the actor file.
pub const ADD_ENTRY: lsp::CodeActionKind = lsp::CodeActionKind::new("refactor.actorFile.copydesk");

/// Whether a client that asks for actions asks for those of a kind.
pub fn is_wanted(context: &lsp::CodeActionContext, kind: &lsp::CodeActionKind) -> bool {
    let only = context.only.as_ref();
    only.is_none_or(|only| only.iter().any(|wanted| holds(wanted, kind)))
}

/// The action that makes the edit for a new entry.
pub fn add_entry_action(entry: &Entry, edit: lsp::WorkspaceEdit) -> lsp::CodeActionOrCommand {
    let action = lsp::CodeAction {
        title: format!("Add “{}” to actors.toml", entry.name),
        kind: Some(ADD_ENTRY),
        edit: Some(edit),
        ..lsp::CodeAction::default()
    };
    action.into()
}

/// The action that makes the edit that turns off a rule.
pub fn turn_off_action(code: &str, edit: lsp::WorkspaceEdit) -> lsp::CodeActionOrCommand {
    let action = lsp::CodeAction {
        title: format!("Turn off {code} for this project (copydesk.toml)"),
        kind: Some(lsp::CodeActionKind::QUICKFIX),
        edit: Some(edit),
        ..lsp::CodeAction::default()
    };
    action.into()
}

/// The findings in the asked range.
pub fn found_at<'a>(
    draft: &Draft<'_>,
    snapshot: &'a Snapshot,
    params: &lsp::CodeActionParams,
    client: &Capabilities,
) -> impl Iterator<Item = &'a Finding> {
    let offset = |at| draft.document.offset(position(at), client.encoding);
    let asked = Span::new(offset(params.range.start), offset(params.range.end));
    snapshot
        .findings
        .iter()
        .filter(move |finding| finding.span.touches_span(asked))
}

/// The fixes of the findings in the asked range, comments that leave those findings out, and the safe fixes of the whole draft
/// in one.
pub fn code_actions(
    draft: &Draft<'_>,
    snapshot: &Snapshot,
    comments: CommentStyle,
    params: &lsp::CodeActionParams,
    client: &Capabilities,
) -> lsp::CodeActionResponse {
    let wants = |kind: &lsp::CodeActionKind| is_wanted(&params.context, kind);
    let mut actions: Vec<lsp::CodeActionOrCommand> = Vec::new();
    if wants(&lsp::CodeActionKind::QUICKFIX) {
        let here = || found_at(draft, snapshot, params, client);
        for finding in here() {
            actions.extend(quick_fixes(draft, finding, client).map(Into::into));
        }
        for finding in here() {
            if let Some(edit) = ignore(&snapshot.text, &snapshot.markup, comments, finding) {
                let mut action = quick_fix(draft, finding, client, &[edit]);
                action.title = format!("Ignore {} here", finding.code);
                actions.push(action.into());
            }
        }
    }
    if wants(&FIX_ALL) {
        let edits = snapshot.safe_edits();
        if !edits.is_empty() {
            let action = lsp::CodeAction {
                title: "Apply all safe copydesk fixes".to_owned(),
                kind: Some(FIX_ALL),
                edit: Some(workspace_edit(draft, edits.into_iter().map(replaced), client)),
                ..lsp::CodeAction::default()
            };
            actions.push(action.into());
        }
    }
    actions
}

fn quick_fixes<'a>(
    draft: &'a Draft<'_>,
    finding: &'a Finding,
    client: &'a Capabilities,
) -> impl Iterator<Item = lsp::CodeAction> + 'a {
    finding.fixes.iter().enumerate().map(move |(nth, fix)| lsp::CodeAction {
        title: fix.title.clone(),
        is_preferred: (client.preferred_action && nth == 0 && fix.safety == FixSafety::Safe).then_some(true),
        ..quick_fix(draft, finding, client, &fix.edits)
    })
}

fn quick_fix(draft: &Draft<'_>, finding: &Finding, client: &Capabilities, edits: &[Edit]) -> lsp::CodeAction {
    lsp::CodeAction {
        kind: Some(lsp::CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![diagnostic(draft.uri, draft.document, finding, client)]),
        edit: Some(workspace_edit(draft, edits.iter().map(replaced), client)),
        ..lsp::CodeAction::default()
    }
}

fn replaced(edit: &Edit) -> (Span, String) {
    (edit.span, edit.text.clone())
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
