//! The quotations of the outline: which get a line, what it shows and who speaks. It finds no speaker.

use std::collections::BTreeSet;

use crate::analysis::{ActorId, ActorKind, Mention, MentionForm, Place, Quotation, QuotationKind};
use crate::engine::Snapshot;
use crate::engine::headline::one_line;
use crate::engine::lookup::in_block;
use crate::engine::outline::choose::Chosen;
use crate::engine::outline::types::{OutlineItem, OutlineKind};
use crate::language::{Relation, Tag, Upos};
use crate::markup::BlockId;

/// How many characters the name of a speaker has at most.
const SPEAKER_CHARS: usize = 96;

/// How many quotations one paragraph may add.
const QUOTATIONS_OF_PARAGRAPH: usize = 2;

/// How many words a quotation has that gets a line.
const QUOTATION_WORDS: usize = 4;

/// The same of a part of somebody's words in a sentence of the draft.
const FRAGMENT_WORDS: usize = 6;

/// How sure it must be who speaks for the line to say it.
const SURE_SPEAKER: f32 = 0.75;

/// How sure it must be for words to be counted as somebody's.
const SURELY: f32 = 0.85;

/// How a speaker is called whom another sentence names.
const POINTERS: [&str; 14] = [
    "his", "her", "their", "its", "our", "my", "your", "this", "that", "these", "those", "such", "another", "both",
];

impl Snapshot {
    /// The quotations of a paragraph that are worth a line: parts of one are one line, and what the line of an event says
    /// needs no other.
    pub(super) fn quotation_items(&self, index: BlockId, event: Option<&Chosen>) -> Vec<OutlineItem> {
        let mut groups: BTreeSet<usize> = BTreeSet::new();
        let is_body = index.of(&self.markup.blocks).is_some_and(|block| block.kind.is_body());
        let said = in_block(&self.facts.quotations, index, |quotation| quotation.place).filter(|quotation| {
            let has_words = |least: usize| {
                let words = self.text_of(quotation.place).split_whitespace();
                words.take(least).count() == least
            };
            let is_told = event.is_some_and(|chosen| chosen.sentence.span.overlaps(quotation.place.span));
            match quotation.kind {
                QuotationKind::Direct => has_words(QUOTATION_WORDS),
                QuotationKind::Mixed => !is_told && has_words(FRAGMENT_WORDS),
                QuotationKind::Indirect | QuotationKind::Mention => false,
            }
        });
        let mut lines: BTreeSet<String> = BTreeSet::new();
        said.filter(|quotation| is_body && groups.insert(quotation.group))
            .filter_map(|quotation| self.quotation_item(quotation))
            .filter(|item| lines.insert(item.name.clone()))
            .take(QUOTATIONS_OF_PARAGRAPH)
            .collect()
    }

    fn quotation_item(&self, quotation: &Quotation) -> Option<OutlineItem> {
        let span = self.source_span(quotation.place);
        let speaker = self.speaker_of(quotation);
        let around = match quotation.kind {
            QuotationKind::Mixed => self.sentence_around(quotation),
            _ => None,
        };
        let name = match around {
            // “this is no loan”: a line of marks alone says nothing of whose words they are.
            Some(line) if speaker.is_none() && unquoted(&line).trim().is_empty() => return None,
            Some(line) => line,
            // Words say little as long as it is not plain whose they are.
            None if speaker.is_none() => return None,
            // A part of a sentence is worth a line if it is a statement.
            None if self.is_governed(quotation) => return None,
            None if quotation.kind == QuotationKind::Mixed && !self.states(quotation) => return None,
            None if self.is_title(quotation) || !self.is_statement(quotation) => return None,
            None if self.is_of_another(quotation) => return None,
            None => self.quoted_line(quotation)?,
        };
        // A sentence around the words may say who speaks.
        let is_told = |speaker: &String| {
            speaker
                .split(' ')
                .next_back()
                .is_some_and(|last| unquoted(&name).contains(last))
        };
        let detail = speaker.filter(|speaker| !is_told(speaker)).unwrap_or_default();
        Some(OutlineItem {
            name,
            detail,
            kind: OutlineKind::Quotation,
            span,
            selection: span,
            children: Vec::new(),
        })
    }

