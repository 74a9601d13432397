//! Opinions: from facts to findings. A rule reads facts and settings and writes findings; it changes nothing.

mod all;
mod context;
mod examples;
mod fields;
mod finding;
mod kept;
mod option;
mod pass;
mod rule;
mod settings;
mod shared;
mod suppression;
mod terms;
#[cfg(test)]
mod testing;

pub use all::{RULES, find};
pub use context::{Input, Since};
pub use examples::Examples;
pub use finding::{Edit, Finding, Fix, FixSafety, Level, Related};
pub use kept::{Kept, Last};
pub use option::{AnyOption, Choice, OptionKind, OptionType, OptionValue, OptionValues, RuleOption};
pub use rule::{Category, Rule, Scope};
pub use settings::Settings;
pub use suppression::{
    CommentStyle, Suppressed, Suppression, SuppressionCode, SuppressionVerb, ignore, ignore_because, ignore_word,
    word_to_ignore,
};
pub use terms::{Pattern, Term, TermScope, Terms};

use context::{Context, Window};
use kept::{Known, Memo, OfBlock};
use pass::OnBlocks;

/// What the rules say about a draft.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checked {
    /// The findings, sorted by place, then code.
    pub findings: Vec<Finding>,
    /// What was found too, but is not wanted: comments in the draft say so. In the same order.
    pub suppressed: Vec<Suppressed>,
}

/// Runs the rules. A draft in another language than English has no findings.
#[must_use]
pub fn check(input: &Input<'_>, settings: &Settings) -> Checked {
    if input.facts.foreign_language.is_some() {
        return Checked::default();
    }
    let OfBlock { findings, names, .. } = OnBlocks::new(input, settings).look(Window::all(input));
    let known = Known {
        names: names.iter().collect(),
        blocks: &[],
        memo: &Memo::default(),
    };
    with_draft(input, settings, findings, &known)
}

/// The same for a draft that is checked again and again: rules on blocks run only on the blocks in which they may find
/// something else than in the last version. With it, what the next check takes for the last one.
///
/// `last` was checked with the same settings and the same actor file.
#[must_use]
pub fn check_again(input: &Input<'_>, settings: &Settings, last: Option<Last<'_>>) -> (Checked, Kept) {
    if input.facts.foreign_language.is_some() {
        return Default::default();
    }
    let rules = OnBlocks::new(input, settings);
    let kept = Kept::of(input, last, |window| rules.look(window));
    let on_blocks = kept.findings().cloned().collect();
    let checked = with_draft(input, settings, on_blocks, &kept.known());
    (checked, kept)
}

/// What there is to say of a draft in whose blocks this was found.
fn with_draft(input: &Input<'_>, settings: &Settings, on_blocks: Vec<Finding>, known: &Known<'_>) -> Checked {
    let mut suppressions = suppression::of(input.source, input.markup, settings);
    let mut findings = on_blocks;
    findings.append(&mut pass::of_draft(input, settings, known));
    findings.sort_by(by_place);
    if settings.knows_words() {
        findings.retain(|finding| !settings.knows(suppression::marked_words(input.source, finding.span)));
    }
    let suppressed = suppression::apply(input.source, &mut findings, &mut suppressions);
    if !suppressions.is_empty() {
        findings.append(&mut pass::of_suppressions(input, settings, &suppressions));
        findings.sort_by(by_place);
    }
    Checked { findings, suppressed }
}

fn by_place(one: &Finding, other: &Finding) -> std::cmp::Ordering {
    (one.span, one.code).cmp(&(other.span, other.code))
}
