//! Hard cases of time expressions, a sentence each. All drafts are dated Wednesday 15 October 2025 unless they say so.

use std::sync::Arc;

use jiff::civil::{Date, date};

use super::{find, resolve};
use crate::analysis::{AnchorSource, BlockFacts, CalendarFlagKind, DraftSettings};
use crate::language;
use crate::markup::{self, Format};

fn blocks_of(markup: &markup::Markup) -> Vec<Arc<BlockFacts>> {
    markup
        .blocks
        .iter()
        .map(|block| {
            let language = language::analyse(&block.text, language::embedded());
            Arc::new(BlockFacts {
                times: find(&block.text, &language),
                language,
                ..BlockFacts::default()
            })
        })
        .collect()
}

fn settings(reference_date: Option<Date>) -> DraftSettings {
    DraftSettings {
        reference_date,
        ..DraftSettings::default()
    }
}

/// The expressions of a draft as "text = value", joined by "; ".
fn read(text: &str, anchor: Option<Date>) -> String {
    let markup = markup::read(text, Format::Plain);
    let (times, _, _) = resolve(&markup, &blocks_of(&markup), &settings(anchor));
    let line = |time: &crate::analysis::Time| {
        let block = &markup.blocks[time.place.block];
        format!("{} = {}", time.place.span.of(&block.text), time.value)
    };
    times.iter().map(line).collect::<Vec<_>>().join("; ")
}

fn check(text: &str, expected: &str) {
    assert_eq!(read(text, Some(date(2025, 10, 15))), expected, "in {text:?}");
}

fn check_flags(text: &str, expected: &[(CalendarFlagKind, &str)]) {
    let markup = markup::read(text, Format::Plain);
    let (_, flags, _) = resolve(&markup, &blocks_of(&markup), &settings(Some(date(2025, 10, 15))));
    let found: Vec<_> = flags
        .iter()
        .map(|flag| (flag.kind, flag.place.span.of(&markup.blocks[flag.place.block].text)))
        .collect();
    assert_eq!(found, expected, "in {text:?}");
}

