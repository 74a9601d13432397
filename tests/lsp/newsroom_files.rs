//! The newsroom's files in an editor: names taken up into `actors.toml`, drafts left out in `copydesk.toml`, and what can be written in
//! both.

use std::fs;

use copydesk::language;
use copydesk::lsp::Config;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::client::{Client, everyday};
use crate::story::{STORY, position};

const ACTORS: &str = "[[actor]]\nname = \"Rosa Weill\"\nkind = \"person\" # checked\ntitle = \"Foreign Minister\"\n";

/// A desk with an actor file, and a client with a draft of it open.
async fn desk() -> (TempDir, Client, String) {
    let desk = tempfile::tempdir().unwrap();
    fs::create_dir(desk.path().join(".git")).unwrap();
    fs::write(desk.path().join("actors.toml"), ACTORS).unwrap();
    let uri = format!("file://{}/story.txt", desk.path().canonicalize().unwrap().display());
    let (mut client, _) = Client::with(Config::new(language::embedded()), everyday()).await;
    let document = json!({ "uri": uri, "languageId": "plaintext", "version": 1, "text": STORY });
    client
        .notify("textDocument/didOpen", json!({ "textDocument": document }))
        .await;
    client.diagnostics_of_draft(&uri, 1).await;
    (desk, client, uri)
}

fn place(words: &str) -> Value {
    position(STORY, STORY.find(words).unwrap())
}

async fn choices(client: &mut Client, uri: &str, words: &str) -> Value {
    let params = json!({ "textDocument": { "uri": uri }, "position": place(words) });
    client.request("copydesk/actorChoices", params).await
}

async fn run(client: &mut Client, command: &str, argument: Value) -> Value {
    let params = json!({ "command": command, "arguments": [argument] });
    client.request("workspace/executeCommand", params).await
}

/// The text that an edit puts into its only file.
fn new_text(edit: &Value) -> &str {
    edit["documentChanges"][0]["edits"][0]["newText"].as_str().unwrap()
}

#[tokio::test]
async fn a_name_is_new_or_belongs_to_somebody() {
    let (_desk, mut client, uri) = desk().await;
    let asked = choices(&mut client, &uri, "Rosa Weil").await;
    assert_eq!((&asked["schema"], &asked["name"]), (&json!(1), &json!("Rosa Weil")));
    assert_eq!(asked["newEntry"]["description"], "person · Foreign Minister");
    let near = json!([{
        "id": "rosa-weill", "label": "Rosa Weill", "description": "person · Foreign Minister", "isNear": true,
    }]);
    assert_eq!(asked["entries"], near);
    let other = choices(&mut client, &uri, "Anton Brask").await;
    assert_eq!(other["entries"][0]["isNear"], false);
    assert_eq!(choices(&mut client, &uri, "cranes").await, Value::Null);
    client.end().await;
}

#[tokio::test]
async fn a_name_is_taken_up_as_it_was_chosen() {
    let (_desk, mut client, uri) = desk().await;
    let add = |added_as: &str, entry: Option<&str>| json!({ "uri": uri, "position": place("Rosa Weil"), "as": added_as, "entry": entry });
    let edit = run(&mut client, "copydesk.addActor", add("misspelling", Some("rosa-weill"))).await;
    assert_eq!(new_text(&edit), "misspellings = [\"Rosa Weil\"]\n");
    let edit = run(&mut client, "copydesk.addActor", add("alias", Some("rosa-weill"))).await;
    assert_eq!(new_text(&edit), "aliases = [\"Rosa Weil\"]\n");
    let edit = run(&mut client, "copydesk.addActor", add("new", None)).await;
    assert!(
        new_text(&edit).contains("name = \"Rosa Weil\"\nkind = \"person\""),
        "{edit}"
    );
    for (argument, code) in [
        (add("alias", None), -32602),
        (add("new", Some("rosa-weill")), -32602),
        (add("alias", Some("nobody")), -32803),
    ] {
        let params = json!({ "command": "copydesk.addActor", "arguments": [argument] });
        let id = client.ask("workspace/executeCommand", params).await;
        assert_eq!(client.answer(id).await["error"]["code"], code);
    }
    client.end().await;
}

#[tokio::test]
async fn code_actions_name_the_entries_that_are_alike() {
    let (_desk, mut client, uri) = desk().await;
    let params = json!({
        "textDocument": { "uri": uri },
        "range": { "start": place("Rosa Weil"), "end": place("Rosa Weil") },
        "context": { "diagnostics": [], "only": ["refactor.actorFile"] },
    });
    let actions = client.request("textDocument/codeAction", params).await;
    let titles: Vec<&str> = actions
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["title"].as_str().unwrap())
        .collect();
    assert_eq!(
        titles,
        [
            "Add “Rosa Weil” to actors.toml",
            "Add “Rosa Weil” to actors.toml as another name of Rosa Weill",
            "Add “Rosa Weil” to actors.toml as a misspelling of Rosa Weill",
        ]
    );
    client.end().await;
}

#[tokio::test]
async fn a_draft_is_left_out() {
    let (desk, mut client, uri) = desk().await;
    fs::write(desk.path().join("copydesk.toml"), "exclude = [\"old/\"] # archive\n").unwrap();
    let edit = run(&mut client, "copydesk.exclude", json!({ "uri": uri })).await;
    assert_eq!(new_text(&edit), ", \"/story.txt\"");
    client.end().await;
}

#[tokio::test]
async fn keys_and_values_are_offered_in_the_files() {
    let (desk, mut client, _) = desk().await;
    let folder = desk.path().canonicalize().unwrap();
    let uri = format!("file://{}/copydesk.toml", folder.display());
    let text = "[rules]\ndoubled-word = \n";
    let document = json!({ "uri": uri, "languageId": "plaintext", "version": 1, "text": text });
    client
        .notify("textDocument/didOpen", json!({ "textDocument": document }))
        .await;
    // A file in the middle of being typed is wrong, and is completed all the same.
    let wrong = loop {
        let published = client.diagnostics().await;
        if published["uri"] == uri && published["diagnostics"][0].is_object() {
            break published;
        }
    };
    assert_eq!(wrong["diagnostics"][0]["range"]["start"]["line"], 1);
    let params = json!({ "textDocument": { "uri": uri }, "position": { "line": 1, "character": 15 } });
    let items = client.request("textDocument/completion", params).await;
    let labels: Vec<&str> = items
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["label"].as_str().unwrap())
        .collect();
    assert_eq!(labels, ["off", "hint", "info", "warning", "error"]);
    assert_eq!(items[0]["textEdit"]["newText"], "\"off\"");
    client.end().await;
}
