//! Hard cases of time expressions, a sentence each. All drafts are dated Wednesday 15 October 2025 unless they say so.

use std::sync::Arc;

use jiff::civil::{Date, date};

use super::{find, resolve};
use crate::analysis::{AnchorSource, BlockFacts, CalendarFlagKind, DraftSettings};
use crate::language::{self, ShapeModel};
use crate::markup::{self, Format};

fn blocks_of(markup: &markup::Markup) -> Vec<Arc<BlockFacts>> {
    markup
        .blocks
        .iter()
        .map(|block| {
            let language = language::analyse(&block.text, &ShapeModel);
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
fn thousands_of_numbers_cost_little() {
    let text = "12 3-4 2025 10:30 31/12 1999 5 Mon 7, ".repeat(20_000);
    let started = std::time::Instant::now();
    let found = find(&text, &language::Language::default());
    assert!(started.elapsed().as_secs() < 20, "took {:?}", started.elapsed());
    assert!(!found.is_empty());
}
