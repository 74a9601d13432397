//! The people and things met so far while the mentions of a draft are walked in order. It scores nothing.

use std::cell::RefCell;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use smol_str::{SmolStr, format_smolstr};

use crate::analysis::actors::LocalMention;
use crate::analysis::coreference::entity_index::{EntityIndex, IndexEntry};
use crate::analysis::coreference::modifiers::modifiers;
use crate::analysis::coreference::quoted::Quoted;
use crate::analysis::coreference::types::{Called, Entity, EntityId, MetMention, MetSoFar};
use crate::analysis::{ActorKind, BlockFacts, Mention, MentionForm, MentionId};
use crate::language::{Gender, Person, View};
use crate::markup::{BlockId, Markup};

/// All entities of a draft.
pub(super) struct Entities<'a> {
    markup: &'a Markup,
    blocks: &'a [Arc<BlockFacts>],
    locals: &'a [(BlockId, &'a LocalMention)],
    /// What the quotations say about the mentions.
    pub quoted: &'a Quoted<'a>,
    all: Vec<Entity>,
    of_mention: Vec<Option<EntityId>>,
    /// First sentence of each block, counted through the draft.
    first_sentence: Vec<usize>,
    met: Vec<MetMention>,
    /// Those met so far, by role and by name.
    pub index: EntityIndex,
    /// Those who were looked at since somebody asked.
    consulted: RefCell<Vec<EntityId>>,
    /// Why "I" is who is quoted, of those who were asked for: said of many mentions, and written once.
    speak_here: RefCell<FxHashMap<EntityId, SmolStr>>,
}

/// How a mention was met.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct HowMet {
    /// Whether it is in the writer's own words.
    is_in_own_words: bool,
    /// Whether it is in a dateline: neither "it" nor "the city" means that town.
    is_in_dateline: bool,
    /// The entries of the index that find its entity from now on.
    pub entries: Vec<IndexEntry>,
}

impl<'a> Entities<'a> {
    /// The entities that named actors are, none of them met yet. `index` is one that was used before, or a new one.
    pub fn new(
        (markup, blocks): (&'a Markup, &'a [Arc<BlockFacts>]),
        locals: &'a [(BlockId, &'a LocalMention)],
        named: Vec<Entity>,
        mentions: &[Mention],
        quoted: &'a Quoted<'a>,
        mut index: EntityIndex,
    ) -> Self {
        let mut first_sentence = Vec::with_capacity(blocks.len());
        let mut sentences = 0;
        for facts in blocks {
            first_sentence.push(sentences);
            sentences += facts.language.sentences.len().max(1);
        }
        index.clear();
        let actors = mentions.iter().map(|mention| mention.actor);
        Self {
            markup,
            blocks,
            locals,
            quoted,
            all: named,
            of_mention: actors.map(|actor| actor.map(|id| EntityId(id.0))).collect(),
            first_sentence,
            met: Vec::with_capacity(mentions.len()),
            index,
            consulted: RefCell::default(),
            speak_here: RefCell::default(),
        }
    }

    /// An entity; whoever asks for it may decide something by what it is like now.
    pub fn get(&self, id: EntityId) -> Option<&Entity> {
        let mut consulted = self.consulted.borrow_mut();
        if !consulted.contains(&id) {
            consulted.push(id);
        }
        self.all.get(id.0)
    }

    /// An entity, for the record.
    pub fn look(&self, id: EntityId) -> Option<&Entity> {
        self.all.get(id.0)
    }

    /// Those who were looked at since this was asked last.
    pub fn take_consulted(&self) -> Vec<EntityId> {
        let mut consulted = self.consulted.borrow_mut();
        // A list of its own length: it is kept with what was found.
        let taken = consulted.as_slice().to_vec();
        consulted.clear();
        taken
    }

    /// Why a mention is an entity of this name whose words it is in.
    pub fn speaks_here(&self, id: EntityId, name: &str) -> SmolStr {
        let mut known = self.speak_here.borrow_mut();
        known
            .entry(id)
            .or_insert_with(|| format_smolstr!("{name} speaks here"))
            .clone()
    }

    /// How many there are so far.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// How many mentions were met so far, those in datelines left out.
    pub fn met(&self) -> usize {
        self.met.len()
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

    /// The entity that a description introduces, not met yet.
    pub fn introduced_by(&self, id: MentionId) -> Option<Entity> {
        let local = self.local(id)?;
        Some(Entity {
            actor: None,
            name: local.span.of(self.text(id)).into(),
            kind: local.kind.unwrap_or(ActorKind::Other),
            may_be_person: false,
            number: local.number,
            gender: local.gender,
            usual_gender: None,
            modifiers: self.modifiers(id).into(),
            mentions: MetSoFar::default(),
            is_in_own_words: false,
            called: Called::default(),
        })
    }

    /// Adds somebody new.
    pub fn introduce(&mut self, entity: Entity) -> EntityId {
        self.all.push(entity);
        EntityId(self.all.len() - 1)
    }

    /// How a mention of `entity` is met.
    pub fn how(&mut self, id: MentionId, entity: EntityId) -> HowMet {
        let mut met = HowMet {
            is_in_own_words: self.quoted.quotation_around(id).is_none(),
            is_in_dateline: self.is_in_dateline(id),
            entries: Vec::new(),
        };
        let (Some(local), Some(kind)) = (self.local(id), self.all.get(entity.0).map(|known| known.kind)) else {
            return met;
        };
        let text = self.text(id);
        if local.form != MentionForm::Pronoun {
            self.index.of_roles(&local.roles, &mut met.entries);
        }
        if local.form == MentionForm::Named && kind != ActorKind::Person {
            self.index.of_name(local.span.of(text), &mut met.entries);
        }
        met
    }

    /// Notes that a mention refers to `entity`.
    pub fn meet(&mut self, id: MentionId, entity: EntityId, how: &HowMet) {
        let Some(&(block, local)) = self.locals.get(id.0) else {
            return;
        };
        let Some(known) = self.all.get_mut(entity.0) else {
            return;
        };
        known.mentions.add(id);
        let is_pronoun = local.form == MentionForm::Pronoun;
        if is_pronoun && local.person == Some(Person::Third) {
            known.called.person |= local.gender.is_some_and(|gender| gender != Gender::Neuter);
            known.called.thing |= local.gender == Some(Gender::Neuter);
        }
        if how.is_in_dateline {
            return;
        }
        known.is_in_own_words |= how.is_in_own_words;
        let marked = local.gender.filter(|gender| *gender != Gender::Neuter);
        if is_pronoun {
            // A pronoun may have been resolved wrongly: it outweighs the given name, but decides nothing.
            known.usual_gender = marked.or(known.usual_gender);
        } else if known.kind == ActorKind::Person && known.gender.is_none() {
            known.gender = marked;
        }
        for entry in &how.entries {
            self.index.add(*entry, entity);
        }
        if let Some(slot) = self.of_mention.get_mut(id.0) {
            *slot = Some(entity);
        }
        self.met.push(MetMention {
            id,
            entity,
            sentence: block.of(&self.first_sentence).copied().unwrap_or(0) + local.sentence,
            block,
            function: local.function,
        });
    }

    /// What a description says besides its noun: see [`modifiers`].
    pub fn modifiers(&self, id: MentionId) -> Vec<SmolStr> {
        self.in_words(id)
            .map_or(Vec::new(), |(local, words)| modifiers(words, local))
    }

    /// All of them, and the index for another walk.
    pub fn into_parts(self) -> (Vec<Entity>, EntityIndex) {
        (self.all, self.index)
    }
}
