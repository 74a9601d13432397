//! Amounts of time, and what is counted by them: "two years", "a week ago", "three days later". It takes no age for one.

use crate::analysis::times::expression::{Base, Expression, YearName};
use crate::analysis::times::read::amounts::{Amount, Quantity, amount_of_units, article_unit};
use crate::analysis::times::read::days_from::{days_from, from_weekday};
use crate::analysis::times::read::duration::duration;
use crate::analysis::times::read::matched::TimeMatch;
use crate::analysis::times::read::reader::TimeReader;
use crate::analysis::times::types::TimeKind;
use crate::analysis::times::unit::TimeUnit;
use crate::analysis::times::words::{TimeClass, TimeList};

/// Durations and what is counted by them: "two years", "a week ago", "three days later", "year-ago", "for months".
#[must_use]
pub fn quantity(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    if let Some(found) = year_of_results(reader, at).or_else(|| long_or_old(reader, at)) {
        return Some(found);
    }
    if let TimeClass::Unit { unit, plural: true } = reader.class(at) {
        return units_alone(reader, at, unit);
    }
    let quantity = counted_units(reader, at)?;
    let Quantity { amount, unit, end } = quantity;
    if is_age(reader, end) {
        return age_of_thing(reader, quantity);
    }
    // "a week-long strike", "a 10-hour-long debate".
    if reader.is(end, "-") && reader.is(end + 1, "long") {
        return Some(TimeMatch::duration(end + 2, duration(amount, unit)));
    }
    if let Some(found) = from_named_day(reader, quantity).or_else(|| counted_from(reader, quantity)) {
        return Some(found);
    }
    // "It will one day be a park."
    if reader.is(at, "one") && unit == TimeUnit::Day && reader.is_on(at.wrapping_sub(1), TimeList::Someday) {
        return Some(TimeMatch::fixed(end, TimeKind::Date, "FUTURE_REF"));
    }
    if amount == Amount::Article && is_rate(reader, at) {
        return Some(TimeMatch::fixed(end, TimeKind::Set, duration(Amount::Exact(1), unit)));
    }
    Some(TimeMatch::duration(end, duration(amount, unit)))
}

/// "the year-ago quarter", "a year-earlier profit", "the 1988 quarter".
fn year_of_results(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    let period = |at: usize| reader.is_any(at, &["quarter", "period"]);
    if reader.is(at, "year") && reader.is(at + 1, "-") && reader.is_any(at + 2, &["ago", "earlier"]) {
        return Some(if period(at + 3) {
            TimeMatch::date(at + 4, Expression::QuarterOf(YearName::YearAgo))
        } else {
            TimeMatch::date(at + 3, Expression::offset(TimeUnit::Year, -1, Base::Narrated))
        });
    }
    let year = reader.year(at)?;
    (reader.before(at) == "the" && period(at + 1))
        .then(|| TimeMatch::date(at + 2, Expression::QuarterOf(YearName::Given(year))))
}

/// "a day-long meeting", "the decades-old dispute".
fn long_or_old(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    let TimeClass::Unit { unit, plural } = reader.class(at) else {
        return None;
    };
    let hyphen = reader.is_glued(at + 1) && reader.is(at + 1, "-");
    let amount = if plural { Amount::Vague } else { Amount::Exact(1) };
    (hyphen && (reader.is(at + 2, "long") || plural && reader.is(at + 2, "old")))
        .then(|| TimeMatch::duration(at + 3, duration(amount, unit)))
}

/// "for months", "years ago", "a number of weeks".
fn units_alone(reader: TimeReader<'_>, at: usize, unit: TimeUnit) -> Option<TimeMatch> {
    if reader.is(at + 1, "ago") {
        return Some(TimeMatch::fixed(at + 2, TimeKind::Date, "PAST_REF"));
    }
    let led = reader.is_on(at.wrapping_sub(1), TimeList::LeadsVague);
    let sure = unit != TimeUnit::Quarter
        && unit != TimeUnit::Second
        && (reader.before(at) != "of" || reader.is_any(at.wrapping_sub(2), &["couple", "number"]));
    (led && sure).then(|| TimeMatch::duration(at + 1, duration(Amount::Vague, unit)))
}

/// "two weeks", "the first nine months", "a year"; not "three quarters of the voters", "a quarter", "a second".
fn counted_units(reader: TimeReader<'_>, at: usize) -> Option<Quantity> {
    // "the first nine months".
    let from = if reader.class(at) == TimeClass::Ordinal(1) {
        at + 1
    } else {
        at
    };
    // "3-4 minutes" begins at 3, "1990-2 years" nowhere.
    if at > 0
        && reader.is_glued(at)
        && reader.get(at)?.number.is_some()
        && !reader.is_any(at - 1, &["(", "“", "\"", "[", "‘", "'"])
    {
        return None;
    }
    let quantity = match amount_of_units(reader, from) {
        Some(found) => found,
        None if from > at => return None,
        None => article_unit(reader, at)?,
    };
    let Quantity { amount, unit, end } = quantity;
    // "three quarters of the voters" is a share, "several quarters of losses" is a time.
    let share = reader.is(end, "of") && amount != Amount::Vague;
    let is_other = unit == TimeUnit::Quarter && (share || amount == Amount::Article)
        || unit == TimeUnit::Second && amount == Amount::Article;
    (!is_other).then_some(quantity)
}

