//! Front matter in its three notations.

use super::*;

fn fields(source: &str) -> Vec<String> {
    let front = read(source);
    assert_eq!(front.matter.error, None, "{source}");
    front
        .matter
        .fields
        .iter()
        .map(|field| format!("{}={}@{}", field.key, field.value, field.span.of(source)))
        .collect()
}

fn blocks(source: &str) -> Vec<String> {
    read(source)
        .blocks
        .iter()
        .map(|block| match &block.kind {
            BlockKind::Field(key) => format!("{key}: {}", block.text),
            other => format!("{other:?}"),
        })
        .collect()
}

#[test]
fn yaml() {
    let source = "---\ntitle: \"Board \\\"puts off\\\" vote — again\"\ndate: 2019-08-30\nauthors: [Ida Holm, 'Jo O''Dea']\nimage:\n  caption: >\n    The harbor\n    at dawn\n  weight: 3\n---\nBody.\n";
    assert_eq!(
        fields(source),
        [
            "title=Board \"puts off\" vote — again@Board \\\"puts off\\\" vote — again",
            "date=2019-08-30@2019-08-30",
            "authors=Ida Holm@Ida Holm",
            "authors=Jo O'Dea@Jo O''Dea",
            "image.caption=The harbor at dawn@The harbor\n    at dawn",
            "image.weight=3@3",
        ]
    );
    assert_eq!(
        blocks(source),
        [
            "title: Board \"puts off\" vote — again",
            "image.caption: The harbor at dawn"
        ]
    );
    let front = read(source);
    assert_eq!(front.matter.get(&["DATE"]).unwrap().value, "2019-08-30");
    assert_eq!(source.split_at(front.body).1, "Body.\n");
    let title = &front.blocks[0];
    let puts = title.text.find("\"puts").unwrap();
    assert_eq!(title.map.to_source(Span::new(puts, puts + 5)).of(source), "\\\"puts");
    let vote = title.text.find("vote").unwrap();
    assert_eq!(title.map.to_source(Span::new(vote, vote + 4)).of(source), "vote");
}

#[test]
fn toml() {
    let source = "+++\r\ntitle = \"Board won&#39;t vote\"\r\ndate = 2019-08-30T06:00:00Z\r\ndraft = true\r\n[image]\r\nimage-credit = '''Ida Holm'''\r\n+++\r\n\r\nBody.\r\n";
    assert_eq!(
        fields(source),
        [
            "title=Board won't vote@Board won&#39;t vote",
            "date=2019-08-30T06:00:00Z@2019-08-30T06:00:00Z",
            "draft=true@true",
            "image.image-credit=Ida Holm@Ida Holm",
        ]
    );
    assert_eq!(
        blocks(source),
        ["title: Board won't vote", "image.image-credit: Ida Holm"]
    );
    let front = read(source);
    assert_eq!(source.split_at(front.body).1, "\r\nBody.\r\n");
    assert_eq!(front.blocks[0].map.to_source(Span::new(6, 11)).of(source), "won&#39;t");
}

#[test]
fn json() {
    let source = "{\n  \"title\": \"Caf\\u00e9 {closed}\",\n  \"tags\": [\"harbor\"],\n  \"n\": 1\n}\nBody.\n";
    assert_eq!(
        fields(source),
        ["title=Café {closed}@Caf\\u00e9 {closed}", "tags=harbor@harbor", "n=1@1"]
    );
    assert_eq!(blocks(source), ["title: Café {closed}"]);
    assert_eq!(source.split_at(read(source).body).1, "Body.\n");
}

#[test]
fn what_cannot_be_read_is_said_and_the_body_stays() {
    for (source, body) in [
        ("---\ntitle: \"open\nx: [\n---\nBody.", "Body."),
        ("+++\ntitle = \n+++\nBody.", "Body."),
        ("{\n\"title\": ,\n}\nBody.", "Body."),
        ("---\ntitle: x\n\nBody.", "\nBody."),
        ("+++\ntitle = 'x'\n\nBody.", "\nBody."),
        ("{\n\"title\": \"x\",\n\nBody.", "\nBody."),
    ] {
        let front = read(source);
        let (span, message) = front.matter.error.clone().unwrap_or_else(|| panic!("{source}"));
        assert!(front.matter.span.covers(span), "{source}: {span:?}");
        assert!(!message.is_empty());
        assert_eq!(front.matter.fields, []);
        assert_eq!(source.split_at(front.body).1, body, "{source}");
    }
}

#[test]
fn a_page_without_front_matter() {
    for source in [
        "",
        "---",
        "Body.",
        "---\n\nBody.\n\n---\nMore.",
        "{{< figure >}}\nBody.",
        "{Body}",
        "----\na: b\n----",
    ] {
        let front = read(source);
        assert_eq!(front.matter, FrontMatter::default(), "{source}");
        assert_eq!(front.body, 0);
    }
}

#[test]
fn keys_of_prose() {
    for key in [
        "title",
        "Title",
        "image.Caption",
        "image_credit",
        "imageCaption",
        "sub title".trim(),
        "HEADLINE",
    ] {
        assert_eq!(holds_prose(key), key != "sub title", "{key}");
    }
    assert!(!holds_prose("date"));
    assert!(!holds_prose("title.slug"));
}
