//! Code actions.

use std::path::Path;

use serde_json::{Value, json};

use crate::client::{Client, URI, everyday};
use crate::model;
use crate::story;

async fn actions(client: &mut Client, range: [u32; 2], only: Value) -> Vec<Value> {
    let range = json!({
        "start": { "line": 0, "character": range[0] },
        "end": { "line": 0, "character": range[1] },
    });
    let context = json!({ "diagnostics": [], "only": only });
    let params = json!({ "textDocument": { "uri": URI }, "range": range, "context": context });
    client
        .request("textDocument/codeAction", params)
        .await
        .as_array()
        .unwrap()
        .clone()
}

pub fn titles(actions: &[Value]) -> Vec<&str> {
    actions.iter().map(|action| action["title"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn fixes_are_offered_where_the_finding_is() {
    let mut client = Client::start().await;
    client.open("odd is 🙂 wrong").await;
    let published = client.diagnostics().await;
    let quick = actions(&mut client, [10, 10], json!(["quickfix"])).await;
    assert_eq!(titles(&quick), ["Remove it"]);
    assert_eq!(quick[0]["isPreferred"], true);
    assert_eq!(quick[0]["diagnostics"][0], published["diagnostics"][1]);
    let edit = json!({ "documentChanges": [{
        "textDocument": { "uri": URI, "version": 1 },
        "edits": [{
            "range": { "start": { "line": 0, "character": 10 }, "end": { "line": 0, "character": 15 } },
            "newText": "",
        }],
    }] });
    assert_eq!(quick[0]["edit"], edit);
    let quick = actions(&mut client, [0, 2], json!(["quickfix"])).await;
    assert_eq!(titles(&quick), ["Write “even”"]);
    assert_eq!(quick[0].get("isPreferred"), None);
    assert_eq!(
        actions(&mut client, [5, 6], json!(["quickfix"])).await,
        [Value::Null; 0]
    );
    client.end().await;
}

#[tokio::test]
async fn fix_all_holds_the_safe_fixes_alone() {
    let mut client = Client::start().await;
    client.open("wrong, odd, wrong").await;
    client.diagnostics().await;
    for only in [
        json!(["source.fixAll"]),
        json!(["source.fixAll.copydesk"]),
        json!(["source"]),
    ] {
        let all = actions(&mut client, [0, 0], only).await;
        assert_eq!(all.len(), 1);
        assert_eq!(all[0]["kind"], "source.fixAll.copydesk");
        let edits = all[0]["edit"]["documentChanges"][0]["edits"].as_array().unwrap();
        let starts: Vec<_> = edits
            .iter()
            .map(|edit| edit["range"]["start"]["character"].as_u64())
            .collect();
        assert_eq!(starts, [Some(0), Some(12)]);
    }
    assert_eq!(
        actions(&mut client, [0, 0], json!(["source.organizeImports"])).await,
        [Value::Null; 0]
    );
    client.edit(2, [0, 0, 0, 17], "odd").await;
    client.diagnostics_of(2).await;
    assert_eq!(
        actions(&mut client, [0, 0], json!(["source.fixAll"])).await,
        [Value::Null; 0]
    );
    client.end().await;
}

#[tokio::test]
async fn a_client_without_versioned_edits_gets_plain_ones() {
    let mut capabilities = everyday();
    capabilities["workspace"] = json!({});
    let (mut client, _) = Client::with(model::config(), capabilities).await;
    client.open("wrong").await;
    client.diagnostics().await;
    let quick = actions(&mut client, [0, 0], json!(["quickfix"])).await;
    assert_eq!(quick[0]["edit"]["changes"][URI][0]["newText"], "");
    client.end().await;
}

/// The actions of one kind at the `words` of the story, which is the draft `uri`.
async fn entries(client: &mut Client, uri: &str, words: &str) -> Vec<Value> {
    let start = story::at(words, 0)["position"].clone();
    let params = json!({
        "textDocument": { "uri": uri },
        "range": { "start": start, "end": start },
        "context": { "diagnostics": [], "only": ["refactor.actorFile"] },
    });
    let actions = client.request("textDocument/codeAction", params).await;
    actions.as_array().unwrap().clone()
}

/// A client with the story open as a file of a desk of its own.
async fn at_desk(desk: &Path, capabilities: Value) -> (Client, String) {
    std::fs::create_dir(desk.join(".git")).unwrap();
    let mut client = story::open(capabilities).await;
    client.close().await;
    client.diagnostics().await;
    let uri = format!("file://{}/story.txt", desk.display());
    let document = json!({ "uri": uri, "languageId": "plaintext", "version": 1, "text": story::STORY });
    client
        .notify("textDocument/didOpen", json!({ "textDocument": document }))
        .await;
    client.next("textDocument/publishDiagnostics").await;
    (client, uri)
}

const ANTON: &str = "[[actor]]\nname = \"Anton Brask\"\nkind = \"person\"\ntitle = ";

#[tokio::test]
async fn an_actor_is_added_to_the_actor_file_and_its_comments_stay() {
    let desk = tempfile::tempdir().unwrap();
    let desk = desk.path().canonicalize().unwrap();
    let file = desk.join("actors.toml");
    let text = "# The desk of é.\n[[actor]] # first\nname = \"Rosa Weil\"\nkind = \"person\"\n";
    std::fs::write(&file, text).unwrap();
    let (mut client, uri) = at_desk(&desk, everyday()).await;
    let actions = entries(&mut client, &uri, "Brask said").await;
    assert_eq!(titles(&actions), ["Add “Anton Brask” to actors.toml"]);
    let change = &actions[0]["edit"]["documentChanges"][0];
    assert_eq!(
        change["textDocument"],
        json!({ "uri": format!("file://{}", file.display()), "version": null })
    );
    let [edit] = change["edits"].as_array().unwrap().as_slice() else {
        panic!("{change}")
    };
    let end = json!({ "line": 4, "character": 0 });
    assert_eq!(
        edit["range"],
        json!({ "start": end, "end": end }),
        "all that is there stays"
    );
    assert!(edit["newText"].as_str().unwrap().contains(ANTON), "{edit}");
    // Whoever is in the file, and whatever is not a name, is not offered.
    assert_eq!(entries(&mut client, &uri, "Weil told").await, [Value::Null; 0]);
    assert_eq!(entries(&mut client, &uri, "opened").await, [Value::Null; 0]);
    client.end().await;
}

#[tokio::test]
async fn an_actor_is_added_to_the_actor_file_as_it_stands_in_the_editor() {
    let desk = tempfile::tempdir().unwrap();
    let desk = desk.path().canonicalize().unwrap();
    let file = desk.join("actors.toml");
    let text = "[[actor]]\nname = \"Rosa Weil\"\nkind = \"person\"\n";
    std::fs::write(&file, text).unwrap();
    let (mut client, uri) = at_desk(&desk, everyday()).await;
    let actors = format!("file://{}", file.display());
    // Without a TOML extension an editor takes the file for plain text. It is not a draft all the same.
    let document = json!({ "uri": actors, "languageId": "plaintext", "version": 3, "text": text });
    client
        .notify("textDocument/didOpen", json!({ "textDocument": document }))
        .await;
    let start = json!({ "line": 0, "character": 0 });
    client
        .notify(
            "textDocument/didChange",
            json!({
                "textDocument": { "uri": actors, "version": 4 },
                "contentChanges": [{ "range": { "start": start, "end": start }, "text": "# One.\n# Two.\n" }],
            }),
        )
        .await;
    let actions = entries(&mut client, &uri, "Brask said").await;
    let change = &actions[0]["edit"]["documentChanges"][0];
    assert_eq!(change["textDocument"], json!({ "uri": actors, "version": 4 }));
    assert_eq!(
        change["edits"][0]["range"]["start"],
        json!({ "line": 5, "character": 0 })
    );
    // It has no symbols, as a draft would.
    let symbols = json!({ "textDocument": { "uri": actors } });
    assert_eq!(
        client.request("textDocument/documentSymbol", symbols).await,
        Value::Null
    );
    // Closed, it is what is on disk again.
    client
        .notify("textDocument/didClose", json!({ "textDocument": { "uri": actors } }))
        .await;
    let actions = entries(&mut client, &uri, "Brask said").await;
    let change = &actions[0]["edit"]["documentChanges"][0];
    assert_eq!(change["textDocument"]["version"], Value::Null);
    assert_eq!(
        change["edits"][0]["range"]["start"],
        json!({ "line": 3, "character": 0 })
    );
    client.end().await;
}

#[tokio::test]
async fn the_first_actor_makes_the_file_where_the_client_can() {
    let desk = tempfile::tempdir().unwrap();
    let desk = desk.path().canonicalize().unwrap();
    let mut capabilities = everyday();
    capabilities["workspace"]["workspaceEdit"]["resourceOperations"] = json!(["create"]);
    let (mut client, uri) = at_desk(&desk, capabilities).await;
    let actions = entries(&mut client, &uri, "Brask said").await;
    let changes = actions[0]["edit"]["documentChanges"].as_array().unwrap();
    let file = format!("file://{}/actors.toml", desk.display());
    assert_eq!(
        (&changes[0]["kind"], &changes[0]["uri"]),
        (&json!("create"), &json!(file))
    );
    assert!(
        changes[1]["edits"][0]["newText"].as_str().unwrap().starts_with(ANTON),
        "{changes:?}"
    );
    client.end().await;

    let desk = tempfile::tempdir().unwrap();
    let (mut client, uri) = at_desk(desk.path(), everyday()).await;
    assert_eq!(entries(&mut client, &uri, "Brask said").await, [Value::Null; 0]);
    client.end().await;
}

/// The quick fixes of a doubled word, from a server with the real rules.
async fn fixes_of_a_doubled_word(uri: &str) -> Vec<Value> {
    let (client, actions) = fixes_in(everyday(), uri, "The the quay.\n").await;
    client.end().await;
    actions
}

/// The quick fixes of the first finding in a draft, from a server with the real rules.
pub async fn fixes_in(capabilities: Value, uri: &str, text: &str) -> (Client, Vec<Value>) {
    let config = copydesk::lsp::Config::new(copydesk::language::embedded());
    let (mut client, _) = Client::with(config, capabilities).await;
    let document = json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": text });
    client
        .notify("textDocument/didOpen", json!({ "textDocument": document }))
        .await;
    let published = client.diagnostics().await;
    let params = json!({
        "textDocument": { "uri": uri },
        "range": published["diagnostics"][0]["range"],
        "context": { "diagnostics": [], "only": ["quickfix"] },
    });
    let actions = client.request("textDocument/codeAction", params).await;
    (client, actions.as_array().unwrap().clone())
}

fn action<'a>(actions: &'a [Value], title: &str) -> &'a Value {
    let found = actions.iter().find(|one| one["title"] == title);
    found.unwrap_or_else(|| panic!("{:?}", titles(actions)))
}

/// A name spelled two ways.
const NAMES: &str = "Ana Mullry opened the quay.\n\nMullrey spoke. Mullry slept, and Mullry woke.\n";

#[tokio::test]
async fn a_name_can_be_ignored_in_the_draft_and_in_the_project() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().canonicalize().unwrap();
    let file = folder.join("copydesk.toml");
    std::fs::write(&file, "# Ours.\n[rules]\nlong-lead = \"hint\"\n").unwrap();
    let uri = format!("file://{}/story.md", folder.display());
    let (client, actions) = fixes_in(everyday(), &uri, NAMES).await;
    let draft = &action(&actions, "Ignore “Mullrey” in this draft")["edit"]["documentChanges"][0];
    assert_eq!(draft["textDocument"], json!({ "uri": uri, "version": 1 }));
    assert_eq!(draft["edits"][0]["newText"], " <!-- copydesk: ignore-words Mullrey -->");
    let project = action(&actions, "Ignore “Mullrey” in this project (copydesk.toml)");
    let change = &project["edit"]["documentChanges"][0];
    assert_eq!(change["textDocument"]["uri"], format!("file://{}", file.display()));
    let added = change["edits"][0]["newText"].as_str().unwrap();
    assert!(added.contains("words = [\"Mullrey\"]"), "{added}");
    client.end().await;
    // Once the file says so, the word is known.
    std::fs::write(&file, "words = [\"Mullrey\"]\n").unwrap();
    let config = copydesk::lsp::Config::new(copydesk::language::embedded());
    let (mut client, _) = Client::with(config, everyday()).await;
    let document = json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": NAMES });
    client
        .notify("textDocument/didOpen", json!({ "textDocument": document }))
        .await;
    assert_eq!(client.diagnostics().await["diagnostics"], json!([]));
    client.end().await;
}

