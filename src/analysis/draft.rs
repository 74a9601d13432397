//! Folds the facts of the blocks into facts about the draft: which topic is asked in which order. It finds nothing itself.

use std::sync::Arc;

use crate::analysis::actors::KeptNames;
use crate::analysis::aside::Aside;
use crate::analysis::attribution::KeptSpeakers;
use crate::analysis::change::Change;
use crate::analysis::coreference::KeptReferences;
use crate::analysis::events::{EventContext, KeptEvents};
use crate::analysis::foreign::KeptLanguage;
use crate::analysis::notes::{self, KeptVerifications, Verification};
use crate::analysis::publication::Publication;
use crate::analysis::same::{Basis, SameBlocks, SameMentions};
use crate::analysis::titles::{HeldTitle, TitleMismatch};
use crate::analysis::{Actor, BlockFacts, DraftSettings, Event, Facts, Mention, Place, Quotation};
use crate::analysis::{
    actors, attribution, coreference, events, foreign, interviews, locale, presentation, publication, register, titles,
    unread,
};
use crate::markup::Markup;
use crate::text::parallel;

/// What the fold of one version of a draft leaves for that of the next.
#[derive(Debug, Default)]
pub struct Kept {
    last: Option<LastFold>,
    language: KeptLanguage,
    publication: Publication,
    /// Only of a draft that is read again and again.
    speakers: Option<KeptSpeakers>,
    names: KeptNames,
    references: KeptReferences,
    events: KeptEvents,
    verifications: KeptVerifications,
    same: SameBlocks,
}

/// What was folded last, and what came out.
#[derive(Debug)]
struct LastFold {
    markup: Arc<Markup>,
    blocks: Vec<Arc<BlockFacts>>,
    settings: DraftSettings,
    facts: Facts,
}

impl Kept {
    /// The facts of the last version.
    #[must_use]
    pub fn facts(&self) -> Option<&Facts> {
        self.last.as_ref().map(|last| &last.facts)
    }

    /// The blocks of which nothing new was known in the last version.
    #[must_use]
    pub fn same(&self) -> &SameBlocks {
        &self.same
    }
}

/// Folds the facts of the blocks into the facts of the draft. `blocks` has one entry for each of `markup.blocks`.
#[must_use]
pub fn fold(markup: &Markup, blocks: &[Arc<BlockFacts>], settings: &DraftSettings) -> Facts {
    run(markup, blocks, settings, &mut Kept::default())
}

/// The same for one version of a draft after the other. What an earlier version left in `kept` is taken over where it is still
/// true; the facts are those that [`fold`] finds.
#[must_use]
pub fn fold_again(
    markup: &Arc<Markup>,
    blocks: &[Arc<BlockFacts>],
    settings: &DraftSettings,
    kept: &mut Kept,
) -> Facts {
    if kept.last.as_ref().is_some_and(|last| last.settings != *settings) {
        *kept = Kept::default();
    }
    kept.speakers.get_or_insert_default();
    let facts = run(markup, blocks, settings, kept);
    kept.last = Some(LastFold {
        markup: Arc::clone(markup),
        blocks: blocks.to_vec(),
        settings: settings.clone(),
        facts: facts.clone(),
    });
    facts
}

