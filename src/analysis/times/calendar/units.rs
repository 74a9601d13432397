//! Steps over units of time, and the TIMEX3 values and days of weeks, quarters, seasons. It never reads text.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::analysis::times::unit::TimeUnit;

/// First and last day.
pub type Days = (Date, Date);

/// The day `days` after `date`; `None` outside of the calendar.
#[must_use]
pub fn plus_days(date: Date, days: i32) -> Option<Date> {
    date.checked_add(days.days()).ok()
}

/// `date` moved by `amount` of `unit`.
#[must_use]
pub fn moved(date: Date, unit: TimeUnit, amount: i32) -> Option<Date> {
    let span = match unit {
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour => return Some(date),
        TimeUnit::Day => amount.days(),
        TimeUnit::Week | TimeUnit::Weekend => amount.checked_mul(7)?.days(),
        TimeUnit::Fortnight => amount.checked_mul(14)?.days(),
        TimeUnit::Month => amount.months(),
        TimeUnit::Quarter => amount.checked_mul(3)?.months(),
        TimeUnit::Year => years(amount)?,
        TimeUnit::Decade => years(amount.checked_mul(10)?)?,
        TimeUnit::Century => years(amount.checked_mul(100)?)?,
        TimeUnit::Millennium => years(amount.checked_mul(1000)?)?,
    };
    date.checked_add(span).ok()
}

fn years(amount: i32) -> Option<jiff::Span> {
    (amount.abs() < 19_000).then(|| amount.years())
}

/// The value and the days of the unit that holds `date`.
#[must_use]
pub fn unit_of(date: Date, unit: TimeUnit) -> (String, Option<Days>) {
    let year = date.year();
    match unit {
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Day => (date.to_string(), Some((date, date))),
        TimeUnit::Week | TimeUnit::Fortnight => {
            let week = date.iso_week_date();
            let monday = plus_days(date, -i32::from(date.weekday().to_monday_zero_offset()));
            let days = monday.and_then(|monday| Some((monday, plus_days(monday, 6)?)));
            (format!("{:04}-W{:02}", week.year(), week.week()), days)
        }
        TimeUnit::Weekend => weekend_of(date),
        TimeUnit::Month => (
            format!("{year:04}-{:02}", date.month()),
            Some((date.first_of_month(), date.last_of_month())),
        ),
        TimeUnit::Quarter => quarter(year, quarter_of(date)),
        TimeUnit::Year => (format!("{year:04}"), Some((date.first_of_year(), date.last_of_year()))),
        TimeUnit::Decade => (
            format!("{:03}", year / 10),
            years_days(year / 10 * 10, year / 10 * 10 + 9),
        ),
        TimeUnit::Century => (
            format!("{:02}", year / 100),
            years_days(year / 100 * 100, year / 100 * 100 + 99),
        ),
        TimeUnit::Millennium => (format!("{}", year / 1000), None),
    }
}

/// The first and the last day of two years.
#[must_use]
pub fn years_days(first: i16, last: i16) -> Option<Days> {
    Some((Date::new(first, 1, 1).ok()?, Date::new(last, 12, 31).ok()?))
}

/// The quarter, 1..=4, that holds `date`.
#[must_use]
pub fn quarter_of(date: Date) -> i8 {
    (date.month() - 1) / 3 + 1
}

/// Value and days of a quarter.
#[must_use]
pub fn quarter(year: i16, quarter: i8) -> (String, Option<Days>) {
    (
        format!("{year:04}-Q{quarter}"),
        months_days(year, quarter * 3 - 2, quarter * 3),
    )
}

/// Value and days of a half of a year.
#[must_use]
pub fn half(year: i16, half: i8) -> (String, Option<Days>) {
    (format!("{year:04}-H{half}"), months_days(year, half * 6 - 5, half * 6))
}

/// Value and days of a season of the northern year; winter is the one that ends in `year` plus one.
#[must_use]
pub fn season(year: i16, code: &str) -> (String, Option<Days>) {
    let days = match code {
        "SP" => months_days(year, 3, 5),
        "SU" => months_days(year, 6, 8),
        "FA" => months_days(year, 9, 11),
        _ => Date::new(year, 12, 1)
            .ok()
            .and_then(|first| Some((first, Date::new(year + 1, 2, 1).ok()?.last_of_month()))),
    };
    (format!("{year:04}-{code}"), days)
}

fn months_days(year: i16, first: i8, last: i8) -> Option<Days> {
    Some((
        Date::new(year, first, 1).ok()?,
        Date::new(year, last, 1).ok()?.last_of_month(),
    ))
}

/// Value and days of the weekend in the week that holds `date`.
#[must_use]
pub fn weekend_of(date: Date) -> (String, Option<Days>) {
    let week = date.iso_week_date();
    let saturday = plus_days(date, 5 - i32::from(date.weekday().to_monday_zero_offset()));
    let days = saturday.and_then(|saturday| Some((saturday, plus_days(saturday, 1)?)));
    (format!("{:04}-W{:02}-WE", week.year(), week.week()), days)
}

/// How many days after `date` the weekday (Monday is 1) comes next, 0..=6.
#[must_use]
pub fn days_until(date: Date, weekday: i8) -> i32 {
    (i32::from(weekday) - i32::from(date.weekday().to_monday_one_offset())).rem_euclid(7)
}
