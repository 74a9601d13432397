//! The draft's own words for what is done, short enough for a headline. It adds no word.

use std::ops::Range;

use crate::analysis::{Event, Participant, Place};
use crate::engine::Snapshot;
use crate::engine::headline::wording::{is_left_out, one_line, without_loose_end};
use crate::language::{Relation, Tag, Upos, View, Word};
use crate::markup::BlockId;

/// How many characters an event noun with its modifiers may have.
const NOUN: usize = 40;

/// How many characters an event noun with the phrase after it may have.
const WHOLE_PHRASE: usize = 60;

/// How many characters of the words after a verb are shown.
const AFTER_VERB: usize = 36;

/// How many words after a verb its particle may come.
const PARTICLE_WITHIN: usize = 4;

/// How many words after an event noun a participant may begin that is shown with it.
const PARTICIPANT_WITHIN: usize = 3;

/// How many words after a verb without an object are shown.
const WORDS_AFTER: usize = 7;

/// How many words before an event noun are shown with it.
const WORDS_BEFORE: usize = 3;

impl Snapshot {
    pub(in crate::engine) fn word_at(&self, place: Place) -> Option<&Word> {
        let language = &place.block.of(&self.blocks)?.language;
        language.words.get(language.word_from(place.span.start))
    }

    /// The particle of a verb ("off" of "call off").
    pub(super) fn particle(&self, event: &Event) -> String {
        let Some((view, at)) = self.trigger_word(event) else {
            return String::new();
        };
        (at + 1..=at + PARTICLE_WITHIN)
            .find(|near| view.head(*near) == Some(at) && view.relation(*near) == Relation::CompoundPrt)
            .map(|near| view.form(near).to_lowercase())
            .unwrap_or_default()
    }

    /// The verb of which an event noun is the object, in its base form ("hold" of "held a vigil").
    pub(super) fn governing_verb(&self, event: &Event) -> Option<String> {
        let (view, at) = self.trigger_word(event)?;
        let head = view.head(at).filter(|_| view.relation(at) == Relation::Obj)?;
        let verb = view.word(head).filter(|word| word.upos == Upos::Verb)?;
        (!verb.lemma.is_empty() && verb.lemma != "be").then(|| verb.lemma.to_lowercase())
    }

    /// The trigger with the words before it that are neither article nor participant ("trade war").
    pub(super) fn bare_phrase(&self, event: &Event) -> String {
        let Some((view, at)) = self.trigger_word(event) else {
            return String::new();
        };
        let first = first_of_phrase(view, at, event);
        one_line(view.span(first..at + 1).of(view.text), NOUN)
    }

    /// The trigger, the words before it and the phrase right after it ("attack on the garrison").
    pub(super) fn phrase_with(&self, event: &Event, participant: &Participant) -> Option<String> {
        let (view, at) = self.trigger_word(event)?;
        let words = view.language.words_in(participant.place.span);
        let is_near = at < words.start && words.start <= at + PARTICIPANT_WITHIN;
        if participant.place.block != event.trigger.block || !is_near || words.end > view.len() {
            return None;
        }
        let said = without_left_out(view, first_of_phrase(view, at, event)..words.end);
        (said.chars().count() <= WHOLE_PHRASE).then_some(said)
    }

    /// A few words after a verb that has no object: "travels to Ostrava".
    pub(super) fn after_verb(&self, event: &Event) -> String {
        let Some((view, at)) = self.trigger_word(event) else {
            return String::new();
        };
        let is_particle = view.relation(at + 1) == Relation::CompoundPrt;
        let first = at + 1 + usize::from(is_particle);
        let limit = view.len().min(first + WORDS_AFTER);
        let mut end = (first..limit)
            .find(|at| ends_headline(view, *at, event))
            .unwrap_or(limit.max(first));
        while end > first && hangs_loose(view, end - 1) {
            end -= 1;
        }
        without_loose_end(&one_line(&without_left_out(view, first..end), AFTER_VERB))
    }

    pub(super) fn block_text(&self, block: BlockId) -> &str {
        block.of(&self.markup.blocks).map_or("", |block| block.text.as_str())
    }

    /// The block of an event and its word there.
    fn trigger_word(&self, event: &Event) -> Option<(View<'_>, usize)> {
        let block = event.trigger.block;
        let language = &block.of(&self.blocks)?.language;
        let view = View::new(self.block_text(block), language);
        let at = language.word_from(event.trigger.span.start);
        (at < view.len()).then_some((view, at))
    }
}

/// Whether what is said about a verb ends before a word: at a mark, at the next clause, at a time, which is shown next to it.
fn ends_headline(view: View<'_>, at: usize, event: &Event) -> bool {
    matches!(
        view.upos(at),
        Upos::Punct | Upos::Sconj | Upos::Cconj | Upos::Verb | Upos::Aux
    ) || matches!(
        view.tag(at),
        Tag::WhDeterminer | Tag::WhPronoun | Tag::WhAdverb | Tag::To
    ) || event
        .times
        .iter()
        .any(|time| time.place.block == event.trigger.block && time.place.span.overlaps(view.span(at..at + 1)))
}

/// "travelled to Ostrava on [Monday]": the preposition of a time goes with it, and so does what leads a word left out.
fn hangs_loose(view: View<'_>, at: usize) -> bool {
    let leads = matches!(
        view.upos(at),
        Upos::Adp | Upos::Det | Upos::Part | Upos::Pron | Upos::Adv
    );
    leads && (view.tag(at) != Tag::PersonalPronoun || view.form(at) == "it") || is_left_out(view.form(at))
}

/// Where the modifiers of an event noun begin that are not those who take part.
fn first_of_phrase(view: View<'_>, noun: usize, event: &Event) -> usize {
    let belongs = |at: &usize| {
        matches!(view.upos(*at), Upos::Noun | Upos::Adj | Upos::Propn | Upos::Num)
            && !event.participants.iter().any(|participant| {
                participant.place.block == event.trigger.block
                    && participant.place.span.overlaps(view.span(*at..at + 1))
            })
    };
    (noun.saturating_sub(WORDS_BEFORE)..noun)
        .rev()
        .take_while(belongs)
        .last()
        .unwrap_or(noun)
}

/// The words of a range without those that a headline leaves out.
fn without_left_out(view: View<'_>, words: Range<usize>) -> String {
    let said: Vec<&str> = words
        .map(|at| view.form(at))
        .filter(|form| !is_left_out(form))
        .collect();
    said.join(" ")
}
