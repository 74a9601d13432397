//! Who speaks in a draft, with their quotations and how many of its quoted words are theirs. It adds up what is known and gives
//! nobody words that may be somebody else's.

mod speaker;
mod types;

pub(super) use speaker::voice_of;
pub use types::{Said, Source, SourceKind, SourceQuotation, Sources};

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::analysis::{Actor, ActorId, Mention, Place, Quotation, QuotationKind};
use crate::engine::lookup::spaced;
use crate::engine::paragraphs::count_words;
use crate::engine::said;
use crate::engine::sources::speaker::Voice;
use crate::engine::types::Snapshot;

/// Who speaks in a draft. Linear in the quotations, but for the sorting.
pub(super) fn sources(snapshot: &Snapshot) -> Sources {
    let mut sources: Vec<Source> = Vec::new();
    let mut known: FxHashMap<Voice, usize> = FxHashMap::default();
    let mut whole: FxHashMap<(Voice, usize), usize> = FxHashMap::default();
    for (index, quotation) in outermost(snapshot) {
        let Some(voice) = voice_of(snapshot, index, quotation) else {
            continue;
        };
        let at = *known.entry(voice.clone()).or_insert_with(|| {
            sources.push(new_source(snapshot, &voice, quotation));
            sources.len() - 1
        });
        let Some(source) = sources.get_mut(at) else { continue };
        // The parts of a split quotation are one.
        let first = whole.entry((voice, quotation.group)).or_insert(usize::MAX);
        *first = add(snapshot, source, *first, index);
    }
    // Stable: whoever speaks first comes first.
    sources.sort_by_key(|source| {
        let group = if source.kind.is_group() {
            source.kind
        } else {
            SourceKind::Person
        };
        (group, std::cmp::Reverse(source.words))
    });
    Sources {
        words: sources.iter().map(|source| source.words).sum(),
        list: sources,
    }
}

/// The quotations of a draft, but for those inside another: words that a speaker quotes are part of the speaker's own quotation.
fn outermost(snapshot: &Snapshot) -> impl Iterator<Item = (usize, &Quotation)> {
    let mut last: Option<Place> = None;
    let quotations = snapshot.facts.quotations.iter().map(Arc::as_ref).enumerate();
    quotations.filter(move |(_, quotation)| {
        let is_inside = last.is_some_and(|last| last.covers(quotation.place));
        if !is_inside && is_marked(quotation) {
            last = Some(quotation.place);
        }
        !is_inside
    })
}

/// What an actor says, as it is counted among the sources: of each quotation the first part, in the order of the text. Linear in the
/// quotations.
pub(super) fn quotations_of(snapshot: &Snapshot, id: ActorId) -> Vec<&Quotation> {
    let mut theirs: Vec<&Quotation> = Vec::new();
    let mut last: FxHashMap<usize, QuotationKind> = FxHashMap::default();
    for (index, quotation) in outermost(snapshot) {
        let names_them =
            || matches!(voice_of(snapshot, index, quotation), Some(Voice::Actor(_, speaker)) if speaker == id);
        let is_said = quotation
            .speaker
            .as_ref()
            .is_some_and(|speaker| speaker.actor == Some(id));
        if is_said && names_them() && last.insert(quotation.group, quotation.kind) != Some(quotation.kind) {
            theirs.push(quotation);
        }
    }
    theirs
}

/// Adds a quotation to a source: to the one that it may be a part of, or as one of its own. Returns which one it is.
fn add(snapshot: &Snapshot, source: &mut Source, first: usize, index: usize) -> usize {
    let Some(quotation) = snapshot.facts.quotations.get(index) else {
        return first;
    };
    let card = said::card(snapshot, index);
    let words = words_of(snapshot, quotation);
    let part = said(snapshot, quotation.place);
    source.words += words;
    let known = source.quotations.get_mut(first);
    if let Some(known) = known.filter(|known| known.kind == quotation.kind) {
        known.parts.push(part);
        known.words += words;
        known.said.extend(card);
        return first;
    }
    source.quotations.push(SourceQuotation {
        kind: quotation.kind,
        parts: vec![part],
        words,
        speaker: quotation.speaker.as_ref().map(|speaker| said(snapshot, speaker.place)),
        because: quotation.because.clone(),
        said: card.into_iter().collect(),
    });
    source.quotations.len() - 1
}

fn new_source(snapshot: &Snapshot, voice: &Voice, quotation: &Quotation) -> Source {
    let mut source = Source {
        kind: SourceKind::Unclear,
        actor: None,
        name: String::new(),
        is_named: false,
        title: String::new(),
        first_reference: None,
        quotations: Vec::new(),
        words: 0,
    };
    match voice {
        Voice::Group(kind) => source.kind = *kind,
        Voice::Described(kind, _) => {
            source.kind = *kind;
            if let Some(speaker) = &quotation.speaker {
                source.name = spaced(&speaker.text);
                source.first_reference = Some(said(snapshot, speaker.place));
            }
        }
        Voice::Actor(kind, id) => {
            source.kind = *kind;
            source.actor = Some(*id);
            if let Some(actor) = snapshot.actor(*id) {
                source.name = spaced(&actor.name);
                source.title = title_of(snapshot, actor);
                let named = snapshot.named_mentions_of(actor).next();
                source.is_named = named.is_some();
                source.first_reference = first_reference(snapshot, *id, named).map(|place| said(snapshot, place));
            }
        }
    }
    source
}

