//! Amounts of time, and what is counted by them: "two years", "a week ago", "three days later". It takes no age for one.

use crate::analysis::TimeKind;
use crate::analysis::times::expression::{Base, Expression, YearName};
use crate::analysis::times::grammar::Match;
use crate::analysis::times::lists::List;
use crate::analysis::times::reader::{Amount, Reader};
use crate::analysis::times::relative::offset;
use crate::analysis::times::running::beside_day;
use crate::analysis::times::words::{Class, Unit};

/// Durations and what is counted by them: "two years", "a week ago", "three days later", "year-ago", "for months".
#[must_use]
pub fn quantity(reader: Reader<'_>, at: usize) -> Option<Match> {
    if reader.word(at) == "year" && reader.is(at + 1, "-") && reader.is_any(at + 2, &["ago", "earlier"]) {
        if reader.is_any(at + 3, &["quarter", "period"]) {
            return Some(Match::date(at + 4, Expression::QuarterOf(YearName::YearAgo)));
        }
        return Some(Match::date(at + 3, offset(Unit::Year, -1, Base::Narrated)));
    }
    if let Some(year) = reader.year(at)
        && reader.before(at) == "the"
        && reader.is_any(at + 1, &["quarter", "period"])
    {
        return Some(Match::date(at + 2, Expression::QuarterOf(YearName::Given(year))));
    }
    // "a day-long meeting", "the decades-old dispute", "an 8-month-old truce".
    if let Class::Unit { unit, plural } = reader.class(at)
        && reader.is_glued(at + 1)
        && reader.is(at + 1, "-")
        && (reader.is(at + 2, "long") || plural && reader.is(at + 2, "old"))
    {
        let amount = if plural { Amount::Vague } else { Amount::Exact(1) };
        return Some(Match::fixed(at + 3, TimeKind::Duration, duration(amount, unit)));
    }
    if let Class::Unit { unit, plural: true } = reader.class(at) {
        let led = reader.is_on(at.wrapping_sub(1), List::LeadsVague);
        let sure = unit != Unit::Quarter
            && unit != Unit::Second
            && (reader.before(at) != "of"
                || reader.is(at.wrapping_sub(2), "couple")
                || reader.is(at.wrapping_sub(2), "number"));
        if reader.is(at + 1, "ago") {
            return Some(Match::fixed(at + 2, TimeKind::Date, "PAST_REF"));
        }
        return (led && sure).then(|| Match::fixed(at + 1, TimeKind::Duration, duration(Amount::Vague, unit)));
    }
    // "the first nine months".
    let from = match reader.class(at) {
        Class::Ordinal(1) => at + 1,
        _ => at,
    };
    let ordinal = from > at;
    // "3-4 minutes" begins at 3, "1990-2 years" nowhere.
    if at > 0
        && reader.is_glued(at)
        && reader.get(at)?.number.is_some()
        && !reader.is_any(at - 1, &["(", "“", "\"", "[", "‘", "'"])
    {
        return None;
    }
    let (amount, unit, next) = match amount_of_units(reader, from) {
        Some(found) => found,
        None if ordinal => return None,
        None => article_unit(reader, at)?,
    };
    let exact = matches!(amount, Amount::Exact(_) | Amount::Article);
    // "three quarters of the voters" is a share, "several quarters of losses" is a time.
    let share = reader.is(next, "of") && !matches!(amount, Amount::Vague);
    if unit == Unit::Quarter && (share || amount == Amount::Article)
        || unit == Unit::Second && amount == Amount::Article
    {
        return None;
    }
    // "a 44-year-old", "60 years old": an age is no time.
    if reader.is(next, "old") || reader.is(next, "-") && reader.is_any(next + 1, &["old", "olds"]) {
        let thing = unit != Unit::Year && reader.is_noun_like(next + 2) && !reader.is_on(next + 2, List::Young);
        return (thing && reader.is(next, "-"))
            .then(|| Match::fixed(next + 2, TimeKind::Duration, duration(amount, unit)));
    }
    // "a week-long strike", "a 10-hour-long debate".
    if reader.is(next, "-") && reader.is(next + 1, "long") {
        return Some(Match::fixed(next + 2, TimeKind::Duration, duration(amount, unit)));
    }
    let hyphen = reader.is(next, "-");
    let suffix = if hyphen { next + 1 } else { next };
    let count = match amount {
        Amount::Exact(count) => i32::try_from(count).unwrap_or(0),
        _ => 1,
    };
    let told = |sign: i32, base: Base, end: usize| {
        if exact {
            Match::date(end, offset(unit, sign * count, base))
        } else if matches!(amount, Amount::Vague) && base == Base::Narrated {
            // "A few days later" in a story lies in nobody's future.
            Match::fixed(end, TimeKind::Duration, duration(amount, unit))
        } else if matches!(amount, Amount::Vague) {
            Match::fixed(end, TimeKind::Date, if sign < 0 { "PAST_REF" } else { "FUTURE_REF" })
        } else {
            Match::date(end, offset(unit, sign * count.max(1), base))
        }
    };
    let ends = reader.get(suffix + 1).is_none_or(|token| {
        !token.lower.chars().all(char::is_alphanumeric)
            || reader.is_any(suffix + 1, &["and", "but", "in", "at", "with", "when"])
    });
    if unit == Unit::Day
        && exact
        && !reader.is_on(next.wrapping_sub(2), List::WorkingDay)
        && let Some(found) = beside_day(reader, suffix, count)
    {
        return Some(found);
    }
    match reader.word(suffix) {
        // "24 hours ago" is a day ago; of other hours no day is told.
        "ago" if unit == Unit::Hour && count % 24 == 0 && exact => {
            return Some(Match::date(suffix + 1, offset(Unit::Day, -count / 24, Base::Ago)));
        }
        "ago" if unit.is_clock() => return Some(told(-1, Base::Ago, suffix + 1)),
        _ if unit.is_clock() => {}
        "ago" => return Some(told(-1, Base::Ago, suffix + 1)),
        "earlier" => return Some(told(-1, Base::Narrated, suffix + 1)),
        "before" | "previously" if ends => return Some(told(-1, Base::Narrated, suffix + 1)),
        "later" => return Some(told(1, Base::Narrated, suffix + 1)),
        "hence" => return Some(told(1, Base::Ago, suffix + 1)),
        "from" if reader.is_any(suffix + 1, &["now", "today"]) => return Some(told(1, Base::Ago, suffix + 2)),
        _ => {}
    }
    // "It will one day be a park."
    if reader.is(at, "one") && unit == Unit::Day && reader.is_on(at.wrapping_sub(1), List::Someday) {
        return Some(Match::fixed(next, TimeKind::Date, "FUTURE_REF"));
    }
    if amount == Amount::Article && is_rate(reader, at) {
        return Some(Match::fixed(next, TimeKind::Set, duration(Amount::Exact(1), unit)));
    }
    Some(Match::fixed(next, TimeKind::Duration, duration(amount, unit)))
}

