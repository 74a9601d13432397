//! Flags a weekday and a date that do not match. It never decides which of the two is right.
//!
//! ## What it flags
//!
//! A weekday with a date that falls on a different weekday. If the year is written, it is an error. If not, the year
//! nearest the draft's date is used, and it is a warning; if the draft has no date, nothing is flagged. In a list
//! (“Saturday and Sunday, June 14 and 15”), each weekday is held against its own day.
//!
//! ## Why it matters in a newsroom
//!
//! One of the two is wrong, and readers plan by it: they come on the wrong day or miss a deadline. Both fixes are
//! offered, since only the notes can tell which is right.
//!
//! ## Example
//!
//! > The court hears the case on Monday, June 12, 2031.
//!
//! ## Better
//!
//! > The court hears the case on Thursday, June 12, 2031.
//!
//! ## When it is wrong
//!
//! Dates before 1925 are left alone, since calendars differed, and so are a range with a day that fits (“Tuesday, June
//! 3-5”), a date in figures that fits in one of its two orders, and a date far from the draft's that fits in the year
//! before or after. Weekdays of a list that has more or fewer days (“Friday and Saturday, June 13 to 29”) are left alone
//! too. Inside quotation marks it is flagged, but no fix is offered. The name of a newspaper before its
//! date (“Brandvik Sun, August 16”) is not a weekday.

use jiff::civil::Weekday;

use crate::analysis::{CalendarFlag, CalendarFlagKind, Place};
use crate::language::calendar;
use crate::rules::shared::narration::OwnWords;
use crate::rules::{Category, Context, Edit, Finding, Fix, Level, Rule, Scope};

/// The rule.
pub const RULE: Rule = Rule {
    code: "weekday-mismatch",
    name: "wrong weekday",
    summary: "a weekday and a date that do not match",
    category: Category::Time,
    level: Level::Error,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Block,
    options: &[],
    file: include_str!("weekday_mismatch.rs"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut own_words = None;
    for flag in context.flags() {
        if flag.kind == CalendarFlagKind::WeekdayMismatch {
            let own_words = own_words.get_or_insert_with(|| OwnWords::of(context));
            findings.push(finding(context, flag, own_words.are_quoted(context, flag.place)));
        }
    }
}

fn finding(context: &Context<'_>, flag: &CalendarFlag, is_quoted: bool) -> Finding {
    let mut finding = Finding::at(context.source_span(flag.place), message(context, flag));
    if flag.inferred {
        finding.level = Level::Warning;
    }
    if is_quoted {
        return finding.help("Check what was said; leave the words of a quotation as they are.");
    }
    let weekday = flag
        .weekday
        .map(|(place, weekday)| change(context, place, like(context.text(place), weekday)));
    let day = flag.day.map(|(place, day)| change(context, place, day.to_string()));
    finding
        .help("Check which of the two is right, and change the other.")
        .fixes(weekday.into_iter().chain(day))
}

/// “June 12, 2024, was a Wednesday, not a Saturday”, with the date as the draft writes it.
fn message(context: &Context<'_>, flag: &CalendarFlag) -> String {
    let claimed = flag
        .weekday
        .map(|(place, weekday)| (place, context.text(place), weekday));
    let Some((place, claimed, weekday)) = claimed else {
        return format!("Weekday and date do not match: {}", flag.because);
    };
    let written = context.text(flag.place).replacen(claimed, "", 1);
    let written = written.trim_matches(|letter: char| !letter.is_alphanumeric());
    let written = written.strip_prefix("the ").unwrap_or(written);
    let written = written.strip_suffix(", a").unwrap_or(written);
    // In a list of weekdays the date is further on.
    if written.is_empty() || written.contains(['-', '–']) {
        return format!("Weekday and date do not match: {}", flag.because);
    }
    let claimed = in_full(claimed);
    let time = context.times().iter().find(|time| time.place.covers(place));
    let day = time.and_then(|time| time.days).map(|(day, _)| day);
    let anchor = context.facts.anchor.as_ref().map(|anchor| anchor.date);
    let verb = if day.zip(anchor).is_some_and(|(day, anchor)| day < anchor) {
        "was"
    } else {
        "is"
    };
    match day.filter(|_| flag.inferred) {
        Some(day) => format!("{written} {verb} a {weekday} in {}, not a {claimed}", day.year()),
        // A year between commas: “June 12, 2024, was …”.
        None if written.contains(',') => format!("{written}, {verb} a {weekday}, not a {claimed}"),
        None => format!("{written} {verb} a {weekday}, not a {claimed}"),
    }
}

/// The full name of a weekday: “Mon” is Monday.
fn in_full(written: &str) -> &str {
    let begins = written.to_lowercase();
    let begins = begins.get(..3).unwrap_or(&begins);
    (Weekday::Monday.cycle_forward().take(7))
        .map(calendar::weekday_name)
        .find(|weekday| weekday.to_lowercase().starts_with(begins))
        .unwrap_or(written)
}

fn change(context: &Context<'_>, place: Place, text: String) -> Fix {
    let title = format!("Change “{}” to “{text}”", context.text(place));
    Fix::suggest(title, [Edit::replace(context.source_span(place), text)])
}

/// A weekday in the form of another: in full, in three letters, in capitals. A period after it stays where it is.
fn like(written: &str, weekday: &str) -> String {
    let short = written.chars().count() < "Monday".len();
    let form: String = if short {
        weekday.chars().take(3).collect()
    } else {
        weekday.to_owned()
    };
    if written.chars().all(char::is_uppercase) {
        form.to_uppercase()
    } else {
        form
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{alone, findings};

    #[test]
    fn both_fixes_are_offered() {
        let found = findings("The court in Brandvik hears the case on Monday, 12 June 2031.");
        let titles: Vec<_> = found
            .iter()
            .flat_map(|finding| &finding.fixes)
            .map(|fix| fix.title.as_str())
            .collect();
        assert_eq!(titles, ["Change “Monday” to “Thursday”", "Change “12” to “9”"]);
        assert!(
            found
                .iter()
                .all(|finding| finding.level == Level::Error && finding.related.is_empty())
        );
    }

    #[test]
    fn a_year_that_is_not_written_makes_it_a_warning() {
        let found = findings("BRANDVIK, June 5, 2031 (NPA) - The court hears the case on Monday, June 12.");
        assert_eq!(
            found.iter().map(|finding| finding.level).collect::<Vec<_>>(),
            [Level::Warning]
        );
    }

    #[test]
    fn the_message_has_the_date_as_it_is_written() {
        for (text, message) in [
            (
                "The court in Brandvik hears the case on Monday, 12 June 2031.",
                "12 June 2031 is a Thursday, not a Monday",
            ),
            (
                "The court in Brandvik hears the case on Mon., June 12, 2031.",
                "June 12, 2031, is a Thursday, not a Monday",
            ),
            (
                "BRANDVIK, June 16, 2031 (NPA) - The court of Norland heard the case on Monday, June 12.",
                "June 12 was a Thursday in 2031, not a Monday",
            ),
        ] {
            assert_eq!(alone(&RULE).messages(text), [message]);
        }
    }

    #[test]
    fn weekdays_keep_their_form() {
        assert_eq!(like("Mon", "Thursday"), "Thu");
        assert_eq!(like("MONDAY", "Thursday"), "THURSDAY");
        assert_eq!(like("Friday", "Monday"), "Monday");
    }
}
