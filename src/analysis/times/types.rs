//! The facts of the topic: time expressions of a block and of a draft, the date of a draft, and dates that contradict the
//! calendar. Plain data, no decisions.

use jiff::civil::Date;

use crate::analysis::Place;
use crate::analysis::times::expression::Expression;
use crate::text::Span;

/// A time expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Time {
    /// Where it is.
    pub place: Place,
    /// TIMEX3 type.
    pub kind: TimeKind,
    /// TIMEX3 value ("2025-10-27", "2025-W43-WE", "P2D", "PRESENT_REF"); empty where unknown.
    pub value: String,
    /// The first and last calendar day it names, where it is resolved.
    pub days: Option<(Date, Date)>,
    /// How sure the value is, 0..=1.
    pub confidence: f32,
    /// One sentence: how it was resolved.
    pub because: String,
}

/// TIMEX3 types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum TimeKind {
    Date,
    Time,
    Duration,
    Set,
}

/// The date a draft is read against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The day.
    pub date: Date,
    /// Where it comes from.
    pub source: AnchorSource,
}

/// Where the date of a draft comes from, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnchorSource {
    /// Given by the caller (`--date`, `reference_date`).
    Given,
    /// A field of the front matter.
    FrontMatter,
    /// The dateline or a date line at the head of the draft.
    Dateline,
    /// A full date in the text (a caption, a single day).
    Text,
    /// The file name.
    FileName,
    /// The configuration.
    Configuration,
}

/// A date that contradicts the calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct CalendarFlag {
    /// Weekday and date, or the date.
    pub place: Place,
    /// What is wrong.
    pub kind: CalendarFlagKind,
    /// One sentence: what the calendar says.
    pub because: String,
    /// Whether the draft does not write the year, so that the nearest one was taken.
    pub inferred: bool,
    /// The weekday that is claimed and the one that the calendar has.
    pub weekday: Option<(Place, &'static str)>,
    /// The day of the month, where it is in figures, and the one nearest to it that has the claimed weekday.
    pub day: Option<(Place, i8)>,
}

/// What contradicts the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CalendarFlagKind {
    /// The weekday is not that date's.
    WeekdayMismatch,
    /// There is no such day.
    ImpossibleDate,
}

/// A time expression of one block.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalTime {
    /// Where it is in the block's text.
    pub span: Span,
    /// TIMEX3 type.
    pub kind: TimeKind,
    /// What it says.
    pub expression: Expression,
    /// Whether what is reported comes before or after the draft's date, by the governing verb.
    pub direction: Direction,
}

/// Where the governing verb puts a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// Nothing says.
    #[default]
    Unknown,
    /// Before the draft's date, or on it.
    Past,
    /// On the draft's date or after it.
    Future,
    /// What was decided, or the decision itself: "voted to raise taxes on Wednesday".
    Either,
}
