//! Diagnostics for a client that asks for them: it is sent none unasked.

use std::time::Duration;

use copydesk::lsp::Config;
use serde_json::{Value, json};

use crate::client::{Client, URI, everyday};
use crate::model;

fn asking() -> Value {
    let mut capabilities = everyday();
    capabilities["textDocument"]["diagnostic"] = json!({ "dynamicRegistration": false });
    capabilities["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
    capabilities
}

async fn ask(client: &mut Client, known: &Value) -> Value {
    let mut params = json!({ "textDocument": { "uri": URI }, "identifier": "copydesk" });
    if !known.is_null() {
        params["previousResultId"] = known.clone();
    }
    client.request("textDocument/diagnostic", params).await
}

fn codes(report: &Value) -> Vec<&str> {
    let all = report["items"].as_array().unwrap_or_else(|| panic!("{report}"));
    all.iter().map(|one| one["code"].as_str().unwrap()).collect()
}

/// Answers the server's request to ask again; others that came for the same reason may follow.
async fn refreshed(client: &mut Client) {
    let (_, id) = client.next("workspace/diagnostic/refresh").await;
    client.reply(id, Value::Null).await;
}

#[tokio::test]
async fn a_client_that_asks_is_told_and_is_sent_nothing() {
    let (mut client, started) = Client::with(model::config(), asking()).await;
    let offered = &started["capabilities"]["diagnosticProvider"];
    assert_eq!(offered["workspaceDiagnostics"], true);
    assert_eq!(offered["interFileDependencies"], false);
    client.open("an odd wrong line").await;
    let first = ask(&mut client, &Value::Null).await;
    assert_eq!(
        (&first["kind"], codes(&first)),
        (&json!("full"), vec!["odd-word", "wrong-word"])
    );
    let again = ask(&mut client, &first["resultId"]).await;
    assert_eq!(again, json!({ "kind": "unchanged", "resultId": first["resultId"] }));
    client.edit(2, [0, 3, 0, 7], "").await;
    let second = ask(&mut client, &first["resultId"]).await;
    assert_eq!(codes(&second), ["wrong-word"]);
    client.end().await;
}

#[tokio::test]
async fn what_was_held_back_is_told_after_the_pause() {
    let config = Config {
        delay: Duration::from_millis(150),
        ..model::config()
    };
    let (mut client, _) = Client::with(config, asking()).await;
    client.open("a line").await;
    let first = ask(&mut client, &Value::Null).await;
    assert_eq!(codes(&first), [""; 0]);
    client.edit(2, [0, 6, 0, 6], " is wrong").await;
    let held = ask(&mut client, &first["resultId"]).await;
    assert_eq!(held["kind"], "unchanged", "{held}");
    refreshed(&mut client).await;
    let shown = ask(&mut client, &held["resultId"]).await;
    assert_eq!(codes(&shown), ["wrong-word"]);
    client.end().await;
}

#[tokio::test]
async fn a_client_that_does_not_ask_after_an_edit_is_asked_to() {
    let (mut client, _) = Client::with(model::config(), asking()).await;
    client.open("a line").await;
    ask(&mut client, &Value::Null).await;
    client.edit(2, [0, 0, 0, 0], "wrong ").await;
    refreshed(&mut client).await;
    assert_eq!(codes(&ask(&mut client, &Value::Null).await), ["wrong-word"]);
    client.end().await;
}

/// VS Code asks about the workspace every two seconds, and shows nothing of the answer in drafts that are open.
#[tokio::test]
async fn who_asks_about_the_workspace_has_not_asked_about_an_open_draft() {
    let (mut client, _) = Client::with(model::config(), asking()).await;
    client.open("a line").await;
    ask(&mut client, &Value::Null).await;
    client.edit(2, [0, 0, 0, 0], "wrong ").await;
    loop {
        let all = json!({ "previousResultIds": [] });
        let all = client.request("workspace/diagnostic", all).await;
        if codes(&all["items"][0]) == ["wrong-word"] {
            break;
        }
    }
    refreshed(&mut client).await;
    assert_eq!(codes(&ask(&mut client, &Value::Null).await), ["wrong-word"]);
    client.end().await;
}

#[tokio::test]
async fn all_that_is_known_can_be_asked_for() {
    let (mut client, _) = Client::with(model::config(), asking()).await;
    client.open("a wrong line").await;
    let report = ask(&mut client, &Value::Null).await;
    let known = json!([
        { "uri": URI, "value": report["resultId"] },
        { "uri": "file:///desk/gone.txt", "value": "old" },
    ]);
    let all = client
        .request("workspace/diagnostic", json!({ "previousResultIds": [] }))
        .await;
    assert_eq!(
        (&all["items"][0]["uri"], &all["items"][0]["version"]),
        (&json!(URI), &json!(1))
    );
    assert_eq!(codes(&all["items"][0]), ["wrong-word"]);
    let all = client
        .request("workspace/diagnostic", json!({ "previousResultIds": known }))
        .await;
    assert_eq!(all["items"][0]["kind"], "unchanged");
    assert_eq!(
        (&all["items"][1]["kind"], codes(&all["items"][1])),
        (&json!("full"), vec![])
    );
    client.close().await;
    let all = client
        .request("workspace/diagnostic", json!({ "previousResultIds": [] }))
        .await;
    assert_eq!(all["items"], json!([]));
    client.end().await;
}

#[tokio::test]
async fn who_cannot_be_asked_to_ask_again_is_sent_them() {
    let mut capabilities = asking();
    capabilities["workspace"]["diagnostics"] = json!({});
    let (mut client, started) = Client::with(model::config(), capabilities).await;
    assert_eq!(started["capabilities"].get("diagnosticProvider"), None);
    client.open("a wrong line").await;
    assert_eq!(client.diagnostics().await["diagnostics"][0]["code"], "wrong-word");
    client.end().await;
}
