//! Flags a weekday and a date that do not belong together. It never decides which of the two is right.
//!
//! ## What it flags
//!
//! A weekday beside a date on which that weekday does not fall. Where the year is written, it is an error. Where it is
//! not, the year nearest to the draft's date is taken, and it is a warning; without a date of the draft nothing is said.
//!
//! ## Why it matters in a newsroom
//!
//! One of the two is wrong, and readers plan by it: they come on the wrong day, or miss a deadline. Both fixes are
//! offered, since only the notes can tell.
//!
//! ## Example
//!
//! > The court hears the case on Monday, 12 June 2031.
//!
//! ## Better
//!
//! > The court hears the case on Thursday, 12 June 2031.
//!
//! ## When it is wrong
//!
//! Dates before 1925 are left alone, since calendars differed, and so are a range of days of which one fits (“Tuesday,
//! June 3-5”), a date in figures that fits in one of its two orders, and a date far from the draft's that fits in a
//! neighbouring year. Inside quotation marks it is reported, and no fix is offered. The name of a paper before its date
//! (“Brandvik Sun, August 16”) is no weekday.

use crate::analysis::{CalendarFlag, CalendarFlagKind, Place};
use crate::rules::shared::narration::OwnWords;
use crate::rules::{Category, Context, Edit, Finding, Fix, Level, Rule};

/// The rule.
pub const RULE: Rule = Rule {
    code: "weekday-mismatch",
    summary: "a weekday beside a date on which it does not fall",
    category: Category::Time,
    level: Level::Error,
    is_on: true,
    since: "0.1.0",
    options: &[],
    file: include_str!("weekday_mismatch.rs"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut own_words = None;
    for flag in &context.facts.flags {
        if flag.kind == CalendarFlagKind::WeekdayMismatch {
            let own_words = own_words.get_or_insert_with(|| OwnWords::of(context));
            findings.push(finding(context, flag, own_words.are_quoted(context, flag.place)));
        }
    }
}

fn finding(context: &Context<'_>, flag: &CalendarFlag, is_quoted: bool) -> Finding {
    let mut message = format!("Weekday and date do not belong together: {}", flag.because);
    if flag.inferred {
        message.push_str(", in the year nearest to the draft's date");
    }
    let mut finding = Finding::at(context.source_span(flag.place), message);
    if flag.inferred {
        finding.level = Level::Warning;
    }
    if let Some((place, _)) = flag.weekday {
        finding = finding.related(context.source_span(place), "the weekday");
    }
    if let Some((place, _)) = flag.day {
        finding = finding.related(context.source_span(place), "the day");
    }
    if is_quoted {
        return finding.help("Look up what was said; the words of a quotation stay as they are.");
    }
    let weekday = flag
        .weekday
        .map(|(place, weekday)| change(context, place, like(context.text(place), weekday)));
    let day = flag.day.map(|(place, day)| change(context, place, day.to_string()));
    finding
        .help("Look up which of the two is right, and change the other.")
        .fixes(weekday.into_iter().chain(day))
}

fn change(context: &Context<'_>, place: Place, text: String) -> Fix {
    let title = format!("Change “{}” to “{text}”", context.text(place));
    Fix::suggest(title, [Edit::replace(context.source_span(place), text)])
}

/// A weekday in the form of another: in full, in three letters, in capitals. A stop behind it stays where it is.
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
    use crate::rules::testing::findings;

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
                .all(|finding| finding.level == Level::Error && finding.related.len() == 2)
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
    fn weekdays_keep_their_form() {
        assert_eq!(like("Mon", "Thursday"), "Thu");
        assert_eq!(like("MONDAY", "Thursday"), "THURSDAY");
        assert_eq!(like("Friday", "Monday"), "Monday");
    }
}
