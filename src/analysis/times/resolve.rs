//! Sets the time expressions of a draft against its date. Without a date it claims no calendar day.

use jiff::civil::Date;

use crate::analysis::times::calendar::{self, Days};
use crate::analysis::times::choice;
use crate::analysis::times::counted;
use crate::analysis::times::expression::{Base, DayName, Direction, Expression, YearName};
use crate::analysis::times::nearest::{apart, earliest_day, latest_day, nearest_day};
use crate::analysis::times::told::Told;
use crate::analysis::times::words::Unit;
use crate::analysis::times::written;

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

    /// A value of which no day is known.
    #[must_use]
    pub fn unknown(value: impl Into<String>, because: impl Into<String>) -> Self {
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
        if let Some(written) = written::on_its_own(expression) {
            return written;
        }
        match expression {
            Expression::Day(day) => self.day(day, direction),
            Expression::Clock { day, clock } => self.clock(day.as_deref(), clock, direction),
            _ => match self.anchor {
                Some(anchor) => self
                    .relative(expression, direction, anchor)
                    .unwrap_or_else(|| Resolved::unknown("", "lies outside of the calendar")),
                None => written::undated(&self.told, expression),
            },
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

    fn relative(&self, expression: &Expression, direction: Direction, anchor: Date) -> Option<Resolved> {
        let date_of = |anchor: Date| calendar::in_words(anchor);
        Some(match expression {
            Expression::Weekday {
                weekday,
                shift: Some(shift),
                base: Base::Narrated,
            } => {
                return counted::weekday(&self.told, *weekday, *shift, direction);
            }
            Expression::Weekday { weekday, shift, .. } => return choice::weekday(*weekday, *shift, direction, anchor),
            Expression::DayOfMonth(day) => counted::day_of_month(&self.told, *day, anchor)?,
            Expression::Month { month, year } => {
                if let YearName::Given(year) = year {
                    return Some(written::month_of(*month, *year));
                }
                let year = choice::year_without_name(*year, direction, anchor, &|year| {
                    Some((
                        Date::new(year, *month, 1).ok()?,
                        Date::new(year, *month, 1).ok()?.last_of_month(),
                    ))
                })?;
                let mut resolved = written::month_of(*month, year);
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
            } if self.told.recent_quarter().is_some() => counted::running(&self.told, Unit::Quarter, anchor)?,
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
            Expression::QuarterOf(year) => counted::quarter_of(&self.told, *year, anchor)?,
            Expression::Weekend(shift) => choice::weekend(*shift, direction, anchor)?,
            Expression::Running(unit) => counted::running(&self.told, *unit, anchor)?,
            Expression::Offset { unit, amount, base } => counted::offset(&self.told, *unit, *amount, *base, anchor)?,
            _ => return None,
        })
    }
}
