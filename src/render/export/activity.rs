//! ActivityStreams 2.0 of the W3C: an `Article` tagged with whom it names. The vocabulary has no term for the words of somebody who
//! has no account, so that there are no quotations; and nobody is a `Mention`, which a server would tell its actor of.

use maud::html;
use serde_json::{Map, Value, json};

use crate::analysis::ActorKind;
use crate::render::export::item::Item;
use crate::render::export::named::{Named, named};
use crate::render::export::uri;

/// The draft as an article. `name` is plain text, `content` and `summary` are HTML, as the vocabulary has it.
pub fn article(item: &Item<'_>) -> Value {
    let mut article = Map::new();
    let mut set = |key: &str, value: Value| {
        if !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty()) {
            article.insert(key.to_owned(), value);
        }
    };
    set(
        "@context",
        json!(["https://www.w3.org/ns/activitystreams", { "@language": item.language() }]),
    );
    set("type", "Article".into());
    set("id", uri::of(item.id).into());
    set("name", item.headline().into());
    set("published", item.published().map(|moment| moment.to_string()).into());
    set("tag", named(item.snapshot).iter().filter_map(tag).collect());
    let content = html! {
        @for paragraph in item.paragraphs() { p { (paragraph) } }
    };
    set("content", content.into_string().into());
    Value::Object(article)
}

/// Somebody named, with their role and the address that the actor file has.
fn tag(named: &Named<'_>) -> Option<Value> {
    let kind = match named.kind {
        ActorKind::Person => "Person",
        ActorKind::Organization => "Organization",
        ActorKind::Place => "Place",
        ActorKind::Other => return None,
    };
    let mut tag = Map::new();
    tag.insert("type".to_owned(), kind.into());
    tag.insert("name".to_owned(), named.name.into());
    if let Some(role) = named.role {
        tag.insert("summary".to_owned(), html! { (role) }.into_string().into());
    }
    if let Some(link) = named.link().filter(|link| uri::is_address(link)) {
        tag.insert("url".to_owned(), link.into());
    }
    Some(Value::Object(tag))
}
