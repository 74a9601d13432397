//! What changed in an open draft since a commit. Git is asked only here, only when the user asks, and for this one file.

use std::path::Path;
use std::sync::Arc;

use serde_json::Value;
use tokio::sync::oneshot;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::Uri;

use crate::engine::{Cache, Draft};
use crate::history::{OldFile, Repository};
use crate::lsp::proto::{self, ChangesFormat, DiffArguments, DiffParams, DiffView, NotDone};
use crate::lsp::session::{Analysed, Session, largest};
use crate::render::{ComparedDrafts, changes_json, changes_markdown, changes_text};

/// The commit that a draft is compared with if none is named: the last one.
const LAST_COMMIT: &str = "HEAD";

/// What changed in a draft, as it is in the editor, since a revision, as a document to keep.
pub async fn changes_since(session: &Arc<Session>, asked: DiffArguments) -> Result<Option<Value>> {
    let format = asked.format;
    let written = compared(session, asked.uri, asked.revision, move |_, compared| match format {
        ChangesFormat::Markdown => Value::String(changes_markdown(compared)),
        ChangesFormat::Text => Value::String(changes_text(compared)),
        ChangesFormat::Json => changes_json(compared),
    });
    let refused = || proto::refusal(&NotDone::NoFile);
    written.await?.ok_or_else(refused).map(Some)
}

/// `copydesk/diff`: the same for a view of the editor's; `null` where the draft is not open.
pub async fn diff(session: &Arc<Session>, params: DiffParams) -> Result<Option<DiffView>> {
    let uri = params.text_document.uri;
    let (of, capabilities) = (uri.clone(), session.capabilities());
    let view = move |analysed: &Analysed, compared: &ComparedDrafts<'_>| {
        let names = (compared.old.0, compared.new.0);
        proto::diff_view(&analysed.draft(&of), names, compared.differences, &capabilities)
    };
    compared(session, uri, params.revision, view).await
}

/// What is made of a draft and its older version; `None` where the draft is not open.
async fn compared<T: Send + 'static>(
    session: &Arc<Session>,
    uri: Uri,
    revision: Option<String>,
    make: impl FnOnce(&Analysed, &ComparedDrafts<'_>) -> T + Send + 'static,
) -> Result<Option<T>> {
    let Some(analysed) = session.claim(&uri).redeem().await? else {
        return Ok(None);
    };
    let (answer, answered) = oneshot::channel();
    let at_work = Arc::clone(session);
    session.spawn(move || {
        let made = with_old(&at_work, &analysed, &uri, revision.as_deref(), make);
        drop(answer.send(made));
    });
    answered.await.map_err(|_| Error::internal_error())?.map(Some)
}

fn with_old<T>(
    session: &Session,
    analysed: &Analysed,
    uri: &Uri,
    revision: Option<&str>,
    make: impl FnOnce(&Analysed, &ComparedDrafts<'_>) -> T,
) -> Result<T> {
    let path = proto::path(uri).ok_or_else(|| proto::refusal(&NotDone::NoFile))?;
    let revision = revision.unwrap_or(LAST_COMMIT);
    let limit = largest(&session.state(), uri) as u64;
    let name = path.file_name().and_then(|name| name.to_str());
    let (folder, name) = path
        .parent()
        .zip(name)
        .ok_or_else(|| proto::refusal(&NotDone::NoFile))?;
    let old = old_text(folder, revision, name, limit)?;
    let after = &analysed.snapshot;
    let mut draft = Draft {
        text: old.into(),
        read_as: analysed.version.read_as.clone(),
    };
    // With the same notes: else whatever they show would be new.
    draft.read_as.settings.notes.clone_from(&after.facts.notes);
    let before = session.analysed(&draft, &Cache::lenient());
    if before.facts.foreign_language.is_some() || after.facts.foreign_language.is_some() {
        return Err(proto::refusal(&NotDone::NotEnglish));
    }
    let differences = after.differences_from(&before);
    let compared = ComparedDrafts {
        old: (&format!("{revision}:{name}"), &before.text),
        new: (name, &after.text),
        differences: &differences,
    };
    Ok(make(analysed, &compared))
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
