//! Settings from the client and from `copydesk.toml`.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use copydesk::lsp::Config;
use copydesk::rules::{self, Level};
use serde_json::{Value, json};

use crate::client::{Client, everyday};
use crate::model;

/// A server with one finding, which says what date a draft without one is read against.
fn dated() -> Config {
    Config {
        warm_up: None,
        client_process_id: None,
        rule_pages: None,
        delay: std::time::Duration::ZERO,
        analyse: Arc::new(|draft, cache| {
            let mut snapshot = model::analyse(
                &copydesk::engine::Draft {
                    text: "wrong".into(),
                    ..draft.clone()
                },
                cache,
            );
            let date = draft.read_as.settings.fallback_date.map(|date| date.to_string());
            snapshot.findings[0].message = date.unwrap_or_else(|| "no date".to_owned());
            snapshot
        }),
    }
}

fn uri(path: &Path) -> String {
    format!("file://{}", path.display())
}

async fn open(client: &mut Client, path: &Path) {
    let document = json!({ "uri": uri(path), "languageId": "plaintext", "version": 1, "text": "A draft." });
    client
        .notify("textDocument/didOpen", json!({ "textDocument": document }))
        .await;
}

fn message(published: &Value) -> &str {
    published["diagnostics"][0]["message"].as_str().unwrap()
}

#[tokio::test]
async fn the_configuration_file_counts_and_the_client_wins_over_it() {
    let desk = tempfile::tempdir().unwrap();
    fs::create_dir(desk.path().join(".git")).unwrap();
    let file = desk.path().join("copydesk.toml");
    fs::write(&file, "date = 2031-04-30\n").unwrap();
    let (mut client, _) = Client::with(dated(), everyday()).await;
    open(&mut client, &desk.path().join("story.txt")).await;
    assert_eq!(message(&client.diagnostics().await), "2031-04-30");
    let settings = json!({ "settings": { "copydesk": { "date": "2032-01-02" } } });
    client
        .notify("workspace/didChangeConfiguration", settings.clone())
        .await;
    assert_eq!(message(&client.diagnostics().await), "2032-01-02");
    client.notify("workspace/didChangeConfiguration", settings).await;
    client.hears_nothing().await;
    client
        .notify(
            "workspace/didChangeConfiguration",
            json!({ "settings": { "copydesk": {} } }),
        )
        .await;
    assert_eq!(message(&client.diagnostics().await), "2031-04-30");
    fs::write(&file, "date = 2033-03-03\n").unwrap();
    let changes = json!({ "changes": [{ "uri": uri(&file), "type": 2 }] });
    client.notify("workspace/didChangeWatchedFiles", changes).await;
    assert_eq!(message(&client.diagnostics().await), "2033-03-03");
    client.end().await;
}

/// A server with one finding, which says how serious a doubled word is in a draft.
fn strict() -> Config {
    Config {
        analyse: Arc::new(|draft, cache| {
            let wrong = copydesk::engine::Draft {
                text: "wrong".into(),
                ..draft.clone()
            };
            let mut snapshot = model::analyse(&wrong, cache);
            let level = draft.read_as.rules.level(rules::find("doubled-word").unwrap());
            snapshot.findings[0].message = level.map_or("off", Level::name).to_owned();
            snapshot
        }),
        ..dated()
    }
}

#[tokio::test]
async fn overrides_count_for_the_drafts_that_they_name() {
    let desk = tempfile::tempdir().unwrap();
    fs::create_dir(desk.path().join(".git")).unwrap();
    fs::create_dir(desk.path().join("opinion")).unwrap();
    let file = desk.path().join("copydesk.toml");
    let overriding = |level: &str| format!("[[overrides]]\npaths = [\"opinion/\"]\nrules.doubled-word = \"{level}\"\n");
    fs::write(&file, overriding("off")).unwrap();
    let (mut client, _) = Client::with(strict(), everyday()).await;
    open(&mut client, &desk.path().join("opinion/column.txt")).await;
    assert_eq!(message(&client.diagnostics().await), "off");
    open(&mut client, &desk.path().join("story.txt")).await;
    assert_eq!(message(&client.diagnostics().await), "warning");
    fs::write(&file, overriding("error")).unwrap();
    let changes = json!({ "changes": [{ "uri": uri(&file), "type": 2 }] });
    client.notify("workspace/didChangeWatchedFiles", changes).await;
    let mut told = [client.diagnostics().await, client.diagnostics().await];
    told.sort_by_key(|published| published["uri"].to_string());
    assert_eq!(told.each_ref().map(message), ["error", "warning"]);
    client.end().await;
}

