//! What is shown while somebody types, and when the rest comes.

use std::time::Duration;

use copydesk::lsp::Config;
use serde_json::{Value, json};

use crate::client::{Client, URI, everyday};
use crate::model;

/// Longer than a test takes between two of its messages, even on a busy machine.
const LONG: Duration = Duration::from_secs(600);

async fn client(delay: Duration) -> Client {
    let config = Config {
        delay,
        ..model::config()
    };
    Client::with(config, everyday()).await.0
}

fn codes(published: &Value) -> Vec<&str> {
    let all = published["diagnostics"].as_array().unwrap();
    all.iter().map(|one| one["code"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_new_finding_waits_for_a_pause() {
    let mut client = client(Duration::from_millis(100)).await;
    client.open("an odd line").await;
    assert_eq!(codes(&client.diagnostics().await), ["odd-word"]);
    client.edit(2, [0, 11, 0, 11], " is wrong").await;
    let mut shown = vec![];
    while shown.len() < 2 {
        let published = client.diagnostics_of(2).await;
        shown = codes(&published).into_iter().map(str::to_owned).collect();
    }
    assert_eq!(shown, ["odd-word", "wrong-word"]);
    client.end().await;
}

#[tokio::test]
async fn a_new_finding_waits_for_a_save() {
    let mut client = client(LONG).await;
    client.open("a line").await;
    client.diagnostics().await;
    client.edit(2, [0, 6, 0, 6], " is wrong").await;
    assert_eq!(codes(&client.diagnostics_of(2).await), [""; 0]);
    client.hears_nothing().await;
    let saved = json!({ "textDocument": { "uri": URI } });
    client.notify("textDocument/didSave", saved.clone()).await;
    assert_eq!(codes(&client.diagnostics_of(2).await), ["wrong-word"]);
    // There is nothing more to say.
    client.notify("textDocument/didSave", saved).await;
    client.end().await;
}

#[tokio::test]
async fn what_an_edit_cures_goes_at_once() {
    let mut client = client(LONG).await;
    client.open("a wrong line").await;
    assert_eq!(codes(&client.diagnostics().await), ["wrong-word"]);
    client.edit(2, [0, 2, 0, 3], "").await;
    assert_eq!(codes(&client.diagnostics_of(2).await), [""; 0]);
    client.end().await;
}

#[tokio::test]
async fn the_client_sets_how_long_a_pause_is() {
    let (mut client, _) = Client::with(model::config(), everyday()).await;
    let settings = json!({ "settings": { "copydesk": { "diagnostics": { "delay": 60_000 } } } });
    client.notify("workspace/didChangeConfiguration", settings).await;
    client.open("a line").await;
    client.diagnostics().await;
    client.edit(2, [0, 6, 0, 6], " is wrong").await;
    assert_eq!(codes(&client.diagnostics_of(2).await), [""; 0]);
    client.end().await;
}
