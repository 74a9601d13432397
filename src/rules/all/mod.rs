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
    altered_quote,
    ambiguous_pronoun,
    caption_in_body,
    doubled_word,
    impossible_date,
    long_lead,
    name_variant,
    redundant_day,
    relative_day,
    stale_future,
    suppression_without_reason,
    surname_before_full_name,
    title_conflict,
    unattributed_quote,
    unclosed_quote,
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
