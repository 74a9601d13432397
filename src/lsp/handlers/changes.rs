//! What changed in an open draft since a commit. Git is asked only here, only when the user asks, and for this one file.

use std::path::Path;
use std::sync::Arc;

use serde_json::Value;
use tokio::sync::oneshot;
use tower_lsp::jsonrpc::{Error, Result};

use crate::engine::{Cache, Draft};
use crate::history::{OldFile, Repository};
use crate::lsp::proto::{self, ChangesFormat, DiffArguments, NotDone};
use crate::lsp::session::{Analysed, Session, largest};
use crate::render::{ComparedDrafts, changes_json, changes_markdown, changes_text};

/// The commit that a draft is compared with if none is named: the last one.
const LAST_COMMIT: &str = "HEAD";

/// What changed in a draft, as it is in the editor, since a revision.
pub async fn changes_since(session: &Arc<Session>, asked: DiffArguments) -> Result<Option<Value>> {
    let claim = session.claim(&asked.uri);
    let analysed = claim.redeem().await?.ok_or_else(|| proto::refusal(&NotDone::NoFile))?;
    let (answer, answered) = oneshot::channel();
    let at_work = Arc::clone(session);
    session.spawn(move || drop(answer.send(changes(&at_work, &analysed, &asked))));
    answered.await.map_err(|_| Error::internal_error())?.map(Some)
}

fn changes(session: &Session, analysed: &Analysed, asked: &DiffArguments) -> Result<Value> {
    let path = proto::path(&asked.uri).ok_or_else(|| proto::refusal(&NotDone::NoFile))?;
    let revision = asked.revision.as_deref().unwrap_or(LAST_COMMIT);
    let limit = largest(&session.state(), &asked.uri) as u64;
    let name = path.file_name().and_then(|name| name.to_str());
    let (folder, name) = path
        .parent()
        .zip(name)
        .ok_or_else(|| proto::refusal(&NotDone::NoFile))?;
    let old = old_text(folder, revision, name, limit)?;
    let draft = Draft {
        text: old.into(),
        read_as: analysed.version.read_as.clone(),
    };
    let before = session.analysed(&draft, &Cache::lenient());
    let after = &analysed.snapshot;
    if before.facts.foreign_language.is_some() || after.facts.foreign_language.is_some() {
        return Err(proto::refusal(&NotDone::NotEnglish));
    }
    let differences = after.differences_from(&before);
    let compared = ComparedDrafts {
        old: (&format!("{revision}:{name}"), &before.text),
        new: (name, &after.text),
        differences: &differences,
    };
    Ok(match asked.format {
        ChangesFormat::Markdown => Value::String(changes_markdown(&compared)),
        ChangesFormat::Text => Value::String(changes_text(&compared)),
        ChangesFormat::Json => changes_json(&compared),
    })
}

/// The text of a file in a folder as a revision has it.
fn old_text(folder: &Path, revision: &str, name: &str, limit: u64) -> Result<String> {
    let read = || {
        let path = format!("./{name}");
        let file = OldFile { revision, path: &path };
        Repository::of(folder)?.read(&file, limit)
    };
    let bytes = read().map_err(|error| proto::refusal(&error))?;
    String::from_utf8(bytes).map_err(|_| proto::refusal(&NotDone::NotText))
}
