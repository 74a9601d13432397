//! Sets the time expressions of a draft against its date. Without a date it claims no calendar day.

use jiff::civil::Date;

use crate::analysis::times::calendar::{self, Days};
use crate::analysis::times::choice;
use crate::analysis::times::expression::{Base, DayName, Direction, Expression, YearName};
use crate::analysis::times::nearest::{apart, earliest_day, latest_day, nearest_day};
use crate::analysis::times::told::Told;
use crate::analysis::times::words::Unit;

/// What an expression comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved {
    /// TIMEX3 value.
    pub value: String,
    /// The days it names.
    pub days: Option<Days>,
    /// How sure the value is, 0..=1.
    pub confidence: f32,
    /// How it was resolved.
    pub because: String,
}

impl Resolved {
    /// A value with its days.
    #[must_use]
    pub fn new((value, days): (String, Option<Days>), confidence: f32, because: impl Into<String>) -> Self {
        Self {
            value,
            days,
            confidence,
            because: because.into(),
        }
    }

    fn unknown(value: impl Into<String>, because: impl Into<String>) -> Self {
        Self::new((value.into(), None), 0.3, because)
    }
}

/// What has been told so far.
#[derive(Clone, Debug)]
pub struct Story {
    anchor: Option<Date>,
    told: Told,
}

impl Story {
    /// A story told on `anchor`.
    #[must_use]
    pub fn new(anchor: Option<Date>) -> Self {
        Self {
            anchor,
            told: Told::default(),
        }
    }

    /// Resolves an expression and remembers it.
    pub fn resolve(&mut self, expression: &Expression, direction: Direction) -> Resolved {
        let resolved = self.resolved(expression, direction);
        self.told.remember(expression, resolved.days);
        resolved
    }

    fn resolved(&self, expression: &Expression, direction: Direction) -> Resolved {
        match expression {
            Expression::Fixed(value) => Resolved::new((value.clone(), None), 0.9, "needs no date"),
            Expression::NoSuchClock => Resolved::unknown("", "no clock shows it"),
            Expression::Year(year) => Resolved::new(
                (format!("{year:04}"), calendar::years_days(*year, *year)),
                0.95,
                "a year as written",
            ),
            Expression::Years(first, last) => Resolved::new(
                (format!("{first:04}"), calendar::years_days(*first, *last)),
                0.8,
                "two years as written",
            ),
            Expression::Decade(decade) => {
                let first = i16::try_from(decade * 10).unwrap_or_default();
                Resolved::new(
                    (format!("{decade:03}"), calendar::years_days(first, first + 9)),
                    0.9,
                    "a decade as written",
                )
            }
            Expression::Century(century) => {
                let first = i16::try_from(century * 100).unwrap_or_default();
                Resolved::new(
                    (format!("{century:02}"), calendar::years_days(first, first + 99)),
                    0.9,
                    "a century as written",
                )
            }
            Expression::Day(day) => self.day(day, direction),
            Expression::Clock { day, clock } => self.clock(day.as_deref(), clock, direction),
            _ => match self.anchor {
                Some(anchor) => self
                    .relative(expression, direction, anchor)
                    .unwrap_or_else(|| Resolved::unknown("", "lies outside of the calendar")),
                None => self.without_anchor(expression),
            },
        }
    }

    fn without_anchor(&self, expression: &Expression) -> Resolved {
        let because = "the draft gives no date to count from";
        match expression {
            Expression::Weekday { weekday, .. } => Resolved::unknown(format!("XXXX-WXX-{weekday}"), because),
            Expression::Month {
                month,
                year: YearName::Given(year),
            } => self.month(*month, *year),
            Expression::Month { month, .. } => Resolved::unknown(format!("XXXX-{month:02}"), because),
            Expression::Season {
                code,
                year: YearName::Given(year),
            } => Resolved::new(calendar::season(*year, code), 0.9, "season and year as written"),
            Expression::Quarter {
                quarter,
                year: YearName::Given(year),
            } => Resolved::new(calendar::quarter(*year, *quarter), 0.95, "quarter and year as written"),
            Expression::Half {
                half,
                year: YearName::Given(year),
            } => Resolved::new(calendar::half(*year, *half), 0.95, "half and year as written"),
            Expression::Season { code, .. } => Resolved::unknown(format!("XXXX-{code}"), because),
            Expression::Quarter { quarter, .. } => Resolved::unknown(format!("XXXX-Q{quarter}"), because),
            Expression::Half { half, .. } => Resolved::unknown(format!("XXXX-H{half}"), because),
            Expression::Offset {
                unit,
                amount,
                base: Base::Narrated,
            } => match self
                .told
                .last(*unit)
                .and_then(|told| calendar::moved(told, *unit, *amount))
            {
                Some(date) => Resolved::new(calendar::unit_of(date, *unit), 0.6, "counted from the time told last"),
                None => Resolved::unknown("", because),
            },
            _ => Resolved::unknown("", because),
        }
    }

