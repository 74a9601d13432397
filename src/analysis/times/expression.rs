//! What a time expression says before it is set against a date: plain data, kept with its block. It never holds a resolved day.

use crate::analysis::times::unit::TimeUnit;

/// What a time expression says.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// A day of a month.
    Day(DayName),
    /// A day of a month that is not named ("the 21st").
    DayOfMonth(i8),
    /// A month.
    Month {
        /// 1..=12.
        month: i8,
        /// Its year.
        year: YearName,
    },
    /// A weekday, with "last" (-1), "this" (0) or "next" (1).
    Weekday {
        /// Monday is 1.
        weekday: i8,
        /// "last", "this", "next".
        shift: Option<i32>,
        /// From where "previous" and "following" count.
        base: Base,
    },
    /// A year.
    Year(i16),
    /// Several years, first and last ("2025-26").
    Years(i16, i16),
    /// A decade by its first three figures.
    Decade(i32),
    /// A century by its first two figures.
    Century(i32),
    /// A season by its TIMEX3 code.
    Season {
        /// SP, SU, FA, WI.
        code: &'static str,
        /// Its year.
        year: YearName,
    },
    /// A quarter.
    Quarter {
        /// 1..=4.
        quarter: i8,
        /// Its year.
        year: YearName,
    },
    /// The quarter that the story is in, in another year ("the 1988 quarter", "the year-ago period").
    QuarterOf(YearName),
    /// A half of a year.
    Half {
        /// 1 or 2.
        half: i8,
        /// Its year.
        year: YearName,
    },
    /// A unit counted from a base: yesterday is a day at -1, "this week" a week at 0.
    Offset {
        /// What is counted.
        unit: TimeUnit,
        /// How many.
        amount: i32,
        /// From where.
        base: Base,
    },
    /// The same day so many units before the draft's date ("a decade ago today").
    Anniversary {
        /// What is counted.
        unit: TimeUnit,
        /// How many.
        amount: i32,
    },
    /// The unit that the story is in ("the quarter").
    Running(TimeUnit),
    /// A day that has a name and no fixed date, or a day with a word next to it ("last Thanksgiving").
    Holiday {
        /// On which day it falls.
        rule: HolidayRule,
        /// Its year.
        year: YearName,
    },
    /// A unit by one of its days ("the week of March 6").
    Holding {
        /// The unit.
        unit: TimeUnit,
        /// The day.
        day: Box<Expression>,
    },
    /// Days from a day ("the day before Christmas").
    DaysFrom {
        /// The day.
        day: Box<Expression>,
        /// How many days after it.
        days: i32,
    },
    /// A weekend: -1, 0, 1, or none ("at the weekend").
    Weekend(Option<i32>),
    /// A day with a clock time or a part of the day ("T22:00", "TMO"); without a day it is the draft's.
    Clock {
        /// The day.
        day: Option<Box<Expression>>,
        /// The TIMEX3 letters after the day.
        clock: String,
    },
    /// A clock time that no clock shows ("25:10 GMT").
    NoSuchClock,
    /// A value that needs no date: durations, sets, references.
    Fixed(String),
}

/// A day of a month as written; it need not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayName {
    /// Its year.
    pub year: YearName,
    /// 1..=12 where the month is a word; figures can name any.
    pub month: i8,
    /// The day.
    pub day: i8,
    /// The weekday that is claimed, Monday is 1.
    pub weekday: Option<i8>,
    /// Month and day of the last day of a range.
    pub last: Option<(i8, i8)>,
    /// Whether month and day can be meant the other way round ("03/04/2025").
    pub either_order: bool,
}

/// A year as an expression names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearName {
    /// Not at all.
    Unnamed,
    /// In figures or words.
    Given(i16),
    /// Counted from the draft's year ("this year's second quarter").
    Shift(i32),
    /// Two figures.
    Short(i16),
    /// By a word next to the month or season itself ("last June", "next summer").
    Shifted(i32),
    /// Not named, and the nearest one whatever the verb says ("the March vote").
    Nearest,
    /// Not named, and the verb says little, since the time depends on a noun ("the visit in June").
    Loose,
    /// The year before the one that would be meant ("the year-ago third quarter").
    YearAgo,
}

/// What an offset counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// The draft's date, by whole units ("last week").
    Draft,
    /// The draft's date, as a distance ("two weeks ago").
    Ago,
    /// The time mentioned last ("two weeks earlier").
    Narrated,
}

/// On which day of a year a holiday falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HolidayRule {
    /// Month and day.
    Fixed(i8, i8),
    /// The nth weekday (Monday is 1) of a month, the last one for -1, and the days after it.
    Weekday {
        /// 1..=12.
        month: i8,
        /// 1..=7.
        weekday: i8,
        /// 1..=5, or -1.
        nth: i8,
        /// How many days later.
        after: i32,
    },
    /// Days after Easter Sunday of the western churches.
    Easter(i32),
}

impl DayName {
    /// A day that nothing but month, day and year describe.
    #[must_use]
    pub fn plain(year: YearName, month: i8, day: i8) -> Self {
        Self {
            year,
            month,
            day,
            weekday: None,
            last: None,
            either_order: false,
        }
    }
}

impl Expression {
    /// A unit counted from a base: "last week".
    #[must_use]
    pub fn offset(unit: TimeUnit, amount: i32, base: Base) -> Self {
        Expression::Offset { unit, amount, base }
    }

    /// Days counted from a base: "yesterday".
    #[must_use]
    pub fn days(amount: i32, base: Base) -> Self {
        Self::offset(TimeUnit::Day, amount, base)
    }

    /// A part of a day by its TIMEX3 letters: "that morning".
    #[must_use]
    pub fn part_of(day: Expression, code: &str) -> Self {
        Expression::Clock {
            day: Some(Box::new(day)),
            clock: format!("T{code}"),
        }
    }

    /// Whether the direction decides the value.
    #[must_use]
    pub fn needs_direction(&self) -> bool {
        match self {
            Expression::Weekday {
                shift: None | Some(0), ..
            }
            | Expression::DayOfMonth(_)
            | Expression::Weekend(None) => true,
            Expression::Day(day) => day.year == YearName::Unnamed,
            Expression::Month { year, .. }
            | Expression::Season { year, .. }
            | Expression::Quarter { year, .. }
            | Expression::Half { year, .. }
            | Expression::Holiday { year, .. } => matches!(year, YearName::Unnamed | YearName::Loose),
            Expression::Holding { day, .. } | Expression::DaysFrom { day, .. } => day.needs_direction(),
            Expression::Clock { day, .. } => day.as_ref().is_none_or(|day| day.needs_direction()),
            _ => false,
        }
    }
}
