//! Words for events: the sentence that reports one, as the draft has it, shortened at its ends. It says nothing that the
//! draft does not say.

mod borders;
mod line;
mod opening;
mod present;
mod subject;
mod wording;

pub(in crate::engine) use line::{LIMIT, Line};
pub use wording::one_line;

use crate::analysis::{Event, EventTime, Place, times};
use crate::engine::Snapshot;
use crate::engine::headline::present::in_present;
use crate::engine::headline::wording::{balanced, capitalised};
use crate::engine::lookup::in_block;
use crate::language::{View, Word};
use crate::markup::{BlockId, BlockKind};

/// Everything a line says of an event and its retellings.
#[derive(Debug)]
pub struct EventTellings<'a> {
    /// The first telling.
    pub event: &'a Event,
    /// All tellings, the first one included.
    pub tellings: Vec<&'a Event>,
}

impl<'a> EventTellings<'a> {
    /// The most precise time given.
    #[must_use]
    pub fn time(&self) -> Option<&'a EventTime> {
        self.tellings.iter().flat_map(|event| &event.times).min_by_key(|time| {
            time.days
                .map_or(i32::MAX, |(first, last)| times::days_apart(first, last))
        })
    }
}

/// The line for a place in the draft, and how it came about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headline {
    /// The line.
    pub text: String,
    /// Whether words are missing at its end.
    pub is_cut: bool,
    /// Whether it begins in the middle of its sentence.
    pub begins_inside: bool,
    /// Whether it had to end where nothing ends.
    pub is_torn: bool,
}

impl Snapshot {
    /// The line for an event: what its sentence says, "Crews called off a strike after a night of talks".
    #[must_use]
    pub fn headline(&self, told: &EventTellings<'_>) -> String {
        self.headline_at(told.event.trigger).text
    }

    /// The line for whatever is said at a place: the whole of a heading; of a sentence as much as there is room for,
    /// the place included.
    #[must_use]
    pub(in crate::engine) fn headline_at(&self, place: Place) -> Headline {
        self.headline_in(place, false)
    }

    /// The same for what the story is about: a newspaper puts that in the present tense.
    #[must_use]
    pub(in crate::engine) fn main_headline_at(&self, place: Place) -> Headline {
        self.headline_in(place, true)
    }

    fn headline_in(&self, place: Place, is_main: bool) -> Headline {
        let Some((view, line)) = self.line_at(place) else {
            let text = one_line(self.block_text(place.block), LIMIT);
            let is_cut = text.ends_with('…');
            return Headline {
                text,
                is_cut,
                ..Headline::default()
            };
        };
        self.headline_of(place.block, view, &line, is_main)
    }

    /// The line that the words of one make.
    pub(in crate::engine) fn headline_of(
        &self,
        block: BlockId,
        view: View<'_>,
        line: &Line,
        is_main: bool,
    ) -> Headline {
        let verb = is_main.then(|| in_present(view, line)).flatten();
        let subject = self.named_subject(block, view, line);
        let changed: Vec<_> = verb.into_iter().chain(subject).collect();
        Headline {
            text: capitalised(balanced(&line.text(view, &changed))),
            is_cut: line.is_cut,
            begins_inside: line.begins_inside,
            is_torn: line.is_torn,
        }
    }

    /// The words of a line about a place in running text.
    pub(in crate::engine) fn line_at(&self, place: Place) -> Option<(View<'_>, Line)> {
        let block = place.block.of(&self.markup.blocks)?;
        if matches!(block.kind, BlockKind::Heading(_) | BlockKind::Field(_)) {
            return None;
        }
        let view = self.view_of(place.block)?;
        let at = view.language.word_from(place.span.start);
        let dateline = in_block(&self.facts.datelines, place.block, |dateline| dateline.place).next();
        let first = dateline.map_or(0, |dateline| view.language.word_from(dateline.place.span.end));
        (at < view.len()).then(|| (view, Line::about(view, at, first)))
    }

    /// The words of a block.
    pub(in crate::engine) fn view_of(&self, block: BlockId) -> Option<View<'_>> {
        let language = &block.of(&self.blocks)?.language;
        Some(View::new(self.block_text(block), language))
    }

    /// The word at a place.
    pub(in crate::engine) fn word_at(&self, place: Place) -> Option<&Word> {
        let language = &place.block.of(&self.blocks)?.language;
        language.words.get(language.word_from(place.span.start))
    }

    /// The decoded text of a block.
    pub(in crate::engine) fn block_text(&self, block: BlockId) -> &str {
        block.of(&self.markup.blocks).map_or("", |block| block.text.as_str())
    }
}
