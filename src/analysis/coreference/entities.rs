//! The people and things met so far while the mentions of a draft are walked in order. It scores nothing.

use std::sync::Arc;

use smol_str::SmolStr;

use crate::analysis::actors::LocalMention;
use crate::analysis::coreference::entity_index::EntityIndex;
use crate::analysis::coreference::known_actors::entity_of;
use crate::analysis::coreference::modifiers::modifiers;
use crate::analysis::coreference::quoted::Quoted;
use crate::analysis::coreference::types::{Entity, EntityId, MetMention};
use crate::analysis::{Actor, ActorId, ActorKind, BlockFacts, Mention, MentionForm, MentionId};
use crate::language::{Gender, View};
use crate::markup::{BlockId, Markup};

/// All entities of a draft.
pub(super) struct Entities<'a> {
    markup: &'a Markup,
    blocks: &'a [Arc<BlockFacts>],
    locals: &'a [(BlockId, &'a LocalMention)],
    /// What the quotations say about the mentions.
    pub quoted: &'a Quoted,
    all: Vec<Entity<'a>>,
    of_mention: Vec<Option<EntityId>>,
    /// First sentence of each block, counted through the draft.
    first_sentence: Vec<usize>,
    met: Vec<MetMention>,
    index: EntityIndex,
}

