//! Expressions that need a date to count from, and amounts of time: weekdays, "last week", "two years ago", "every day".

use crate::analysis::TimeKind;
use crate::analysis::times::dates::year_in_words;
use crate::analysis::times::expression::{Base, Expression, YearName};
use crate::analysis::times::grammar::Match;
use crate::analysis::times::reader::{Amount, Reader};
use crate::analysis::times::words::{Class, Unit, is_trap_after, is_trap_before};

/// "Monday", "last Friday", "on Tues.", "Mondays".
#[must_use]
pub fn weekday(reader: Reader<'_>, at: usize) -> Option<Match> {
    let (shift, from) = match reader.class(at) {
        Class::Shift(shift) => (Some(shift), at + 1),
        Class::Past => (Some(-1), at + 1),
        _ => (None, at),
    };
    if !reader.is_capital(from) {
        return None;
    }
    let before = from.checked_sub(1);
    let trapped = before.is_some_and(|before| reader.is_capital(before) && is_trap_before(reader.word(before)))
        || reader.is_capital(from + 1) && is_trap_after(reader.word(from + 1));
    if trapped {
        return None;
    }
    match reader.class(from) {
        Class::Weekday { number, short } => {
            let led = shift.is_some() || reader.is_any(from.wrapping_sub(1), &["on", "until", "by"]);
            if short && (!led || reader.is_capital(from + 1)) {
                return None;
            }
            let end = if short && reader.is(from + 1, ".") {
                from + 2
            } else {
                from + 1
            };
            // "the following Monday" counts from what was told last; the verb decides, as without a word before it.
            let shift = shift.filter(|_| !reader.is_any(at, &["following", "previous", "preceding", "current"]));
            Some(Match::date(end, Expression::Weekday { weekday: number, shift }))
        }
        Class::Weekdays(number) => Some(Match::fixed(from + 1, TimeKind::Set, format!("XXXX-WXX-{number}"))),
        _ => None,
    }
}

/// "yesterday", "tonight", "last week", "this year", "the next two days", "that day", "the weekend", "this morning".
#[must_use]
pub fn shifted(reader: Reader<'_>, at: usize) -> Option<Match> {
    match reader.class(at) {
        Class::RelativeDay(amount) => {
            // "USA Today" is a paper.
            let name = reader.is_capital(at) && at > 0 && reader.is_capital(at - 1);
            return (!name).then(|| Match::date(at + 1, days(amount, Base::Draft)));
        }
        Class::Tonight => {
            return Some(Match {
                end: at + 1,
                kind: TimeKind::Time,
                expression: part_of(days(0, Base::Draft), "NI"),
            });
        }
        _ => {}
    }
    let from = reader.skip(at, "the");
    let article = from > at;
    let past = reader.class(from) == Class::Shift(0) && reader.class(from + 1) == Class::Past;
    let from = if past { from + 1 } else { from };
    let behind = skip_adjective(reader, from + 1);
    match (reader.class(from), reader.class(behind)) {
        (Class::Shift(_) | Class::Past | Class::Latest, _) if amount_of_units(reader, from + 1).is_some() => {
            let (amount, unit, end) = amount_of_units(reader, from + 1)?;
            Some(Match::fixed(end, TimeKind::Duration, duration(amount, unit)))
        }
        (Class::Shift(shift), Class::Unit { unit, plural: false }) => {
            Some(shifted_unit(reader, from, shift, unit, behind))
        }
        (Class::Past, Class::Unit { unit, plural: false }) => {
            if unit == Unit::Weekend {
                return Some(Match::date(behind + 1, Expression::Weekend(Some(-1))));
            }
            if past || unit == Unit::Week && !article {
                return Some(Match::date(behind + 1, offset(unit, -1, Base::Draft)));
            }
            Some(Match::fixed(
                behind + 1,
                TimeKind::Duration,
                duration(Amount::Exact(1), unit),
            ))
        }
        (Class::Latest, Class::Unit { unit, plural: false }) if !unit.is_clock() => {
            Some(Match::date(behind + 1, offset(unit, -1, Base::Draft)))
        }
        (Class::Shift(_) | Class::Past, Class::Unit { unit, plural: true }) if unit != Unit::Quarter || !article => {
            Some(Match::fixed(
                behind + 1,
                TimeKind::Duration,
                duration(Amount::Vague, unit),
            ))
        }
        (Class::PastReference, Class::Unit { plural: true, .. }) if reader.is(from, "recent") => {
            Some(Match::fixed(behind + 1, TimeKind::Date, "PAST_REF"))
        }
        (Class::Latest, _) if reader.is(from + 1, "period") => {
            Some(Match::date(from + 2, offset(Unit::Quarter, -1, Base::Draft)))
        }
        (Class::Shift(1), Class::Unit { plural: true, .. }) if reader.is_any(from, &["coming", "upcoming"]) => {
            Some(Match::fixed(behind + 1, TimeKind::Date, "FUTURE_REF"))
        }
        (Class::Shift(shift), Class::Part(code)) => Some(shifted_part(reader, from, shift, code)),
        (Class::Same, Class::Unit { unit, plural: false }) if !unit.is_clock() && unit != Unit::Weekend => {
            // "that day" needs no article, "same" does; "that year's" is fine, "that quarter of" is a part.
            (reader.is(from, "that") != article && !reader.is(behind + 1, "of"))
                .then(|| Match::date(behind + 1, offset(unit, 0, Base::Narrated)))
        }
        (
            Class::Same,
            Class::Unit {
                unit: Unit::Weekend, ..
            },
        ) => Some(Match::date(behind + 1, Expression::Weekend(None))),
        (Class::Same, Class::Part(code)) => Some(Match {
            end: behind + 1,
            kind: TimeKind::Time,
            expression: part_of(days(0, Base::Narrated), code),
        }),
        _ => running(reader, at, from, article),
    }
}

