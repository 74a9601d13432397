//! When and where a story is, by position, frequency and closeness to the draft's date. It looks nothing up outside
//! the draft but the names of states, which say less than a town does.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::analysis::actors::tables::{self, StateWord};
use crate::analysis::events::circumstances;
use crate::analysis::events::fold::Known;
use crate::analysis::times::days_apart;
use crate::analysis::{ActorKind, BlockFacts, MentionForm, Place, QuotationKind, Time, TimeKind};
use crate::language::View;
use crate::markup::{BlockKind, Markup};

/// How many bytes into a draft its place is looked for.
const REACH: usize = 3000;

/// Early, often told, close to the draft's date, to the day; what somebody says in a quotation counts less.
#[must_use]
pub fn when(markup: &Markup, known: Known<'_>) -> Option<Place> {
    let total: usize = markup.blocks.iter().map(|block| block.text.len()).sum();
    let mut offsets = Vec::with_capacity(markup.blocks.len());
    let mut offset = 0;
    for block in &markup.blocks {
        offsets.push(offset);
        offset += block.text.len();
    }
    let day = |time: &Time| time.days.filter(|(first, last)| first == last);
    let mut count: FxHashMap<jiff::civil::Date, f32> = FxHashMap::default();
    for (first, _) in known.times.iter().filter_map(day) {
        *count.entry(first).or_default() += 1.0;
    }
    let mut quoted = known
        .quotations
        .iter()
        .filter(|quotation| matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed))
        .map(|quotation| quotation.place)
        .peekable();
    let mut in_quotation = |place: Place| {
        while quoted
            .next_if(|quotation| (quotation.block, quotation.span.end) <= (place.block, place.span.start))
            .is_some()
        {}
        quoted.peek().is_some_and(|quotation| quotation.covers(place))
    };
    let mut score = |time: &Time| -> Option<f32> {
        let said = in_quotation(time.place);
        let (first, last) = time.days?;
        let before = offsets.get(time.place.block).copied().unwrap_or(0) + time.place.span.start;
        let position = 1.0 - before as f32 / total.max(1) as f32;
        let early = 1.0 / (1.0 + before as f32 / 600.0);
        let frequency = count.get(&first).map_or(0.0, |count| (count / 4.0).min(1.0));
        // A story is told on its day or on the day after.
        let close = known.anchor.map_or(0.5, |anchor| {
            1.0 / (1.0 + (days_apart(first, anchor) - 1).max(0) as f32 / 5.0)
        });
        let precise = if first == last { 1.0 } else { 0.3 };
        let line = markup
            .blocks
            .get(time.place.block)
            .is_some_and(|block| block.text.len() < time.place.span.len() + 30);
        let vague = if said { 0.4 } else { 0.0 } + if line { 0.5 } else { 0.0 };
        Some(0.12 * position + 0.2 * early + 0.16 * frequency + 0.36 * close + 0.2 * precise - vague)
    };
    known
        .times
        .iter()
        .filter_map(|time| Some((score(time)?, time)))
        .filter(|(_, time)| matches!(time.kind, TimeKind::Date | TimeKind::Time))
        .max_by(|one, other| one.0.total_cmp(&other.0).then(other.1.place.cmp(&one.1.place)))
        .map(|(_, time)| time.place)
}

/// Early and often named, behind a preposition of place; a town or a house rather than its country.
#[must_use]
pub fn place(markup: &Markup, blocks: &[Arc<BlockFacts>], known: Known<'_>) -> Option<Place> {
    let mut offset = 0;
    let mut candidates: Vec<(usize, Place)> = Vec::new();
    for (number, (block, facts)) in markup.blocks.iter().zip(blocks).enumerate() {
        let furniture = matches!(block.kind, BlockKind::Furniture(_) | BlockKind::TableCell);
        // What is said late is not where the story is.
        if !furniture && offset < REACH {
            let view = View::new(&block.text, &facts.language);
            for phrase in circumstances::place_phrases(view, &facts.times) {
                let span = circumstances::place_name(view, phrase);
                candidates.push((offset + span.start, Place::new(number, span)));
            }
        }
        offset += block.text.len();
    }
    let text_of = |place: Place| {
        markup
            .blocks
            .get(place.block)
            .map_or("", |block| place.span.of(&block.text))
    };
    let mut count: FxHashMap<&str, f32> = FxHashMap::default();
    for mention in known
        .mentions
        .iter()
        .filter(|mention| mention.form == MentionForm::Named)
    {
        *count.entry(text_of(mention.place)).or_default() += 1.0;
    }
    let is_place: FxHashSet<Place> = known
        .mentions
        .iter()
        .filter(|mention| mention.kind == ActorKind::Place)
        .map(|mention| mention.place)
        .collect();
    candidates
        .into_iter()
        .map(|(offset, place)| {
            let text = text_of(place);
            let position = 1.0 / (1.0 + offset as f32 / 600.0);
            let frequency = count.get(text).map_or(0.0, |count| (count / 5.0).min(1.0));
            let kind = if is_place.contains(&place) { 0.3 } else { 0.0 };
            let last = text.rsplit(' ').next().unwrap_or(text);
            let wide = match tables::state(text).or_else(|| tables::state(last)) {
                Some(StateWord::Name(_)) => 0.15,
                _ => 0.0,
            };
            (0.6 * position + 0.15 * frequency + kind - wide, place)
        })
        .max_by(|one, other| one.0.total_cmp(&other.0).then(other.1.cmp(&one.1)))
        .map(|(_, place)| place)
}
