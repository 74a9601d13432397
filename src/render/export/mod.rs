//! A draft as publishing systems take it: ninjs of the IPTC, JSON-LD in the words of schema.org, and ActivityStreams. Only what is
//! sure is in it: a page that says something false of somebody is worse than one that says less.

mod activity;
mod events;
mod item;
mod linked;
mod named;
mod ninjs;
mod topics;
mod uri;

pub use item::Item;

use serde_json::Value;

/// What a draft is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standard {
    /// ninjs 2.1.
    Ninjs,
    /// A `NewsArticle` of schema.org as JSON-LD.
    SchemaOrg,
    /// An `Article` of ActivityStreams 2.0.
    ActivityStreams,
}

/// The draft as an object of a standard. Linear in its text and its facts.
#[must_use]
pub fn export(standard: Standard, item: &Item<'_>) -> Value {
    match standard {
        Standard::Ninjs => ninjs::item(item),
        Standard::SchemaOrg => linked::article(item),
        Standard::ActivityStreams => activity::article(item),
    }
}
