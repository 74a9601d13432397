//! Notes beside a draft, in the server: the finding, the hover, the way there, what can be done, and what happens when notes change.

use std::fs;

use copydesk::language;
use copydesk::lsp::Config;
use serde_json::{Value, json};

use crate::client::{Client, everyday};

const DRAFT: &str = "“We will close the harbor this winter,” Ana Lund said.\n";

const NOTES: &str = "Größe\n\n[00:04] LUND: We will not close the harbor this winter.\n";

/// A desk with a draft, its notes, and a client that has the draft open.
struct Desk {
    folder: tempfile::TempDir,
    client: Client,
    uri: String,
}

impl Desk {
    async fn open(text: &str, capabilities: Value) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join(".git")).unwrap();
        fs::write(folder.path().join("story.notes.txt"), NOTES).unwrap();
        let root = folder.path().canonicalize().unwrap();
        let uri = format!("file://{}/story.txt", root.display());
        let config = Config {
            delay: std::time::Duration::ZERO,
            ..Config::new(language::embedded())
        };
        let (mut client, _) = Client::with(config, capabilities).await;
        let document = json!({ "uri": uri, "languageId": "plaintext", "version": 1, "text": text });
        client
            .notify("textDocument/didOpen", json!({ "textDocument": document }))
            .await;
        Self { folder, client, uri }
    }

    fn notes_uri(&self) -> String {
        self.uri.replace("story.txt", "story.notes.txt")
    }

    async fn ask(&mut self, method: &str, character: u32) -> Value {
        let position = json!({ "line": 0, "character": character });
        let params = json!({ "textDocument": { "uri": self.uri }, "position": position });
        self.client.request(method, params).await
    }

    async fn actions(&mut self) -> Vec<Value> {
        let at = json!({ "line": 0, "character": 6 });
        let params = json!({
            "textDocument": { "uri": self.uri },
            "range": { "start": at, "end": at },
            "context": { "diagnostics": [], "only": ["quickfix"] },
        });
        let actions = self.client.request("textDocument/codeAction", params).await;
        actions.as_array().unwrap().clone()
    }
}

/// Where the words are in the notes.
fn said() -> Value {
    json!({ "start": { "line": 2, "character": 14 }, "end": { "line": 2, "character": 54 } })
}

#[tokio::test]
async fn a_difference_points_at_the_words_in_the_notes() {
    let mut desk = Desk::open(DRAFT, everyday()).await;
    let published = desk.client.diagnostics().await;
    let finding = &published["diagnostics"][0];
    assert_eq!(finding["code"], "quote-mismatch");
    let message = finding["message"].as_str().unwrap();
    assert!(message.starts_with("The notes have “not” here"), "{message}");
    let related = &finding["relatedInformation"][0];
    assert_eq!(related["message"], "Said here (LUND, 00:04)");
    assert_eq!(related["location"], json!({ "uri": desk.notes_uri(), "range": said() }));
    desk.client.end().await;
}

#[tokio::test]
async fn the_words_lead_to_the_notes_and_the_hover_shows_them() {
    let mut desk = Desk::open(DRAFT, everyday()).await;
    desk.client.diagnostics().await;
    let there = desk.ask("textDocument/definition", 20).await;
    assert_eq!(there, json!({ "uri": desk.notes_uri(), "range": said() }));
    let hover = desk.ask("textDocument/hover", 20).await;
    let card = hover["contents"]["value"].as_str().unwrap();
    assert!(
        card.contains("Notes: words differ: “We will \\[\\+ not\\] close"),
        "{card}"
    );
    assert!(
        card.contains("Said: “We will not close the harbor this winter.”, LUND, 00:04, [story.notes.txt, line 3]("),
        "{card}"
    );
    assert!(card.contains("story.notes.txt#L3,15)"), "{card}");
    // The cue still leads to the speaker.
    let speaker = desk.ask("textDocument/definition", 50).await;
    assert_eq!(speaker["uri"], desk.uri);
    desk.client.end().await;
}

