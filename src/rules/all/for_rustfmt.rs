// Made from the list of rules by `COPYDESK_UPDATE=1 cargo test --test specs`; do not edit.
//! Shows the files of the rules to rustfmt, which does not look into macros. Nothing here is compiled.

#[path = "actor_mismatch.rs"]
mod actor_mismatch;
#[path = "altered_quote.rs"]
mod altered_quote;
#[path = "ambiguous_pronoun.rs"]
mod ambiguous_pronoun;
#[path = "caption_in_body.rs"]
mod caption_in_body;
#[path = "doubled_word.rs"]
mod doubled_word;
#[path = "impossible_date.rs"]
mod impossible_date;
#[path = "long_lead.rs"]
mod long_lead;
#[path = "name_variant.rs"]
mod name_variant;
#[path = "redundant_day.rs"]
mod redundant_day;
#[path = "relative_day.rs"]
mod relative_day;
#[path = "stale_future.rs"]
mod stale_future;
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
#[path = "unknown_suppression.rs"]
mod unknown_suppression;
#[path = "unused_suppression.rs"]
mod unused_suppression;
#[path = "weekday_mismatch.rs"]
mod weekday_mismatch;
