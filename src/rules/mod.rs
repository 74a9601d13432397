//! Opinions: from facts to findings. A rule reads facts and settings and writes findings; it changes nothing.

mod all;
mod context;
mod finding;
mod option;
mod rule;
mod settings;
mod shared;
#[cfg(test)]
mod testing;

pub use all::{RULES, find};
pub use context::Input;
pub use finding::{Edit, Finding, Fix, FixSafety, Level, Related};
pub use option::{AnyOption, Choice, OptionKind, OptionType, OptionValue, OptionValues, RuleOption};
pub use rule::{Category, Rule};
pub use settings::Settings;

use context::Context;
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

/// Runs the rules; findings come sorted by place, then code. A draft in another language than English has none.
#[must_use]
pub fn check(input: &Input<'_>, settings: &Settings) -> Vec<Finding> {
    let mut findings = Vec::new();
    if input.facts.foreign_language.is_some() {
        return findings;
    }
    for rule in RULES {
        let Some(level) = settings.level(rule) else {
            continue;
        };
        let known = findings.len();
        let context = Context::new(*input, rule.options, settings.options(rule));
        (rule.check)(&context, &mut findings);
        for finding in findings.iter_mut().skip(known) {
            finding.code = rule.code;
            finding.level = finding.level.min(level);
        }
    }
    ask_before_changing_speech(&Context::new(*input, &[], None), &mut findings);
    findings.sort_by(|one, other| (one.span, one.code).cmp(&(other.span, other.code)));
    findings
}
