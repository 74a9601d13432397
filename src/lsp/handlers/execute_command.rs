//! `workspace/executeCommand`: what an editor asks for by name. It changes nothing: the client does.

use std::sync::Arc;

use serde_json::Value;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{ExecuteCommandParams, ShowDocumentParams, Uri};

use crate::lsp::actions::{dismissal, edit_of};
use crate::lsp::handlers::changes::changes_since;
use crate::lsp::proto::{
    self, ADD_ACTOR, AddActorArguments, AddAs, Choice, DIFF, DiffArguments, EXCLUDE, EXPORT, ExcludeArguments,
    ExportArguments, ExportFormat, ExportKind, IGNORE, IgnoreArguments, NotDone, OPEN_NOTES, OpenNotesArguments,
    SOURCES, SourcesArguments, TIMELINE, TimelineArguments,
};
use crate::lsp::session::{Analysed, Session};
use crate::render::{SourceTable, Timeline, outline};
use crate::text::Span;

/// Runs a command that the server announced.
pub async fn execute_command(session: &Arc<Session>, params: ExecuteCommandParams) -> Result<Option<Value>> {
    let arguments = params.arguments;
    match params.command.as_str() {
        TIMELINE => {
            let expected = "{\"uris\"?: […], \"format\"?: \"markdown|csv|json\"}";
            let asked: TimelineArguments = proto::optional(arguments, expected).map_err(Error::invalid_params)?;
            let drafts = drafts(session, asked.uris).await;
            Ok(Some(timeline(&drafts, asked.format)))
        }
        SOURCES => {
            let asked: SourcesArguments =
                proto::optional(arguments, "{\"uris\"?: […]}").map_err(Error::invalid_params)?;
            let drafts = drafts(session, asked.uris).await;
            Ok(Some(views(session, &drafts)))
        }
        EXPORT => {
            let expected =
                "{\"what\": \"timeline|sources|outline\", \"uris\"?: […], \"format\"?: \"markdown|csv|json\"}";
            let asked: ExportArguments = proto::required(arguments, expected).map_err(Error::invalid_params)?;
            let drafts = drafts(session, asked.uris).await;
            Ok(Some(match asked.what {
                ExportKind::Timeline => timeline(&drafts, asked.format),
                ExportKind::Sources => sources(session, &drafts, asked.format),
                ExportKind::Outline => Value::String(outlines(&drafts)),
            }))
        }
        IGNORE => {
            let expected = "{\"uri\", \"range\", \"code\"?, \"scope\": \"here|draft|project|rule\"}";
            let asked: IgnoreArguments = proto::required(arguments, expected).map_err(Error::invalid_params)?;
            ignore(session, asked).await
        }
        ADD_ACTOR => {
            let expected = "{\"uri\", \"position\", \"as\": \"new|alias|misspelling\", \"entry\"?}";
            let asked: AddActorArguments = proto::required(arguments, expected).map_err(Error::invalid_params)?;
            add_actor(session, asked).await
        }
        EXCLUDE => {
            let asked: ExcludeArguments = proto::required(arguments, "{\"uri\"}").map_err(Error::invalid_params)?;
            let analysed = session.claim(&asked.uri).redeem().await?;
            let analysed = analysed.ok_or_else(|| proto::refusal(&NotDone::Nothing))?;
            apply(session, &analysed, &asked.uri, &Choice::Exclude)
        }
        DIFF => {
            let expected = "{\"uri\", \"revision\"?, \"format\"?: \"markdown|text|json\"}";
            let asked: DiffArguments = proto::required(arguments, expected).map_err(Error::invalid_params)?;
            changes_since(session, asked).await
        }
        OPEN_NOTES => {
            let asked: OpenNotesArguments =
                proto::required(arguments, "{\"uri\", \"range\"}").map_err(Error::invalid_params)?;
            show(session, asked);
            Ok(None)
        }
        unknown => Err(Error::invalid_params(format!("unknown command {unknown:?}"))),
    }
}

/// The drafts named, or all that are open. Drafts that are not open, or cannot be read, are left out.
async fn drafts(session: &Arc<Session>, uris: Option<Vec<Uri>>) -> Vec<(Uri, Arc<Analysed>)> {
    let uris: Vec<Uri> = uris.unwrap_or_else(|| session.open_drafts());
    // All claims first: edits that come later cannot push in between.
    let claims: Vec<_> = uris.iter().map(|uri| session.claim(uri)).collect();
    let mut drafts = Vec::new();
    for (uri, claim) in uris.into_iter().zip(claims) {
        // A draft that cannot be read must not cost the others.
        if let Ok(Some(analysed)) = claim.redeem().await {
            drafts.push((uri, analysed));
        }
    }
    drafts
}

