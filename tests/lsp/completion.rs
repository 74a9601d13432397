//! Completion: names and titles once a capital or two letters are written; who spoke after a quotation.

use copydesk::analysis::register::{Entry, EntryKind, Title};
use serde_json::{Value, json};

use crate::client::{Client, URI, everyday};
use crate::story::{self, STORY};

/// What is offered after `typed` on a new line at the end of the draft: "Rosa Weil | Foreign Minister".
async fn offers(client: &mut Client, version: i64, typed: &str) -> Vec<String> {
    let items = items(client, version, typed).await;
    items
        .iter()
        .map(|item| {
            let detail = item["detail"].as_str().unwrap_or_default();
            format!("{} | {detail}", item["label"].as_str().unwrap())
        })
        .collect()
}

async fn items(client: &mut Client, version: i64, typed: &str) -> Vec<Value> {
    client
        .change(version, json!([{ "text": format!("{STORY}\n{typed}") }]))
        .await;
    let line = STORY.matches('\n').count() + 1;
    let place = json!({ "line": line, "character": typed.encode_utf16().count() });
    let params = json!({ "textDocument": { "uri": URI }, "position": place });
    let list = client.request("textDocument/completion", params).await;
    client.diagnostics_of(version).await;
    list["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn names_are_offered_after_a_capital_or_two_letters() {
    let mut client = story::open(everyday()).await;
    assert_eq!(offers(&mut client, 2, "R").await, ["Rosa Weil | Foreign Minister"]);
    assert_eq!(offers(&mut client, 3, "r").await, [""; 0]);
    // Whoever was introduced above comes by the family name first.
    let weil = ["Weil | Rosa Weil, Foreign Minister", "Rosa Weil | Foreign Minister"];
    assert_eq!(offers(&mut client, 4, "“The ferry is late,” We").await, weil);
    assert_eq!(offers(&mut client, 5, "Rosa W").await, ["Rosa Weil | Foreign Minister"]);
    assert_eq!(
        offers(&mut client, 6, "bra").await,
        ["Brask | Anton Brask, Mayor", "Anton Brask | Mayor"]
    );
    client.end().await;
}

#[tokio::test]
async fn titles_are_offered_with_who_bears_them() {
    let mut client = story::open(everyday()).await;
    assert_eq!(
        offers(&mut client, 2, "the foreign mi").await,
        ["Foreign Minister | Rosa Weil"]
    );
    client.end().await;
}

#[tokio::test]
async fn titles_come_with_the_name_before_they_come_alone() {
    let mut client = story::open(everyday()).await;
    assert_eq!(
        offers(&mut client, 2, "Foreign Mi").await,
        ["Foreign Minister Weil | Rosa Weil", "Foreign Minister | Rosa Weil"]
    );
    assert_eq!(
        offers(&mut client, 3, "On Monday Foreign Minister ").await,
        ["Rosa Weil | "]
    );
    client.end().await;
}

#[tokio::test]
async fn who_spoke_is_offered_after_a_quotation() {
    let mut client = story::open(everyday()).await;
    let near = ["said Brask | ", "said Weil | "];
    for (nth, typed) in [
        "“The ferry is late,” ",
        "“The ferry is late,” sa",
        "\"Is it late?\" ",
        "“The ferry is late,” said ",
    ]
    .into_iter()
    .enumerate()
    {
        assert_eq!(offers(&mut client, nth as i64 + 2, typed).await, near, "{typed}");
    }
    for (nth, typed) in ["“The ferry is late” ", "The ferry is late, ", "“The ferry is late,” so"]
        .into_iter()
        .enumerate()
    {
        assert_eq!(offers(&mut client, nth as i64 + 6, typed).await, [""; 0], "{typed}");
    }
    client.end().await;
}

#[tokio::test]
async fn editors_are_told_to_ask_while_a_name_is_typed_and_learn_who_it_is() {
    let (mut client, started) =
        Client::with(copydesk::lsp::Config::new(copydesk::language::embedded()), everyday()).await;
    let offered = &started["capabilities"]["completionProvider"];
    let letters = offered["triggerCharacters"].as_array().unwrap();
    for letter in ["R", "r", "É", " "] {
        assert!(letters.contains(&json!(letter)), "{letter}");
    }
    client.open(STORY).await;
    client.diagnostics().await;
    let items = items(&mut client, 2, "We").await;
    let resolved = client.request("completionItem/resolve", items[0].clone()).await;
    assert_eq!(resolved["label"], "Weil");
    let text = resolved["documentation"]["value"].as_str().unwrap();
    assert!(text.contains("Foreign Minister Rosa Weil opened the harbour"), "{text}");
    client.end().await;
}

#[tokio::test]
async fn small_words_and_complete_names_offer_nothing() {
    let mut client = story::open(everyday()).await;
    for (nth, typed) in ["an", "we", "Anton Brask", "the harbour ro ", "12"]
        .into_iter()
        .enumerate()
    {
        assert_eq!(offers(&mut client, nth as i64 + 2, typed).await, [""; 0], "{typed}");
    }
    client.end().await;
}

#[tokio::test]
async fn an_offer_replaces_what_is_written_and_is_plain_text() {
    let mut client = story::open(everyday()).await;
    let items = items(&mut client, 2, "É 🙂 We").await;
    let line = STORY.matches('\n').count() + 1;
    let range = json!({ "start": { "line": line, "character": 5 }, "end": { "line": line, "character": 7 } });
    assert_eq!(items[1]["textEdit"], json!({ "range": range, "newText": "Rosa Weil" }));
    // Editors compare this with what is written.
    assert_eq!(items[1]["filterText"], "Weil");
    assert_eq!(items[0].get("insertTextFormat"), None);
    assert!(items[0]["sortText"].as_str() < items[1]["sortText"].as_str());
    client.end().await;
}

#[tokio::test]
async fn the_actor_file_is_offered_after_the_draft() {
    let title = |text: &str, until: Option<&str>| Title {
        text: text.into(),
        valid_from: None,
        valid_until: until.map(|day| day.parse().unwrap()),
    };
    let entry = Entry {
        aliases: vec!["Rosie Holt".into()],
        titles: vec![title("Quay Keeper", Some("2030-12-31")), title("Port Warden", None)],
        ..Entry::named("rosalind-holt", EntryKind::Person, "Rosalind Holt")
    };
    let mut client = story::open_with(vec![entry]).await;
    let expected = [
        "Rosa Weil | Foreign Minister",
        "Rosalind Holt | Port Warden (actors.toml)",
        "Rosie Holt | Rosalind Holt, Port Warden (actors.toml)",
    ];
    assert_eq!(offers(&mut client, 2, "Ro").await, expected);
    // Who held an office before the day of the draft is not offered for it.
    assert_eq!(offers(&mut client, 3, "Quay Ke").await, [""; 0]);
    assert_eq!(
        offers(&mut client, 4, "Port Wa").await,
        ["Port Warden | Rosalind Holt (actors.toml)"]
    );
    client.end().await;
}