/// The first name; of somebody without one the first mention.
fn first_reference(snapshot: &Snapshot, id: ActorId, named: Option<&Mention>) -> Option<Place> {
    let first = || snapshot.mentions_of(snapshot.actor(id)?).next();
    named.or_else(first).map(|mention| mention.place)
}

/// The title that the draft gives first; where it gives none, the one in the actor file on the day of the draft.
fn title_of(snapshot: &Snapshot, actor: &Actor) -> String {
    if let Some(role) = actor.roles.first() {
        return spaced(&role.text);
    }
    let day = snapshot.facts.anchor.as_ref().map(|anchor| anchor.date);
    let entry = actor.entry.and_then(|entry| snapshot.register.as_ref()?.get(entry));
    let title = entry.and_then(|entry| entry.titles_on(day).next());
    title.map(|title| title.text.to_string()).unwrap_or_default()
}

/// The words between the marks, without what the writer put in.
fn words_of(snapshot: &Snapshot, quotation: &Quotation) -> usize {
    if !is_marked(quotation) {
        return 0;
    }
    let count = |place: Place| count_words(snapshot.text_of(place));
    let inserted: usize = quotation.insertions.iter().map(|place| count(*place)).sum();
    count(quotation.place).saturating_sub(inserted)
}

fn is_marked(quotation: &Quotation) -> bool {
    matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed)
}

fn said(snapshot: &Snapshot, place: Place) -> Said {
    Said {
        text: spaced(snapshot.text_of(place)),
        span: snapshot.source_span(place),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Cache, Draft, analyse};
    use crate::language;

    fn lines(text: &str) -> Vec<String> {
        let draft = Draft {
            text: text.into(),
            ..Draft::default()
        };
        let sources = analyse(&draft, &Cache::default(), language::embedded()).sources();
        let line = |source: &Source| {
            let quotations: Vec<usize> = source.quotations.iter().map(|one| one.parts.len()).collect();
            format!(
                "{:?} {} | {} | {} {quotations:?}",
                source.kind, source.name, source.title, source.words
            )
        };
        sources.list.iter().map(line).collect()
    }

    #[test]
    fn whoever_has_more_quoted_words_comes_first() {
        let text = "“It is late,” Mayor Rosa Weil said.\n\n“We need ten more boats this year,” said Anton Brask, a pilot. \
                    “Then the quay is full,” he said.\n\nWeil said the quay would be built.\n";
        assert_eq!(
            lines(text),
            [
                "Person Anton Brask | pilot | 12 [1, 1]",
                "Person Rosa Weil | Mayor | 3 [1, 1]",
            ]
        );
    }

    #[test]
    fn a_speaker_has_as_many_quotations_alone_as_among_the_others() {
        let text = "“The quay,” Mayor Rosa Weil said, “will be full.” “Then it is full,” said Anton Brask, a pilot.\n\nWeil said \
                    the quay would be built. “He told me ‘never’ twice,” she said. Brask called it “a dream.”\n";
        let draft = Draft {
            text: text.into(),
            ..Draft::default()
        };
        let snapshot = analyse(&draft, &Cache::default(), language::embedded());
        let listed = snapshot.sources().list;
        let alone = |source: &Source| source.actor.map(|id| quotations_of(&snapshot, id).len());
        assert!(listed.len() >= 2);
        for source in &listed {
            assert_eq!(alone(source), Some(source.quotations.len()), "{}", source.name);
        }
    }

    #[test]
    fn a_split_quotation_is_one_and_insertions_do_not_count() {
        let text = "“The quay,” Mayor Rosa Weil said, “will [soon] be full.”\n";
        assert_eq!(lines(text), ["Person Rosa Weil | Mayor | 5 [2]"]);
    }

    #[test]
    fn words_without_a_name_are_groups_before_the_others() {
        let text = "“It is late,” Mayor Rosa Weil said.\n\n“Nobody wanted the new quay,” said a person familiar with the \
                    talks.\n\nThe harbor was quiet on Monday.\n\n“The ferry never came back to this town again.” The rain fell.\n";
        let lines = lines(text);
        assert_eq!(lines.len(), 3, "{lines:?}");
        assert_eq!(lines[0], "Unattributed  |  | 9 [1]");
        assert_eq!(lines[1], "Anonymous  |  | 5 [1]");
    }

    #[test]
    fn experts_who_are_not_quoted_are_no_source() {
        let text = "Experts said the quay was too small. Mayor Rosa Weil said it would grow.\n";
        assert_eq!(lines(text), ["Person Rosa Weil | Mayor | 0 [1]"]);
    }

    #[test]
    fn a_pronoun_after_two_women_gives_neither_the_words() {
        let text = "Mayor Rosa Weil met Ida Lund, the harbor chief, on Monday. “We need ten more boats this year,” she said.\n";
        assert!(lines(text)[0].starts_with("Unclear"), "{:?}", lines(text));
    }
}