fn name_of(uri: &Uri) -> String {
    proto::path(uri).map_or_else(|| uri.as_str().to_owned(), |path| path.display().to_string())
}

fn timeline(drafts: &[(Uri, Arc<Analysed>)], format: ExportFormat) -> Value {
    let mut timeline = Timeline::default();
    for (uri, analysed) in drafts {
        timeline.add(&name_of(uri), &analysed.snapshot);
    }
    match format {
        ExportFormat::Markdown => Value::String(timeline.markdown()),
        ExportFormat::Csv => Value::String(timeline.csv()),
        ExportFormat::Json => timeline.json(),
    }
}

fn sources(session: &Session, drafts: &[(Uri, Arc<Analysed>)], format: ExportFormat) -> Value {
    let mut table = SourceTable::default();
    for (uri, analysed) in drafts {
        table.add(&name_of(uri), &analysed.snapshot);
    }
    match format {
        ExportFormat::Markdown => Value::String(table.markdown()),
        ExportFormat::Csv => Value::String(table.csv()),
        ExportFormat::Json => views(session, drafts),
    }
}

/// What `copydesk/sources` answers for each of the drafts.
fn views(session: &Session, drafts: &[(Uri, Arc<Analysed>)]) -> Value {
    let capabilities = session.capabilities();
    let views = drafts
        .iter()
        .map(|(uri, analysed)| proto::sources_view(&analysed.draft(uri), &analysed.snapshot, &capabilities));
    serde_json::to_value(views.collect::<Vec<_>>()).unwrap_or_default()
}

fn outlines(drafts: &[(Uri, Arc<Analysed>)]) -> String {
    let texts = drafts.iter().map(|(_, analysed)| outline(&analysed.snapshot.outline()));
    texts.collect::<Vec<_>>().join("\n")
}

/// Asks the client to show a place in the notes.
fn show(session: &Arc<Session>, asked: OpenNotesArguments) {
    let client = session.client.clone();
    let wanted = ShowDocumentParams {
        uri: asked.uri,
        external: Some(false),
        take_focus: Some(true),
        selection: Some(asked.range),
    };
    // A handler that waits for the client can wait for ever; whether it did makes no difference to us.
    tokio::spawn(async move { client.show_document(wanted).await });
}

/// Leaves a finding out.
async fn ignore(session: &Arc<Session>, asked: IgnoreArguments) -> Result<Option<Value>> {
    let not_done = || proto::refusal(&NotDone::Nothing);
    let uri = asked.uri;
    let analysed = session.claim(&uri).redeem().await?.ok_or_else(not_done)?;
    let client = session.capabilities();
    let offset = |at| analysed.version.document.offset(proto::position(at), client.encoding);
    let place = Span::new(offset(asked.range.start), offset(asked.range.end));
    let choice = dismissal(&analysed.snapshot, place, asked.code.as_deref(), asked.scope);
    let choice = choice.map_err(|reason| proto::refusal(&reason))?;
    apply(session, &analysed, &uri, &choice)
}

/// Takes the name at a place up into the actor file.
async fn add_actor(session: &Arc<Session>, asked: AddActorArguments) -> Result<Option<Value>> {
    let not_done = || proto::refusal(&NotDone::Nothing);
    let analysed = session.claim(&asked.uri).redeem().await?.ok_or_else(not_done)?;
    let encoding = session.capabilities().encoding;
    let offset = analysed
        .version
        .document
        .offset(proto::position(asked.position), encoding);
    let choice = match (asked.added_as, asked.entry) {
        (AddAs::New, None) => Choice::AddEntry { offset },
        (added_as @ (AddAs::Alias | AddAs::Misspelling), Some(entry)) => Choice::AddName {
            name: analysed.snapshot.unlisted(offset).ok_or_else(not_done)?.name,
            entry,
            is_wrong: added_as == AddAs::Misspelling,
        },
        _ => {
            return Err(Error::invalid_params(
                "a new entry takes no “entry”, and a name needs one",
            ));
        }
    };
    apply(session, &analysed, &asked.uri, &choice)
}

/// Asks the client to apply what was chosen; a client that can't be asked gets the edit as the answer.
fn apply(session: &Arc<Session>, analysed: &Analysed, uri: &Uri, choice: &Choice) -> Result<Option<Value>> {
    let client = session.capabilities();
    let edit = edit_of(session, analysed, uri, choice).ok_or_else(|| proto::refusal(&NotDone::of(choice)))?;
    if !client.applies_edits {
        return Ok(serde_json::to_value(edit).ok());
    }
    let client = session.client.clone();
    // A handler that waits for the client can wait for ever; whether it did makes no difference to us.
    tokio::spawn(async move { client.apply_edit(edit).await });
    Ok(None)
}
