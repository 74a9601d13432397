//! The requests that are not in the protocol, with their types: what the views of an editor show, ready to be shown. They are
//! described in docs/lsp.md. It finds nothing in a draft.
//!
//! A field that is added changes no number; a field whose meaning changes, or that goes away, makes a new one.

mod actor_choices;
mod diff;
mod sources;
mod story;
mod timeline;

pub use actor_choices::{ActorChoicesView, actor_choices};
pub use diff::{DiffParams, DiffView, diff_view};
pub use sources::{SourcesView, sources_view};
pub use story::{StoryView, story_view};
pub use timeline::{TimelineView, timeline_view};

use serde::{Deserialize, Serialize};
use tower_lsp::ls_types as lsp;

use crate::analysis::name_of_language;
use crate::engine::{Said, Snapshot};
use crate::lsp::proto::capabilities::Capabilities;
use crate::lsp::proto::document::range;
use crate::lsp::proto::edit::Draft;
use crate::render::{counted, grouped};
use crate::text::Span;

/// The version of the answer to `copydesk/sources`.
pub const SOURCES_SCHEMA: u32 = 1;

/// The version of the answer to `copydesk/timeline`.
pub const TIMELINE_SCHEMA: u32 = 1;

/// The version of the answer to `copydesk/story`.
pub const STORY_SCHEMA: u32 = 1;

/// The version of the answer to `copydesk/actorChoices`.
pub const ACTOR_CHOICES_SCHEMA: u32 = 1;

/// The version of the answer to `copydesk/diff`.
pub const DIFF_SCHEMA: u32 = 1;

/// The parameters of a request for a view.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ViewParams {
    /// The draft.
    pub text_document: lsp::TextDocumentIdentifier,
}

/// `copydesk/viewsChanged`: the views of a draft show something else now.
#[derive(Clone, Copy, Debug)]
pub enum ViewsChanged {}

/// Which draft it is.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ViewsChangedParams {
    /// The draft.
    pub uri: lsp::Uri,
    /// Its version, as the client numbers it.
    pub version: i32,
}

impl lsp::notification::Notification for ViewsChanged {
    type Params = ViewsChangedParams;
    const METHOD: &'static str = "copydesk/viewsChanged";
}

/// What to show if a view has nothing, which is not the draft's fault if it is in another language.
fn empty_message(snapshot: &Snapshot, nothing: &str) -> String {
    match snapshot.facts.foreign_language {
        Some(language) => format!(
            "The draft is in {}; copydesk reads English only.",
            name_of_language(language)
        ),
        None => nothing.to_owned(),
    }
}

/// Words of the draft with their place, as the client counts.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct Words {
    text: String,
    range: lsp::Range,
}

impl Words {
    fn of(said: &Said, scale: &Scale<'_>) -> Self {
        Self {
            text: said.text.clone(),
            range: scale.range(said.span),
        }
    }
}

/// How the client counts in a draft.
#[derive(Clone, Copy)]
struct Scale<'a> {
    draft: &'a Draft<'a>,
    client: &'a Capabilities,
}

impl Scale<'_> {
    fn range(&self, span: Span) -> lsp::Range {
        range(span, self.draft.document, self.client.encoding)
    }
}

/// The parts that say something, with dots between them.
fn dotted<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_people_read_them() {
        assert_eq!(counted(1, "word", "words"), "1 word");
        assert_eq!(counted(0, "word", "words"), "0 words");
        assert_eq!(counted(1240, "word", "words"), "1,240 words");
        assert_eq!(grouped(1_234_567), "1,234,567");
        assert_eq!(dotted(["a", "", "b"]), "a · b");
    }
}
