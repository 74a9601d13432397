//! The outline.

use serde_json::{Value, json};

use crate::client::{Client, URI, everyday};
use crate::model;

async fn outline(client: &mut Client) -> Vec<Value> {
    let document = json!({ "uri": "file:///desk/story.md", "languageId": "markdown", "version": 1, "text":
        "# Harbour opens\n\n“We will open the harbour,” Odile Marchetti said on Monday.\n" });
    client
        .notify("textDocument/didOpen", json!({ "textDocument": document }))
        .await;
    client.diagnostics().await;
    let params = json!({ "textDocument": { "uri": "file:///desk/story.md" } });
    let symbols = client.request("textDocument/documentSymbol", params).await;
    symbols.as_array().unwrap().clone()
}

fn check(symbol: &Value) {
    assert!(!symbol["name"].as_str().unwrap().trim().is_empty());
    let place = |range: &str, end: &str| {
        let position = &symbol[range][end];
        (
            position["line"].as_u64().unwrap(),
            position["character"].as_u64().unwrap(),
        )
    };
    assert!(place("range", "start") <= place("selectionRange", "start"), "{symbol}");
    assert!(place("selectionRange", "end") <= place("range", "end"), "{symbol}");
    symbol["children"].as_array().into_iter().flatten().for_each(check);
}

#[tokio::test]
async fn the_outline_is_a_tree_whose_selections_lie_inside() {
    let mut client = Client::start().await;
    let symbols = outline(&mut client).await;
    symbols.iter().for_each(check);
    client.end().await;
}

#[tokio::test]
async fn a_client_without_trees_gets_a_row() {
    let mut capabilities = everyday();
    capabilities["textDocument"]["documentSymbol"] = json!({});
    let (mut client, _) = Client::with(model::config(), capabilities).await;
    for symbol in outline(&mut client).await {
        assert_eq!(symbol["location"]["uri"], "file:///desk/story.md");
    }
    client.end().await;
}

#[tokio::test]
async fn a_draft_that_is_not_open_has_no_outline() {
    let mut client = Client::start().await;
    let params = json!({ "textDocument": { "uri": URI } });
    assert_eq!(client.request("textDocument/documentSymbol", params).await, Value::Null);
    client.end().await;
}
