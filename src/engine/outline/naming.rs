//! What the names of a line leave to be said: the full name of somebody whom the lines above have not named. It guesses no name.

use std::ops::Range;

use crate::analysis::{ActorId, ActorKind, Mention, MentionForm, Place};
use crate::engine::Snapshot;
use crate::engine::outline::choose::Chosen;
use crate::engine::outline::so_far::ReadSoFar;
use crate::language::{Relation, Upos, View};

/// How sure it must be whose surname it is.
const SURE: f32 = 0.85;

/// What comes after a family name.
const GENERATIONS: [&str; 6] = ["Jr.", "Sr.", "Jr", "Sr", "II", "III"];

/// What the names of a line leave to be said.
pub(super) enum Naming {
    /// Nothing.
    Clear,
    /// A full name, to be written after the line.
    Full(String),
    /// Who somebody is, and it cannot be said.
    Open,
}

impl Snapshot {
    /// "Weil": what is to be said of somebody of whom the lines above say nothing, if this one gives a part of the name alone.
    pub(super) fn naming(&self, view: View<'_>, shown: &[usize], mention: &Mention, so_far: &ReadSoFar) -> Naming {
        let Some(id) = mention.actor.filter(|id| !so_far.actors.contains(id)) else {
            return Naming::Clear;
        };
        let Some(actor) = self.actor(id) else {
            return Naming::Clear;
        };
        // "She" at the head of a line is shown as a name.
        let written = match mention.form {
            MentionForm::Pronoun => self.family_name(actor).unwrap_or_default(),
            _ => self.text_of(mention.place),
        };
        let words = view.language.words_in(mention.place.span);
        let is_part = actor.name.len() > written.len() && actor.name.contains(' ');
        let is_of_person = actor.kind == ActorKind::Person && actor.name.split(' ').any(|part| part == written);
        let touches_name = view.upos(words.end) == Upos::Propn
            || words
                .start
                .checked_sub(1)
                .is_some_and(|before| view.upos(before) == Upos::Propn);
        let is_letters = is_abbreviation(written) && !touches_name;
        if !is_part || !(is_of_person || is_letters) || is_introduced(view, shown, words.clone()) {
            return Naming::Clear;
        }
        let mut last = actor.name.split(' ').rev().filter(|part| !GENERATIONS.contains(part));
        let is_surname = last.next() == Some(written) || is_letters;
        let is_full_in_text = self.named_mentions_of(actor).any(|name| {
            let in_text = name
                .place
                .block
                .of(&self.markup.blocks)
                .is_some_and(|block| block.kind.is_body());
            let text = self.text_of(name.place);
            in_text && actor.name.starts_with(text) && text.len() > written.len()
        });
        let owns = matches!(view.form(words.end), "'s" | "’s");
        // "The Weil administration said": the name describes something else.
        let describes = view.upos(words.end) == Upos::Noun && !owns;
        // Whoever is named after a line seems to act or to speak.
        let verb = shown.iter().find(|word| view.relation(**word) == Relation::Root);
        let is_aside = verb.is_some_and(|verb| words.start > *verb);
        if describes || is_aside || self.is_quoted(mention.place) {
            return Naming::Clear;
        }
        let is_only = self.family_name(actor) == Some(written);
        if is_surname && is_full_in_text && (mention.confidence >= SURE || is_only) {
            return Naming::Full(actor.name.clone());
        }
        match self.is_named_above(id, mention.place) {
            true => Naming::Open,
            false => Naming::Clear,
        }
    }

    /// Whether the text names an actor before a place.
    fn is_named_above(&self, id: ActorId, place: Place) -> bool {
        let actor = self.actor(id);
        actor.is_some_and(|actor| {
            self.named_mentions_of(actor)
                .take_while(|mention| mention.place < place)
                .any(|mention| (mention.place.block.of(&self.markup.blocks)).is_some_and(|block| block.kind.is_body()))
        })
    }
}

/// Whether a line begins with a name that stands there for this pronoun.
pub(super) fn is_renamed(view: View<'_>, word: usize, line: &Chosen) -> bool {
    let is_first = line.shown.words.first() == Some(&word);
    is_first && view.is_any(word, &["he", "she"]) && !line.line.starts_with(view.form(word))
}

/// "OHA": letters that stand for a name.
fn is_abbreviation(name: &str) -> bool {
    name.len() > 2 && name.chars().all(char::is_uppercase)
}

/// "Mayor Weil", "Weil, a teacher in Senn": the line says who it is.
fn is_introduced(view: View<'_>, shown: &[usize], name: Range<usize>) -> bool {
    let before = name.start.checked_sub(1).filter(|before| shown.contains(before));
    let has_title = before.is_some_and(|before| {
        matches!(view.upos(before), Upos::Noun | Upos::Propn) && !view.is_any(before, &["'s", "’s"])
    });
    let mut words = name;
    has_title || words.any(|word| view.children_by(word, &[Relation::Appos]).any(|of| shown.contains(&of)))
}
