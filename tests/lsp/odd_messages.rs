//! Messages as no client should send them: each is served or refused, and none ends the server or loses an edit.

use serde_json::{Value, json};

use crate::client::{Client, URI, everyday};
use crate::model;

fn framed(body: &str) -> Vec<u8> {
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

fn codes(published: &Value) -> Vec<&str> {
    let found = published["diagnostics"].as_array().unwrap().iter();
    found.map(|one| one["code"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn headers_in_small_letters_and_others_that_nobody_knows() {
    let mut client = Client::start().await;
    let open = json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument":
        { "uri": URI, "languageId": "plaintext", "version": 1, "text": "wrong" } } })
    .to_string();
    let head = format!(
        "x-other: 1\ncontent-length:{}\nContent-Type: application/json; charset=latin-1\nX-More: a:b\n\n",
        open.len()
    );
    client.send_bytes(&[head.as_bytes(), open.as_bytes()].concat()).await;
    assert_eq!(codes(&client.diagnostics().await), ["wrong-word"]);
    client.end().await;
}

#[tokio::test]
async fn what_is_no_message_is_refused_and_what_comes_after_it_served() {
    let mut client = Client::start().await;
    client.open("").await;
    client.diagnostics().await;
    for (body, code) in [
        ("{}", -32600),
        ("[]", -32600),
        ("3", -32600),
        ("null", -32600),
        (r#"{"jsonrpc":"2.0","id":{},"method":"shutdown"}"#, -32600),
        (r#"{"jsonrpc":"2.0","id":1.5,"method":"shutdown"}"#, -32600),
        (r#"{"jsonrpc":"2.0","method":"textDocu"#, -32700),
        ("not JSON", -32700),
        (&"[".repeat(100_000), -32700),
    ] {
        client.send_bytes(&framed(body)).await;
        let refused = client.answer_to(Value::Null).await;
        assert_eq!(refused["error"]["code"], code, "{body:.40}: {refused}");
    }
    // Neither a body without a header nor an answer to no question of ours is one.
    client.send_bytes(b"{\"jsonrpc\": \"2.0\"}\r\n\r\n").await;
    assert_eq!(client.answer_to(Value::Null).await["error"]["code"], -32700);
    client.next("window/logMessage").await;
    client.send(json!({ "jsonrpc": "2.0", "id": 99, "result": null })).await;
    client.send(json!({ "id": "x", "error": 3 })).await;
    client.edit(2, [0, 0, 0, 0], "odd").await;
    assert_eq!(codes(&client.diagnostics_of(2).await), ["odd-word"]);
    client.end().await;
}

#[tokio::test]
async fn a_batch_is_served_message_by_message() {
    let mut client = Client::start().await;
    client.open("").await;
    client.diagnostics().await;
    let at = json!({ "textDocument": { "uri": URI }, "position": { "line": 0, "character": 0 } });
    let edit = json!({ "textDocument": { "uri": URI, "version": 2 }, "contentChanges": [{ "text": "wrong" }] });
    client
        .send(json!([
            { "jsonrpc": "2.0", "id": "a", "method": "textDocument/hover", "params": at },
            { "jsonrpc": "2.0", "method": "textDocument/didChange", "params": edit },
            7,
            { "jsonrpc": "2.0", "id": "b", "method": "copydesk/nonsense" },
        ]))
        .await;
    assert_eq!(client.answer_to(json!("a")).await["result"], Value::Null);
    assert_eq!(client.answer_to(json!("b")).await["error"]["code"], -32601);
    assert_eq!(client.answer_to(Value::Null).await["error"]["code"], -32600);
    assert_eq!(codes(&client.diagnostics_of(2).await), ["wrong-word"]);
    client.end().await;
}

#[tokio::test]
async fn half_a_surrogate_pair_is_one_replacement() {
    let mut client = Client::start().await;
    client.open("").await;
    client.diagnostics().await;
    let edit = json!({ "jsonrpc": "2.0", "method": "textDocument/didChange", "params": {
        "textDocument": { "uri": URI, "version": 2 }, "contentChanges": [{ "text": "@ @ wrong" }] } });
    let body = edit.to_string().replacen('@', r"\ud83d", 1).replacen('@', r"\udc00", 1);
    client.send_bytes(&framed(&body)).await;
    let published = client.diagnostics_of(2).await;
    assert_eq!(
        published["diagnostics"][0]["range"]["start"],
        json!({ "line": 0, "character": 4 })
    );
    client.end().await;
}

#[tokio::test]
async fn requests_that_may_be_passed_over_are_answered() {
    let mut client = Client::start().await;
    let id = client.ask("$/nonsense", json!({ "a": 1 })).await;
    assert_eq!(client.answer(id).await["error"]["code"], -32601);
    client.notify("$/nonsense", json!({})).await;
    client.end().await;
}

#[tokio::test]
async fn a_client_that_says_odd_things_of_itself_is_served() {
    for process in [json!(0), json!(-1), json!("7"), json!(5e12)] {
        let mut client = Client::silent(model::config());
        let mut capabilities = everyday();
        capabilities["general"] = json!({ "positionEncodings": [3, "utf-8"] });
        capabilities["textDocument"]["rename"] = json!(true);
        let params = json!({ "processId": process, "rootUri": 4, "capabilities": capabilities });
        let answer = client.request("initialize", params).await;
        assert_eq!(answer["capabilities"]["positionEncoding"], "utf-8");
        let (message, _) = client.next("window/logMessage").await;
        assert!(message["message"].as_str().unwrap().contains("is ignored"));
        client.notify("initialized", Value::Null).await;
        client.open("é wrong").await;
        let published = client.diagnostics().await;
        // The fields beside the odd ones count.
        assert_eq!(published["version"], 1);
        assert_eq!(published["diagnostics"][0]["range"]["start"]["character"], 3);
        // A process that is not there would end the server within a second.
        tokio::time::sleep(std::time::Duration::from_millis(1200)).await;
        client.end().await;
    }
}

#[tokio::test]
async fn names_that_are_no_uris_are_served_under_their_own_spelling() {
    let mut capabilities = everyday();
    capabilities["workspace"] = json!({});
    let (mut client, _) = Client::with(model::config(), capabilities).await;
    let uri = "file:///my desk/100% é.md";
    let document = json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": "wrong" });
    client
        .notify("textDocument/didOpen", json!({ "textDocument": document }))
        .await;
    let published = client.diagnostics().await;
    assert_eq!(
        (&published["uri"], codes(&published)),
        (&json!(uri), vec!["wrong-word"])
    );
    let (message, _) = client.next("window/logMessage").await;
    assert!(message["message"].as_str().unwrap().contains("not a URI"), "{message}");
    let range = published["diagnostics"][0]["range"].clone();
    let context = json!({ "diagnostics": [] });
    let params = json!({ "textDocument": { "uri": uri }, "range": range, "context": context });
    let actions = client.request("textDocument/codeAction", params).await;
    let fix = actions
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["title"] == "Remove it")
        .unwrap();
    assert_eq!(fix["edit"]["changes"][uri].as_array().unwrap().len(), 1);
    client
        .notify("textDocument/didClose", json!({ "textDocument": { "uri": uri } }))
        .await;
    assert_eq!(client.diagnostics().await["uri"], uri);
    client.end().await;
}

#[tokio::test]
async fn edits_of_odd_versions_and_places_are_applied() {
    let mut client = Client::start().await;
    client.open("").await;
    client.diagnostics().await;
    let versions = [
        json!(null),
        json!(1e300),
        json!(9_999_999_999_u64),
        json!("2"),
        json!(-3),
    ];
    for (count, version) in versions.into_iter().enumerate() {
        let range = json!({ "start": { "line": -5, "character": 0 }, "end": { "line": -5, "character": -1 } });
        let change = json!({ "range": range, "rangeLength": -1, "text": "wrong " });
        let is_known = version == -3;
        let params = json!({ "textDocument": { "uri": URI, "version": version }, "contentChanges": [change] });
        client.notify("textDocument/didChange", params).await;
        let published = client.diagnostics().await;
        assert_eq!(codes(&published).len(), count + 1);
        assert_eq!(published.get("version").is_some(), is_known, "{published}");
    }
    client.next("window/logMessage").await;
    // What cannot be read at all is mentioned: the draft may now be another than the client's.
    client.change(9, json!([{ "range": 3, "text": 4 }])).await;
    let (message, _) = client.next("window/logMessage").await;
    assert!(message["message"].as_str().unwrap().contains("didChange"), "{message}");
    client.end().await;
}

#[tokio::test]
async fn parameters_where_there_should_be_none_do_no_harm() {
    let mut client = Client::start().await;
    client.notify("workspace/didChangeConfiguration", json!({})).await;
    assert_eq!(client.request("shutdown", json!({})).await, Value::Null);
    client.send(json!({ "method": "exit", "params": [] })).await;
    assert_eq!(client.ended().await, copydesk::lsp::End::Shutdown);
}
