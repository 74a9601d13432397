//! Weekdays, alone and with "last", "this coming", "nights". It knows no dates.

use crate::analysis::times::expression::{Base, Expression, HolidayRule};
use crate::analysis::times::read::matched::TimeMatch;
use crate::analysis::times::read::parts::{after_shifts, leading_shift, month_at, trailing_year};
use crate::analysis::times::read::reader::TimeReader;
use crate::analysis::times::types::TimeKind;
use crate::analysis::times::unit::TimeUnit;
use crate::analysis::times::words::{TimeClass, TimeList};
use crate::language::names::lists::is_only_given_name;

/// "Monday", "last Friday", "on Tues.", "Mondays".
#[must_use]
pub fn weekday(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    if let Some(nth) = nth(reader, at) {
        return nth_of_month(reader, at, nth);
    }
    // "the first Monday of the month" is no Monday of this week.
    if at.checked_sub(1).is_some_and(|before| nth(reader, before).is_some()) && reader.is_any(at + 1, &["of", "in"]) {
        return None;
    }
    let from = after_shifts(reader, at);
    if !reader.is_capital(from) || is_part_of_name(reader, from) || is_surname(reader, from) {
        return None;
    }
    if let Some(found) = some_weekday(reader, at).or_else(|| week_after(reader, at)) {
        return Some(found);
    }
    match reader.class(from) {
        TimeClass::Weekday { number, short } => {
            let shift = from
                .checked_sub(1)
                .filter(|_| from > at)
                .and_then(|last| leading_shift(reader, last));
            let shift = shift.map(|(shift, _)| shift);
            let led = shift.is_some() || reader.is_any(from.wrapping_sub(1), &["on", "until", "by"]);
            if short && (!led || reader.is_capital(from + 1)) {
                return None;
            }
            let end = if short { reader.skip(from + 1, ".") } else { from + 1 };
            parts_of_weekday(reader, end, number)
                .or_else(|| told_back(reader, end, number))
                .or_else(|| {
                    // "the following Monday" counts from what was mentioned last; the verb decides, as without a word before it.
                    let narrated = reader.is_any(at, &["previous", "preceding"]);
                    let shift = shift.filter(|_| narrated || !reader.is_any(at, &["following", "current"]));
                    let base = if narrated { Base::Narrated } else { Base::Draft };
                    let weekday = number;
                    Some(TimeMatch::date(end, Expression::Weekday { weekday, shift, base }))
                })
        }
        TimeClass::Weekdays(number) => Some(TimeMatch::fixed(from + 1, TimeKind::Set, format!("XXXX-WXX-{number}"))),
        _ => None,
    }
}

/// "It was checked the Friday before.": counted from what was mentioned last. "The Friday before Christmas", "the Friday after the vote" are
/// no Friday of this week, and nobody says which.
fn told_back(reader: TimeReader<'_>, end: usize, weekday: i8) -> Option<TimeMatch> {
    let is_led = reader.is(end.wrapping_sub(2), "the");
    if !is_led || !reader.is_any(end, &["before", "after"]) {
        return None;
    }
    let ends = reader.is_any(end + 1, &["", ".", ",", ";", "?", "!", "”", "\"", ")"]);
    let expression = Expression::Weekday {
        weekday,
        shift: Some(-1),
        base: Base::Narrated,
    };
    Some(match reader.is(end, "before") && ends {
        true => TimeMatch::date(end + 1, expression),
        false => TimeMatch::fixed(end, TimeKind::Date, format!("XXXX-WXX-{weekday}")),
    })
}

/// "Black Friday", "the Sunday Times", "the Friday Banner", "Monday Night Quiz", "six ways to Sunday", "a Sunday sailor".
fn is_part_of_name(reader: TimeReader<'_>, at: usize) -> bool {
    let before = at.checked_sub(1);
    let is_way = reader.is_any(at.wrapping_sub(1), &["to", "from", "till"]) && reader.is(at.wrapping_sub(2), "ways");
    let is_habit = reader.is_on(at + 1, TimeList::Habit) && reader.is_on(at.wrapping_sub(1), TimeList::BeforeHabit);
    let is_paper = reader.is(at.wrapping_sub(1), "the") && reader.is_capital_name(at + 1);
    let is_show = matches!(reader.class(at + 1), TimeClass::Part(_))
        && reader.is_capital(at + 1)
        && reader.is_capital_name(at + 2);
    is_way
        || is_habit
        || is_paper
        || is_show
        || is_team(reader, at)
        || before.is_some_and(|before| reader.is_capital(before) && reader.is_on(before, TimeList::TrapBefore))
        || reader.is_capital(at + 1) && reader.is_on(at + 1, TimeList::TrapAfter)
}

/// "Wednesday have won": only a team is followed by the verb of several.
fn is_team(reader: TimeReader<'_>, at: usize) -> bool {
    let begins = at == 0 || reader.is_any(at - 1, &[".", "?", "!", "”", "\""]);
    begins && reader.is_any(at + 1, &["have", "were", "are"])
}

/// "Neil Friday ran for office", "Pressed on it, Friday said": after a lone given name at the start of a sentence, and
/// before a verb of saying that has no other subject, a weekday is somebody's name.
fn is_surname(reader: TimeReader<'_>, at: usize) -> bool {
    let begins = |at: usize| at == 0 || reader.is_any(at - 1, &[".", "?", "!", "”", "\""]);
    let is_verb_like =
        |at: usize| !reader.is_capital(at) && reader.is_noun_like(at) && matches!(reader.class(at), TimeClass::Other);
    let has_given_name = at
        .checked_sub(1)
        .is_some_and(|before| begins(before) && reader.is_capital(before) && is_only_given_name(reader.word(before)));
    let says = || {
        reader.is_any(
            at + 1,
            &["said", "says", "told", "asked", "added", "replied", "wrote", "argued"],
        )
    };
    let speaks = || (begins(at) || reader.is(at.wrapping_sub(1), ",")) && says();
    matches!(reader.class(at), TimeClass::Weekday { short: false, .. })
        && (has_given_name && is_verb_like(at + 1) || speaks())
}

