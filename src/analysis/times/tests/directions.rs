//! Which way a weekday looks. All drafts are dated Wednesday, October 15, 2025.

use super::check;

#[test]
fn a_possessive_weekday_follows_its_clause() {
    for ahead in [
        "Holub will skip Friday’s summit.",
        "Holub hopes to win Friday’s primary.",
        "Shops await 900 guests at Friday’s parade.",
        "Friday’s march will begin at the mill.",
        "The loser of Friday’s match will pay.",
        "The talks begin before Friday’s vote.",
    ] {
        check(ahead, "Friday = 2025-10-17");
    }
    for over in [
        "Holub skipped Friday’s summit.",
        "Holub will appeal Friday’s ruling.",
        "Friday’s crash will cost millions.",
        "The victims of Friday’s blast will be buried.",
        "The talks begin after Friday’s vote.",
        "Feelings are high after Friday’s vote.",
        "The council will discuss Friday’s march.",
    ] {
        check(over, "Friday = 2025-10-10");
    }
    for open in [
        "Police will review photos of Friday’s march.",
        "He was named captain for Friday’s match.",
        "A blaze at a mill on Friday leaves ten without work.",
    ] {
        check(open, "Friday = ");
    }
}

#[test]
fn the_present_tense_of_a_plan_looks_ahead() {
    for ahead in [
        "The panel votes on the dam Friday.",
        "Holub is due back in Lund Friday.",
        "The ferry left Lund and is due in Ostrava on Friday.",
        "Friday marks ten years since the fire.",
        "The club presents its coach in Lund on Friday.",
        "Hotels expect 300 guests Friday.",
        "The mill is open at noon on Friday.",
        "Doors are open from six on Friday.",
        "Holub is in court on Friday.",
        "Tickets are available on Friday.",
    ] {
        assert!(
            super::read(ahead, Some(jiff::civil::date(2025, 10, 15))).contains("Friday = 2025-10-17"),
            "{ahead}"
        );
    }
}

#[test]
fn what_became_of_a_plan_says_which_day_it_was() {
    for over in [
        "Holub was to testify Friday but stayed home.",
        "The mill was due to reopen Friday, but a fire stopped it.",
        "Roads stayed shut until Friday, when the snow melted.",
        "The ferry did not sail until Friday.",
    ] {
        check(over, "Friday = 2025-10-10");
    }
    for ahead in [
        "The hearing has been moved to Friday.",
        "The club pushed its final back to Friday.",
        "The trial was adjourned until Friday.",
        "The mill will not open until Friday.",
        "Holub was to testify Friday.",
    ] {
        check(ahead, "Friday = 2025-10-17");
    }
}

#[test]
fn a_season_is_over_when_the_sun_ends_it() {
    let read = |month, day| super::read("It dried up last summer.", Some(jiff::civil::date(2025, month, day)));
    assert_eq!(read(9, 12), "last summer = 2024-SU");
    assert_eq!(read(10, 15), "last summer = 2025-SU");
}
