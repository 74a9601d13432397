//! Folds the facts of the blocks into facts about the draft: which topic is asked in which order. It finds nothing itself.

use std::sync::Arc;

use crate::analysis::{BlockFacts, DraftSettings, Facts};
use crate::analysis::{
    actors, attribution, coreference, datelines, events, foreign, interviews, live, locale, plans, presentation,
    register, signatures, times, titles, unread,
};
use crate::markup::Markup;

/// Folds the facts of the blocks into the facts of the draft. `blocks` has one entry for each of `markup.blocks`.
#[must_use]
pub fn fold(markup: &Markup, blocks: &[Arc<BlockFacts>], settings: &DraftSettings) -> Facts {
    if let Some(language) = foreign::language(markup) {
        return Facts {
            foreign_language: Some(language),
            ..Facts::default()
        };
    }
    let interview = interviews::fold(markup, blocks);
    let mut quotations = attribution::fold(markup, blocks, &interview);
    let (mut actors, mut mentions) = actors::fold(markup, blocks);
    coreference::resolve(markup, blocks, &mut actors, &mut mentions, &quotations);
    if let Some(register) = &settings.register {
        register::recognise(&mut actors, register);
    }
    coreference::name_speakers(&mut quotations, &actors, &mentions);
    let locale = locale::of_draft(blocks, settings.locale);
    let (times, flags, anchor) = times::of_draft(markup, blocks, settings, locale);
    let known = events::EventContext {
        anchor: anchor.as_ref().map(|anchor| anchor.date),
        times: &times,
        actors: &actors,
        mentions: &mentions,
        quotations: &quotations,
    };
    let (events, main_event) = events::fold(markup, blocks, known);
    let titles = titles::fold(markup, blocks, &mentions, &quotations);
    let title_mismatches = settings.register.as_ref().map(|register| {
        let known = titles::Compared {
            register,
            day: anchor.as_ref().map(|anchor| anchor.date),
            actors: &actors,
            mentions: &mentions,
            times: &times,
        };
        titles::against_file(markup, &titles, known)
    });
    Facts {
        datelines: datelines::fold(blocks),
        locale,
        plans: plans::fold(blocks),
        is_live: live::is_live(markup),
        presentations: presentation::fold(markup, blocks, &quotations),
        unread: unread::fold(markup, blocks, &mentions),
        interview,
        signatures: signatures::fold(markup, &quotations),
        titles,
        title_mismatches: title_mismatches.unwrap_or_default(),
        quotations,
        actors,
        mentions,
        times,
        events,
        main_event,
        flags,
        anchor,
        ..Facts::default()
    }
}
