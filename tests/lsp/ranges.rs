//! Requests over ranges of a draft: folds, selections, colors, counts, links, pairs of marks, reasons of notes.

use copydesk::language::embedded;
use copydesk::lsp::Config;
use serde_json::{Value, json};

use crate::client::Client;

const URI: &str = "file:///desk/story.md";

const DRAFT: &str = "# Ferry stays\n\n\
                     “We stay here,” said Rosa Haskill, the mayor.\n\n\
                     “It is \"late\",” she said on Monday.\n\n\
                     <!-- for the\ndesk -->\n\n\
                     ## Later\n\n\
                     Nothing came.\n";

/// What a client can do that can do everything here.
fn able() -> Value {
    json!({
        "textDocument": {
            "foldingRange": {},
            "selectionRange": {},
            "semanticTokens": { "requests": { "full": { "delta": true }, "range": true }, "tokenTypes": [],
                "tokenModifiers": [], "formats": ["relative"] },
            "codeLens": {},
            "documentLink": { "tooltipSupport": true },
            "linkedEditingRange": {},
            "inlayHint": { "resolveSupport": { "properties": ["tooltip"] } },
        },
    })
}

async fn opened(text: &str, settings: Value) -> Client {
    let mut client = Client::silent(Config::new(embedded()));
    let params = json!({ "processId": null, "capabilities": able(), "initializationOptions": settings });
    client.request("initialize", params).await;
    client.notify("initialized", json!({})).await;
    open(&mut client, URI, text).await;
    client
}

async fn open(client: &mut Client, uri: &str, text: &str) {
    let document = json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": text });
    client
        .notify("textDocument/didOpen", json!({ "textDocument": document }))
        .await;
    client.diagnostics().await;
}

async fn ask(client: &mut Client, method: &str, more: Value) -> Value {
    let mut params = json!({ "textDocument": { "uri": URI } });
    params
        .as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    client.request(&format!("textDocument/{method}"), params).await
}

/// What is written in a range of a text of plain letters.
fn words<'a>(text: &'a str, range: &Value) -> &'a str {
    let offset = |end: &str| {
        let place = &range[end];
        let line = place["line"].as_u64().unwrap() as usize;
        let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
        let character = place["character"].as_u64().unwrap() as usize;
        let letters = text[start..].chars().take(character);
        start + letters.map(char::len_utf8).sum::<usize>()
    };
    &text[offset("start")..offset("end")]
}

#[tokio::test]
async fn a_client_is_offered_what_it_can_take() {
    let mut client = Client::silent(Config::new(embedded()));
    let params = json!({ "processId": null, "capabilities": able() });
    let can = client.request("initialize", params).await["capabilities"].clone();
    for provider in ["foldingRange", "selectionRange", "linkedEditingRange"] {
        assert_eq!(can[format!("{provider}Provider")], true, "{provider}");
    }
    assert_eq!(can["codeLensProvider"], json!({ "resolveProvider": false }));
    assert_eq!(can["documentLinkProvider"], json!({ "resolveProvider": false }));
    assert_eq!(can["inlayHintProvider"], json!({ "resolveProvider": true }));
    assert_eq!(can["semanticTokensProvider"]["full"], json!({ "delta": true }));
    assert_eq!(can["semanticTokensProvider"]["range"], true);
    let (_, answer) = Client::with(Config::new(embedded()), json!({})).await;
    let can = &answer["capabilities"];
    for provider in [
        "foldingRange",
        "selectionRange",
        "linkedEditingRange",
        "codeLens",
        "documentLink",
        "semanticTokens",
    ] {
        assert_eq!(can.get(format!("{provider}Provider")), None, "{provider}");
    }
    assert_eq!(can["inlayHintProvider"], true);
}

#[tokio::test]
async fn sections_speeches_and_comments_fold() {
    let mut client = opened(DRAFT, json!({})).await;
    let folds = ask(&mut client, "foldingRange", json!({})).await;
    let shown: Vec<_> = folds
        .as_array()
        .unwrap()
        .iter()
        .map(|fold| json!([fold["startLine"], fold["endLine"], fold["kind"]]))
        .collect();
    let expected = [
        json!([0, 11, "region"]),
        json!([2, 4, "region"]),
        json!([6, 7, "comment"]),
        json!([9, 11, "region"]),
    ];
    assert_eq!(shown, expected);
}

