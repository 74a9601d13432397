//! Which mention a noun phrase is: for speakers and participants, which are found as phrases. It resolves nothing.

use std::cmp::Reverse;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::analysis::actors::name_after_titles;
use crate::analysis::actors::tables;
use crate::analysis::{ActorId, ActorKind, Mention, MentionForm, MentionId, Place, Speaker, is_document};
use crate::markup::BlockId;
use crate::text::Span;
use crate::text::table::WordList;

/// Where the part of a speaker's phrase begins and ends that names the speaker, by the text of the phrase.
pub(super) type Heads = FxHashMap<String, (usize, usize)>;

/// How many mentions before the end of a phrase are looked at: mentions are short, and those that begin far before the
/// phrase cannot reach into it.
const NEAR: usize = 64;

/// The actor of the mention that is the head of the noun phrase at `place`, or else overlaps it best. Logarithmic in
/// the number of mentions, which are in the order of the text.
#[must_use]
pub fn actor_at(mentions: &[Mention], place: Place) -> Option<ActorId> {
    mention_at(mentions, place)?.actor
}

/// The mention of which [`actor_at`] gives the actor.
#[must_use]
pub fn mention_at(mentions: &[Mention], place: Place) -> Option<&Mention> {
    mentions.get(mention_id_at(mentions, place)?.0)
}

/// The part of a speaker's phrase that names the speaker: "Ben" of "Weil's brother Ben", "Ana Lund" of "Women and Families Minister Ana
/// Lund"; the whole phrase where no name comes after a possessive or a title.
///
/// It depends on the words alone, and a draft has few speakers: `known` are those that were asked for before.
#[must_use]
pub(super) fn head_of(speaker: &Speaker, known: &mut Heads) -> Place {
    let (start, end) = known.get(&speaker.text).copied().unwrap_or_else(|| {
        let start = head_in(&speaker.text);
        let head = (start, end_in(&speaker.text, start));
        known.insert(speaker.text.clone(), head);
        head
    });
    let from = speaker.place.span.start;
    Place::new(speaker.place.block, Span::new(from + start, from + end))
}

/// Prepositions after which a phrase says where somebody is or for whom, and no longer who.
static WHERE: WordList = WordList::new(include_str!("data/where.txt"));

/// Where the part ends that names the speaker, in a phrase that begins small: "a nurse" of "a nurse at the clinic". What is sent from
/// somebody is that one's: "a letter from Ana Lund".
fn end_in(text: &str, start: usize) -> usize {
    let part = text.get(start..).unwrap_or("");
    let mut blanks = part.match_indices(' ').map(|(at, _)| at).peekable();
    let end = std::iter::from_fn(|| Some((blanks.next()?, *blanks.peek()?)))
        .find(|(before, after)| part.get(before + 1..*after).is_some_and(|word| WHERE.has(word)));
    let end = end.map(|(before, _)| before);
    let Some(end) = end.filter(|_| !part.starts_with(char::is_uppercase) || begins_with_article(part)) else {
        return text.len();
    };
    let head = part
        .get(..end)
        .and_then(|head| head.split(' ').next_back())
        .unwrap_or("");
    let sent = part.get(end..).is_some_and(|rest| rest.starts_with(" from "))
        && (is_document(head) || matches!(head, "statement" | "message" | "word"));
    let is_name = head.starts_with(char::is_uppercase);
    if sent || is_name { text.len() } else { start + end }
}

fn begins_with_article(phrase: &str) -> bool {
    ["A ", "An ", "The ", "One "]
        .iter()
        .any(|article| phrase.starts_with(article))
}

/// Where in the words of a speaker's phrase the part begins that names the speaker.
fn head_in(text: &str) -> usize {
    let after_possessive = ["’s ", "'s ", "s’ ", "s' "]
        .iter()
        .filter_map(|mark| Some(text.rfind(mark)? + mark.len()))
        .max();
    let start = after_titles(text).max(after_role(text)).max(after_possessive);
    start.unwrap_or(0)
}

/// Where a name begins after the titles of its phrase.
fn after_titles(text: &str) -> Option<usize> {
    let words: Vec<&str> = text.split(' ').collect();
    let first = name_after_titles(&words)?;
    let before = words.get(..first)?;
    Some(before.iter().map(|word| word.len() + 1).sum())
}

