//! The people and things met so far while the mentions of a draft are walked in order, with the indexes that keep every
//! look-up short. It scores nothing.

use std::borrow::Cow;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::analysis::actors::{Function, LocalMention, lower, tables};
use crate::analysis::coreference::quoted::Quoted;
use crate::analysis::{Actor, ActorId, ActorKind, BlockFacts, Mention, MentionForm};
use crate::language::base::gazetteer;
use crate::language::{Gender, Number};
use crate::markup::Markup;

/// Index of an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct EntityId(pub usize);

/// Somebody or something mentioned: an actor with a name, or one that is only described.
#[derive(Clone, Debug)]
pub(super) struct Entity<'a> {
    /// The named actor that it is.
    pub actor: Option<ActorId>,
    /// Its name, or the description that introduced it.
    pub name: Cow<'a, str>,
    pub kind: ActorKind,
    /// Whether the name may be a person's although it was read as another: no list has it, and nothing in it says what it is.
    pub may_be_person: bool,
    pub number: Option<Number>,
    /// Gender that the draft marks.
    pub gender: Option<Gender>,
    /// Gender of the pronouns that were resolved to it, or else the one that its given name usually goes with: a weak cue
    /// that stays in here.
    pub usual_gender: Option<Gender>,
    /// Lower-case words that determine the first description ("chinese", "foreign").
    pub modifiers: Vec<SmolStr>,
    /// Mentions met so far.
    pub mentions: Vec<usize>,
    /// Whether one of them stands in the writer's own words.
    pub is_told: bool,
}

/// A mention that was met, with what it stands for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub at: usize,
    pub entity: EntityId,
    /// Sentence, counted through the draft.
    pub sentence: usize,
    pub block: usize,
    pub function: Function,
}

/// All entities of a draft.
pub(super) struct Entities<'a> {
    markup: &'a Markup,
    blocks: &'a [Arc<BlockFacts>],
    locals: &'a [(usize, &'a LocalMention)],
    pub quoted: &'a Quoted,
    all: Vec<Entity<'a>>,
    of_mention: Vec<Option<EntityId>>,
    /// First sentence of each block, counted through the draft.
    first_sentence: Vec<usize>,
    timeline: Vec<Seen>,
    by_role: FxHashMap<SmolStr, Vec<EntityId>>,
    by_name_word: FxHashMap<SmolStr, Vec<EntityId>>,
}

