//! When a story is, by position, frequency and closeness to the draft's date. It looks nothing up outside the draft.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use crate::analysis::events::context::EventContext;
use crate::analysis::times::days_apart;
use crate::analysis::{Place, QuotationKind, Time, TimeKind};
use crate::markup::Markup;

/// After how many bytes a time counts half as early.
const HALF_AS_EARLY: f32 = 600.0;

/// How often a day must be named to count as much as it can.
const OFTEN: f32 = 4.0;

/// After how many days a time counts half as close.
const HALF_AS_CLOSE: f32 = 5.0;

/// How many bytes more than its date a line has at most that is nothing but a date.
const DATE_LINE: usize = 30;

/// Early, often reported, close to the draft's date, to the day; what somebody says in a quotation counts less.
#[must_use]
pub fn when(markup: &Markup, known: EventContext<'_>) -> Option<Place> {
    let draft = DraftTimes::new(markup, known);
    known
        .times
        .iter()
        .zip(in_quotations(known))
        .filter(|(time, _)| matches!(time.kind, TimeKind::Date | TimeKind::Time))
        .filter_map(|(time, is_quoted)| Some((draft.score(time, is_quoted)?, time.place)))
        .max_by(|one, other| one.0.total_cmp(&other.0).then(other.1.cmp(&one.1)))
        .map(|(_, place)| place)
}

/// Whether each time is in a quotation.
fn in_quotations(known: EventContext<'_>) -> Vec<bool> {
    let mut quoted = known
        .quotations
        .iter()
        .filter(|quotation| matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed))
        .map(|quotation| quotation.place)
        .peekable();
    let mut is_quoted = |place: Place| {
        while quoted
            .next_if(|quotation| (quotation.block, quotation.span.end) <= (place.block, place.span.start))
            .is_some()
        {}
        quoted.peek().is_some_and(|quotation| quotation.covers(place))
    };
    known.times.iter().map(|time| is_quoted(time.place)).collect()
}

/// What is known about a draft to weigh its times.
struct DraftTimes<'a> {
    markup: &'a Markup,
    anchor: Option<Date>,
    /// The bytes before each block.
    offsets: Vec<usize>,
    total: usize,
    /// How often each day is named.
    counts: FxHashMap<Date, f32>,
}

impl<'a> DraftTimes<'a> {
    fn new(markup: &'a Markup, known: EventContext<'_>) -> Self {
        let mut offsets = Vec::with_capacity(markup.blocks.len());
        let mut total = 0;
        for block in &markup.blocks {
            offsets.push(total);
            total += block.text.len();
        }
        let mut counts: FxHashMap<Date, f32> = FxHashMap::default();
        let days = known.times.iter().filter_map(|time| time.days);
        for (first, _) in days.filter(|(first, last)| first == last) {
            *counts.entry(first).or_default() += 1.0;
        }
        Self {
            markup,
            anchor: known.anchor,
            offsets,
            total,
            counts,
        }
    }

    fn score(&self, time: &Time, is_quoted: bool) -> Option<f32> {
        let (first, last) = time.days?;
        let before = time.place.block.of(&self.offsets).copied().unwrap_or(0) + time.place.span.start;
        let position = 1.0 - before as f32 / self.total.max(1) as f32;
        let early = 1.0 / (1.0 + before as f32 / HALF_AS_EARLY);
        let frequency = self.counts.get(&first).map_or(0.0, |count| (count / OFTEN).min(1.0));
        let close = self.anchor.map_or(0.5, |anchor| closeness(first, anchor));
        let precise = if first == last { 1.0 } else { 0.3 };
        let vague = if is_quoted { 0.4 } else { 0.0 } + if self.is_date_line(time) { 0.5 } else { 0.0 };
        Some(0.12 * position + 0.2 * early + 0.16 * frequency + 0.36 * close + 0.2 * precise - vague)
    }

    /// "Thursday, May 7, 2026": a line that is nothing but the date of the draft.
    fn is_date_line(&self, time: &Time) -> bool {
        self.markup
            .block_of(time.place)
            .is_some_and(|block| block.text.len() < time.place.span.len() + DATE_LINE)
    }
}

/// A story is published on its day or on the day after.
fn closeness(day: Date, anchor: Date) -> f32 {
    1.0 / (1.0 + (days_apart(day, anchor) - 1).max(0) as f32 / HALF_AS_CLOSE)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_day_before_is_as_close_as_the_day_itself() {
        let anchor = date(2025, 10, 15);
        assert!((closeness(date(2025, 10, 14), anchor) - closeness(anchor, anchor)).abs() < f32::EPSILON);
        assert!((closeness(date(2025, 10, 9), anchor) - 0.5).abs() < f32::EPSILON);
    }
}
