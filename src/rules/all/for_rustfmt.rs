// Made from the list of rules by `COPYDESK_UPDATE=1 cargo test --test specs`; do not edit.
//! Shows the files of the rules to rustfmt, which does not look into macros. Nothing here is compiled.

#[path = "actor_mismatch.rs"]
mod actor_mismatch;
#[path = "alleged_label.rs"]
mod alleged_label;
#[path = "altered_quote.rs"]
mod altered_quote;
#[path = "ambiguous_pronoun.rs"]
mod ambiguous_pronoun;
#[path = "anonymity_unexplained.rs"]
mod anonymity_unexplained;
#[path = "caption_in_body.rs"]
mod caption_in_body;
#[path = "double_attribution.rs"]
mod double_attribution;
#[path = "doubled_word.rs"]
mod doubled_word;
#[path = "embargo_live.rs"]
mod embargo_live;
#[path = "house_term.rs"]
mod house_term;
#[path = "impossible_date.rs"]
mod impossible_date;
#[path = "late_attribution.rs"]
mod late_attribution;
#[path = "loaded_attribution_verb.rs"]
mod loaded_attribution_verb;
#[path = "long_lead.rs"]
mod long_lead;
#[path = "missing_field.rs"]
mod missing_field;
#[path = "mixed_quote_marks.rs"]
mod mixed_quote_marks;
#[path = "name_variant.rs"]
mod name_variant;
#[path = "nested_quote_marks.rs"]
mod nested_quote_marks;
#[path = "placeholder_left.rs"]
mod placeholder_left;
#[path = "quote_mismatch.rs"]
mod quote_mismatch;
#[path = "redundant_day.rs"]
mod redundant_day;
#[path = "relative_day.rs"]
mod relative_day;
#[path = "repeated_quote.rs"]
mod repeated_quote;
#[path = "running_quote_marks.rs"]
mod running_quote_marks;
#[path = "speaker_switch.rs"]
mod speaker_switch;
#[path = "stale_future.rs"]
mod stale_future;
#[path = "sum_mismatch.rs"]
mod sum_mismatch;
#[path = "suppression_without_reason.rs"]
mod suppression_without_reason;
#[path = "surname_before_full_name.rs"]
mod surname_before_full_name;
#[path = "title_conflict.rs"]
mod title_conflict;
#[path = "unattributed_quote.rs"]
mod unattributed_quote;
#[path = "unclosed_quote.rs"]
mod unclosed_quote;
#[path = "unidentified_source.rs"]
mod unidentified_source;
#[path = "unknown_suppression.rs"]
mod unknown_suppression;
#[path = "unused_suppression.rs"]
mod unused_suppression;
#[path = "weekday_mismatch.rs"]
mod weekday_mismatch;
