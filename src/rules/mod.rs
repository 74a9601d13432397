//! Opinions: from facts to findings. A rule reads facts and settings and writes findings; it changes nothing.

mod all;
mod context;
mod fields;
mod finding;
mod option;
mod rule;
mod settings;
mod shared;
mod suppression;
#[cfg(test)]
mod testing;

pub use all::{RULES, find};
pub use context::Input;
pub use finding::{Edit, Finding, Fix, FixSafety, Level, Related};
pub use option::{AnyOption, Choice, OptionKind, OptionType, OptionValue, OptionValues, RuleOption};
pub use rule::{Category, Rule};
pub use settings::Settings;
pub use suppression::{
    CommentStyle, Suppressed, Suppression, SuppressionCode, SuppressionVerb, ignore, ignore_word, word_to_ignore,
};

use context::Context;
use shared::names::{Written, written};
use shared::narration::OwnWords;

/// No fix is safe that changes somebody's words, whichever rule it comes from.
fn ask_before_changing_speech(context: &Context<'_>, findings: &mut [Finding]) {
    let fixes = findings.iter_mut().flat_map(|finding| &mut finding.fixes);
    let mut own_words = None;
    for fix in fixes.filter(|fix| fix.safety == FixSafety::Safe) {
        let own_words = own_words.get_or_insert_with(|| OwnWords::of(context));
        let mut places = fix.edits.iter().filter_map(|edit| context.place_of(edit.span));
        if places.any(|place| own_words.may_be_spoken(context, place)) {
            fix.safety = FixSafety::Suggest;
        }
    }
}

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
    let mut suppressions = suppression::of(input.source, input.markup, settings);
    let context = Context::new(*input, &[], None);
    let mut findings = run(input, settings, &written(&context), None);
    fields::keep_to_the_notation(&context, &mut findings);
    ask_before_changing_speech(&context, &mut findings);
    if settings.knows_words() {
        findings.retain(|finding| !settings.knows(suppression::marked_words(input.source, finding.span)));
    }
    let suppressed = suppression::apply(input.source, &mut findings, &mut suppressions);
    if !suppressions.is_empty() {
        findings.append(&mut run(input, settings, &[], Some(&suppressions)));
        findings.sort_by(by_place);
    }
    Checked { findings, suppressed }
}

/// Runs the rules about drafts, or those about comments that turn rules off, sorted.
fn run(
    input: &Input<'_>,
    settings: &Settings,
    names: &[Written<'_>],
    suppressions: Option<&[Suppression]>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let is_about_suppressions = |rule: &Rule| rule.category == Category::Suppressions;
    for rule in RULES
        .iter()
        .filter(|rule| is_about_suppressions(rule) == suppressions.is_some())
    {
        let Some(level) = settings.level(rule) else {
            continue;
        };
        let known = findings.len();
        let mut context = Context::new(*input, rule.options, settings.options(rule));
        context.names = names;
        context.suppressions = suppressions.unwrap_or_default();
        (rule.check)(&context, &mut findings);
        for finding in findings.iter_mut().skip(known) {
            finding.code = rule.code;
            finding.level = finding.level.min(level);
        }
    }
    findings.sort_by(by_place);
    findings
}

fn by_place(one: &Finding, other: &Finding) -> std::cmp::Ordering {
    (one.span, one.code).cmp(&(other.span, other.code))
}
