//! Counts above the text: how much somebody speaks, how many quotations have nobody. They repeat facts and never judge.

use std::collections::BTreeMap;

use crate::analysis::{ActorId, Quotation, QuotationKind, QuotationStatus};
use crate::engine::types::Snapshot;
use crate::markup::BlockKind;
use crate::text::Span;

/// A count above a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lens {
    /// What it is about.
    pub span: Span,
    /// What it says.
    pub text: String,
}

/// What somebody says in a draft.
#[derive(Clone, Copy, Default)]
struct Share {
    /// How many quotations; the parts of a split one count once.
    quotations: usize,
    /// How many words inside marks.
    words: usize,
    /// The group of the last one.
    group: Option<usize>,
}

/// The counts, in the order of the text: for each person who is quoted above the first mention by name, and for quotations
/// without a speaker above the headline.
pub(super) fn lenses(snapshot: &Snapshot) -> Vec<Lens> {
    let mut shares: BTreeMap<ActorId, Share> = BTreeMap::new();
    let mut all_words = 0;
    let mut without = Share::default();
    for quotation in snapshot.facts.quotations.iter().filter(|one| is_marked(one)) {
        let words = snapshot.text_of(quotation.place).split_whitespace().count();
        all_words += words;
        let speaker = quotation.speaker.as_ref();
        if let Some(actor) = speaker.and_then(|speaker| speaker.actor) {
            shares.entry(actor).or_default().add(quotation, words);
        } else if quotation.status == QuotationStatus::Unattributed && !quotation.contested {
            without.add(quotation, words);
        }
    }
    let mut lenses: Vec<Lens> = shares
        .into_iter()
        .filter_map(|(actor, share)| {
            let mention = snapshot.named_mentions_of(snapshot.actor(actor)?).next()?;
            let name = snapshot.full_name(Some(actor), mention.place);
            let percent = (share.words * 100 + all_words / 2) / all_words.max(1);
            Some(Lens {
                span: snapshot.source_span(mention.place),
                text: format!("{name}: {}, {percent}% of all quoted words", counted(share.quotations)),
            })
        })
        .collect();
    if let (1.., Some(span)) = (without.quotations, headline(snapshot)) {
        lenses.push(Lens {
            span,
            text: format!("{} without a speaker", counted(without.quotations)),
        });
    }
    lenses.sort_by_key(|lens| lens.span.start);
    lenses
}

impl Share {
    fn add(&mut self, quotation: &Quotation, words: usize) {
        self.words += words;
        if self.group != Some(quotation.group) {
            self.quotations += 1;
            self.group = Some(quotation.group);
        }
    }
}

fn is_marked(quotation: &Quotation) -> bool {
    matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed)
}

fn counted(quotations: usize) -> String {
    match quotations {
        1 => "1 quotation".to_owned(),
        _ => format!("{quotations} quotations"),
    }
}

/// The first heading or title; without one, the first block.
fn headline(snapshot: &Snapshot) -> Option<Span> {
    let blocks = &snapshot.markup.blocks;
    let is_heading = |kind: &BlockKind| matches!(kind, BlockKind::Heading(_) | BlockKind::Field(_));
    let heading = blocks.iter().find(|block| is_heading(&block.kind));
    heading.or(blocks.first()).map(|block| block.span)
}

#[cfg(test)]
mod tests {
    use super::Lens;
    use crate::engine::testing::snapshot;

    fn shown<'a>(text: &'a str, lenses: &'a [Lens]) -> Vec<(&'a str, &'a str)> {
        let shown = lenses.iter().map(|lens| (lens.span.of(text), lens.text.as_str()));
        shown.collect()
    }

    #[test]
    fn each_speaker_is_counted_at_the_first_name() {
        let text = "# Ferry stays\n\nAnna Weil was there.\n\n“We stay here now,” said Rosa Haskill. “It is late,” she said.\n\n\
                    “No,” Weil said.\n";
        let lenses = snapshot(text).lenses();
        let shown = shown(text, &lenses);
        let expected = [
            ("Anna Weil", "Anna Weil: 1 quotation, 13% of all quoted words"),
            ("Rosa Haskill", "Rosa Haskill: 2 quotations, 88% of all quoted words"),
        ];
        assert_eq!(shown, expected);
    }

    #[test]
    fn quotations_without_a_speaker_are_counted_at_the_headline() {
        let text = "# Ferry stays\n\n“Nobody knows what will come of all this in the end.”\n\nThe ferry left.\n";
        let lenses = snapshot(text).lenses();
        let shown = shown(text, &lenses);
        assert_eq!(shown, [("# Ferry stays", "1 quotation without a speaker")]);
    }
}