/// Asks the topics in their order. It is long because each topic gets what those before it found.
fn run(markup: &Markup, blocks: &[Arc<BlockFacts>], settings: &DraftSettings, kept: &mut Kept) -> Facts {
    if let Some(language) = foreign::language_again(markup, &mut kept.language) {
        *kept = Kept::default();
        return left_alone(language);
    }
    let interview = interviews::fold(markup, blocks);
    kept.note_publication(&publication::of_draft(markup, &settings.publication));
    let change = kept.change(markup, blocks);
    let quotations = match &mut kept.speakers {
        Some(kept) => attribution::fold_again(markup, blocks, &interview, kept, change.as_ref()),
        None => attribution::fold(markup, blocks, &interview),
    };
    let locale = locale::of_draft(blocks, settings.locale);
    let speech = quotations.clone();
    let (people, aside) = parallel::both(
        blocks.len() >= SHARED_FROM,
        || people((markup, blocks), settings, quotations, change.as_ref(), kept),
        || Aside::of((markup, blocks), settings, locale, &speech),
    );
    kept.same = kept.compare(
        people.same_mentions.as_ref(),
        Basis::of(&people.quotations, &aside.times),
    );
    let known = EventContext {
        anchor: aside.anchor.as_ref().map(|anchor| anchor.date),
        times: &aside.times,
        actors: &people.actors,
        mentions: &people.mentions,
        quotations: &people.quotations,
    };
    let events = events::fold(markup, blocks, known, &kept.same, &mut kept.events);
    let (mut main_event, (presentations, (titles, unread))) = parallel::both(
        blocks.len() >= SHARED_FROM,
        || events::main_event(markup, blocks, &events, known),
        || {
            let presentations = presentation::fold(markup, blocks, &people.quotations);
            let known = (&*people.mentions, &*people.quotations);
            (
                presentations,
                kept.titles_and_unread(markup, blocks, known, change.as_ref()),
            )
        },
    );
    let events = publication::out_of_events(markup, &people.of_publication, events, main_event.as_mut());
    kept.same = kept.with_events(&events);
    Facts {
        datelines: aside.datelines.into(),
        locale,
        plans: aside.plans.into(),
        is_live: aside.is_live,
        presentations: presentations.into(),
        unread: unread.into(),
        interview,
        signatures: aside.signatures.into(),
        notes: settings.notes.clone(),
        verifications: against_notes(markup, settings, &people.quotations, &mut kept.verifications).into(),
        title_mismatches: against_file(markup, settings, &titles, known).into(),
        titles: titles.into(),
        quotations: people.quotations.into(),
        actors: people.actors.into(),
        mentions: people.mentions.into(),
        times: aside.times.into(),
        events,
        main_event,
        flags: aside.flags.into(),
        anchor: aside.anchor,
        ..Facts::default()
    }
}

/// From so many blocks on, two cores work on what does not rest on each other: while one finds out who is in a draft, the other sets
/// the times against its date.
const SHARED_FROM: usize = 500;

/// Who is in a draft, and who of them speaks.
struct PeopleFound {
    actors: Vec<Arc<Actor>>,
    mentions: Vec<Mention>,
    /// Where the publication itself is named.
    of_publication: Vec<Place>,
    quotations: Vec<Arc<Quotation>>,
    same_mentions: Option<SameMentions>,
}

/// Finds the actors of a draft, who its mentions refer to, and who of them speaks in its quotations.
fn people(
    (markup, blocks): (&Markup, &[Arc<BlockFacts>]),
    settings: &DraftSettings,
    quotations: Vec<Arc<Quotation>>,
    change: Option<&Change>,
    kept: &mut Kept,
) -> PeopleFound {
    let (mut actors, mut mentions) = actors::fold_again(markup, blocks, &mut kept.names, change);
    let of_publication = publication::take_out(markup, &kept.publication, &mut actors, &mut mentions);
    let before = change.zip(kept.last.as_ref().map(|last| &last.facts));
    let references = (&mut kept.references, before);
    coreference::resolve((markup, blocks), &mut actors, &mut mentions, &quotations, references);
    if let Some(register) = &settings.register {
        register::recognise(&mut actors, register);
    }
    let same_mentions = kept.compare_mentions(blocks.len(), change, &mentions);
    let quotations = kept.name_speakers(quotations, (&actors, &mentions), same_mentions.as_ref());
    PeopleFound {
        actors,
        mentions,
        of_publication,
        quotations,
        same_mentions,
    }
}

/// What is known of a draft in a language that nobody here reads.
fn left_alone(language: &'static str) -> Facts {
    Facts {
        foreign_language: Some(language),
        ..Facts::default()
    }
}

