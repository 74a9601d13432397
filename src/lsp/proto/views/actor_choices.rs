//! The answer to `copydesk/actorChoices`: how a name can be taken up into the actor file. It takes up none.

use serde::Serialize;

use crate::analysis::register::Entry;
use crate::engine::Snapshot;
use crate::lsp::proto::views::{ACTOR_CHOICES_SCHEMA, dotted};

/// How many entries are offered; nobody looks through more.
const MOST_ENTRIES: usize = 2_000;

/// How a name can be taken up.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ActorChoicesView {
    schema: u32,
    /// The name, as the draft has it.
    name: String,
    /// Whether it can be an entry of its own, and what that would say; `null` if the draft does not give the full name.
    new_entry: Option<NewEntry>,
    /// Whose other name it may be, or a misspelling; those first that are like it.
    entries: Vec<EntryItem>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct NewEntry {
    kind: &'static str,
    /// “person · Mayor of Ostby”
    description: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct EntryItem {
    id: String,
    label: String,
    /// “person · Foreign Minister”
    description: String,
    is_near: bool,
}

/// The choices for the name at a place; `None` if there is no name there that the actor file does not have.
pub fn actor_choices(snapshot: &Snapshot, offset: usize) -> Option<ActorChoicesView> {
    let unlisted = snapshot.unlisted(offset)?;
    let new_entry = snapshot.entry_for(offset).map(|entry| NewEntry {
        kind: entry.kind.name(),
        description: about(&entry),
    });
    let entries = unlisted.entries.iter().take(MOST_ENTRIES).enumerate();
    Some(ActorChoicesView {
        schema: ACTOR_CHOICES_SCHEMA,
        name: unlisted.name,
        new_entry,
        entries: entries
            .map(|(nth, entry)| EntryItem {
                id: entry.id.to_string(),
                label: entry.name.to_string(),
                description: about(entry),
                is_near: nth < unlisted.near,
            })
            .collect(),
    })
}

fn about(entry: &Entry) -> String {
    let title = entry.titles_on(None).next().map(|title| title.text.as_str());
    dotted([entry.kind.name(), title.unwrap_or_default()])
}