/// "Weil spokesman | Ben Holt": where a name begins after what its bearer is, which another name may be before.
fn after_role(text: &str) -> Option<usize> {
    let is_role = |word: &str| {
        let last = word.rsplit('-').next().unwrap_or(word);
        tables::noun(last).is_some_and(|(_, noun)| noun.kind == ActorKind::Person)
    };
    let names = text
        .split(' ')
        .rev()
        .take_while(|word| word.starts_with(char::is_uppercase));
    let (count, length) = names.fold((0, 0), |(count, length), word| (count + 1, length + word.len() + 1));
    let role = text.split(' ').rev().nth(count)?;
    (count > 0 && is_role(role)).then(|| text.len() + 1 - length)
}

/// The id of that mention.
///
/// A name in the phrase that no possessive or preposition sets apart from its head comes first: in "Foreign Minister
/// Ana Weil" it is the speaker, in "Weil's envoy" the envoy is.
pub(super) fn mention_id_at(mentions: &[Mention], place: Place) -> Option<MentionId> {
    let end = |block: BlockId| mentions.partition_point(|mention| mention.place.block < block);
    mention_id_in(mentions, end(place.block)..end(place.block.next()), place)
}

/// The mentions of a draft by their blocks, for whoever asks for many.
pub(super) struct ByBlock<'a> {
    mentions: &'a [Mention],
    /// For each block, where its mentions end.
    ends: Vec<usize>,
}

impl<'a> ByBlock<'a> {
    /// These mentions, which are in the order of the text. Linear.
    pub fn of(mentions: &'a [Mention]) -> Self {
        let mut ends = Vec::new();
        for (at, mention) in mentions.iter().enumerate() {
            if ends.len() != mention.place.block.0 + 1 {
                ends.resize(mention.place.block.0 + 1, at);
            }
            if let Some(end) = ends.last_mut() {
                *end = at + 1;
            }
        }
        Self { mentions, ends }
    }

    /// The same as [`mention_id_at`].
    pub fn id_at(&self, place: Place) -> Option<MentionId> {
        let end = |block: usize| self.ends.get(block).copied().unwrap_or(self.mentions.len());
        let start = place.block.0.checked_sub(1).map_or(0, end);
        mention_id_in(self.mentions, start..end(place.block.0), place)
    }

    /// The same as [`mention_at`].
    pub fn at(&self, place: Place) -> Option<&'a Mention> {
        self.mentions.get(self.id_at(place)?.0)
    }
}

/// The same among the mentions of the block, which are these.
fn mention_id_in(mentions: &[Mention], of_block: Range<usize>, place: Place) -> Option<MentionId> {
    let from = of_block.start;
    let before = mentions.get(of_block)?;
    let to = from + before.partition_point(|mention| mention.place.span.start < place.span.end);
    let near = from.max(to.saturating_sub(NEAR));
    let candidates = || {
        mentions
            .iter()
            .enumerate()
            .take(to)
            .skip(near)
            .filter(|(_, mention)| mention.place.overlaps(place))
            .map(|(at, mention)| (MentionId(at), mention))
    };
    if let Some((id, _)) = candidates().find(|(_, mention)| mention.place == place) {
        return Some(id);
    }
    let by_overlap = |(id, mention): &(MentionId, &Mention)| (overlap(mention.place, place), Reverse(*id));
    let description = candidates()
        .filter(|(_, mention)| mention.form == MentionForm::Nominal)
        .max_by_key(by_overlap);
    let names = || {
        candidates().filter(|(_, mention)| {
            mention.form == MentionForm::Named
                && description.is_none_or(|(_, description)| !description.place.covers(mention.place))
        })
    };
    // "Norland President Ana Weil": of several names the person is meant.
    let name = names()
        .find(|(_, mention)| mention.kind == ActorKind::Person)
        .or_else(|| names().next());
    // "the captain, Rosa Weil": both say the same, and the name says more.
    if let (Some((_, description)), Some((id, name))) = (description, name)
        && (description.actor == name.actor || description.place.span.start > place.span.start)
    {
        return Some(id);
    }
    description
        .or(name)
        .or_else(|| candidates().max_by_key(by_overlap))
        .map(|(id, _)| id)
}

fn overlap(one: Place, other: Place) -> usize {
    one.span
        .end
        .min(other.span.end)
        .saturating_sub(one.span.start.max(other.span.start))
}
