//! JSON-LD in the words of schema.org: a `NewsArticle` with whom it names, what happened, and the quotations whose
//! speaker is sure.

use serde_json::{Map, Value, json};

use crate::analysis::ActorKind;
use crate::render::export::events::{ExportedEvent, events};
use crate::render::export::item::{Item, word_count};
use crate::render::export::named::{Named, named};
use crate::render::export::topics::{Topic, topics};
use crate::render::export::uri;

/// The draft as an article.
pub fn article(item: &Item<'_>) -> Value {
    let body = item.body();
    let named = named(item.snapshot);
    let mut article = Map::new();
    let mut set = |key: &str, value: Value| {
        if !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty()) {
            article.insert(key.to_owned(), value);
        }
    };
    set("@context", "https://schema.org".into());
    set("@type", "NewsArticle".into());
    if uri::is_address(item.id) {
        set("@id", item.id.into());
    }
    set("identifier", item.id.into());
    set("headline", item.headline().into());
    set("inLanguage", item.language().into());
    set("articleSection", item.section().into());
    let (main, others): (Vec<ExportedEvent>, Vec<ExportedEvent>) =
        events(item.snapshot).into_iter().partition(|one| one.is_main);
    let topics = topics(item.snapshot);
    let codes = topics.iter().filter(|topic| topic.uri.is_some());
    let keywords: Vec<&str> = topics.iter().filter_map(|topic| topic.name).collect();
    set("keywords", keywords.into());
    set("about", main.iter().map(event).chain(codes.map(term)).collect());
    set(
        "mentions",
        named.iter().map(thing).chain(others.iter().map(event)).collect(),
    );
    set("hasPart", named.iter().flat_map(quotations).collect());
    set("wordCount", word_count(&body).into());
    set("articleBody", body.into());
    Value::Object(article)
}

/// Something that happens, with its days and its place where they are sure.
fn event(one: &ExportedEvent) -> Value {
    let mut event = Map::new();
    event.insert("@type".to_owned(), "Event".into());
    event.insert("name".to_owned(), one.name.as_str().into());
    if let Some((first, last)) = one.days {
        event.insert("startDate".to_owned(), first.to_string().into());
        event.insert("endDate".to_owned(), last.to_string().into());
    }
    if let Some(place) = &one.place {
        event.insert("location".to_owned(), json!({ "@type": "Place", "name": place }));
    }
    Value::Object(event)
}

/// A topic with an address.
fn term(topic: &Topic<'_>) -> Value {
    let mut term = Map::new();
    term.insert("@type".to_owned(), "DefinedTerm".into());
    if let Some(uri) = &topic.uri {
        term.insert("@id".to_owned(), uri.as_str().into());
    }
    if let Some(code) = topic.code {
        term.insert("termCode".to_owned(), code.into());
    }
    Value::Object(term)
}

fn type_of(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Person => "Person",
        ActorKind::Organization => "Organization",
        ActorKind::Place => "Place",
        ActorKind::Other => "Thing",
    }
}

/// Somebody named. A role is a description and no `jobTitle`: the draft may say “a father of three”.
fn thing(named: &Named<'_>) -> Value {
    let mut thing = Map::new();
    thing.insert("@type".to_owned(), type_of(named.kind).into());
    thing.insert("name".to_owned(), named.name.into());
    if let Some(role) = named.role {
        thing.insert("description".to_owned(), role.into());
    }
    if let Some(entry) = named.entry {
        thing.insert("identifier".to_owned(), entry.id.as_str().into());
    }
    if let Some(link) = named.link().filter(|link| uri::is_address(link)) {
        thing.insert("sameAs".to_owned(), link.into());
    }
    Value::Object(thing)
}

/// The quotations of a person or an organization. A place that speaks is its government, which has no type here.
fn quotations(named: &Named<'_>) -> Vec<Value> {
    if named.kind == ActorKind::Place {
        return Vec::new();
    }
    let quotation = |words: &String| {
        json!({
            "@type": "Quotation",
            "text": words,
            "creator": { "@type": type_of(named.kind), "name": named.name },
        })
    };
    named.quotations.iter().map(quotation).collect()
}
