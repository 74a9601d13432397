//! The rules, one file each, and the only list of them: a rule that is not named here does not exist. Nothing here runs
//! them.

use crate::rules::Rule;

/// Makes a module and a row of [`RULES`] from each name.
macro_rules! rules {
    ($($name:ident),* $(,)?) => {
        $(mod $name;)*

        /// The rules by code. Documentation, configuration and completions are made from this list.
        pub static RULES: &[&Rule] = &[$(&$name::RULE),*];
    };
}

rules! {
    actor_mismatch,
    alleged_label,
    altered_quote,
    ambiguous_pronoun,
    anonymity_unexplained,
    caption_in_body,
    double_attribution,
    doubled_word,
    embargo_live,
    house_term,
    impossible_date,
    late_attribution,
    loaded_attribution_verb,
    long_lead,
    missing_field,
    mixed_quote_marks,
    name_variant,
    nested_quote_marks,
    placeholder_left,
    quote_mismatch,
    redundant_day,
    relative_day,
    repeated_quote,
    running_quote_marks,
    speaker_switch,
    stale_future,
    sum_mismatch,
    suppression_without_reason,
    surname_before_full_name,
    title_conflict,
    unattributed_quote,
    unclosed_quote,
    unidentified_source,
    unknown_suppression,
    unused_suppression,
    weekday_mismatch,
}

#[cfg(any())]
mod for_rustfmt;

/// The rule with this code.
#[must_use]
pub fn find(code: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_in_order_and_name_no_rule_twice() {
        assert!(RULES.windows(2).all(|pair| pair[0].code < pair[1].code));
    }

    #[test]
    fn a_rule_is_found_by_its_code() {
        assert_eq!(find("doubled-word").map(|rule| rule.code), Some("doubled-word"));
        assert!(find("double-word").is_none());
    }
}
