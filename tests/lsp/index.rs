//! Looking up symbols in drafts of the workspace that nobody has open.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use copydesk::engine;
use copydesk::language::embedded;
use copydesk::lsp::Config;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::client::Client;

fn workspace(files: &[(&str, &str)]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().canonicalize().unwrap();
    for (name, text) in files {
        let file = path.join(name);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
    }
    (folder, path)
}

fn uri(path: &Path) -> String {
    format!("file://{}", path.display())
}

async fn client(folder: &Path, window: Value, settings: Value) -> Client {
    client_of(Config::new(embedded()), folder, window, settings).await
}

async fn client_of(config: Config, folder: &Path, window: Value, settings: Value) -> Client {
    let mut client = Client::silent(config);
    let operations = json!({ "didCreate": true, "didRename": true, "didDelete": true });
    let params = json!({
        "processId": null,
        "capabilities": { "window": window, "workspace": { "fileOperations": operations } },
        "workspaceFolders": [{ "uri": uri(folder), "name": "desk" }],
        "initializationOptions": settings,
    });
    let answer = client.request("initialize", params).await;
    let wanted = &answer["capabilities"]["workspace"]["fileOperations"];
    assert!(wanted["didRename"]["filters"].is_array(), "{wanted}");
    client.notify("initialized", json!({})).await;
    client
}

/// The files in which a name is found, by the ends of their names.
async fn found(client: &mut Client, query: &str) -> Vec<String> {
    let symbols = client.request("workspace/symbol", json!({ "query": query })).await;
    let mut found: Vec<String> = symbols
        .as_array()
        .unwrap()
        .iter()
        .map(|symbol| symbol["location"]["uri"].as_str().unwrap())
        .map(|uri| uri.rsplit('/').next().unwrap().to_owned())
        .collect();
    // A draft may have the name in the line of an event, too.
    found.sort_unstable();
    found.dedup();
    found
}

/// Asks until the answer is the expected one.
async fn finds(client: &mut Client, query: &str, expected: &[&str]) {
    let mut last = Vec::new();
    for _ in 0..600 {
        last = found(client, query).await;
        if last == expected {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("“{query}” is found in {last:?}, not in {expected:?}");
}

const WEIL: &str = "Anna Weil met the board.\n";

#[tokio::test]
async fn drafts_that_are_not_open_answer_but_those_that_are_ignored() {
    let (_keep, folder) = workspace(&[
        ("a.md", WEIL),
        ("deep/b.txt", WEIL),
        ("old/c.md", WEIL),
        ("d.md", WEIL),
        ("e.rs", WEIL),
        (".hidden/f.md", WEIL),
        ("g.md", &WEIL.repeat(250_000)),
        (".gitignore", "old/\n"),
        (".copydeskignore", "i.md\n"),
        ("i.md", WEIL),
        ("copydesk.toml", "exclude = [\"d.md\"]\n"),
    ]);
    std::fs::write(folder.join("h.md"), b"Anna Weil \xff\n").unwrap();
    // What has no end is not read, and costs nothing but itself.
    #[cfg(unix)]
    std::os::unix::fs::symlink("/dev/zero", folder.join("deep/.gitignore")).unwrap();
    let mut client = client(&folder, json!({}), json!({})).await;
    finds(&mut client, "Anna Weil", &["a.md", "b.txt"]).await;
    #[cfg(unix)]
    {
        let (told, _) = client.next("window/logMessage").await;
        let message = told["message"].as_str().unwrap();
        assert!(message.contains("deep/.gitignore leads out"), "{message}");
    }
    let symbols = client.request("workspace/symbol", json!({ "query": "Weil" })).await;
    let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 9 } });
    assert_eq!(symbols[0]["location"]["range"], range);
    client.end().await;
}

#[tokio::test]
async fn a_draft_that_is_open_is_not_read_once_more() {
    let (_keep, folder) = workspace(&[("a.md", WEIL), ("b.md", "Oda Quist met the board.\n")]);
    let reads = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&reads);
    let config = Config {
        analyse: Arc::new(move |draft, cache| {
            counted.fetch_add(usize::from(draft.text.contains("Weil")), Ordering::SeqCst);
            engine::analyse(draft, cache, embedded())
        }),
        ..Config::new(embedded())
    };
    let mut client = client_of(config, &folder, json!({}), json!({})).await;
    let document = json!({ "uri": uri(&folder.join("a.md")), "languageId": "markdown", "version": 1, "text": WEIL });
    client
        .notify("textDocument/didOpen", json!({ "textDocument": document }))
        .await;
    client.diagnostics().await;
    finds(&mut client, "Oda Quist", &["b.md"]).await;
    assert_eq!(reads.load(Ordering::SeqCst), 1);
    client.end().await;
}

