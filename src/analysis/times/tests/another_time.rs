//! Days of what a story tells of another time: what was said, written or done then is not counted from the draft's date.

use super::check;

#[test]
fn the_friday_of_a_tale_has_no_day() {
    check(
        "He was sacked. On the Friday he was arrested.",
        "the Friday = XXXX-WXX-5",
    );
    check(
        "She left by the Sunday, the inquest was told.",
        "the Sunday = XXXX-WXX-7",
    );
    check("On the Monday night they fled.", "the Monday night = XXXX-WXX-1TNI");
    check("They met at the Friday session.", "the Friday = 2025-10-10");
    check("They met on Friday.", "Friday = 2025-10-10");
}

#[test]
fn what_was_said_in_another_year_is_not_of_this_week() {
    check(
        "“I saw him on Thursday,” Benn told the court in March 2023.",
        "Thursday = XXXX-WXX-4; March 2023 = 2023-03",
    );
    check(
        "“The mill closes tomorrow,” she wrote in 1987.",
        "tomorrow = ; 1987 = 1987",
    );
    check(
        "In a note of May 3, 2019, Lund said “the board met last week”.",
        "May 3, 2019 = 2019-05-03; last week = ",
    );
    check(
        "“I saw him on Thursday,” Benn told the court in October 2025.",
        "Thursday = 2025-10-09; October 2025 = 2025-10",
    );
    check(
        "She was born in 1987. “The mill closes tomorrow,” she said.",
        "1987 = 1987; tomorrow = 2025-10-16",
    );
    check(
        "In a diary entry for 3 September 1939 she wrote that she would go to Leeds tomorrow.",
        "3 September 1939 = 1939-09-03; tomorrow = ",
    );
    check(
        "The law of May 3, 2014, will be struck down tomorrow.",
        "May 3, 2014 = 2014-05-03; tomorrow = 2025-10-16",
    );
}

#[test]
fn a_month_beside_one_with_a_year_shares_it() {
    check(
        "He served from March to May 1944.",
        "March = 1944-03; May 1944 = 1944-05",
    );
    check(
        "It was shut between November and January 2019.",
        "November = 2018-11; January 2019 = 2019-01",
    );
    check(
        "It rained in June and July 1987.",
        "June = 1987-06; July 1987 = 1987-07",
    );
    check(
        "They met in June, and in May 2019 they parted.",
        "June = 2025-06; May 2019 = 2019-05",
    );
}

#[test]
fn a_month_told_after_an_old_year_is_left_open() {
    check(
        "He joined up in May 1944. He came home on leave in June.",
        "May 1944 = 1944-05; June = XXXX-06",
    );
    check(
        "He joined up in 1944. The vote is in June.",
        "1944 = 1944; June = 2026-06",
    );
}

#[test]
fn an_anniversary_is_the_day_so_long_ago() {
    check(
        "A decade ago today, the hall opened.",
        "A decade ago today = 2015-10-15",
    );
    check("It closed 25 years ago this week.", "25 years ago this week = 2000-W41");
    check(
        "Two months ago today, the ship sank.",
        "Two months ago today = 2025-08-15",
    );
    check(
        "It closed a year ago, and today it is a shop.",
        "a year ago = 2024; today = 2025-10-15",
    );
}

#[test]
fn names_that_begin_with_a_weekday_are_no_days() {
    check("The Sunday Ledger reported that he had left.", "");
    check("He is the host of Monday Night Quiz.", "");
    check(
        "Sheffield Wednesday were held on Saturday. Wednesday have lost six games.",
        "Saturday = 2025-10-11",
    );
    check("“Blue Monday is busier,” Arkle said.", "");
    check("The Monday meeting was short.", "The Monday = 2025-10-13");
}

#[test]
fn what_starts_at_an_hour_does_not_start_on_a_day_that_is_over() {
    check(
        "She was born on 29 February 1996. The race starts at 00:30.",
        "29 February 1996 = 1996-02-29; 00:30 = XXXX-XX-XXT00:30",
    );
    check(
        "The dam broke on May 3. At 10:30 p.m. all lights were out.",
        "May 3 = 2025-05-03; 10:30 p.m. = 2025-05-03T22:30",
    );
}

#[test]
fn words_beside_a_time_that_are_not_part_of_it() {
    check(
        "The hall closed in May. Last year it burned.",
        "May = 2025-05; Last year = 2024",
    );
    check(
        "It met at Christmas. Last year it did not.",
        "Christmas = 2024-12-25; Last year = 2024",
    );
    check("The strike would last three days.", "three days = P3D");
    check("It lasted the last three days.", "the last three days = P3D");
    check("They meet every second Tuesday.", "every second Tuesday = XXXX-WXX-2");
    check("It ticks every second.", "every second = PT1S");
    check("He was convicted this Monday.", "this Monday = 2025-10-13");
    check("He will be sentenced this Monday.", "this Monday = 2025-10-20");
}
