//! Sets the time expressions of a draft one after another against its date and against each other. Without a date it claims no
//! calendar day.

use jiff::civil::Date;

use crate::analysis::locale::Locale;
use crate::analysis::times::calendar::{in_words, moved, plus_days, unit_of};
use crate::analysis::times::expression::{Base, DayName, Expression, YearName};
use crate::analysis::times::resolve::mentioned::MentionedTimes;
use crate::analysis::times::resolve::resolved::ResolvedTime;
use crate::analysis::times::resolve::{choice, counted, written};
use crate::analysis::times::types::Direction;
use crate::analysis::times::unit::TimeUnit;

/// What has been mentioned so far.
#[derive(Clone, Debug)]
pub struct Story {
    anchor: Option<Date>,
    locale: Locale,
    mentioned: MentionedTimes,
}

impl Story {
    /// A story of the day `anchor`, which writes dates as `locale` does.
    #[must_use]
    pub fn new(anchor: Option<Date>, locale: Locale) -> Self {
        Self {
            anchor,
            locale,
            mentioned: MentionedTimes::default(),
        }
    }

    /// Resolves an expression and remembers it.
    pub fn resolve(&mut self, expression: &Expression, direction: Direction) -> ResolvedTime {
        let resolved = self.resolved(expression, direction);
        self.mentioned.remember(expression, resolved.days);
        resolved
    }

    /// What an expression says if nothing tells which day it is.
    pub fn leave_open(&self, expression: &Expression) -> ResolvedTime {
        Self::new(None, self.locale).resolved(expression, Direction::Unknown)
    }

    fn resolved(&self, expression: &Expression, direction: Direction) -> ResolvedTime {
        if let Some(written) = written::on_its_own(expression) {
            return written;
        }
        match expression {
            Expression::Day(day) => self.day(day, direction),
            Expression::Clock { day, clock } => self.clock(day.as_deref(), clock, direction),
            _ => match self.anchor {
                Some(anchor) => self
                    .relative(expression, direction, anchor)
                    .unwrap_or_else(|| ResolvedTime::unknown("", "outside the calendar")),
                None => written::undated(&self.mentioned, expression),
            },
        }
    }

    /// "May 3", "3 May 2031".
    fn day(&self, name: &DayName, direction: Direction) -> ResolvedTime {
        let (month, day) = (name.month, name.day);
        let given = self.year_of(name.year).or(match name.year {
            YearName::Short(short) => Some(choice::full_year(short)),
            _ => None,
        });
        if let Some(year) = given {
            return match Date::new(year, month, day) {
                Ok(date) => as_written(
                    name,
                    date,
                    if name.either_order { 0.6 } else { 1.0 },
                    "a date as written",
                ),
                Err(_) => ResolvedTime::unknown(format!("{year:04}-{month:02}-{day:02}"), "there is no such day"),
            };
        }
        let unknown = format!("XXXX-{month:02}-{day:02}");
        let Some(anchor) = self.anchor else {
            return ResolvedTime::unknown(unknown, "the draft gives no year");
        };
        match choice::day_of_year(month, day, direction, anchor) {
            Some(date) => as_written(name, date, 0.85, "in the year nearest to the draft's date"),
            None => ResolvedTime::unknown(unknown, "there is no such day"),
        }
    }

    /// "at 10 p.m.", "10 p.m. Friday": without a day of its own, on the day mentioned just before, else the draft's.
    fn clock(&self, day: Option<&Expression>, clock: &str, direction: Direction) -> ResolvedTime {
        let on = match day {
            Some(day) => self.resolved(day, direction),
            None => match (self.mentioned.recent_day(), self.anchor) {
                // "She was born on May 3. The race starts at 4 p.m.": what is yet to come is not on a day that is over.
                (Some(day), Some(anchor)) if direction == Direction::Future && day < anchor => {
                    ResolvedTime::unknown("XXXX-XX-XX", "the last day mentioned is over")
                }
                (Some(day), _) => ResolvedTime::day(day, 0.5, "a clock time on the last day mentioned"),
                (None, Some(anchor)) => ResolvedTime::day(anchor, 0.6, "a clock time on the draft's date"),
                (None, None) => ResolvedTime::unknown("XXXX-XX-XX", "the draft gives no date to count from"),
            },
        };
        let value = if on.value.is_empty() {
            "XXXX-XX-XX"
        } else {
            on.value.as_str()
        };
        ResolvedTime {
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

    /// What needs the draft's date.
    fn relative(&self, expression: &Expression, direction: Direction, anchor: Date) -> Option<ResolvedTime> {
        let locale = self.locale;
        match expression {
            Expression::Weekday {
                weekday,
                shift: Some(shift),
                base: Base::Narrated,
            } => counted::weekday(&self.mentioned, *weekday, *shift, direction, locale),
            Expression::Weekday { weekday, shift, .. } => choice::weekday(*weekday, *shift, direction, anchor, locale),
            Expression::Weekend(shift) => choice::weekend(*shift, direction, anchor, locale),
            Expression::Holiday { rule, year } => choice::holiday(*rule, *year, direction, anchor, locale),
            Expression::Month { .. }
            | Expression::Season { .. }
            | Expression::Quarter { .. }
            | Expression::Half { .. } => choice::part_of_year(expression, direction, anchor, locale),
            Expression::DayOfMonth(day) => counted::day_of_month(&self.mentioned, *day, anchor),
            Expression::Anniversary { unit, amount } => {
                let day = moved(anchor, *unit, -amount)?;
                let because = format!("counted from the draft's date, {}", in_words(anchor, locale));
                Some(ResolvedTime::day(day, 0.9, because))
            }
            Expression::QuarterOf(year) => counted::quarter_of(&self.mentioned, *year, anchor),
            Expression::Running(unit) => counted::running(&self.mentioned, *unit, anchor, locale),
            Expression::Offset { unit, amount, base } => {
                counted::offset(&self.mentioned, *unit, *amount, *base, anchor, locale)
            }
            Expression::DaysFrom { day, days } => {
                let (date, _) = self.resolved(day, direction).days?;
                let because = format!("counted from {}", in_words(date, locale));
                Some(ResolvedTime::day(plus_days(date, *days)?, 0.7, because))
            }
            // "The quarter ended June 30" goes by the name that the story gave it.
            Expression::Holding {
                unit: TimeUnit::Quarter,
                ..
            } if self.mentioned.recent_quarter().is_some() => {
                counted::running(&self.mentioned, TimeUnit::Quarter, anchor, locale)
            }
            Expression::Holding { unit, day } => {
                let (date, _) = self.resolved(day, direction).days?;
                Some(ResolvedTime::new(
                    unit_of(date, *unit),
                    0.8,
                    format!("holds {}", in_words(date, locale)),
                ))
            }
            _ => None,
        }
    }
}

/// A day, or the days of a range.
fn as_written(name: &DayName, date: Date, confidence: f32, because: &str) -> ResolvedTime {
    let last = name
        .last
        .and_then(|(month, day)| Date::new(date.year(), month, day).ok())
        .filter(|last| *last > date);
    match last {
        Some(last) => ResolvedTime::new((format!("{date}/{last}"), Some((date, last))), confidence, because),
        None => ResolvedTime::day(date, confidence, because),
    }
}