#[tokio::test]
async fn a_quotation_without_a_speaker_can_get_one_or_a_query() {
    let text = "Mayor Rosa Weil visited the harbor vote on Monday.\n\nThe rain fell. “We have waited here since the morning.”\n";
    let (client, actions) = fixes_in(everyday(), "file:///desk/story.md", text).await;
    assert_eq!(
        titles(&actions)[..2],
        ["Query the reporter: who says this?", "Add “, Weil said”"]
    );
    let edits = |nth: usize| actions[nth]["edit"]["documentChanges"][0]["edits"].clone();
    assert_eq!(
        (&edits(1)[0]["newText"], &edits(1)[1]["newText"]),
        (&json!(","), &json!(" Weil said."))
    );
    assert_eq!(edits(0)[0]["newText"], " [CHECK: who says this?]");
    client.end().await;
}

#[tokio::test]
async fn the_edit_comes_once_an_action_is_chosen_where_the_client_can_wait() {
    let mut capabilities = everyday();
    capabilities["textDocument"]["codeAction"] =
        json!({ "dataSupport": true, "resolveSupport": { "properties": ["edit"] } });
    let uri = "file:///desk/story.md";
    let (mut client, actions) = fixes_in(capabilities, uri, "The the quay.\n").await;
    let chosen = action(&actions, "Ignore here: repeated word").clone();
    assert_eq!(chosen.get("edit"), None);
    let resolved = client.request("codeAction/resolve", chosen.clone()).await;
    assert_eq!(resolved["title"], chosen["title"]);
    let edit = &resolved["edit"]["documentChanges"][0]["edits"][0];
    assert_eq!(edit["newText"], " <!-- copydesk: ignore doubled-word: -->");
    // What was offered for another version is not done.
    let change = json!({ "textDocument": { "uri": uri, "version": 2 }, "contentChanges": [{ "text": "A quay.\n" }] });
    client.notify("textDocument/didChange", change).await;
    let id = client.ask("codeAction/resolve", chosen).await;
    let answer = client.answer(id).await;
    assert!(
        answer["error"]["message"]
            .as_str()
            .unwrap()
            .starts_with("the draft has changed"),
        "{answer}"
    );
    client.next("textDocument/publishDiagnostics").await;
    client.end().await;
}

