//! Which people a stretch of a block names, and whether they are the one who spoke. It finds no quotations.

use crate::analysis::BlockFacts;
use crate::analysis::actors::tables::usual_gender;
use crate::analysis::actors::{ActorKind, Function, LocalMention, MentionForm, lower};
use crate::analysis::attribution::draft::genders::{GenderNote, Genders};
use crate::analysis::attribution::judge::voice::is_person;
use crate::analysis::attribution::lexicon::{WordClass, is_in};
use crate::analysis::attribution::paragraph::stance;
use crate::analysis::attribution::types::Voice;
use crate::language::{Gender, Number, Person as Grammatical, Upos};
use crate::markup::Block;
use crate::text::{Span, one_covers};

/// Somebody in the writer's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Somebody {
    /// By name; the last word of it, in lowercase.
    Named(String),
    /// "he", "her".
    Pronoun(Gender),
    /// In any other way: "a sailor", "they".
    Other,
}

/// The people in a stretch of a block, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Persons {
    /// All of them.
    pub all: Vec<Somebody>,
    /// Whether one of them does or owns something, so that the words are about them.
    pub has_subject: bool,
}

/// The people that the writer's own words in a stretch of a block mention, in order.
#[must_use]
pub fn people(block: &Block, facts: &BlockFacts, stretch: Span) -> Persons {
    let marked = facts.speech.marked();
    let mut people = Persons::default();
    for mention in &facts.mentions {
        if stretch.covers(mention.span)
            && !one_covers(&marked, mention.span)
            && mention.same_as.is_none()
            && let Some(somebody) = somebody(block, mention)
        {
            let is_part = is_part_of_another(facts, mention);
            people.has_subject |= !is_part && matches!(mention.function, Function::Subject | Function::Possessor);
            people.all.push(if is_part { Somebody::Other } else { somebody });
        }
    }
    people
}

/// Whether somebody can be the one who is called `name` (in lowercase; a pronoun if the draft has nothing else).
#[must_use]
pub fn is_called(somebody: &Somebody, name: &str, genders: &Genders<'_>) -> bool {
    let gender_of = |name: &str| match name {
        "he" => Some(Gender::Masculine),
        "she" => Some(Gender::Feminine),
        name => genders.ask(name),
    };
    let gender = gender_of(name);
    let agrees = |other: Option<Gender>| gender.is_none() || other.is_none() || gender == other;
    match somebody {
        // Whoever is called "she" only may have any name that is not a man's.
        Somebody::Named(other) if matches!(name, "he" | "she") => agrees(gender_of(other)),
        Somebody::Named(other) => other == name,
        Somebody::Pronoun(pronoun) => agrees(Some(*pronoun)),
        Somebody::Other => false,
    }
}

/// Notes the given names in a block.
pub fn note_genders(block: &Block, facts: &BlockFacts, genders: &mut Genders<'_>) {
    for mention in facts
        .mentions
        .iter()
        .filter(|mention| mention.form == MentionForm::Named)
    {
        let name = mention.span.of(&block.text);
        let mut words = name.split_whitespace();
        let (first, last) = (words.next().unwrap_or(""), words.next_back());
        let gender = mention.gender.or_else(|| usual_gender(first));
        let is_full = last.is_some();
        genders.note(&lower(last.unwrap_or(first)), GenderNote { gender, is_full });
    }
}

/// Whether a voice is that of one person, body or document, which can go on speaking; several people, or people of a
/// kind ("officials", "Ana Weil and Bo Lund"), do not go on speaking as one.
#[must_use]
pub fn is_one(block: &Block, facts: &BlockFacts, voice: &Voice) -> bool {
    let speaker = voice.speaker.of(&block.text);
    // "Others argue", "they say"
    let counted = ["it", "they", "those"]
        .iter()
        .any(|word| speaker.eq_ignore_ascii_case(word));
    if counted || is_in(WordClass::Standalone, speaker) {
        return false;
    }
    let joined = speaker.split_whitespace().any(|word| word == "and" || word == "or");
    let head = heads(facts, voice.speaker).next();
    let plural = match head {
        Some(mention) => mention.number == Some(Number::Plural),
        None => speaker
            .split_whitespace()
            .next_back()
            .is_some_and(|word| word.ends_with('s') && !word.ends_with("ss") && word.starts_with(char::is_lowercase)),
    };
    !joined && !plural
}