/// The titles that the newsroom's file of people has otherwise.
fn against_file(
    markup: &Markup,
    settings: &DraftSettings,
    titles: &[HeldTitle],
    known: EventContext<'_>,
) -> Vec<TitleMismatch> {
    let Some(register) = &settings.register else {
        return Vec::new();
    };
    let known = titles::Compared {
        register,
        day: known.anchor,
        actors: known.actors,
        mentions: known.mentions,
        times: known.times,
    };
    titles::against_file(markup, titles, known)
}

/// What the notes say of the quotations.
fn against_notes(
    markup: &Markup,
    settings: &DraftSettings,
    quotations: &[Arc<Quotation>],
    kept: &mut KeptVerifications,
) -> Vec<Verification> {
    match &settings.notes {
        Some(known) => notes::fold(markup, quotations, known, kept),
        None => Vec::new(),
    }
}

impl Kept {
    /// Notes whose draft it is; if that is another publication than before, nothing else is kept.
    fn note_publication(&mut self, publication: &Publication) {
        if self.publication != *publication {
            *self = Self {
                publication: publication.clone(),
                speakers: self.speakers.as_ref().map(|_| KeptSpeakers::default()),
                ..Self::default()
            };
        }
    }

    /// What changed since the last version.
    fn change(&self, markup: &Markup, blocks: &[Arc<BlockFacts>]) -> Option<Change> {
        let last = self.last.as_ref()?;
        Some(Change::between(
            (&last.markup.blocks, &last.blocks),
            (&markup.blocks, blocks),
        ))
    }

    /// The blocks whose mentions are what they were.
    fn compare_mentions(&self, blocks: usize, change: Option<&Change>, mentions: &[Mention]) -> Option<SameMentions> {
        let last = self.last.as_ref()?;
        Some(SameMentions::of(blocks, change?, &last.facts.mentions, mentions))
    }

    /// The quotations with the names of their speakers.
    fn name_speakers(
        &mut self,
        quotations: Vec<Arc<Quotation>>,
        (actors, mentions): (&[Arc<Actor>], &[Mention]),
        same: Option<&SameMentions>,
    ) -> Vec<Arc<Quotation>> {
        let same = same.filter(|_| self.has_same_actors(actors));
        coreference::name_speakers(quotations, actors, mentions, (&mut self.references, same))
    }

    /// Whether the actors are those of the last version, as far as their names and kinds go.
    fn has_same_actors(&self, actors: &[Arc<Actor>]) -> bool {
        let was = self.last.as_ref().map_or(&[][..], |last| &last.facts.actors);
        let is_same = |(was, is): (&Arc<Actor>, &Arc<Actor>)| {
            Arc::ptr_eq(was, is) || (was.kind, &was.name) == (is.kind, &is.name)
        };
        was.len() == actors.len() && was.iter().zip(actors).all(is_same)
    }

    /// The blocks of which nothing new is known.
    fn compare(&self, mentions: Option<&SameMentions>, basis: Basis<'_>) -> SameBlocks {
        let Some((last, mentions)) = self.last.as_ref().zip(mentions) else {
            return SameBlocks::default();
        };
        let was = Basis::of(&last.facts.quotations, &last.facts.times);
        SameBlocks::of(mentions, was, basis)
    }

    /// The titles before names, and the words that are in no name.
    fn titles_and_unread(
        &self,
        markup: &Markup,
        blocks: &[Arc<BlockFacts>],
        (mentions, quotations): (&[Mention], &[Arc<Quotation>]),
        change: Option<&Change>,
    ) -> (Vec<HeldTitle>, Vec<Place>) {
        let last = self.last.as_ref().map(|last| &last.facts);
        let titles = last.map_or((&[][..], 0), |last| (&*last.titles, last.mentions.len()));
        let unread = last.map_or(&[][..], |last| &last.unread);
        let titles = titles::fold(markup, blocks, (mentions, quotations), (&self.same, change, titles));
        (titles, unread::fold(markup, blocks, mentions, (&self.same, unread)))
    }

    /// The same, with their events.
    fn with_events(&mut self, events: &[Arc<Event>]) -> SameBlocks {
        let same = std::mem::take(&mut self.same);
        let last = self.last.as_ref().map(|last| &*last.facts.events);
        same.with_events(last.unwrap_or_default(), events)
    }
}