#[tokio::test]
async fn pages_of_rules_are_virtual_documents_where_the_client_shows_them() {
    let mut capabilities = everyday();
    capabilities["experimental"] = json!({ "copydesk": { "explain": true } });
    let config = copydesk::lsp::Config::new(&copydesk::language::ShapeModel);
    let (mut client, _) = Client::with(config, capabilities).await;
    client.open("The the quay.\n").await;
    let published = client.diagnostics().await;
    let href = &published["diagnostics"][0]["codeDescription"]["href"];
    assert_eq!(href, "copydesk:/rules/doubled-word.md");
    for params in [json!({ "uri": href }), json!({ "code": "doubled-word" })] {
        let page = client.request("copydesk/explain", params).await;
        assert_eq!(
            (&page["schema"], &page["code"], &page["uri"]),
            (&json!(1), &json!("doubled-word"), href)
        );
        let text = page["markdown"].as_str().unwrap();
        assert!(
            text.starts_with("# doubled-word\n") && text.contains("## When it is wrong"),
            "{text}"
        );
    }
    let id = client.ask("copydesk/explain", json!({ "code": "doubled-wird" })).await;
    let answer = client.answer(id).await;
    assert_eq!(
        answer["error"]["message"],
        "unknown rule “doubled-wird”; did you mean “doubled-word”?"
    );
    client.end().await;
}