#[tokio::test]
async fn mistakes_are_told_and_the_rest_counts() {
    let desk = tempfile::tempdir().unwrap();
    fs::create_dir(desk.path().join(".git")).unwrap();
    fs::write(desk.path().join("copydesk.toml"), "date = 2031-04-30\nexlude = []\n").unwrap();
    let (mut client, _) = Client::with(dated(), everyday()).await;
    open(&mut client, &desk.path().join("story.txt")).await;
    let (remark, _) = client.next("window/logMessage").await;
    assert!(
        remark["message"].as_str().unwrap().contains("copydesk.toml:2:"),
        "{remark}"
    );
    let told = client.diagnostics().await;
    assert_eq!(
        told["uri"],
        uri(&desk.path().join("copydesk.toml").canonicalize().unwrap())
    );
    assert_eq!(told["diagnostics"][0]["range"]["start"]["line"], 1);
    assert_eq!(message(&client.diagnostics().await), "2031-04-30");
    client.end().await;
}

/// The next diagnostics of the file with this end of its name; those of other files are left unread.
async fn of_file(client: &mut Client, name: &str) -> Value {
    loop {
        let published = client.diagnostics().await;
        if published["uri"].as_str().unwrap().ends_with(name) {
            return published["diagnostics"].clone();
        }
    }
}

#[tokio::test]
async fn a_broken_configuration_leaves_the_last_good_one_in_force() {
    let desk = tempfile::tempdir().unwrap();
    fs::create_dir(desk.path().join(".git")).unwrap();
    let file = desk.path().join("copydesk.toml");
    fs::write(&file, "date = 2031-04-30\n").unwrap();
    let (mut client, _) = Client::with(dated(), everyday()).await;
    let draft = desk.path().join("story.txt");
    open(&mut client, &draft).await;
    assert_eq!(message(&client.diagnostics().await), "2031-04-30");
    let changes = json!({ "changes": [{ "uri": uri(&file), "type": 2 }] });
    fs::write(&file, "date = 2032-05-05\nlocale = 3\n").unwrap();
    client.notify("workspace/didChangeWatchedFiles", changes.clone()).await;
    let problems = of_file(&mut client, "copydesk.toml").await;
    assert_eq!(problems[0]["range"]["start"]["line"], 1);
    let (log, _) = client.next("window/logMessage").await;
    assert!(
        log["message"]
            .as_str()
            .unwrap()
            .ends_with("the version before it stays in force"),
        "{log}"
    );
    // It is told once, and another draft is read with the good one too.
    client.notify("workspace/didChangeWatchedFiles", changes.clone()).await;
    client.hears_nothing().await;
    open(&mut client, &desk.path().join("second.txt")).await;
    assert_eq!(message(&client.diagnostics().await), "2031-04-30");
    fs::write(&file, "date = 2032-05-05\n").unwrap();
    client.notify("workspace/didChangeWatchedFiles", changes).await;
    assert_eq!(of_file(&mut client, "copydesk.toml").await, json!([]));
    for _ in 0..2 {
        assert_eq!(message(&client.diagnostics().await), "2032-05-05");
    }
    client.end().await;
}

