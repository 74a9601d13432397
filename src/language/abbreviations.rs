//! Abbreviations and other word lists of the tokenizer, read from tables. It never decides where a sentence ends.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text::table::rows;

/// How an abbreviation behaves before the next word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Comes before a name ("Mr.") and never ends a sentence.
    Title,
    /// An abbreviation only before a figure ("No. 5").
    Number,
    /// Months and weekdays.
    Month,
    /// A state that is also a word: an abbreviation only after a comma.
    State,
    /// Companies, places and all others that may end a sentence.
    Other,
}

static TABLE: LazyLock<HashMap<&'static str, Abbreviation>> = LazyLock::new(|| {
    rows(include_str!("data/abbreviations.tsv"))
        .map(|[form, class]| {
            let class = match class {
                "title" => Abbreviation::Title,
                "number" => Abbreviation::Number,
                "month" => Abbreviation::Month,
                "state" => Abbreviation::State,
                _ => Abbreviation::Other,
            };
            (form, class)
        })
        .collect()
});

/// The class of `form` (without its point), in lower, title or upper case.
pub(super) fn of(form: &str) -> Option<Abbreviation> {
    if let Some(found) = TABLE.get(form) {
        return Some(*found);
    }
    let is_upper = form.len() > 1 && form.bytes().all(|letter| letter.is_ascii_uppercase());
    if !is_upper {
        return None;
    }
    // Headlines in capitals: "SEN. OVALE".
    let mut title = form.to_ascii_lowercase();
    if let Some(first) = title.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    TABLE.get(title.as_str()).copied()
}
