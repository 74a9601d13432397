//! `workspace/executeCommand`: what an editor asks for by name. It changes nothing.

use std::sync::Arc;

use serde_json::Value;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{ExecuteCommandParams, Uri};

use crate::lsp::proto::{self, TIMELINE, TimelineArguments, TimelineFormat};
use crate::lsp::session::Session;
use crate::render::Timeline;

/// Runs a command that the server announced.
pub async fn execute_command(session: &Arc<Session>, params: ExecuteCommandParams) -> Result<Option<Value>> {
    if params.command != TIMELINE {
        return Err(Error::invalid_params(format!("unknown command {:?}", params.command)));
    }
    let arguments = TimelineArguments::read(params.arguments).map_err(Error::invalid_params)?;
    timeline(session, arguments).await.map(Some)
}

/// The timeline over the drafts named, or over all that are open. Drafts that are not open are left out.
async fn timeline(session: &Arc<Session>, arguments: TimelineArguments) -> Result<Value> {
    let uris: Vec<Uri> = arguments.uris.unwrap_or_else(|| session.open_drafts());
    // All claims first: edits that come later cannot push in between.
    let claims: Vec<_> = uris.iter().map(|uri| session.claim(uri)).collect();
    let mut timeline = Timeline::default();
    for (uri, claim) in uris.iter().zip(claims) {
        // A draft that cannot be read must not cost the others.
        if let Ok(Some(analysed)) = claim.redeem().await {
            let name = proto::path(uri).map_or_else(|| uri.as_str().to_owned(), |path| path.display().to_string());
            timeline.add(&name, &analysed.snapshot);
        }
    }
    Ok(match arguments.format {
        TimelineFormat::Markdown => Value::String(timeline.markdown()),
        TimelineFormat::Csv => Value::String(timeline.csv()),
        TimelineFormat::Json => timeline.json(),
    })
}
