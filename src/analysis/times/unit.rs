//! Lengths of time that have a name: day, week, quarter. It counts nothing.

/// A length of time that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say all")]
pub enum TimeUnit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

impl TimeUnit {
    /// The unit of a name in the singular.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "second" => TimeUnit::Second,
            "minute" => TimeUnit::Minute,
            "hour" => TimeUnit::Hour,
            "day" => TimeUnit::Day,
            "week" => TimeUnit::Week,
            "fortnight" => TimeUnit::Fortnight,
            "weekend" => TimeUnit::Weekend,
            "month" => TimeUnit::Month,
            "quarter" => TimeUnit::Quarter,
            "year" => TimeUnit::Year,
            "decade" => TimeUnit::Decade,
            "century" => TimeUnit::Century,
            "millennium" => TimeUnit::Millennium,
            _ => return None,
        })
    }

    /// Whether the unit is shorter than a day.
    #[must_use]
    pub fn is_clock(self) -> bool {
        matches!(self, TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour)
    }

    /// The letters of a TIMEX3 duration.
    #[must_use]
    pub fn letter(self) -> &'static str {
        match self {
            TimeUnit::Second => "S",
            TimeUnit::Minute | TimeUnit::Month => "M",
            TimeUnit::Hour => "H",
            TimeUnit::Day => "D",
            TimeUnit::Week | TimeUnit::Fortnight => "W",
            TimeUnit::Weekend => "WE",
            TimeUnit::Quarter => "Q",
            TimeUnit::Year => "Y",
            TimeUnit::Decade => "E",
            TimeUnit::Century => "C",
            TimeUnit::Millennium => "L",
        }
    }
}
