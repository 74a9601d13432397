//! The timeline of a draft: what happened on which day, with its place in the text. It orders by day and finds no facts.

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::analysis::credits;
use crate::analysis::events::is_boilerplate;
use crate::analysis::{ActorKind, EventId, EventStatus, Group, ParticipantRole, Place, Time, TimeKind};
use crate::engine::headline::one_line;
use crate::engine::lookup::in_block;
use crate::engine::outline::Names;
use crate::engine::types::Snapshot;
use crate::markup::{BlockKind, Furniture};
use crate::text::Span;

/// One row of a timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineRow {
    /// The first and the last day, where they are known.
    pub days: Option<(Date, Date)>,
    /// The time as the draft gives it.
    pub when: String,
    /// The event as a headline; the sentence where no event was found.
    pub what: String,
    /// The sentence of the draft, on one line.
    pub sentence: String,
    /// Who acts, by full names.
    pub who: Vec<String>,
    /// Who it is done to, by full names.
    pub whom: Vec<String>,
    /// Where.
    pub place: String,
    /// Own type name of the event, if there is one.
    pub kind: Option<&'static str>,
    /// Whether the event took place, if there is one.
    pub status: Option<EventStatus>,
    /// Whether it is background to the story.
    pub background: bool,
    /// Where the time is in the source.
    pub span: Span,
}

/// How many events before a time are asked whether it could be theirs.
const NAMED_BEFORE: usize = 2;

/// How many words before the "and" of a range begin it.
const RANGE: usize = 5;

/// How many characters of a sentence a row shows.
const SENTENCE: usize = 100;

/// How many characters of it are kept where there is room.
const WHOLE_SENTENCE: usize = 400;

impl Snapshot {
    /// The timeline, by day; what has no day comes last, in the order of the text. Linear but for the sorting.
    pub(super) fn timeline_rows(&self) -> Vec<TimelineRow> {
        let names = Names::new(self);
        let mut dated: FxHashMap<Place, Vec<EventId>> = FxHashMap::default();
        for (id, event) in self.facts.events_with_ids() {
            for time in &event.times {
                dated.entry(time.place).or_default().push(id);
            }
        }
        let mut shown: FxHashSet<(EventId, Option<(Date, Date)>)> = FxHashSet::default();
        let mut rows: Vec<(Vec<EventId>, TimelineRow)> = Vec::new();
        for time in self.facts.times.iter().filter(|time| self.may_date(time)) {
            let event = dated.get(&time.place).and_then(|events| self.weightiest(events));
            let row = match event {
                Some(event) => {
                    let first = self.facts.event(event).and_then(|event| event.retells).unwrap_or(event);
                    // A retelling with the same day adds nothing.
                    shown
                        .insert((first, time.days))
                        .then(|| self.event_row(time, event, &names))
                }
                None => (!self.only_bounds(time)).then(|| self.sentence_row(time)),
            };
            let of_time = dated.get(&time.place).into_iter().flatten().copied();
            let events = of_time.chain(self.events_before(time.place));
            let first = |id: EventId| self.facts.event(id).and_then(|event| event.retells).unwrap_or(id);
            rows.extend(row.map(|row| (events.map(first).collect(), row)));
        }
        let mut rows = without_vaguer(rows);
        rows.sort_by_key(|row| (row.days.is_none(), row.days, row.span.start));
        rows
    }

    /// Dates and clock times of the story itself: no durations, no habits, no "now"; no dates of tables, captions, datelines,
    /// furniture and of what the publication says of itself.
    fn may_date(&self, time: &Time) -> bool {
        let kind = time.place.block.of(&self.markup.blocks).map(|block| &block.kind);
        let furniture = matches!(
            kind,
            Some(BlockKind::TableCell | BlockKind::Caption | BlockKind::Field(_))
                | Some(BlockKind::Furniture(
                    Furniture::Slug | Furniture::Byline | Furniture::Dateline | Furniture::EndMark | Furniture::Embargo
                ))
        );
        let facts = time.place.block.of(&self.blocks);
        let in_caption = || facts.is_some_and(|facts| credits::is_in_caption(facts, time.place.span));
        let is_dateline = || {
            self.facts
                .datelines
                .iter()
                .any(|dateline| dateline.place.covers(time.place))
        };
        let is_own = || is_boilerplate(self.block_text(time.place.block));
        matches!(time.kind, TimeKind::Date | TimeKind::Time)
            && !furniture
            && !is_own()
            && !in_caption()
            && !is_dateline()
            && time.value != "PRESENT_REF"
    }

    /// "its fourth since 1977", "between 1880 and 1950": a time that says from or until when something counts, and no day on which
    /// something happened.
    fn only_bounds(&self, time: &Time) -> bool {
        let block = time.place.block.of(&self.markup.blocks);
        let before = block
            .and_then(|block| block.text.get(..time.place.span.start))
            .unwrap_or("");
        let mut words = before.split_whitespace().rev();
        let last = words.next().unwrap_or("");
        let is_first = self.text_of(time.place).to_lowercase().starts_with("since ");
        let ends_range = last == "and" && words.take(RANGE).any(|word| word == "between");
        is_first || ends_range || ["since", "Since", "between", "Between"].contains(&last)
    }

    fn weightiest(&self, events: &[EventId]) -> Option<EventId> {
        let weight = |id: EventId| self.facts.event(id).map_or(f32::MIN, |event| self.weight(event));
        events
            .iter()
            .copied()
            .max_by(|one, other| weight(*one).total_cmp(&weight(*other)).then(other.cmp(one)))
    }