fn shifted_unit(reader: Reader<'_>, from: usize, shift: i32, unit: Unit, behind: usize) -> Match {
    let end = behind + 1;
    if unit == Unit::Weekend {
        return Match::date(end, Expression::Weekend(Some(shift)));
    }
    if unit.is_clock() {
        return Match::fixed(end, TimeKind::Duration, duration(Amount::Exact(1), unit));
    }
    let narrated = reader.is_any(from, &["previous", "preceding", "following"]) || unit == Unit::Day && shift != 0;
    let base = if narrated { Base::Narrated } else { Base::Draft };
    Match::date(end, offset(unit, shift, base))
}

fn shifted_part(reader: Reader<'_>, from: usize, shift: i32, code: &'static str) -> Match {
    let base = if reader.is(from, "next") || reader.is(from, "following") || reader.is(from, "previous") {
        Base::Narrated
    } else {
        Base::Draft
    };
    Match {
        end: from + 2,
        kind: TimeKind::Time,
        expression: part_of(days(shift, base), code),
    }
}

/// "the weekend", "the quarter", "the year", "the day before", "the day after tomorrow".
fn running(reader: Reader<'_>, at: usize, from: usize, article: bool) -> Option<Match> {
    if reader.is(from, "year") && reader.is_any(from + 1, &["-", "'"]) {
        let end = reader.skip(from + 2, "s");
        return (reader.is(end, "end")).then(|| Match::date(end + 1, Expression::Running(Unit::Year)));
    }
    let from = if article { skip_adjective(reader, from) } else { from };
    let Class::Unit { unit, plural: false } = reader.class(from) else {
        return None;
    };
    let possessive = at > 0 && reader.before(at) == "its";
    if !article && !possessive {
        return None;
    }
    let next = from + 1;
    if unit == Unit::Day
        && let Class::RelativeDay(amount @ (-1 | 1)) = reader.class(next + 1)
        && reader.is_any(next, &["before", "after"])
    {
        return Some(Match::date(next + 2, days(amount * 2, Base::Draft)));
    }
    let ends = reader
        .get(next + 1)
        .is_none_or(|token| !token.lower.chars().all(char::is_alphanumeric));
    if reader.is_any(next, &["before", "earlier"]) && ends && !unit.is_clock() {
        return Some(Match::date(next + 1, offset(unit, -1, Base::Narrated)));
    }
    if reader.is_any(next, &["after", "later"]) && ends && !unit.is_clock() {
        return Some(Match::date(next + 1, offset(unit, 1, Base::Narrated)));
    }
    if reader.is_any(next, &["-", "of"]) && unit != Unit::Weekend {
        return None;
    }
    if unit == Unit::Year && reader.is_any(next, &["ended", "ending", "to", "through"]) {
        return Some(Match::fixed(next, TimeKind::Duration, "P1Y"));
    }
    match unit {
        Unit::Weekend => Some(Match::date(next, Expression::Weekend(None))),
        Unit::Quarter | Unit::Month | Unit::Year | Unit::Week => Some(Match::date(next, Expression::Running(unit))),
        _ => None,
    }
}

