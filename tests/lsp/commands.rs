//! Commands: the timeline over open drafts.

use serde_json::{Value, json};

use crate::client::{Client, everyday};
use crate::model;

async fn open(client: &mut Client, uri: &str, text: &str) {
    let document = json!({ "uri": uri, "languageId": "plaintext", "version": 1, "text": text });
    client
        .notify("textDocument/didOpen", json!({ "textDocument": document }))
        .await;
    client.diagnostics().await;
}

async fn timeline(client: &mut Client, arguments: Value) -> Value {
    let params = json!({ "command": "copydesk.timeline", "arguments": arguments });
    client.request("workspace/executeCommand", params).await
}

#[tokio::test]
async fn the_timeline_is_announced_and_covers_the_open_drafts() {
    let (mut client, started) = Client::with(model::config(), everyday()).await;
    let commands = &started["capabilities"]["executeCommandProvider"]["commands"];
    assert!(
        commands.as_array().unwrap().contains(&json!("copydesk.timeline")),
        "{started}"
    );
    open(&mut client, "file:///desk/b.txt", "The strike ended on 3 May 2031.\n").await;
    open(&mut client, "file:///desk/a.txt", "The strike began on 1 May 2031.\n").await;
    let all = timeline(&mut client, json!([{ "format": "json" }])).await;
    let days = |made: &Value| -> Vec<String> {
        let rows = made["days"].as_array().unwrap();
        rows.iter()
            .map(|row| format!("{} {}:{}", row["from"], row["path"], row["column"]))
            .collect()
    };
    assert_eq!(
        days(&all),
        ["\"2031-05-01\" \"/desk/a.txt\":21", "\"2031-05-03\" \"/desk/b.txt\":21"]
    );
    let one = timeline(
        &mut client,
        json!([{ "format": "json", "uris": ["file:///desk/b.txt", "file:///no.txt"] }]),
    )
    .await;
    assert_eq!(days(&one), ["\"2031-05-03\" \"/desk/b.txt\":21"]);
    let table = timeline(&mut client, json!([])).await;
    assert!(table.as_str().unwrap().starts_with("| Day | What |"), "{table}");
    let csv = timeline(&mut client, json!([{ "format": "csv" }])).await;
    assert!(csv.as_str().unwrap().starts_with("from,to,when"), "{csv}");
    client.end().await;
}

async fn run(client: &mut Client, command: &str, argument: Value) -> Value {
    let params = json!({ "command": command, "arguments": [argument] });
    client.request("workspace/executeCommand", params).await
}

#[tokio::test]
async fn sources_come_as_views_and_as_documents() {
    let mut client = crate::story::open(everyday()).await;
    let views = run(&mut client, "copydesk.sources", json!({})).await;
    let view = client
        .request(
            "copydesk/sources",
            json!({ "textDocument": { "uri": crate::client::URI } }),
        )
        .await;
    assert_eq!(views, json!([view]));
    let table = run(&mut client, "copydesk.export", json!({ "what": "sources" })).await;
    let table = table.as_str().unwrap();
    assert!(
        table.contains("| Rosa Weil | Foreign Minister | 30% | 8 | 2 | /desk/story.txt:1:38 |"),
        "{table}"
    );
    let csv = run(
        &mut client,
        "copydesk.export",
        json!({ "what": "sources", "format": "csv" }),
    )
    .await;
    assert!(
        csv.as_str().unwrap().contains("Anton Brask,Mayor,person,37,10,1,"),
        "{csv}"
    );
    let outline = run(&mut client, "copydesk.export", json!({ "what": "outline" })).await;
    assert!(outline.as_str().unwrap().contains("[main event]"), "{outline}");
    let days = run(&mut client, "copydesk.export", json!({ "what": "timeline" })).await;
    assert_eq!(days, timeline(&mut client, json!([])).await);
    client.end().await;
}

/// A client with a doubled word before a server with the real rules.
async fn doubled(capabilities: Value, uri: &str) -> Client {
    let config = copydesk::lsp::Config::new(&copydesk::language::ShapeModel);
    let (mut client, _) = Client::with(config, capabilities).await;
    open(&mut client, uri, "The the quay is open.\n").await;
    client
}

fn ignoring(uri: &str, scope: &str) -> Value {
    let at = json!({ "line": 0, "character": 5 });
    json!({ "uri": uri, "range": { "start": at, "end": at }, "code": "doubled-word", "scope": scope })
}

#[tokio::test]
async fn a_finding_is_ignored_by_an_edit_that_the_client_applies() {
    let uri = "file:///desk/story.txt";
    let mut capabilities = everyday();
    capabilities["workspace"]["applyEdit"] = true.into();
    let mut client = doubled(capabilities, uri).await;
    assert_eq!(
        run(&mut client, "copydesk.ignore", ignoring(uri, "here")).await,
        Value::Null
    );
    let (params, id) = client.next("workspace/applyEdit").await;
    let edit = &params["edit"]["documentChanges"][0]["edits"][0];
    assert_eq!(edit["newText"], "[copydesk: ignore doubled-word: ]\n");
    client.reply(id, json!({ "applied": true })).await;
    client.end().await;

    let mut client = doubled(everyday(), uri).await;
    let answer = run(&mut client, "copydesk.ignore", ignoring(uri, "here")).await;
    assert_eq!(answer["documentChanges"][0]["textDocument"]["uri"], uri);
    client.end().await;
}

