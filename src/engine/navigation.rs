//! Where one gets from a place in a draft: to the full name, to the speaker, to all other mentions. It follows facts and
//! never text that looks alike.

use crate::analysis::{Actor, ActorId, AnchorSource, Mention, MentionForm, Place, Quotation, QuotationKind, Time};
use crate::engine::Snapshot;
use crate::engine::pointing::Fact;
use crate::text::Span;

/// A way from one place of the source to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// What was pointed at.
    pub origin: Span,
    /// Where it leads.
    pub target: Span,
}

/// A stretch that belongs to what was pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Highlight {
    /// Where it stands in the source.
    pub span: Span,
    /// What it has to do with it.
    pub part: Part,
}

/// What a highlighted stretch has to do with what was pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// It names the thing in full, or names the speaker.
    Name,
    /// It stands for the thing.
    Mention,
    /// Quoted words or their cue.
    Words,
}

impl Snapshot {
    /// Where the thing at the source byte `offset` is introduced: for a mention the first full one of the actor, for a
    /// quotation or its cue the speaker, for the retelling of an event its first telling, for a day that was counted from
    /// the draft's date that date, where the text has it.
    #[must_use]
    pub fn definition(&self, offset: usize) -> Option<Target> {
        if let Some(quotation) = self.quotation_at(offset) {
            return Some(Target {
                origin: self.source_span(quotation.place),
                target: self.source_span(quotation.speaker.as_ref()?.place),
            });
        }
        let (place, fact) = self.fact_at(offset)?;
        let target = match fact {
            Fact::Actor(mention) => self.full_mention(self.actor(mention.actor?)?)?.place,
            Fact::Event(event) => self.facts.events.get(event.retells?)?.trigger,
            Fact::Time(time) => self.anchor_of(time)?,
            Fact::Quotation(_) => return None,
        };
        Some(Target {
            origin: self.source_span(place),
            target: self.source_span(target),
        })
    }

    /// All places that stand for the thing at the source byte `offset`, in the order of the text: mentions of an actor,
    /// tellings of an event, expressions for the same days, quotations of the same speaker.
    #[must_use]
    pub fn references(&self, offset: usize, with_definition: bool) -> Vec<Span> {
        let facts = &self.facts;
        if let Some(quotation) = self.quotation_at(offset) {
            let places: Vec<Place> = self.beside(quotation).map(|other| other.place).collect();
            return self.spans(places);
        }
        let Some((_, fact)) = self.fact_at(offset) else {
            return Vec::new();
        };
        match fact {
            Fact::Actor(mention) => {
                let Some(actor) = mention.actor.and_then(|id| self.actor(id)) else {
                    return Vec::new();
                };
                let full = self.full_mention(actor).map(|full| full.place);
                let mentions = self.mentions_of(actor).map(|mention| mention.place);
                self.spans(
                    mentions
                        .filter(|place| with_definition || Some(*place) != full)
                        .collect(),
                )
            }
            Fact::Event(event) => {
                let own = facts.events.iter().position(|other| other.trigger == event.trigger);
                let first = event.retells.or(own);
                let tellings = facts.events.iter().enumerate().filter(|(index, other)| {
                    (with_definition && Some(*index) == first) || (other.retells.is_some() && other.retells == first)
                });
                self.spans(tellings.map(|(_, telling)| telling.trigger).collect())
            }
            Fact::Time(time) => {
                let same = |other: &&Time| match time.days {
                    Some(days) => other.days == Some(days),
                    None => other.place == time.place,
                };
                self.spans(facts.times.iter().filter(same).map(|time| time.place).collect())
            }
            Fact::Quotation(_) => Vec::new(),
        }
    }

    /// What belongs to the thing at the source byte `offset`: all mentions of an actor; the parts of a quotation with its
    /// cue and speaker; the tellings of an event; the expressions for a day.
    #[must_use]
    pub fn highlights(&self, offset: usize) -> Vec<Highlight> {
        let mut highlights = Vec::new();
        let mut add = |place, part| {
            highlights.push(Highlight {
                span: self.source_span(place),
                part,
            });
        };
        if let Some(quotation) = self.quotation_at(offset) {
            let is_one = |other: &&Quotation| other.group == quotation.group || other.place == quotation.place;
            for part in self.facts.quotations.iter().filter(is_one) {
                add(part.place, Part::Words);
            }
            if let Some(cue) = &quotation.cue {
                add(cue.place, Part::Words);
            }
            if let Some(speaker) = &quotation.speaker {
                add(speaker.place, Part::Name);
            }
        } else if let Some((_, Fact::Actor(mention))) = self.fact_at(offset) {
            let actor = mention.actor.and_then(|id| self.actor(id));
            let full = actor.and_then(|actor| self.full_mention(actor));
            match actor {
                Some(actor) => {
                    for other in self.mentions_of(actor) {
                        let is_full = full.is_some_and(|full| full.place == other.place);
                        add(other.place, if is_full { Part::Name } else { Part::Mention });
                    }
                }
                None => add(mention.place, Part::Mention),
            }
        } else {
            for span in self.references(offset, true) {
                highlights.push(Highlight {
                    span,
                    part: Part::Mention,
                });
            }
        }
        highlights.sort_by_key(|highlight| highlight.span);
        highlights.dedup_by_key(|highlight| highlight.span);
        highlights
    }

    /// The actor with this id.
    pub(super) fn actor(&self, id: ActorId) -> Option<&Actor> {
        self.facts.actor(id)
    }

    /// The mentions of an actor, in the order of the text.
    pub(super) fn mentions_of<'a>(&'a self, actor: &'a Actor) -> impl Iterator<Item = &'a Mention> {
        self.facts.mentions_of(actor)
    }

    /// The first mention that gives the full name; where none does, the first name, else the first mention.
    pub(super) fn full_mention<'a>(&'a self, actor: &'a Actor) -> Option<&'a Mention> {
        let named = || {
            self.mentions_of(actor)
                .filter(|mention| mention.form == MentionForm::Named)
        };
        named()
            .find(|mention| same_words(self.text_of(mention.place), &actor.name))
            .or_else(|| named().next())
            .or_else(|| self.mentions_of(actor).next())
    }

    /// The quotations of the same speaker, the given one included.
    fn beside<'a>(&'a self, quotation: &'a Quotation) -> impl Iterator<Item = &'a Quotation> {
        let speaker = |quotation: &Quotation| quotation.speaker.as_ref().and_then(|speaker| speaker.actor);
        self.facts.quotations.iter().filter(move |other| {
            other.place == quotation.place
                || (other.kind != QuotationKind::Mention
                    && speaker(other).is_some()
                    && speaker(other) == speaker(quotation))
        })
    }

    /// The words of the draft that give the day a time expression was counted from; the expression's own words lead
    /// nowhere.
    fn anchor_of(&self, time: &Time) -> Option<Place> {
        let anchor = self.facts.anchor.as_ref()?;
        if !matches!(anchor.source, AnchorSource::Dateline | AnchorSource::Text) || time.days.is_none() {
            return None;
        }
        let says_it = |other: &&Time| {
            other.days == Some((anchor.date, anchor.date))
                && self.text_of(other.place).contains(|c: char| c.is_ascii_digit())
        };
        let found = self.facts.times.iter().find(says_it)?.place;
        (found != time.place).then_some(found)
    }

    fn spans(&self, places: Vec<Place>) -> Vec<Span> {
        let mut spans: Vec<Span> = places.into_iter().map(|place| self.source_span(place)).collect();
        spans.sort();
        spans.dedup();
        spans
    }
}

/// Whether two texts have the same words, whatever white space lies between them.
fn same_words(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}
