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
    findings.sort_by(|one, other| (one.span, one.code).cmp(&(other.span, other.code)));
    findings
}