    /// Whether the marked words have somebody or something in them, and what is said of it.
    pub(super) fn states(&self, quotation: &Quotation) -> bool {
        let Some(view) = self.view_of(quotation.place.block) else {
            return false;
        };
        let words = view.language.words_in(quotation.place.span);
        words.clone().any(|verb| {
            let mut helpers = view
                .auxiliaries_of(verb)
                .chain(view.children_by(verb, &[Relation::Cop]));
            let is_said = view.tag(verb).is_finite() || helpers.any(|helper| words.contains(&helper));
            is_said
                && view
                    .subject_of(verb)
                    .is_some_and(|subject| words.contains(&subject) && !view.tag(subject).is_wh())
        })
    }

    /// Whether the marked words are a sentence or a statement, or go on after who speaks.
    fn is_statement(&self, quotation: &Quotation) -> bool {
        self.is_whole(quotation) || self.states(quotation) || self.is_interrupted(quotation)
    }

    /// "She wants to make sure that “the pier stays”": whether the marked words are what another verb than that of saying is about,
    /// and do not hold without it.
    fn is_governed(&self, quotation: &Quotation) -> bool {
        let Some(view) = self.view_of(quotation.place.block) else {
            return true;
        };
        let first = view.language.word_from(quotation.place.span.start);
        let Some(mut before) = first
            .checked_sub(1)
            .filter(|before| *before >= view.sentence(first).start)
        else {
            return false;
        };
        if view.is(before, "that") {
            before = before.saturating_sub(1);
        }
        let cue = quotation.cue.as_ref().map(|cue| cue.place.span);
        let is_cue = cue.is_some_and(|cue| cue.overlaps(view.span(before..before + 1)));
        !is_cue && matches!(view.upos(before), Upos::Verb | Upos::Aux | Upos::Adp | Upos::Part)
    }

    /// “If they don’t, the crews will leave”, “But would have been open”: words whose first clause is about somebody or something that
    /// only another sentence names.
    fn is_of_another(&self, quotation: &Quotation) -> bool {
        let Some(view) = self.view_of(quotation.place.block) else {
            return true;
        };
        let words = view.language.words_in(quotation.place.span);
        let begins = words.clone().find(|at| view.upos(*at) != Upos::Punct);
        let has_no_subject = begins.is_some_and(|first| {
            view.upos(first) == Upos::Cconj && matches!(view.upos(first + 1), Upos::Aux | Upos::Verb)
        });
        let nominal = words.clone().find(|at| {
            matches!(view.upos(*at), Upos::Noun | Upos::Propn) && !view.is_any(*at, &["lot", "kind", "sort"])
        });
        let is_open = |at: usize| {
            view.is_any(at, &["he", "she", "they"])
                && matches!(view.relation(at), Relation::Nsubj | Relation::NsubjPass)
        };
        has_no_subject || (words.start..nominal.unwrap_or(words.end)).any(is_open)
    }

    /// “No.”, “What a day!”: words that begin and end as a sentence does.
    fn is_whole(&self, quotation: &Quotation) -> bool {
        let text = self
            .text_of(quotation.place)
            .trim_matches(['“', '”', '"', '‘', '’', '\'']);
        text.starts_with(|first: char| !first.is_lowercase()) && text.ends_with(['.', '!', '?'])
    }

    /// “Salt Road at Night”: the name of a song, a book, a series; every word of weight has a capital.
    fn is_title(&self, quotation: &Quotation) -> bool {
        let Some(view) = self.view_of(quotation.place.block) else {
            return false;
        };
        let words = view.language.words_in(quotation.place.span);
        let mut weighty = words.filter(|at| {
            view.form(*at).starts_with(char::is_alphabetic)
                && !matches!(
                    view.upos(*at),
                    Upos::Adp | Upos::Det | Upos::Cconj | Upos::Part | Upos::Sconj
                )
        });
        let is_whole = self
            .text_of(quotation.place)
            .trim_end_matches(['”', '"', '’', '\''])
            .ends_with(['.', '!', '?']);
        !is_whole && weighty.all(|at| view.is_capitalized(at))
    }