impl<'a> Entities<'a> {
    /// The named actors, none of them met yet.
    pub fn new(
        markup: &'a Markup,
        blocks: &'a [Arc<BlockFacts>],
        locals: &'a [(usize, &'a LocalMention)],
        actors: &[Actor],
        mentions: &[Mention],
        quoted: &'a Quoted,
    ) -> Self {
        let mut first_sentence = Vec::with_capacity(blocks.len());
        let mut sentences = 0;
        for facts in blocks {
            first_sentence.push(sentences);
            sentences += facts.language.sentences.len().max(1);
        }
        let all = actors
            .iter()
            .enumerate()
            .map(|(index, actor)| named(ActorId(index), actor, locals))
            .collect();
        Self {
            markup,
            blocks,
            locals,
            quoted,
            all,
            of_mention: mentions
                .iter()
                .map(|mention| mention.actor.map(|id| EntityId(id.0)))
                .collect(),
            first_sentence,
            timeline: Vec::with_capacity(mentions.len()),
            by_role: FxHashMap::default(),
            by_name_word: FxHashMap::default(),
        }
    }

    pub fn get(&self, id: EntityId) -> Option<&Entity<'a>> {
        self.all.get(id.0)
    }

    /// What mention `at` stands for, as far as it is known.
    pub fn of(&self, at: usize) -> Option<EntityId> {
        self.of_mention.get(at).copied().flatten()
    }

    pub fn local(&self, at: usize) -> Option<&'a LocalMention> {
        self.locals.get(at).map(|(_, local)| *local)
    }

    pub fn block(&self, at: usize) -> usize {
        self.locals.get(at).map_or(0, |(block, _)| *block)
    }

    /// The facts of the block that mention `at` stands in.
    pub fn facts(&self, at: usize) -> Option<&'a BlockFacts> {
        self.blocks.get(self.block(at)).map(Arc::as_ref)
    }

    /// The text of the block that mention `at` stands in.
    pub fn text(&self, at: usize) -> &'a str {
        self.markup.blocks.get(self.block(at)).map_or("", |block| &block.text)
    }

    /// The sentence of mention `at`, counted through the draft.
    pub fn sentence(&self, at: usize) -> usize {
        let Some((block, local)) = self.locals.get(at) else {
            return 0;
        };
        self.first_sentence.get(*block).copied().unwrap_or(0) + local.sentence
    }

    /// The mentions met so far, latest first.
    pub fn backwards(&self) -> impl Iterator<Item = &Seen> {
        self.timeline.iter().rev()
    }

    /// The last of those met so far that hold the role `head` ("minister"), in the order they were met.
    pub fn with_role(&self, head: &str) -> Vec<EntityId> {
        last_of(self.by_role.get(head))
    }

    /// The last of those met so far in whose name the word stands ("union" in "Harbour Workers' Union").
    pub fn with_name_word(&self, word: &str) -> Vec<EntityId> {
        last_of(self.by_name_word.get(word))
    }

    /// Whether no mention stands before `at` in its sentence.
    pub fn begins_sentence(&self, at: usize) -> bool {
        at.checked_sub(1)
            .is_none_or(|before| self.sentence(before) != self.sentence(at))
    }

    /// Mention `at`, not met yet, as if it were.
    pub fn as_seen(&self, at: usize) -> Option<Seen> {
        Some(Seen {
            at,
            entity: self.of(at)?,
            sentence: self.sentence(at),
            block: self.block(at),
            function: self.local(at)?.function,
        })
    }

    /// Adds the description at `at` as somebody new.
    pub fn introduce(&mut self, at: usize) {
        let Some(local) = self.local(at) else { return };
        let id = EntityId(self.all.len());
        self.all.push(Entity {
            actor: None,
            name: local.span.of(self.text(at)).into(),
            kind: local.kind.unwrap_or(ActorKind::Other),
            may_be_person: false,
            number: local.number,
            gender: local.gender,
            usual_gender: None,
            modifiers: self.modifiers(at),
            mentions: Vec::new(),
            is_told: false,
        });
        self.seen(at, id);
    }

    /// Notes that mention `at` stands for `id`.
    pub fn seen(&mut self, at: usize, id: EntityId) {
        let Some(local) = self.local(at) else { return };
        let seen = Seen {
            at,
            entity: id,
            sentence: self.sentence(at),
            block: self.block(at),
            function: local.function,
        };
        let is_told = self.quoted.inside.get(at).copied().flatten().is_none();
        let text = self.text(at);
        let Some(entity) = self.all.get_mut(id.0) else { return };
        if entity.mentions.last() != Some(&at) {
            entity.mentions.push(at);
        }
        entity.is_told |= is_told;
        let marked = local.gender.filter(|gender| *gender != Gender::Neuter);
        if local.form == MentionForm::Pronoun {
            // A pronoun may have been resolved wrongly: it outweighs the given name, but decides nothing.
            entity.usual_gender = marked.or(entity.usual_gender);
        } else if entity.kind == ActorKind::Person && entity.gender.is_none() {
            entity.gender = marked;
        }
        if local.form == MentionForm::Nominal || local.form == MentionForm::Named {
            for role in &local.roles {
                let holders = self.by_role.entry(role.head.clone()).or_default();
                if holders.last() != Some(&id) {
                    holders.push(id);
                }
            }
        }
        if local.form == MentionForm::Named && entity.kind != ActorKind::Person {
            let words = local.span.of(text).split_whitespace().skip(1);
            for word in words {
                let word = SmolStr::new(lower(word.trim_matches(|letter: char| !letter.is_alphanumeric())));
                let bearers = self.by_name_word.entry(word).or_default();
                if bearers.last() != Some(&id) {
                    bearers.push(id);
                }
            }
        }
        if let Some(slot) = self.of_mention.get_mut(at) {
            *slot = Some(id);
        }
        self.timeline.push(seen);
    }

    /// The words of a description between its determiner and its head, and those of what follows "of".
    pub fn modifiers(&self, at: usize) -> Vec<SmolStr> {
        let (Some(local), Some(facts)) = (self.local(at), self.facts(at)) else {
            return Vec::new();
        };
        let text = self.text(at);
        local
            .words
            .clone()
            .filter(|index| *index != local.head)
            .filter_map(|index| facts.language.words.get(index))
            .map(|word| SmolStr::new(lower(word.span.of(text))))
            .filter(|word| {
                word.chars().any(char::is_alphabetic)
                    && !matches!(
                        word.as_str(),
                        "the"
                            | "a"
                            | "an"
                            | "this"
                            | "that"
                            | "these"
                            | "those"
                            | "of"
                            | "'s"
                            | "’s"
                            | "both"
                            | "some"
                            | "entire"
                            | "whole"
                            | "same"
                    )
            })
            .collect()
    }

    /// The named actors with the mentions of each.
    pub fn actors(&self) -> impl Iterator<Item = (ActorId, &Entity<'a>)> {
        self.all.iter().filter_map(|entity| Some((entity.actor?, entity)))
    }

    /// All mentions of each entity, in the order of the text.
    pub fn into_members(self) -> impl Iterator<Item = (Option<ActorId>, Vec<usize>)> {
        self.all.into_iter().map(|mut entity| {
            entity.mentions.sort_unstable();
            entity.mentions.dedup();
            (entity.actor, entity.mentions)
        })
    }
}

