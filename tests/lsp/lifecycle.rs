//! Start and end, and what both sides can do.

use copydesk::lsp::End;
use serde_json::{Value, json};

use crate::client::{Client, everyday};
use crate::model;

#[tokio::test]
async fn the_server_says_what_it_does() {
    let (client, answer) = Client::with(model::config(), everyday()).await;
    assert_eq!(answer["serverInfo"]["name"], "copydesk");
    let can = &answer["capabilities"];
    assert_eq!(can["positionEncoding"], "utf-16");
    assert_eq!(
        can["textDocumentSync"],
        json!({ "openClose": true, "change": 2, "save": true })
    );
    assert_eq!(can["hoverProvider"], true);
    assert_eq!(can["documentSymbolProvider"], true);
    let kinds = json!(["quickfix", "source.fixAll.copydesk", "refactor.actorFile.copydesk"]);
    assert_eq!(can["codeActionProvider"]["codeActionKinds"], kinds);
    for provider in [
        "declaration",
        "definition",
        "references",
        "documentHighlight",
        "inlayHint",
        "workspaceSymbol",
        "rename",
    ] {
        assert_eq!(can[format!("{provider}Provider")], true, "{provider}");
    }
    assert_eq!(can["completionProvider"]["resolveProvider"], true);
    assert_eq!(can["workspace"]["workspaceFolders"]["changeNotifications"], true);
    // Diagnostics are pushed; offered for pulling, too, they would show twice.
    assert_eq!(can.get("diagnosticProvider"), None);
    client.end().await;
}

#[tokio::test]
async fn the_first_encoding_of_the_client_that_is_known_is_used() {
    for (offered, taken, letter) in [
        (json!(["utf-32", "utf-8", "utf-16"]), "utf-32", 4),
        (json!(["utf-8", "utf-16"]), "utf-8", 10),
        (json!(["utf-16"]), "utf-16", 5),
        (Value::Null, "utf-16", 5),
    ] {
        let mut capabilities = everyday();
        capabilities["general"] = json!({ "positionEncodings": offered });
        let (mut client, answer) = Client::with(model::config(), capabilities).await;
        assert_eq!(answer["capabilities"]["positionEncoding"], taken);
        client.open("É–🙂 wrong").await;
        let range = client.diagnostics().await["diagnostics"][0]["range"].clone();
        assert_eq!(range["start"], json!({ "line": 0, "character": letter }), "{taken}");
        client.edit(2, [0, letter, 0, letter + 5], "odd").await;
        let published = client.diagnostics_of(2).await;
        assert_eq!(published["diagnostics"][0]["code"], "odd-word", "{taken}");
        client.close().await;
        client.diagnostics().await;
        client.end().await;
    }
}

#[tokio::test]
async fn a_request_before_initialize_is_refused() {
    let mut client = Client::silent(model::config());
    let id = client.ask("textDocument/hover", json!({})).await;
    assert_eq!(client.answer(id).await["error"]["code"], -32002);
    assert_eq!(client.hang_up().await, End::Abandoned);
}

#[tokio::test]
async fn exit_without_shutdown_is_no_good_end() {
    let mut client = Client::start().await;
    client.send(json!({ "jsonrpc": "2.0", "method": "exit" })).await;
    assert_eq!(client.ended().await, End::Abandoned);
}

#[tokio::test]
async fn a_closed_input_ends_the_server() {
    let client = Client::start().await;
    assert_eq!(client.hang_up().await, End::Abandoned);
    let mut client = Client::start().await;
    client.request("shutdown", Value::Null).await;
    assert_eq!(client.hang_up().await, End::Shutdown);
}

#[tokio::test]
async fn a_closed_input_ends_the_server_also_while_it_is_busy() {
    let gate = model::Gate::default();
    let (mut client, _) = Client::with(gate.config(), everyday()).await;
    client.open("A draft.").await;
    client
        .ask(
            "textDocument/documentSymbol",
            json!({ "textDocument": { "uri": crate::client::URI } }),
        )
        .await;
    assert_eq!(client.hang_up().await, End::Abandoned);
    gate.open();
}

#[tokio::test]
async fn messages_that_are_none_are_survived() {
    let mut client = Client::start().await;
    client.notify("copydesk/nonsense", json!({ "a": 1 })).await;
    client.notify("$/setTrace", json!({ "value": "off" })).await;
    client
        .notify("textDocument/didChange", json!({ "textDocument": 3 }))
        .await;
    client
        .notify(
            "textDocument/didClose",
            json!({ "textDocument": { "uri": "file:///no.txt" } }),
        )
        .await;
    // An edit that cannot be read is mentioned: the draft may be another one by now.
    client.next("window/logMessage").await;
    let id = client.ask("copydesk/nonsense", json!({})).await;
    assert_eq!(client.answer(id).await["error"]["code"], -32601);
    let id = client.ask("textDocument/hover", json!({ "position": 1 })).await;
    assert_eq!(client.answer(id).await["error"]["code"], -32602);
    client.end().await;
}
