//! Where a suppression holds. It reads no comment.

use rustc_hash::FxHashSet;

use crate::markup::Markup;
use crate::rules::suppression::types::{Suppression, SuppressionVerb};
use crate::text::Span;

/// Sets what each suppression covers. Linear in the number of suppressions, apart from a search in the blocks.
pub(super) fn set(source: &str, markup: &Markup, suppressions: &mut [Suppression]) {
    let end = source.len();
    // What is closed by each `ignore-end`, from the last one backwards.
    let mut closers: Vec<(usize, Vec<String>)> = Vec::new();
    let mut needed = FxHashSet::default();
    for suppression in suppressions.iter_mut().rev() {
        let span = suppression.span;
        suppression.covers = match suppression.verb {
            SuppressionVerb::Ignore => around(source, markup, span),
            SuppressionVerb::File | SuppressionVerb::Words => Span::new(0, end),
            SuppressionVerb::Start => {
                let closes = |codes: &[String]| {
                    codes.is_empty() || suppression.codes.iter().all(|code| codes.contains(&code.code))
                };
                let closer = closers.iter().rev().find(|(_, codes)| closes(codes));
                needed.extend(closer.map(|(at, _)| *at));
                Span::new(span.end, closer.map_or(end, |(at, _)| *at))
            }
            SuppressionVerb::End => {
                let codes = suppression.codes.iter().map(|code| code.code.clone());
                closers.push((span.start, codes.collect()));
                Span::default()
            }
            SuppressionVerb::StrayEnd | SuppressionVerb::InProse | SuppressionVerb::Unknown(_) => Span::default(),
        };
    }
    for suppression in suppressions {
        if suppression.verb == SuppressionVerb::End && !needed.contains(&suppression.span.start) {
            suppression.verb = SuppressionVerb::StrayEnd;
        }
    }
}

/// The block that a comment is in, or that ends on the same line, or else the next one.
fn around(source: &str, markup: &Markup, comment: Span) -> Span {
    let blocks = &markup.blocks;
    let next = blocks.partition_point(|block| block.span.start < comment.start);
    let before = next.checked_sub(1).and_then(|before| blocks.get(before));
    let is_with = |block: Span| {
        let between = source.get(block.end..comment.start);
        block.end >= comment.end || between.is_none_or(|between| !between.contains(['\n', '\r']))
    };
    before
        .map(|block| block.span)
        .filter(|block| is_with(*block))
        .or_else(|| blocks.get(next).map(|block| block.span))
        .map_or(Span::default(), |block| block.join(comment))
}
