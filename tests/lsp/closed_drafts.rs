//! Diagnostics of drafts that nobody has open, for a client that asks for them.

use std::path::Path;
use std::time::Duration;

use copydesk::language::embedded;
use copydesk::lsp::Config;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::client::{Client, everyday};

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn uri(folder: &Path, name: &str) -> String {
    format!("file://{}/{name}", folder.canonicalize().unwrap().display())
}

async fn asking(folder: &Path) -> Client {
    let mut capabilities = everyday();
    capabilities["textDocument"]["diagnostic"] = json!({});
    capabilities["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
    let mut client = Client::silent(Config::new(embedded()));
    let folders = json!([{ "uri": uri(folder, ""), "name": "desk" }]);
    let params = json!({ "processId": null, "capabilities": capabilities, "workspaceFolders": folders });
    client.request("initialize", params).await;
    client.notify("initialized", json!({})).await;
    client
}

async fn refreshed(client: &mut Client) {
    let (_, id) = client.next("workspace/diagnostic/refresh").await;
    client.reply(id, Value::Null).await;
}

/// The codes that are found in each file, by its name.
async fn workspace(client: &mut Client) -> Vec<(String, Vec<String>)> {
    let all = client
        .request("workspace/diagnostic", json!({ "previousResultIds": [] }))
        .await;
    let items = all["items"].as_array().unwrap().iter().map(|item| {
        let name = item["uri"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
        let found = item["items"].as_array().unwrap().iter();
        (
            name,
            found.map(|one| one["code"].as_str().unwrap().to_owned()).collect(),
        )
    });
    items.collect()
}

const DOUBLED: &str = "The the ferry left.\n";

fn doubled(name: &str) -> (String, Vec<String>) {
    (name.to_owned(), vec!["doubled-word".to_owned()])
}

fn clean(name: &str) -> (String, Vec<String>) {
    (name.to_owned(), Vec::new())
}

#[tokio::test]
async fn all_drafts_of_the_workspace_are_reported_once_they_are_read() {
    let folder = folder(&[
        ("a.md", DOUBLED),
        ("b.md", "The ferry left.\n"),
        ("c.md", DOUBLED),
        ("copydesk.toml", "exclude = [\"c.md\"]\n"),
    ]);
    let mut client = asking(folder.path()).await;
    refreshed(&mut client).await;
    assert_eq!(
        workspace(&mut client).await,
        [doubled("a.md"), clean("b.md"), clean("c.md")]
    );
    // An open draft is reported as it is in the editor.
    let document =
        json!({ "uri": uri(folder.path(), "a.md"), "languageId": "markdown", "version": 1, "text": "It left.\n" });
    client
        .notify("textDocument/didOpen", json!({ "textDocument": document }))
        .await;
    let asked = json!({ "textDocument": { "uri": uri(folder.path(), "a.md") } });
    client.request("textDocument/diagnostic", asked).await;
    assert_eq!(
        workspace(&mut client).await,
        [clean("a.md"), clean("b.md"), clean("c.md")]
    );
    client.end().await;
}

#[tokio::test]
async fn another_configuration_has_them_read_again() {
    let folder = folder(&[("a.md", DOUBLED)]);
    let mut client = asking(folder.path()).await;
    refreshed(&mut client).await;
    assert_eq!(workspace(&mut client).await, [doubled("a.md")]);
    let file = folder.path().join("copydesk.toml");
    std::fs::write(&file, "[rules]\ndoubled-word = \"off\"\n").unwrap();
    let changes = json!({ "changes": [{ "uri": uri(folder.path(), "copydesk.toml"), "type": 1 }] });
    client.notify("workspace/didChangeWatchedFiles", changes).await;
    refreshed(&mut client).await;
    assert_eq!(workspace(&mut client).await, [clean("a.md")]);
    client.end().await;
}

#[tokio::test]
async fn a_draft_that_is_not_open_is_read_from_disk() {
    let folder = folder(&[("a.md", DOUBLED)]);
    let mut client = asking(folder.path()).await;
    let asked = |name: &str| json!({ "textDocument": { "uri": uri(folder.path(), name) } });
    let report = client.request("textDocument/diagnostic", asked("a.md")).await;
    assert_eq!(report["items"][0]["code"], "doubled-word", "{report}");
    std::fs::write(folder.path().join("a.md"), "It left.\n").unwrap();
    let report = client.request("textDocument/diagnostic", asked("a.md")).await;
    assert_eq!(report["items"], json!([]));
    // Of a file that is not there nothing is known, which is not the same as clean.
    let id = client.ask("textDocument/diagnostic", asked("gone.md")).await;
    let answer = client.answer(id).await;
    assert_eq!(
        answer["error"]["message"],
        "the draft is not open, and its file cannot be read"
    );
    tokio::time::sleep(Duration::from_millis(10)).await;
    client.hang_up().await;
}