fn article_unit(reader: Reader<'_>, at: usize) -> Option<(Amount, Unit, usize)> {
    let (amount, next) = reader.amount(at)?;
    let next = skip_adjective(reader, next);
    match (amount, reader.class(next)) {
        (Amount::Article, Class::Unit { unit, plural: false }) if !matches!(unit, Unit::Weekend) => {
            let half = reader.is(next + 1, "and") && reader.is(next + 2, "a") && reader.is(next + 3, "half");
            // "a week or so ago", "a day or two".
            let loose = reader.is(next + 1, "or") && reader.is_any(next + 2, &["so", "two", "more"]);
            Some(if half {
                (Amount::Half(1), unit, next + 4)
            } else if loose {
                (amount, unit, next + 3)
            } else {
                (amount, unit, next + 1)
            })
        }
        // "five year".
        (Amount::Exact(_), Class::Unit { unit, plural: false })
            if !matches!(unit, Unit::Second | Unit::Quarter | Unit::Weekend) =>
        {
            Some((amount, unit, next + 1))
        }
        _ => None,
    }
}

/// Whether "a year" at `at` is a rate: "$5 a year", "twice a day", "3 percent a month".
fn is_rate(reader: Reader<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let counted = before > 0
        && reader.is_plural(before)
        && (reader.get(before - 1).is_some_and(|token| token.number.is_some())
            || matches!(reader.class(before - 1), Class::Number(_)));
    counted || reader.get(before).is_some_and(|token| token.number.is_some()) || reader.is_on(before, List::Rate)
}

pub fn amount_of_units(reader: Reader<'_>, at: usize) -> Option<(Amount, Unit, usize)> {
    let (amount, next) = reader.amount(at)?;
    if amount == Amount::Article {
        return None;
    }
    let hyphen = reader.is(next, "-") && reader.is_glued(next);
    let next = skip_adjective(reader, if hyphen { next + 1 } else { next });
    let Class::Unit { unit, plural } = reader.class(next) else {
        return None;
    };
    let fits = plural || hyphen || amount == Amount::Exact(1) || matches!(amount, Amount::Half(0));
    (fits && unit != Unit::Weekend).then_some((amount, unit, next + 1))
}

/// "fiscal", "full" between a word and its unit.
pub fn skip_adjective(reader: Reader<'_>, at: usize) -> usize {
    if reader.is_on(at, List::KindOfUnit) && matches!(reader.class(at + 1), Class::Unit { .. }) {
        at + 1
    } else {
        at
    }
}

/// A TIMEX3 duration.
#[must_use]
pub fn duration(amount: Amount, unit: Unit) -> String {
    let tens = match unit {
        Unit::Decade => 10,
        Unit::Century => 100,
        Unit::Millennium => 1000,
        _ => 1,
    };
    let mut letter = unit.letter();
    if tens > 1 {
        match amount {
            Amount::Exact(count) => return format!("P{}Y", count.saturating_mul(tens)),
            Amount::Article => return format!("P{tens}Y"),
            // "half a century", "a decade and a half".
            Amount::Half(whole) => return format!("P{}Y", whole.saturating_mul(tens).saturating_add(tens / 2)),
            _ => {}
        }
    }
    let number = match amount {
        Amount::Exact(count) if unit == Unit::Fortnight => (count * 2).to_string(),
        Amount::Exact(count) => count.to_string(),
        Amount::Article if unit == Unit::Fortnight => "2".to_owned(),
        Amount::Article => "1".to_owned(),
        Amount::Vague => "X".to_owned(),
        Amount::Half(0) if unit == Unit::Hour => {
            letter = "M";
            "30".to_owned()
        }
        Amount::Half(0) if unit == Unit::Year => {
            letter = "M";
            "6".to_owned()
        }
        Amount::Half(whole) => match unit {
            Unit::Year => return format!("P{whole}Y6M"),
            Unit::Hour => return format!("PT{whole}H30M"),
            Unit::Minute => return format!("PT{whole}M30S"),
            _ => format!("{whole}.5"),
        },
    };
    let clock = if unit.is_clock() { "T" } else { "" };
    format!("P{clock}{number}{letter}")
}
