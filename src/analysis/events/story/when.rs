//! When a story is, by position, frequency and closeness to the draft's date. It looks nothing up outside the draft.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use crate::analysis::events::context::EventContext;
use crate::analysis::events::story::head::{StoryBlock, sentence_of};
use crate::analysis::times::days_apart;
use crate::analysis::{Place, QuotationKind, Time, TimeKind};
use crate::language::{Relation, View};
use crate::markup::BlockId;
use crate::text::Span;

/// After how many bytes a time counts half as early.
const HALF_AS_EARLY: f32 = 600.0;

/// How often a day must be named to count as much as it can.
const OFTEN: f32 = 4.0;

/// After how many days a time counts half as close.
const HALF_AS_CLOSE: f32 = 5.0;

/// How many days before the draft's date the story begins.
const STORY_DAYS: i32 = 45;

/// How far into a story its time is looked for, in bytes.
const REACH: usize = 2200;

/// How much more a day counts if it is in the sentence that says what the story is about.
const OWN: f32 = 0.3;

/// How much more a day counts if it is in the headline.
const HEADED: f32 = 0.2;

/// How far into headline and story the lead may begin, in bytes.
const LEAD: usize = 120;

/// How much less a day below the lead counts if it is still to come: most stories are about what happened.
const AHEAD: f32 = 0.15;

/// A line is nothing but a date if it has at most this many bytes besides.
const DATE_LINE: usize = 30;

/// Early, often reported, close to the draft's date, to the day; what somebody says in a quotation counts less. A day of a
/// clause that describes somebody ("who broke a leg in May") is not that of the story, and neither is one long before it.
#[must_use]
pub fn when(story: &[StoryBlock<'_>], known: EventContext<'_>, what: Option<Place>) -> Option<Place> {
    let draft = DraftTimes::new(story, known);
    let own = what.and_then(|what| sentence_of(story, what));
    let is_own_day = |time: &Time| {
        time.days.is_some_and(|(first, last)| first == last) && own.is_some_and(|own| own.covers(time.place))
    };
    let of_own = |time: &Time, is_quoted: bool| if is_own_day(time) && !is_quoted { OWN } else { 0.0 };
    known
        .times
        .iter()
        .zip(in_quotations(known))
        .filter(|(time, _)| matches!(time.kind, TimeKind::Date | TimeKind::Time))
        .filter_map(|(time, is_quoted)| Some((draft.score(time, is_quoted)? + of_own(time, is_quoted), time.place)))
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
    /// Its headline and paragraphs, by number.
    story: FxHashMap<BlockId, &'a StoryBlock<'a>>,
    anchor: Option<Date>,
    total: usize,
    /// How often each day is named.
    counts: FxHashMap<Date, f32>,
}

impl<'a> DraftTimes<'a> {
    fn new(story: &'a [StoryBlock<'a>], known: EventContext<'_>) -> Self {
        let mut counts: FxHashMap<Date, f32> = FxHashMap::default();
        let days = known.times.iter().filter_map(|time| time.days);
        for (first, _) in days.filter(|(first, last)| first == last) {
            *counts.entry(first).or_default() += 1.0;
        }
        Self {
            // What is further down has no score.
            story: story
                .iter()
                .take_while(|story| story.offset <= REACH)
                .map(|story| (story.id, story))
                .collect(),
            anchor: known.anchor,
            total: story.last().map_or(0, |last| last.offset + last.block.text.len()),
            counts,
        }
    }

    fn score(&self, time: &Time, is_quoted: bool) -> Option<f32> {
        let (first, last) = time.days?;
        let story = self.story.get(&time.place.block)?;
        let is_old = self
            .anchor
            .is_some_and(|anchor| last < anchor && days_apart(last, anchor) > STORY_DAYS);
        let before = story.offset + time.place.span.start;
        if is_old || before > REACH || story.is_outside(time.place.span) || is_aside(story, time.place.span) {
            return None;
        }
        let position = 1.0 - before as f32 / self.total.max(1) as f32;
        let early = 1.0 / (1.0 + before as f32 / HALF_AS_EARLY);
        let frequency = self.counts.get(&first).map_or(0.0, |count| (count / OFTEN).min(1.0));
        let close = self.anchor.map_or(0.5, |anchor| closeness(first, anchor));
        let precise = if first == last { 1.0 } else { 0.3 };
        let leads = story.is_headline() || story.offset < LEAD;
        let ahead = if !leads && self.anchor.is_some_and(|anchor| first > anchor) {
            AHEAD
        } else {
            0.0
        };
        let headed = if story.is_headline() { HEADED } else { 0.0 };
        let vague =
            ahead - headed + if is_quoted { 0.4 } else { 0.0 } + if is_date_line(story, time) { 0.5 } else { 0.0 };
        Some(0.12 * position + 0.2 * early + 0.16 * frequency + 0.36 * close + 0.2 * precise - vague)
    }
}

/// "Thursday, May 7, 2026": a line that is nothing but the date of the draft.
fn is_date_line(story: &StoryBlock<'_>, time: &Time) -> bool {
    story.block.text.len() < time.place.span.len() + DATE_LINE
}

/// "Brandt, who broke a leg in May, …": whether a time is in a clause that only adds to what is said of somebody; "a fire
/// that killed two on Monday" is the story itself.
fn is_aside(story: &StoryBlock<'_>, time: Span) -> bool {
    let view = View::new(&story.block.text, &story.facts.language);
    let first = view.language.words_in(time).start;
    std::iter::once(first).chain(view.ancestors(first)).any(|at| {
        view.relation(at) == Relation::AclRelcl
            && view
                .head(at)
                .is_some_and(|noun| (noun + 1..at).any(|between| view.is_any(between, &["who", ","])))
    })
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