#[tokio::test]
async fn selections_grow_at_each_cursor() {
    let mut client = opened(DRAFT, json!({})).await;
    let positions = json!([{ "line": 2, "character": 22 }, { "line": 1, "character": 0 }]);
    let grown = ask(&mut client, "selectionRange", json!({ "positions": positions })).await;
    let mut shown = Vec::new();
    let mut next = &grown[0];
    while next.is_object() {
        shown.push(words(DRAFT, &next["range"]));
        next = &next["parent"];
    }
    assert_eq!(
        shown[..3],
        ["Rosa", "Rosa Haskill", "“We stay here,” said Rosa Haskill, the mayor."]
    );
    assert_eq!(shown.last(), Some(&DRAFT));
    assert_eq!(grown.as_array().unwrap().len(), 2);
}

/// The tokens of an answer, as words with the numbers of their type and modifiers.
fn tokens(text: &str, data: &Value) -> Vec<(String, u64, u64)> {
    let numbers: Vec<u64> = data
        .as_array()
        .unwrap()
        .iter()
        .map(|number| number.as_u64().unwrap())
        .collect();
    let (mut line, mut character) = (0, 0);
    let mut found = Vec::new();
    for token in numbers.chunks(5) {
        character = if token[0] == 0 { character + token[1] } else { token[1] };
        line += token[0];
        let end = character + token[2];
        let range =
            json!({ "start": { "line": line, "character": character }, "end": { "line": line, "character": end } });
        found.push((words(text, &range).to_owned(), token[3], token[4]));
    }
    found
}

#[tokio::test]
async fn speakers_cues_and_days_have_colors() {
    let mut client = opened(DRAFT, json!({})).await;
    let full = ask(&mut client, "semanticTokens/full", json!({})).await;
    let expected = [
        ("“We stay here,”", 0, 0),
        ("said", 1, 0),
        ("Rosa Haskill", 2, 3),
        ("“It is \"late\",”", 0, 0),
        ("she", 2, 2),
        ("said", 1, 0),
        ("Monday", 6, 0),
    ];
    let expected = expected.map(|(words, kind, modifiers)| (words.to_owned(), kind, modifiers));
    assert_eq!(tokens(DRAFT, &full["data"]), expected);
    let line = json!({ "start": { "line": 2, "character": 0 }, "end": { "line": 3, "character": 0 } });
    let part = ask(&mut client, "semanticTokens/range", json!({ "range": line })).await;
    assert_eq!(tokens(DRAFT, &part["data"]), expected[..3]);
}

#[tokio::test]
async fn colors_are_sent_again_only_where_they_changed() {
    let mut client = opened(DRAFT, json!({})).await;
    let full = ask(&mut client, "semanticTokens/full", json!({})).await;
    let start = json!({ "line": 2, "character": 1 });
    let change = json!({ "range": { "start": start, "end": start }, "text": "Yes. " });
    client
        .notify(
            "textDocument/didChange",
            json!({ "textDocument": { "uri": URI, "version": 2 }, "contentChanges": [change] }),
        )
        .await;
    client.diagnostics().await;
    let previous = json!({ "previousResultId": full["resultId"] });
    let delta = ask(&mut client, "semanticTokens/full/delta", previous.clone()).await;
    let mut data: Vec<Value> = full["data"].as_array().unwrap().clone();
    for edit in delta["edits"].as_array().unwrap() {
        let start = edit["start"].as_u64().unwrap() as usize;
        let end = start + edit["deleteCount"].as_u64().unwrap() as usize;
        data.splice(start..end, edit["data"].as_array().unwrap().clone());
        assert!(edit["data"].as_array().unwrap().len() <= 10, "{edit}");
    }
    let now = ask(&mut client, "semanticTokens/full", json!({})).await;
    assert_eq!(Value::from(data), now["data"]);
    // What the client has from an answer that is forgotten is sent whole.
    let whole = ask(&mut client, "semanticTokens/full/delta", previous).await;
    assert_eq!(whole["data"], now["data"]);
}

