//! The answer to `copydesk/diff`: what changed in a draft since a commit, with every label ready. It compares nothing.

use serde::{Deserialize, Serialize};
use tower_lsp::ls_types as lsp;

use crate::engine::Difference;
use crate::lsp::proto::capabilities::Capabilities;
use crate::lsp::proto::edit::Draft;
use crate::lsp::proto::views::{DIFF_SCHEMA, Scale, counted};
use crate::render::{NOTHING_CHANGED, shown_changes};

/// The parameters of the request.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DiffParams {
    /// The draft.
    pub text_document: lsp::TextDocumentIdentifier,
    /// The revision that it is compared with, as git understands it; the last commit if none is given.
    #[serde(default)]
    pub revision: Option<String>,
}

/// What changed in a draft.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DiffView {
    schema: u32,
    uri: lsp::Uri,
    version: i32,
    /// What is compared: “HEAD:story.md → story.md”.
    title: String,
    /// “3 changes”
    summary: String,
    /// What to show if there are no topics.
    empty_message: &'static str,
    topics: Vec<TopicItem>,
}

/// The changes of one kind of thing.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct TopicItem {
    /// “Quotations”
    label: &'static str,
    changes: Vec<ChangeItem>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct ChangeItem {
    change: &'static str,
    /// `+`, `-` or `~`.
    sign: char,
    /// “paragraph 3”
    place: String,
    /// What it was and what it is.
    label: String,
    /// Where it is in the draft; `null` if it is gone.
    range: Option<lsp::Range>,
}

/// The view of what changed in a draft; `compared` is what is compared, old and new.
pub fn diff_view(
    draft: &Draft<'_>,
    compared: (&str, &str),
    differences: &[Difference],
    client: &Capabilities,
) -> DiffView {
    let scale = Scale { draft, client };
    let mut topics: Vec<TopicItem> = Vec::new();
    for shown in shown_changes(differences) {
        let item = ChangeItem {
            change: shown.kind.name(),
            sign: shown.kind.sign(),
            place: shown.place,
            label: shown.text,
            range: shown.span.map(|span| scale.range(span)),
        };
        match topics.last_mut().filter(|topic| topic.label == shown.heading) {
            Some(topic) => topic.changes.push(item),
            None => topics.push(TopicItem {
                label: shown.heading,
                changes: vec![item],
            }),
        }
    }
    DiffView {
        schema: DIFF_SCHEMA,
        uri: draft.uri.clone(),
        version: draft.number,
        title: format!("{} → {}", compared.0, compared.1),
        summary: counted(differences.len(), "change", "changes"),
        empty_message: NOTHING_CHANGED,
        topics,
    }
}