/// "fiscal", "full" between a word and its unit.
fn skip_adjective(reader: Reader<'_>, at: usize) -> usize {
    if reader.is_any(
        at,
        &[
            "fiscal",
            "full",
            "calendar",
            "financial",
            "trading",
            "school",
            "business",
            "crop",
            "working",
            "consecutive",
            "straight",
            "additional",
            "more",
            "long",
        ],
    ) && matches!(reader.class(at + 1), Class::Unit { .. })
    {
        at + 1
    } else {
        at
    }
}

fn amount_of_units(reader: Reader<'_>, at: usize) -> Option<(Amount, Unit, usize)> {
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
    if let Class::Unit { unit, plural: true } = reader.class(at) {
        let led = reader.is_any(at.wrapping_sub(1), &["for", "in", "within", "after", "over", "of"]);
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
    if unit == Unit::Quarter && (reader.is(next, "of") || amount == Amount::Article)
        || unit == Unit::Second && amount == Amount::Article
    {
        return None;
    }
    // "a 44-year-old", "60 years old": an age is no time.
    if reader.is(next, "old") || reader.is(next, "-") && reader.is_any(next + 1, &["old", "olds"]) {
        return None;
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
    match reader.word(suffix) {
        "ago" => return Some(told(-1, Base::Draft, suffix + 1)),
        "earlier" => return Some(told(-1, Base::Narrated, suffix + 1)),
        "before" | "previously" if ends => return Some(told(-1, Base::Narrated, suffix + 1)),
        "later" => return Some(told(1, Base::Narrated, suffix + 1)),
        "hence" => return Some(told(1, Base::Draft, suffix + 1)),
        "from" if reader.is_any(suffix + 1, &["now", "today"]) => return Some(told(1, Base::Draft, suffix + 2)),
        _ => {}
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
            Some((amount, unit, next + 1))
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
    counted
        || reader.get(before).is_some_and(|token| token.number.is_some())
        || reader.is_any(
            before,
            &[
                "once", "twice", "times", "percent", "%", "million", "billion", "thousand", "dollars", "cents", "hours",
            ],
        )
}

/// "the third quarter [of 1990]", "third-quarter", "last year's first quarter", "Q3 2025", "the first half of 2026".
#[must_use]
pub fn quarter(reader: Reader<'_>, at: usize) -> Option<Match> {
    if let Some(found) = short_quarter(reader, at) {
        return Some(found);
    }
    let (year, from) = leading_year(reader, at);
    let from = reader.skip(from, "fiscal");
    let from = if from > at && reader.is(from, "-") {
        from + 1
    } else {
        from
    };
    let ordinal = match reader.class(from) {
        Class::Ordinal(ordinal) => i8::try_from(ordinal).ok()?,
        Class::Unit {
            unit: Unit::Second,
            plural: false,
        } => 2,
        Class::Digits => {
            let (day, next) = reader.day_figures(from)?;
            return (next == from + 2)
                .then(|| ordinal_unit(reader, next, day, year))
                .flatten();
        }
        _ => return None,
    };
    ordinal_unit(reader, from + 1, ordinal, year)
}

fn ordinal_unit(reader: Reader<'_>, next: usize, ordinal: i8, year: YearName) -> Option<Match> {
    let next = if reader.is(next, "-") { next + 1 } else { next };
    let next = reader.skip(next, "fiscal");
    let (trailing, end) = trailing_year(reader, next + 1);
    let year = if year == YearName::Unnamed { trailing } else { year };
    match reader.class(next) {
        Class::Unit {
            unit: Unit::Quarter,
            plural: false,
        } if (1..=4).contains(&ordinal) => Some(Match::date(end, Expression::Quarter { quarter: ordinal, year })),
        _ if reader.is(next, "half") && (1..=2).contains(&ordinal) => {
            // Games have halves too.
            let told = year != YearName::Unnamed
                || reader.is(next, "half")
                    && reader.is(next.wrapping_sub(1), "-")
                    && reader.is_any(next + 1, &["profit", "results", "earnings", "sales", "revenue"]);
            let running = reader.is(next + 1, "of") && reader.is(next + 2, "the") && reader.is(next + 3, "year");
            (told || running).then(|| {
                Match::date(
                    if running { next + 4 } else { end },
                    Expression::Half { half: ordinal, year },
                )
            })
        }
        _ => None,
    }
}

fn short_quarter(reader: Reader<'_>, at: usize) -> Option<Match> {
    let letter = |at: usize| reader.is_capital(at).then(|| reader.word(at));
    let (which, number) = match (letter(at), reader.get(at + 1)) {
        (Some(which @ ("q" | "h")), Some(next)) if next.glued => (which, next.number?),
        _ => match (reader.get(at)?.number, letter(at + 1)) {
            (Some(number), Some("q")) if reader.is_glued(at + 1) => ("q", number),
            _ => return None,
        },
    };
    let (year, end) = trailing_year(reader, at + 2);
    let number = i8::try_from(number).ok()?;
    match which {
        "q" if (1..=4).contains(&number) => Some(Match::date(end, Expression::Quarter { quarter: number, year })),
        "h" if (1..=2).contains(&number) && year != YearName::Unnamed => {
            Some(Match::date(end, Expression::Half { half: number, year }))
        }
        _ => None,
    }
}

/// "this year's", "1989's", "the 1988", "the year-ago" before an ordinal.
fn leading_year(reader: Reader<'_>, at: usize) -> (YearName, usize) {
    let possessive = |next: usize| (reader.is(next, "'") && reader.is(next + 1, "s")).then_some(next + 2);
    if let Class::Shift(shift) = reader.class(at)
        && matches!(reader.class(at + 1), Class::Unit { unit: Unit::Year, .. })
        && let Some(next) = possessive(at + 2)
    {
        return (YearName::Shift(shift), next);
    }
    let from = reader.skip(at, "the");
    if let Some(year) = reader.year(from) {
        return (YearName::Given(year), possessive(from + 1).unwrap_or(from + 1));
    }
    if reader.is(from, "year") && reader.is(from + 1, "-") && reader.is_any(from + 2, &["ago", "earlier"]) {
        return (YearName::YearAgo, from + 3);
    }
    (YearName::Unnamed, from)
}

/// "of 1990", "1990", "of last year", "a year ago".
fn trailing_year(reader: Reader<'_>, at: usize) -> (YearName, usize) {
    let from = if reader.is_any(at, &["of", ",", "in"]) {
        at + 1
    } else {
        at
    };
    if let Some(year) = reader.year(from) {
        return (YearName::Given(year), from + 1);
    }
    if let Some((year, end)) = year_in_words(reader, from) {
        return (YearName::Given(year), end);
    }
    if let Class::Shift(shift) = reader.class(from)
        && matches!(reader.class(from + 1), Class::Unit { unit: Unit::Year, .. })
    {
        return (YearName::Shift(shift), from + 2);
    }
    if reader.is_any(from, &["a", "one"]) && reader.is(from + 1, "year") && reader.is_any(from + 2, &["ago", "earlier"])
    {
        return (YearName::YearAgo, from + 3);
    }
    (YearName::Unnamed, at)
}

/// "last summer", "the spring of 2025", "summer 2026", "in winter".
#[must_use]
pub fn season(reader: Reader<'_>, at: usize) -> Option<Match> {
    let (shift, from) = match reader.class(at) {
        Class::Shift(shift) => (Some(shift), at + 1),
        Class::Past => (Some(-1), at + 1),
        _ => (None, reader.skip(at, "the")),
    };
    let Class::Season { code, plural: false } = reader.class(from) else {
        return None;
    };
    let (year, end) = trailing_year(reader, from + 1);
    if year != YearName::Unnamed {
        return Some(Match::date(end, Expression::Season { code, year }));
    }
    let before = reader.before(at);
    let led = matches!(
        before,
        "in" | "during"
            | "since"
            | "until"
            | "by"
            | "through"
            | "before"
            | "after"
            | "early"
            | "late"
            | "mid"
            | "of"
            | "-"
            | "over"
            | "for"
    );
    // "the fall of the government", "a spring": a season needs more than its name.
    let alone = led
        && !reader.is(from + 1, "of")
        && !reader.is_capital(from)
        && (code != "FA" || from > at || reader.is(from, "autumn"));
    (shift.is_some() || alone).then(|| {
        let year = shift.map_or(YearName::Unnamed, YearName::Beside);
        Match::date(from + 1, Expression::Season { code, year })
    })
}

/// "every Tuesday", "each year", "every two weeks", "daily".
#[must_use]
pub fn set(reader: Reader<'_>, at: usize) -> Option<Match> {
    if let Class::Frequency(value) = reader.class(at) {
        let name = reader.is_capital(at) && at > 0;
        return (!name).then(|| Match::fixed(at + 1, TimeKind::Set, value));
    }
    if reader.is(at, "per")
        && let Class::Unit { unit, plural: false } = reader.class(at + 1)
        && unit != Unit::Second
    {
        return Some(Match::fixed(at + 2, TimeKind::Set, duration(Amount::Exact(1), unit)));
    }
    if reader.class(at) != Class::Every {
        return None;
    }
    let from = if reader.is(at + 1, "other") || reader.class(at + 1) == Class::Ordinal(2) {
        at + 2
    } else {
        at + 1
    };
    let times = if from > at + 1 { 2 } else { 1 };
    match reader.class(from) {
        Class::Unit { unit, plural: false } => Some(Match::fixed(
            from + 1,
            TimeKind::Set,
            duration(Amount::Exact(times), unit),
        )),
        Class::Weekday { number, short: false } => {
            Some(Match::fixed(from + 1, TimeKind::Set, format!("XXXX-WXX-{number}")))
        }
        Class::Month { number, short: false } => {
            Some(Match::fixed(from + 1, TimeKind::Set, format!("XXXX-{number:02}")))
        }
        Class::Season { code, .. } => Some(Match::fixed(from + 1, TimeKind::Set, format!("XXXX-{code}"))),
        Class::Part(code) => Some(Match::fixed(from + 1, TimeKind::Set, format!("XXXX-XX-XXT{code}"))),
        _ => {
            let (amount, unit, end) = amount_of_units(reader, from)?;
            Some(Match::fixed(end, TimeKind::Set, duration(amount, unit)))
        }
    }
}

/// "now", "recently", "the past", "the near future", "these days".
#[must_use]
pub fn reference(reader: Reader<'_>, at: usize) -> Option<Match> {
    let dated = |end: usize, value: &str| Some(Match::fixed(end, TimeKind::Date, value));
    let word = reader.word(at);
    match reader.class(at) {
        Class::Present => return dated(at + 1, "PRESENT_REF"),
        Class::PastReference if word != "recent" => return dated(at + 1, "PAST_REF"),
        Class::FutureReference if word != "future" => return dated(at + 1, "FUTURE_REF"),
        _ => {}
    }
    match word {
        "the" => match reader.word(at + 1) {
            "past" if !reader.is_any(at + 2, &["and"]) => {
                let ends = reader
                    .get(at + 2)
                    .is_none_or(|token| !token.lower.chars().all(char::is_alphanumeric));
                ends.then(|| dated(at + 2, "PAST_REF")).flatten()
            }
            "future" => dated(at + 2, "FUTURE_REF"),
            "near" | "foreseeable" | "immediate" if reader.is(at + 2, "future") => dated(at + 3, "FUTURE_REF"),
            "moment" if reader.before(at) == "at" => dated(at + 2, "PRESENT_REF"),
            _ => None,
        },
        "these" if reader.is(at + 1, "days") => dated(at + 2, "PRESENT_REF"),
        "right" if reader.is(at + 1, "now") => dated(at + 2, "PRESENT_REF"),
        "present" if reader.before(at) == "at" => dated(at + 1, "PRESENT_REF"),
        _ => None,
    }
}

fn offset(unit: Unit, amount: i32, base: Base) -> Expression {
    Expression::Offset { unit, amount, base }
}

fn days(amount: i32, base: Base) -> Expression {
    offset(Unit::Day, amount, base)
}

fn part_of(day: Expression, code: &str) -> Expression {
    Expression::Clock {
        day: Some(Box::new(day)),
        clock: format!("T{code}"),
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
        Amount::Half(whole) => format!("{whole}.5"),
    };
    let clock = if unit.is_clock() { "T" } else { "" };
    format!("P{clock}{number}{letter}")
}