/// "One Saturday night", "some Sunday", "a rainy June Thursday": some day, and nobody says which.
fn some_weekday(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    let TimeClass::Weekday { number, short: false } = reader.class(at) else {
        return None;
    };
    // "A rainy June Thursday"; in "a speech Thursday" the weekday says when it was.
    let describes = |at: usize| {
        let is_month = matches!(reader.class(at), TimeClass::Month { short: false, .. });
        is_month || reader.is_on(at, TimeList::DescribesDay) || reader.is_any(at, &["and", ","])
    };
    let described = (1..=MOST_DESCRIBED)
        .take_while(|back| at.checked_sub(*back).is_some_and(describes))
        .count();
    let article = at.checked_sub(described + 1)?;
    let part = match reader.class(at + 1) {
        TimeClass::Part(code) => Some(code),
        _ => None,
    };
    let end = at + 1 + usize::from(part.is_some());
    let is_some = match reader.word(article) {
        "one" => !reader.is_any(article.wrapping_sub(1), &["the", "this", "that", "on", "last"]) || described > 0,
        "some" => true,
        // "A Friday meeting" is on Friday.
        "a" | "an" => described > 0 || !reader.is_noun_like(end),
        // "On the Friday he was arrested" is the Friday of what is being told; "at the Friday meeting" is on Friday.
        "the" => described == 0 && is_of_tale(reader, article, end),
        _ => false,
    };
    let value = match part {
        Some(code) => format!("XXXX-WXX-{number}T{code}"),
        None => format!("XXXX-WXX-{number}"),
    };
    is_some.then(|| TimeMatch::fixed(end, TimeKind::Date, value))
}

/// Whether the words on either side of "the Friday" make it a day of the tale.
fn is_of_tale(reader: TimeReader<'_>, article: usize, end: usize) -> bool {
    reader.is_any(article.wrapping_sub(1), &["on", "by", "until", "till", "from"])
        && !reader.is_noun_like(end)
        && !reader.is_any(end, &["before", "after"])
}

/// How many words may describe a weekday: "a wet and windy March Monday".
const MOST_DESCRIBED: usize = 4;

/// "Monday week", "Tuesday fortnight": a week and two weeks after the next one.
fn week_after(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    let TimeClass::Weekday { number, short: false } = reader.class(at) else {
        return None;
    };
    let days = match reader.word(at + 1) {
        "week" => 7,
        "fortnight" => 14,
        _ => return None,
    };
    // "The Monday week" is a week of something.
    let is_led = reader.is_any(at.wrapping_sub(1), &["the", "a", "this", "each", "every", "-"]);
    (!is_led && !reader.is_noun_like(at + 2)).then(|| TimeMatch::date(at + 2, days_after_next(number, days)))
}

/// So many days after the next such weekday.
#[must_use]
pub fn days_after_next(weekday: i8, days: i32) -> Expression {
    let day = Expression::Weekday {
        weekday,
        shift: Some(0),
        base: Base::Draft,
    };
    Expression::DaysFrom {
        day: Box::new(day),
        days,
    }
}

/// "first", "second", "last" before a weekday that something holds: 1..=5, or -1 for the last one.
fn nth(reader: TimeReader<'_>, at: usize) -> Option<i8> {
    let nth = match reader.class(at) {
        TimeClass::Ordinal(number @ 1..=5) => i8::try_from(number).ok()?,
        TimeClass::Unit {
            unit: TimeUnit::Second,
            plural: false,
        } => 2,
        TimeClass::Shift(-1) if reader.is(at, "last") => -1,
        _ => return None,
    };
    let held = matches!(reader.class(at + 1), TimeClass::Weekday { short: false, .. })
        && reader.is_any(at + 2, &["of", "in"])
        && (nth > 0
            || !matches!(reader.class(at + 3), TimeClass::Other | TimeClass::Digits)
            || reader.is(at + 3, "the"));
    held.then_some(nth)
}

/// "the first Monday in May 2026", which has its day in every year.
fn nth_of_month(reader: TimeReader<'_>, at: usize, nth: i8) -> Option<TimeMatch> {
    let TimeClass::Weekday { number: weekday, .. } = reader.class(at + 1) else {
        return None;
    };
    let (month, next) = month_at(reader, at + 3)?;
    let (year, end) = trailing_year(reader, next);
    let rule = HolidayRule::Weekday {
        month,
        weekday,
        nth,
        after: 0,
    };
    Some(TimeMatch::date(end, Expression::Holiday { rule, year }))
}

/// "Monday nights", "Monday and Tuesday nights": what happens every week, by the first weekday.
fn parts_of_weekday(reader: TimeReader<'_>, at: usize, weekday: i8) -> Option<TimeMatch> {
    let value = |code: &str| format!("XXXX-WXX-{weekday}T{code}");
    if let TimeClass::Parts(code) = reader.class(at) {
        return Some(TimeMatch::fixed(at + 1, TimeKind::Set, value(code)));
    }
    let is_second = reader.is(at, "and") && matches!(reader.class(at + 1), TimeClass::Weekday { .. });
    match reader.class(at + 2) {
        TimeClass::Parts(code) if is_second => Some(TimeMatch::fixed(at, TimeKind::Set, value(code))),
        _ => None,
    }
}