#[tokio::test]
async fn a_newsroom_can_name_the_pages_on_its_site() {
    let mut client = Client::silent(copydesk::lsp::Config::new(&copydesk::language::ShapeModel));
    let options = json!({ "explain": { "address": "https://desk.example/rules/{code}" } });
    let params = json!({ "processId": null, "capabilities": everyday(), "initializationOptions": options });
    client.request("initialize", params).await;
    client.notify("initialized", json!({})).await;
    client.open("The the quay.\n").await;
    let published = client.diagnostics().await;
    let href = &published["diagnostics"][0]["codeDescription"]["href"];
    assert_eq!(href, "https://desk.example/rules/doubled-word");
    client.end().await;
}

#[tokio::test]
async fn the_reporter_is_asked_before_a_finding_is_ignored() {
    let text = "Rosa Marr, the county engineer, spoke first on Monday.\n\nMarr, the county clerk, left early.\n";
    let (client, actions) = fixes_in(everyday(), "file:///desk/story.md", text).await;
    assert_eq!(
        titles(&actions)[..2],
        [
            "Query the reporter: which title is right?",
            "Ignore here: conflicting titles"
        ]
    );
    let edits = actions[0]["edit"]["documentChanges"][0]["edits"].clone();
    assert_eq!(edits[0]["newText"], " [CHECK: which title is right?]");
    client.end().await;
}

