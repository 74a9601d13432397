//! Civil dates: steps over units, TIMEX3 values, quarters and seasons. It never reads text.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::analysis::times::words::{HolidayRule, Unit};
use crate::language::calendar as words;

/// First and last day.
pub type Days = (Date, Date);

/// The day `days` after `date`; `None` outside of the calendar.
#[must_use]
pub fn plus_days(date: Date, days: i32) -> Option<Date> {
    date.checked_add(days.days()).ok()
}

/// `date` moved by `amount` of `unit`.
#[must_use]
pub fn moved(date: Date, unit: Unit, amount: i32) -> Option<Date> {
    let span = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return Some(date),
        Unit::Day => amount.days(),
        Unit::Week | Unit::Weekend => amount.checked_mul(7)?.days(),
        Unit::Fortnight => amount.checked_mul(14)?.days(),
        Unit::Month => amount.months(),
        Unit::Quarter => amount.checked_mul(3)?.months(),
        Unit::Year => years(amount)?,
        Unit::Decade => years(amount.checked_mul(10)?)?,
        Unit::Century => years(amount.checked_mul(100)?)?,
        Unit::Millennium => years(amount.checked_mul(1000)?)?,
    };
    date.checked_add(span).ok()
}

fn years(amount: i32) -> Option<jiff::Span> {
    (amount.abs() < 19_000).then(|| amount.years())
}

/// The value and the days of the unit that holds `date`.
#[must_use]
pub fn unit_of(date: Date, unit: Unit) -> (String, Option<Days>) {
    let year = date.year();
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => (date.to_string(), Some((date, date))),
        Unit::Week | Unit::Fortnight => {
            let week = date.iso_week_date();
            let monday = plus_days(date, -i32::from(date.weekday().to_monday_zero_offset()));
            let days = monday.and_then(|monday| Some((monday, plus_days(monday, 6)?)));
            (format!("{:04}-W{:02}", week.year(), week.week()), days)
        }
        Unit::Weekend => weekend_of(date),
        Unit::Month => (
            format!("{year:04}-{:02}", date.month()),
            Some((date.first_of_month(), date.last_of_month())),
        ),
        Unit::Quarter => quarter(year, quarter_of(date)),
        Unit::Year => (format!("{year:04}"), Some((date.first_of_year(), date.last_of_year()))),
        Unit::Decade => (
            format!("{:03}", year / 10),
            years_days(year / 10 * 10, year / 10 * 10 + 9),
        ),
        Unit::Century => (
            format!("{:02}", year / 100),
            years_days(year / 100 * 100, year / 100 * 100 + 99),
        ),
        Unit::Millennium => (format!("{}", year / 1000), None),
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

/// The day of a holiday in a year.
#[must_use]
pub fn holiday(rule: HolidayRule, year: i16) -> Option<Date> {
    match rule {
        HolidayRule::Fixed(month, day) => Date::new(year, month, day).ok(),
        HolidayRule::Weekday {
            month,
            weekday,
            nth,
            behind,
        } => {
            let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
            let date = Date::new(year, month, 1)
                .ok()?
                .nth_weekday_of_month(nth, weekday)
                .ok()?;
            plus_days(date, behind)
        }
        HolidayRule::Easter(days) => plus_days(easter(year)?, days),
    }
}

/// Easter Sunday of the western churches, by the rule of Meeus, Jones and Butcher.
fn easter(year: i16) -> Option<Date> {
    let year_number = i32::from(year);
    let golden = year_number % 19;
    let (century, rest) = (year_number / 100, year_number % 100);
    let corrected = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - corrected + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    let days = moon + sunday - 7 * late + 114;
    Date::new(year, i8::try_from(days / 31).ok()?, i8::try_from(days % 31 + 1).ok()?).ok()
}

/// How many days after `date` the weekday (Monday is 1) comes next, 0..=6.
#[must_use]
pub fn days_until(date: Date, weekday: i8) -> i32 {
    (i32::from(weekday) - i32::from(date.weekday().to_monday_one_offset())).rem_euclid(7)
}

/// The English name of a weekday; Monday is 1.
#[must_use]
pub fn weekday_name(weekday: i8) -> &'static str {
    Weekday::from_monday_one_offset(weekday).map_or("", words::weekday_name)
}

/// "Monday 27 October 2025".
#[must_use]
pub fn in_words(date: Date) -> String {
    format!(
        "{} {} {} {}",
        weekday_name(date.weekday().to_monday_one_offset()),
        date.day(),
        words::month_name(date.month()),
        date.year()
    )
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn easter_moves() {
        assert_eq!(easter(2024), Some(date(2024, 3, 31)));
        assert_eq!(easter(2025), Some(date(2025, 4, 20)));
        assert_eq!(easter(1961), Some(date(1961, 4, 2)));
    }
}
