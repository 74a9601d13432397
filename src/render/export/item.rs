//! What every standard asks of a draft: its headline, its text, its section, its language.

use crate::engine::Snapshot;
use crate::markup::BlockKind;

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
        let blocks = self.snapshot.markup.blocks.iter();
        let paragraphs = blocks.filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem));
        let paragraphs: Vec<&str> = paragraphs.map(|block| block.text.trim()).collect();
        paragraphs.join("\n\n")
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
