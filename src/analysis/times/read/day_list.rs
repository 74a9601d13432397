//! Weekdays in a list beside their days in a list: "Monday and Tuesday, Sept. 22 and 23", "Friday to Sunday, 3-5 October". Each
//! weekday belongs to the day at its own place in the list. It never reads a weekday that stands alone.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::analysis::times::expression::{DayName, Expression, YearName};
use crate::analysis::times::read::dates::day;
use crate::analysis::times::read::parts::{after_shifts, month_at, trailing_year};
use crate::analysis::times::read::reader::TimeReader;
use crate::analysis::times::words::{TimeClass, TimeList};

/// One time of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ListedTime {
    /// Its first token.
    pub start: usize,
    /// One past its last token.
    pub end: usize,
    /// What it says.
    pub expression: Expression,
}

/// The weekdays and the days of a list that begins at `at`, in order. A weekday claims the day that belongs to it; where it is
/// not clear which that is (two weekdays, three days), it is left out.
#[must_use]
pub fn listed_days(reader: TimeReader<'_>, at: usize) -> Option<Vec<ListedTime>> {
    let from = after_shifts(reader, at);
    let weekdays = weekdays(reader, from)?;
    let days = days(reader, weekdays.end, weekdays.items.len())?;
    let year = days.year;
    let first = weekdays.items.first()?.number;
    let named = weekdays.items.iter().enumerate().filter_map(|(place, weekday)| {
        let (month, day) = day_beside(
            &weekdays,
            &days,
            place,
            weekday.number.wrapping_sub(first).rem_euclid(7),
        )?;
        let claimed = DayName {
            weekday: Some(weekday.number),
            ..DayName::plain(year, month, day)
        };
        let start = if place == 0 { at } else { weekday.start };
        let expression = Expression::Day(claimed);
        Some(ListedTime {
            start,
            end: weekday.end,
            expression,
        })
    });
    let mut times: Vec<ListedTime> = named.collect();
    match (days.is_range, days.items.as_slice()) {
        (true, [one, other]) => times.push(ListedTime {
            start: one.start,
            end: days.end,
            expression: Expression::Day(DayName {
                last: Some((other.month, other.day)),
                ..DayName::plain(year, one.month, one.day)
            }),
        }),
        (_, items) => times.extend(items.iter().enumerate().map(|(place, item)| ListedTime {
            start: item.start,
            end: if place + 1 == items.len() { days.end } else { item.end },
            expression: Expression::Day(DayName::plain(year, item.month, item.day)),
        })),
    }
    Some(times)
}

/// Month and day that belong to the weekday at `place` of the list, so many days after its first weekday.
fn day_beside(weekdays: &WeekdayList, days: &DayList, place: usize, later: i8) -> Option<(i8, i8)> {
    let (names, numbers) = (weekdays.items.len(), days.items.len());
    let (first, last) = (weekdays.items.first()?.number, weekdays.items.last()?.number);
    let length = i64::from(last.wrapping_sub(first).rem_euclid(7));
    if days.is_range {
        let (one, other) = (
            days.items.first()?.date(days.year)?,
            days.items.last()?.date(days.year)?,
        );
        let other = if other < one {
            other.checked_add(1.year()).ok()?
        } else {
            other
        };
        let is_as_long = (other - one).get_days() == i32::try_from(length).ok()?;
        // Without a year nobody knows how long February is.
        let is_known = one.month() != 2 || other.month() == 2 || matches!(days.year, YearName::Given(_));
        let date = one.checked_add(i64::from(later).days()).ok()?;
        return (is_as_long && is_known).then_some((date.month(), date.day()));
    }
    let is_paired = if weekdays.is_range {
        i64::try_from(numbers).ok()? == length + 1
    } else {
        numbers % names == 0
    };
    let index = if weekdays.is_range && place > 0 {
        numbers - 1
    } else {
        place
    };
    let item = days.items.get(index).filter(|_| is_paired)?;
    item.date(days.year).map(|_| (item.month, item.day))
}

/// Weekdays in a list, two at least.
struct WeekdayList {
    items: Vec<ListedWeekday>,
    /// "Friday to Sunday".
    is_range: bool,
    end: usize,
}

struct ListedWeekday {
    start: usize,
    end: usize,
    number: i8,
}

/// What joins two of a list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// A comma, "and", "or".
    Next,
    /// "To", "through", a dash.
    Range,
}

/// Lists are not longer than a week, and a few weeks of days.
const LONGEST: usize = 12;

