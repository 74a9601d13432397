//! Which fact is at a place in the source. It words nothing and changes nothing.

use std::sync::Arc;

use crate::analysis::{Event, Mention, MentionForm, Place, Quotation, Time};
use crate::engine::lookup::in_block;
use crate::engine::types::Snapshot;
use crate::text::Span;

/// A fact that a cursor can point at.
#[derive(Clone, Copy, Debug)]
pub enum Fact<'a> {
    /// A name, description or pronoun.
    Actor(&'a Mention),
    /// A time expression.
    Time(&'a Time),
    /// The trigger of an event.
    Event(&'a Event),
    /// A quotation, or marks that quote nobody.
    Quotation(&'a Quotation),
}

/// The innermost fact at the source byte `offset`, with its place; of facts over the same words the actor, then the
/// time, then the event, then the quotation. Linear in the facts of one block.
pub(super) fn fact_at(snapshot: &Snapshot, offset: usize) -> Option<(Place, Fact<'_>)> {
    let (block, offset) = snapshot.locate(offset)?;
    let facts = &snapshot.facts;
    // A description of somebody who comes up once says nothing that the text does not.
    let actors = in_block(&facts.mentions, block, |mention| mention.place)
        .filter(|mention| mention.actor.is_some() || !mention.because.is_empty())
        .map(|mention| (mention.place, Fact::Actor(mention)));
    let times = in_block(&facts.times, block, |time| time.place).map(|time| (time.place, Fact::Time(time)));
    // What somebody says between quotation marks is told by them: it is not for the draft to say that it happened.
    let is_quoted_block = block.of(&snapshot.markup.blocks).is_some_and(|block| block.in_quote);
    let events = in_block(&facts.events, block, |event| event.trigger)
        .filter(|event| !is_quoted_block && !snapshot.is_quoted(event.trigger))
        .map(|event| (event.trigger, Fact::Event(event)));
    let quotations = in_block(&facts.quotations, block, |quotation| quotation.place)
        .map(|quotation| (quotation.place, Fact::Quotation(quotation)));
    // Of two neighbors that the cursor is between, the second one.
    actors
        .chain(times)
        .chain(events)
        .chain(quotations)
        .filter(|(place, _)| place.span.touches(offset))
        .min_by_key(|(place, _)| (!place.span.contains(offset), place.span.len()))
}

/// The name with its title at the source byte `offset`, right before it, with the place of the title: "Foreign
/// Minister" before "Ana Weil". Linear in the mentions of one block.
pub(super) fn titled_at(snapshot: &Snapshot, offset: usize) -> Option<(Place, &Mention)> {
    let (block, offset) = snapshot.locate(offset)?;
    let locals = &block.of(&snapshot.blocks)?.mentions;
    let mentions = in_block(&snapshot.facts.mentions, block, |mention| mention.place);
    let text = &block.of(&snapshot.markup.blocks)?.text;
    locals.iter().zip(mentions).find_map(|(local, mention)| {
        let before = Span::new(local.phrase.start, local.span.start).of(text).trim_end();
        let title = Span::new(local.phrase.start, local.phrase.start + before.len());
        // "The captain, Rosa Weil": what a comma sets apart is a mention of its own.
        let is_title = mention.form == MentionForm::Named && !before.is_empty() && !before.contains(',');
        (is_title && mention.place.span == local.span && title.contains(offset))
            .then_some((Place::new(block, title), mention))
    })
}

/// The quotation that a cursor at the source byte `offset` points at: by its cue, or anywhere in it where no other fact
/// is.
pub(super) fn quotation_at(snapshot: &Snapshot, offset: usize) -> Option<&Quotation> {
    let fact = fact_at(snapshot, offset).map(|(_, fact)| fact);
    match fact {
        Some(Fact::Quotation(quotation)) => return Some(quotation),
        Some(Fact::Actor(_)) => return None,
        _ => {}
    }
    let (block, offset) = snapshot.locate(offset)?;
    let has_cue_here = |quotation: &&Quotation| {
        let cue = quotation.cue.as_ref();
        cue.is_some_and(|cue| cue.place.block == block && cue.place.span.touches(offset))
    };
    let mut quotations = snapshot.facts.quotations.iter().map(Arc::as_ref);
    quotations.find(has_cue_here)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::testing::snapshot;

    /// Where F12 leads from a word of a quotation, and whether the word has a card.
    fn from_quoted(text: &str, word: &str) -> (Option<String>, bool) {
        let snapshot = snapshot(text);
        let at = text.find('“').unwrap() + text.split_once('“').unwrap().1.find(word).unwrap() + "“".len();
        let target = snapshot.definition(at).map(|found| found.target.of(text).to_owned());
        (target, snapshot.hover(at).is_some())
    }

    #[test]
    fn who_speaks_is_i_and_who_they_are_stays_open() {
        for quoted in ["I sold the pier", "They thanked me for it", "The pier is my home"] {
            let text = format!("Mayor Rosa Weil left Ostby. “{quoted},” Weil told the council on Monday.\n");
            let word = ["I ", "me ", "my "]
                .into_iter()
                .find(|word| quoted.contains(word))
                .unwrap();
            assert_eq!(
                from_quoted(&text, word),
                (Some("Rosa Weil".to_owned()), true),
                "{quoted}"
            );
        }
        for quoted in [
            "They sold the pier",
            "We sold the pier",
            "The council thanked us for it",
        ] {
            let text = format!("Mayor Rosa Weil left Ostby. “{quoted},” Weil said on Monday.\n");
            let word = ["They", "We", "us "]
                .into_iter()
                .find(|word| quoted.contains(word))
                .unwrap();
            assert_eq!(from_quoted(&text, word), (None, false), "{quoted}");
        }
    }

    #[test]
    fn a_verb_between_quotation_marks_is_no_event() {
        let text = "“The mayor resigned on Monday,” Rosa Weil said. The council met on Friday.\n\n> The captain resigned in May.\n";
        let snapshot = snapshot(text);
        let is_event = |at: usize| matches!(fact_at(&snapshot, at), Some((_, Fact::Event(_))));
        let quoted = text.match_indices("resigned").map(|(at, _)| at);
        assert!(quoted.clone().count() == 2 && !quoted.into_iter().any(is_event));
        assert!(text.find("met").is_some_and(is_event));
    }
}
