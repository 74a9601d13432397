//! Sending notifications, one after the other, on a task of its own: nobody else waits until the client takes one.

use std::sync::Arc;
use std::time::Duration;

use crate::lsp::outgoing::{Message, Publication, Urgency};
use crate::lsp::proto::{ViewsChanged, ViewsChangedParams};
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
            let batch = session.state().outgoing.take();
            if batch.is_empty() {
                break;
            }
            for Message { kind, text, is_shown } in batch.messages {
                if is_shown {
                    session.client.show_message(kind, text).await;
                } else {
                    session.client.log_message(kind, text).await;
                }
            }
            if let Some(Publication {
                uri,
                number,
                diagnostics,
                ..
            }) = batch.publication
            {
                session.client.publish_diagnostics(uri, diagnostics, number).await;
            }
            if let Some(urgency) = batch.refresh {
                tokio::spawn(refresh(Arc::clone(&session), urgency));
            }
            if let Some((uri, version)) = batch.views {
                let params = ViewsChangedParams { uri, version };
                session.client.send_notification::<ViewsChanged>(params).await;
            }
        }
    }
}

/// Has the client ask for diagnostics again, unless it does so by itself. Until it has answered, it is not asked another time.
async fn refresh(session: Arc<Session>, urgency: Urgency) {
    if urgency == Urgency::Soon {
        tokio::time::sleep(GRACE).await;
    }
    if session.state().outgoing.take_refresh() {
        // Whether it did makes no difference to us.
        let _ = tokio::time::timeout(PATIENCE, session.client.workspace_diagnostic_refresh()).await;
    }
    session.state().outgoing.refreshed();
    session.wake.notify_one();
}

/// How long after an edit a client asks by itself, if it ever does.
const GRACE: Duration = Duration::from_millis(300);

/// A client that has not answered by then does not answer.
const PATIENCE: Duration = Duration::from_secs(30);
