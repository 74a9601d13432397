//! Who speaks, as the line of a quotation says it. It finds no speaker.

use crate::analysis::{ActorId, ActorKind, Mention, MentionForm, Place, Quotation};
use crate::engine::Snapshot;
use crate::engine::headline::one_line;
use crate::engine::lookup::in_block;
use crate::language::{Tag, Upos};
use crate::text::table::WordList;

/// How many characters the name of a speaker has at most.
const SPEAKER_CHARS: usize = 96;

/// How sure it must be who speaks for the line to say it.
const SURE_SPEAKER: f32 = 0.75;

/// How sure it must be for words to be counted as somebody's.
const SURELY: f32 = 0.85;

/// How a speaker is called whom another sentence names.
static POINTERS: WordList = WordList::new(include_str!("pointing_words.txt"));

impl Snapshot {
    /// Who says a quotation, where that is sure: the full name, or what the draft calls a speaker without one.
    pub(super) fn speaker_of(&self, quotation: &Quotation) -> Option<String> {
        let speaker = quotation
            .speaker
            .as_ref()
            .filter(|_| quotation.confidence >= SURE_SPEAKER)?;
        if let Some(actor) = speaker.actor.filter(|_| self.is_pronoun(speaker.place))
            && !self.can_only_mean(speaker.place, actor)
        {
            return None;
        }
        let kind = speaker
            .actor
            .and_then(|actor| self.facts.actor(actor))
            .map(|actor| actor.kind);
        // A sign, a statement and a text message do not speak.
        let speaks = match kind {
            Some(kind) => matches!(kind, ActorKind::Person | ActorKind::Organization),
            None => self.is_of_kind(speaker.place, &[ActorKind::Person, ActorKind::Organization]),
        };
        if !speaks {
            return None;
        }
        let is_full = speaker.actor.is_none_or(|actor| self.names_whole(speaker.place, actor));
        let is_named = |actor: ActorId| {
            self.actor(actor)
                .is_some_and(|actor| self.named_mentions_of(actor).next().is_some())
        };
        let resolved = speaker.resolved.as_ref();
        let is_full = is_full && speaker.actor.is_some_and(is_named);
        let name = resolved.filter(|_| is_full).unwrap_or(&speaker.text);
        let is_pronoun = |text: &str| {
            matches!(
                text,
                "he" | "she" | "they" | "it" | "who" | "He" | "She" | "They" | "It"
            )
        };
        // "his campaign", "this phrase": another sentence says whose and which.
        let points = name
            .split(' ')
            .next()
            .is_some_and(|first| POINTERS.has(&first.to_lowercase()));
        // "the lawmaker", "the teacher from Senn": one whom another sentence names.
        let is_of_office = ["the governor", "the president", "the mayor"].contains(&name.to_lowercase().as_str());
        let is_known = speaker.actor.is_some_and(is_named);
        let has_name = name.chars().skip(1).any(char::is_uppercase);
        let is_person = self.is_of_kind(speaker.place, &[ActorKind::Person]);
        let is_description =
            !is_known && (!has_name || is_person) && name.to_lowercase().starts_with("the ") && !is_of_office;
        (!is_pronoun(name) && !points && !is_description).then(|| one_line(name, SPEAKER_CHARS))
    }

    /// Whether a speaker is only called "she" or "he".
    fn is_pronoun(&self, speaker: Place) -> bool {
        in_block(&self.facts.mentions, speaker.block, |mention| mention.place)
            .any(|mention| mention.place == speaker && mention.form == MentionForm::Pronoun)
    }

    /// Whether a phrase without an actor stands for somebody of these kinds: "a resident", "two officials".
    fn is_of_kind(&self, phrase: Place, kinds: &[ActorKind]) -> bool {
        in_block(&self.facts.mentions, phrase.block, |mention| mention.place)
            .any(|mention| mention.place.span.overlaps(phrase.span) && kinds.contains(&mention.kind))
    }

    /// Whether it is beyond doubt who says a quotation.
    pub(in crate::engine) fn speaks_surely(&self, quotation: &Quotation) -> bool {
        quotation.confidence >= SURELY && self.speaker_of(quotation).is_some()
    }

    /// Whether the actor named in a phrase is who it means: "Mayor Rosa Weil", and no "a spokesperson for Rosa Weil" and no
    /// "Weil's office".
    pub(in crate::engine) fn names_whole(&self, phrase: Place, meant: ActorId) -> bool {
        let Some(view) = self.view_of(phrase.block) else {
            return false;
        };
        let words = view.language.words_in(phrase.span);
        let owns = words
            .clone()
            .any(|at| matches!(view.tag(at), Tag::PossessivePronoun | Tag::PossessiveEnding));
        let Some(head) = words
            .clone()
            .find(|at| view.head(*at).is_none_or(|head| !words.contains(&head)))
        else {
            return false;
        };
        let is_head = |mention: &Mention| {
            mention.place.span.covers(view.span(head..head + 1)) || mention.place.span == phrase.span
        };
        let has_link = words
            .clone()
            .any(|at| view.is_any(at, &["for", "of", "from", "with", "at"]) && view.upos(at) == Upos::Adp);
        if !owns && !has_link {
            return true;
        }
        in_block(&self.facts.mentions, phrase.block, |mention| mention.place)
            .any(|mention| mention.actor == Some(meant) && is_head(mention))
    }
}
