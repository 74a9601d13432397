//! Code actions.

use serde_json::{Value, json};

use crate::client::{Client, URI, everyday};
use crate::model;

async fn actions(client: &mut Client, range: [u32; 2], only: Value) -> Vec<Value> {
    let range = json!({
        "start": { "line": 0, "character": range[0] },
        "end": { "line": 0, "character": range[1] },
    });
    let context = json!({ "diagnostics": [], "only": only });
    let params = json!({ "textDocument": { "uri": URI }, "range": range, "context": context });
    client
        .request("textDocument/codeAction", params)
        .await
        .as_array()
        .unwrap()
        .clone()
}

fn titles(actions: &[Value]) -> Vec<&str> {
    actions.iter().map(|action| action["title"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn fixes_are_offered_where_the_finding_is() {
    let mut client = Client::start().await;
    client.open("odd is 🙂 wrong").await;
    let published = client.diagnostics().await;
    let quick = actions(&mut client, [10, 10], json!(["quickfix"])).await;
    assert_eq!(titles(&quick), ["Remove it"]);
    assert_eq!(quick[0]["isPreferred"], true);
    assert_eq!(quick[0]["diagnostics"][0], published["diagnostics"][1]);
    let edit = json!({ "documentChanges": [{
        "textDocument": { "uri": URI, "version": 1 },
        "edits": [{
            "range": { "start": { "line": 0, "character": 10 }, "end": { "line": 0, "character": 15 } },
            "newText": "",
        }],
    }] });
    assert_eq!(quick[0]["edit"], edit);
    let quick = actions(&mut client, [0, 2], json!(["quickfix"])).await;
    assert_eq!(titles(&quick), ["Write “even”"]);
    assert_eq!(quick[0].get("isPreferred"), None);
    assert_eq!(
        actions(&mut client, [5, 6], json!(["quickfix"])).await,
        [Value::Null; 0]
    );
    client.end().await;
}

#[tokio::test]
async fn fix_all_holds_the_safe_fixes_alone() {
    let mut client = Client::start().await;
    client.open("wrong, odd, wrong").await;
    client.diagnostics().await;
    for only in [
        json!(["source.fixAll"]),
        json!(["source.fixAll.copydesk"]),
        json!(["source"]),
    ] {
        let all = actions(&mut client, [0, 0], only).await;
        assert_eq!(all.len(), 1);
        assert_eq!(all[0]["kind"], "source.fixAll.copydesk");
        let edits = all[0]["edit"]["documentChanges"][0]["edits"].as_array().unwrap();
        let starts: Vec<_> = edits
            .iter()
            .map(|edit| edit["range"]["start"]["character"].as_u64())
            .collect();
        assert_eq!(starts, [Some(0), Some(12)]);
    }
    assert_eq!(
        actions(&mut client, [0, 0], json!(["source.organizeImports"])).await,
        [Value::Null; 0]
    );
    client.edit(2, [0, 0, 0, 17], "odd").await;
    client.diagnostics_of(2).await;
    assert_eq!(
        actions(&mut client, [0, 0], json!(["source.fixAll"])).await,
        [Value::Null; 0]
    );
    client.end().await;
}

#[tokio::test]
async fn a_client_without_versioned_edits_gets_plain_ones() {
    let mut capabilities = everyday();
    capabilities["workspace"] = json!({});
    let (mut client, _) = Client::with(model::config(), capabilities).await;
    client.open("wrong").await;
    client.diagnostics().await;
    let quick = actions(&mut client, [0, 0], json!(["quickfix"])).await;
    assert_eq!(quick[0]["edit"]["changes"][URI][0]["newText"], "");
    client.end().await;
}
