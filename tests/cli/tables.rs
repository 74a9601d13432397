//! `extract` as tables, and as items for publishing systems.

use serde_json::{Value, json};

use crate::{Run, copydesk, folder, run};

const DRAFT: &str = "---\ntitle: Port of Löwen reopens\nsection: Harbour\n---\n\n\
                     “We met twice,” the harbour minister, Ana Kovač, told reporters on Monday.\n\n\
                     “=1+1 is the sum; no more,” she said, according to the *Herald*. Critics called it “a “sham””.\n\n\
                     Kovač met Rui Tavares in Löwen on Tuesday, and the the ferry left.\n";

const ACTORS: &str =
    "[[actor]]\nid = \"kovac\"\nname = \"Ana Kovač\"\nkind = \"person\"\nlink = \"https://example.org/kovac\"\n";

fn table(arguments: &[&str]) -> Run {
    let folder = folder(&[("a.md", DRAFT), ("b.md", "Nothing here.\n"), ("actors.toml", ACTORS)]);
    run(copydesk(&folder)
        .args(["extract", "--date", "2031-04-30"])
        .args(arguments)
        .args(["a.md", "b.md"]))
}

fn objects(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_row_says_who_spoke_with_which_words() {
    let run = table(&["--format", "quotes", "--as", "jsonl", "--offsets", "chars"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let rows = objects(&run.stdout);
    let first = json!({
        "document": "a.md",
        "date": "2031-04-30",
        "section": "Harbour",
        "kind": "direct",
        "words": "We met twice,",
        "speaker_id": "a0",
        "speaker_name": "Ana Kovač",
        "speaker_role": "harbour minister",
        "speaker_kind": "person",
        "speaker_entry": "kovac",
        "speaker_text": rows[0]["speaker_text"],
        "cue": "told",
        "source": null,
        "status": "attributed",
        "group": rows[0]["group"],
        "confidence": rows[0]["confidence"],
        "start": 55,
        "end": 70,
    });
    let mut found = rows[0].clone();
    found["speaker_id"] = "a0".into();
    assert_eq!(found, first);
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&rows[0]), keys(&first), "the columns are in the order of the page");
    assert_eq!(rows[1]["words"], "=1+1 is the sum; no more,");
    assert_eq!(rows[1]["source"], "the Herald");
}

#[test]
fn every_table_is_the_same_in_csv_and_json_lines() {
    for name in ["quotes", "actors", "events", "times", "findings"] {
        let rows = objects(&table(&["--format", name, "--as", "jsonl"]).stdout);
        assert!(!rows.is_empty(), "{name}");
        let csv = table(&["--format", name]).stdout;
        assert!(csv.starts_with("\u{feff}document,"), "{name}");
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let keys: Vec<&String> = rows[0].as_object().unwrap().keys().collect();
        assert_eq!(header.iter().collect::<Vec<_>>(), keys, "{name}");
        let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(records.len(), rows.len(), "{name}");
        for (record, row) in records.iter().zip(&rows) {
            for (cell, value) in record.iter().zip(row.as_object().unwrap().values()) {
                let expected = match value {
                    Value::Null => String::new(),
                    Value::String(text) if text.starts_with('=') => format!("'{text}"),
                    Value::String(text) => text.clone(),
                    Value::Number(number) if number.as_f64() == Some(1.0) && number.is_f64() => "1".to_owned(),
                    other => other.to_string(),
                };
                assert_eq!(cell, expected, "{name} {row}");
            }
        }
    }
}

#[test]
fn the_page_names_every_column() {
    let page = include_str!("../../docs/archive.md");
    for name in ["quotes", "actors", "events", "times", "findings"] {
        let line = page
            .lines()
            .find(|line| line.starts_with(&format!("| `{name}` |")))
            .unwrap();
        let csv = table(&["--format", name]).stdout;
        let header = csv.strip_prefix('\u{feff}').unwrap().lines().next().unwrap();
        for column in header.split(',') {
            let is_everywhere = ["document", "date", "section", "start", "end"].contains(&column);
            assert!(
                is_everywhere || line.contains(&format!("`{column}`")),
                "{name}: {column}"
            );
        }
    }
}

#[test]
fn lines_become_rows_and_bad_ones_are_named() {
    let folder = folder(&[]);
    let input =
        "{\"id\": 7, \"text\": \"“No,” Ana Roth said.\"}\nno JSON\n{\"id\": [1], \"text\": \"“Yes,” he said.\"}\n";
    let run = run(copydesk(&folder)
        .args(["extract", "--jsonl", "--format", "quotes"])
        .write_stdin(input));
    assert_eq!(run.code, 1);
    let documents: Vec<&str> = run
        .stdout
        .lines()
        .skip(1)
        .filter_map(|line| line.split(',').next())
        .collect();
    assert_eq!(documents, ["7", "[1]"]);
    let said: Vec<&str> = run.stderr.lines().collect();
    assert!(
        said[0].starts_with("warning: line 2: the line is not JSON"),
        "{}",
        run.stderr
    );
    assert_eq!(said[1], "warning: 1 of 3 lines could not be used");
}

#[test]
fn an_option_that_would_do_nothing_is_refused() {
    let run = table(&["--as", "csv"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("`--as` says how a table is written"),
        "{}",
        run.stderr
    );
    let run = table(&["--format", "quotes", "--fields", "quotes"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("`--fields` chooses fields of the JSON"),
        "{}",
        run.stderr
    );
}

#[cfg(feature = "parquet")]
#[test]
fn parquet_has_the_rows_of_the_lines() {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::{Field, RowAccessor};

    let folder = folder(&[]);
    let lines: String = (0..30)
        .map(|id| json!({"id": id, "text": "“No,” Ana Roth said."}).to_string() + "\n")
        .collect();
    let mut command = copydesk(&folder);
    command.args(["extract", "--jsonl", "--format", "quotes", "--as", "parquet"]);
    let output = command.write_stdin(lines).output().unwrap();
    assert!(output.status.success());
    let reader = SerializedFileReader::new(bytes::Bytes::from(output.stdout)).unwrap();
    let about = reader.metadata().file_metadata().key_value_metadata().unwrap();
    let digest = about.iter().find(|pair| pair.key == "copydesk.program.digest").unwrap();
    assert_eq!(digest.value.as_ref().map(String::len), Some(16));
    let mut documents = Vec::new();
    for row in reader.get_row_iter(None).unwrap() {
        let row = row.unwrap();
        documents.push(row.get_string(0).unwrap().clone());
        let columns: Vec<&Field> = row.get_column_iter().map(|(_, field)| field).collect();
        assert_eq!(columns[1], &Field::Null);
        assert_eq!(columns[4], &Field::Str("No,".to_owned()));
        assert!(matches!(columns[15], Field::Double(share) if (0.0..=1.0).contains(share)));
        assert_eq!((columns[16], columns[17]), (&Field::Long(0), &Field::Long(9)));
    }
    assert_eq!(documents, (0..30).map(|id| id.to_string()).collect::<Vec<_>>());
}

#[track_caller]
fn assert_has_shape(shape: &str, value: &Value) {
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    compiler.enable_format_assertions();
    compiler
        .add_resource("it.json", serde_json::from_str(shape).unwrap())
        .unwrap();
    let index = compiler.compile("it.json", &mut schemas).unwrap();
    if let Err(error) = schemas.validate(value, index) {
        panic!("{error:#}\n{value:#}");
    }
}

#[test]
fn a_news_item_has_the_shape_of_ninjs() {
    let shape = include_str!("data/ninjs-2.1.shape.json");
    let items: Value = serde_json::from_str(&table(&["--format", "ninjs"]).stdout).unwrap();
    for item in items.as_array().unwrap() {
        assert_has_shape(shape, item);
    }
    let item = &items[0];
    assert_eq!(item["uri"], "urn:copydesk:a.md");
    assert_eq!(item["headlines"], json!([{"value": "Port of Löwen reopens"}]));
    let kovac = json!({"name": "Ana Kovač", "rel": "quoted", "uri": "https://example.org/kovac", "literal": "kovac"});
    assert_eq!(item["people"][0], kovac);
    let body = item["bodies"][0]["value"].as_str().unwrap();
    assert!(body.starts_with("“We met twice,” the harbour minister"), "{body}");
    assert!(items[1].get("people").is_none());
}

#[test]
fn an_article_has_the_shape_of_schema_org_and_gives_nobody_doubtful_words() {
    let shape = include_str!("data/news-article.shape.json");
    let articles: Value = serde_json::from_str(&table(&["--format", "json-ld"]).stdout).unwrap();
    for article in articles.as_array().unwrap() {
        assert_has_shape(shape, article);
    }
    let article = &articles[0];
    assert_eq!(article["headline"], "Port of Löwen reopens");
    assert_eq!(article["articleSection"], "Harbour");
    let first = json!({
        "@type": "Quotation",
        "text": "We met twice,",
        "creator": {"@type": "Person", "name": "Ana Kovač"},
    });
    assert_eq!(article["hasPart"][0], first);
    let parts = article["hasPart"].as_array().unwrap();
    assert!(
        parts
            .iter()
            .all(|part| !part["text"].as_str().unwrap().contains("sham")),
        "{parts:#?}"
    );
}

#[test]
fn an_article_has_the_shape_of_activitystreams() {
    let shape = include_str!("data/activitystreams.shape.json");
    let articles: Value = serde_json::from_str(&table(&["--format", "activitystreams"]).stdout).unwrap();
    for article in articles.as_array().unwrap() {
        assert_has_shape(shape, article);
    }
    let [article, other] = &articles.as_array().unwrap()[..] else {
        panic!()
    };
    assert_eq!(article["name"], "Port of Löwen reopens");
    assert_eq!(article["id"], "urn:copydesk:a.md");
    let kovac = json!({
        "type": "Person",
        "name": "Ana Kovač",
        "summary": "harbour minister",
        "url": "https://example.org/kovac",
    });
    assert_eq!(article["tag"][0], kovac);
    let content = article["content"].as_str().unwrap();
    assert!(
        content.starts_with("<p>“We met twice,” the harbour minister, Ana"),
        "{content}"
    );
    assert_eq!(other["content"], "<p>Nothing here.</p>");
    assert!(other.get("tag").is_none() && other.get("name").is_none() && other.get("published").is_none());
}

#[test]
fn an_article_is_published_when_its_front_matter_says_so_to_the_minute() {
    let published = |field: &str| {
        let folder = folder(&[("a.md", &format!("---\n{field}\n---\n\nA <b> & c went.\n"))]);
        let article = run(copydesk(&folder).args(["extract", "--format", "activitystreams", "a.md"]));
        let article: Value = serde_json::from_str(&article.stdout).unwrap();
        article["published"].clone()
    };
    assert_eq!(
        published("published: 2031-05-08 09:30:00 +02:00"),
        "2031-05-08T07:30:00Z"
    );
    assert_eq!(published("publishDate: 2031-05-08T09:30:00Z"), "2031-05-08T09:30:00Z");
    assert_eq!(published("published: 2031-05-08"), Value::Null);
    assert_eq!(published("published: 2031-05-08T09:30:00"), Value::Null);
    assert_eq!(published("date: 2031-05-08T09:30:00Z"), Value::Null);
}

#[test]
fn the_examples_have_the_shape_of_every_standard() {
    let examples = concat!(env!("CARGO_MANIFEST_DIR"), "/examples");
    for (format, shape) in [
        ("ninjs", include_str!("data/ninjs-2.1.shape.json")),
        ("json-ld", include_str!("data/news-article.shape.json")),
        ("activitystreams", include_str!("data/activitystreams.shape.json")),
    ] {
        let items = run(copydesk(examples).args(["extract", "--format", format, "."]));
        let items: Value = serde_json::from_str(&items.stdout).unwrap();
        for item in items.as_array().unwrap() {
            assert_has_shape(shape, item);
        }
    }
}

#[test]
fn an_address_stays_one_and_lines_are_items() {
    let folder = folder(&[]);
    let input = json!({"id": "https://news.example/1", "text": "“No,” Ana Roth said.", "section": "Town"}).to_string();
    let with = |format: &str| {
        let run = run(copydesk(&folder)
            .args(["extract", "--jsonl", "--format", format])
            .write_stdin(input.clone() + "\nno\n"));
        assert_eq!(run.code, 1);
        objects(&run.stdout)
    };
    let [item, refusal] = &with("ninjs")[..] else { panic!() };
    assert_eq!(item["uri"], "https://news.example/1");
    assert_eq!(item["subjects"], json!([{"name": "Town", "rel": "section"}]));
    assert_eq!(refusal["line"], 2);
    assert_eq!(with("json-ld")[0]["@id"], "https://news.example/1");
    assert_eq!(with("activitystreams")[0]["id"], "https://news.example/1");
    let input = json!({"id": "javascript:alert(1)", "text": "It rained."}).to_string();
    let run = run(copydesk(&folder)
        .args(["extract", "--jsonl", "--format", "json-ld"])
        .write_stdin(input));
    let item = &objects(&run.stdout)[0];
    assert_eq!(
        (&item["identifier"], item.get("@id")),
        (&"javascript:alert(1)".into(), None)
    );
}

#[test]
fn events_and_topics_are_exported() {
    let draft = "---\ntitle: Ministers meet in Kessel\nmediatopics: [\"medtop:20000763\"]\ntags: [ports, talks]\n---\n\n\
                 Foreign Minister Mirela Dovak met Foreign Secretary Tomas Brandt in Kessel on Monday.\n\n\
                 Dovak did not meet the harbour board.\n";
    let folder = folder(&[("story.md", draft)]);
    let made = |format: &str| {
        let arguments = ["extract", "--format", format, "--date", "2031-05-06", "story.md"];
        let run = run(copydesk(&folder).args(arguments));
        serde_json::from_str::<Value>(&run.stdout).unwrap()
    };
    let (ninjs, linked) = (made("ninjs"), made("json-ld"));
    assert_has_shape(include_str!("data/ninjs-2.1.shape.json"), &ninjs);
    assert_has_shape(include_str!("data/news-article.shape.json"), &linked);
    let address = "http://cv.iptc.org/newscodes/mediatopic/20000763";
    let subjects = json!([
        {"rel": "mediatopic", "uri": address, "literal": "medtop:20000763"},
        {"name": "ports", "rel": "keyword"},
        {"name": "talks", "rel": "keyword"},
    ]);
    assert_eq!(ninjs["subjects"], subjects);
    assert_eq!(ninjs["events"].as_array().map(Vec::len), Some(1), "{ninjs:#}");
    assert_eq!(ninjs["events"][0]["rel"], "main");
    assert_eq!(linked["keywords"], json!(["ports", "talks"]));
    let main = &linked["about"][0];
    assert_eq!(main["name"], ninjs["events"][0]["name"]);
    assert_eq!(
        (&main["startDate"], &main["endDate"]),
        (&"2031-05-05".into(), &"2031-05-05".into())
    );
    assert_eq!(main["location"]["name"], "Kessel");
    let term = json!({"@type": "DefinedTerm", "@id": address, "termCode": "medtop:20000763"});
    assert_eq!(linked["about"][1], term);
}