/// Whether a voice is that of one person, by name, as "he" or "she", or by what one person is: "the judge".
#[must_use]
pub fn is_one_person(block: &Block, facts: &BlockFacts, voice: &Voice) -> bool {
    is_one(block, facts, voice) && (is_person(&block.text, voice) || is_known_person(facts, voice))
}

/// Whether the phrase of a voice begins with a person: "A spokesman for the port", "Brooks".
fn is_known_person(facts: &BlockFacts, voice: &Voice) -> bool {
    let head = heads(facts, voice.speaker).next();
    head.is_some_and(|head| {
        let is_whose = head.form == MentionForm::Named || head.span.start == voice.speaker.start;
        head.kind == Some(ActorKind::Person) && head.form != MentionForm::Pronoun && is_whose
    })
}

/// The mentions that begin a speaker's noun phrase or are it, the first one first: "Bo Quist, a dock worker".
fn heads(facts: &BlockFacts, speaker: Span) -> impl Iterator<Item = &LocalMention> {
    // No noun phrase reaches beyond its sentence.
    let sentences = facts.language.sentences_in(speaker);
    let first = facts
        .mentions
        .partition_point(|mention| mention.sentence < sentences.start);
    let after = facts
        .mentions
        .partition_point(|mention| mention.sentence < sentences.end);
    let near = facts.mentions.get(first..after).unwrap_or_default();
    near.iter().filter(move |mention| {
        mention.function != Function::Possessor && (mention.span.overlaps(speaker) || mention.phrase.covers(speaker))
    })
}

/// The last word of a speaker's name, in lowercase.
#[must_use]
pub fn name_of(block: &Block, facts: &BlockFacts, voice: &Voice) -> String {
    let named = heads(facts, voice.speaker).find(|mention| mention.form == MentionForm::Named);
    let name = named.map_or(voice.speaker, |mention| mention.span).of(&block.text);
    name.rsplit(' ').next().unwrap_or_default().to_lowercase()
}

/// "the Lund movement": a name that describes the noun after it says nothing about the person.
fn is_part_of_another(facts: &BlockFacts, mention: &LocalMention) -> bool {
    let next = facts.language.words.get(mention.words.end);
    mention.form == MentionForm::Named && next.is_some_and(|next| next.upos == Upos::Noun)
}

/// Whether a speaker is known as a body or as a document, or is somebody with an article ("the coroner"), and not only the words
/// before a verb.
#[must_use]
pub fn is_body(block: &Block, facts: &BlockFacts, voice: &Voice) -> bool {
    let last = voice.speaker.of(&block.text).rsplit(' ').next().unwrap_or_default();
    let is_known = |mention: &LocalMention| matches!(mention.kind, Some(ActorKind::Organization | ActorKind::Person));
    let speaker = voice.speaker.of(&block.text);
    let has_article = ["The ", "the ", "A ", "a ", "An ", "an "]
        .iter()
        .any(|article| speaker.starts_with(article));
    stance::is_document_noun(&last.to_lowercase()) || has_article || heads(facts, voice.speaker).any(is_known)
}

/// The last word of the name of a person, in lowercase; `None` for anybody and anything else.
#[must_use]
pub fn named(block: &Block, mention: &LocalMention) -> Option<String> {
    let is_person = mention.kind == Some(ActorKind::Person) || mention.animate == Some(true);
    let name = mention.span.of(&block.text);
    (mention.form == MentionForm::Named && is_person)
        .then(|| name.rsplit(' ').next().unwrap_or_default().to_lowercase())
}

fn somebody(block: &Block, mention: &LocalMention) -> Option<Somebody> {
    match mention.form {
        MentionForm::Named => named(block, mention).map(Somebody::Named),
        MentionForm::Nominal if mention.kind == Some(ActorKind::Person) => Some(Somebody::Other),
        MentionForm::Pronoun if mention.person == Some(Grammatical::Third) => match mention.gender {
            Some(Gender::Neuter) => None,
            Some(gender) => Some(Somebody::Pronoun(gender)),
            None => (mention.function == Function::Subject).then_some(Somebody::Other),
        },
        _ => None,
    }
}