#[tokio::test]
async fn files_are_checked_as_they_are_in_the_editor_also_without_a_draft() {
    let desk = tempfile::tempdir().unwrap();
    let desk = desk.path().canonicalize().unwrap();
    let (mut client, _) = Client::with(dated(), everyday()).await;
    for (name, good, bad, line) in [
        (
            "copydesk.toml",
            "date = 2031-04-30\n",
            "date = 2031-04-30\nlocale = 3\n",
            1,
        ),
        (
            "actors.toml",
            "[[actor]]\nname = \"Rosa Weil\"\nkind = \"person\"\n",
            "[[actor]]\nname = 3\nkind = \"person\"\n",
            1,
        ),
    ] {
        let file = desk.join(name);
        fs::write(&file, good).unwrap();
        let document = json!({ "uri": uri(&file), "languageId": "toml", "version": 1, "text": bad });
        client
            .notify("textDocument/didOpen", json!({ "textDocument": document }))
            .await;
        let told = client.diagnostics().await;
        assert_eq!((&told["uri"], &told["version"]), (&json!(uri(&file)), &json!(1)));
        assert_eq!(told["diagnostics"][0]["range"]["start"]["line"], line, "{told}");
        let change =
            json!({ "textDocument": { "uri": uri(&file), "version": 2 }, "contentChanges": [{ "text": good }] });
        client.notify("textDocument/didChange", change).await;
        assert_eq!(client.diagnostics().await["diagnostics"], json!([]));
        let change =
            json!({ "textDocument": { "uri": uri(&file), "version": 3 }, "contentChanges": [{ "text": bad }] });
        client.notify("textDocument/didChange", change).await;
        assert_eq!(client.diagnostics().await["version"], 3);
        // Closed without saving, it is what is on disk.
        client
            .notify(
                "textDocument/didClose",
                json!({ "textDocument": { "uri": uri(&file) } }),
            )
            .await;
        assert_eq!(client.diagnostics().await["diagnostics"], json!([]));
    }
    client.end().await;
}

#[tokio::test]
async fn a_client_that_watches_no_files_has_them_read_after_a_save() {
    let desk = tempfile::tempdir().unwrap();
    fs::create_dir(desk.path().join(".git")).unwrap();
    let file = desk.path().join("copydesk.toml");
    let draft = desk.path().join("story.txt");
    let (mut client, _) = Client::with(dated(), everyday()).await;
    open(&mut client, &draft).await;
    assert_eq!(message(&client.diagnostics().await), "no date");
    fs::write(&file, "date = 2031-04-30\n").unwrap();
    let saved = json!({ "textDocument": { "uri": uri(&draft) } });
    client.notify("textDocument/didSave", saved).await;
    assert_eq!(message(&client.diagnostics().await), "2031-04-30");
    // Coming back to a draft, an editor asks for its outline.
    fs::write(&file, "date = 2032-05-05\n").unwrap();
    tokio::time::sleep(std::time::Duration::from_millis(1100)).await;
    let params = json!({ "textDocument": { "uri": uri(&draft) } });
    client.request("textDocument/documentSymbol", params).await;
    assert_eq!(message(&client.diagnostics().await), "2032-05-05");
    client.end().await;
}

#[tokio::test]
async fn an_excluded_draft_has_no_diagnostics() {
    let desk = tempfile::tempdir().unwrap();
    fs::create_dir(desk.path().join(".git")).unwrap();
    fs::write(desk.path().join("copydesk.toml"), "exclude = [\"*.txt\"]\n").unwrap();
    let (mut client, _) = Client::with(dated(), everyday()).await;
    open(&mut client, &desk.path().join("story.txt")).await;
    assert_eq!(client.diagnostics().await["diagnostics"], json!([]));
    client.end().await;
}

