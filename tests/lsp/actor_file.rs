//! The actor file in the server: read, read again, and kept where it turns bad.

use std::fs;
use std::sync::Arc;

use copydesk::lsp::Config;
use serde_json::{Value, json};

use crate::client::{Client, everyday};
use crate::model;

/// A server with one finding, which says how many entries the draft's actor file has.
fn counting() -> Config {
    Config {
        warm_up: None,
        client_process_id: None,
        rule_pages: None,
        delay: std::time::Duration::ZERO,
        analyse: Arc::new(|draft, cache| {
            let wrong = copydesk::engine::Draft {
                text: "wrong".into(),
                ..draft.clone()
            };
            let mut snapshot = model::analyse(&wrong, cache);
            let entries = draft
                .read_as
                .settings
                .register
                .as_ref()
                .map(|register| register.entries().len());
            snapshot.findings[0].message = entries.map_or_else(|| "no file".to_owned(), |entries| entries.to_string());
            snapshot
        }),
    }
}

const ENTRY: &str = "[[actor]]\nname = \"Rosa Weil\"\nkind = \"person\"\n";

/// The next diagnostics of the file with this end of its name; those of other files are skipped.
async fn diagnostics_of(client: &mut Client, name: &str) -> Value {
    loop {
        let published = client.diagnostics().await;
        if published["uri"].as_str().unwrap().ends_with(name) {
            return published["diagnostics"].clone();
        }
    }
}

#[tokio::test]
async fn the_last_good_file_stays_in_force() {
    let desk = tempfile::tempdir().unwrap();
    fs::create_dir(desk.path().join(".git")).unwrap();
    let file = desk.path().join("actors.toml");
    fs::write(&file, ENTRY).unwrap();
    let (mut client, _) = Client::with(counting(), everyday()).await;
    let draft = format!("file://{}/story.txt", desk.path().display());
    let document = json!({ "uri": draft, "languageId": "plaintext", "version": 1, "text": "A draft." });
    client
        .notify("textDocument/didOpen", json!({ "textDocument": document }))
        .await;
    assert_eq!(diagnostics_of(&mut client, "story.txt").await[0]["message"], "1");
    let changed = json!({ "changes": [{ "uri": format!("file://{}", file.display()), "type": 2 }] });
    // One entry more.
    fs::write(
        &file,
        format!("{ENTRY}\n[[actor]]\nname = \"Tom Holt\"\nkind = \"person\"\n"),
    )
    .unwrap();
    client.notify("workspace/didChangeWatchedFiles", changed.clone()).await;
    assert_eq!(diagnostics_of(&mut client, "story.txt").await[0]["message"], "2");
    // A mistake: reported in the log and on its line, and nothing is lost.
    fs::write(&file, "[[actor]]\nname = \"Rosa Weil\"\nkind = \"persn\"\n").unwrap();
    client.notify("workspace/didChangeWatchedFiles", changed.clone()).await;
    let (log, _) = client.next("window/logMessage").await;
    let told = log["message"].as_str().unwrap();
    assert!(told.contains("actors.toml:3: “actor.kind” must be"), "{told}");
    assert!(told.ends_with("the version before it stays in force"), "{told}");
    let problems = diagnostics_of(&mut client, "actors.toml").await;
    assert_eq!(problems[0]["range"]["start"]["line"], 2);
    assert_eq!(diagnostics_of(&mut client, "story.txt").await[0]["message"], "2");
    // Mended: the diagnostics are taken back.
    fs::write(&file, ENTRY).unwrap();
    client.notify("workspace/didChangeWatchedFiles", changed).await;
    assert_eq!(diagnostics_of(&mut client, "actors.toml").await, json!([]));
    assert_eq!(diagnostics_of(&mut client, "story.txt").await[0]["message"], "1");
    client.end().await;
}
