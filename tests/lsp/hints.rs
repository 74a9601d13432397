//! Inlay hints: who “she” is, who goes on speaking, which day “Thursday” is.

use serde_json::{Value, json};

use crate::client::{Client, URI, everyday};
use crate::story::{self, STORY};

/// The draft's lines (from 1) with hints, these in the text.
async fn shown(client: &mut Client, lines: [u32; 2]) -> Vec<String> {
    let range = json!({
        "start": { "line": lines[0], "character": 0 },
        "end": { "line": lines[1], "character": 0 },
    });
    let params = json!({ "textDocument": { "uri": URI }, "range": range });
    let hints = client.request("textDocument/inlayHint", params).await;
    let mut lines: Vec<Vec<u16>> = STORY.lines().map(|line| line.encode_utf16().collect()).collect();
    let mut touched = Vec::new();
    for hint in hints.as_array().unwrap().iter().rev() {
        let line = hint["position"]["line"].as_u64().unwrap() as usize;
        let at = hint["position"]["character"].as_u64().unwrap() as usize;
        let side = |name: &str| if hint[name] == true { " " } else { "" };
        let label = format!(
            "{}{}{}",
            side("paddingLeft"),
            hint["label"].as_str().unwrap(),
            side("paddingRight")
        );
        lines[line].splice(at..at, label.encode_utf16());
        touched.push(line);
    }
    touched.reverse();
    touched.dedup();
    touched
        .into_iter()
        .map(|line| String::from_utf16(&lines[line]).unwrap())
        .collect()
}

fn settings(hints: Value) -> Value {
    json!({ "settings": { "copydesk": { "inlayHints": hints } } })
}

const PRONOUN: &str =
    "“The cranes are safe,” Weil told Mayor Anton Brask. “The 🙂 ferry sails soon,” she [Rosa Weil] said.";

#[tokio::test]
async fn a_pronoun_that_speaks_is_named() {
    let mut client = story::open(everyday()).await;
    assert_eq!(shown(&mut client, [0, 20]).await, [PRONOUN]);
    assert_eq!(shown(&mut client, [3, 20]).await, [""; 0]);
    client.end().await;
}

#[tokio::test]
async fn who_goes_on_speaking_stands_before_the_quotation() {
    let mut client = story::open(everyday()).await;
    client.close().await;
    client.diagnostics().await;
    client
        .open("Anton Brask said: “The harbour has every crane it needs.\n\n“Every ship has a place now.”\n")
        .await;
    client.diagnostics().await;
    let params = json!({
        "textDocument": { "uri": URI },
        "range": { "start": { "line": 0, "character": 0 }, "end": { "line": 3, "character": 0 } },
    });
    let hints = client.request("textDocument/inlayHint", params.clone()).await;
    let [hint] = hints.as_array().unwrap().as_slice() else {
        panic!("{hints}")
    };
    assert_eq!(hint["position"], json!({ "line": 2, "character": 0 }));
    assert_eq!(hint["label"], "[Anton Brask]");
    assert_eq!(hint["paddingRight"], true);
    let off = json!({ "carriedSpeakers": false });
    client.notify("workspace/didChangeConfiguration", settings(off)).await;
    assert_eq!(client.request("textDocument/inlayHint", params).await, json!([]));
    client.end().await;
}

#[tokio::test]
async fn each_kind_has_its_switch() {
    let mut client = story::open(everyday()).await;
    let off = json!({ "pronounSpeakers": true, "carriedSpeakers": false });
    client.notify("workspace/didChangeConfiguration", settings(off)).await;
    assert_eq!(shown(&mut client, [0, 20]).await, [PRONOUN]);
    let days = json!({ "pronounSpeakers": false, "carriedSpeakers": false, "calendarDays": true });
    client.notify("workspace/didChangeConfiguration", settings(days)).await;
    let expected = [
        "OSTBY, 5 May 2031 – Foreign Minister Rosa Weil opened the harbour on Monday [5 May 2031].",
        "Brask will meet Weil in Tellmark on Thursday [8 May 2031].",
    ];
    assert_eq!(shown(&mut client, [0, 20]).await, expected);
    client.end().await;
}

#[tokio::test]
async fn a_client_that_can_is_told_to_ask_again() {
    let mut capabilities = everyday();
    capabilities["workspace"]["inlayHint"] = json!({ "refreshSupport": true });
    let mut client = story::open(capabilities).await;
    client
        .notify(
            "workspace/didChangeConfiguration",
            settings(json!({ "calendarDays": true })),
        )
        .await;
    let (_, id) = client.next("workspace/inlayHint/refresh").await;
    client.reply(id, Value::Null).await;
    client.end().await;
}
