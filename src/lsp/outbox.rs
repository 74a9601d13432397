//! Sending notifications, one after the other, on a task of its own: nobody else waits until the client takes one.

use std::sync::Arc;

use crate::lsp::outgoing::Publication;
use crate::lsp::session::Session;

/// Sends what waits, for as long as the session lasts.
pub async fn run(session: Arc<Session>) {
    loop {
        match session.next_pause() {
            None => session.wake.notified().await,
            Some(end) => tokio::select! {
                () = session.wake.notified() => {}
                () = tokio::time::sleep_until(end.into()) => session.pause(),
            },
        }
        loop {
            let (publication, messages) = session.state().outgoing.take();
            if publication.is_none() && messages.is_empty() {
                break;
            }
            for (kind, text) in messages {
                session.client.log_message(kind, text).await;
            }
            if let Some(Publication {
                uri,
                number,
                diagnostics,
            }) = publication
            {
                session.client.publish_diagnostics(uri, diagnostics, number).await;
            }
        }
    }
}
