//! The draft's own words for those who take part and for what they do, short enough for a headline. It adds no word.

use crate::analysis::actors::tables;
use crate::analysis::{Actor, ActorKind, Event, Participant, ParticipantRole, Place};
use crate::engine::Snapshot;
use crate::engine::headline::wording::{listed, one_line};
use crate::language::{Language, Number, Relation, Tag, Upos, Word};

/// How many characters a name or description may have.
const NAME: usize = 30;

/// How many actors are asked whether they bear a family name too; more than a story has, and a bound for lists of names.
const BEARERS: usize = 400;

/// Words that a headline leaves out before a noun.
const LEFT_OUT: [&str; 17] = [
    "the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her", "our", "my", "some", "any",
    "such", "both",
];

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
                    Some(actor) => one_line(&actor.name, 40),
                    None => one_line(self.text_of(participant.place), 40),
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

    /// The family name of a person, with its particle ("van Dael"), unless somebody else in the draft bears it too.
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

    /// Whether a phrase takes a plural verb.
    pub(super) fn is_plural(&self, phrase: Place) -> bool {
        let Some(block) = self.blocks.get(phrase.block) else {
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

    pub(in crate::engine) fn word_at(&self, place: Place) -> Option<&Word> {
        let language = &self.blocks.get(place.block)?.language;
        language.words.get(language.word_from(place.span.start))
    }

    pub(super) fn block_text(&self, block: usize) -> &str {
        self.markup.blocks.get(block).map_or("", |block| block.text.as_str())
    }

    /// The particle of a verb ("call off").
    pub(super) fn particle(&self, event: &Event) -> String {
        let Some((language, at)) = self.trigger_word(event) else {
            return String::new();
        };
        let near = language.words.iter().enumerate().skip(at + 1).take(4);
        near.filter(|(_, word)| word.head == Some(at) && word.relation == Relation::CompoundPrt)
            .map(|(_, word)| word.span.of(self.block_text(event.trigger.block)).to_lowercase())
            .next()
            .unwrap_or_default()
    }

    /// The verb of which an event noun is the object, in its base form ("hold" of "held a vigil").
    pub(super) fn governing_verb(&self, event: &Event) -> Option<String> {
        let (language, at) = self.trigger_word(event)?;
        let noun = language.words.get(at).filter(|word| word.relation == Relation::Obj)?;
        let verb = language.words.get(noun.head?).filter(|word| word.upos == Upos::Verb)?;
        (!verb.lemma.is_empty() && verb.lemma != "be").then(|| verb.lemma.to_lowercase())
    }

    /// The trigger with the words before it that are neither article nor participant ("trade war").
    pub(super) fn bare_phrase(&self, event: &Event) -> String {
        let Some((language, at)) = self.trigger_word(event) else {
            return String::new();
        };
        let first = self.first_of_phrase(language, at, event);
        let span = language.span_of(first..at + 1);
        one_line(span.of(self.block_text(event.trigger.block)), NAME + 10)
    }

    /// The trigger, the words before it and the phrase right behind it ("attack on the garrison").
    pub(super) fn phrase_with(&self, event: &Event, participant: &Participant) -> Option<String> {
        let (language, at) = self.trigger_word(event)?;
        let words = language.words_in(participant.place.span);
        if participant.place.block != event.trigger.block || words.start <= at || words.start > at + 3 {
            return None;
        }
        let first = self.first_of_phrase(language, at, event);
        let text = self.block_text(event.trigger.block);
        let said: Vec<&str> = language
            .words
            .get(first..words.end)?
            .iter()
            .map(|word| word.span.of(text))
            .filter(|word| !LEFT_OUT.contains(&word.to_lowercase().as_str()))
            .collect();
        let said = said.join(" ");
        (said.chars().count() <= 2 * NAME).then_some(said)
    }

    /// A few words behind a verb that has no object.
    pub(super) fn behind(&self, event: &Event) -> String {
        let Some((language, at)) = self.trigger_word(event) else {
            return String::new();
        };
        let words = &language.words;
        let text = self.block_text(event.trigger.block);
        let at = at + 1;
        let mut end = at;
        let is_particle = |word: &Word| word.relation == Relation::CompoundPrt;
        let at = at + words.get(at).map_or(0, |word| usize::from(is_particle(word)));
        end = end.max(at);
        let stops = |word: &Word| {
            word.upos == Upos::Punct
                || matches!(word.upos, Upos::Sconj | Upos::Cconj | Upos::Verb | Upos::Aux)
                || matches!(word.tag, Tag::WhDeterminer | Tag::WhPronoun | Tag::WhAdverb | Tag::To)
                || event
                    .times
                    .iter()
                    .any(|time| time.place.block == event.trigger.block && time.place.span.overlaps(word.span))
        };
        while end < words.len() && end - at < 7 && words.get(end).is_some_and(|word| !stops(word)) {
            end += 1;
        }
        // "travelled to Ostrava on [Monday]": the preposition of a time goes with it.
        let hangs = |word: &Word| {
            matches!(word.upos, Upos::Adp | Upos::Det | Upos::Part | Upos::Pron | Upos::Adv)
                && (word.tag != Tag::PersonalPronoun || word.span.of(text) == "it")
                || LEFT_OUT.contains(&word.span.of(text).to_lowercase().as_str())
        };
        while end > at && words.get(end - 1).is_some_and(hangs) {
            end -= 1;
        }
        let said: Vec<&str> = words
            .get(at..end)
            .unwrap_or(&[])
            .iter()
            .map(|word| word.span.of(text))
            .filter(|word| !LEFT_OUT.contains(&word.to_lowercase().as_str()))
            .collect();
        without_loose_end(&one_line(&said.join(" "), NAME + 6))
    }

    fn trigger_word(&self, event: &Event) -> Option<(&Language, usize)> {
        let language = &self.blocks.get(event.trigger.block)?.language;
        let at = language.word_from(event.trigger.span.start);
        (at < language.words.len()).then_some((language, at))
    }

    fn first_of_phrase(&self, language: &Language, at: usize, event: &Event) -> usize {
        let belongs = |word: &Word| {
            matches!(word.upos, Upos::Noun | Upos::Adj | Upos::Propn | Upos::Num)
                && !event.participants.iter().any(|participant| {
                    participant.place.block == event.trigger.block && participant.place.span.overlaps(word.span)
                })
        };
        (at.saturating_sub(3)..at)
            .rev()
            .take_while(|before| language.words.get(*before).is_some_and(belongs))
            .last()
            .unwrap_or(at)
    }
}

/// A line that was cut, without the ellipsis and the prepositions before it.
pub(super) fn without_loose_end(line: &str) -> String {
    const LOOSE: [&str; 14] = [
        "of", "on", "in", "at", "to", "for", "with", "from", "by", "and", "or", "as", "into", "over",
    ];
    let Some(mut kept) = line.strip_suffix('…') else {
        return line.to_owned();
    };
    while let Some((before, last)) = kept.rsplit_once(' ') {
        if !LOOSE.contains(&last) {
            break;
        }
        kept = before;
    }
    kept.to_owned()
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
    while words.len() > 1
        && !(words.len() == 2 && both(&words))
        && words
            .first()
            .is_some_and(|word| LEFT_OUT.contains(&word.to_lowercase().as_str()))
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
    one_line(unmarked, NAME + 4)
}

/// "him" acts as "he", "they" are met as "them"; words that stand for nobody are left out.
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
    fn no_line_ends_with_a_preposition() {
        assert_eq!(without_loose_end("with harbour dues on…"), "with harbour dues");
        assert_eq!(without_loose_end("with harbour dues"), "with harbour dues");
    }

    #[test]
    fn pronouns_turn_with_their_role() {
        assert_eq!(shortened("him", ParticipantRole::Agent), "he");
        assert_eq!(shortened("They", ParticipantRole::Patient), "them");
        assert_eq!(shortened("which", ParticipantRole::Agent), "");
    }
}
