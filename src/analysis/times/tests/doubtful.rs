//! Weekdays that are no day of this week, and numbers that are no years.

use super::check;

#[test]
fn a_weekday_counted_from_a_length_is_that_day_or_none() {
    check("It will meet a week on Friday.", "a week on Friday = 2025-10-24");
    check("It will vote Monday week.", "Monday week = 2025-10-27");
    check(
        "The vote is four days from Sunday.",
        "four days from Sunday = 2025-10-23",
    );
    check("He left two weeks ago Tuesday.", "two weeks ago Tuesday = XXXX-WXX-2");
}

#[test]
fn some_weekday_is_no_day_of_this_week() {
    check("And one Saturday night, she sang.", "Saturday night = XXXX-WXX-6TNI");
    check("On a rainy June Thursday they met.", "Thursday = XXXX-WXX-4");
    check("It has holes six ways to Sunday.", "");
    check("Orbel was a Sunday painter.", "");
    check("He gave a speech Thursday.", "Thursday = 2025-10-09");
    check("They held a Friday meeting.", "Friday = 2025-10-10");
}

#[test]
fn a_weekday_may_be_a_surname() {
    check("Neil Friday ran for office.", "");
    check("Pressed on it, Friday said no.", "");
    check("The council met Friday.", "Friday = 2025-10-10");
    check(
        "He backed the Democrat Neil Friday. Friday won a seat. The council met on Friday.",
        "Friday = 2025-10-10",
    );
}

#[test]
fn numbered_things_have_no_years() {
    check(
        "He slept in Room 2031, took flight 1999 and read page 1998. In 2031 words he said so.",
        "",
    );
    check("He sat with Ada and Jan. He left.", "");
    check(
        "It began at 1900 hours on Tuesday.",
        "1900 hours on Tuesday = 2025-10-14T19:00",
    );
    check("It is dated 19-Nov-24.", "19-Nov-24 = 2024-11-19");
}

#[test]
fn the_day_of_the_issue_is_not_over() {
    check("For Thursday A1\n\nThe council met.", "Thursday = 2025-10-16");
}