    fn event_row(&self, time: &Time, id: EventId, names: &Names<'_>) -> TimelineRow {
        let Some(event) = self.facts.event(id) else {
            return self.sentence_row(time);
        };
        // Who said something that day, the sentence says best.
        if event.kind.group() == Group::Statement {
            return self.sentence_row(time);
        }
        // Who takes part and where are left out where they are unsure; the line says what the draft says.
        let is_sure = event.is_sure();
        let of = |role| -> Vec<String> {
            let taking_part = event.participants.iter().filter(|one| is_sure && one.role == role);
            // A pronoun that means nobody for sure, or a thing without a name, is no name.
            let actors = taking_part.filter_map(|one| self.actor(one.actor?));
            let named = actors.filter(|actor| self.named_mentions_of(actor).next().is_some());
            named.map(|actor| one_line(&actor.name, SENTENCE)).collect()
        };
        // If the first telling says more, its headline is used for all of them.
        let name = names.of(event.retells.unwrap_or(id));
        TimelineRow {
            days: time.days,
            when: one_line(self.text_of(time.place), SENTENCE),
            what: name.to_owned(),
            sentence: self.sentence_line(time),
            who: of(ParticipantRole::Agent),
            whom: of(ParticipantRole::Patient),
            place: event
                .places
                .iter()
                .find(|place| is_sure && !self.names_person(**place))
                .map(|place| one_line(self.text_of(*place), SENTENCE))
                .unwrap_or_default(),
            kind: Some(event.kind.name()),
            status: Some(event.status),
            background: event.background,
            span: self.source_span(time.place),
        }
    }

    /// "She sent the letter to Weil": a name that is somebody's is no place.
    fn names_person(&self, place: Place) -> bool {
        in_block(&self.facts.mentions, place.block, |mention| mention.place)
            .any(|mention| mention.kind == ActorKind::Person && place.covers(mention.place))
    }

    /// The events named last before a place, in its sentence: "a meeting that is expected in Kessel later this week".
    fn events_before(&self, place: Place) -> impl Iterator<Item = EventId> {
        let sentence = self.sentence_of(place);
        let before = self.facts.events.partition_point(|event| event.trigger < place);
        let last = (before.saturating_sub(NAMED_BEFORE)..before).map(EventId);
        last.filter(move |id| {
            self.facts
                .event(*id)
                .is_some_and(|event| sentence.covers(event.trigger))
        })
    }

    fn sentence_line(&self, time: &Time) -> String {
        one_line(self.text_of(self.sentence_of(time.place)), WHOLE_SENTENCE)
    }

    fn sentence_row(&self, time: &Time) -> TimelineRow {
        let headline = self.headline_at(time.place);
        let what = if headline.begins_inside {
            one_line(self.text_of(self.sentence_of(time.place)), SENTENCE)
        } else {
            headline.text
        };
        TimelineRow {
            days: time.days,
            when: one_line(self.text_of(time.place), SENTENCE),
            what,
            sentence: self.sentence_line(time),
            who: Vec::new(),
            whom: Vec::new(),
            place: String::new(),
            kind: None,
            status: None,
            background: false,
            span: self.source_span(time.place),
        }
    }
}

/// "Later this week" and "on Thursday" of one meeting: the day is enough.
fn without_vaguer(rows: Vec<(Vec<EventId>, TimelineRow)>) -> Vec<TimelineRow> {
    let days: Vec<(EventId, (Date, Date))> = rows
        .iter()
        .flat_map(|(events, row)| events.iter().zip(std::iter::repeat(row.days)))
        .filter_map(|(event, days)| Some((*event, days?)))
        .collect();
    let is_vaguer = |events: &[EventId], own: (Date, Date)| {
        days.iter()
            .any(|(event, other)| events.contains(event) && own.0 <= other.0 && other.1 <= own.1 && own != *other)
    };
    rows.into_iter()
        .filter(|(events, row)| !row.days.is_some_and(|days| is_vaguer(events, days)))
        .map(|(_, row)| row)
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::engine::testing::snapshot;

    #[test]
    fn a_request_for_money_is_no_day_of_the_story() {
        let text = "Crews left Ostby on Monday.\n\nHelp us go further: give to the Courier today.\n";
        let days: Vec<String> = snapshot(text).timeline().into_iter().map(|row| row.when).collect();
        assert_eq!(days, ["Monday"]);
    }

    #[test]
    fn who_takes_part_is_a_name_or_nobody() {
        let who =
            |text: &str| -> Vec<Vec<String>> { snapshot(text).timeline().into_iter().map(|row| row.who).collect() };
        let nobody = [Vec::<String>::new()];
        assert_eq!(who("They signed the deal in Ostby on May 5, 2031."), nobody);
        assert_eq!(who("“We signed the deal at noon on May 5, 2031,” Dovak said."), nobody);
        assert_eq!(
            who("Rosa Weil signed the deal in Ostby on May 5, 2031."),
            [["Rosa Weil"]]
        );
    }

    #[test]
    fn from_when_something_counts_is_no_day_of_its_own() {
        let days = |text: &str| -> Vec<String> { snapshot(text).timeline().into_iter().map(|row| row.when).collect() };
        assert_eq!(days("The county plans a study, its fourth since 1977."), [""; 0]);
        assert_eq!(
            days("Weil has found records of 64 ferries between 1880 and 1950."),
            [""; 0]
        );
        assert_eq!(days("The council met in 1977."), ["1977"]);
    }
}
