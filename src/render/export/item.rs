//! What standards ask of a draft: its headline, its text, its section, its language, when it is published.

use jiff::Timestamp;

use crate::engine::Snapshot;
use crate::markup::BlockKind;

/// Fields of the front matter that say when a draft is published, and nothing else: `date` may be that of the writing.
const PUBLISHED: [&str; 7] = [
    "published",
    "published_at",
    "pubdate",
    "publishdate",
    "publish_date",
    "publication-date",
    "datepublished",
];

/// A draft with what is said of it besides its text.
pub struct Item<'a> {
    /// What it is called.
    pub id: &'a str,
    /// The section of the paper.
    pub section: Option<&'a str>,
    /// What is known of it.
    pub snapshot: &'a Snapshot,
}

impl Item<'_> {
    /// The title in the front matter, or the first heading before any paragraph.
    pub(super) fn headline(&self) -> Option<String> {
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
    pub(super) fn body(&self) -> String {
        self.paragraphs().join("\n\n")
    }

    /// The paragraphs and list items of the running text.
    pub(super) fn paragraphs(&self) -> Vec<&str> {
        let blocks = self.snapshot.markup.blocks.iter();
        let paragraphs = blocks.filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem));
        paragraphs.map(|block| block.text.trim()).collect()
    }

    /// The moment that the front matter says the draft is published at. A day alone is none, nor is a time without a zone.
    pub(super) fn published(&self) -> Option<Timestamp> {
        let value = &self.snapshot.markup.front.get(&PUBLISHED)?.value;
        // YAML allows a blank in place of the “T”.
        value.trim().replacen(' ', "T", 1).replace(' ', "").parse().ok()
    }

    /// The section of the paper: the one given, or that of the front matter.
    pub(super) fn section(&self) -> Option<String> {
        let front = || Some(self.snapshot.markup.front.get(&["section"])?.value.clone());
        self.section.map(str::to_owned).or_else(front)
    }

    /// The language, as a tag of BCP 47.
    pub(super) fn language(&self) -> &'static str {
        self.snapshot.facts.foreign_language.unwrap_or("en")
    }
}

/// How many words a text has, as a publishing system counts them.
pub(super) fn word_count(text: &str) -> usize {
    text.split_whitespace().count()
}
