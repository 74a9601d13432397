//! Who the speakers of quotations are, once all mentions are resolved. It finds no speaker.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::analysis::coreference::lookup::{ByBlock, Heads, head_of};
use crate::analysis::same::SameMentions;
use crate::analysis::{Actor, ActorId, ActorKind, Mention, Place, Quotation, Reading, Speaker};
use crate::language::names::lists;
use crate::text::table::WordList;

/// The quotations of one version, as they were before anybody said who their speakers are, and afterwards.
#[derive(Debug, Default)]
pub(super) struct NamedSpeakers {
    before: Vec<Arc<Quotation>>,
    after: Vec<Arc<Quotation>>,
    people: PeopleByWord,
}

/// The quotations with the actors and the full names of their speakers. `kept` is what the last version left; in `same` blocks it is still true.
#[must_use]
pub(super) fn with_names(
    quotations: Vec<Arc<Quotation>>,
    actors: &[Arc<Actor>],
    mentions: &[Mention],
    (heads, kept, same): (&mut Heads, &mut NamedSpeakers, Option<&SameMentions>),
) -> Vec<Arc<Quotation>> {
    let mut last = std::mem::take(kept);
    let mut people = std::mem::take(&mut last.people);
    let mut is_new = true;
    let by_block = ByBlock::of(mentions);
    let named = quotations
        .iter()
        .zip(last.beside(&quotations))
        .map(|(quotation, last)| {
            if let Some(last) = last.filter(|_| same.is_some_and(|same| rests_on(quotation, same))) {
                return Arc::clone(last);
            }
            let is_candidate = |place: &&Place| by_block.at(**place).is_some_and(can_speak);
            let candidates = quotation.candidates.iter().filter(is_candidate);
            let speaker = quotation
                .speaker
                .as_ref()
                .map(|speaker| match by_block.at(head_of(speaker, heads)) {
                    Some(mention) if is_only_where(speaker, mention) || is_one_of_several(speaker, mention) => None,
                    Some(mention) => mention.actor,
                    None => {
                        if std::mem::take(&mut is_new) {
                            people.renew(actors);
                        }
                        people.only(&speaker.text)
                    }
                });
            let name = |actor: ActorId| Some(actors.get(actor.0)?.name.as_str());
            let speaker = speaker.map(|actor| (actor, actor.and_then(name)));
            let is_as = |named: &&Arc<Quotation>| {
                let known = named.speaker.as_ref();
                known.map(|known| (known.actor, known.resolved.as_deref())) == speaker
                    && candidates.clone().eq(&named.candidates)
            };
            if let Some(same) = [last, Some(quotation)].into_iter().flatten().find(is_as) {
                return Arc::clone(same);
            }
            let mut named = Quotation::clone(quotation);
            named.candidates = candidates.copied().collect();
            if let Some((known, (actor, name))) = named.speaker.as_mut().zip(speaker) {
                known.actor = actor;
                known.resolved = name.map(str::to_owned);
            }
            Arc::new(named)
        });
    let named: Vec<_> = named.collect();
    *kept = NamedSpeakers {
        before: quotations,
        after: named.clone(),
        people,
    };
    named
}

/// Whether all who may speak in a quotation are mentioned in blocks whose mentions are the same.
fn rests_on(quotation: &Quotation, same: &SameMentions) -> bool {
    let speaker = quotation.speaker.as_ref().map(|speaker| speaker.place);
    let mut places = quotation.candidates.iter().chain(&speaker);
    places.all(|place| same.has(place.block))
}

impl NamedSpeakers {
    /// For each quotation of another version what it became here, where it is the same value: counted from the start before the
    /// first difference, and from the end after the last.
    fn beside(&self, quotations: &[Arc<Quotation>]) -> impl Iterator<Item = Option<&Arc<Quotation>>> {
        let same = |(was, is): &(&Arc<Quotation>, &Arc<Quotation>)| Arc::ptr_eq(was, is);
        let start = self.before.iter().zip(quotations).take_while(same).count();
        let most = self.before.len().min(quotations.len()) - start;
        let ends = self.before.iter().rev().zip(quotations.iter().rev()).take(most);
        let end = ends.take_while(same).count();
        let (was, is) = (self.before.len(), quotations.len());
        (0..is).map(move |at| {
            let was = if at < start {
                Some(at)
            } else {
                (at + end >= is).then(|| at + was - is)
            };
            self.after.get(was?)
        })
    }
}

