//! The requests of the views: sources and timeline, and the notice that they changed.

use std::time::Duration;

use copydesk::language;
use copydesk::lsp::Config;
use serde_json::{Value, json};

use crate::client::{Client, URI, everyday};
use crate::story::{self, words};

fn of_draft() -> Value {
    json!({ "textDocument": { "uri": URI } })
}

fn texts<'a>(items: &'a Value, field: &str) -> Vec<&'a str> {
    let items = items.as_array().unwrap().iter();
    items.map(|item| item[field].as_str().unwrap()).collect()
}

#[tokio::test]
async fn sources_come_ready_to_be_shown() {
    let mut client = story::open(everyday()).await;
    let view = client.request("copydesk/sources", of_draft()).await;
    assert_eq!(
        (&view["schema"], &view["uri"], &view["version"]),
        (&json!(1), &json!(URI), &json!(1))
    );
    assert_eq!(view["summary"], "2 sources · 4 quotations · 27 quoted words");
    let items = &view["items"];
    assert_eq!(texts(items, "label"), ["Speaker not clear", "Anton Brask", "Rosa Weil"]);
    assert_eq!(texts(items, "kind"), ["unclear", "person", "person"]);
    assert_eq!(
        texts(items, "id"),
        ["unclear:", "person:anton brask", "person:rosa weil"]
    );
    assert_eq!(texts(items, "title"), ["", "Mayor", "Foreign Minister"]);
    assert_eq!(
        texts(items, "description"),
        ["33%", "37% · Mayor", "30% · Foreign Minister"]
    );
    // Nobody is named in its paragraph: it may be Brask who goes on.
    assert_eq!(
        items[0]["quotations"][0]["label"],
        "“Every ship in the harbour has a place now.”"
    );
    assert_eq!(
        items[2]["tooltip"],
        "Rosa Weil, Foreign Minister · 2 quotations · 8 quoted words (30%)"
    );
    assert_eq!(
        (&items[2]["share"], &items[2]["shareLabel"]),
        (&json!(29.6), &json!("30%"))
    );
    assert_eq!(words(&items[2]["firstReference"]["range"]), "1 Rosa Weil");
    let quotation = &items[2]["quotations"][0];
    assert_eq!(quotation["label"], "“The cranes are safe”");
    assert_eq!((&quotation["kind"], &quotation["words"]), (&json!("direct"), &json!(4)));
    assert_eq!(words(&quotation["range"]), "3 “The cranes are safe,”");
    assert_eq!(words(&quotation["parts"][0]), "3 “The cranes are safe,”");
    assert_eq!(quotation["description"], "line 3");
    client.end().await;
}

#[tokio::test]
async fn the_story_comes_at_a_glance() {
    let mut client = story::open(everyday()).await;
    let view = client.request("copydesk/story", of_draft()).await;
    assert_eq!(
        (&view["schema"], &view["uri"], &view["version"]),
        (&json!(1), &json!(URI), &json!(1))
    );
    let figures: Vec<String> = view["figures"]
        .as_array()
        .unwrap()
        .iter()
        .map(|figure| {
            format!(
                "{}: {}",
                figure["label"].as_str().unwrap(),
                figure["value"].as_str().unwrap()
            )
        })
        .collect();
    assert_eq!(
        figures,
        [
            "Words: 57",
            "Paragraphs: 5",
            "Sources: 2",
            "Named sources: 2",
            "Quotations: 4",
            "Words inside quotation marks: 47%"
        ]
    );
    let speakers = &view["speakers"];
    assert_eq!(
        texts(speakers, "label"),
        ["Speaker not clear", "Anton Brask", "Rosa Weil"]
    );
    assert_eq!(
        speakers[2]["description"],
        "30% of the quoted words · 2 quotations · first on line 3"
    );
    assert_eq!(words(&speakers[2]["range"]), "3 “The cranes are safe,”");
    // The sources are those of the view, and so is the timeline.
    assert_eq!(view["timeline"], client.request("copydesk/timeline", of_draft()).await);
    assert_eq!(texts(&view["parties"], "label"), ["Rosa Weil", "Anton Brask"]);
    let relation = view["relations"].as_array().unwrap().last().unwrap();
    assert_eq!((&relation["from"], &relation["to"]), (&json!(1), &json!(0)));
    assert_eq!(relation["description"], "Planned · line 9");
    client.end().await;
}

#[tokio::test]
async fn the_timeline_comes_by_day() {
    let mut client = story::open(everyday()).await;
    let view = client.request("copydesk/timeline", of_draft()).await;
    assert_eq!(view["schema"], 1);
    assert_eq!(
        view["readAsOf"],
        json!({
            "date": "2031-05-05", "label": "read as of 5 May 2031", "source": "dateline", "range": view["readAsOf"]["range"],
        })
    );
    assert_eq!(words(&view["readAsOf"]["range"]), "1 5 May 2031");
    assert_eq!(
        texts(&view["days"], "label"),
        ["Monday 5 May 2031", "Thursday 8 May 2031"]
    );
    assert_eq!(texts(&view["days"], "description"), ["1 event", "planned"]);
    let row = &view["days"][1]["rows"][0];
    assert_eq!(row["sentence"], "Brask will meet Weil in Tellmark on Thursday.");
    assert_eq!(
        (&row["status"], &row["statusLabel"]),
        (&json!("planned"), &json!("Planned"))
    );
    assert!(
        row["description"].as_str().unwrap().starts_with("Planned · Thursday"),
        "{row}"
    );
    assert_eq!(words(&row["range"]), "9 Thursday");
    client.end().await;
}

#[tokio::test]
async fn a_draft_that_is_not_open_has_no_views() {
    let (mut client, started) = Client::with(crate::model::config(), everyday()).await;
    let ours = &started["capabilities"]["experimental"]["copydesk"];
    assert_eq!(ours["sources"], json!({ "schema": 1 }));
    for method in ["copydesk/sources", "copydesk/timeline"] {
        assert_eq!(client.request(method, of_draft()).await, Value::Null);
    }
    client.open("The ferry.").await;
    client.diagnostics().await;
    let view = client.request("copydesk/sources", of_draft()).await;
    assert_eq!(
        (&view["items"], &view["summary"]),
        (&json!([]), &json!("0 sources · 0 quotations · 0 quoted words"))
    );
    assert_eq!(view["emptyMessage"], "Nobody is quoted in this draft yet.");
    client.end().await;
}

fn announced() -> Value {
    let mut capabilities = everyday();
    capabilities["experimental"] = json!({ "copydesk": { "viewsChanged": true } });
    capabilities
}

#[tokio::test]
async fn a_client_that_asks_for_it_is_notified_once_the_typing_is_over() {
    let config = Config {
        delay: Duration::from_millis(150),
        ..Config::new(&language::ShapeModel)
    };
    let (mut client, _) = Client::with(config, announced()).await;
    client.open("One.").await;
    client.diagnostics().await;
    let (notice, _) = client.next("copydesk/viewsChanged").await;
    assert_eq!(notice, json!({ "uri": URI, "version": 1 }));
    for version in 2..6 {
        client.edit(version, [0, 0, 0, 0], "A").await;
    }
    let (notice, _) = client.next("copydesk/viewsChanged").await;
    assert_eq!(notice["version"], 5);
    client.diagnostics_of(5).await;
    // Closing forgets what was still to be said.
    client.edit(6, [0, 0, 0, 0], "A").await;
    client.diagnostics_of(6).await;
    client.close().await;
    client.diagnostics().await;
    client.end().await;
}
