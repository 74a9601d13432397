//! What would go wrong under load, each thing with the way it would show.

use copydesk::language::{Model, Name, Word};
use copydesk::lsp::{Config, End};
use serde_json::{Value, json};

use crate::client::{Client, URI, everyday};
use crate::model::{self, Gate};

fn here() -> Value {
    json!({ "textDocument": { "uri": URI } })
}

fn hover() -> Value {
    json!({ "textDocument": { "uri": URI }, "position": { "line": 0, "character": 0 } })
}

/// Two edits that change places leave another text.
#[tokio::test]
async fn a_burst_of_edits_applies_in_order() {
    let mut client = Client::start().await;
    client.open("").await;
    let text = "wrong words in a wrong order, and never an odd one among them; ".repeat(4);
    let mut version = 1;
    for (at, letter) in text.chars().take(200).enumerate() {
        version += 1;
        let at = at as u32;
        client.edit(version, [0, at, 0, at], &letter.to_string()).await;
    }
    let published = client.diagnostics_of(version).await;
    let found: Vec<_> = published["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|diagnostic| diagnostic["range"]["start"]["character"].as_u64().unwrap() as usize)
        .collect();
    let typed = &text[..200];
    let mut expected: Vec<_> = typed.match_indices("wrong").map(|(at, _)| at).collect();
    expected.extend(typed.match_indices("odd").map(|(at, _)| at));
    expected.sort_unstable();
    assert_eq!(found, expected);
    client.end().await;
}

/// Versions that are out of date when their turn comes are not analyzed.
#[tokio::test]
async fn while_an_analysis_runs_edits_pile_up_to_one() {
    let gate = Gate::default();
    let (mut client, _) = Client::with(gate.config(), everyday()).await;
    client.open("").await;
    for version in 2..=201 {
        client.edit(version, [0, 0, 0, 0], "wrong ").await;
    }
    // The answer comes from the newest version: the claim was made when all edits were in.
    let outline = client.ask("textDocument/documentSymbol", here()).await;
    client.hears_nothing().await;
    gate.open();
    let published = client.diagnostics().await;
    assert_eq!(published["version"], 201, "results of older versions are not published");
    assert_eq!(published["diagnostics"].as_array().unwrap().len(), 200);
    client.answer(outline).await;
    assert_eq!(gate.analyses(), 2);
    client.end().await;
}

/// With a few places for messages, a full house would not even read the cancellation.
#[tokio::test]
async fn requests_are_cancelled_under_load() {
    let gate = Gate::default();
    let (mut client, _) = Client::with(gate.config(), everyday()).await;
    client.open("A draft.").await;
    let mut ids = Vec::new();
    for _ in 0..300 {
        ids.push(client.ask("textDocument/hover", hover()).await);
    }
    for id in &ids[..299] {
        client.notify("$/cancelRequest", json!({ "id": id })).await;
    }
    for id in &ids[..299] {
        assert_eq!(client.answer(*id).await["error"]["code"], -32800);
    }
    gate.open();
    assert!(client.answer(ids[299]).await.get("result").is_some());
    client.diagnostics().await;
    client.end().await;
}

/// A handler that waited for the answer of the client would hold up the messages among which that answer is.
#[tokio::test]
async fn a_burst_of_settings_changes_before_any_answer_is_survived() {
    let mut capabilities = everyday();
    capabilities["workspace"]["configuration"] = true.into();
    let (mut client, _) = Client::with(model::config(), capabilities).await;
    client.open("wrong").await;
    for version in 2..=151 {
        client
            .notify("workspace/didChangeConfiguration", json!({ "settings": null }))
            .await;
        client.edit(version, [0, 0, 0, 0], "wrong ").await;
        client.ask("textDocument/hover", hover()).await;
    }
    let published = client.diagnostics_of(151).await;
    assert_eq!(published["diagnostics"].as_array().unwrap().len(), 151);
    for id in 2..=151 {
        client.answer(id).await;
    }
    // However many changes: one question was open, and one more asks for what changed since.
    for _ in 0..2 {
        let (params, id) = client.next("workspace/configuration").await;
        assert_eq!(params["items"][0]["section"], "copydesk");
        client.reply(id, json!([null])).await;
    }
    client.end().await;
}

#[tokio::test]
async fn a_panic_in_an_analysis_costs_one_version() {
    let mut client = Client::start().await;
    client.open("wrong").await;
    client.diagnostics().await;
    client.edit(2, [0, 0, 0, 0], "PANIC ").await;
    let (message, _) = client.next("window/logMessage").await;
    assert_eq!(message["type"], 1);
    assert!(
        message["message"].as_str().unwrap().contains("the draft says so"),
        "{message}"
    );
    let id = client.ask("textDocument/hover", hover()).await;
    assert_eq!(client.answer(id).await["error"]["code"], -32603);
    client.edit(3, [0, 0, 0, 6], "").await;
    let published = client.diagnostics_of(3).await;
    assert_eq!(published["diagnostics"].as_array().unwrap().len(), 1);
    client.request("textDocument/hover", hover()).await;
    client.end().await;
}

/// Panics on sentences that hold a certain word, and reads the others.
struct Choosy;

impl Model for Choosy {
    fn annotate(&self, text: &str, _: &mut [Word]) -> Vec<Name> {
        assert!(!text.contains("BROKEN"), "a sentence that the model cannot read");
        Vec::new()
    }
}

#[tokio::test]
async fn a_paragraph_that_cannot_be_read_leaves_the_others_alone() {
    let (mut client, _) = Client::with(Config::new(&Choosy), everyday()).await;
    client
        .open("The the one.\n\nThe the BROKEN two.\n\nThe the three.\n")
        .await;
    let (message, _) = client.next("window/logMessage").await;
    assert_eq!(message["message"], "This part of the draft could not be read: line 3");
    // What is found in the broken paragraph all the same does not matter.
    let lines = |published: &Value| -> Vec<u64> {
        let found = published["diagnostics"].as_array().unwrap().iter();
        let found = found.filter(|one| one["range"]["start"]["line"] != 2);
        found
            .map(|one| one["range"]["start"]["line"].as_u64().unwrap())
            .collect()
    };
    assert_eq!(lines(&client.diagnostics().await), [0, 4]);
    // It is reported once, and not again with every key.
    client.edit(2, [0, 0, 0, 0], "x ").await;
    assert_eq!(lines(&client.diagnostics_of(2).await), [0, 4]);
    client.edit(3, [4, 14, 4, 14], " and BROKEN").await;
    let (message, _) = client.next("window/logMessage").await;
    assert_eq!(
        message["message"],
        "This part of the draft could not be read: line 3, line 5"
    );
    client.diagnostics_of(3).await;
    client.end().await;
}

#[tokio::test]
async fn a_panic_while_a_request_waits_answers_it() {
    let gate = Gate::default();
    let (mut client, _) = Client::with(gate.config(), everyday()).await;
    client.open("PANIC").await;
    let id = client.ask("textDocument/hover", hover()).await;
    gate.open();
    assert_eq!(client.answer(id).await["error"]["code"], -32603);
    client.next("window/logMessage").await;
    client.end().await;
}

/// What was under way at the close must not be shown after it.
#[tokio::test]
async fn a_draft_that_is_closed_while_it_is_analysed_stays_clear() {
    let gate = Gate::default();
    let (mut client, _) = Client::with(gate.config(), everyday()).await;
    client.open("wrong").await;
    let id = client.ask("textDocument/hover", hover()).await;
    client.close().await;
    assert_eq!(client.diagnostics().await["diagnostics"], json!([]));
    assert_eq!(client.answer(id).await["result"], Value::Null);
    gate.open();
    client.hears_nothing().await;
    client.end().await;
}

/// Nor may it be taken for the draft that was opened under the same name since.
#[tokio::test]
async fn a_draft_that_is_opened_again_is_another_one() {
    let gate = Gate::default();
    let (mut client, _) = Client::with(gate.config(), everyday()).await;
    client.open("wrong wrong wrong").await;
    client.close().await;
    assert_eq!(client.diagnostics().await["diagnostics"], json!([]));
    client.open("odd").await;
    gate.open();
    let published = client.diagnostics().await;
    assert_eq!(published["diagnostics"].as_array().unwrap().len(), 1);
    assert_eq!(published["diagnostics"][0]["code"], "odd-word");
    client.end().await;
}

#[tokio::test]
async fn exit_does_not_wait_for_an_analysis() {
    let gate = Gate::default();
    let (mut client, _) = Client::with(gate.config(), everyday()).await;
    client.open("A draft.").await;
    client.request("shutdown", Value::Null).await;
    client.send(json!({ "jsonrpc": "2.0", "method": "exit" })).await;
    assert_eq!(client.ended().await, End::Shutdown);
    gate.open();
}

/// A client may write for a long time before it reads: what it writes is taken in meanwhile.
#[tokio::test]
async fn input_is_read_while_nobody_reads_the_output() {
    let mut client = Client::deaf(model::config());
    let initialize =
        json!({ "jsonrpc": "2.0", "id": 0, "method": "initialize", "params": { "capabilities": everyday() } });
    client.send(initialize).await;
    client.notify("initialized", json!({})).await;
    client.open("").await;
    let requests = 1500;
    for version in 2..=requests + 1 {
        client.edit(version, [0, 0, 0, 0], "wrong ").await;
        client.ask("textDocument/hover", hover()).await;
        client.ask("copydesk/nonsense", hover()).await;
    }
    client.listen();
    let published = client.diagnostics_of(requests + 1).await;
    assert_eq!(published["diagnostics"].as_array().unwrap().len() as i64, requests);
    for id in 1..=2 * requests {
        client.answer(id).await;
    }
    client.answer(0).await;
    client.end().await;
}
