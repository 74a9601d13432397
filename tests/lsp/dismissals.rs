//! Ways to be rid of a finding: only those are offered that work.

use serde_json::{Value, json};

use crate::actions::{fixes_in, titles};
use crate::client::everyday;

/// A client that asks for the edit of an action once it is chosen.
fn lazy() -> Value {
    let mut capabilities = everyday();
    capabilities["textDocument"]["codeAction"] =
        json!({ "dataSupport": true, "resolveSupport": { "properties": ["edit"] } });
    capabilities
}

fn creating() -> Value {
    let mut capabilities = lazy();
    capabilities["workspace"]["workspaceEdit"]["resourceOperations"] = json!(["create"]);
    capabilities
}

/// What is offered for the first finding of a draft in an empty folder.
async fn offered(capabilities: Value, text: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let uri = format!("file://{}/story.md", folder.path().canonicalize().unwrap().display());
    let (client, actions) = fixes_in(capabilities, &uri, text).await;
    client.end().await;
    titles(&actions).into_iter().map(str::to_owned).collect()
}

#[tokio::test]
async fn nothing_is_ignored_where_no_comment_can_be() {
    let here = "Ignore here: repeated word".to_owned();
    for text in [
        "---\ntitle: The the ferry\n---\n\nIt left.\n",
        "![The the ferry](a.jpg)\n",
    ] {
        let offered = offered(lazy(), text).await;
        assert!(!offered.contains(&here), "{text}: {offered:?}");
    }
    assert!(offered(lazy(), "The the ferry left.\n").await.contains(&here));
}

#[tokio::test]
async fn a_client_that_makes_no_files_is_not_offered_one() {
    let names = "Ana Mullry opened the quay.\n\nMullrey spoke. Mullry slept, and Mullry woke.\n";
    let in_project = |offered: &[String]| offered.iter().filter(|title| title.contains(".toml")).count();
    assert_eq!(in_project(&offered(lazy(), names).await), 0);
    assert_eq!(in_project(&offered(creating(), names).await), 2);
}

#[tokio::test]
async fn a_rule_is_turned_off_where_an_override_sets_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().canonicalize().unwrap();
    let configuration = "[[overrides]]\npaths = [\"a.md\"]\nrules.doubled-word = \"error\"\n";
    std::fs::write(path.join("copydesk.toml"), configuration).unwrap();
    let uri = format!("file://{}/a.md", path.display());
    let (client, actions) = fixes_in(everyday(), &uri, "The the quay.\n").await;
    client.end().await;
    let last = actions.last().unwrap();
    assert_eq!(
        last["title"],
        "Turn off for this project: repeated word (copydesk.toml)"
    );
    let edits = last["edit"]["documentChanges"][0]["edits"].to_string();
    assert_eq!(edits.matches("off").count(), 2, "{edits}");
}