#[tokio::test]
async fn an_open_draft_answers_as_it_is_in_the_editor() {
    let (_keep, folder) = workspace(&[("a.md", WEIL)]);
    let mut client = client(&folder, json!({}), json!({})).await;
    finds(&mut client, "Anna Weil", &["a.md"]).await;
    let file = folder.join("a.md");
    let document = json!({ "uri": uri(&file), "languageId": "markdown", "version": 1, "text": "Rosa Haskill left.\n" });
    client
        .notify("textDocument/didOpen", json!({ "textDocument": document }))
        .await;
    client.diagnostics().await;
    finds(&mut client, "Anna Weil", &[]).await;
    finds(&mut client, "Haskill", &["a.md"]).await;
    // Closed without being saved, it is again what is on disk; that may have changed meanwhile.
    std::fs::write(&file, "Oda Quist met the board.\n").unwrap();
    client
        .notify(
            "textDocument/didClose",
            json!({ "textDocument": { "uri": uri(&file) } }),
        )
        .await;
    client.diagnostics().await;
    finds(&mut client, "Oda Quist", &["a.md"]).await;
    finds(&mut client, "Haskill", &[]).await;
    client.end().await;
}

#[tokio::test]
async fn files_that_come_move_and_go_are_followed() {
    let (_keep, folder) = workspace(&[("a.md", WEIL), ("b.md", WEIL)]);
    let mut client = client(&folder, json!({}), json!({})).await;
    finds(&mut client, "Anna Weil", &["a.md", "b.md"]).await;
    std::fs::rename(folder.join("a.md"), folder.join("z.md")).unwrap();
    let files = json!([{ "oldUri": uri(&folder.join("a.md")), "newUri": uri(&folder.join("z.md")) }]);
    client
        .notify("workspace/didRenameFiles", json!({ "files": files }))
        .await;
    finds(&mut client, "Anna Weil", &["b.md", "z.md"]).await;
    std::fs::remove_file(folder.join("b.md")).unwrap();
    let files = json!([{ "uri": uri(&folder.join("b.md")) }]);
    client
        .notify("workspace/didDeleteFiles", json!({ "files": files }))
        .await;
    finds(&mut client, "Anna Weil", &["z.md"]).await;
    std::fs::write(folder.join("c.md"), WEIL).unwrap();
    let files = json!([{ "uri": uri(&folder.join("c.md")) }]);
    client
        .notify("workspace/didCreateFiles", json!({ "files": files }))
        .await;
    finds(&mut client, "Anna Weil", &["c.md", "z.md"]).await;
    // A file that something else than the editor changed.
    std::fs::write(folder.join("c.md"), "Oda Quist met the board.\n").unwrap();
    let changes =
        json!([{ "uri": uri(&folder.join("c.md")), "type": 2 }, { "uri": uri(&folder.join("z.md")), "type": 3 }]);
    client
        .notify("workspace/didChangeWatchedFiles", json!({ "changes": changes }))
        .await;
    finds(&mut client, "Oda Quist", &["c.md"]).await;
    finds(&mut client, "Anna Weil", &[]).await;
    client.end().await;
}

#[tokio::test]
async fn a_client_that_shows_progress_is_sent_it() {
    let files: Vec<(String, &str)> = (0..30).map(|number| (format!("{number}.md"), WEIL)).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    let (_keep, folder) = workspace(&files);
    let mut client = client(&folder, json!({ "workDoneProgress": true }), json!({})).await;
    let (created, id) = client.next("window/workDoneProgress/create").await;
    client.reply(id, Value::Null).await;
    let (begin, _) = client.next("$/progress").await;
    assert_eq!(begin["token"], created["token"]);
    assert_eq!(begin["value"]["kind"], "begin");
    let mut last = 0;
    loop {
        let (progress, _) = client.next("$/progress").await;
        if progress["value"]["kind"] == "end" {
            break;
        }
        let percentage = progress["value"]["percentage"].as_u64().unwrap();
        assert!(percentage > last);
        last = percentage;
    }
    assert_eq!(found(&mut client, "Anna Weil").await.len(), 30);
    client.end().await;
}

#[tokio::test]
async fn the_setting_turns_it_off() {
    let (_keep, folder) = workspace(&[("a.md", WEIL)]);
    let settings = json!({ "symbolSearch": { "allDrafts": false } });
    let mut client = client(&folder, json!({}), settings).await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(found(&mut client, "Anna Weil").await, [""; 0]);
    client.end().await;
}
