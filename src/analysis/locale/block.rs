//! What in a block is written in the American or the British way. It decides nothing for the draft, and a capitalized word tells
//! it nothing, since names keep their spelling: "Pearl Harbor", "the Labour Party".

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::analysis::locale::types::{Locale, LocaleHints};
use crate::analysis::times::LocalTime;
use crate::language::calendar::{self, CalendarName};
use crate::language::{Language, View};
use crate::text::table;

/// What of a block's words and dates is in one of the two ways. Linear.
#[must_use]
pub fn of_block(text: &str, language: &Language, times: &[LocalTime]) -> LocaleHints {
    let view = View::new(text, language);
    let words = (0..view.len()).filter_map(|at| SPELLINGS.get(view.form(at)).copied());
    let dates = times.iter().filter_map(|time| order_of(time.span.of(text)));
    let mut hints = LocaleHints::default();
    for locale in words.chain(dates) {
        match locale {
            Locale::American => hints.american += 1,
            Locale::British => hints.british += 1,
        }
    }
    hints
}

/// "June 12, 2031" is American, "12 June 2031" and "12th June" are British; a month without a day, and a date in figures, is neither.
fn order_of(date: &str) -> Option<Locale> {
    let words: Vec<&str> = date
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let month = words
        .iter()
        .position(|word| calendar::named(word).is_some_and(|word| matches!(word.names, CalendarName::Month(_))))?;
    let is_day = |at: Option<usize>| {
        at.and_then(|at| words.get(at))
            .is_some_and(|word| is_day_of_month(word))
    };
    match (is_day(month.checked_sub(1)), is_day(Some(month + 1))) {
        (false, true) => Some(Locale::American),
        (true, false) => Some(Locale::British),
        _ => None,
    }
}

/// "9", "12th"; not "2031".
fn is_day_of_month(word: &str) -> bool {
    let figures = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    matches!(figures.parse(), Ok(1..=31)) && word.len() - figures.len() <= "th".len()
}

const TABLE: &str = include_str!("../../text/data/spellings.tsv");

static SPELLINGS: LazyLock<FxHashMap<&'static str, Locale>> = LazyLock::new(|| {
    table::rows(TABLE)
        .flat_map(|[british, american]| [(british, Locale::British), (american, Locale::American)])
        .filter(|(word, _)| *word != "-")
        .collect()
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::times;
    use crate::language::{analyse, embedded};

    fn hints(text: &str) -> (usize, usize) {
        let language = analyse(text, embedded());
        let times = times::of_block(text, &language);
        let LocaleHints { american, british } = of_block(text, &language, &times);
        (american, british)
    }

    #[test]
    fn spellings_and_the_order_of_dates_are_counted() {
        assert_eq!(hints("The color of the center pleased neighbors."), (3, 0));
        assert_eq!(hints("The colour of the centre pleased neighbours."), (0, 3));
        assert_eq!(hints("They met on Thursday, June 12, 2031, and on July 3."), (2, 0));
        assert_eq!(hints("They met on Thursday, 12 June 2031, and on 3rd July."), (0, 2));
    }

    #[test]
    fn names_and_dates_in_figures_tell_nothing() {
        assert_eq!(hints("The Labour Party met at Pearl Harbor in June 2031."), (0, 0));
        assert_eq!(hints("They met on 2031-06-12 and in May."), (0, 0));
    }

    #[test]
    fn no_word_is_spelled_in_both_ways() {
        assert_eq!(table::malformed::<2>(TABLE).next(), None);
        let words = table::rows(TABLE)
            .flat_map(|row: [&str; 2]| row)
            .filter(|word| *word != "-");
        assert_eq!(words.count(), SPELLINGS.len());
    }
}