    fn day(&self, name: &DayName, direction: Direction) -> Resolved {
        let written = |date: Date, confidence: f32, because: &str| {
            let last = name
                .last
                .and_then(|(month, day)| Date::new(date.year(), month, day).ok())
                .filter(|last| *last > date);
            let value = match last {
                Some(last) => format!("{date}/{last}"),
                None => date.to_string(),
            };
            Resolved::new((value, Some((date, last.unwrap_or(date)))), confidence, because)
        };
        let given = self.year_of(name.year).or(match name.year {
            YearName::Short(short) => Some(if short < 50 { 2000 + short } else { 1900 + short }),
            _ => None,
        });
        let (month, day) = (name.month, name.day);
        if let Some(year) = given {
            return match Date::new(year, month, day) {
                Ok(date) => written(date, if name.either_order { 0.6 } else { 1.0 }, "a date as written"),
                Err(_) => Resolved::unknown(format!("{year:04}-{month:02}-{day:02}"), "there is no such day"),
            };
        }
        let unknown = format!("XXXX-{month:02}-{day:02}");
        let Some(anchor) = self.anchor else {
            return Resolved::unknown(unknown, "the draft gives no year");
        };
        // A year told just before counts more than the draft's when it is a history ("In 1998 … on March 3").
        let near = nearest_day(anchor, month, day);
        let before = latest_day(anchor, month, day);
        let after = earliest_day(anchor, month, day);
        let chosen = match direction {
            Direction::Future => after,
            Direction::Past => before,
            Direction::Unknown => near,
        };
        // A verb's tense is no proof against a date that lies days from the draft's.
        let chosen = match (chosen, near) {
            (Some(chosen), Some(near)) if apart(chosen, anchor) > 300 && apart(near, anchor) < 60 => Some(near),
            (chosen, near) => chosen.or(near),
        };
        match chosen {
            Some(date) => written(date, 0.85, "in the year nearest to the draft's date"),
            None => Resolved::unknown(unknown, "there is no such day"),
        }
    }

    fn clock(&self, day: Option<&Expression>, clock: &str, direction: Direction) -> Resolved {
        let on = match day {
            Some(day) => self.resolved(day, direction),
            None => match (self.told.recent_day(), self.anchor) {
                (Some(told), _) => Resolved::new(
                    (told.to_string(), Some((told, told))),
                    0.5,
                    "a clock time on the day told last",
                ),
                (None, Some(anchor)) => Resolved::new(
                    (anchor.to_string(), Some((anchor, anchor))),
                    0.6,
                    "a clock time on the draft's date",
                ),
                (None, None) => Resolved::unknown("XXXX-XX-XX", "the draft gives no date to count from"),
            },
        };
        let value = if on.value.is_empty() {
            "XXXX-XX-XX"
        } else {
            on.value.as_str()
        };
        Resolved {
            value: format!("{value}{clock}"),
            ..on
        }
    }

    fn year_of(&self, year: YearName) -> Option<i16> {
        match year {
            YearName::Given(year) => Some(year),
            YearName::Shift(shift) => self.anchor?.year().checked_add(i16::try_from(shift).ok()?),
            _ => None,
        }
    }

    fn month(&self, month: i8, year: i16) -> Resolved {
        let days = Date::new(year, month, 1)
            .ok()
            .map(|first| (first, first.last_of_month()));
        Resolved::new(
            (format!("{year:04}-{month:02}"), days),
            0.95,
            "month and year as written",
        )
    }

