//! Rename: as much of a new name as each mention carries, and nothing inside quotations unasked.

use serde_json::{Value, json};

use crate::client::{Client, URI, everyday};
use crate::story::{self, at, words};

async fn ask(client: &mut Client, place: &str, name: &str) -> Value {
    let mut params = at(place, 0);
    params["newName"] = name.into();
    let id = client.ask("textDocument/rename", params).await;
    client.answer(id).await
}

/// The edits of an answer: "3 Weil -> Weyl".
fn edits(answer: &Value) -> Vec<String> {
    let edits = match answer["result"].get("documentChanges") {
        Some(changes) => &changes[0]["edits"],
        None => &answer["result"]["changes"][URI],
    };
    let edits = edits.as_array().unwrap_or_else(|| panic!("{answer}")).iter();
    edits
        .map(|edit| format!("{} -> {}", words(&edit["range"]), edit["newText"].as_str().unwrap()))
        .collect()
}

fn asking() -> Value {
    let mut capabilities = everyday();
    capabilities["workspace"]["workspaceEdit"]["changeAnnotationSupport"] = json!({});
    capabilities["textDocument"]["rename"] = json!({ "prepareSupport": true });
    capabilities
}

#[tokio::test]
async fn the_changed_part_changes_wherever_it_is_carried() {
    let mut client = story::open(everyday()).await;
    let family = ["1 Weil -> Weyl", "3 Weil -> Weyl", "9 Weil -> Weyl"];
    assert_eq!(edits(&ask(&mut client, "Weil told", "Weyl").await), family);
    assert_eq!(edits(&ask(&mut client, "Rosa", "Rosa Weyl").await), family);
    assert_eq!(edits(&ask(&mut client, "Rosa", "Roza Weil").await), ["1 Rosa -> Roza"]);
    assert_eq!(
        edits(&ask(&mut client, "Rosa", "Rosa M. Weil").await),
        ["1 Rosa Weil -> Rosa M. Weil"]
    );
    client.end().await;
}

#[tokio::test]
async fn a_full_name_over_a_short_one_doubles_no_word() {
    let mut client = story::open(everyday()).await;
    let family = ["1 Weil -> Weyl", "3 Weil -> Weyl", "9 Weil -> Weyl"];
    assert_eq!(edits(&ask(&mut client, "Weil told", "Rosa Weyl").await), family);
    let both = ["1 Rosa -> Roza", "1 Weil -> Weyl", "3 Weil -> Weyl", "9 Weil -> Weyl"];
    let mut changed = edits(&ask(&mut client, "Weil told", "Roza Weyl").await);
    changed.sort();
    assert_eq!(changed, both);
    assert_eq!(
        edits(&ask(&mut client, "Weil told", "Rosa M. Weil").await),
        ["1 Rosa Weil -> Rosa M. Weil"]
    );
    // One word over the full name is the part that it is like.
    assert_eq!(edits(&ask(&mut client, "Rosa", "Weyl").await), family);
    client.end().await;
}

#[tokio::test]
async fn quoted_words_are_for_the_user_to_decide() {
    let mut client = story::open(asking()).await;
    let answer = ask(&mut client, "Weil told", "Weyl").await;
    let expected = ["1 Weil -> Weyl", "3 Weil -> Weyl", "5 Weil -> Weyl", "9 Weil -> Weyl"];
    assert_eq!(edits(&answer), expected);
    let changes = &answer["result"]["documentChanges"][0]["edits"];
    let annotated: Vec<_> = (0..4)
        .filter(|nth| changes[nth].get("annotationId").is_some())
        .collect();
    assert_eq!(annotated, [2], "the one in the quotation of Brask's");
    let id = changes[2]["annotationId"].as_str().unwrap();
    assert_eq!(answer["result"]["changeAnnotations"][id]["needsConfirmation"], true);
    assert_eq!(answer["result"]["documentChanges"][0]["textDocument"]["version"], 1);
    client.end().await;
}

#[tokio::test]
async fn the_settings_say_what_becomes_of_quoted_words() {
    let mut client = story::open(asking()).await;
    for (setting, count) in [("never", 3), ("always", 4)] {
        let settings = json!({ "settings": { "copydesk": { "rename": { "inQuotations": setting } } } });
        client.notify("workspace/didChangeConfiguration", settings).await;
        let answer = ask(&mut client, "Weil told", "Weyl").await;
        assert_eq!(edits(&answer).len(), count, "{setting}");
        assert_eq!(answer["result"].get("changeAnnotations"), None);
    }
    assert_eq!(edits(&ask(&mut client, "Weil knows", "Weyl").await).len(), 4);
    client.end().await;
}

#[tokio::test]
async fn what_cannot_be_renamed_is_refused_with_the_reason() {
    let mut client = story::open(asking()).await;
    for (place, reason) in [
        (
            "she said",
            "“she” is not a name; rename Rosa Weil where the draft uses the name",
        ),
        ("opened", "there is no name here"),
        ("Weil knows", "this name is inside a quotation"),
    ] {
        let id = client.ask("textDocument/prepareRename", at(place, 0)).await;
        let prepared = client.answer(id).await;
        for answer in [prepared, ask(&mut client, place, "Weyl").await] {
            let message = answer["error"]["message"]
                .as_str()
                .unwrap_or_else(|| panic!("{answer}"));
            assert!(message.contains(reason), "{message}");
        }
    }
    let answer = ask(&mut client, "Weil told", " \n").await;
    assert_eq!(
        answer["error"]["message"],
        "the new name is empty or has a line break; write a name on one line"
    );
    client.end().await;
}

#[tokio::test]
async fn a_name_is_prepared_where_the_client_asks() {
    let mut client = story::open(asking()).await;
    let prepared = client.request("textDocument/prepareRename", at("Weil told", 0)).await;
    assert_eq!(prepared["placeholder"], "Rosa Weil", "the full name");
    assert_eq!(words(&prepared["range"]), "3 Weil");
    client.end().await;
}

#[tokio::test]
async fn possessives_and_markup_stay() {
    let mut client = story::open(everyday()).await;
    client.close().await;
    client.diagnostics().await;
    let text = "Mayor Anton **James** spoke. James’ ship sank. James’s crew swam, James said.\n";
    let document = json!({ "uri": URI, "languageId": "markdown", "version": 1, "text": text });
    client
        .notify("textDocument/didOpen", json!({ "textDocument": document }))
        .await;
    client.diagnostics().await;
    let at = crate::story::position(text, text.find("James said").unwrap());
    let params = json!({ "textDocument": { "uri": URI }, "position": at, "newName": "Weil" });
    let result = client.request("textDocument/rename", params).await;
    let mut units: Vec<u16> = text.encode_utf16().collect();
    let edits = result["documentChanges"][0]["edits"].as_array().unwrap();
    for edit in edits.iter().rev() {
        let at = |end: &str| edit["range"][end]["character"].as_u64().unwrap() as usize;
        let new: Vec<u16> = edit["newText"].as_str().unwrap().encode_utf16().collect();
        units.splice(at("start")..at("end"), new);
    }
    let renamed = String::from_utf16(&units).unwrap();
    assert_eq!(
        renamed,
        "Mayor Anton **Weil** spoke. Weil’s ship sank. Weil’s crew swam, Weil said.\n"
    );
    client.end().await;
}
