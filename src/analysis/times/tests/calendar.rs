//! Dates, the calendar, and what only looks like a time.

use jiff::civil::date;

use super::{blocks_of, check, check_flags, settings};
use crate::analysis::locale::Locale;
use crate::analysis::times::of_draft;
use crate::analysis::{AnchorSource, CalendarFlagKind, DraftSettings};
use crate::markup::{self, Format};

#[test]
fn dates_in_all_news_forms() {
    check(
        "On Friday, June 9, 2017, it rained.",
        "Friday, June 9, 2017 = 2017-06-09",
    );
    check(
        "On 3 May 2024 and on the 4th of June 2024.",
        "3 May 2024 = 2024-05-03; the 4th of June 2024 = 2024-06-04",
    );
    check("It ran from June 3-5, 2024.", "June 3-5, 2024 = 2024-06-03/2024-06-05");
    check(
        "It ran 25–26 October 2024.",
        "25–26 October 2024 = 2024-10-25/2024-10-26",
    );
    check(
        "Filed 2025-10-13, due 10/31/2025.",
        "2025-10-13 = 2025-10-13; 10/31/2025 = 2025-10-31",
    );
    check(
        "In Sept. 2024 and in Sept it rose.",
        "Sept. 2024 = 2024-09; Sept = 2025-09",
    );
    check("He retired on New Year’s Day 2024.", "New Year’s Day 2024 = 2024-01-01");
}

#[test]
fn without_a_date_no_day_is_claimed() {
    for text in [
        "They met on Monday.",
        "They met yesterday.",
        "They met last week.",
        "They met on May 3.",
    ] {
        let markup = markup::read(text, Format::Plain);
        let (times, flags, anchor) = of_draft(&markup, &blocks_of(&markup), &settings(None), Locale::default());
        assert_eq!(anchor, None);
        assert!(flags.is_empty());
        assert_eq!(times.len(), 1, "in {text:?}");
        assert_eq!(times[0].days, None, "in {text:?}");
    }
}

#[test]
fn weekdays_and_days_that_contradict_the_calendar() {
    use CalendarFlagKind::{ImpossibleDate, WeekdayMismatch};
    check_flags(
        "On Monday, 12 June 2025, it rained.",
        &[(WeekdayMismatch, "Monday, 12 June 2025")],
    );
    check_flags("On Thursday, 12 June 2025, it rained.", &[]);
    check_flags(
        "It closes on Tuesday, Oct. 17.",
        &[(WeekdayMismatch, "Tuesday, Oct. 17")],
    );
    check_flags("It opened on Tuesday, June 3-5.", &[]);
    check_flags("It opened on 31 September.", &[(ImpossibleDate, "31 September")]);
    check_flags(
        "Born on February 29, 2024; died on February 29, 2025.",
        &[(ImpossibleDate, "February 29, 2025")],
    );
    check_flags("The Brandon Sun, August 16, 2008, has the story.", &[]);
    check_flags(
        "It opened on Monday, June 3-5, 2025.",
        &[(WeekdayMismatch, "Monday, June 3-5, 2025")],
    );
    check_flags("It opened on Thursday, June 3-5, 2025.", &[]);
    check_flags("It opened on Thursday, 03/04/2025, and on Tuesday, 03/04/2025.", &[]);
    check_flags(
        "It opened on Friday, 03/04/2025.",
        &[(WeekdayMismatch, "Friday, 03/04/2025")],
    );
    check_flags("It sank at 25:10 GMT.", &[(ImpossibleDate, "25:10 GMT")]);
    check_flags("It sank at 8:75 p.m. on Monday.", &[(ImpossibleDate, "8:75 p.m.")]);
    check_flags("The mayor resigned on Tuesday. The Nov. 30 vote stands.", &[]);
    check_flags("Stocks in July 96 June 96 July 95 rose.", &[]);
    check_flags("They won 25:10, at odds of 31:60.", &[]);
    check_flags("In Petrograd it was Tuesday, Oct. 25, 1917.", &[]);
}