/// "A nurse at the clinic", "a lawsuit against Weil": whether a mention only says where, for whom, from what or by whom the speaker is.
fn is_only_where(speaker: &Speaker, mention: &Mention) -> bool {
    static LINKS: WordList = WordList::new(include_str!("data/links.txt"));
    let offset = mention.place.span.start.checked_sub(speaker.place.span.start);
    let before = offset.and_then(|offset| speaker.text.get(..offset)).unwrap_or("");
    let mut words = before.split_whitespace();
    words.clone().next_back().is_some_and(|word| LINKS.has(word)) || {
        // "A leaflet mailed by campaign manager Ana Weil"; after a comma comes who it is.
        let begins = ["a ", "an ", "the "].iter().any(|article| {
            let start = before.get(..article.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(article))
        });
        begins && !before.contains(',') && words.any(|word| MADE_BY.contains(&word))
    }
}

/// Words after which the phrase of a thing says who made it or whom it is about.
const MADE_BY: [&str; 4] = ["about", "against", "by", "to"];

/// "Ana and Tom Weil", "the mayor and Weil": whether a mention is of only one of those who speak.
fn is_one_of_several(speaker: &Speaker, mention: &Mention) -> bool {
    const AND: [&str; 2] = [" and ", " & "];
    let from = speaker.place.span.start;
    let before = mention.place.span.start.checked_sub(from);
    let before = before.and_then(|end| speaker.text.get(..end)).unwrap_or("");
    let after = mention.place.span.end.checked_sub(from);
    let after = after.and_then(|end| speaker.text.get(end..)).unwrap_or("");
    AND.iter().any(|and| before.ends_with(and) || after.starts_with(and)) || begins_list(after)
}

/// "Ana|, Bo and Carl Weil": whether a list of people goes on after its first one; "Ana Weil, mayor and baker" is no list.
fn begins_list(after: &str) -> bool {
    let list = after.strip_prefix(", ").and_then(|rest| rest.split_once(" and "));
    let first = |words: &str| words.split(' ').next().is_some_and(lists::is_only_given_name);
    list.is_some_and(|(next, last)| {
        next.starts_with(char::is_uppercase) && last.starts_with(char::is_uppercase) && (first(next) || first(last))
    })
}

/// Whether a mention is of a person, a body or a government.
fn can_speak(mention: &Mention) -> bool {
    matches!(mention.kind, ActorKind::Person | ActorKind::Organization) || mention.reading == Some(Reading::Government)
}

/// The people of a draft by the words of their names.
#[derive(Debug, Default)]
struct PeopleByWord {
    /// All actors, in their order.
    actors: Vec<Arc<Actor>>,
    by_word: FxHashMap<SmolStr, Vec<ActorId>>,
}

impl PeopleByWord {
    /// Makes them those of these actors.
    fn renew(&mut self, actors: &[Arc<Actor>]) {
        let is_same = |(was, is): (&Arc<Actor>, &Arc<Actor>)| {
            Arc::ptr_eq(was, is) || (was.kind, &was.name) == (is.kind, &is.name)
        };
        let are_same = self.actors.len() == actors.len() && self.actors.iter().zip(actors).all(is_same);
        self.actors = actors.to_vec();
        if are_same {
            return;
        }
        self.by_word.clear();
        for (index, actor) in actors
            .iter()
            .enumerate()
            .filter(|(_, actor)| actor.kind == ActorKind::Person)
        {
            for word in actor.name.split_whitespace() {
                self.by_word.entry(word.into()).or_default().push(ActorId(index));
            }
        }
    }

    /// The only one in whose name a word is.
    fn only(&self, word: &str) -> Option<ActorId> {
        match self.by_word.get(word).map(Vec::as_slice) {
            Some([only]) => Some(*only),
            _ => None,
        }
    }
}