#[tokio::test]
async fn counts_are_shown_where_they_are_wanted() {
    let mut client = opened(DRAFT, json!({})).await;
    assert_eq!(ask(&mut client, "codeLens", json!({})).await, json!([]));
    let mut client = opened(DRAFT, json!({ "codeLens": { "speakers": true } })).await;
    let lenses = ask(&mut client, "codeLens", json!({})).await;
    let lens = &lenses[0];
    assert_eq!(words(DRAFT, &lens["range"]), "Rosa Haskill");
    assert_eq!(
        lens["command"]["title"],
        "Rosa Haskill: 2 quotations, 100% of all quoted words"
    );
    assert_eq!(lenses.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn names_lead_to_the_actor_file() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().canonicalize().unwrap();
    let actors = "[[actor]]\nname = \"Rosa Haskill\"\nkind = \"person\"\nnote = \"Not Roza\"\n\n\
                  [[actor]]\nname = \"Anna Weil\"\nkind = \"person\"\nlink = \"https://example.org/weil\"\n\n\
                  [[actor]]\nname = \"Oda Quist\"\nkind = \"person\"\n";
    std::fs::write(folder.join("actors.toml"), actors).unwrap();
    let mut client = opened("", json!({})).await;
    let text = "Rosa Haskill met Anna Weil and Oda Quist on Monday. Haskill left.\n";
    let uri = format!("file://{}/story.md", folder.display());
    open(&mut client, &uri, text).await;
    let links = client
        .request("textDocument/documentLink", json!({ "textDocument": { "uri": uri } }))
        .await;
    let shown: Vec<_> = links
        .as_array()
        .unwrap()
        .iter()
        .map(|link| {
            (
                words(text, &link["range"]),
                link["target"].as_str().unwrap(),
                link["tooltip"].as_str().unwrap(),
            )
        })
        .collect();
    let file = format!("file://{}/actors.toml", folder.display());
    let lines = [format!("{file}#L1"), format!("{file}#L11")];
    let expected = [
        ("Rosa Haskill", lines[0].as_str(), "Rosa Haskill: Not Roza"),
        ("Anna Weil", "https://example.org/weil", "Anna Weil"),
        ("Oda Quist", lines[1].as_str(), "Oda Quist"),
    ];
    assert_eq!(shown, expected);
}

#[tokio::test]
async fn the_front_matter_leads_to_the_notes_that_are_there() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().canonicalize().unwrap();
    std::fs::write(folder.join("weil.txt"), "WEIL: It is late.\n").unwrap();
    let mut client = opened("", json!({})).await;
    let text = "---\nnotes: [weil.txt, gone.txt]\n---\n\nThe ferry left.\n";
    let uri = format!("file://{}/story.md", folder.display());
    open(&mut client, &uri, text).await;
    let links = client
        .request("textDocument/documentLink", json!({ "textDocument": { "uri": uri } }))
        .await;
    let links = links.as_array().unwrap();
    assert_eq!(links.len(), 1, "{links:?}");
    assert_eq!(words(text, &links[0]["range"]), "weil.txt");
    assert_eq!(links[0]["target"], format!("file://{}/weil.txt", folder.display()));
}

#[tokio::test]
async fn straight_marks_are_typed_over_together() {
    let text = "\"We stay,\" said Rosa Haskill.\n";
    let mut client = opened(text, json!({})).await;
    let at = |character: u32| json!({ "position": { "line": 0, "character": character } });
    let linked = ask(&mut client, "linkedEditingRange", at(0)).await;
    let starts: Vec<_> = linked["ranges"]
        .as_array()
        .unwrap()
        .iter()
        .map(|range| range["start"]["character"].as_u64().unwrap())
        .collect();
    assert_eq!(starts, [0, 9]);
    assert_eq!(ask(&mut client, "linkedEditingRange", at(4)).await, Value::Null);
}

#[tokio::test]
async fn the_reason_of_a_note_comes_when_it_is_looked_at() {
    let mut client = opened(DRAFT, json!({})).await;
    let whole = json!({ "range": { "start": { "line": 0, "character": 0 }, "end": { "line": 12, "character": 0 } } });
    let hints = ask(&mut client, "inlayHint", whole).await;
    let hint = hints[0].clone();
    assert_eq!(hint["label"], "[Rosa Haskill]");
    assert_eq!(hint.get("tooltip"), None);
    let resolved = client.request("inlayHint/resolve", hint).await;
    assert!(!resolved["tooltip"].as_str().unwrap().is_empty(), "{resolved}");
}
