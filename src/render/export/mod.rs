//! A draft as publishing systems take it: ninjs of the IPTC, and JSON-LD in the words of schema.org. Only what is sure is in it: a
//! page that says something false of somebody is worse than one that says less.

mod linked;
mod named;
mod ninjs;
mod uri;

use serde_json::Value;

use crate::engine::Snapshot;
use crate::markup::BlockKind;

/// What a draft is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standard {
    /// ninjs 2.1.
    Ninjs,
    /// A `NewsArticle` of schema.org as JSON-LD.
    SchemaOrg,
}

/// A draft with what is said of it besides its text.
pub struct Item<'a> {
    /// What it is called.
    pub id: &'a str,
    /// The section of the paper.
    pub section: Option<&'a str>,
    /// What is known of it.
    pub snapshot: &'a Snapshot,
}

/// The draft as an object of a standard. Linear in its text and its facts.
#[must_use]
pub fn export(standard: Standard, item: &Item<'_>) -> Value {
    match standard {
        Standard::Ninjs => ninjs::item(item),
        Standard::SchemaOrg => linked::article(item),
    }
}

impl Item<'_> {
    /// The title in the front matter, or the first heading before any paragraph.
    fn headline(&self) -> Option<String> {
        let markup = &self.snapshot.markup;
        let field = markup
            .front
            .get(&["title", "headline"])
            .map(|field| field.value.clone());
        field.or_else(|| {
            let mut blocks = markup.blocks.iter();
            let is_of_story = |kind: &BlockKind| matches!(kind, BlockKind::Heading(_) | BlockKind::Paragraph);
            let first = blocks.find(|block| is_of_story(&block.kind))?;
            matches!(first.kind, BlockKind::Heading(_)).then(|| first.text.trim().to_owned())
        })
    }

    /// The running text, without headings, captions and furniture; a blank line is between paragraphs.
    fn body(&self) -> String {
        let blocks = self.snapshot.markup.blocks.iter();
        let paragraphs = blocks.filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem));
        let paragraphs: Vec<&str> = paragraphs.map(|block| block.text.trim()).collect();
        paragraphs.join("\n\n")
    }

    fn section(&self) -> Option<String> {
        let front = || Some(self.snapshot.markup.front.get(&["section"])?.value.clone());
        self.section.map(str::to_owned).or_else(front)
    }

    fn language(&self) -> &'static str {
        self.snapshot.facts.foreign_language.unwrap_or("en")
    }
}

fn word_count(text: &str) -> usize {
    text.split_whitespace().count()
}
