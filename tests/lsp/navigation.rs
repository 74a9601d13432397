//! Definition, references and highlights: from a mention to the full name, from a quotation to its speaker.

use serde_json::{Value, json};

use crate::client::{Client, everyday};
use crate::story::{self, all_words, at, words};

async fn definition(client: &mut Client, place: &str, nth: usize) -> Option<String> {
    let found = client.request("textDocument/definition", at(place, nth)).await;
    (!found.is_null()).then(|| words(&found["range"]))
}

async fn references(client: &mut Client, place: &str, nth: usize, with_declaration: bool) -> Vec<String> {
    let mut params = at(place, nth);
    params["context"] = json!({ "includeDeclaration": with_declaration });
    let found = client.request("textDocument/references", params).await;
    all_words(found.as_array().unwrap())
}

async fn highlights(client: &mut Client, place: &str, nth: usize) -> Vec<(String, i64)> {
    let found = client.request("textDocument/documentHighlight", at(place, nth)).await;
    let found = found.as_array().unwrap().iter();
    found
        .map(|one| (words(&one["range"]), one["kind"].as_i64().unwrap()))
        .collect()
}

#[tokio::test]
async fn a_mention_leads_to_the_full_name_and_a_quotation_to_its_speaker() {
    let mut client = story::open(everyday()).await;
    for (place, nth) in [("Weil told", 0), ("she said", 0), ("Weil knows", 0), ("Rosa", 0)] {
        assert_eq!(
            definition(&mut client, place, nth).await.as_deref(),
            Some("1 Rosa Weil"),
            "{place}"
        );
    }
    assert_eq!(
        definition(&mut client, "Brask will", 0).await.as_deref(),
        Some("3 Anton Brask")
    );
    assert_eq!(definition(&mut client, "“The 🙂", 0).await.as_deref(), Some("3 she"));
    assert_eq!(
        definition(&mut client, "told Mayor", 0).await.as_deref(),
        Some("3 Weil")
    );
    // The day that was counted from the date of the draft leads there; the date itself leads nowhere.
    assert_eq!(
        definition(&mut client, "Thursday", 0).await.as_deref(),
        Some("1 5 May 2031")
    );
    assert_eq!(definition(&mut client, "5 May", 0).await, None);
    assert_eq!(definition(&mut client, "opened", 0).await, None);
    client.end().await;
}

#[tokio::test]
async fn a_client_that_takes_links_is_told_what_was_pointed_at() {
    let mut capabilities = everyday();
    capabilities["textDocument"]["definition"] = json!({ "linkSupport": true });
    let mut client = story::open(capabilities).await;
    let links = client.request("textDocument/definition", at("Brask said", 0)).await;
    assert_eq!(words(&links[0]["originSelectionRange"]), "5 Brask");
    assert_eq!(words(&links[0]["targetSelectionRange"]), "3 Anton Brask");
    assert_eq!(links[0]["targetUri"], crate::client::URI);
    client.end().await;
}

#[tokio::test]
async fn references_are_all_mentions_of_the_actor() {
    let mut client = story::open(everyday()).await;
    let expected = ["1 Rosa Weil", "3 Weil", "3 she", "5 Weil", "9 Weil"];
    assert_eq!(references(&mut client, "she said", 0, true).await, expected);
    assert_eq!(references(&mut client, "Rosa", 0, false).await, expected[1..]);
    let words_of_weil = ["3 “The cranes are safe,”", "3 “The 🙂 ferry sails soon,”"];
    assert_eq!(references(&mut client, "“The cranes", 0, true).await, words_of_weil);
    client.end().await;
}

#[tokio::test]
async fn highlights_are_the_mentions_or_the_parts_of_a_quotation() {
    let mut client = story::open(everyday()).await;
    let (text, read, write) = (1, 2, 3);
    let expected = [
        ("1 Rosa Weil", write),
        ("3 Weil", read),
        ("3 she", read),
        ("5 Weil", read),
        ("9 Weil", read),
    ];
    let owned = |list: &[(&str, i64)]| -> Vec<(String, i64)> {
        list.iter().map(|(words, kind)| ((*words).to_owned(), *kind)).collect()
    };
    assert_eq!(highlights(&mut client, "Weil told", 0).await, owned(&expected));
    let expected = [
        ("5 “Ms Weil knows the harbour and every crane in it,”", text),
        ("5 Brask", write),
        ("5 said", text),
    ];
    for place in ["“Ms", "crane in", "said.\n\n“Every"] {
        assert_eq!(highlights(&mut client, place, 0).await, owned(&expected), "{place}");
    }
    client.end().await;
}

#[tokio::test]
async fn where_nothing_stands_nothing_is_found() {
    let mut client = story::open(everyday()).await;
    for method in ["textDocument/definition", "textDocument/documentHighlight"] {
        assert_eq!(client.request(method, at("will", 0)).await, Value::Null, "{method}");
    }
    let mut params = at("will", 0);
    params["context"] = json!({ "includeDeclaration": true });
    assert_eq!(client.request("textDocument/references", params).await, Value::Null);
    client.end().await;
}

#[tokio::test]
async fn a_declaration_is_the_entry_of_the_actor_file() {
    let desk = tempfile::tempdir().unwrap();
    std::fs::create_dir(desk.path().join(".git")).unwrap();
    let file = desk.path().join("actors.toml");
    std::fs::write(
        &file,
        "# The desk\n\n[[actor]]\nname = \"Rosa Weil\"\nkind = \"person\"\n",
    )
    .unwrap();
    let mut client = story::open(everyday()).await;
    client.close().await;
    client.diagnostics().await;
    let uri = format!("file://{}/story.txt", desk.path().display());
    let document = json!({ "uri": uri, "languageId": "plaintext", "version": 1, "text": story::STORY });
    client
        .notify("textDocument/didOpen", json!({ "textDocument": document }))
        .await;
    client.diagnostics().await;
    let mut place = at("Weil told", 0);
    place["textDocument"]["uri"] = uri.clone().into();
    let found = client.request("textDocument/declaration", place).await;
    let file = file.canonicalize().unwrap();
    assert_eq!(found["uri"], format!("file://{}", file.display()));
    assert_eq!(found["range"]["start"], json!({ "line": 2, "character": 0 }));
    // Who is not in the file has no entry.
    let mut place = at("Brask said", 0);
    place["textDocument"]["uri"] = uri.into();
    assert_eq!(client.request("textDocument/declaration", place).await, Value::Null);
    client.end().await;
}
