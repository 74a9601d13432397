//! Months, years, quarters, amounts and whatever is longer than a day.

use jiff::civil::date;

use super::{check, read};

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
    check("Orbel scored twice in the third quarter.", "");
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
fn weekends_weeks_and_relative_units() {
    check("They met at the weekend.", "the weekend = 2025-W41-WE");
    check("They will meet this weekend.", "this weekend = 2025-W42-WE");
    check(
        "It fell last week, last month and last year.",
        "last week = 2025-W41; last month = 2025-09; last year = 2024",
    );
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
fn a_month_after_a_noun_is_the_next_one_where_it_is_about_to_begin() {
    check(
        "The minister told traders of a cut in supply in November.",
        "November = 2025-11",
    );
    check(
        "The cuts to be made in early November hit traders.",
        "early November = 2025-11",
    );
    check(
        "She says homes, worth little in September, are worth nothing.",
        "September = 2025-09",
    );
}

#[test]
fn units_to_come_and_loose_amounts() {
    check(
        "Prices may fall in coming months and in the coming weeks.",
        "coming months = FUTURE_REF; the coming weeks = PXW",
    );
    check("They left a week or so ago.", "a week or so ago = 2025-W41");
    check("It takes a day or two.", "a day or two = P1D");
    check("It fell after several quarters of losses.", "several quarters = PXQ");
    check("Three quarters of the voters stayed at home.", "");
    check(
        "The month before last was dry; the week after next is full.",
        "The month before last = 2025-08; the week after next = 2025-W44",
    );
    check(
        "It stood for half a century, or two-and-a-half years.",
        "half a century = P50Y; two-and-a-half years = P2Y6M",
    );
    check("They met in the summer of ’69.", "the summer of ’69 = 1969-SU");
    check(
        "In the quarter ended June 30 it earned more.",
        "the quarter = 2025-Q2; June 30 = 2025-06-30",
    );
}
