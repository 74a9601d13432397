//! Diagnostics as they are pushed.

use serde_json::json;

use crate::client::{Client, URI, everyday};
use crate::model;

#[tokio::test]
async fn a_finding_is_a_diagnostic_with_everything_it_knows() {
    let mut client = Client::start().await;
    client.open("An odd\r\nand wrong word").await;
    let expected = json!({
        "uri": URI,
        "version": 1,
        "diagnostics": [
            {
                "range": { "start": { "line": 0, "character": 3 }, "end": { "line": 0, "character": 6 } },
                "severity": 4,
                "code": "odd-word",
                "source": "copydesk",
                "message": "This word is odd\nChoose another one.",
                "relatedInformation": [{
                    "location": {
                        "uri": URI,
                        "range": { "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 1 } },
                    },
                    "message": "The draft begins here",
                }],
            },
            {
                "range": { "start": { "line": 1, "character": 4 }, "end": { "line": 1, "character": 9 } },
                "severity": 2,
                "code": "wrong-word",
                "source": "copydesk",
                "message": "This word is wrong",
                "tags": [1],
            },
        ],
    });
    assert_eq!(client.diagnostics().await, expected);
    client.end().await;
}

#[tokio::test]
async fn a_client_gets_only_what_it_can_show() {
    let (mut client, _) = Client::with(model::config(), json!({})).await;
    client.open("odd wrong").await;
    let published = client.diagnostics().await;
    assert_eq!(published.get("version"), None);
    for diagnostic in published["diagnostics"].as_array().unwrap() {
        assert_eq!(diagnostic.get("relatedInformation"), None);
        assert_eq!(diagnostic.get("tags"), None);
    }
    client.end().await;
}

#[tokio::test]
async fn a_draft_without_findings_is_told_so() {
    let mut client = Client::start().await;
    client.open("").await;
    assert_eq!(client.diagnostics().await["diagnostics"], json!([]));
    client.edit(2, [0, 0, 0, 0], "wrong").await;
    assert_eq!(
        client.diagnostics_of(2).await["diagnostics"].as_array().unwrap().len(),
        1
    );
    client.edit(3, [0, 0, 0, 5], "right").await;
    assert_eq!(client.diagnostics_of(3).await["diagnostics"], json!([]));
    client.end().await;
}

#[tokio::test]
async fn several_changes_in_one_message_apply_one_after_the_other() {
    let mut client = Client::start().await;
    client.open("one\ntwo\n").await;
    client.diagnostics().await;
    let line = |line| json!({ "start": { "line": line, "character": 0 }, "end": { "line": line, "character": 3 } });
    let changes = json!([
        { "text": "three\r\nfour\r\n" },
        { "range": line(0), "text": "is\rwro" },
        { "range": line(1), "text": "wrong" },
    ]);
    client.change(2, changes).await;
    // The text is now "is\rwrongee\r\nfour\r\n".
    let found = client.diagnostics_of(2).await["diagnostics"][0]["range"].clone();
    assert_eq!(found["start"], json!({ "line": 1, "character": 0 }));
    client.end().await;
}

#[tokio::test]
async fn closing_clears_and_opening_starts_anew() {
    let mut client = Client::start().await;
    client.open("wrong").await;
    client.diagnostics().await;
    client.close().await;
    assert_eq!(client.diagnostics().await, json!({ "uri": URI, "diagnostics": [] }));
    client.edit(2, [0, 0, 0, 0], "ignored: it is not open").await;
    client.open("odd").await;
    let published = client.diagnostics().await;
    assert_eq!(published["version"], 1);
    assert_eq!(published["diagnostics"][0]["code"], "odd-word");
    client.end().await;
}

#[tokio::test]
async fn a_rule_with_a_page_at_hand_names_it() {
    let pages = tempfile::tempdir().unwrap();
    std::fs::write(pages.path().join("doubled-word.md"), "# doubled-word\n").unwrap();
    let config = || copydesk::lsp::Config {
        rule_pages: Some(pages.path().to_owned()),
        ..copydesk::lsp::Config::new(&copydesk::language::ShapeModel)
    };
    let href = format!("file://{}/doubled-word.md", pages.path().display());
    let mut modest = everyday();
    modest["textDocument"]["publishDiagnostics"]["codeDescriptionSupport"] = false.into();
    for (capabilities, expected) in [(everyday(), json!({ "href": href })), (modest, json!(null))] {
        let (mut client, _) = Client::with(config(), capabilities).await;
        client.open("The mayor opened the the harbour, then the “quay.\n").await;
        let published = client.diagnostics().await;
        let by_code = |code: &str| {
            let all = published["diagnostics"].as_array().unwrap();
            all.iter().find(|one| one["code"] == code).unwrap().clone()
        };
        assert_eq!(by_code("doubled-word")["codeDescription"], expected);
        // This rule has no page there.
        assert_eq!(by_code("unclosed-quote").get("codeDescription"), None);
        client.end().await;
    }
}

#[tokio::test]
async fn a_draft_in_another_language_gets_one_hint_that_says_so() {
    let mut client = Client::start().await;
    let text = "Der Rat der Stadt hat am Montag beschlossen, die alte Brücke über den Fluss zu schließen. Die Bürger müssen \
                nun einen anderen Weg nehmen, sagte die Bürgermeisterin, und das wird noch lange so bleiben.";
    client.open(text).await;
    let published = client.diagnostics().await;
    let expected = json!([{
        "range": { "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 1 } },
        "severity": 4,
        "source": "copydesk",
        "message": "Left alone: the draft is in German, and copydesk reads English only",
    }]);
    assert_eq!(published["diagnostics"], expected);
    client.end().await;
}
