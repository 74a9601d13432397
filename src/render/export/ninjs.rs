//! ninjs 2.1 (News in JSON) of the IPTC. It has no place for quotations; who is quoted can be given with `rel`.

use serde_json::{Map, Value, json};

use crate::analysis::ActorKind;
use crate::render::export::events::{ExportedEvent, events};
use crate::render::export::item::{Item, word_count};
use crate::render::export::named::{Named, named};
use crate::render::export::topics::{Topic, topics};
use crate::render::export::uri;

/// The draft as a news item.
pub fn item(item: &Item<'_>) -> Value {
    let body = item.body();
    let named = named(item.snapshot);
    let mut news = Map::new();
    let mut set = |key: &str, value: Value| {
        if value.as_array().is_none_or(|list| !list.is_empty()) {
            news.insert(key.to_owned(), value);
        }
    };
    set("uri", uri::of(item.id).into());
    set(
        "standard",
        json!({
            "name": "ninjs",
            "version": "2.1",
            "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_2.1.json",
        }),
    );
    set("type", "text".into());
    set("language", item.language().into());
    if !uri::is_address(item.id) {
        set("altids", json!([{ "role": "id", "value": item.id }]));
    }
    if let Some(headline) = item.headline() {
        set("headlines", json!([{ "value": headline }]));
    }
    let section = item
        .section()
        .map(|section| json!({ "name": section, "rel": "section" }));
    let topics = topics(item.snapshot);
    set(
        "subjects",
        section.into_iter().chain(topics.iter().map(subject)).collect(),
    );
    let of_kind = |kind: ActorKind| -> Value { named.iter().filter(|one| one.kind == kind).map(concept).collect() };
    set("people", of_kind(ActorKind::Person));
    set("organisations", of_kind(ActorKind::Organization));
    set("places", of_kind(ActorKind::Place));
    set("events", events(item.snapshot).iter().map(event).collect());
    set(
        "bodies",
        json!([{
            "contenttype": "text/plain",
            "charcount": body.chars().count(),
            "wordcount": word_count(&body),
            "value": body,
        }]),
    );
    Value::Object(news)
}

/// A topic of the front matter.
fn subject(topic: &Topic<'_>) -> Value {
    let mut subject = Map::new();
    if let Some(name) = topic.name {
        subject.insert("name".to_owned(), name.into());
    }
    subject.insert("rel".to_owned(), topic.rel.into());
    if let Some(uri) = &topic.uri {
        subject.insert("uri".to_owned(), uri.as_str().into());
    }
    if let Some(code) = topic.code {
        subject.insert("literal".to_owned(), code.into());
    }
    Value::Object(subject)
}

/// An event. ninjs has no place for its day, nor for where it is.
fn event(one: &ExportedEvent) -> Value {
    json!({
        "name": one.name,
        "rel": if one.is_main { "main" } else { "mentioned" },
    })
}

fn concept(named: &Named<'_>) -> Value {
    let rel = if named.quotations.is_empty() {
        "mentioned"
    } else {
        "quoted"
    };
    let mut concept = Map::new();
    concept.insert("name".to_owned(), named.name.into());
    concept.insert("rel".to_owned(), rel.into());
    if let Some(link) = named.link().filter(|link| uri::is_address(link)) {
        concept.insert("uri".to_owned(), link.into());
    }
    if let Some(entry) = named.entry {
        concept.insert("literal".to_owned(), entry.id.as_str().into());
    }
    Value::Object(concept)
}