#[test]
fn a_bare_weekday_follows_the_verb() {
    check("The envoys met in Ostrava on Monday.", "Monday = 2025-10-13");
    check("The council voted on Wednesday.", "Wednesday = 2025-10-15");
    check("The envoys will meet in Ostrava on Monday.", "Monday = 2025-10-20");
    check("Ferries are due to resume on Friday.", "Friday = 2025-10-17");
    check("The call came ahead of Thursday’s vote.", "Thursday = 2025-10-16");
    check("On Friday the ministers will sign the pact.", "Friday = 2025-10-17");
    check("On Friday the ministers signed the pact.", "Friday = 2025-10-10");
    check(
        "Ambe said on Tuesday that talks would resume on Friday.",
        "Tuesday = 2025-10-14; Friday = 2025-10-17",
    );
    check("They studied Tuesday’s ruling.", "Tuesday = 2025-10-14");
    check("They may come as early as Tuesday.", "Tuesday = 2025-10-21");
    check("The last Friday was wet.", "The last Friday = 2025-10-10");
    check("Banks close next Monday.", "next Monday = 2025-10-20");
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
fn months_follow_the_verb_and_the_date() {
    check("Sales slumped in May.", "May = 2025-05");
    check("Sales slumped in December.", "December = 2024-12");
    check("The port will open in December.", "December = 2025-12");
    check(
        "It opened last June and closes next March.",
        "last June = 2025-06; next March = 2026-03",
    );
    assert_eq!(
        read("It closed in December.", Some(date(2026, 1, 9))),
        "December = 2025-12"
    );
    assert_eq!(
        read("It closed on Dec. 28.", Some(date(2026, 1, 9))),
        "Dec. 28 = 2025-12-28"
    );
}

#[test]
fn dates_in_all_news_forms() {
    check(
        "On Friday, July 21, 2017, it rained.",
        "Friday, July 21, 2017 = 2017-07-21",
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
fn years_decades_quarters_and_halves() {
    check("The 2025-26 season began.", "The 2025-26 = 2025");
    check(
        "Prices rose in fiscal 2026 and the 1990s.",
        "fiscal 2026 = 2026; the 1990s = 199",
    );
    check(
        "In the late ’80s and the nineties.",
        "the late ’80s = 198; the nineties = 199",
    );
    check(
        "Profit fell in the third quarter of 2024.",
        "the third quarter of 2024 = 2024-Q3",
    );
    check("Third-quarter profit fell.", "Third-quarter = 2025-Q3");
    check("Q3 2024 and H1 2025 were weak.", "Q3 2024 = 2024-Q3; H1 2025 = 2025-H1");
    check("In the 20th century.", "the 20th century = 19");
}

#[test]
fn durations_sets_and_what_looks_like_them() {
    check("It rained for the last two weeks.", "the last two weeks = P2W");
    check("It rained three days ago.", "three days ago = 2025-10-12");
    check(
        "A 10-hour debate over a three-year plan.",
        "10-hour = PT10H; three-year = P3Y",
    );
    check(
        "It meets every Tuesday and each year.",
        "every Tuesday = XXXX-WXX-2; each year = P1Y",
    );
    check(
        "They pay $5 a day for several months.",
        "a day = P1D; several months = PXM",
    );
}

#[test]
fn days_are_counted_from_what_was_told_last() {
    check(
        "The dam broke on May 3. A day earlier, engineers had left.",
        "May 3 = 2025-05-03; A day earlier = 2025-05-02",
    );
    check(
        "It broke on May 3. Crews came the same day.",
        "May 3 = 2025-05-03; the same day = 2025-05-03",
    );
    check("It happened yesterday.", "yesterday = 2025-10-14");
}

#[test]
fn weekends_weeks_and_relative_units() {
    check("They met at the weekend.", "the weekend = 2025-W41-WE");
    check("They will meet this weekend.", "this weekend = 2025-W42-WE");
    check(
        "It fell last week, last month and last year.",
        "last week = 2025-W41; last month = 2025-09; last year = 2024",
    );
}

#[test]
fn clock_times_join_their_day() {
    check(
        "It sank at 10:30 p.m. on Monday.",
        "10:30 p.m. on Monday = 2025-10-13T22:30",
    );
    check(
        "It sank at 10:35 a.m. (0735 GMT) Friday.",
        "10:35 a.m. (0735 GMT) Friday = 2025-10-10T10:35",
    );
    check("It sank on Monday morning.", "Monday morning = 2025-10-13TMO");
    check("The bell rang at 15:11 GMT.", "15:11 GMT = 2025-10-15T15:11");
    check("They won 3-2, the odds were 5:1.", "");
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
        let (times, flags, anchor) = resolve(&markup, &blocks_of(&markup), &settings(None));
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
    let (_, flags, _) = resolve(&markup, &blocks_of(&markup), &settings(Some(date(2026, 1, 5))));
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
        let (_, _, anchor) = resolve(&markup, &blocks_of(&markup), &settings);
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
fn what_is_planned_lies_ahead_and_what_was_planned_does_not() {
    check("The agency has scheduled a hearing Friday.", "Friday = 2025-10-17");
    check("The pact had been due to expire on Friday.", "Friday = 2025-10-10");
    check("They let the games begin as planned on Friday.", "Friday = 2025-10-10");
    check("On Monday the envoys agreed to meet again.", "Monday = 2025-10-13");
    check("They have decided to close the port in March.", "March = 2026-03");
    check(
        "They announced an agreement to buy the mill in January.",
        "January = 2026-01",
    );
    check(
        "The rules to be published in November set limits.",
        "November = 2025-11",
    );
    check("The record set on Aug. 6 stands.", "Aug. 6 = 2025-08-06");
    check(
        "Ostrava wants it back; Lund could not be reached Friday.",
        "Friday = 2025-10-10",
    );
    check("Neither of the mayors could be found Friday.", "Friday = 2025-10-10");
    check("Until Friday, they had not named a suspect.", "Friday = 2025-10-10");
    check("The shop stays open until Friday.", "Friday = 2025-10-17");
}

#[test]
fn days_beside_days() {
    check(
        "It rained the day before Christmas.",
        "the day before Christmas = 2024-12-24",
    );
    check("It snowed two days after May 3.", "two days after May 3 = 2025-05-05");
    check(
        "They met on Oct. 3, a Friday, and on the previous Thursday.",
        "Oct. 3 = 2025-10-03; Friday = 2025-10-10; the previous Thursday = 2025-10-09",
    );
    check("The case opens in the week of Nov. 3.", "the week of Nov. 3 = 2025-W45");
    check("They meet on Oct. 21 and 23.", "Oct. 21 = 2025-10-21; 23 = 2025-10-23");
    check("They drew Oct. 21 and 23 people came.", "Oct. 21 = 2025-10-21");
    check(
        "The vote lifted the March accord and a May truce.",
        "the March = 2025-03; May = 2025-05",
    );
}

#[test]
fn holidays_with_a_rule() {
    check(
        "They married on Thanksgiving Day 2024.",
        "Thanksgiving Day 2024 = 2024-11-28",
    );
    check("She came last Thanksgiving.", "last Thanksgiving = 2024-11-28");
    check("Shops will close on Good Friday.", "Good Friday = 2026-04-03");
    check("The park opened on Memorial Day.", "Memorial Day = 2025-05-26");
    check("They vote on Election Day 2028.", "Election Day 2028 = 2028-11-07");
    check("The Thanksgiving Parade and Easter eggs are gone.", "");
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
fn durations_with_halves_and_things_of_an_age() {
    check("It took 2 1/2 years.", "2 1/2 years = P2Y6M");
    check("It took a minute and a half.", "a minute and a half = PT1M30S");
    check(
        "An 8-month-old truce and a decades-old feud.",
        "8-month-old = P8M; decades-old = PXE",
    );
    check("An 8-month-old baby slept.", "");
    check("A week-long strike.", "A week-long = P1W");
    check("Prices fell in the weeks before the vote.", "the weeks = PXW");
    check("It will one day be a park.", "one day = FUTURE_REF");
}

#[test]
fn quarters_of_fiscal_and_other_years() {
    check(
        "Profit rose in the fiscal first quarter.",
        "the fiscal first quarter = 2025-Q1",
    );
    check(
        "Sales fell in the last half of 2024.",
        "the last half of 2024 = 2024-H2",
    );
    check(
        "Profit rose in the third quarter from a year earlier, and costs fell last year.",
        "the third quarter = 2025-Q3; a year earlier = 2024-Q3; last year = 2024",
    );
    check("It will be sold by year-end.", "year-end = 2025-12-31");
    check("The year-end results were weak.", "");
}

#[test]
fn clock_times_and_parts_belong_to_the_day_told() {
    check(
        "It broke on Friday. At 10:30 p.m. all lights were out.",
        "Friday = 2025-10-10; 10:30 p.m. = 2025-10-10T22:30",
    );
    check("He left at 4 in the morning.", "4 in the morning = 2025-10-15T04:00");
    check(
        "The ship came at mid-afternoon yesterday.",
        "mid-afternoon yesterday = 2025-10-14TAF",
    );
    check(
        "Trams run on Monday and Tuesday nights.",
        "Monday = XXXX-WXX-1TNI; Tuesday nights = XXXX-WXX-2TNI",
    );
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
        let (_, flags, _) = resolve(&markup, &blocks_of(&markup), &settings(Some(date(2025, 10, 15))));
        assert!(flags.is_empty(), "in {line:?}");
    }
    let table = "| Match | Day |\n|---|---|\n| Ostrava – Brno | Monday, 31 April 2025 |\n";
    let markup = markup::read(table, Format::Markdown);
    let (_, flags, _) = resolve(&markup, &blocks_of(&markup), &settings(Some(date(2025, 10, 15))));
    assert!(flags.is_empty());
}