impl<'a> Entities<'a> {
    /// The named actors, none of them met yet.
    pub fn new(
        markup: &'a Markup,
        blocks: &'a [Arc<BlockFacts>],
        locals: &'a [(BlockId, &'a LocalMention)],
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
        Self {
            markup,
            blocks,
            locals,
            quoted,
            all: actors
                .iter()
                .enumerate()
                .map(|(index, actor)| entity_of(ActorId(index), actor, locals))
                .collect(),
            of_mention: mentions
                .iter()
                .map(|mention| mention.actor.map(|id| EntityId(id.0)))
                .collect(),
            first_sentence,
            met: Vec::with_capacity(mentions.len()),
            index: EntityIndex::default(),
        }
    }

    pub fn get(&self, id: EntityId) -> Option<&Entity<'a>> {
        self.all.get(id.0)
    }

    /// What a mention refers to, as far as it is known.
    pub fn of(&self, id: MentionId) -> Option<EntityId> {
        self.of_mention.get(id.0).copied().flatten()
    }

    pub fn local(&self, id: MentionId) -> Option<&'a LocalMention> {
        self.locals.get(id.0).map(|(_, local)| *local)
    }

    pub fn block(&self, id: MentionId) -> BlockId {
        self.locals.get(id.0).map_or(BlockId::default(), |(block, _)| *block)
    }

    /// The words of the block that a mention is in.
    pub fn words(&self, id: MentionId) -> Option<View<'a>> {
        let block = self.block(id);
        let language = &block.of(self.blocks)?.language;
        Some(View::new(&block.of(&self.markup.blocks)?.text, language))
    }

    /// A mention with the words of its block.
    pub fn in_words(&self, id: MentionId) -> Option<(&'a LocalMention, View<'a>)> {
        Some((self.local(id)?, self.words(id)?))
    }

    /// The text of the block that a mention is in.
    pub fn text(&self, id: MentionId) -> &'a str {
        self.block(id).of(&self.markup.blocks).map_or("", |block| &block.text)
    }

    /// Whether a mention is in the dateline of its block.
    fn is_in_dateline(&self, id: MentionId) -> bool {
        let dateline = self.blocks.get(self.block(id).0).and_then(|facts| facts.dateline);
        dateline
            .zip(self.local(id))
            .is_some_and(|(dateline, local)| dateline.span.covers(local.span))
    }

    /// The sentence of a mention, counted through the draft.
    pub fn sentence(&self, id: MentionId) -> usize {
        let Some((block, local)) = self.locals.get(id.0) else {
            return 0;
        };
        block.of(&self.first_sentence).copied().unwrap_or(0) + local.sentence
    }

    /// The mentions met so far, latest first.
    pub fn backwards(&self) -> impl Iterator<Item = &MetMention> {
        self.met.iter().rev()
    }

    /// The last of those met so far that hold the role `head` ("minister"), in the order they were met.
    pub fn with_role(&self, head: &str) -> Vec<EntityId> {
        self.index.with_role(head)
    }

    /// The last of those met so far in whose name the word is ("union" in "Harbour Workers' Union").
    pub fn with_name_word(&self, word: &str) -> Vec<EntityId> {
        self.index.with_name_word(word)
    }

    /// Whether no mention comes before this one in its sentence.
    pub fn begins_sentence(&self, id: MentionId) -> bool {
        id.before()
            .is_none_or(|before| self.sentence(before) != self.sentence(id))
    }

    /// A mention, not met yet, as if it were.
    pub fn as_met(&self, id: MentionId) -> Option<MetMention> {
        Some(MetMention {
            id,
            entity: self.of(id)?,
            sentence: self.sentence(id),
            block: self.block(id),
            function: self.local(id)?.function,
        })
    }

    /// Adds a description as somebody new.
    pub fn introduce(&mut self, id: MentionId) {
        let Some(local) = self.local(id) else { return };
        let entity = EntityId(self.all.len());
        self.all.push(Entity {
            actor: None,
            name: local.span.of(self.text(id)).into(),
            kind: local.kind.unwrap_or(ActorKind::Other),
            may_be_person: false,
            number: local.number,
            gender: local.gender,
            usual_gender: None,
            modifiers: self.modifiers(id),
            mentions: Vec::new(),
            is_in_own_words: false,
        });
        self.meet(id, entity);
    }

    /// Notes that a mention refers to `entity`.
    pub fn meet(&mut self, id: MentionId, entity: EntityId) {
        let Some(local) = self.local(id) else { return };
        let is_in_own_words = self.quoted.quotation_around(id).is_none();
        let text = self.text(id);
        // Neither "it" nor "the city" means the town of a dateline.
        let is_in_dateline = self.is_in_dateline(id);
        let Some(known) = self.all.get_mut(entity.0) else {
            return;
        };
        if known.mentions.last() != Some(&id) {
            known.mentions.push(id);
        }
        if is_in_dateline {
            return;
        }
        known.is_in_own_words |= is_in_own_words;
        let marked = local.gender.filter(|gender| *gender != Gender::Neuter);
        if local.form == MentionForm::Pronoun {
            // A pronoun may have been resolved wrongly: it outweighs the given name, but decides nothing.
            known.usual_gender = marked.or(known.usual_gender);
        } else {
            if known.kind == ActorKind::Person && known.gender.is_none() {
                known.gender = marked;
            }
            self.index.add_roles(entity, &local.roles);
        }
        if local.form == MentionForm::Named && known.kind != ActorKind::Person {
            self.index.add_name(entity, local.span.of(text));
        }
        if let Some(slot) = self.of_mention.get_mut(id.0) {
            *slot = Some(entity);
        }
        self.met.extend(self.as_met(id));
    }

    /// What a description says besides its noun: see [`modifiers`].
    pub fn modifiers(&self, id: MentionId) -> Vec<SmolStr> {
        self.in_words(id)
            .map_or(Vec::new(), |(local, words)| modifiers(words, local))
    }

    /// The named actors with the mentions of each.
    pub fn actors(&self) -> impl Iterator<Item = (ActorId, &Entity<'a>)> {
        self.all.iter().filter_map(|entity| Some((entity.actor?, entity)))
    }

    /// All mentions of each entity, in the order of the text.
    pub fn into_members(self) -> impl Iterator<Item = (Option<ActorId>, Vec<MentionId>)> {
        self.all.into_iter().map(|mut entity| {
            entity.mentions.sort_unstable();
            entity.mentions.dedup();
            (entity.actor, entity.mentions)
        })
    }
}