fn weekdays(reader: TimeReader<'_>, at: usize) -> Option<WeekdayList> {
    let mut items = Vec::new();
    let mut is_range = false;
    let mut next = at;
    while let TimeClass::Weekday { number, short } = reader.class(next)
        && reader.is_capital(next)
        && items.len() < LONGEST
    {
        let end = if short { reader.skip(next + 1, ".") } else { next + 1 };
        items.push(ListedWeekday {
            start: next,
            end,
            number,
        });
        let Some((joint, after)) = joint(reader, end) else {
            break;
        };
        is_range |= joint == Joint::Range && matches!(reader.class(after), TimeClass::Weekday { .. });
        next = after;
    }
    let end = items.last()?.end;
    let is_list = items.len() > 1 && !(is_range && items.len() > 2);
    is_list.then_some(WeekdayList { items, is_range, end })
}

/// What joins the next of a list, and where that begins.
fn joint(reader: TimeReader<'_>, at: usize) -> Option<(Joint, usize)> {
    if reader.is_any(at, &["-", "to", "through", "thru", "until", "till"]) {
        return Some((Joint::Range, at + 1));
    }
    let comma = reader.skip(at, ",");
    let word = if reader.is_any(comma, &["and", "or", "&", "/"]) {
        comma + 1
    } else {
        comma
    };
    (word > at).then(|| (Joint::Next, reader.skip(word, "on")))
}

/// Days in a list, two at least.
struct DayList {
    items: Vec<ListedDay>,
    /// "22 to 26".
    is_range: bool,
    year: YearName,
    end: usize,
}

struct ListedDay {
    start: usize,
    end: usize,
    month: i8,
    day: i8,
}

impl ListedDay {
    /// The date, in a year without a leap day where none is given.
    fn date(&self, year: YearName) -> Option<Date> {
        let year = match year {
            YearName::Given(year) => year,
            _ => 2001,
        };
        Date::new(year, self.month, self.day).ok()
    }
}

/// The days after so many weekdays: "(Sept. 22 and 23)", ", 7, 8 and 9 October".
fn days(reader: TimeReader<'_>, at: usize, weekdays: usize) -> Option<DayList> {
    let next = if reader.is_any(at, &[",", "("]) { at + 1 } else { at };
    let next = if reader.is_any(next, &["from", "on", "the"]) {
        next + 1
    } else {
        next
    };
    let (items, is_range) = month_first(reader, next, weekdays).or_else(|| day_first(reader, next))?;
    let (year, end) = trailing_year(reader, items.last()?.end);
    (items.len() > 1).then_some(DayList {
        items,
        is_range,
        year,
        end,
    })
}

/// "Sept. 22, 23 and 24", "Sept. 30 through Oct. 2".
fn month_first(reader: TimeReader<'_>, at: usize, weekdays: usize) -> Option<(Vec<ListedDay>, bool)> {
    let (mut month, after) = month_at(reader, at)?;
    let mut items: Vec<ListedDay> = Vec::new();
    let mut is_range = false;
    let (mut start, mut next) = (at, after);
    while let Some((number, end)) = day(reader, reader.skip(next, "the")).filter(|(number, _)| *number <= 31) {
        let is_bare = start == next;
        let goes_back = is_bare && items.last().is_some_and(|last| last.day >= number);
        // "Sept. 22 and 23 people came"; so many days as weekdays are days.
        let counted = reader.is_noun_like(end) || reader.is_on(end, TimeList::PartOfNumber);
        if goes_back || is_bare && counted && items.len() + 1 != weekdays {
            break;
        }
        items.push(ListedDay {
            start,
            end,
            month,
            day: number,
        });
        let Some((joint, after)) = joint(reader, end).filter(|_| !is_range && items.len() < LONGEST) else {
            break;
        };
        (start, next) = (after, after);
        if let Some((other, after)) = month_at(reader, after) {
            (month, next) = (other, after);
        }
        is_range = joint == Joint::Range && day(reader, next).is_some();
    }
    let is_range = is_range && items.len() > 1;
    (!is_range || items.len() == 2).then_some((items, is_range))
}

/// "7, 8 and 9 October", "30 September to 2 October".
fn day_first(reader: TimeReader<'_>, at: usize) -> Option<(Vec<ListedDay>, bool)> {
    let mut items: Vec<ListedDay> = Vec::new();
    let mut is_range = false;
    let mut named = 0;
    let mut next = at;
    while let Some((number, end)) = day(reader, reader.skip(next, "the")).filter(|(number, _)| *number <= 31) {
        items.push(ListedDay {
            start: next,
            end,
            month: 0,
            day: number,
        });
        let mut after = end;
        if let Some((month, end)) = month_at(reader, reader.skip(end, "of")) {
            items.iter_mut().skip(named).for_each(|item| item.month = month);
            items.last_mut()?.end = end;
            named = items.len();
            after = end;
        }
        let Some((joint, beyond)) = joint(reader, after).filter(|_| !is_range && items.len() < LONGEST) else {
            break;
        };
        next = beyond;
        is_range = joint == Joint::Range && day(reader, next).is_some();
    }
    // What has no month is the number of something else.
    let is_range = is_range && named == items.len();
    items.truncate(named);
    (!items.is_empty() && (!is_range || named == 2)).then_some((items, is_range))
}
