//! Lists of weekdays beside lists of days.

use super::{check, check_flags};
use crate::analysis::CalendarFlagKind::WeekdayMismatch;

#[test]
fn each_weekday_of_a_list_has_its_own_day() {
    check(
        "The choir sings Saturday and Sunday, Oct. 18 and 19, in Ostrava.",
        "Saturday = 2025-10-18; Sunday = 2025-10-19; Oct. 18 = 2025-10-18; 19 = 2025-10-19",
    );
    check(
        "It sits on Friday or Saturday (Oct. 31 or Nov. 1).",
        "Friday = 2025-10-31; Saturday = 2025-11-01; Oct. 31 = 2025-10-31; Nov. 1 = 2025-11-01",
    );
    check(
        "It runs Monday through Friday, 3 to 7 November.",
        "Monday = 2025-11-03; Friday = 2025-11-07; 3 to 7 November = 2025-11-03/2025-11-07",
    );
    check(
        "Stalls open Tuesday, Thursday and Saturday, Oct. 28 through Nov. 1, 2025.",
        "Tuesday = 2025-10-28; Thursday = 2025-10-30; Saturday = 2025-11-01; \
         Oct. 28 through Nov. 1, 2025 = 2025-10-28/2025-11-01",
    );
}

#[test]
fn a_weekday_of_a_list_that_belongs_to_no_day_is_left_out() {
    check(
        "They play Friday and Saturday, Oct. 17, 18 and 19.",
        "Oct. 17 = 2025-10-17; 18 = 2025-10-18; 19 = 2025-10-19",
    );
    check(
        "It opens Saturday and Sunday, Oct. 18 through Nov. 9.",
        "Oct. 18 through Nov. 9 = 2025-10-18/2025-11-09",
    );
    check_flags("They play Friday and Saturday, Oct. 18 and 19 and 20.", &[]);
}

#[test]
fn lists_are_checked_pair_by_pair() {
    for text in [
        "The choir sings Saturday and Sunday, Oct. 18 and 19.",
        "It sits Tuesday, Wednesday and Thursday, Oct. 21, 22 and 23.",
        "It is open Monday-Friday, Oct. 20 to 24, and again Saturday or Sunday, Oct. 25 or 26.",
        "It shuts Mon. and Tue., 27 and 28 October, and Friday and Saturday, 31 October and 1 November.",
        "They play Saturday and Sunday, Oct. 18, 19, 25 and 26.",
    ] {
        check_flags(text, &[]);
    }
    let mismatch = |words| (WeekdayMismatch, words);
    check_flags(
        "The choir sings Saturday and Sunday, Oct. 19 and 20.",
        &[mismatch("Saturday"), mismatch("Sunday")],
    );
    check_flags(
        "It sits Monday, Tuesday and Friday, Oct. 20, 21 and 23.",
        &[mismatch("Friday")],
    );
    check_flags(
        "It is open Monday-Wednesday, Oct. 19 to 21.",
        &[mismatch("Monday"), mismatch("Wednesday")],
    );
}
