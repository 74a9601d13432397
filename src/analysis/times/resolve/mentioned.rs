//! What a draft has mentioned so far, for "a day earlier" and "the same quarter". It never decides what an expression means.

use jiff::civil::Date;

use crate::analysis::times::calendar::Days;
use crate::analysis::times::expression::Expression;
use crate::analysis::times::unit::TimeUnit;

/// The times mentioned last, one of each size.
#[derive(Clone, Debug, Default)]
pub struct MentionedTimes {
    times: Vec<MentionedTime>,
    count: usize,
    quarter: Option<(usize, Date)>,
}

/// The last time of a size that was mentioned.
#[derive(Clone, Copy, Debug)]
struct MentionedTime {
    rank: u8,
    order: usize,
    date: Date,
}

/// How many expressions ago a day may be for a clock time alone to belong to it.
const DAY_REACH: usize = 3;

/// How many expressions ago a quarter may be for "a year earlier" to mean the quarter of the year before.
const QUARTER_REACH: usize = 8;

impl MentionedTimes {
    /// Takes note of an expression and of the days it came to.
    pub fn remember(&mut self, expression: &Expression, days: Option<Days>) {
        self.count += 1;
        let Some((first, _)) = days else { return };
        let Some(rank) = rank_of(expression) else { return };
        self.times.retain(|time| time.rank != rank);
        self.times.push(MentionedTime {
            rank,
            order: self.count,
            date: first,
        });
        if matches!(
            expression,
            Expression::Quarter { .. }
                | Expression::Holding {
                    unit: TimeUnit::Quarter,
                    ..
                }
        ) || matches!(
            expression,
            Expression::Offset {
                unit: TimeUnit::Quarter,
                ..
            } | Expression::Running(TimeUnit::Quarter)
        ) {
            self.quarter = Some((self.count, first));
        }
    }

    /// The first day of the time mentioned last that is no longer than `unit`.
    #[must_use]
    pub fn last(&self, unit: TimeUnit) -> Option<Date> {
        let rank = rank(unit);
        self.times
            .iter()
            .filter(|time| time.rank <= rank)
            .max_by_key(|time| time.order)
            .map(|time| time.date)
    }

    /// The day mentioned last, where it was mentioned just before.
    #[must_use]
    pub fn recent_day(&self) -> Option<Date> {
        self.times
            .iter()
            .find(|time| time.rank == 0 && self.count - time.order < DAY_REACH)
            .map(|time| time.date)
    }

    /// The quarter mentioned last, where it is not long ago.
    #[must_use]
    pub fn recent_quarter(&self) -> Option<Date> {
        self.quarter
            .filter(|(order, _)| self.count.saturating_sub(*order) < QUARTER_REACH)
            .map(|(_, date)| date)
    }
}

fn rank(unit: TimeUnit) -> u8 {
    match unit {
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Day => 0,
        TimeUnit::Week | TimeUnit::Fortnight | TimeUnit::Weekend => 1,
        TimeUnit::Month => 2,
        TimeUnit::Quarter => 3,
        TimeUnit::Year => 4,
        TimeUnit::Decade | TimeUnit::Century | TimeUnit::Millennium => 5,
    }
}

fn rank_of(expression: &Expression) -> Option<u8> {
    Some(match expression {
        Expression::Day(_)
        | Expression::DayOfMonth(_)
        | Expression::Weekday { .. }
        | Expression::Holiday { .. }
        | Expression::Anniversary { .. }
        | Expression::DaysFrom { .. } => 0,
        Expression::Holding { unit, .. } => rank(*unit),
        Expression::Clock { day: Some(_), .. } => 0,
        Expression::Weekend(_) => 1,
        Expression::Month { .. } => 2,
        Expression::Quarter { .. } => 3,
        Expression::Season { .. } | Expression::Half { .. } => 3,
        Expression::Year(_) => 4,
        Expression::Offset { unit, .. } | Expression::Running(unit) => rank(*unit),
        Expression::QuarterOf(_)
        | Expression::Years(..)
        | Expression::Decade(_)
        | Expression::Century(_)
        | Expression::Clock { .. }
        | Expression::NoSuchClock
        | Expression::Fixed(_) => {
            return None;
        }
    })
}
