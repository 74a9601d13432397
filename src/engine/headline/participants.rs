//! Those who take part in an event as a headline names them: by the shortest name or the last words of a description. It
//! adds no word.

use crate::analysis::actors::tables;
use crate::analysis::{Actor, ActorKind, Participant, ParticipantRole, Place};
use crate::engine::Snapshot;
use crate::engine::headline::wording::{is_left_out, listed, one_line};
use crate::language::{Number, Tag, Upos, Word};

/// How many characters a name or description may have.
const NAME: usize = 30;

/// How many characters more it has before it is cut with an ellipsis.
const ELLIPSIS: usize = 4;

/// How many characters of a full name are shown.
const FULL_NAME: usize = 40;

/// How many actors are checked for the same last name; more than a story has, and a bound for lists of names.
const BEARERS: usize = 400;

impl Snapshot {
    /// The participants by their short names.
    pub(super) fn joined(&self, participants: &[&Participant]) -> String {
        let names: Vec<_> = participants
            .iter()
            .map(|participant| self.short_name(participant))
            .filter(|name| !name.is_empty())
            .collect();
        listed(&names)
    }

    /// The participants by their full names.
    pub(super) fn joined_full(&self, participants: &[&Participant]) -> String {
        let names: Vec<_> = participants
            .iter()
            .map(
                |participant| match participant.actor.and_then(|actor| self.facts.actors.get(actor.0)) {
                    Some(actor) => one_line(&actor.name, FULL_NAME),
                    None => one_line(self.text_of(participant.place), FULL_NAME),
                },
            )
            .collect();
        listed(&names)
    }

    /// The shortest form the draft itself uses for an actor; the last words of the phrase where it is none.
    pub(super) fn short_name(&self, participant: &Participant) -> String {
        let actor = participant.actor.and_then(|actor| self.facts.actors.get(actor.0));
        let name = actor
            .filter(|actor| actor.name.starts_with(char::is_uppercase))
            .and_then(|actor| {
                let named = |alias: &&(String, usize)| {
                    alias.0.starts_with(char::is_uppercase)
                        && actor.name.split_whitespace().any(|word| alias.0.contains(word))
                };
                actor
                    .aliases
                    .iter()
                    .filter(named)
                    .map(|alias| alias.0.as_str())
                    .min_by_key(|alias| alias.len())
                    .filter(|alias| *alias != actor.name)
                    .or_else(|| self.family_name(actor))
                    .or(Some(actor.name.as_str()))
            });
        let text = name
            .or(actor.map(|actor| actor.name.as_str()))
            .unwrap_or_else(|| self.text_of(participant.place));
        shortened(text, participant.role)
    }

    /// The family name of a person, with its particle ("van Dael"), unless somebody else in the draft has it, too.
    fn family_name<'a>(&self, actor: &'a Actor) -> Option<&'a str> {
        let (first, rest) = actor.name.split_once(' ').filter(|_| actor.kind == ActorKind::Person)?;
        if rest.contains('.') || rest.contains(',') {
            return None;
        }
        let family = if tables::is_family_first(first) {
            first
        } else {
            let particle = rest
                .match_indices(' ')
                .map(|(at, _)| rest.get(at + 1..).unwrap_or(rest))
                .chain([rest])
                .filter(|tail| tail.starts_with(char::is_lowercase))
                .max_by_key(|tail| tail.len());
            particle.unwrap_or_else(|| rest.rsplit(' ').next().unwrap_or(rest))
        };
        let bears = |other: &&Actor| other.name.split(' ').any(|word| family.ends_with(word));
        (self.facts.actors.iter().take(BEARERS).filter(bears).take(2).count() == 1).then_some(family)
    }

    /// Whether a phrase takes a plural verb: "thousands of envoys are", but "a group of envoys is".
    pub(super) fn is_plural(&self, phrase: Place) -> bool {
        let Some(block) = phrase.block.of(&self.blocks) else {
            return false;
        };
        let text = self.block_text(phrase.block);
        let words = block.language.words_in(phrase.span);
        let is_of = |word: &&Word| word.upos == Upos::Adp;
        let of_phrase = block.language.words.get(words.clone()).unwrap_or(&[]);
        // "a group of envoys is", but "thousands of envoys are".
        let head = match of_phrase.iter().position(|word| is_of(&word)) {
            Some(of) => of.checked_sub(1).and_then(|head| of_phrase.get(head)),
            None => of_phrase.last(),
        };
        head.is_some_and(|word| {
            // "United States" and "Harbour Works" are one each.
            word.tag == Tag::PluralNoun
                || word.upos != Upos::Propn && word.morph.number == Some(Number::Plural)
                || word.upos == Upos::Num && word.span.of(text) != "one"
                || matches!(
                    word.span.of(text).to_lowercase().as_str(),
                    "they" | "we" | "police" | "people" | "many" | "several" | "both" | "two"
                )
        })
    }
}

/// A name or description without the words a headline leaves out; of a long one its last words, which hold its head.
fn shortened(text: &str, role: ParticipantRole) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut words: Vec<&str> = text.split(' ').collect();
    if let [only] = words.as_slice() {
        return pronoun(only, role).to_owned();
    }
    // "the two" is more than "two".
    let both = |words: &[&str]| {
        words
            .get(1)
            .is_some_and(|word| matches!(*word, "two" | "three" | "pair"))
    };
    while words.len() > 1 && !(words.len() == 2 && both(&words)) && words.first().is_some_and(|word| is_left_out(word))
    {
        words.remove(0);
    }
    // "thousands of refugees" has its head first.
    let of = words.contains(&"of");
    while !of && words.len() > 2 && words.join(" ").chars().count() > NAME {
        words.remove(0);
    }
    let short = words.join(" ");
    let short = short
        .strip_suffix("'s")
        .or_else(|| short.strip_suffix("’s"))
        .unwrap_or(&short);
    let unmarked = short.trim_matches(['"', '“', '”', '‘']);
    one_line(unmarked, NAME + ELLIPSIS)
}

/// "him" acts as "he", "they" are met as "them"; words that refer to nobody are left out.
fn pronoun(word: &str, role: ParticipantRole) -> &str {
    let acts = role == ParticipantRole::Agent;
    match (word.to_lowercase().as_str(), acts) {
        ("he" | "him", true) => "he",
        ("he" | "him", false) => "him",
        ("she" | "her", true) => "she",
        ("she" | "her", false) => "her",
        ("they" | "them", true) => "they",
        ("they" | "them", false) => "them",
        ("we" | "us", true) => "we",
        ("we" | "us", false) => "us",
        ("i" | "me", true) => "I",
        ("i" | "me", false) => "me",
        ("it", false) => "",
        ("who" | "which" | "that" | "whom" | "what" | "this" | "there" | "these" | "those", _) => "",
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptions_keep_their_head() {
        let short = |text| shortened(text, ParticipantRole::Patient);
        assert_eq!(short("the old harbour"), "old harbour");
        assert_eq!(
            short("its long awaited framework agreement on nothing much trade"),
            "on nothing much trade"
        );
        assert_eq!(short("thousands of refugees"), "thousands of refugees");
        assert_eq!(short("Petra Halloway’s"), "Petra Halloway");
    }

    #[test]
    fn pronouns_turn_with_their_role() {
        assert_eq!(shortened("him", ParticipantRole::Agent), "he");
        assert_eq!(shortened("They", ParticipantRole::Patient), "them");
        assert_eq!(shortened("which", ParticipantRole::Agent), "");
    }
}
