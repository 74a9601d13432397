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
    check("The Tuesday Club met in the hall.", "");
}

#[test]
fn a_day_in_quoted_words_counts_from_the_day_they_were_said() {
    check(
        "“We vote tomorrow,” Lund said Tuesday.",
        "tomorrow = ; Tuesday = 2025-10-14",
    );
    check("“We vote tomorrow,” Lund said.", "tomorrow = 2025-10-16");
    check(
        "“We vote tomorrow,” Lund said Wednesday.",
        "tomorrow = 2025-10-16; Wednesday = 2025-10-15",
    );
}

#[test]
fn the_weekday_before_counts_from_what_was_mentioned() {
    check(
        "The crash came on Sept. 9, 2025. The brakes had been checked the Friday before.",
        "Sept. 9, 2025 = 2025-09-09; the Friday before = 2025-09-05",
    );
    check(
        "The vote is the Friday before Christmas.",
        "the Friday = XXXX-WXX-5; Christmas = 2025-12-25",
    );
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

#[test]
fn counts_numbers_and_addresses_have_no_years() {
    for text in [
        "The yard built 1987 boats and sold 2014 oars.",
        "1996 men signed up.",
        "She lives at 2011 Harbor Street.",
        "He was inmate No. 1976, and the bill is S.B. 2019.",
        "See pp. 1940-1945 and p. 1999.",
        "Of 2,500 members, 1950 voted.",
    ] {
        check(text, "");
    }
    check("The yard built ships in 1987.", "1987 = 1987");
    check("The yard reported 2014 losses.", "2014 = 2014");
    check(
        "The 1996 floods came after the 1990 vote.",
        "The 1996 = 1996; the 1990 = 1990",
    );
    check("Pupils were born in 1984.", "1984 = 1984");
    check("The 2027-28 school year is short.", "The 2027-28 school year = 2027");
}

#[test]
fn a_zone_may_have_no_time_behind_it() {
    check(
        "The match begins at 8:15 p.m. Pacific on Friday.",
        "8:15 p.m. Pacific on Friday = 2025-10-17T20:15",
    );
    check("They met at 6 p.m. Central Park is shut.", "6 p.m. = 2025-10-15T18:00");
}

#[test]
fn set_phrases_and_lengths_with_weekdays() {
    check("They came in our Sunday best.", "");
    check("She will be back some Friday.", "Friday = XXXX-WXX-5");
    check(
        "The vote is a fortnight on Tuesday.",
        "a fortnight on Tuesday = 2025-11-04",
    );
}