/// How many of those with one role, or with one word in their names, are told apart.
const LAST: usize = 24;

/// The last few of a list, without doubles: more are never told apart, and looking at all would not be linear.
fn last_of(list: Option<&Vec<EntityId>>) -> Vec<EntityId> {
    let Some(list) = list else { return Vec::new() };
    let mut last: Vec<EntityId> = Vec::with_capacity(list.len().min(LAST));
    for id in list.iter().rev().take(LAST) {
        if !last.contains(id) {
            last.push(*id);
        }
    }
    last.reverse();
    last
}

/// One to three words, none of which a list has as the name of a place, an organisation or a thing, and no acronym.
fn is_open_name(name: &str) -> bool {
    (1..=3).contains(&name.split_whitespace().count())
        && name.chars().any(char::is_lowercase)
        && !gazetteer::is_listed(name)
}

fn named<'a>(id: ActorId, actor: &Actor, locals: &[(usize, &LocalMention)]) -> Entity<'a> {
    let is_person = actor.kind == ActorKind::Person;
    let gender = actor
        .mentions
        .iter()
        .filter_map(|at| locals.get(at.0)?.1.gender)
        .find(|gender| *gender != Gender::Neuter)
        .filter(|_| is_person);
    let first = actor.name.split_whitespace().next().unwrap_or("");
    Entity {
        actor: Some(id),
        name: actor.name.clone().into(),
        kind: actor.kind,
        may_be_person: match actor.kind {
            ActorKind::Person => false,
            ActorKind::Organization | ActorKind::Place => is_open_name(&actor.name),
            ActorKind::Other => true,
        },
        number: is_person.then_some(Number::Singular),
        gender,
        usual_gender: tables::usual_gender(first).filter(|_| actor.kind != ActorKind::Place),
        modifiers: Vec::new(),
        mentions: Vec::new(),
        is_told: false,
    }
}