/// "a 44-year-old", "60 years old".
fn is_age(reader: TimeReader<'_>, end: usize) -> bool {
    reader.is(end, "old") || reader.is(end, "-") && reader.is_any(end + 1, &["old", "olds"])
}

/// "an 8-month-old truce" has lasted so long; the age of a person is not a time.
fn age_of_thing(reader: TimeReader<'_>, Quantity { amount, unit, end }: Quantity) -> Option<TimeMatch> {
    let is_thing = unit != TimeUnit::Year && reader.is_noun_like(end + 2) && !reader.is_on(end + 2, TimeList::Young);
    (is_thing && reader.is(end, "-")).then(|| TimeMatch::duration(end + 2, duration(amount, unit)))
}

/// "two days before Christmas"; not "two trading days before Christmas".
fn from_named_day(reader: TimeReader<'_>, Quantity { amount, unit, end }: Quantity) -> Option<TimeMatch> {
    let is_exact = matches!(amount, Amount::Exact(_) | Amount::Article);
    let days = match unit {
        TimeUnit::Day => Some(count(amount)),
        TimeUnit::Week => count(amount).checked_mul(7),
        TimeUnit::Fortnight => count(amount).checked_mul(14),
        _ => None,
    };
    if is_exact && let Some(found) = days.and_then(|days| from_weekday(reader, end, days)) {
        return Some(found);
    }
    if unit != TimeUnit::Day || !is_exact || reader.is_on(end.wrapping_sub(2), TimeList::WorkingDay) {
        return None;
    }
    days_from(reader, reader.skip(end, "-"), count(amount))
}

/// "two weeks ago", "three days later", "a year earlier", "24 hours ago", "a month from now".
fn counted_from(reader: TimeReader<'_>, quantity: Quantity) -> Option<TimeMatch> {
    let Quantity { amount, unit, end } = quantity;
    let next = reader.skip(end, "-");
    let ends = || {
        reader.get(next + 1).is_none_or(|token| {
            !token.lower.chars().all(char::is_alphanumeric)
                || reader.is_any(next + 1, &["and", "but", "in", "at", "with", "when"])
        })
    };
    let is_exact = matches!(amount, Amount::Exact(_) | Amount::Article);
    match reader.word(next) {
        // "24 hours ago" is a day ago; other hours name no day.
        "ago" if unit == TimeUnit::Hour && count(amount) % 24 == 0 && is_exact => {
            let days = Expression::offset(TimeUnit::Day, -count(amount) / 24, Base::Ago);
            Some(TimeMatch::date(next + 1, days))
        }
        "ago" if is_exact && let Some(found) = anniversary(reader, quantity, next + 1) => Some(found),
        "ago" => Some(moved(quantity, -1, Base::Ago, next + 1)),
        _ if unit.is_clock() => None,
        "earlier" => Some(moved(quantity, -1, Base::Narrated, next + 1)),
        "before" | "previously" if ends() => Some(moved(quantity, -1, Base::Narrated, next + 1)),
        "later" => Some(moved(quantity, 1, Base::Narrated, next + 1)),
        "hence" => Some(moved(quantity, 1, Base::Ago, next + 1)),
        "from" if reader.is_any(next + 1, &["now", "today"]) => Some(moved(quantity, 1, Base::Ago, next + 2)),
        _ => None,
    }
}

/// "a decade ago today", "25 years ago this week": the day, or the unit that holds it, so long before the draft's date.
fn anniversary(reader: TimeReader<'_>, Quantity { amount, unit, .. }: Quantity, next: usize) -> Option<TimeMatch> {
    let day = Expression::Anniversary {
        unit,
        amount: count(amount),
    };
    match (reader.class(next), reader.class(next + 1)) {
        _ if unit.is_clock() || unit == TimeUnit::Day => None,
        (TimeClass::RelativeDay(0), _) => Some(TimeMatch::date(next + 1, day)),
        (TimeClass::Shift(0), TimeClass::Unit { unit, plural: false }) if !unit.is_clock() => {
            let day = Box::new(day);
            Some(TimeMatch::date(next + 2, Expression::Holding { unit, day }))
        }
        _ => None,
    }
}

/// An amount counted from a base; what is counted vaguely names no day.
fn moved(Quantity { amount, unit, .. }: Quantity, sign: i32, base: Base, end: usize) -> TimeMatch {
    match (amount, base) {
        // "A few days later" in a story is in nobody's future.
        (Amount::Vague, Base::Narrated) => TimeMatch::duration(end, duration(amount, unit)),
        (Amount::Vague, _) => TimeMatch::fixed(end, TimeKind::Date, if sign < 0 { "PAST_REF" } else { "FUTURE_REF" }),
        _ => TimeMatch::date(end, Expression::offset(unit, sign * count(amount), base)),
    }
}

fn count(amount: Amount) -> i32 {
    match amount {
        Amount::Exact(count) => i32::try_from(count).unwrap_or(0),
        _ => 1,
    }
}

/// Whether "a year" at `at` is a rate: "$5 a year", "twice a day", "3 percent a month".
fn is_rate(reader: TimeReader<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let counted = before > 0
        && reader.is_plural(before)
        && (reader.get(before - 1).is_some_and(|token| token.number.is_some())
            || matches!(reader.class(before - 1), TimeClass::Number(_)));
    counted || reader.get(before).is_some_and(|token| token.number.is_some()) || reader.is_on(before, TimeList::Rate)
}
