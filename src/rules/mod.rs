//! Opinions: from facts to findings. A rule reads facts and settings and writes findings; it changes nothing.

mod actor_mismatch;
mod altered_quote;
mod ambiguous_pronoun;
mod caption_in_body;
mod credits;
mod doubled_word;
mod finding;
mod impossible_date;
mod letters;
mod name_variant;
mod names;
mod narration;
mod redundant_day;
mod registry;
mod relative_day;
mod stale_future;
mod surname_before_full_name;
#[cfg(test)]
mod testing;
mod title_conflict;
mod titles;
mod unattributed_quote;
mod unclosed_quote;
mod variants;
mod weekday_mismatch;

pub use finding::{Edit, Finding, Fix, FixSafety, Level, Related};
pub use registry::{Category, RULES, Rule, RuleOption, Settings, UnknownOption, UnknownRule, find};

use crate::analysis::register::Register;
use crate::analysis::{Facts, Place};
use crate::markup::{Block, Markup};
use crate::text::Span;

/// What a rule may look at.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The draft's source text.
    pub source: &'a str,
    /// Its blocks.
    pub markup: &'a Markup,
    /// The facts of each block.
    pub blocks: &'a [std::sync::Arc<crate::analysis::BlockFacts>],
    /// The facts of the draft.
    pub facts: &'a Facts,
    /// The newsroom's actor file.
    pub register: Option<&'a Register>,
    /// Which rules run and how.
    pub settings: &'a Settings,
}

impl<'a> Context<'a> {
    /// The block that a place stands in.
    fn block(&self, place: Place) -> Option<&'a Block> {
        self.markup.blocks.get(place.block)
    }

    /// The decoded text of a place.
    fn text(&self, place: Place) -> &'a str {
        self.block(place).map_or("", |block| place.span.of(&block.text))
    }

    /// Where a place stands in the source.
    fn source_span(&self, place: Place) -> Span {
        self.block(place)
            .map_or_else(Span::default, |block| block.map.to_source(place.span))
    }

    /// The line break that the draft uses.
    fn line_break(&self) -> &'static str {
        if self.source.contains("\r\n") { "\r\n" } else { "\n" }
    }
}

/// Runs the rules; findings come sorted by place, then code. A draft in another language than English has none.
#[must_use]
pub fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if context.facts.foreign_language.is_some() {
        return findings;
    }
    for rule in RULES {
        let Some(level) = context.settings.level(rule.code) else {
            continue;
        };
        let known = findings.len();
        (rule.check)(context, &mut findings);
        for finding in findings.iter_mut().skip(known) {
            finding.code = rule.code;
            finding.level = finding.level.min(level);
        }
    }
    findings.sort_by(|one, other| (one.span, one.code).cmp(&(other.span, other.code)));
    findings
}