#[test]
fn a_december_story_read_in_january_is_no_mismatch() {
    let text = "They met on Sunday, December 28.";
    let markup = markup::read(text, Format::Plain);
    let (_, flags, _) = of_draft(
        &markup,
        &blocks_of(&markup),
        &settings(Some(date(2026, 1, 5))),
        Locale::default(),
    );
    assert!(flags.is_empty());
}

#[test]
fn the_date_of_a_draft_comes_from_the_best_place() {
    let source = |text: &str, file_name: Option<&str>| {
        let markup = markup::read(text, Format::Plain);
        let settings = DraftSettings {
            file_name: file_name.map(str::to_owned),
            ..DraftSettings::default()
        };
        let (_, _, anchor) = of_draft(&markup, &blocks_of(&markup), &settings, Locale::default());
        anchor.map(|anchor| (anchor.date, anchor.source))
    };
    assert_eq!(
        source("Ferry sinks\n\nMonday, October 13, 2025\n\nA ferry sank.", None),
        Some((date(2025, 10, 13), AnchorSource::Dateline))
    );
    assert_eq!(
        source(
            "The minister speaks in the old hall by the river in Ostrava, Oct. 13, 2025. She met envoys.",
            None
        ),
        Some((date(2025, 10, 13), AnchorSource::Text))
    );
    assert_eq!(
        source("A ferry sank on Monday.", Some("2025-10-13-ferry.md")),
        Some((date(2025, 10, 13), AnchorSource::FileName))
    );
    assert_eq!(source("A ferry sank on Monday.", Some("ferry.md")), None);
}

#[test]
fn tables_numbers_and_results_give_no_flags() {
    for line in [
        "12 3-4 2025 10:30 31/12 1999 5 Mon 7, ",
        "Sat 31 Apr 6-4 6-3 7-6, ",
        "25:10 9:75 31 Apr 2025 ",
        "+1 (555) 010-2030, ISBN 978-3-16-148410-0, 30.02.2025, ",
        "1. FC Ostrava 3 2 1 0 7:2 31.11.2025 ",
    ] {
        let text = line.repeat(2_000);
        let markup = markup::read(&text, Format::Plain);
        let (_, flags, _) = of_draft(
            &markup,
            &blocks_of(&markup),
            &settings(Some(date(2025, 10, 15))),
            Locale::default(),
        );
        assert!(flags.is_empty(), "in {line:?}");
    }
    let table = "| Match | Day |\n|---|---|\n| Ostrava – Brno | Monday, 31 April 2025 |\n";
    let markup = markup::read(table, Format::Markdown);
    let (_, flags, _) = of_draft(
        &markup,
        &blocks_of(&markup),
        &settings(Some(date(2025, 10, 15))),
        Locale::default(),
    );
    assert!(flags.is_empty());
}

#[test]
fn names_that_look_like_times_stay_out() {
    check(
        "Peter Maas, Brandon Sun, August 16, 2008.",
        "August 16, 2008 = 2008-08-16",
    );
    check("Shops opened early for Black Friday, the Sunday Times reported.", "");
    check("Theresa May said the march would go on. March on, May told them.", "");
    check(
        "April Ndiaye and June Lowe finished second after the fall of the wall.",
        "",
    );
    check("About 2000 soldiers and 1,500 police stayed.", "");
    check("A 44-year-old man and a boy 6 years old left.", "");
    check("The shop is open 24/7 and sold 1,989 lamps at $1990.", "");
}

#[test]
fn names_and_idioms_with_time_words_stay_out() {
    check("She spoke on “60 Minutes” and on “This Week” with Lund.", "");
    check("He comes every now and again.", "");
    check("It matters to today’s youth.", "");
    check("This 6-year-old boy left.", "");
    check("The year 2000 came.", "The year 2000 = 2000");
}

#[test]
fn words_that_open_a_speech_or_lean_on_another_time_are_no_times() {
    check("Now, the weather.", "");
    check("They now live in Ostrava.", "now = PRESENT_REF");
    check("They met often, most recently in May.", "May = 2025-05");
}
