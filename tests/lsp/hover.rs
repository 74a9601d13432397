//! Hover: the right card for a place, in the form the client takes.

use serde_json::{Value, json};

use crate::client::{Client, URI, everyday};
use crate::model;

const DRAFT: &str = "“We will open the harbour,” Odile Marchetti said on Monday.\n";

fn at(character: u32) -> Value {
    json!({ "textDocument": { "uri": URI }, "position": { "line": 0, "character": character } })
}

#[tokio::test]
async fn a_quotation_has_a_card() {
    let mut client = Client::start().await;
    client.open(DRAFT).await;
    client.diagnostics().await;
    let hover = client.request("textDocument/hover", at(5)).await;
    if hover.is_null() {
        println!("left out: this build finds no quotations");
    } else {
        assert_eq!(hover["contents"]["kind"], "markdown");
        assert!(
            hover["contents"]["value"].as_str().unwrap().contains("quotation"),
            "{hover}"
        );
        assert_eq!(hover["range"]["start"], json!({ "line": 0, "character": 0 }));
    }
    client.end().await;
}

#[tokio::test]
async fn a_client_without_markdown_gets_plain_text() {
    let mut capabilities = everyday();
    capabilities["textDocument"]["hover"] = json!({});
    let (mut client, _) = Client::with(model::config(), capabilities).await;
    client.open(DRAFT).await;
    client.diagnostics().await;
    let hover = client.request("textDocument/hover", at(5)).await;
    assert!(hover.is_null() || hover["contents"]["kind"] == "plaintext", "{hover}");
    client.end().await;
}

#[tokio::test]
async fn where_nothing_is_known_there_is_no_card() {
    let mut client = Client::start().await;
    client.open("\n\n").await;
    client.diagnostics().await;
    assert_eq!(client.request("textDocument/hover", at(0)).await, Value::Null);
    let elsewhere = json!({ "textDocument": { "uri": "file:///no.txt" }, "position": { "line": 0, "character": 0 } });
    assert_eq!(client.request("textDocument/hover", elsewhere).await, Value::Null);
    client.end().await;
}
