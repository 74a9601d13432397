//! Looking events, actors and quotations up over the open drafts.

use std::sync::Arc;

use copydesk::engine::{self, Cache, Draft};
use copydesk::language;
use copydesk::lsp::Config;
use serde_json::{Value, json};

use crate::client::{Client, URI, everyday};
use crate::story;

/// What answers: "Rosa Weil | Foreign Minister".
async fn found(client: &mut Client, query: &str) -> Vec<String> {
    let symbols = client.request("workspace/symbol", json!({ "query": query })).await;
    let symbols = symbols.as_array().unwrap().iter();
    symbols
        .map(|symbol| {
            let container = symbol["containerName"].as_str().unwrap_or_default();
            format!("{} | {container}", symbol["name"].as_str().unwrap())
        })
        .collect()
}

#[tokio::test]
async fn actors_events_and_quotations_answer() {
    let mut client = story::open(everyday()).await;
    let rosa = found(&mut client, "rosa").await;
    assert_eq!(rosa[0], "Rosa Weil | Foreign Minister");
    let cranes = found(&mut client, "cranes are").await;
    assert_eq!(cranes, ["“The cranes are safe” | Rosa Weil"]);
    let meeting = found(&mut client, "will meet").await;
    assert!(
        meeting[0].starts_with("Brask will meet Weil in Tellmark on Thursday | Anton Brask · Thursday 8 May 2031"),
        "{meeting:?}"
    );
    assert_eq!(found(&mut client, "qqq").await, [""; 0]);
    let symbols = client.request("workspace/symbol", json!({ "query": "rosa" })).await;
    assert_eq!(symbols[0]["location"]["uri"], URI);
    assert_eq!(story::words(&symbols[0]["location"]["range"]), "1 Rosa Weil");
    client.end().await;
}

#[tokio::test]
async fn all_open_drafts_answer_and_a_failed_one_does_not_count() {
    let analyse = |draft: &Draft, cache: &Cache| {
        assert!(!draft.text.contains("PANIC"), "the draft says so");
        engine::analyse(draft, cache, language::embedded())
    };
    let config = Config {
        analyse: Arc::new(analyse),
        ..Config::new(language::embedded())
    };
    let (mut client, _) = Client::with(config, everyday()).await;
    for (name, text) in [
        ("a", "Anton Brask spoke."),
        ("b", "PANIC: Anton Brask spoke."),
        ("c", "Anton Brask left."),
    ] {
        let uri = format!("file:///desk/{name}.txt");
        let document = json!({ "uri": uri, "languageId": "plaintext", "version": 1, "text": text });
        client
            .notify("textDocument/didOpen", json!({ "textDocument": document }))
            .await;
    }
    let mut uris: Vec<Value> = Vec::new();
    let symbols = client.request("workspace/symbol", json!({ "query": "anton" })).await;
    uris.extend(
        symbols
            .as_array()
            .unwrap()
            .iter()
            .map(|symbol| symbol["location"]["uri"].clone()),
    );
    uris.dedup();
    assert_eq!(uris, ["file:///desk/a.txt", "file:///desk/c.txt"]);
    client.next("window/logMessage").await;
    client.diagnostics().await;
    client.diagnostics().await;
    client.end().await;
}