#[tokio::test]
async fn what_cannot_be_ignored_is_refused_with_the_reason() {
    let uri = "file:///desk/story.txt";
    let mut client = doubled(everyday(), uri).await;
    // A word that is no name is not known to be right anywhere.
    for argument in [ignoring(uri, "draft"), ignoring("file:///desk/other.txt", "here")] {
        let params = json!({ "command": "copydesk.ignore", "arguments": [argument] });
        let id = client.ask("workspace/executeCommand", params).await;
        assert_eq!(client.answer(id).await["error"]["code"], -32803);
    }
    for (command, argument) in [
        ("copydesk.ignore", json!({})),
        ("copydesk.export", json!({ "what": "pdf" })),
        ("copydesk.x", json!({})),
    ] {
        let params = json!({ "command": command, "arguments": [argument] });
        let id = client.ask("workspace/executeCommand", params).await;
        assert_eq!(client.answer(id).await["error"]["code"], -32602, "{command}");
    }
    client.end().await;
}

#[tokio::test]
async fn a_draft_is_compared_with_its_last_commit() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("story.txt");
    let committed = "“We have a promise in writing,” Mayor Rosa Weil said.\n";
    std::fs::write(&file, committed).unwrap();
    let git = |arguments: &[&str]| {
        let identity = [
            "-c",
            "user.name=Desk",
            "-c",
            "user.email=desk@example.org",
            "-c",
            "commit.gpgsign=false",
        ];
        let mut git = std::process::Command::new("git");
        let run = git
            .args(identity)
            .args(arguments)
            .current_dir(&folder)
            .env("GIT_CONFIG_GLOBAL", "/dev/null");
        run.output().is_ok_and(|output| output.status.success())
    };
    if !git(&["init", "-q"]) {
        return;
    }
    let (mut client, _) = Client::with(model::config(), everyday()).await;
    let uri = format!("file://{}", file.display());
    open(
        &mut client,
        &uri,
        &format!("{committed}\n“Nobody will sail before the talks,” Weil said.\n"),
    )
    .await;
    let params = json!({ "command": "copydesk.diff", "arguments": [{ "uri": uri }] });
    let asked = client.ask("workspace/executeCommand", params).await;
    let refused = client.answer(asked).await["error"]["message"].clone();
    assert!(
        refused.as_str().unwrap().contains("git knows no revision “HEAD”"),
        "{refused}"
    );
    assert!(git(&["add", "-A"]) && git(&["commit", "-q", "-m", "One"]));
    let advisory = run(&mut client, "copydesk.diff", json!({ "uri": uri })).await;
    let advisory = advisory.as_str().unwrap();
    assert!(
        advisory.starts_with("Changes from HEAD:story.txt to story.txt:"),
        "{advisory}"
    );
    assert!(advisory.contains("- Adds a quotation in paragraph 2: "), "{advisory}");
    let object = run(&mut client, "copydesk.diff", json!({ "uri": uri, "format": "json" })).await;
    assert_eq!(object["changes"][0]["topic"], "quotation", "{object}");
    let params = json!({ "textDocument": { "uri": uri } });
    let view = client.request("copydesk/diff", params.clone()).await;
    assert_eq!(
        (&view["title"], &view["summary"]),
        (&json!("HEAD:story.txt → story.txt"), &json!("1 change"))
    );
    assert_eq!(view["topics"][0]["label"], "Quotations");
    let change = &view["topics"][0]["changes"][0];
    assert_eq!(
        (&change["change"], &change["sign"], &change["place"]),
        (&json!("added"), &json!("+"), &json!("paragraph 2"))
    );
    assert_eq!(change["label"], "“Nobody will sail before the talks,”");
    assert_eq!(change["range"]["start"], json!({ "line": 2, "character": 0 }));
    // What is gone leads nowhere.
    let changed = json!({
        "textDocument": { "uri": uri, "version": 2 },
        "contentChanges": [{ "text": "It rained.\n" }],
    });
    client.notify("textDocument/didChange", changed).await;
    client.diagnostics().await;
    let view = client.request("copydesk/diff", params).await;
    let change = &view["topics"][0]["changes"][0];
    assert_eq!((&change["change"], &change["range"]), (&json!("removed"), &Value::Null));
    let closed = json!({ "textDocument": { "uri": "file:///nowhere/other.txt" } });
    assert_eq!(client.request("copydesk/diff", closed).await, Value::Null);
    client.end().await;
}
