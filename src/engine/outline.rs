//! The outline of a draft: what an editor skims. It orders and names facts and never finds new ones.

use crate::analysis::{Place, Quotation, QuotationKind};
use crate::engine::Snapshot;
use crate::markup::BlockKind;
use crate::text::Span;

/// One line of the outline. All spans count in the source; the spans of the children lie inside `span`, and
/// `selection` lies inside `span` too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineItem {
    /// Reads as a headline ("Wang calls Rubio").
    pub name: String,
    /// "who -> whom, when, where"; may be empty.
    pub detail: String,
    /// What it is.
    pub kind: OutlineKind,
    /// Everything it stands for.
    pub span: Span,
    /// What to jump to.
    pub selection: Span,
    /// Its parts.
    pub children: Vec<OutlineItem>,
}

/// What a line of the outline stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OutlineKind {
    /// What the story is about.
    MainEvent,
    /// Something that happened or goes on.
    Event,
    /// Something that is to come.
    PlannedEvent,
    /// Something that may have happened or may come.
    PossibleEvent,
    /// Something that did not happen, or is denied.
    DeniedEvent,
    /// Something that lies before the story.
    BackgroundEvent,
    /// Somebody's words.
    Quotation,
    /// A heading.
    Heading,
}

/// How many characters of a quotation a line shows.
const QUOTATION_CHARS: usize = 60;

impl Snapshot {
    /// The outline: headings and events with their quotations. Every list is in the order it is to be read in.
    #[must_use]
    pub fn outline(&self) -> Vec<OutlineItem> {
        let mut items: Vec<OutlineItem> = self.headings().collect();
        items.extend(
            self.facts
                .quotations
                .iter()
                .filter(|quotation| !matches!(quotation.kind, QuotationKind::Mention | QuotationKind::Indirect))
                .map(|quotation| self.quotation_item(quotation)),
        );
        items.sort_by_key(|item| (item.span.start, item.span.end));
        items
    }

    fn headings(&self) -> impl Iterator<Item = OutlineItem> {
        self.markup
            .blocks
            .iter()
            .enumerate()
            .filter_map(|(index, block)| match block.kind {
                BlockKind::Heading(_) if !block.text.trim().is_empty() => {
                    let selection = self.source_span(Place::new(index, Span::new(0, block.text.len())));
                    Some(OutlineItem {
                        name: one_line(&block.text, QUOTATION_CHARS),
                        detail: String::new(),
                        kind: OutlineKind::Heading,
                        span: block.span.join(selection),
                        selection,
                        children: Vec::new(),
                    })
                }
                _ => None,
            })
    }

    fn quotation_item(&self, quotation: &Quotation) -> OutlineItem {
        let span = self.source_span(quotation.place);
        let speaker = quotation
            .speaker
            .as_ref()
            .map(|speaker| speaker.resolved.clone().unwrap_or_else(|| speaker.text.clone()));
        OutlineItem {
            name: one_line(self.text_of(quotation.place), QUOTATION_CHARS),
            detail: speaker.unwrap_or_default(),
            kind: OutlineKind::Quotation,
            span,
            selection: span,
            children: Vec::new(),
        }
    }
}

/// `text` on one line, cut after `limit` characters at the last space.
fn one_line(text: &str, limit: usize) -> String {
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() {
            if line.chars().count() + word.chars().count() >= limit {
                line.push('…');
                return line;
            }
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_text_is_cut_between_words() {
        assert_eq!(one_line("“We had\n  no choice”", 60), "“We had no choice”");
        assert_eq!(one_line("one two three four", 10), "one two…");
    }
}