    fn relative(&self, expression: &Expression, direction: Direction, anchor: Date) -> Option<Resolved> {
        let date_of = |anchor: Date| calendar::in_words(anchor);
        Some(match expression {
            Expression::Weekday {
                weekday,
                shift: Some(shift),
                base: Base::Narrated,
            } => {
                // "the previous Friday" counts from what was told last.
                let told = self.told.last(Unit::Day)?;
                let resolved = choice::weekday(*weekday, Some(*shift), direction, told)?;
                Resolved {
                    confidence: 0.6,
                    ..resolved
                }
            }
            Expression::Weekday { weekday, shift, .. } => return choice::weekday(*weekday, *shift, direction, anchor),
            Expression::DayOfMonth(day) => {
                let told = self.told.last(Unit::Month).unwrap_or(anchor);
                let date = Date::new(told.year(), told.month(), *day).ok()?;
                Resolved::new((date.to_string(), Some((date, date))), 0.5, "in the month told last")
            }
            Expression::Month { month, year } => {
                if let YearName::Given(year) = year {
                    return Some(self.month(*month, *year));
                }
                let year = choice::year_without_name(*year, direction, anchor, &|year| {
                    Some((
                        Date::new(year, *month, 1).ok()?,
                        Date::new(year, *month, 1).ok()?.last_of_month(),
                    ))
                })?;
                let mut resolved = self.month(*month, year);
                resolved.confidence = 0.8;
                resolved.because = format!("month nearest to the draft's date, {}", date_of(anchor));
                resolved
            }
            Expression::Season { code, year } => {
                let year = choice::year_without_name(*year, direction, anchor, &|year| calendar::season(year, code).1)?;
                Resolved::new(
                    calendar::season(year, code),
                    0.8,
                    format!("counted from {}", date_of(anchor)),
                )
            }
            Expression::Quarter { quarter, year } => {
                // Quarters are told for a year or more: the nearest one is meant, whatever the verb says.
                let year = choice::year_without_name(*year, Direction::Unknown, anchor, &|year| {
                    calendar::quarter(year, *quarter).1
                })?;
                Resolved::new(
                    calendar::quarter(year, *quarter),
                    0.8,
                    format!("counted from {}", date_of(anchor)),
                )
            }
            Expression::Holiday { rule, year } => {
                let date = choice::holiday(*rule, *year, direction, anchor)?;
                let because = format!("{}, the one nearest to {}", date_of(date), date_of(anchor));
                Resolved::new((date.to_string(), Some((date, date))), 0.8, because)
            }
            Expression::Beside { day, days } => {
                let (date, _) = self.resolved(day, direction).days?;
                let beside = calendar::plus_days(date, *days)?;
                let because = format!("counted from {}", date_of(date));
                Resolved::new((beside.to_string(), Some((beside, beside))), 0.7, because)
            }
            // "The quarter ended June 30" goes by the name that the story gave it.
            Expression::Holding {
                unit: Unit::Quarter, ..
            } if self.told.recent_quarter().is_some() => self.running(Unit::Quarter, anchor)?,
            Expression::Holding { unit, day } => {
                let (date, _) = self.resolved(day, direction).days?;
                Resolved::new(calendar::unit_of(date, *unit), 0.8, format!("holds {}", date_of(date)))
            }
            Expression::Half { half, year } => {
                let year = choice::year_without_name(*year, direction, anchor, &|year| calendar::half(year, *half).1)?;
                Resolved::new(
                    calendar::half(year, *half),
                    0.8,
                    format!("counted from {}", date_of(anchor)),
                )
            }
            Expression::QuarterOf(year) => self.quarter_of(*year, anchor)?,
            Expression::Weekend(shift) => choice::weekend(*shift, direction, anchor)?,
            Expression::Running(unit) => self.running(*unit, anchor)?,
            Expression::Offset { unit, amount, base } => self.offset(*unit, *amount, *base, anchor)?,
            _ => return None,
        })
    }

    fn offset(&self, unit: Unit, amount: i32, base: Base, anchor: Date) -> Option<Resolved> {
        if unit == Unit::Year
            && amount == -1
            && base != Base::Draft
            && let Some(quarter) = self.told.recent_quarter()
        {
            let date = calendar::moved(quarter, Unit::Year, -1)?;
            return Some(Resolved::new(
                calendar::unit_of(date, Unit::Quarter),
                0.6,
                "the same quarter of the year before",
            ));
        }
        let told = (base == Base::Narrated).then(|| self.told.last(unit)).flatten();
        // "Two days later": later than something that was not told by its day. The draft's date is not it.
        if base == Base::Narrated && told.is_none() && amount > 0 {
            return Some(Resolved::unknown("", "nothing told before it gives a day to count from"));
        }
        let (from, confidence) = match told {
            Some(told) => (told, 0.7),
            None => (anchor, 0.9),
        };
        let date = calendar::moved(from, unit, amount)?;
        let because = match told {
            Some(told) => format!("counted from the time told last, {}", calendar::in_words(told)),
            None => format!("counted from the draft's date, {}", calendar::in_words(anchor)),
        };
        Some(Resolved::new(calendar::unit_of(date, unit), confidence, because))
    }

    /// The quarter told last, else the one that is over, in another year.
    fn quarter_of(&self, year: YearName, anchor: Date) -> Option<Resolved> {
        let told = match self.told.recent_quarter() {
            Some(told) => told,
            None => calendar::moved(anchor, Unit::Quarter, -1)?,
        };
        let year = match year {
            YearName::Given(year) => year,
            _ => told.year() - 1,
        };
        let value = calendar::quarter(year, calendar::quarter_of(told));
        Some(Resolved::new(value, 0.6, "the quarter told last, in that year"))
    }

    fn running(&self, unit: Unit, anchor: Date) -> Option<Resolved> {
        if unit == Unit::Quarter {
            let date = match self.told.recent_quarter() {
                Some(told) => told,
                None => calendar::moved(anchor, Unit::Quarter, -1)?,
            };
            return Some(Resolved::new(
                calendar::unit_of(date, unit),
                0.6,
                "the quarter told last",
            ));
        }
        Some(Resolved::new(
            calendar::unit_of(anchor, unit),
            0.5,
            format!("at the draft's date, {}", calendar::in_words(anchor)),
        ))
    }
}