#[tokio::test]
async fn a_client_that_can_be_asked_is_asked() {
    let mut capabilities = everyday();
    capabilities["workspace"]["configuration"] = true.into();
    capabilities["workspace"]["didChangeConfiguration"] = json!({ "dynamicRegistration": true });
    capabilities["workspace"]["didChangeWatchedFiles"] = json!({ "dynamicRegistration": true });
    let mut client = Client::silent(dated());
    let params = json!({
        "processId": null, "capabilities": capabilities, "initializationOptions": { "date": "2030-10-10" },
    });
    client.request("initialize", params).await;
    client.notify("initialized", json!({})).await;
    let (params, id) = client.next("client/registerCapability").await;
    let methods: Vec<_> = params["registrations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["method"])
        .collect();
    assert_eq!(
        methods,
        ["workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles"]
    );
    client.reply(id, Value::Null).await;
    let (_, pull) = client.next("workspace/configuration").await;
    open(&mut client, Path::new("/desk/story.txt")).await;
    assert_eq!(message(&client.diagnostics().await), "2030-10-10");
    client.reply(pull, json!([{ "date": "2031-04-30", "rules": {} }])).await;
    assert_eq!(message(&client.diagnostics().await), "2031-04-30");
    client
        .notify("workspace/didChangeConfiguration", json!({ "settings": null }))
        .await;
    let (_, pull) = client.next("workspace/configuration").await;
    client.reply(pull, json!([null])).await;
    assert_eq!(message(&client.diagnostics().await), "2030-10-10");
    client.end().await;
}

#[tokio::test]
async fn a_rule_that_the_client_turns_off_is_silent() {
    let (mut client, _) = Client::with(Config::new(&copydesk::language::ShapeModel), everyday()).await;
    let document = json!({ "uri": "file:///desk/story.txt", "languageId": "plaintext", "version": 1, "text":
        "The mayor opened the the harbour in the spring.\n" });
    client
        .notify("textDocument/didOpen", json!({ "textDocument": document }))
        .await;
    assert_eq!(client.diagnostics().await["diagnostics"][0]["code"], "doubled-word");
    let settings = |rules: Value| json!({ "settings": { "copydesk": { "rules": rules } } });
    for (level, severity) in [("hint", json!([4])), ("error", json!([1])), ("off", json!([]))] {
        let params = settings(json!({ "doubled-word": level }));
        client.notify("workspace/didChangeConfiguration", params).await;
        let published = client.diagnostics().await;
        let severities: Vec<_> = published["diagnostics"]
            .as_array()
            .unwrap()
            .iter()
            .map(|diagnostic| diagnostic["severity"].clone())
            .collect();
        assert_eq!(json!(severities), severity, "{level}");
    }
    let params = settings(json!({ "doubled-wird": "off" }));
    client.notify("workspace/didChangeConfiguration", params).await;
    let (remark, _) = client.next("window/logMessage").await;
    assert!(remark["message"].as_str().unwrap().contains("doubled-wird"), "{remark}");
    assert_eq!(client.diagnostics().await["diagnostics"][0]["severity"], 2);
    client.end().await;
}

#[tokio::test]
async fn each_folder_of_a_window_has_settings_of_its_own() {
    let mut capabilities = everyday();
    capabilities["workspace"]["configuration"] = true.into();
    let mut client = Client::silent(dated());
    let folder = |name: &str| json!({ "uri": format!("file:///desk/{name}"), "name": name });
    let params = json!({ "processId": null, "capabilities": capabilities, "workspaceFolders": [folder("news"), folder("sport")] });
    client.request("initialize", params).await;
    client.notify("initialized", json!({})).await;
    let scopes = |params: &Value| -> Vec<Value> {
        let items = params["items"].as_array().unwrap();
        items.iter().map(|item| item["scopeUri"].clone()).collect()
    };
    let (params, pull) = client.next("workspace/configuration").await;
    assert_eq!(
        scopes(&params),
        [json!(null), json!("file:///desk/news"), json!("file:///desk/sport")]
    );
    client
        .reply(pull, json!([{ "date": "2030-01-01" }, { "date": "2031-02-02" }, null]))
        .await;
    for (draft, date) in [
        ("news/a.txt", "2031-02-02"),
        ("sport/a.txt", "2030-01-01"),
        ("b.txt", "2030-01-01"),
    ] {
        open(&mut client, &Path::new("/desk").join(draft)).await;
        // The server may read the draft before it has taken the answer in; then it reports on the draft a second time.
        let mut told = client.diagnostics().await;
        if message(&told) == "no date" {
            told = client.diagnostics().await;
        }
        assert_eq!(message(&told), date, "{draft}");
    }
    let event = json!({ "event": { "added": [folder("arts")], "removed": [folder("news")] } });
    client.notify("workspace/didChangeWorkspaceFolders", event).await;
    let (params, pull) = client.next("workspace/configuration").await;
    assert_eq!(
        scopes(&params),
        [json!(null), json!("file:///desk/sport"), json!("file:///desk/arts")]
    );
    client.reply(pull, json!([{ "date": "2030-01-01" }, null, null])).await;
    let published = client.diagnostics().await;
    assert_eq!(
        (message(&published), &published["uri"]),
        ("2030-01-01", &json!("file:///desk/news/a.txt"))
    );
    client.end().await;
}