#[tokio::test]
async fn a_finding_without_a_fix_is_explained_before_it_is_ignored() {
    let mut client = everyday();
    client["experimental"] = json!({ "copydesk": { "explain": true, "explainCommand": true } });
    let text = "“We have waited for the ferry since the morning,” Ana Weil said.\n\nIt came at noon.\n\nWeil told the council: “We \
                have waited for the ferry since the morning.”\n";
    let (client, actions) = fixes_in(client, "file:///desk/story.md", text).await;
    assert_eq!(
        titles(&actions)[..2],
        ["Explain: repeated quotation", "Ignore here: repeated quotation"]
    );
    let command = &actions[0]["command"];
    assert_eq!(
        (&command["command"], &command["arguments"]),
        (&json!("copydesk.explain"), &json!(["repeated-quote"]))
    );
    client.end().await;
}

#[tokio::test]
async fn a_finding_can_be_ignored_where_it_is() {
    let fixes = fixes_of_a_doubled_word("file:///desk/story.md").await;
    let is_wanted = |one: &&Value| one["title"] == "Ignore here: repeated word";
    let edit = &fixes.iter().find(is_wanted).unwrap()["edit"]["documentChanges"][0]["edits"][0];
    assert_eq!(edit["newText"], " <!-- copydesk: ignore doubled-word: -->");
    assert_eq!(edit["range"]["start"], json!({ "line": 0, "character": 13 }));
}

#[tokio::test]
async fn a_rule_can_be_turned_off_for_the_project() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().canonicalize().unwrap().join("copydesk.toml");
    std::fs::write(&file, "# Ours.\n[rules]\nlong-lead = \"hint\"\n").unwrap();
    let fixes = fixes_of_a_doubled_word(&format!("file://{}/story.md", folder.path().display())).await;
    let last = fixes.last().unwrap();
    assert_eq!(
        last["title"],
        "Turn off for this project: repeated word (copydesk.toml)"
    );
    let change = &last["edit"]["documentChanges"][0];
    assert_eq!(change["textDocument"]["uri"], format!("file://{}", file.display()));
    assert_eq!(change["edits"][0]["newText"], "doubled-word = \"off\"\n");
}
