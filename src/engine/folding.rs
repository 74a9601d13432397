//! What can be folded away in a draft: sections, the front matter, comments, runs of quotations by one speaker. It hides
//! nothing itself.

use crate::analysis::{ActorId, QuotationKind};
use crate::engine::types::Snapshot;
use crate::markup::{Block, BlockId, BlockKind};
use crate::text::Span;

/// A stretch of the source that can be folded away, apart from its first line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fold {
    /// Where it is.
    pub span: Span,
    /// What it is.
    pub kind: FoldKind,
}

/// What is folded away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FoldKind {
    /// A heading and what is beneath it.
    Section,
    /// The fields before the body.
    FrontMatter,
    /// A comment of the markup.
    Comment,
    /// Paragraphs one after the other in which one person speaks.
    Speech,
}

/// All stretches that can be folded away, in the order of the text, the outer ones first.
pub(super) fn folds(snapshot: &Snapshot) -> Vec<Fold> {
    let markup = &snapshot.markup;
    let mut folds = sections(&markup.blocks);
    folds.extend(speeches(snapshot));
    folds.extend(markup.comments.iter().map(|span| Fold {
        span: *span,
        kind: FoldKind::Comment,
    }));
    if !markup.front.span.is_empty() {
        let text = markup.front.span.of(&snapshot.text);
        let end = markup.front.span.start + text.trim_end().len();
        folds.push(Fold {
            span: Span::new(markup.front.span.start, end),
            kind: FoldKind::FrontMatter,
        });
    }
    folds.sort_by_key(|fold| (fold.span.start, std::cmp::Reverse(fold.span.end)));
    folds
}

/// Each heading with what is beneath it, down to the next one of its level or above.
pub(super) fn sections(blocks: &[Block]) -> Vec<Fold> {
    let mut open: Vec<(u8, usize)> = Vec::new();
    let mut sections = Vec::new();
    let mut end = 0;
    let mut close = |open: &mut Vec<(u8, usize)>, level: u8, end: usize| {
        while let Some((_, start)) = open.pop_if(|(other, _)| *other >= level) {
            sections.push(Fold {
                span: Span::new(start, end),
                kind: FoldKind::Section,
            });
        }
    };
    for block in blocks {
        if let BlockKind::Heading(level) = block.kind {
            close(&mut open, level, end);
            open.push((level, block.span.start));
        }
        end = block.span.end;
    }
    close(&mut open, 0, end);
    sections
}

/// Runs of two and more paragraphs that have quotations of one and the same actor, and none of anybody else.
fn speeches(snapshot: &Snapshot) -> Vec<Fold> {
    let mut speeches = Vec::new();
    let mut run: Option<(ActorId, BlockId, BlockId)> = None;
    let mut end_run = |run: Option<(ActorId, BlockId, BlockId)>| {
        let Some((_, first, last)) = run.filter(|(_, first, last)| first != last) else {
            return;
        };
        if let (Some(first), Some(last)) = (first.of(&snapshot.markup.blocks), last.of(&snapshot.markup.blocks)) {
            speeches.push(Fold {
                span: Span::new(first.span.start, last.span.end),
                kind: FoldKind::Speech,
            });
        }
    };
    for (block, speaker) in speakers(snapshot) {
        run = match (run, speaker) {
            (Some((known, first, last)), Some(speaker)) if known == speaker && last.next() == block => {
                Some((known, first, block))
            }
            (before, speaker) => {
                end_run(before);
                speaker.map(|speaker| (speaker, block, block))
            }
        };
    }
    end_run(run);
    speeches
}

/// The blocks with quotations, each with the one actor who speaks in it; `None` if there are several, or nobody is known.
fn speakers(snapshot: &Snapshot) -> Vec<(BlockId, Option<ActorId>)> {
    let mut speakers: Vec<(BlockId, Option<ActorId>)> = Vec::new();
    let quotations = snapshot.facts.quotations.iter();
    for quotation in quotations.filter(|quotation| quotation.kind != QuotationKind::Mention) {
        let speaker = quotation.speaker.as_ref().and_then(|speaker| speaker.actor);
        match speakers.last_mut() {
            Some((block, known)) if *block == quotation.place.block => {
                if *known != speaker {
                    *known = None;
                }
            }
            _ => speakers.push((quotation.place.block, speaker)),
        }
    }
    speakers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::testing::snapshot;

    fn folded(text: &str) -> Vec<(FoldKind, String)> {
        let snapshot = snapshot(text);
        let shown = |fold: &Fold| {
            let lines: Vec<&str> = fold.span.of(text).lines().collect();
            (fold.kind, format!("{} … {}", lines[0], lines[lines.len() - 1]))
        };
        snapshot.folds().iter().map(shown).collect()
    }

    #[test]
    fn sections_end_with_the_next_heading_of_their_level() {
        let text = "---\ndate: 2031-03-03\n---\n\n# One\n\nA.\n\n## Two\n\nB.\n\n<!-- a\nb -->\n\n# Three\n\nC.\n";
        let expected = [
            (FoldKind::FrontMatter, "--- … ---"),
            (FoldKind::Section, "# One … B."),
            (FoldKind::Section, "## Two … B."),
            (FoldKind::Comment, "<!-- a … b -->"),
            (FoldKind::Section, "# Three … C."),
        ];
        assert_eq!(folded(text), expected.map(|(kind, text)| (kind, text.to_owned())));
    }

    #[test]
    fn quotations_of_one_speaker_in_a_row_are_one_stretch() {
        let text = "“We will go,” said Rosa Haskill, the mayor.\n\n“It is late,” Haskill said.\n\n\
                    The ferry left.\n\n“We stay,” said Anna Weil.\n";
        let expected = "“We will go,” said Rosa Haskill, the mayor. … “It is late,” Haskill said.";
        assert_eq!(folded(text), [(FoldKind::Speech, expected.to_owned())]);
    }
}