#[tokio::test]
async fn the_sources_carry_what_the_notes_say() {
    let text = format!("{DRAFT}\n“We have told nobody about the strike,” Lund said.\n");
    let mut desk = Desk::open(&text, everyday()).await;
    desk.client.diagnostics().await;
    let params = json!({ "textDocument": { "uri": desk.uri } });
    let view = desk.client.request("copydesk/sources", params).await;
    assert_eq!(
        view["notesSummary"],
        "2 quotations compared with the notes: 1 near, 1 absent."
    );
    let [near, absent] = view["items"][0]["quotations"].as_array().unwrap().as_slice() else {
        panic!("{view}");
    };
    assert_eq!(near["description"], "line 1 · near");
    let notes = &near["notes"];
    assert_eq!(
        (&notes["verdict"], &notes["label"], &notes["needsLook"]),
        (&json!("near"), &json!("near"), &json!(true))
    );
    assert_eq!(
        notes["description"],
        "words differ: “We will [+ not] close the harbor this winter,”"
    );
    assert_eq!(
        notes["places"],
        json!([{
            "label": "story.notes.txt, line 3, LUND, 00:04",
            "passage": "We will not close the harbor this winter.",
            "location": { "uri": desk.notes_uri(), "range": said() },
        }])
    );
    let tooltip = near["tooltip"].as_str().unwrap();
    assert!(
        tooltip.ends_with(
            "\nNotes: words differ: “We will [+ not] close the harbor this winter,”\n“We will not close the harbor this \
             winter.” (story.notes.txt, line 3, LUND, 00:04)"
        ),
        "{tooltip}"
    );
    assert_eq!(absent["description"], "line 3 · absent");
    assert_eq!(
        (&absent["notes"]["verdict"], &absent["notes"]["places"]),
        (&json!("absent"), &json!([]))
    );
    // Without notes, nothing is said of them.
    fs::remove_file(desk.folder.path().join("story.notes.txt")).unwrap();
    let change = json!({ "changes": [{ "uri": desk.notes_uri(), "type": 3 }] });
    desk.client.notify("workspace/didChangeWatchedFiles", change).await;
    assert_eq!(desk.client.diagnostics().await["diagnostics"], json!([]));
    let params = json!({ "textDocument": { "uri": desk.uri } });
    let view = desk.client.request("copydesk/sources", params).await;
    assert_eq!(
        (&view["notesSummary"], &view["noNotesMessage"]),
        (&json!(""), &json!("There are no notes for this draft."))
    );
    let first = &view["items"][0]["quotations"][0];
    assert_eq!(
        (&first["description"], &first["notes"]),
        (&json!("line 1"), &Value::Null)
    );
    desk.client.end().await;
}

#[tokio::test]
async fn the_words_can_be_taken_and_the_quotation_marked_as_checked() {
    let mut client = everyday();
    client["window"] = json!({ "showDocument": { "support": true } });
    let mut desk = Desk::open(DRAFT, client).await;
    desk.client.diagnostics().await;
    let actions = desk.actions().await;
    let titles: Vec<&str> = actions.iter().map(|action| action["title"].as_str().unwrap()).collect();
    assert_eq!(
        titles,
        [
            "Take the words of the notes",
            "Open the notes",
            "Mark as checked against the recording",
            "Ignore here: difference from the notes"
        ]
    );
    let text = |action: &Value| action["edit"]["documentChanges"][0]["edits"][0]["newText"].clone();
    assert_eq!(text(&actions[0]), " not");
    assert_eq!(
        text(&actions[2]),
        "[copydesk: ignore quote-mismatch: checked against the recording]\n"
    );
    let command = &actions[1]["command"];
    assert_eq!(command["command"], "copydesk.openNotes");
    let params = json!({ "command": command["command"], "arguments": command["arguments"] });
    desk.client.request("workspace/executeCommand", params).await;
    let (shown, id) = desk.client.next("window/showDocument").await;
    assert_eq!(
        (&shown["uri"], &shown["selection"]),
        (&Value::from(desk.notes_uri()), &said())
    );
    desk.client.reply(id, json!({ "success": true })).await;
    desk.client.end().await;
}

#[tokio::test]
async fn notes_that_change_are_read_again() {
    let mut desk = Desk::open(DRAFT, everyday()).await;
    assert_eq!(
        desk.client.diagnostics().await["diagnostics"].as_array().unwrap().len(),
        1
    );
    let file = desk.folder.path().join("story.notes.txt");
    fs::write(&file, "LUND: We will close the harbor this winter, so much is sure.\n").unwrap();
    let changed = json!({ "changes": [{ "uri": desk.notes_uri(), "type": 2 }] });
    desk.client
        .notify("workspace/didChangeWatchedFiles", changed.clone())
        .await;
    assert_eq!(desk.client.diagnostics().await["diagnostics"], json!([]));
    fs::remove_file(&file).unwrap();
    desk.client.notify("workspace/didChangeWatchedFiles", changed).await;
    assert_eq!(desk.client.diagnostics().await["diagnostics"], json!([]));
    let hover = desk.ask("textDocument/hover", 20).await;
    assert!(
        !hover["contents"]["value"].as_str().unwrap().contains("Notes:"),
        "{hover}"
    );
    desk.client.end().await;
}
