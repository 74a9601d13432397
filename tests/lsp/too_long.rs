//! Drafts that are too long, paragraphs that are, and lists of patterns without end.

use std::time::{Duration, Instant};

use copydesk::language::embedded;
use copydesk::lsp::Config;
use serde_json::{Value, json};

use crate::client::{Client, URI, everyday};
use crate::model;

const MEGABYTE: usize = 1_000_000;

/// A client that allows drafts of one megabyte.
async fn strict() -> Client {
    let mut client = Client::silent(model::config());
    let params = json!({ "processId": null, "capabilities": everyday(),
        "initializationOptions": { "drafts": { "maxMegabytes": 1 } } });
    client.request("initialize", params).await;
    client.notify("initialized", json!({})).await;
    client
}

fn here() -> Value {
    json!({ "textDocument": { "uri": URI } })
}

async fn is_told(client: &mut Client) {
    let (message, _) = client.next("window/showMessage").await;
    let text = "copydesk does not read story.txt: it is longer than 1 MB (setting “copydesk.drafts.maxMegabytes”)";
    assert_eq!(message, json!({ "type": 2, "message": text }));
}

#[tokio::test]
async fn a_draft_that_is_too_long_is_refused_once_until_it_is_replaced() {
    let mut client = strict().await;
    client.open(&"wrong\n".repeat(MEGABYTE / 5)).await;
    is_told(&mut client).await;
    client.edit(2, [0, 0, 0, 0], "odd").await;
    assert_eq!(client.request("textDocument/documentSymbol", here()).await, Value::Null);
    client.open(&"wrong\n".repeat(MEGABYTE / 5)).await;
    client.hears_nothing().await;
    let start = json!({ "line": 0, "character": 0 });
    let typed = json!({ "range": { "start": start, "end": start }, "text": "odd " });
    client.change(3, json!([{ "text": "wrong" }, typed])).await;
    let published = client.diagnostics().await;
    assert_eq!(published["diagnostics"].as_array().unwrap().len(), 2);
    client.close().await;
    client.diagnostics().await;
    client.end().await;
}

#[tokio::test]
async fn a_draft_that_grows_too_long_is_read_again_when_it_shrinks() {
    let mut client = strict().await;
    client.open("wrong\n").await;
    client.diagnostics().await;
    client.edit(2, [1, 0, 1, 0], &"x\n".repeat(MEGABYTE / 2)).await;
    assert_eq!(client.diagnostics().await["diagnostics"], json!([]));
    is_told(&mut client).await;
    client.edit(3, [0, 0, 0, 0], "odd ").await;
    assert_eq!(client.request("textDocument/documentSymbol", here()).await, Value::Null);
    client.hears_nothing().await;
    client.edit(4, [1, 0, 600_000, 0], "").await;
    assert_eq!(
        client.diagnostics_of(4).await["diagnostics"].as_array().unwrap().len(),
        2
    );
    client.end().await;
}

/// Opens a draft in a server as it is shipped, asks for everything, types a letter, and says how long it all took.
async fn time_of(text: &str, language: &str) -> Duration {
    let (mut client, _) = Client::with(Config::new(embedded()), everyday()).await;
    let start = Instant::now();
    let document = json!({ "uri": URI, "languageId": language, "version": 1, "text": text });
    client
        .notify("textDocument/didOpen", json!({ "textDocument": document }))
        .await;
    client.diagnostics().await;
    let middle = json!({ "line": 0, "character": text.len() / 2 });
    let whole = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": text.len() } });
    for (method, more) in [
        ("documentSymbol", json!({})),
        ("hover", json!({ "position": middle })),
        ("definition", json!({ "position": middle })),
        (
            "references",
            json!({ "position": middle, "context": { "includeDeclaration": true } }),
        ),
        ("documentHighlight", json!({ "position": middle })),
        ("completion", json!({ "position": middle })),
        ("inlayHint", json!({ "range": whole })),
        (
            "codeAction",
            json!({ "range": whole, "context": { "diagnostics": [] } }),
        ),
    ] {
        let mut params = here();
        params
            .as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        client.request(&format!("textDocument/{method}"), params).await;
    }
    client.edit(2, [0, 1, 0, 1], "x").await;
    client.diagnostics_of(2).await;
    start.elapsed()
}

/// The bound is wide, for machines at work and builds that are not optimized: what is quadratic takes minutes.
const PATIENCE: Duration = Duration::from_secs(60);

#[tokio::test]
async fn nothing_takes_longer_than_its_length_allows() {
    let keys: String = (0..200_000).map(|number| format!("key{number}: value\n")).collect();
    for (name, text, language) in [
        ("dates", "Monday, March 3, 2031, ".repeat(87_000), "plaintext"),
        (
            "one line",
            "“We will not go,” said Anna Weil. ".repeat(125_000),
            "plaintext",
        ),
        ("marks", "\"".repeat(1_000_000), "markdown"),
        ("front matter", format!("---\n{keys}---\n\nA story.\n"), "markdown"),
        ("open front matter", format!("---\n{keys}"), "markdown"),
    ] {
        let took = time_of(&text, language).await;
        assert!(took < PATIENCE, "{name}: {took:?}");
    }
}

#[tokio::test]
async fn thousands_of_patterns_hold_nobody_up() {
    let folder = tempfile::tempdir().unwrap();
    let patterns: Vec<String> = (0..20_000).map(|number| format!("\"a{number}*b?.md\"")).collect();
    let configuration = format!("exclude = [\"left-out.md\", {}]\n", patterns.join(", "));
    std::fs::write(folder.path().join("copydesk.toml"), configuration).unwrap();
    let mut client = Client::start().await;
    let start = Instant::now();
    for name in ["left-out.md", "story.md"] {
        let uri = format!("file://{}/{name}", folder.path().display());
        let document = json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": "wrong" });
        client
            .notify("textDocument/didOpen", json!({ "textDocument": document }))
            .await;
        let found = client.diagnostics_of_draft(&uri, 1).await;
        assert_eq!(found.as_array().unwrap().len(), usize::from(name == "story.md"));
    }
    let (message, _) = client.next("window/logMessage").await;
    let expected = "“exclude” has 20001 patterns; only the first 5000 are used";
    assert!(message["message"].as_str().unwrap().ends_with(expected), "{message}");
    assert!(start.elapsed() < PATIENCE);
}