    /// The line of the sentence in which a part of somebody's words is, if it shows them and reads alone.
    fn sentence_around(&self, quotation: &Quotation) -> Option<String> {
        let headline = self.headline_at(quotation.place);
        let words = one_line(self.text_of(quotation.place), usize::MAX);
        let is_shown = !headline.begins_inside && !headline.is_torn && headline.text.contains(&words);
        (is_shown && self.reads_alone(quotation.place, &headline)).then_some(headline.text)
    }

    /// Who says a quotation, where that is sure: the full name, or what the draft calls a speaker without one.
    fn speaker_of(&self, quotation: &Quotation) -> Option<String> {
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
            None => self.is_somebody(speaker.place),
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
            .is_some_and(|first| POINTERS.contains(&first.to_lowercase().as_str()));
        // "the lawmaker": one whom another sentence names.
        let is_of_office = ["the governor", "the president", "the mayor"].contains(&name.to_lowercase().as_str());
        let is_known = speaker.actor.is_some_and(is_named);
        let has_name = name.chars().skip(1).any(char::is_uppercase);
        let is_description = !is_known && !has_name && name.to_lowercase().starts_with("the ") && !is_of_office;
        (!is_pronoun(name) && !points && !is_description).then(|| one_line(name, SPEAKER_CHARS))
    }

    /// Whether a speaker is only called "she" or "he".
    fn is_pronoun(&self, speaker: Place) -> bool {
        in_block(&self.facts.mentions, speaker.block, |mention| mention.place)
            .any(|mention| mention.place == speaker && mention.form == MentionForm::Pronoun)
    }

    /// Whether a phrase without an actor stands for people: "a resident", "two officials".
    fn is_somebody(&self, phrase: Place) -> bool {
        in_block(&self.facts.mentions, phrase.block, |mention| mention.place).any(|mention| {
            mention.place.span.overlaps(phrase.span)
                && matches!(mention.kind, ActorKind::Person | ActorKind::Organization)
        })
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

/// The words of a line outside its quotation marks.
fn unquoted(line: &str) -> String {
    let parts = line.split(['“', '”', '"']);
    parts.step_by(2).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use crate::engine::{Cache, Draft, OutlineKind, analyse};
    use crate::language;

    /// The quotations of an outline with their speakers.
    fn quotations(text: &str) -> Vec<(String, String)> {
        let draft = Draft {
            text: text.into(),
            ..Draft::default()
        };
        let outline = analyse(&draft, &Cache::default(), language::embedded()).outline();
        let quotations = outline.into_iter().filter(|item| item.kind == OutlineKind::Quotation);
        quotations.map(|item| (item.name, item.detail)).collect()
    }

    #[test]
    fn who_speaks_for_somebody_is_not_that_person() {
        let found = quotations(
            "Mayor Rosa Weil left for Kessel on Monday.\n\n“The pier is open to the ferries again,” a spokesperson for Rosa \
             Weil said.\n\n“The dam is as safe as it was,” said Mayor Rosa Weil.\n",
        );
        let speakers: Vec<_> = found.iter().map(|(_, speaker)| speaker.as_str()).collect();
        assert_eq!(speakers, ["a spokesperson for Rosa Weil", "Rosa Weil"]);
    }

    #[test]
    fn titles_and_scraps_are_no_quotations() {
        let found = quotations(
            "Rosa Weil hummed “The Long Road to Kessel and Back” on Monday. She called the dam “a work of many hands and of \
             much good will” when it opened in Senn.\n",
        );
        assert!(found.iter().all(|(name, _)| !name.starts_with(['“'])), "{found:?}");
    }
}
