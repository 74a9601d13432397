//! Days, and the clock times on them.

use super::check;

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
    check("Ferries to run again on Thursday", "Thursday = 2025-10-16");
    check("Norland to close its last mine in March", "March = 2026-03");
    check("Mayor met Lund to sign pact on Monday", "Monday = 2025-10-13");
    check("The last Friday was wet.", "The last Friday = 2025-10-10");
    check("Banks close next Monday.", "next Monday = 2025-10-20");
}

#[test]
fn days_are_counted_from_what_was_mentioned_last() {
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
fn what_is_planned_lies_ahead_and_what_was_planned_does_not() {
    check("The agency has scheduled a hearing Friday.", "Friday = 2025-10-17");
    check("The pact had been due to expire on Friday.", "Friday = 2025-10-10");
    check("They let the games begin as planned on Friday.", "Friday = 2025-10-10");
    check("On Monday the envoys agreed to meet again.", "Monday = 2025-10-13");
    check("They have decided to close the port in March.", "March = 2026-03");
    check("They decided to close the port in March.", "March = 2026-03");
    check("The envoys agreed to meet on Friday.", "Friday = 2025-10-17");
    check(
        "The envoys have agreed to sign the pact on Friday.",
        "Friday = 2025-10-17",
    );
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
        "Oct. 3, a Friday = 2025-10-03; the previous Thursday = 2025-10-02",
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
fn clock_times_join_their_day() {
    check(
        "It sank at 10:30 p.m. on Monday.",
        "10:30 p.m. on Monday = 2025-10-13T22:30",
    );
    check(
        "It sank at 9:20 a.m. (0620 GMT) Friday.",
        "9:20 a.m. (0620 GMT) Friday = 2025-10-10T09:20",
    );
    check("It sank on Monday morning.", "Monday morning = 2025-10-13TMO");
    check("The bell rang at 16:20 GMT.", "16:20 GMT = 2025-10-15T16:20");
    check("They won 3-2, the odds were 5:1.", "");
}

#[test]
fn clock_times_and_parts_belong_to_the_day_mentioned() {
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
fn a_verb_looks_ahead_only_where_its_time_is_beside_it() {
    check("The dividend is payable Oct. 31.", "Oct. 31 = 2025-10-31");
    check("The vote is on Friday.", "Friday = 2025-10-17");
    check("The rules to be published Friday set limits.", "Friday = 2025-10-17");
    check(
        "They completed an offer for the mill by the Monday deadline.",
        "the Monday = 2025-10-13",
    );
    check(
        "He let it begin as originally planned on Friday.",
        "Friday = 2025-10-10",
    );
}

#[test]
fn nothing_mentioned_before_gives_no_day_for_what_came_later() {
    check("Two days later the dam broke.", "Two days later = ");
    check("The following week it was closed.", "The following week = ");
    check(
        "The dam broke on Oct. 3. Two days later it was mended.",
        "Oct. 3 = 2025-10-03; Two days later = 2025-10-05",
    );
    check("A few days later it was mended.", "A few days later = PXD");
}

#[test]
fn a_weekday_with_two_words_before_it_and_a_date_after_it_is_one_time() {
    check(
        "The fair is this coming Sunday, Oct. 19, in Ostrava.",
        "this coming Sunday, Oct. 19 = 2025-10-19",
    );
    check("It rained this past Sunday.", "this past Sunday = 2025-10-12");
    check(
        "The bell rang at 0300 local time (0100 GMT) on Tuesday.",
        "0300 local time (0100 GMT) on Tuesday = 2025-10-14T03:00",
    );
    check(
        "They left at six o’clock on Tuesday.",
        "six o’clock on Tuesday = 2025-10-14T06:00",
    );
}

#[test]
fn the_present_tense_right_before_a_day_looks_ahead_in_prose() {
    check("Holub speaks Friday.", "Friday = 2025-10-17");
    check("Holub testifies again on Monday.", "Monday = 2025-10-20");
    check("Mayor quits Friday", "Friday = 2025-10-10");
    check("Holub says Friday was the day.", "Friday = 2025-10-10");
}

#[test]
fn the_end_of_a_range_comes_after_its_beginning() {
    check(
        "The strike lasted from Friday to Monday.",
        "Friday = 2025-10-10; Monday = 2025-10-13",
    );
    check(
        "It rained from Saturday through Thursday.",
        "Saturday = 2025-10-11; Thursday = 2025-10-16",
    );
    check(
        "They will meet from Thursday to Tuesday.",
        "Thursday = 2025-10-16; Tuesday = 2025-10-21",
    );
}

#[test]
fn the_last_of_something_is_not_the_one_before_this_one() {
    check(
        "The park opens on the first Monday in May and closes on the last Sunday of October.",
        "the first Monday in May = 2026-05-04; the last Sunday of October = 2025-10-26",
    );
    check("They meet on the second Tuesday of the month.", "the month = 2025-10");
    check("It rained on the last day of the fair.", "");
    check("It rained in the last week of May.", "May = 2025-05");
    check("They left the week before the vote.", "");
    check(
        "The bell rang at 11 p.m. last night.",
        "11 p.m. last night = 2025-10-14T23:00",
    );
}
