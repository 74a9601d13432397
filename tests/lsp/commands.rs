//! Commands: the timeline over open drafts.

use serde_json::{Value, json};

use crate::client::{Client, everyday};
use crate::model;

async fn open(client: &mut Client, uri: &str, text: &str) {
    let document = json!({ "uri": uri, "languageId": "plaintext", "version": 1, "text": text });
    client
        .notify("textDocument/didOpen", json!({ "textDocument": document }))
        .await;
    client.diagnostics().await;
}

async fn timeline(client: &mut Client, arguments: Value) -> Value {
    let params = json!({ "command": "copydesk.timeline", "arguments": arguments });
    client.request("workspace/executeCommand", params).await
}

#[tokio::test]
async fn the_timeline_is_announced_and_covers_the_open_drafts() {
    let (mut client, started) = Client::with(model::config(), everyday()).await;
    let commands = &started["capabilities"]["executeCommandProvider"]["commands"];
    assert!(
        commands.as_array().unwrap().contains(&json!("copydesk.timeline")),
        "{started}"
    );
    open(&mut client, "file:///desk/b.txt", "The strike ended on 3 May 2031.\n").await;
    open(&mut client, "file:///desk/a.txt", "The strike began on 1 May 2031.\n").await;
    let all = timeline(&mut client, json!([{ "format": "json" }])).await;
    let days = |made: &Value| -> Vec<String> {
        let rows = made["days"].as_array().unwrap();
        rows.iter()
            .map(|row| format!("{} {}:{}", row["from"], row["path"], row["column"]))
            .collect()
    };
    assert_eq!(
        days(&all),
        ["\"2031-05-01\" \"/desk/a.txt\":21", "\"2031-05-03\" \"/desk/b.txt\":21"]
    );
    let one = timeline(
        &mut client,
        json!([{ "format": "json", "uris": ["file:///desk/b.txt", "file:///no.txt"] }]),
    )
    .await;
    assert_eq!(days(&one), ["\"2031-05-03\" \"/desk/b.txt\":21"]);
    let table = timeline(&mut client, json!([])).await;
    assert!(table.as_str().unwrap().starts_with("| Day | What |"), "{table}");
    let csv = timeline(&mut client, json!([{ "format": "csv" }])).await;
    assert!(csv.as_str().unwrap().starts_with("from,to,when"), "{csv}");
    client.end().await;
}
