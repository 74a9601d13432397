//! Hover: the right card for a place, with what the draft says, in the form the client takes.

use copydesk::analysis::register::{Entry, EntryKind, Title};
use serde_json::{Value, json};

use crate::client::{Client, URI, everyday};
use crate::story::{self, at};

async fn card(client: &mut Client, words: &str, nth: usize) -> String {
    let hover = client.request("textDocument/hover", at(words, nth)).await;
    hover["contents"]["value"].as_str().unwrap_or("no card").to_owned()
}

/// Whether all of these are in the card, in this order.
#[track_caller]
fn says(card: &str, lines: &[&str]) {
    let mut rest = card;
    for line in lines {
        let at = rest.find(line).unwrap_or_else(|| panic!("“{line}” is not in {rest}"));
        rest = &rest[at + line.len()..];
    }
}

#[tokio::test]
async fn a_pronoun_shows_all_that_the_draft_says_of_its_actor() {
    let mut client = story::open(everyday()).await;
    let card = card(&mut client, "she said", 0).await;
    says(
        &card,
        &[
            "**Rosa Weil** · person\n\n",
            "Role: Foreign Minister ([line 1](file:///desk/story.txt#L1,21))",
            "Quotations: at least 2\n- [“The cranes are safe,”](file:///desk/story.txt#L3,1)",
            "- [“The 🙂 ferry sails soon,”](file:///desk/story.txt#L3,53)",
            "Events: ",
            ", 5 May 2031",
            "In this draft: “Rosa Weil” 1×, “Weil” 3×",
            "full name in [line 1](file:///desk/story.txt#L1,38)",
            "*“she”: Rosa Weil ",
        ],
    );
    client.end().await;
}

#[tokio::test]
async fn where_the_draft_gives_no_role_nothing_is_said_of_one() {
    let mut client = story::open(everyday()).await;
    client.close().await;
    client.diagnostics().await;
    client.open("Odile Marchetti left the harbour.\n").await;
    client.diagnostics().await;
    let place = json!({ "textDocument": { "uri": URI }, "position": { "line": 0, "character": 2 } });
    let hover = client.request("textDocument/hover", place).await;
    let card = hover["contents"]["value"].as_str().unwrap();
    says(card, &["**Odile Marchetti**", "In this draft: “Odile Marchetti” 1×"]);
    assert!(!card.contains("Role"), "{card}");
    client.end().await;
}

#[tokio::test]
async fn what_the_actor_file_says_stands_apart() {
    let entry = Entry {
        titles: vec![Title {
            text: "Foreign Minister of Oresia".into(),
            valid_from: Some("2029-01-02".parse().unwrap()),
            valid_until: None,
        }],
        note: Some("born in Ostby".into()),
        ..Entry::named("weil", EntryKind::Person, "Rosa Weil")
    };
    let mut client = story::open_with(vec![entry]).await;
    let weil = card(&mut client, "Weil told", 0).await;
    says(
        &weil,
        &[
            "Role: Foreign Minister (",
            "actors.toml: Rosa Weil, Foreign Minister of Oresia (since 2 January 2029); born in Ostby",
        ],
    );
    let brask = card(&mut client, "Brask said", 0).await;
    assert!(!brask.contains("actors.toml"), "{brask}");
    client.end().await;
}

#[tokio::test]
async fn a_quotation_shows_its_speaker_and_why() {
    let mut client = story::open(everyday()).await;
    for place in ["“The cranes", "told Mayor"] {
        let card = card(&mut client, place, 0).await;
        says(
            &card,
            &[
                "**Rosa Weil** · direct quotation",
                "Speaker: [“Weil”](file:///desk/story.txt#L3,24); full name in [line 1](",
                "Role: Foreign Minister",
                "Cue: [“told”](file:///desk/story.txt#L3,29)",
                "To: [“Mayor Anton Brask”](file:///desk/story.txt#L3,34)",
                "subject of “tell”",
                "(sure)",
            ],
        );
    }
    let hover = client.request("textDocument/hover", at("“The cranes", 0)).await;
    assert_eq!(story::words(&hover["range"]), "3 “The cranes are safe,”");
    client.end().await;
}

#[tokio::test]
async fn a_day_shows_its_date_and_how_it_was_found() {
    let mut client = story::open(everyday()).await;
    let card = card(&mut client, "Thursday", 0).await;
    says(
        &card,
        &[
            "**Thursday 8 May 2031** · date",
            "In the draft: “Thursday”",
            "5 May 2031",
        ],
    );
    client.end().await;
}

#[tokio::test]
async fn an_event_shows_who_when_and_where() {
    let mut client = story::open(everyday()).await;
    let card = card(&mut client, "meet Weil", 0).await;
    says(
        &card,
        &[
            "Talks, planned",
            "Who: Anton Brask",
            "Whom: Rosa Weil",
            "When: Thursday (Thursday 8 May 2031)",
            "Where: [Tellmark](file:///desk/story.txt#L9,25)",
        ],
    );
    client.end().await;
}

#[tokio::test]
async fn a_client_without_markdown_gets_plain_text() {
    let mut capabilities = everyday();
    capabilities["textDocument"]["hover"] = json!({});
    let mut client = story::open(capabilities).await;
    let hover = client.request("textDocument/hover", at("she said", 0)).await;
    assert_eq!(hover["contents"]["kind"], "plaintext");
    let card = hover["contents"]["value"].as_str().unwrap();
    says(
        card,
        &[
            "Rosa Weil · person\nRole: Foreign Minister (line 1)\n",
            "- “The cranes are safe,” (line 3)",
        ],
    );
    assert!(!card.contains("file:"), "{card}");
    client.end().await;
}

#[tokio::test]
async fn where_nothing_is_known_there_is_no_card() {
    let mut client = Client::start().await;
    client.open("\n\n").await;
    client.diagnostics().await;
    let place = json!({ "textDocument": { "uri": URI }, "position": { "line": 0, "character": 0 } });
    assert_eq!(client.request("textDocument/hover", place).await, Value::Null);
    let elsewhere = json!({ "textDocument": { "uri": "file:///no.txt" }, "position": { "line": 0, "character": 0 } });
    assert_eq!(client.request("textDocument/hover", elsewhere).await, Value::Null);
    client.end().await;
}
